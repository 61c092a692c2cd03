#include "core/base/limits.h"
#include "tests/support/bag_fixture.h"

#include <QRandomGenerator>

using namespace chayan;
using namespace chayan::bundle;
using namespace chayan::test;
using namespace Qt::StringLiterals;

/// Every way to change a finished bundle must be noticed and named; packing it again with another tool must
/// be recognised as no more than that.
class TestTamper : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        m_zip = m_folder.filePath(u"a.bundle.zip"_s);
        QVERIFY(writePlan(m_zip, smallPlan()));
        m_bytes = get(m_zip);
        QCOMPARE(verdict(m_zip), u"original ok"_s);
        QCOMPARE(run(u"unzip"_s, {u"-q"_s, m_zip}, m_folder.path()), 0);
        m_bag = m_folder.filePath(u"visit-1"_s);
        m_random.seed(20261124);
    }

    void everyFlippedBit() {
        int repacked = 0;
        for (qsizetype i = 0; i < m_bytes.size(); ++i) {
            QByteArray bytes = m_bytes;
            bytes[i] = static_cast<char>(bytes[i] ^ (1 << m_random.bounded(8)));
            const QString said = verdictOf(bytes);
            QVERIFY2(said != u"original ok", qPrintable(u"flip at %1"_s.arg(i)));
            QVERIFY2(!said.startsWith(u' '), qPrintable(u"flip at %1 has no reason"_s.arg(i)));
            QVERIFY2(!said.startsWith(u"machine"), qPrintable(said));
            repacked += said == u"repacked ok" ? 1 : 0;
        }
        // Only the versions (local 2, directory 2 + 2 bytes) and attributes (2 + 4) of a member say nothing
        // about its content.
        QVERIFY2(repacked <= 12 * memberCount(), qPrintable(QString::number(repacked)));
    }

    void everyBitOfOneRecord() {
        // All eight bits of the first local header and of the first directory record.
        const qsizetype directory = m_bytes.indexOf("PK\x01\x02");
        for (const qsizetype from : {qsizetype(0), directory}) {
            for (qsizetype i = from; i < from + 46; ++i) {
                for (int bit = 0; bit < 8; ++bit) {
                    QByteArray bytes = m_bytes;
                    bytes[i] = static_cast<char>(bytes[i] ^ (1 << bit));
                    QVERIFY2(verdictOf(bytes) != u"original ok", qPrintable(QString::number(i)));
                }
            }
        }
    }

    void everyTruncation() {
        for (qsizetype size = m_bytes.size() - 1; size >= 0; size -= size > 97 ? 97 : 1) {
            const QString said = verdictOf(m_bytes.first(size));
            QVERIFY2(!said.endsWith(u"ok"), qPrintable(QString::number(size)));
            if (size >= 4 && !said.startsWith(u"trailing_bytes") && !said.startsWith(u"comment"))
                QCOMPARE(said, u"truncated -"_s);
        }
        QCOMPARE(verdictOf({}), u"empty -"_s);
        QCOMPARE(verdictOf(m_bytes.first(3)), u"not_a_zip -"_s);
    }

    void insertedAndRemovedBytes() {
        for (int i = 0; i < 400; ++i) {
            const qsizetype at = m_random.bounded(static_cast<quint32>(m_bytes.size() + 1));
            const qsizetype count = m_random.bounded(1, 40);
            QByteArray longer = m_bytes;
            longer.insert(at, noise(count, static_cast<quint32>(i)));
            QVERIFY2(!verdictOf(longer).endsWith(u"ok"), qPrintable(u"%1 at %2"_s.arg(count).arg(at)));
            QByteArray shorter = m_bytes;
            shorter.remove(at, count);
            if (shorter != m_bytes)
                QVERIFY2(!verdictOf(shorter).endsWith(u"ok"), qPrintable(u"-%1 at %2"_s.arg(count).arg(at)));
        }
        QCOMPARE(verdictOf(m_bytes + 'x'), u"trailing_bytes -"_s);
        QCOMPARE(verdictOf('x' + m_bytes), u"prefix -"_s);
        QCOMPARE(verdictOf(m_bytes + m_bytes), u"prefix -"_s.replace(u"prefix"_s, u"gap"_s));
    }

    void everyMemberRemoved() {
        forEachMember([&](const QString& path) {
            std::ignore = run(u"zip"_s, {u"-q"_s, u"-d"_s, target(), u"visit-1/"_s + path}, m_folder.path());
            const QString said = verdict(target());
            if (path.endsWith(u".tsr"))
                QCOMPARE(said, u"original ok"_s);  // a bundle for which no time-stamp was got is as good
            else if (path == u"bagit.txt")
                QCOMPARE(said, u"bagit_missing -"_s);
            else if (path.endsWith(u"bag-info.txt"))
                QCOMPARE(said, u"bag_info_missing bag-info.txt"_s);
            else if (path.endsWith(u".p7s"))
                QCOMPARE(said, u"missing_file "_s + path);
            else if (path.endsWith(u"manifest-sha256.txt"))
                QCOMPARE(said, u"manifest_missing "_s + path);
            else if (path.startsWith(u"data/"))
                QCOMPARE(said.section(u' ', 0, 0), u"oxum_mismatch"_s);
            else
                QCOMPARE(said, u"missing_file "_s + path);
        });
    }

    void everyMemberChangedAddedRenamedSwapped() {
        forEachMember([&](const QString& path) {
            const QString file = m_bag + u'/' + path;
            const QByteArray before = get(file);
            put(file, before + "x");
            QVERIFY2(!rezipped().endsWith(u"ok") || isUnlisted(path), qPrintable(path));
            put(file, before);

            QVERIFY(QFile::rename(file, file + u".old"_s));
            QVERIFY2(!rezipped().endsWith(u"ok"), qPrintable(path));
            QVERIFY(QFile::rename(file + u".old"_s, file));

            const QString added = QFileInfo(file).path() + u"/added"_s;
            put(added, "");
            const QString said = rezipped();
            QVERIFY2(said.startsWith(u"unlisted_file") || said.startsWith(u"oxum_mismatch"),
                     qPrintable(said));
            QVERIFY(QFile::remove(added));
        });
        QCOMPARE(rezipped(), u"repacked ok"_s);
        const QStringList originals = QDir(m_bag + u"/data/originals"_s).entryList(QDir::Files);
        const QString first = m_bag + u"/data/originals/"_s + originals[0];
        const QString second = m_bag + u"/data/originals/"_s + originals[1];
        const QByteArray bytes = get(first);
        put(first, get(second));
        put(second, bytes);
        QVERIFY(rezipped().startsWith(u"digest_mismatch data/originals/"));
        put(second, get(first));
        put(first, bytes);
    }

    void repackedByOtherTools_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("zip -0") << u"zip"_s << QStringList{u"-q0r"_s, u"OUT"_s, u"visit-1"_s};
        QTest::newRow("zip -9") << u"zip"_s << QStringList{u"-q9r"_s, u"OUT"_s, u"visit-1"_s};
        QTest::newRow("zip -0X, no folders") << u"zip"_s << QStringList{u"-q0XDr"_s, u"OUT"_s, u"visit-1"_s};
        QTest::newRow("zip, descriptors") << u"zip"_s << QStringList{u"-qfdr"_s, u"OUT"_s, u"visit-1"_s};
        QTest::newRow("zip, ZIP64") << u"zip"_s << QStringList{u"-qr"_s, u"-fz"_s, u"OUT"_s, u"visit-1"_s};
        QTest::newRow("zip to a pipe") << u"sh"_s << QStringList{u"-c"_s, u"zip -qr - visit-1 | cat > OUT"_s};
        QTest::newRow("zip without the folder")
            << u"sh"_s << QStringList{u"-c"_s, u"cd visit-1 && zip -qr OUT ."_s};
        QTest::newRow("zip, other order")
            << u"sh"_s << QStringList{u"-c"_s, u"find visit-1 -type f | sort -r | zip -q0X OUT -@"_s};
        QTest::newRow("bsdtar") << u"bsdtar"_s
                                << QStringList{u"--format"_s, u"zip"_s, u"-cf"_s, u"OUT"_s, u"visit-1"_s};
        QTest::newRow("bsdtar, stored")
            << u"bsdtar"_s << QStringList{u"--format"_s, u"zip"_s, u"--options"_s, u"zip:compression=store"_s,
                                          u"-cf"_s,      u"OUT"_s, u"visit-1"_s};
    }
    void repackedByOtherTools() {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        arguments.replaceInStrings(u"OUT"_s, target());
        QFile::remove(target());
        QByteArray said;
        QVERIFY2(run(program, arguments, m_folder.path(), &said) == 0, said.constData());
        const auto source = ZipSource::open(target());
        QVERIFY2(source, source ? ""
                                : qPrintable(source.error().reason + u": "_s + source.error().thing +
                                             u": "_s + source.error().detail));
        QCOMPARE(verdict(target()), u"repacked ok"_s);
        // A changed file is noticed through any packing.
        const QString file = m_bag + u"/data/entries.jsonl"_s;
        const QByteArray before = get(file);
        put(file, QByteArray(before).replace("\"seq\":1", "\"seq\":9"));
        QFile::remove(target());
        QCOMPARE(run(program, arguments, m_folder.path()), 0);
        put(file, before);
        QCOMPARE(verdict(target()), u"digest_mismatch data/entries.jsonl"_s);
    }

    void paddedByBsdtar() {
        // To a pipe it writes whole blocks of 10 KiB, which end in zeros after the ZIP's end.
        const QString command = u"bsdtar --format zip -cf - visit-1 | cat > "_s + target();
        QCOMPARE(run(u"sh"_s, {u"-c"_s, command}, m_folder.path()), 0);
        QCOMPARE(verdict(target()), u"trailing_bytes -"_s);
    }

  private:
    QString target() const { return m_folder.filePath(u"changed.zip"_s); }

    QString verdictOf(const QByteArray& bytes) {
        put(target(), bytes);
        return verdict(target());
    }

    QString rezipped() {
        QFile::remove(target());
        std::ignore = run(u"zip"_s, {u"-q0Xr"_s, target(), u"visit-1"_s}, m_folder.path());
        return verdict(target());
    }

    static bool isUnlisted(const QString& path) { return path.endsWith(u".p7s") || path.endsWith(u".tsr"); }

    int memberCount() const {
        const auto source = ZipSource::open(m_zip);
        return static_cast<int>((*source)->members().size());
    }

    void forEachMember(const std::function<void(const QString&)>& work) {
        const auto source = ZipSource::open(m_zip);
        QVERIFY(source);
        for (const Member& member : (*source)->members()) {
            put(target(), m_bytes);
            work(QString::fromUtf8(member.path));
            if (QTest::currentTestFailed())
                return;
        }
    }

    QTemporaryDir m_folder;
    QString m_zip;
    QString m_bag;
    QByteArray m_bytes;
    QRandomGenerator m_random;
};

QTEST_GUILESS_MAIN(TestTamper)
#include "test_tamper.moc"
