#include "core/store/drafts.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chayan;

class TestDrafts : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aDraftIsKeptSealedAndGoes() {
        QTemporaryDir folder;
        const store::Drafts drafts(folder.path());
        const auto key = crypto::SealKey::random();
        const DossierId dossier = DossierId::random();
        QCOMPARE(*drafts.read(dossier, *key), store::Drafts::Values());
        const store::Drafts::Values typed{
            {u"title"_s, u"云岭鹤 3"_s}, {u"place"_s, {}}, {u"name/"_s + ItemId::random().text(), u"3"_s}};
        QVERIFY(drafts.keep(dossier, *key, typed));
        QCOMPARE(*drafts.read(dossier, *key), typed);
        const QString path = folder.filePath(u"drafts/"_s + dossier.text());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(u"云岭鹤"_s.toUtf8()));

        // Neither another key nor another dossier's name opens it.
        QVERIFY(!drafts.read(dossier, *crypto::SealKey::random()));
        const DossierId other = DossierId::random();
        QVERIFY(QFile::copy(path, folder.filePath(u"drafts/"_s + other.text())));
        QVERIFY(!drafts.read(other, *key));

        QVERIFY(drafts.keep(dossier, *key, {}));
        QVERIFY(!QFile::exists(path));
        QVERIFY(drafts.keep(dossier, *key, {}));
    }
};

QTEST_APPLESS_MAIN(TestDrafts)
#include "test_drafts.moc"
