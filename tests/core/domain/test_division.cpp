#include "core/domain/division.h"
#include "core/domain/fold.h"
#include "tests/core/domain/histories.h"

#include <QtTest>

using namespace histories;

/// The division against the fold of everything, on histories that are as hostile as they come.
class TestDivision : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void partsAreLikeTheWhole();
    void longHistoriesStayCheap();
};

namespace {

/// What a register says, with its entries named by hash, so that two folds compare.
QStringList said(const Dossier& dossier, const Register& values) {
    const auto one = [&](const Setting& setting) {
        return u"%1 %2 %3 %4"_s.arg(dossier.history[std::size_t(setting.entry)].fact.hash.hex(),
                                    setting.value, setting.digest, setting.known ? u"known"_s : u"-"_s);
    };
    QStringList all;
    for (const Setting& setting : values.live)
        all << one(setting);
    all.sort();
    if (values.base)
        all << u"base "_s + one(*values.base);
    return all;
}

QStringList hashes(const Dossier& dossier, const std::vector<int>& entries) {
    QStringList all;
    for (const int entry : entries)
        all << dossier.history[std::size_t(entry)].fact.hash.hex();
    all.sort();
    return all;
}

QStringList said(const Dossier& dossier, const Item& item) {
    QStringList all{item.list, item.present() ? u"present"_s : u"removed"_s};
    all << said(dossier, item.presence) << hashes(dossier, item.scans) << hashes(dossier, item.destroyed);
    for (const auto& [key, values] : item.values)
        all << key << said(dossier, values);
    return all;
}

Dossier folded(const Division& division, const std::vector<int>& entries, const Dossier& whole,
               const OpenedValues& opened) {
    std::vector<Fact> facts;
    for (const int entry : entries)
        facts.push_back(whole.history[std::size_t(entry)].fact);
    division.join(entries, facts);
    return foldOrdered(histories::dossier, std::move(facts), opened).value();
}

}  // namespace

void TestDivision::partsAreLikeTheWhole() {
    int divided = 0;
    for (unsigned seed = 20261124; seed < 20261124 + 200; ++seed) {
        Random random(seed);
        OpenedValues opened;
        Replica all{0};
        for (const Replica& replica : randomReplicas(random, 60, opened))
            all.receive(replica);
        const QString ofItem = u"original_name/"_s + itemId(1).text();
        for (auto& [digest, value] : opened)
            if (value.name == u"s2")
                value.name = ofItem;
        const Dossier whole = fold(histories::dossier, all.facts, opened).value();
        Division division(1);
        for (const Event& event : whole.history)
            division.add(event.fact, opened);
        division.finish();
        QCOMPARE(division.heads(), whole.heads);

        const Dossier frame = folded(division, division.frame(), whole, opened);
        std::vector<Dossier> pieces{frame};
        for (const std::vector<int>& part : division.parts())
            pieces.push_back(folded(division, part, whole, opened));
        divided += int(division.parts().size());
        const QByteArray where = "seed " + QByteArray::number(seed);
        QVERIFY2(frame.type == whole.type, where);
        for (const auto& [key, values] : whole.fields)
            QVERIFY2(said(frame, frame.fields.at(key)) == said(whole, values), where);
        for (const auto& [key, values] : whole.sealed)
            if (key != ofItem)
                QVERIFY2(said(frame, frame.sealed.at(key)) == said(whole, values), where);
        for (const auto& [slot, values] : whole.closed)
            if (values.disputed())
                QVERIFY2(said(frame, frame.closed.at(slot)) == said(whole, values), where);
        QVERIFY2(frame.records.size() == whole.records.size(), where);
        for (const Item& item : whole.items) {
            const auto piece = std::ranges::find_if(
                pieces, [&](const Dossier& dossier) { return dossier.item(item.id) != nullptr; });
            QVERIFY2(piece != pieces.end(), where);
            QVERIFY2(said(*piece, *piece->item(item.id)) == said(whole, item), where);
            if (item.id == itemId(1) && whole.sealed.contains(ofItem) && whole.original(item) != nullptr)
                QVERIFY2(said(*piece, piece->sealed.at(ofItem)) == said(whole, whole.sealed.at(ofItem)),
                         where);
        }
    }
    QVERIFY(divided > 100);
}

void TestDivision::longHistoriesStayCheap() {
    // Two that answer each other in turn: what an entry follows must not be carried along one by one.
    Replica one{1};
    Replica two{2};
    one.write(DossierOpened{u"visit"_s, {}});
    std::vector<Fact> facts = one.facts;
    Digest last[2] = {one.facts[0].hash, one.facts[0].hash};
    constexpr int turns = 20'000;
    for (int i = 0; i < turns; ++i) {
        const int who = i % 2;
        facts.push_back(makeFact(1 + who, 1 + i, {last[0], last[1]}, u"field.set"_s,
                                 writeBody(FieldSet{u"notes"_s, QString::number(i)})));
        last[who] = facts.back().hash;
    }
    Division division(10);
    for (const Fact& fact : facts)
        division.add(fact, {});
    division.finish();
    std::vector<int> few{0};
    for (int i = 1000; i < turns; i += 1000)
        few.insert(few.end(), {i, i + 1});
    std::vector<Fact> kept;
    for (const int entry : few)
        kept.push_back(facts[std::size_t(entry)]);
    division.join(few, kept);
    for (const Fact& fact : kept)
        QVERIFY(fact.after.size() <= 2);
    QCOMPARE(fold(histories::dossier, kept, {})->heads.size(), 1u);
}

QTEST_GUILESS_MAIN(TestDivision)
#include "test_division.moc"
