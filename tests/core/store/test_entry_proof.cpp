#include "core/domain/dossier.h"
#include "core/store/entry_proof.h"
#include "core/store/officers.h"
#include "core/store/store.h"
#include "tests/support/store_fixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chayan;
using namespace chayan::store;

class TestEntryProof : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyEntryIsProvenAndAChangedRootIsNoticed() {
        QTemporaryDir folder;
        const auto signer = test::officer(u"甲"_s, crypto::SealKey::random().value());
        const QByteArray pem = signer->key.toEncryptedPem("passphrase").value();
        const QString path = folder.filePath(u"store"_s);
        const auto store =
            Store::create(path, *signer, pem, std::make_shared<test::TickingClock>(), u"test"_s);
        QVERIFY(store.has_value());
        const DossierId dossier = DossierId::random();
        for (int i = 0; i < 9; ++i) {
            const Status done =
                (*store)
                    ->write(signer,
                            [&](Draft& draft) -> Status {
                                for (int n = 0; n <= i % 3; ++n)
                                    CHAYAN_CHECK(draft.append(dossier, u"field.set"_s, Json(Json::Object{})));
                                return {};
                            })
                    .get();
            QVERIFY(done.has_value());
        }
        Database database = (*store)->reader().value();
        std::vector<Digest> hashes;
        Query query = database.prepare("SELECT hash FROM entry ORDER BY log, seq");
        while (query.step().value())
            hashes.push_back(*Digest::fromRaw(view(query.blob(0))));
        QVERIFY(hashes.size() >= 18);
        for (std::size_t seq = 0; seq < hashes.size(); ++seq) {
            const auto proof = proveEntry(database, hashes[seq]);
            QVERIFY2(proof.has_value(), qPrintable(QString::number(seq)));
            QCOMPARE(proof->seq, static_cast<qint64>(seq));
            QVERIFY(proof->size > proof->seq);
            QCOMPARE(proof->by.name, u"甲"_s);
            QVERIFY(proof->at > 0);
        }
        QCOMPARE(proveEntry(database, Digest()).error().kind, ErrorKind::NotFound);

        // A checkpoint that says another root.
        Database changing = Database::open(path + u"/store.sqlite"_s, Database::Mode::ReadWrite).value();
        Query change = changing.prepare(
            "UPDATE checkpoint SET body=CAST(replace(CAST(body AS TEXT), '\"at\":\"20', '\"at\":\"19') AS "
            "BLOB)");
        QVERIFY(change.run());
        const auto changed = proveEntry(database, hashes.back());
        QVERIFY(!changed);
        QCOMPARE(changed.error().kind, ErrorKind::Damaged);
    }
};

QTEST_APPLESS_MAIN(TestEntryProof)
#include "test_entry_proof.moc"
