#include "core/base/safe_file.h"
#include "core/store/check.h"
#include "core/store/officers.h"
#include "core/store/sealed_values.h"
#include "core/store/store.h"
#include "tests/support/programs.h"
#include "tests/support/store_fixture.h"

#include <QtTest>

using namespace chayan;
using namespace chayan::store;
using namespace Qt::StringLiterals;

namespace {

const QByteArray passphrase = "correct horse";
const QString nameField = u"complainant_name"_s;

struct Person {
    std::shared_ptr<const Signer> signer;
    QByteArray pem;
    Digest fingerprint() const { return signer->certificate.fingerprint(); }
};
Person person(const QString& name, std::optional<crypto::SealKey> storeKey = {}) {
    Person made{test::officer(name, std::move(storeKey)), {}};
    made.pem = made.signer->key.toEncryptedPem(passphrase).value();
    return made;
}
ErrorKind kindOf(const Status& status) {
    return status ? ErrorKind::Internal : status.error().kind;
}

}  // namespace

// Several officers on one laptop, and what no entry proves.
class TestOfficers : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init();
    void admittedAndRetired();
    void takenOver();
    void opensslOpensTheStoreKey();
    void secretsBehindTheBack_data();
    void secretsBehindTheBack();
    void rolledBackSecrets();

  private:
    Status write(const std::shared_ptr<const Signer>& signer, const Job& job) {
        return m_store->write(signer, job).get();
    }
    Status sealName(const std::shared_ptr<const Signer>& signer, const QString& value) {
        return write(signer, [&](Draft& draft) { return setSealed(draft, m_dossier, {{nameField, value}}); });
    }
    Result<Signer> unlocked(const Digest& officer) {
        Database database = m_store->reader().value();
        return unlock(database, officer, passphrase);
    }
    std::size_t seen(const Signer& signer) {
        Database database = m_store->reader().value();
        return openedValues(database, signer, m_dossier).value().size();
    }
    QStringList findings(const Signer* officer = nullptr) {
        Database database = m_store->reader().value();
        QStringList all;
        const CheckReport report = check(database, m_store->vault(), Beside::Nobody, {}, officer).value();
        for (const Finding& finding : report.findings)
            all << finding.what;
        return all;
    }
    QString path() const { return m_folder->filePath(u"store/store.sqlite"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<const Clock> m_clock = std::make_shared<test::TickingClock>();
    Person m_first;
    std::unique_ptr<Store> m_store;
    DossierId m_dossier = DossierId::random();
};

void TestOfficers::init() {
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_first = person(u"甲"_s, crypto::SealKey::random().value());
    m_store = Store::create(m_folder->filePath(u"store"_s), *m_first.signer, m_first.pem, m_clock, u"test"_s)
                  .value();
    QVERIFY(write(m_first.signer, [&](Draft& draft) -> Status {
        CHAYAN_TRY(const ledger::Entry entry,
                   openDossier(draft, m_dossier, u"visit"_s, {{nameField, u"某"_s}}));
        return {};
    }));
}

void TestOfficers::admittedAndRetired() {
    const Person second = person(u"乙"_s);
    QCOMPARE(kindOf(sealName(second.signer, u"x"_s)), ErrorKind::NotAdmitted);
    QCOMPARE(unlocked(second.fingerprint()).error().kind, ErrorKind::NotFound);
    QVERIFY(write(second.signer, [&](Draft& draft) {
        return addPendingOfficer(draft, second.signer->certificate, second.pem);
    }));
    QCOMPARE(unlocked(second.fingerprint()).error().kind, ErrorKind::NotAdmitted);
    // Nobody lets himself in.
    QCOMPARE(kindOf(write(second.signer, [&](Draft& d) { return admitOfficer(d, second.fingerprint()); })),
             ErrorKind::NotAdmitted);
    const auto admit = [&](Draft& draft) { return admitOfficer(draft, second.fingerprint()); };
    QVERIFY(write(m_first.signer, admit));
    QCOMPARE(kindOf(write(m_first.signer, admit)), ErrorKind::AlreadyExists);
    Database database = m_store->reader().value();
    QCOMPARE(unlock(database, {}, passphrase).error().kind, ErrorKind::OfficerNeeded);
    QCOMPARE(unlock(database, second.fingerprint(), "wrong").error().kind, ErrorKind::WrongPassphrase);
    const auto colleague = std::make_shared<const Signer>(unlocked(second.fingerprint()).value());
    QCOMPARE(seen(*colleague), 1U);
    QVERIFY(sealName(colleague, u"乙说"_s));
    QCOMPARE(findings(colleague.get()), QStringList());

    const auto retire = [](const Digest& who) {
        return [who](Draft& draft) { return retireOfficer(draft, who); };
    };
    QVERIFY(write(colleague, retire(m_first.fingerprint())));
    QCOMPARE(kindOf(sealName(m_first.signer, u"x"_s)), ErrorKind::NotAdmitted);
    QCOMPARE(unlocked(m_first.fingerprint()).error().kind, ErrorKind::NotAdmitted);
    QCOMPARE(kindOf(write(colleague, retire(m_first.fingerprint()))), ErrorKind::NotFound);
    QCOMPARE(kindOf(write(colleague, retire(second.fingerprint()))), ErrorKind::NotFinished);
    QVERIFY(unlock(database, {}, passphrase));  // one is left
    // And may come back.
    QVERIFY(write(colleague, [&](Draft& draft) { return admitOfficer(draft, m_first.fingerprint()); }));
    QCOMPARE(seen(unlocked(m_first.fingerprint()).value()), 2U);
    QCOMPARE(findings(colleague.get()), QStringList());
    const std::vector<Officer> all = officers(database).value();
    QCOMPARE(all.size(), 2U);
    QVERIFY(all[0].admitted && all[0].here && all[1].admitted && all[1].here);
}

void TestOfficers::takenOver() {
    Database database = m_store->reader().value();
    const qint64 before = database.integer("SELECT count(*) FROM entry").value();
    const Person next = person(u"丙"_s, crypto::SealKey::random().value());
    QVERIFY(write(next.signer, [&](Draft& draft) { return takeOver(draft, next.pem); }));
    // The new log names the last checkpoint of the old one.
    Query opened = database.prepare("SELECT bytes FROM entry WHERE kind='log.opened' ORDER BY id DESC");
    QVERIFY(opened.step().value());
    const auto entry = ledger::parseEntry(opened.blob(0)).value();
    const Json* previous = entry.body.find("previous");
    QVERIFY(previous != nullptr);
    QCOMPARE(*previous->integerAt("size"), before);
    Query last = database.prepare(
        "SELECT hash, root FROM checkpoint JOIN log ON log.id = checkpoint.log WHERE size=? AND log.id=1");
    QVERIFY(last.bind(before).step().value());
    QCOMPARE(*previous->stringAt("log"), QString::fromLatin1(last.blob(0).toHex()));
    QCOMPARE(*previous->stringAt("root"), QString::fromLatin1(last.blob(1).toHex()));
    // Who was here before is out until the new one admits him; what was sealed is closed to the new one.
    QCOMPARE(kindOf(sealName(m_first.signer, u"x"_s)), ErrorKind::NotAdmitted);
    const auto signer = std::make_shared<const Signer>(unlock(database, {}, passphrase).value());
    QCOMPARE(signer->certificate.fingerprint(), next.fingerprint());
    QCOMPARE(seen(*signer), 0U);
    QVERIFY(sealName(signer, u"丙说"_s));
    QCOMPARE(seen(*signer), 1U);
    QCOMPARE(findings(signer.get()), QStringList());
    QVERIFY(write(signer, [&](Draft& draft) { return admitOfficer(draft, m_first.fingerprint()); }));
    const Signer back = unlocked(m_first.fingerprint()).value();
    QCOMPARE(seen(back), 2U);  // with the old key and the new one
    // All of it is there after the store was closed.
    m_store.reset();
    m_store = Store::open(m_folder->filePath(u"store"_s), m_clock).value();
    QVERIFY(sealName(std::make_shared<const Signer>(back), u"甲又说"_s));
    QCOMPARE(findings(&back), QStringList());
}

void TestOfficers::opensslOpensTheStoreKey() {
    Database database = m_store->reader().value();
    Query envelope = database.prepare("SELECT envelope FROM store_key");
    QVERIFY(envelope.step().value());
    const auto keep = [&](const QString& name, const QByteArray& bytes) {
        return writeFileDurably(m_folder->filePath(name), view(bytes)).has_value();
    };
    const Person other = person(u"乙"_s);
    QVERIFY(keep(u"envelope"_s, envelope.blob(0)) && keep(u"key"_s, m_first.pem) &&
            keep(u"cert"_s, m_first.signer->certificate.pem()) && keep(u"other"_s, other.pem) &&
            keep(u"other_cert"_s, other.signer->certificate.pem()));
    const auto decrypt = [&](const QString& key, const QString& certificate) {
        QByteArray opened;
        const int code = test::run(u"openssl"_s,
                                   {u"cms"_s, u"-decrypt"_s, u"-binary"_s, u"-inform"_s, u"DER"_s, u"-in"_s,
                                    u"envelope"_s, u"-inkey"_s, key, u"-recip"_s, certificate, u"-passin"_s,
                                    u"pass:"_s + QString::fromUtf8(passphrase)},
                                   m_folder->path(), &opened);
        return code == 0 ? opened : QByteArray();
    };
    QCOMPARE(decrypt(u"key"_s, u"cert"_s), m_first.signer->storeKey->bytes);
    QVERIFY(decrypt(u"other"_s, u"other_cert"_s) != m_first.signer->storeKey->bytes);
}

void TestOfficers::secretsBehindTheBack_data() {
    QTest::addColumn<QByteArray>("sql");
    const auto row = [](const char* name, const char* sql) { QTest::newRow(name) << QByteArray(sql); };
    row("a value removed", "DELETE FROM disclosure");
    row("a value changed", "UPDATE disclosure SET sealed=zeroblob(length(sealed))");
    row("a value's tag changed", "UPDATE disclosure SET tag=zeroblob(32)");
    row("a dossier's key changed", "UPDATE dossier_key SET sealed=zeroblob(60)");
    row("a dossier's key added",
        "INSERT INTO dossier_key(dossier, store_key, sealed) VALUES('x', x'00', x'00')");
    row("an envelope removed", "DELETE FROM store_key");
    row("an envelope changed", "UPDATE store_key SET envelope=x'00'");
    row("an officer's key changed", "UPDATE officer_key SET pem=x'00'");
    row("the sum removed", "DELETE FROM secret_sum");
    row("the sum's signature changed", "UPDATE secret_sum SET signature=x'00'");
    row("the sum's body changed",
        "UPDATE secret_sum SET body=CAST(replace(CAST(body AS TEXT), '\"size\":', '\"size\":1') AS BLOB)");
}

void TestOfficers::secretsBehindTheBack() {
    QFETCH(QByteArray, sql);
    QCOMPARE(findings(m_first.signer.get()), QStringList());
    m_store.reset();
    QCOMPARE(test::run(u"sqlite3"_s, {path(), QString::fromUtf8(sql)}), 0);
    m_store = Store::openToRead(m_folder->filePath(u"store"_s)).value();
    const QStringList found = findings();
    QVERIFY2(
        !found.isEmpty() && found.filter(QRegularExpression(u"^(secrets_|schema_)"_s)).size() == found.size(),
        qPrintable(found.join(u' ')));
}

void TestOfficers::rolledBackSecrets() {
    const auto dump = [&](const QString& sql) { return test::run(u"sqlite3"_s, {path(), sql}) == 0; };
    QVERIFY(dump(u"CREATE TABLE old_sum AS SELECT * FROM secret_sum"_s));
    QVERIFY(sealName(m_first.signer, u"另"_s));
    m_store.reset();
    QVERIFY(dump(
        u"DELETE FROM disclosure WHERE entry=(SELECT hash FROM entry WHERE kind='sealed.set');"
        u"UPDATE secret_sum SET (body, signature)=(SELECT body, signature FROM old_sum); DROP TABLE old_sum"_s));
    m_store = Store::openToRead(m_folder->filePath(u"store"_s)).value();
    QCOMPARE(findings(), QStringList{u"secrets_rolled_back"_s});
}

QTEST_APPLESS_MAIN(TestOfficers)
#include "test_officers.moc"
