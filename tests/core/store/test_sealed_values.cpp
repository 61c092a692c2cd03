#include "core/base/safe_file.h"
#include "core/domain/fold.h"
#include "core/ledger/disclosure.h"
#include "core/store/dossier_keys.h"
#include "core/store/sealed_values.h"
#include "tests/support/store_fixture.h"

#include <QtTest>

#include <set>

using namespace chayan;
using namespace chayan::store;
using namespace Qt::StringLiterals;

namespace {

const QString nameField = u"complainant_name"_s;
const QString secret = u"欧阳密封人"_s;
const QString phone = u"13912345678"_s;

domain::Fact factOf(ledger::Entry entry) {
    return {entry.hash,    entry.log.hex(), entry.seq,  entry.clock.utc, entry.officer,
            entry.dossier, entry.after,     entry.kind, entry.body};
}

}  // namespace

class TestSealedValues : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init();
    void nothingInTheClear();
    void decoysLookAlike();
    void slotsAreKept();
    void onlyTheirOfficersSeeThem();
    void changedOrMovedIsDamaged();
    void replicasMayConflict();
    void refusals();

  private:
    Status write(const Job& job) { return m_writer->submit(m_signer, job).get(); }
    Status open(const std::vector<NamedValue>& values) {
        return write([&](Draft& draft) -> Status {
            CHAYAN_TRY(m_opened, openDossier(draft, m_dossier, u"visit"_s, values));
            return {};
        });
    }
    Database reader() { return Database::open(m_path, Database::Mode::ReadOnly).value(); }
    std::vector<domain::Fact> facts() {
        Database database = reader();
        Query query = database.prepare("SELECT bytes FROM entry WHERE dossier=? ORDER BY seq");
        query.bind(m_dossier.text());
        std::vector<domain::Fact> all;
        while (query.step().value())
            all.push_back(factOf(ledger::parseEntry(query.blob(0)).value()));
        return all;
    }
    domain::Dossier folded(const std::shared_ptr<const Signer>& signer) {
        Database database = reader();
        return domain::fold(m_dossier, facts(), openedValues(database, *signer, m_dossier).value()).value();
    }
    /// The slots of every entry, in order.
    std::vector<std::vector<domain::SealedValue>> slotsOfAll() {
        std::vector<std::vector<domain::SealedValue>> all;
        for (const domain::Fact& fact : facts()) {
            const domain::Body body = domain::readBody(fact.kind, fact.body);
            if (const auto* opened = std::get_if<domain::DossierOpened>(&body))
                all.push_back(opened->sealed);
            else if (const auto* set = std::get_if<domain::SealedSet>(&body))
                all.push_back(set->sealed);
        }
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::shared_ptr<const Signer> m_signer;
    std::unique_ptr<Writer> m_writer;
    DossierId m_dossier = DossierId::random();
    Result<ledger::Entry> m_opened = fail(ErrorKind::NotFound, {});
};

void TestSealedValues::init() {
    m_writer.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"store.sqlite"_s);
    m_signer = test::officer(u"甲"_s, crypto::SealKey::random().value());
    m_writer = test::writerOn(m_path, m_signer, std::make_shared<test::TickingClock>());
    m_dossier = DossierId::random();
}

void TestSealedValues::nothingInTheClear() {
    QVERIFY(open({{nameField, secret}, {u"complainant_phone"_s, phone}}));
    QVERIFY(write([&](Draft& draft) {
        return setSealed(draft, m_dossier, {{u"original_name/x"_s, u"secret-file-name.jpg"_s}});
    }));
    const domain::Dossier dossier = folded(m_signer);
    QCOMPARE(dossier.value(nameField), secret);
    QCOMPARE(dossier.value(u"complainant_phone"), phone);

    // Neither the values nor their names, nor any spelling that a disclosure gives them, stand in any file.
    std::vector<QByteArray> hidden{secret.toUtf8(),     phone.toUtf8(),     nameField.toUtf8(),
                                   "complainant_phone", "secret-file-name", "original_name"};
    for (int shift = 0; shift < 3; ++shift)  // base64 of the same bytes, at each of its three alignments
        for (const QByteArray& plain : std::vector<QByteArray>{secret.toUtf8(), phone.toUtf8()})
            hidden.push_back(QByteArray(QByteArray(shift, ' ') + plain)
                                 .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
                                 .sliced(shift + 1)
                                 .chopped(2));
    int files = 0;
    for (const QString& name : QDir(m_folder->path()).entryList(QDir::Files)) {
        const QByteArray bytes = readFile(m_folder->filePath(name), 1 << 26).value();
        QVERIFY(name != u"store.sqlite-wal" || !bytes.isEmpty());
        ++files;
        for (const QByteArray& plain : hidden)
            QVERIFY2(!bytes.contains(plain), (plain + " in " + name.toUtf8()).constData());
    }
    QVERIFY(files >= 2);
}

void TestSealedValues::decoysLookAlike() {
    const DossierId first = m_dossier;
    QVERIFY(open({}));
    m_dossier = DossierId::random();
    QVERIFY(open({{nameField, secret}}));
    const auto with = slotsOfAll();
    m_dossier = first;
    const auto without = slotsOfAll();
    QCOMPARE(with.size(), 1U);
    QCOMPARE(without.size(), 1U);
    QCOMPARE(with.front().size(), 8U);
    QCOMPARE(without.front().size(), 8U);
    std::set<QString> digests;
    for (const auto& sealed : {with.front(), without.front()}) {
        for (const domain::SealedValue& value : sealed) {
            QCOMPARE(fromBase64url(value.digest)->size(), 32);
            QCOMPARE(fromBase64url(value.slot)->size(), 16);
            digests.insert(value.digest);
            digests.insert(value.slot);
        }
    }
    QCOMPARE(digests.size(), 32U);
    // Filled up to the next multiple of eight, and never one more.
    std::vector<NamedValue> values;
    for (int i = 0; i < 9; ++i)
        values.push_back({u"name_%1"_s.arg(i), QString::number(i)});
    QVERIFY(write([&](Draft& draft) { return setSealed(draft, m_dossier, values); }));
    values.pop_back();
    QVERIFY(write([&](Draft& draft) { return setSealed(draft, m_dossier, values); }));
    QCOMPARE(slotsOfAll().at(1).size(), 16U);
    QCOMPARE(slotsOfAll().at(2).size(), 8U);
    // Real values stand anywhere among the sixteen: the place tells nothing either.
    std::set<std::size_t> places;
    for (int round = 0; round < 40; ++round) {
        m_dossier = DossierId::random();
        QVERIFY(open({{nameField, secret}}));
        Database database = reader();
        const auto opened = openedValues(database, *m_signer, m_dossier).value();
        QCOMPARE(opened.size(), 1U);
        const auto sealed = slotsOfAll().front();
        for (std::size_t i = 0; i < sealed.size(); ++i)
            if (opened.contains(sealed[i].digest))
                places.insert(i);
    }
    QVERIFY(places.size() > 3);  // fails by chance once in 10^12
    // In the database the length tells nothing.
    Database database = reader();
    QCOMPARE(database.integer("SELECT count(DISTINCT length(sealed)) FROM disclosure").value(), 1);
}

void TestSealedValues::slotsAreKept() {
    QVERIFY(open({{nameField, secret}}));
    for (const QString& value : {u"乙"_s, QString(), u"丙"_s})
        QVERIFY(write([&](Draft& draft) { return setSealed(draft, m_dossier, {{nameField, value}}); }));
    const domain::Dossier dossier = folded(m_signer);
    QCOMPARE(dossier.slotNames.size(), 1U);
    QCOMPARE(dossier.value(nameField), u"丙"_s);
    QVERIFY(domain::conflicts(dossier).empty());
    const QString slot = dossier.slotNames.begin()->first;
    for (const auto& sealed : slotsOfAll())
        QCOMPARE(std::ranges::count(sealed, slot, &domain::SealedValue::slot), 1);
    // Another dossier's slot for the same name is another.
    m_dossier = DossierId::random();
    QVERIFY(open({{nameField, secret}}));
    QVERIFY(folded(m_signer).slotNames.begin()->first != slot);
}

void TestSealedValues::onlyTheirOfficersSeeThem() {
    QVERIFY(open({{nameField, secret}}));
    const auto colleague = test::officer(u"乙"_s, m_signer->storeKey);
    QCOMPARE(folded(colleague).value(nameField), secret);
    for (const auto& other :
         {test::officer(u"丙"_s), test::officer(u"丁"_s, crypto::SealKey::random().value())}) {
        const domain::Dossier dossier = folded(other);
        QCOMPARE(dossier.value(nameField), QString());
        QCOMPARE(dossier.closed.size(), 8U);
    }
    Database database = reader();
    QCOMPARE(sealedCount(database, m_dossier).value(), 1);
    // After an office was taken over, what lay under the key before is read by whoever still has it.
    Signer both{
        m_signer->key, m_signer->certificate, crypto::SealKey::random().value(), {*m_signer->storeKey}};
    m_signer = std::make_shared<const Signer>(both);
    QCOMPARE(folded(m_signer).value(nameField), secret);
    QVERIFY(write([&](Draft& draft) { return setSealed(draft, m_dossier, {{nameField, u"新"_s}}); }));
    QCOMPARE(folded(m_signer).value(nameField), u"新"_s);
    QCOMPARE(folded(m_signer).slotNames.size(), 1U);
    QCOMPARE(sealedCount(database, m_dossier).value(), 2);
}

void TestSealedValues::changedOrMovedIsDamaged() {
    QVERIFY(open({{nameField, secret}}));
    const DossierId first = m_dossier;
    m_dossier = DossierId::random();
    QVERIFY(open({{nameField, u"另一人"_s}}));
    m_writer.reset();
    const auto damages = [&](const char* sql) {
        Database database = Database::open(m_path, Database::Mode::ReadWrite).value();
        const Transaction undone = Transaction::begin(database).value();
        if (!database.execute(sql))
            return false;
        const auto opened = openedValues(database, *m_signer, first);
        return !opened && opened.error().kind == ErrorKind::Damaged;
    };
    QVERIFY(damages("UPDATE disclosure SET sealed=(SELECT sealed FROM disclosure WHERE key=2) WHERE key=1"));
    QVERIFY(damages("UPDATE disclosure SET entry=zeroblob(32) WHERE key=1"));
    QVERIFY(damages("UPDATE disclosure SET sealed=zeroblob(10) WHERE key=1"));
    QVERIFY(damages("UPDATE dossier_key SET sealed=(SELECT sealed FROM dossier_key WHERE id=2) WHERE id=1"));
    QVERIFY(!damages("UPDATE meta SET value=value"));
}

void TestSealedValues::replicasMayConflict() {
    // The dossier goes to a colleague's laptop without its disclosures; both then set the same name.
    QVERIFY(open({{nameField, secret}}));
    std::vector<domain::Fact> base = facts();
    QVERIFY(write([&](Draft& draft) { return setSealed(draft, m_dossier, {{nameField, u"甲说"_s}}); }));
    const domain::Fact ours = facts().back();
    // The colleague was told the name of the slot once, and uses it.
    const QString slot = folded(m_signer).slotNames.begin()->first;
    const auto theirValue = ledger::makeDisclosure(nameField, Json(u"乙说"_s)).value();
    domain::Fact theirs = base.back();
    theirs.hash.bytes[0] ^= 1;
    theirs.log = QString(64, u'f');
    theirs.after = {base.back().hash};
    theirs.kind = u"sealed.set"_s;
    theirs.body = domain::writeBody(domain::SealedSet{{{theirValue.digest, slot}}});

    std::vector<domain::Fact> all = base;
    all.push_back(ours);
    all.push_back(theirs);
    const domain::Dossier blind = domain::fold(m_dossier, all, {}).value();
    const auto unsure = domain::conflicts(blind);
    QCOMPARE(unsure.size(), 1U);
    QCOMPARE(unsure.front().about, domain::Conflict::About::Slot);
    QCOMPARE(unsure.front().key, slot);
    QCOMPARE(unsure.front().values.agreement(), domain::Register::Agreement::MayConflict);

    Database database = reader();
    auto opened = openedValues(database, *m_signer, m_dossier).value();
    opened[theirValue.digest] = {nameField, Json(u"乙说"_s)};
    const auto sure = domain::conflicts(domain::fold(m_dossier, all, opened).value());
    QCOMPARE(sure.size(), 1U);
    QCOMPARE(sure.front().about, domain::Conflict::About::Sealed);
    QCOMPARE(sure.front().values.agreement(), domain::Register::Agreement::Conflict);
}

void TestSealedValues::refusals() {
    const auto kindOf = [&](const Status& status) {
        return status ? ErrorKind::Internal : status.error().kind;
    };
    QCOMPARE(kindOf(open({{nameField, u"a"_s}, {nameField, u"b"_s}})), ErrorKind::BadValue);
    QVERIFY(open({{nameField, secret}}));
    const Digest hash = m_opened->hash;
    const TravellingValue foreign{hash, ledger::makeDisclosure(nameField, Json(u"x"_s)).value().text};
    QCOMPARE(kindOf(write([&](Draft& draft) { return addDisclosure(draft, foreign); })), ErrorKind::BadInput);
    std::vector<TravellingValue> values;
    Database database = reader();
    QVERIFY(forEachDisclosure(database, *m_signer, m_dossier, [&](const TravellingValue& value) -> Status {
        values.push_back(value);
        return {};
    }));
    QCOMPARE(values.size(), 1U);
    QCOMPARE(values.front().entry, hash);
    // What is here already changes nothing; to an office with another key the same value comes as a new one.
    QVERIFY(write([&](Draft& draft) { return addDisclosure(draft, values.front()); }));
    QCOMPARE(database.integer("SELECT count(*) FROM disclosure").value(), 1);
    values.front().entry = Digest{};
    QCOMPARE(kindOf(write([&](Draft& draft) { return addDisclosure(draft, values.front()); })),
             ErrorKind::BadInput);
    QVERIFY(QFile::exists(m_path));
}

QTEST_APPLESS_MAIN(TestSealedValues)
#include "test_sealed_values.moc"
