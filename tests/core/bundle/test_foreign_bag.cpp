#include "core/bundle/foreign_bag.h"
#include "core/crypto/digest.h"
#include "tests/support/bag_fixture.h"

#include <sys/stat.h>

#include <unistd.h>

using namespace chayan;
using namespace chayan::bundle;
using namespace chayan::test;
using namespace Qt::StringLiterals;

/// Bags as other programs make them, with coreutils writing the manifests.
class TestForeignBag : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        QVERIFY(QDir(m_folder->path()).mkdir(u"unpacked"_s));
        put(file(u"bagit.txt"_s), "BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n");
        put(file(u"bag-info.txt"_s), "Source-Organization: Chengdu\n  Archives\nPayload-Oxum: 11.3\n");
        put(file(u"data/照片.jpg"_s), "photo");
        put(file(u"data/sub folder/a b.txt"_s), "text");
        put(file(u"data/100%.txt"_s), "pc");
        manifest(u"md5"_s);
        manifest(u"sha512"_s);
    }

    void cleanup() {
        // QTemporaryDir cannot remove names that are not UTF-8.
        shell(u"rm -rf bag"_s);
    }

    void good_data() {
        QTest::addColumn<QString>("command");
        QTest::newRow("folder") << u""_s;
        QTest::newRow("tar") << u"tar -cf OUT bag"_s;
        QTest::newRow("tar from within") << u"tar -C bag -cf OUT ."_s;
        QTest::newRow("tar.gz, pax") << u"tar --format=pax -czf OUT bag"_s;
        QTest::newRow("tar.xz") << u"tar -cJf OUT bag"_s;
        QTest::newRow("tar.bz2") << u"bsdtar -cjf OUT bag"_s;
        QTest::newRow("tar.zst") << u"bsdtar --zstd -cf OUT bag"_s;
        QTest::newRow("zip") << u"bsdtar --format zip -cf OUT bag"_s;
        QTest::newRow("zip with a prefix and a comment")
            << u"zip -qr x.zip bag && (echo hello; cat x.zip) > OUT && zip -qA OUT"_s;
    }
    void good() {
        QFETCH(QString, command);
        const auto bag = open(packed(command));
        QVERIFY2(bag, bag ? "" : qPrintable(bag.error().reason + bag.error().thing + bag.error().detail));
        QVERIFY2(bag->ok(), bag->ok() ? "" : qPrintable(bag->problems.front().detail));
        QCOMPARE(bag->version, u"1.0"_s);
        QCOMPARE(bag->algorithms, (QStringList{u"md5"_s, u"sha512"_s}));
        QCOMPARE(bag->info.front().second, u"Chengdu Archives"_s);
        QCOMPARE(bag->payload, (Oxum{11, 3}));
        const auto photo = bag->source->find("data/照片.jpg");
        QVERIFY(photo);
        QCOMPARE(bag->digests[*photo], crypto::sha256(view("photo"_ba)));
        QCOMPARE(bag->source->readWhole(*photo, 100).value(), "photo"_ba);
    }

    void nothingIsLeft() {
        std::ignore = open(packed(u"tar -cf OUT bag"_s));
        QVERIFY(QDir(m_folder->filePath(u"unpacked"_s)).isEmpty());
    }

    void problems_data() {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, QStringView change, QStringView said) {
            QTest::newRow(name) << change.toString() << said.toString();
        };
        row("a byte", u"printf phota > bag/data/照片.jpg", u"digest_mismatch data/照片.jpg");
        row("a missing file", u"rm bag/data/照片.jpg", u"oxum_mismatch bag-info.txt");
        row("a missing file, no oxum", u"rm bag/data/照片.jpg bag/bag-info.txt",
            u"missing_file data/照片.jpg");
        row("a further file", u"rm bag/bag-info.txt; touch bag/data/new", u"unlisted_file data/new");
        row("half listed", u"sed -i 1d bag/manifest-md5.txt; rm bag/bag-info.txt", u"unlisted_file *");
        row("no manifest", u"rm bag/manifest-*", u"manifest_missing manifest-*.txt");
        row("an unknown digest", u"mv bag/manifest-md5.txt bag/manifest-crc32.txt",
            u"manifest_invalid manifest-crc32.txt");
        row("a bad line", u"echo x >> bag/manifest-md5.txt", u"manifest_invalid manifest-md5.txt");
        row("an unsafe line", u"sed -i 's|data/照片|../照片|' bag/manifest-md5.txt",
            u"unsafe_path ../照片.jpg");
        row("a line outside data", u"sed -i 's|data/照片.jpg|bagit.txt|' bag/manifest-md5.txt",
            u"manifest_invalid bagit.txt");
        row("fetch.txt", u"echo 'http://example.org/ 5 data/x' > bag/fetch.txt", u"fetch_file fetch.txt");
        row("version 2", u"sed -i s/1.0/2.0/ bag/bagit.txt", u"bag_version bagit.txt");
        row("UTF-16", u"sed -i s/UTF-8/UTF-16/ bag/bagit.txt", u"encoding bagit.txt");
        row("no BagIt at all", u"echo hello > bag/bagit.txt", u"bagit_invalid bagit.txt");
        row("a tag file", u"cd bag && sha1sum bagit.txt > tagmanifest-sha1.txt && printf '\\n' >> bagit.txt",
            u"digest_mismatch bagit.txt");
    }
    void problems() {
        QFETCH(QString, change);
        QFETCH(QString, said);
        shell(change);
        for (const QString& command : {u""_s, u"tar -czf OUT bag"_s}) {
            const auto bag = open(packed(command));
            QVERIFY2(bag, bag ? "" : qPrintable(bag.error().detail));
            QVERIFY(!bag->ok());
            const Problem& first = bag->problems.front();
            QVERIFY2(said.endsWith(u'*') ? said.startsWith(first.reason)
                                         : said == first.reason + u' ' + first.thing,
                     qPrintable(first.reason + u' ' + first.thing));
        }
    }

    void sparseFile() {
        shell(
            u"cd bag && rm bag-info.txt manifest-* && truncate -s 3M data/hole && echo x >> data/hole && "
            "truncate -s 5M data/hole"_s);
        manifest(u"sha256"_s);
        const auto bag = open(packed(u"tar -Scf OUT bag"_s));
        QVERIFY2(bag, bag ? "" : qPrintable(bag.error().detail));
        QVERIFY2(bag->ok(), bag->ok() ? "" : qPrintable(bag->problems.front().detail));
    }

    void olderVersion() {
        // Before 1.0 each file stands in some manifest; * marks binary files; hex may be upper-case.
        shell(
            u"cd bag && sed -i s/1.0/0.97/ bagit.txt && sed -i '1d' manifest-md5.txt && sed -i '2d' "
            "manifest-sha512.txt && sed -i 's/  /\\t*.\\//; s/^[0-9a-f]*/\\U&/' manifest-md5.txt"_s);
        const auto bag = open(packed(u""_s));
        QVERIFY(bag);
        QVERIFY2(bag->ok(), bag->ok() ? "" : qPrintable(bag->problems.front().detail));
        QCOMPARE(bag->version, u"0.97"_s);
    }

    void refused_data() {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, QStringView change, QStringView command, QStringView said) {
            QTest::newRow(name) << change.toString() << command.toString() << said.toString();
        };
        row("link in a folder", u"ln -s /etc/passwd bag/data/l", u"", u"link data/l");
        row("folder link", u"ln -s /etc bag/data/l", u"", u"link data/l");
        row("pipe in a folder", u"mkfifo bag/data/p", u"", u"special_file data/p");
        row("link in a tar", u"ln -s /etc/passwd bag/data/l", u"tar -cf OUT bag", u"link bag/data/l");
        row("hard link in a tar", u"ln bag/bagit.txt bag/z", u"tar -cf OUT bag/bagit.txt bag/z",
            u"link bag/z");
        row("link in a zip", u"ln -s /etc/passwd bag/data/l", u"zip -qry OUT bag", u"link bag/data/l");
        row("pipe in a tar", u"mkfifo bag/data/p", u"tar -cf OUT bag", u"special_file bag/data/p");
        row("climbing", u"", u"tar -Pcf OUT bag/bagit.txt --transform 's|bag/|../|'",
            u"unsafe_path ../bagit.txt");
        row("absolute", u"", u"tar -Pcf OUT bag/bagit.txt --transform 's|bag/|/tmp/|'",
            u"unsafe_path /tmp/bagit.txt");
        row("backslash", u"", u"tar -cf OUT bag/bagit.txt --transform 's|bag/|..\\\\|'",
            u"unsafe_path ..\\bagit.txt");
        row("twice", u"", u"tar -cf OUT bag && tar -rf OUT bag/bagit.txt", u"duplicate_name bag/bagit.txt");
        row("case twin", u"cp bag/bagit.txt bag/BAGIT.txt", u"tar -cf OUT bag", u"name_collision *");
        row("case twin in a folder", u"cp bag/bagit.txt bag/BAGIT.txt", u"", u"name_collision *");
        row("not UTF-8", u"touch bag/data/$(printf '\\377')", u"tar -cf OUT bag", u"unsafe_path *");
        row("no archive", u"", u"echo hello > OUT", u"not_an_archive -");
        row("no bytes", u"", u": > OUT", u"empty -");
        row("no bag", u"", u"tar -cf OUT bag/data", u"bagit_missing -");
        row("cut tar", u"", u"tar -cf - bag | head -c 3000 > OUT", u"truncated *");
        row("cut gzip", u"", u"tar -czf - bag | head -c 300 > OUT", u"truncated *");
        row("damaged xz", u"", u"tar -cJf OUT bag && printf XXXX | dd of=OUT bs=1 seek=200 conv=notrunc 2>&1",
            u"bad_compression *");
        row("encrypted zip", u"", u"zip -qr -P secret OUT bag", u"encrypted *");
        row("tar bomb", u"truncate -s 200M bag/data/zero", u"tar -cJf OUT bag", u"bomb bag/data/zero");
        row("zip bomb", u"truncate -s 200M bag/data/zero", u"zip -qr OUT bag", u"bomb bag/data/zero");
        row("sparse bomb", u"truncate -s 500G bag/data/zero", u"tar -Scf OUT bag", u"too_large -");
        row("smaller sparse bomb", u"truncate -s 20G bag/data/zero", u"tar -Scf OUT bag",
            u"bomb bag/data/zero");
    }
    void refused() {
        QFETCH(QString, change);
        QFETCH(QString, command);
        QFETCH(QString, said);
        shell(change);
        const QString path = packed(command);
        const auto bag = open(path);
        QVERIFY(!bag);
        const QString thing = bag.error().thing == path ? u"-"_s : bag.error().thing;
        QVERIFY2(said.endsWith(u'*') ? said.startsWith(bag.error().reason)
                                     : said == bag.error().reason + u' ' + thing,
                 qPrintable(bag.error().reason + u' ' + thing + u": "_s + bag.error().detail));
        QVERIFY(QDir(m_folder->filePath(u"unpacked"_s)).isEmpty());
        QVERIFY(!QFile::exists(m_folder->filePath(u"bagit.txt"_s)));
    }

    void cancelled() {
        std::stop_source stop;
        stop.request_stop();
        const Progress progress{{}, stop.get_token()};
        for (const QString& command : {u""_s, u"tar -cf OUT bag"_s}) {
            const auto bag = openForeignBag(packed(command), m_folder->filePath(u"unpacked"_s), progress);
            QVERIFY(!bag);
            QCOMPARE(bag.error().kind, ErrorKind::Cancelled);
        }
    }

  private:
    QString file(const QString& path) const { return m_folder->filePath(u"bag/"_s + path); }

    void shell(const QString& command) {
        QByteArray said;
        const int code = run(u"sh"_s, {u"-c"_s, command}, m_folder->path(), &said);
        QVERIFY2(code == 0, said.constData());
    }

    void manifest(const QString& algorithm) {
        // RFC 8493 writes % as %25, which coreutils knows nothing of.
        shell(
            u"cd bag && find data -type f | sort | xargs -d '\\n' %1sum | sed 's/%/%25/' > manifest-%1.txt"_s
                .replace(u"%1"_s, algorithm));
    }

    /// The bag's folder, or the archive that the command makes of it.
    QString packed(QString command) {
        if (command.isEmpty())
            return m_folder->filePath(u"bag"_s);
        const QString out = m_folder->filePath(u"out"_s);
        std::ignore = QFile::remove(out);
        std::ignore = run(u"sh"_s, {u"-c"_s, command.replace(u"OUT"_s, out + u".zip"_s)}, m_folder->path());
        std::ignore = QFile::rename(out + u".zip"_s, out);
        return out;
    }

    Result<ForeignBag> open(const QString& path) const {
        return openForeignBag(path, m_folder->filePath(u"unpacked"_s), {});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestForeignBag)
#include "test_foreign_bag.moc"
