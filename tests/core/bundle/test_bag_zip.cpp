#include "core/bundle/bag_layout.h"
#include "tests/support/bag_fixture.h"

using namespace chayan;
using namespace chayan::bundle;
using namespace chayan::test;
using namespace Qt::StringLiterals;

/// Written, read back and judged by other tools.
class TestBagZip : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_zip = m_folder.filePath(u"a.bundle.zip"_s);
        const auto written = writePlan(m_zip, smallPlan());
        QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
        m_written = *written;
    }

    void ownReaderAgrees() {
        QCOMPARE(verdict(m_zip), u"original ok"_s);
        const auto source = ZipSource::open(m_zip);
        QCOMPARE((*source)->name(), u"visit-1"_s);
        QCOMPARE((*source)->bytes(), m_written.bytes);
        QCOMPARE((*source)->members().front().path, layout::bagit.toByteArray());
        const auto report = checkBag(**source, {});
        QCOMPARE(crypto::sha256(view(report->tagManifest)), m_written.tagManifest);
        QCOMPARE(report->payload, m_written.payload);
        QCOMPARE(report->info.front().second, u"2026-11-24"_s);
        QCOMPARE(m_written.sha256, crypto::sha256(view(get(m_zip))));
    }

    void otherToolsAgree() {
        QByteArray said;
        QCOMPARE(run(u"unzip"_s, {u"-t"_s, m_zip}, m_folder.path(), &said), 0);
        QVERIFY2(said.contains("No errors detected"), said.constData());
        QCOMPARE(run(u"bsdtar"_s, {u"-xf"_s, m_zip}, m_folder.path()), 0);
        const QString bag = m_folder.filePath(u"visit-1"_s);
        QCOMPARE(
            run(u"sha256sum"_s,
                {u"--strict"_s, u"-c"_s, u"manifest-sha256.txt"_s, u"tagmanifest-sha256.txt"_s}, bag, &said),
            0);
        QCOMPARE(said.count(": OK\n"), 6 + 5);
    }

    void sameContentSameBytes() {
        const QString again = m_folder.filePath(u"b.zip"_s);
        BagPlan plan = smallPlan();
        std::reverse(plan.files.begin(), plan.files.end());
        QVERIFY(writePlan(again, plan));
        QCOMPARE(get(again), get(m_zip));
    }

  private:
    QTemporaryDir m_folder;
    QString m_zip;
    BagWritten m_written;
};

QTEST_GUILESS_MAIN(TestBagZip)
#include "test_bag_zip.moc"
