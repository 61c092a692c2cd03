#include "core/base/limits.h"
#include "core/domain/fold.h"
#include "tests/core/domain/histories.h"

#include <QtTest>

#include <functional>

using namespace histories;

class TestFold : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void linear();
    void conflictAndItsEnd();
    void equalValuesAgree();
    void removingAgainstAChange();
    void sealedByNameAndBySlot();
    void slotLearntLater();
    void originalsCodesSignatures();
    void flawsChangeNothing();
    void missingAndForeign();
    void forkedLog();
    void tooManyLogs();
    void effects();
    void applyRefuses();
    void vectorLog();

    void anyOrderFoldsAlike();
    void registersKeepTheirDefinition();
    void displayOrderKeepsItsDefinition();
    void applyEqualsFold();
    void replicasAgree();
    void longDossierIsNotQuadratic();
};

namespace {

constexpr unsigned firstSeed = 20261124;

Dossier folded(const std::vector<Fact>& facts, const OpenedValues& opened = {}) {
    auto dossier = fold(histories::dossier, facts, opened);
    if (!dossier)
        qFatal("%s", qPrintable(dossier.error().detail));
    return *std::move(dossier);
}

QStringList values(const Register& reg) {
    QStringList found;
    for (const Setting& setting : reg.live)
        found << setting.value;
    return found;
}

/// Who is an ancestor of whom, by walking: slow and plain.
std::map<Digest, std::set<Digest>> ancestorsOf(const std::vector<Fact>& facts) {
    std::map<Digest, const Fact*> byHash;
    for (const Fact& fact : facts)
        byHash[fact.hash] = &fact;
    std::map<Digest, std::set<Digest>> all;
    const std::function<const std::set<Digest>&(const Digest&)> walk =
        [&](const Digest& hash) -> const std::set<Digest>& {
        if (const auto known = all.find(hash); known != all.end())
            return known->second;
        std::set<Digest> found;
        for (const Digest& parent : byHash.at(hash)->after)
            if (byHash.contains(parent)) {
                found.insert(parent);
                found.merge(std::set<Digest>(walk(parent)));
            }
        return all[hash] = std::move(found);
    };
    for (const Fact& fact : facts)
        walk(fact.hash);
    return all;
}

}  // namespace

void TestFold::linear() {
    Replica a{1};
    a.write(DossierOpened{u"visit"_s, {}});
    a.write(FieldSet{u"title"_s, u"one"_s});
    a.write(FieldSet{u"title"_s, u"two"_s});
    a.write(FieldSet{u"notes"_s, u""_s});
    a.write(ItemAdded{itemId(1), u"goods"_s, {{u"name"_s, u"鞋"_s}, {u"quantity"_s, u"120"_s}}});
    a.write(ItemAdded{itemId(0), u"goods"_s, {}});
    a.write(ItemSet{itemId(1), u"quantity"_s, u"121"_s});
    a.write(ItemRemoved{itemId(0)});
    const Dossier d = folded(a.facts);
    QCOMPARE(d.type, u"visit"_s);
    QCOMPARE(d.value(u"title"), u"two"_s);
    QVERIFY(d.fields.contains(u"notes"_s));
    QCOMPARE(d.list(u"goods").size(), 1U);
    QCOMPARE(d.value(*d.list(u"goods")[0], u"quantity"), u"121"_s);
    QCOMPARE(d.items.size(), 2U);
    QVERIFY(!d.item(itemId(0))->present());
    QCOMPARE(d.heads, std::vector{a.facts.back().hash});
    QCOMPARE(d.logs.at(logId(1)).entries, 8);
    QCOMPARE(d.history.size(), 8U);
    QVERIFY(conflicts(d).empty() && d.missing.empty() && d.strays.empty());
    // Changing what was removed brings it back.
    a.write(ItemSet{itemId(0), u"name"_s, u"back"_s});
    QVERIFY(folded(a.facts).item(itemId(0))->present());
}

void TestFold::conflictAndItsEnd() {
    Replica a{1};
    Replica b{2};
    a.write(DossierOpened{u"visit"_s, {}});
    a.write(FieldSet{u"title"_s, u"base"_s});
    a.write(FieldSet{u"place"_s, u"here"_s});
    b.receive(a);
    b.write(FieldSet{u"title"_s, u"theirs"_s});
    a.write(FieldSet{u"title"_s, u"step"_s});
    a.write(FieldSet{u"title"_s, u"ours"_s});
    a.receive(b);
    const Dossier d = folded(a.facts);
    const auto found = conflicts(d);
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found[0].about, Conflict::About::Field);
    QCOMPARE(found[0].key, u"title"_s);
    QCOMPARE(values(found[0].values), QStringList({u"ours"_s, u"theirs"_s}));
    QCOMPARE(found[0].values.base.value().value, u"base"_s);
    QCOMPARE(d.history[std::size_t(found[0].values.live[0].entry)].fact.log, logId(1));
    QCOMPARE(d.history[std::size_t(found[0].values.live[1].entry)].fact.log, logId(2));
    QCOMPARE(d.value(u"title"), u"ours"_s);
    QCOMPARE(d.heads.size(), 2U);
    // What follows only one of them ends nothing.
    b.write(FieldSet{u"title"_s, u"later"_s});
    a.receive(b);
    QCOMPARE(values(folded(a.facts).fields.at(u"title"_s)), QStringList({u"ours"_s, u"later"_s}));
    a.write(FieldSet{u"title"_s, u"decided"_s});
    const Dossier done = folded(a.facts);
    QVERIFY(conflicts(done).empty());
    QCOMPARE(done.value(u"title"), u"decided"_s);
    QVERIFY(!done.fields.at(u"title"_s).base);
}

void TestFold::equalValuesAgree() {
    Replica a{1};
    Replica b{2};
    a.write(DossierOpened{u"visit"_s, {}});
    b.receive(a);
    a.write(FieldSet{u"title"_s, u"same"_s});
    b.write(FieldSet{u"title"_s, u"same"_s});
    a.receive(b);
    const Dossier d = folded(a.facts);
    QVERIFY(conflicts(d).empty());
    QCOMPARE(d.fields.at(u"title"_s).live.size(), 2U);
    // One of them changed alone: now they disagree.
    b.write(FieldSet{u"title"_s, u"other"_s});
    a.receive(b);
    QCOMPARE(conflicts(folded(a.facts)).size(), 1U);
}

void TestFold::removingAgainstAChange() {
    Replica a{1};
    Replica b{2};
    a.write(DossierOpened{u"visit"_s, {}});
    a.write(ItemAdded{itemId(1), u"goods"_s, {{u"name"_s, u"鞋"_s}}});
    b.receive(a);
    a.write(ItemRemoved{itemId(1)});
    b.write(ItemSet{itemId(1), u"name"_s, u"帽"_s});
    a.receive(b);
    const Dossier d = folded(a.facts);
    const auto found = conflicts(d);
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found[0].about, Conflict::About::Item);
    QCOMPARE(found[0].item, itemId(1));
    QCOMPARE(values(found[0].values), QStringList({u"removed"_s, u"present"_s}));
    QCOMPARE(found[0].values.base.value().value, u"present"_s);
    QVERIFY(d.item(itemId(1))->present());
    QCOMPARE(d.list(u"goods").size(), 1U);

    Replica removed = a;
    removed.write(ItemRemoved{itemId(1)});
    QVERIFY(conflicts(folded(removed.facts)).empty());
    QVERIFY(folded(removed.facts).list(u"goods").empty());
    Replica kept = a;
    kept.write(ItemSet{itemId(1), u"name"_s, u"帽"_s});
    QVERIFY(conflicts(folded(kept.facts)).empty());
    QCOMPARE(folded(kept.facts).list(u"goods").size(), 1U);

    // Both removing it is no dispute.
    Replica c{3};
    c.facts = {d.history[0].fact, d.history[1].fact};
    Replica e = c;
    e.log = 4;
    c.write(ItemRemoved{itemId(1)});
    e.write(ItemRemoved{itemId(1)});
    c.receive(e);
    QVERIFY(conflicts(folded(c.facts)).empty());
    QVERIFY(folded(c.facts).list(u"goods").empty());
}

void TestFold::sealedByNameAndBySlot() {
    const QString name = u"complainant_name"_s;
    const QString d1 = sealedDigest(u"1"_s);
    const QString d2 = sealedDigest(u"2"_s);
    const QString s1 = slotOf(u"1"_s);
    Replica a{1};
    Replica b{2};
    a.write(DossierOpened{u"visit"_s, {{sealedDigest(u"decoy"_s), slotOf(u"decoy"_s)}}});
    b.receive(a);
    a.write(SealedSet{{{d1, s1}}});
    b.write(SealedSet{{{d2, slotOf(u"2"_s)}}});
    a.receive(b);
    // Opened here, names meet though the slots do not.
    Dossier d = folded(a.facts, {{d1, {name, u"甲"_s}}, {d2, {name, u"乙"_s}}});
    QCOMPARE(conflicts(d).size(), 1U);
    QCOMPARE(conflicts(d)[0].about, Conflict::About::Sealed);
    QCOMPARE(d.sealed.at(name).agreement(), Register::Agreement::Conflict);
    QVERIFY(conflicts(folded(a.facts, {{d1, {name, u"甲"_s}}, {d2, {name, u"甲"_s}}})).empty());
    // Unopened and in different slots, nothing can be said.
    QVERIFY(conflicts(folded(a.facts)).empty());
    QCOMPARE(folded(a.facts).closed.size(), 3U);

    // In one slot they may disagree.
    Replica c{3};
    c.facts.assign(a.facts.begin(), a.facts.begin() + 1);
    Replica e = c;
    e.log = 4;
    c.write(SealedSet{{{d1, s1}}});
    e.write(SealedSet{{{d2, s1}}});
    c.receive(e);
    d = folded(c.facts);
    QCOMPARE(conflicts(d).size(), 1U);
    QCOMPARE(conflicts(d)[0].about, Conflict::About::Slot);
    QCOMPARE(conflicts(d)[0].values.agreement(), Register::Agreement::MayConflict);
    d = folded(c.facts, {{d2, {name, u"乙"_s}}});
    QCOMPARE(d.sealed.at(name).agreement(), Register::Agreement::MayConflict);
    QCOMPARE(d.value(name), u"乙"_s);
    c.write(SealedSet{{{sealedDigest(u"3"_s), s1}}});
    QVERIFY(conflicts(folded(c.facts)).empty());
}

void TestFold::slotLearntLater() {
    const QString name = u"original_name/"_s + itemId(1).text();
    const QString d1 = sealedDigest(u"1"_s);
    const QString d2 = sealedDigest(u"2"_s);
    const QString slot = slotOf(u"1"_s);
    Replica a{1};
    a.write(DossierOpened{u"visit"_s, {}});
    a.write(OriginalAdded{itemId(1), {}, 9, u"image/jpeg"_s, u"captured"_s, u"m"_s});
    a.write(SealedSet{{{d1, slot}}});
    a.write(SealedSet{{{d2, slot}}});
    // The older value is seen, the newer one withheld: the older must not be shown as the current one.
    Dossier d = folded(a.facts, {{d1, {name, u"a.jpg"_s}}});
    QCOMPARE(d.sealed.at(name).live.size(), 1U);
    QVERIFY(!d.sealed.at(name).live[0].known);
    QCOMPARE(d.value(*d.item(itemId(1)), u"original_name"), QString());
    d = folded(a.facts, {{d2, {name, u"b.jpg"_s}}});
    QCOMPARE(d.value(*d.item(itemId(1)), u"original_name"), u"b.jpg"_s);
    QVERIFY(d.closed.empty());
}

void TestFold::originalsCodesSignatures() {
    Replica a{1};
    Replica b{2};
    a.write(DossierOpened{u"visit"_s, {}});
    a.write(OriginalAdded{itemId(2), {}, 9, u"image/jpeg"_s, u"captured"_s, u"m"_s});
    a.write(OriginalAdded{itemId(1), {}, 10, u"image/jpeg"_s, u"captured"_s, u"m"_s});
    a.write(CodeScanned{itemId(2), {{u"QRCode"_s, u"first"_s, {}, {}, u"plain"_s}}});
    b.receive(a);
    a.write(CodeScanned{itemId(2), {{u"QRCode"_s, u"again"_s, {}, {}, u"plain"_s}}});
    b.write(CodeScanned{itemId(2), {{u"QRCode"_s, u"there"_s, {}, {}, u"plain"_s}}});
    a.receive(b);
    a.write(RecordSigned{itemId(9), u"9"_s});
    a.write(OriginalDestroyed{itemId(1), u"order 7"_s});
    b.receive(a);
    b.write(Cosigned{itemId(9)});
    b.write(Cosigned{itemId(8)});
    const Dossier d = folded(b.facts);
    QCOMPARE(d.list(originalsList).size(), 2U);
    QCOMPARE(d.original(*d.list(originalsList)[0])->size, 9);
    QCOMPARE(d.original(*d.list(originalsList)[1])->size, 10);
    QStringList texts;
    for (const int scan : d.item(itemId(2))->scans)
        texts << d.body<CodeScanned>(scan).codes[0].text;
    QCOMPARE(texts, QStringList({u"again"_s, u"there"_s}));
    QCOMPARE(d.item(itemId(1))->destroyed.size(), 1U);
    QCOMPARE(d.records.size(), 2U);
    QCOMPARE(d.body<RecordSigned>(d.records[0].signatures.at(0)).form, u"9"_s);
    QCOMPARE(d.history[std::size_t(d.records[0].cosignatures.at(0))].fact.log, logId(2));
    QVERIFY(d.records[1].signatures.empty());
    QVERIFY(conflicts(d).empty());
}

void TestFold::flawsChangeNothing() {
    Replica a{1};
    a.write(DossierOpened{u"visit"_s, {}});
    a.write(FieldSet{u"title"_s, u"kept"_s});
    a.write(ItemAdded{itemId(1), u"goods"_s, {{u"name"_s, u"kept"_s}}});
    const Dossier before = folded(a.facts);
    a.write(u"field.set"_s, Json::Object{{"field", u"title"_s}, {"value", 1}});
    a.write(u"field.set"_s, Json());
    a.write(u"newer.kind"_s, Json::Object{{"field", u"title"_s}, {"value", u"lost"_s}});
    a.write(DossierOpened{u"case"_s, {{sealedDigest(u"1"_s), slotOf(u"1"_s)}}});
    a.write(ItemAdded{itemId(1), u"people"_s, {{u"name"_s, u"lost"_s}}});
    a.write(OriginalAdded{itemId(1), {}, 9, u"image/jpeg"_s, u"captured"_s, u"m"_s});
    const Dossier after = folded(a.facts, {{sealedDigest(u"1"_s), {u"s"_s, u"x"_s}}});
    QCOMPARE(after.history.size(), 9U);
    QVERIFY(after.fields == before.fields && after.items == before.items && after.type == before.type);
    QVERIFY(after.sealed.empty() && after.closed.empty() && after.slotNames.empty());
    int malformed = 0;
    for (const Event& event : after.history)
        malformed += std::holds_alternative<Malformed>(event.body);
    QCOMPARE(malformed, 5);
    QVERIFY(std::holds_alternative<UnknownKind>(after.history[5].body));
    QCOMPARE(*after.history[5].fact.body.stringAt("value"), u"lost"_s);
}

void TestFold::missingAndForeign() {
    Replica a{1};
    a.write(DossierOpened{u"visit"_s, {}});
    a.write(FieldSet{u"title"_s, u"x"_s});
    a.write(FieldSet{u"place"_s, u"y"_s});
    const Dossier d = folded({a.facts[2], a.facts[0], a.facts[2]});
    QCOMPARE(d.history.size(), 2U);
    QCOMPARE(d.missing, std::vector({Missing{1, a.facts[1].hash}}));
    QCOMPARE(d.heads.size(), 2U);
    const DossierId other = DossierId::random();
    QCOMPARE(fold(other, a.facts, {}).error().kind, ErrorKind::BadInput);
    QVERIFY(folded({}).history.empty());
    // What no hash function allows is refused all the same.
    std::vector<Fact> circle = a.facts;
    circle[0].after = {circle[2].hash};
    QCOMPARE(fold(histories::dossier, circle, {}).error().kind, ErrorKind::BadInput);
}

void TestFold::forkedLog() {
    Replica a{1};
    a.write(DossierOpened{u"visit"_s, {}});
    a.write(FieldSet{u"title"_s, u"base"_s});
    Replica copy = a;
    a.write(FieldSet{u"title"_s, u"ours"_s});
    copy.write(FieldSet{u"title"_s, u"theirs"_s});
    copy.write(FieldSet{u"notes"_s, u"n"_s});
    a.write(FieldSet{u"place"_s, u"p"_s});
    a.receive(copy);
    const Dossier d = folded(a.facts);
    QCOMPARE(d.history.size(), 6U);
    QCOMPARE(conflicts(d).size(), 1U);
    QCOMPARE(d.fields.at(u"title"_s).live.size(), 2U);
    std::ranges::reverse(a.facts);
    QVERIFY(folded(a.facts) == d);
}

void TestFold::tooManyLogs() {
    std::vector<Fact> facts;
    for (int i = 0; i <= int(limits::dossierLogs); ++i)
        facts.push_back(makeFact(i, 0, {}, u"field.set"_s,
                                 Json::Object{{"field", u"f"_s}, {"value", QString::number(i)}}));
    QCOMPARE(fold(histories::dossier, facts, {}).error().kind, ErrorKind::TooLarge);
    facts.pop_back();
    QCOMPARE(folded(facts).fields.at(u"f"_s).live.size(), limits::dossierLogs);
}

void TestFold::effects() {
    Replica a{1};
    const OpenedValues opened{{sealedDigest(u"1"_s), {u"s"_s, u"x"_s}}};
    const QString d1 = sealedDigest(u"1"_s);
    const QString slot = slotOf(u"1"_s);
    QCOMPARE(effectsOf(a.write(DossierOpened{u"visit"_s, {{d1, slot}}}), opened),
             (std::vector<Effect>{OpenDossier{u"visit"_s}, SetSealed{slot, d1, u"s"_s, u"x"_s}}));
    QCOMPARE(effectsOf(a.facts.back(), {}),
             (std::vector<Effect>{OpenDossier{u"visit"_s}, SetSealed{slot, d1, {}, {}}}));
    QCOMPARE(
        effectsOf(a.write(ItemAdded{itemId(1), u"goods"_s, {{u"name"_s, u"鞋"_s}}}), opened),
        (std::vector<Effect>{AddItem{itemId(1), u"goods"_s}, SetItemField{itemId(1), u"name"_s, u"鞋"_s}}));
    QVERIFY(effectsOf(a.write(u"newer.kind"_s, {}), opened).empty());
    QVERIFY(effectsOf(a.write(u"field.set"_s, {}), opened).empty());
    QVERIFY(effectsOf(a.write(u"sealed.read"_s, {}), opened).empty());
}

void TestFold::applyRefuses() {
    Replica a{1};
    Replica b{2};
    a.write(DossierOpened{u"visit"_s, {}});
    b.receive(a);
    a.write(FieldSet{u"title"_s, u"ours"_s});
    b.write(FieldSet{u"title"_s, u"theirs"_s});
    Dossier d = folded(a.facts);
    const Dossier before = d;
    const auto refuses = [&](const Fact& fact) {
        const Status status = apply(d, fact, {});
        return !status && status.error().kind == ErrorKind::BadInput && d == before;
    };
    QVERIFY(refuses(b.facts.back()));
    QVERIFY(refuses(a.facts.front()));
    QVERIFY(refuses(makeFact(3, 0, {}, u"x"_s, {})));
    QVERIFY(refuses(makeFact(3, 0, {a.facts.back().hash, Digest{}}, u"x"_s, {})));
    QVERIFY(refuses(makeFact(3, 0, {a.facts.back().hash, a.facts.front().hash}, u"x"_s, {})));
    Fact elsewhere = makeFact(1, 2, {a.facts.back().hash}, u"x"_s, {});
    elsewhere.dossier = DossierId::random();
    QVERIFY(refuses(elsewhere));
    QVERIFY(apply(d, makeFact(3, 0, {a.facts.back().hash}, u"x"_s, {}), {}));
}

void TestFold::vectorLog() {
    // The dossier of the vectors: what an independent program wrote folds to what its text says.
    QFile file(QStringLiteral(CHAYAN_TEST_DATA "/formats_vectors/log.jsonl"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    std::vector<Fact> facts;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        const Json entry = parseCanonical(view(line)).value();
        if (*entry.stringAt("dossier") != histories::dossier.text())
            continue;
        std::vector<Digest> after;
        for (const Json& hash : *entry.arrayAt("after"))
            after.push_back(Digest::fromHex(*hash.string()).value());
        const QByteArray hash = QCryptographicHash::hash(QByteArray(1, 0) + line, QCryptographicHash::Sha256);
        facts.push_back({Digest::fromRaw(view(hash)).value(), *entry.stringAt("log"), *entry.integerAt("seq"),
                         fromRfc3339(*entry.stringAt("at")).value(),
                         Digest::fromHex(*entry.stringAt("officer")).value(), histories::dossier, after,
                         *entry.stringAt("kind"), *entry.find("body")});
    }
    const Dossier d = folded(facts);
    QCOMPARE(d.history.size(), 8U);
    QVERIFY(d.missing.empty() && conflicts(d).empty());
    QCOMPARE(d.heads[0].hex(), u"0775bf47a6ce77bda1c27c8b81dfb1783174b1a095f4c3bcf516d6df0789e47b"_s);
    QCOMPARE(d.value(u"place"), u"成都市武侯区虚构路1号"_s);
    QCOMPARE(d.value(*d.list(u"goods")[0], u"quantity"), u"120"_s);
    QCOMPARE(d.list(originalsList).size(), 1U);
    QCOMPARE(d.closed.size(), 16U);
}

void TestFold::anyOrderFoldsAlike() {
    for (unsigned seed = firstSeed; seed < firstSeed + 60; ++seed) {
        Random random(seed);
        OpenedValues opened;
        std::vector<Fact> facts;
        for (const Replica& replica : randomReplicas(random, 60, opened))
            facts.insert(facts.end(), replica.facts.begin(), replica.facts.end());
        const Dossier first = folded(facts, opened);
        for (int i = 0; i < 4; ++i) {
            std::ranges::shuffle(facts, random);
            QVERIFY2(folded(facts, opened) == first, qPrintable(u"seed %1"_s.arg(seed)));
        }
    }
}

void TestFold::registersKeepTheirDefinition() {
    int disputes = 0;
    for (unsigned seed = firstSeed; seed < firstSeed + 60; ++seed) {
        Random random(seed);
        OpenedValues opened;
        Replica all{0};
        for (const Replica& replica : randomReplicas(random, 70, opened))
            all.receive(replica);
        const Dossier d = folded(all.facts, opened);
        const auto ancestors = ancestorsOf(all.facts);
        // By definition: of the settings of a field those stay that no other setting of it follows.
        std::map<QString, std::set<std::pair<Digest, QString>>> fields;
        std::map<ItemId, std::set<std::pair<Digest, QString>>> presence;
        for (const Event& event : d.history) {
            const Digest& hash = event.fact.hash;
            if (const auto* set = std::get_if<FieldSet>(&event.body))
                fields[set->field].emplace(hash, set->value);
            if (const auto* added = std::get_if<ItemAdded>(&event.body))
                presence[added->item].emplace(hash, u"present"_s);
            if (const auto* added = std::get_if<OriginalAdded>(&event.body))
                presence[added->item].emplace(hash, u"present"_s);
            if (const auto* set = std::get_if<ItemSet>(&event.body))
                presence[set->item].emplace(hash, u"present"_s);
            if (const auto* removed = std::get_if<ItemRemoved>(&event.body))
                presence[removed->item].emplace(hash, u"removed"_s);
        }
        const auto check = [&](const std::set<std::pair<Digest, QString>>& settings, const Register& reg) {
            std::set<std::pair<Digest, QString>> live;
            for (const auto& one : settings)
                if (std::ranges::none_of(settings, [&](const auto& other) {
                        return ancestors.at(other.first).contains(one.first);
                    }))
                    live.insert(one);
            std::set<std::pair<Digest, QString>> got;
            std::set<QString> different;
            for (const Setting& setting : reg.live) {
                got.emplace(d.history[std::size_t(setting.entry)].fact.hash, setting.value);
                different.insert(setting.value);
            }
            if (reg.base)
                for (const auto& one : live)
                    if (!ancestors.at(one.first).contains(d.history[std::size_t(reg.base->entry)].fact.hash))
                        return false;
            disputes += reg.disputed();
            return got == live && reg.disputed() == (different.size() > 1);
        };
        for (const auto& [key, settings] : fields)
            QVERIFY2(check(settings, d.fields.at(key)), qPrintable(u"seed %1 %2"_s.arg(seed).arg(key)));
        QCOMPARE(d.fields.size(), fields.size());
        for (const auto& [id, settings] : presence)
            QVERIFY2(check(settings, d.item(id)->presence), qPrintable(u"seed %1"_s.arg(seed)));
    }
    QVERIFY2(disputes > 60, "the random histories dispute too little to prove anything");
}

void TestFold::displayOrderKeepsItsDefinition() {
    for (unsigned seed = firstSeed; seed < firstSeed + 60; ++seed) {
        Random random(seed);
        OpenedValues opened;
        Replica all{0};
        for (const Replica& replica : randomReplicas(random, 60, opened))
            all.receive(replica);
        std::vector<Fact> facts = all.facts;
        const auto ancestry = Ancestry::of(facts);
        QVERIFY(ancestry);
        const auto ancestors = ancestorsOf(facts);
        for (std::size_t i = 0; i < facts.size(); ++i)
            for (std::size_t j = 0; j < facts.size(); ++j)
                QCOMPARE(ancestry->follows(int(i), int(j)),
                         ancestors.at(facts[i].hash).contains(facts[j].hash));
        // Again and again the least (log, seq) of those whose parents are all out.
        std::set<Digest> out;
        std::vector<Fact> rest = all.facts;
        std::ranges::sort(rest, {}, [](const Fact& f) { return std::pair(f.log, f.seq); });
        for (const Fact& shown : facts) {
            const auto next = std::ranges::find_if(rest, [&](const Fact& fact) {
                return std::ranges::all_of(fact.after, [&](const Digest& d) { return out.contains(d); });
            });
            QVERIFY2(next->hash == shown.hash, qPrintable(u"seed %1"_s.arg(seed)));
            out.insert(next->hash);
            rest.erase(next);
        }
    }
}

void TestFold::applyEqualsFold() {
    for (unsigned seed = firstSeed; seed < firstSeed + 60; ++seed) {
        Random random(seed);
        OpenedValues opened;
        std::vector<Replica> replicas = randomReplicas(random, 40, opened);
        Replica& one = replicas[0];
        for (const Replica& other : replicas)
            one.receive(other);
        Dossier d = folded(one.facts, opened);
        for (int i = 0; i < 25; ++i) {
            writeAnything(one, random, opened);
            const Status applied = apply(d, one.facts.back(), opened);
            QVERIFY2(applied, applied ? "" : qPrintable(applied.error().detail));
            QVERIFY2(d == folded(one.facts, opened), qPrintable(u"seed %1 step %2"_s.arg(seed).arg(i)));
        }
    }
}

void TestFold::replicasAgree() {
    for (unsigned seed = firstSeed; seed < firstSeed + 60; ++seed) {
        Random random(seed);
        OpenedValues opened;
        std::vector<Replica> replicas = randomReplicas(random, 50, opened);
        // Everybody tells everybody, each in another order, until nobody learns anything.
        for (int round = 0; round < 2; ++round)
            for (std::size_t i = 0; i < replicas.size(); ++i)
                for (std::size_t j = 0; j < replicas.size(); ++j)
                    replicas[i].receive(replicas[(i + j) % replicas.size()]);
        const Dossier first = folded(replicas[0].facts, opened);
        for (const Replica& replica : replicas)
            QVERIFY2(folded(replica.facts, opened) == first, qPrintable(u"seed %1"_s.arg(seed)));
    }
}

void TestFold::longDossierIsNotQuadratic() {
    // 50,000 entries of one laptop, then of two that merge at each step: quadratic work would take minutes
    // and run into the test's time limit.
    std::vector<Fact> facts;
    for (int i = 0; i < 50'000; ++i)
        facts.push_back(
            makeFact(1, i, i ? std::vector{facts.back().hash} : std::vector<Digest>{}, u"field.set"_s,
                     Json::Object{{"field", u"f%1"_s.arg(i % 40)}, {"value", QString::number(i)}}));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(folded(facts).value(u"f39"), u"49999"_s);
    qInfo("50,000 linear entries: %lld ms", static_cast<long long>(timer.elapsed()));
    facts.clear();
    for (int i = 0; i < 50'000; ++i) {
        std::vector<Digest> after;
        for (std::size_t back = 1; back <= 2 && back <= facts.size(); ++back)
            after.push_back(facts[facts.size() - back].hash);
        facts.push_back(makeFact(1 + i % 2, i / 2, after, u"field.set"_s,
                                 Json::Object{{"field", u"f"_s}, {"value", QString::number(i)}}));
    }
    timer.restart();
    QCOMPARE(folded(facts).value(u"f"), u"49999"_s);
    qInfo("50,000 merging entries: %lld ms", static_cast<long long>(timer.elapsed()));
}

QTEST_APPLESS_MAIN(TestFold)
#include "test_fold.moc"
