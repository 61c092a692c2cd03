#include "core/base/limits.h"
#include "tests/support/bag_fixture.h"

using namespace chayan;
using namespace chayan::bundle;
using namespace chayan::test;
using namespace Qt::StringLiterals;

/// Beyond what ZIP's 16 and 32 bit fields hold. The four gigabytes are a hole in a sparse file: the ZIP is
/// put together with our own records around it, so that nothing large is written or hashed.
class TestZip64 : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void moreThan65535Members_data() {
        QTest::addColumn<int>("files");
        // With bagit.txt: one below, at and above what the short field holds.
        for (const int files : {65'533, 65'534, 65'535, 70'000})
            QTest::addRow("%d", files + 1) << files;
    }
    void moreThan65535Members() {
        QFETCH(int, files);
        const QString path = m_folder.filePath(u"many.zip"_s);
        {
            auto file = AtomicFile::create(path);
            QVERIFY(file);
            ZipWriter writer(file->fd(), path, zip::DosTime::from(0));
            QVERIFY(writer.add("b/bagit.txt"_ba, view(bagitText())));
            for (int i = 0; i < files; ++i)
                QVERIFY(writer.add("b/data/" + QByteArray::number(i), {}));
            QVERIFY(writer.finish());
            QVERIFY(file->commit());
        }
        const auto source = ZipSource::open(path);
        QVERIFY2(source, source ? "" : qPrintable(source.error().detail));
        QCOMPARE(static_cast<int>((*source)->members().size()), files + 1);
        QVERIFY((*source)->find("data/65532"));
        QCOMPARE(get(path).contains("PK\x06\x06"), files + 1 >= 65'535);
        QByteArray said;
        QCOMPARE(run(u"bsdtar"_s, {u"-tf"_s, path}, m_folder.path(), &said), 0);
        QCOMPARE(said.count('\n'), files + 1);
        QCOMPARE(run(u"unzip"_s, {u"-Z1"_s, path}, m_folder.path(), &said), 0);
        QCOMPARE(said.count('\n'), files + 1);
    }

    void tooManyMembers() {
        const QString path = m_folder.filePath(u"toomany.zip"_s);
        auto file = AtomicFile::create(path);
        QVERIFY(file);
        ZipWriter writer(file->fd(), path, zip::DosTime::from(0));
        for (qint64 i = 0; i < limits::bundleMembers; ++i)
            QVERIFY(writer.add(QByteArray::number(i), {}));
        const auto more = writer.add("more"_ba, {});
        QVERIFY(!more);
        QCOMPARE(more.error().kind, ErrorKind::TooLarge);
    }

    void moreThan4GiB_data() {
        QTest::addColumn<qint64>("size");
        QTest::newRow("4 GiB - 2") << (qint64(1) << 32) - 2;
        QTest::newRow("4 GiB - 1") << (qint64(1) << 32) - 1;
        QTest::newRow("4 GiB") << (qint64(1) << 32);
        QTest::newRow("5 GB") << qint64(5'000'000'000);
    }
    void moreThan4GiB() {
        QFETCH(qint64, size);
        const QString path = m_folder.filePath(u"large.zip"_s);
        writeSparse(path, size);
        const auto source = ZipSource::open(path);
        QVERIFY2(source, source ? "" : qPrintable(source.error().detail));
        QCOMPARE((*source)->packing(), Packing::Original);
        QCOMPARE((*source)->members()[1].size, size);
        const auto last = (*source)->find("data/z");
        QVERIFY(last);
        QCOMPARE((*source)->readWhole(*last, 100).value(), "after"_ba);
        // The names, sizes and offsets as others read them.
        QByteArray said;
        QCOMPARE(run(u"bsdtar"_s, {u"-xOf"_s, path, u"b/data/z"_s}, m_folder.path(), &said), 0);
        QCOMPARE(said, "after"_ba);
        // unzip 6.0 takes a real size of 2^32 - 1 for "see ZIP64" and loses the member behind it.
        if (size != (qint64(1) << 32) - 1) {
            QCOMPARE(run(u"unzip"_s, {u"-p"_s, path, u"b/data/z"_s}, m_folder.path(), &said), 0);
            QCOMPARE(said, "after"_ba);
            QCOMPARE(run(u"unzip"_s, {u"-l"_s, path}, m_folder.path(), &said), 0);
            QVERIFY2(said.contains(QByteArray::number(size)), said.constData());
        }
        QCOMPARE(run(u"bsdtar"_s, {u"-tvf"_s, path}, m_folder.path(), &said), 0);
        QVERIFY2(said.contains(QByteArray::number(size)), said.constData());
    }

  private:
    /// bagit.txt, a hole of `size` bytes, and a member behind it.
    void writeSparse(const QString& path, qint64 size) {
        const zip::DosTime when = zip::DosTime::from(0);
        std::vector<zip::Member> members{
            {"b/bagit.txt"_ba, bagitText().size(), crc32(0, view(bagitText())), 0},
            {"b/data/hole"_ba, size, 0x12345678, 0},
            {"b/data/z"_ba, 5, crc32(0, view("after"_ba)), 0}};
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return;
        for (zip::Member& member : members) {
            member.offset = file.pos();
            file.write(zip::localHeader(member, when));
            if (member.size == 5)
                file.write("after");
            else if (member.size == size)
                file.seek(file.pos() + size);
            else
                file.write(bagitText());
        }
        const qint64 directory = file.pos();
        for (const zip::Member& member : members)
            file.write(zip::directoryRecord(member, when));
        file.write(zip::endRecords(3, directory, file.pos() - directory));
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestZip64)
#include "test_zip64.moc"
