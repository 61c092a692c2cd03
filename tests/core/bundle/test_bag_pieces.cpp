#include "core/base/limits.h"
#include "core/bundle/folder_source.h"
#include "core/bundle/member_path.h"
#include "core/crypto/digest.h"
#include "core/crypto/named_digest.h"
#include "tests/support/bag_fixture.h"

#include <sys/resource.h>

#include <csignal>
#include <unistd.h>

using namespace chayan;
using namespace chayan::bundle;
using namespace chayan::test;
using namespace Qt::StringLiterals;

/// The pieces that the whole does not reach: names, text files, reading by lines, and what stops a writer.
class TestBagPieces : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_zip = m_folder->filePath(u"a.zip"_s);
    }

    void goodPaths() {
        for (const char* path : {"a", "a/b.jpg", ".hidden", "a/..b", "...x", "a b/c d", "查验/照片.jpg",
                                 "a%25", "12:30.jpg", "1/2/3/4/5/6/7/8"})
            QVERIFY2(!checkMemberPath(path), path);
    }

    void twins() {
        QCOMPARE(collisionKey("Straße"), collisionKey("STRASSE"));
        QCOMPARE(collisionKey("\u212b"), collisionKey("a\u030a"));  // the Angstrom sign
        QCOMPARE(collisionKey("ﬁle"), collisionKey("FILE"));
        QCOMPARE(collisionKey("a\u200db"), collisionKey("ab"));  // a joiner that does not show
        QVERIFY(collisionKey("a") != collisionKey("b"));
        QVERIFY(collisionKey("查验") != collisionKey("查驗"));
    }

    void manifestRoundTrip() {
        std::vector<ManifestLine> lines{{"data/100% \xe7\x85\xa7.jpg"_ba, QByteArray(32, '\x1f')},
                                        {"data/%0A"_ba, QByteArray(32, '\xff')}};
        const QByteArray text = manifestText(lines);
        QVERIFY(text.contains("data/100%25 "));
        const auto read = parseManifest(text, u"m"_s, 32, Rules::Ours);
        QVERIFY(read);
        QCOMPARE(read->size(), lines.size());
        QCOMPARE((*read)[0].path, lines[0].path);
        QCOMPARE((*read)[1].path, lines[1].path);
        QCOMPARE((*read)[1].digest, lines[1].digest);
        QVERIFY(parseManifest({}, u"m"_s, 32, Rules::Ours)->empty());
    }

    void strictManifest_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("reason");
        const QByteArray hex(64, 'a');
        QTest::newRow("one space") << hex + " data/a\n" << u"manifest_invalid"_s;
        QTest::newRow("a tab") << hex + "\tdata/a\n" << u"manifest_invalid"_s;
        QTest::newRow("upper case") << hex.toUpper() + "  data/a\n" << u"manifest_invalid"_s;
        QTest::newRow("short") << hex.chopped(1) + "  data/a\n" << u"manifest_invalid"_s;
        QTest::newRow("long") << hex + "a  data/a\n" << u"manifest_invalid"_s;
        QTest::newRow("no hex") << hex.chopped(1) + "g  data/a\n" << u"manifest_invalid"_s;
        QTest::newRow("no end") << hex + "  data/a" << u"manifest_invalid"_s;
        QTest::newRow("empty line") << hex + "  data/a\n\n" << u"manifest_invalid"_s;
        QTest::newRow("CR") << hex + "  data/a\r\n" << u"manifest_invalid"_s;
        QTest::newRow("bare percent") << hex + "  data/100%\n" << u"manifest_invalid"_s;
        QTest::newRow("hidden LF") << hex + "  data/a%0Ab\n" << u"unsafe_path"_s;
        QTest::newRow("twice") << hex + "  data/a\n" + hex + "  data/a\n" << u"duplicate_name"_s;
        QTest::newRow("climbing") << hex + "  data/../a\n" << u"unsafe_path"_s;
        QTest::newRow("star") << hex + " *data/a\n" << u"manifest_invalid"_s;
        QTest::newRow("BOM") << "\xef\xbb\xbf" + hex + "  data/a\n" << u"manifest_invalid"_s;
        QTest::newRow("no UTF-8") << hex + "  data/\xff\n" << u"manifest_invalid"_s;
    }
    void strictManifest() {
        QFETCH(QByteArray, text);
        QFETCH(QString, reason);
        const auto lines = parseManifest(text, u"m"_s, 32, Rules::Ours);
        QVERIFY(!lines);
        QCOMPARE(lines.error().reason, reason);
    }

    void bagInfo() {
        const BagInfo info{{u"Source-Organization"_s, u"局: 一"_s}, {u"Payload-Oxum"_s, u"5.1"_s}};
        const auto text = bagInfoText(info);
        QVERIFY(text);
        QCOMPARE(parseBagInfo(*text, Rules::Ours).value(), info);
        QVERIFY(!checkOxum(info, {5, 1}, true));
        QCOMPARE(checkOxum(info, {5, 2}, true)->reason, u"oxum_mismatch"_s);
        QCOMPARE(checkOxum({}, {}, true)->reason, u"bag_info_invalid"_s);
        QVERIFY(!checkOxum({}, {}, false));
        QVERIFY(!bagInfoText({{u"a:b"_s, u"c"_s}}));
        QVERIFY(!bagInfoText({{u"a"_s, u"b\nPayload-Oxum: 0.0"_s}}));
        QVERIFY(!bagInfoText({{u"a"_s, u""_s}}));
        for (const char* bad : {"a b\n", "a:b\n", ": b\n", " folded: x\n", "a: b"}) {
            if (QByteArray(bad) != " folded: x\n")
                QVERIFY2(!parseBagInfo(bad, Rules::Ours), bad);
        }
    }

    void digestsByName() {
        for (const char* name : {"md5", "sha1", "sha256", "sha512"}) {
            const auto algorithm = crypto::algorithmByName(name);
            QVERIFY(algorithm);
            auto digest = crypto::NamedDigest::create(*algorithm);
            QVERIFY(digest);
            const QString file = m_folder->filePath(u"f"_s);
            put(file, noise(100'000, 7));
            QByteArray said;
            QCOMPARE(run(QString::fromLatin1(name) + u"sum"_s, {file}, m_folder->path(), &said), 0);
            for (int i = 0; i < 2; ++i) {  // also when used again
                digest->add(view(noise(100'000, 7)));
                const QByteArray value = digest->finish();
                QCOMPARE(value.size(), crypto::digestBytes(*algorithm));
                QCOMPARE(value.toHex(), said.left(2 * value.size()));
            }
        }
        QVERIFY(!crypto::algorithmByName("sha3"));
    }

    void lines() {
        // Lines around the size of a block, and one in two blocks.
        std::vector<QByteArray> expected;
        QByteArray text;
        for (const qint64 size : {qint64(0), qint64(5), blockBytes - 8, qint64(0), qint64(3), blockBytes - 1,
                                  qint64(1), blockBytes, blockBytes + 1}) {
            expected.push_back(QByteArray(size, static_cast<char>('a' + expected.size())));
            text += expected.back() + '\n';
        }
        BagPlan plan = smallPlan();
        plan.files = {BagFile::ofBytes("data/x"_ba, text), BagFile::ofBytes("data/y"_ba, "a\nb"_ba),
                      BagFile::ofBytes("data/z"_ba, {})};
        QVERIFY(writePlan(m_zip, plan));
        const auto source = ZipSource::open(m_zip);
        QVERIFY(source);
        std::vector<QByteArray> read;
        const auto take = [&](ByteView line, qint64 number) -> Status {
            if (number != static_cast<qint64>(read.size()))
                return fail(ErrorKind::Internal, u"number"_s);
            read.emplace_back(reinterpret_cast<const char*>(line.data()),
                              static_cast<qsizetype>(line.size()));
            return {};
        };
        QVERIFY((*source)->readLines(*(*source)->find("data/x"), blockBytes + 1, take));
        QCOMPARE(read, expected);
        read.clear();
        QCOMPARE((*source)->readLines(*(*source)->find("data/x"), blockBytes, take).error().reason,
                 u"line_too_long"_s);
        read.clear();
        QCOMPARE((*source)->readLines(*(*source)->find("data/y"), 100, take).error().reason, u"truncated"_s);
        read.clear();
        QVERIFY((*source)->readLines(*(*source)->find("data/z"), 100, take));
        QVERIFY(read.empty());
        QCOMPARE((*source)->readWhole(*(*source)->find("data/x"), 100).error().reason, u"too_large"_s);
        QVERIFY(!(*source)->find("data/none"));
        QVERIFY(!(*source)->find(""));
    }

    void largeMemberAndCopy() {
        const QString path = m_folder->filePath(u"large"_s);
        const QByteArray content = noise(9'000'001, 3);
        put(path, content);
        const Digest digest = crypto::sha256(view(content));
        BagPlan plan = smallPlan();
        plan.files.push_back(BagFile::ofFile("data/originals/x.mp4"_ba, content.size(), digest,
                                             [path] { return openForReading(path); }));
        const auto written = writePlan(m_zip, plan);
        QVERIFY(written);
        QCOMPARE(written->sha256, crypto::sha256(view(get(m_zip))));
        QCOMPARE(verdict(m_zip), u"original ok"_s);
        const auto source = ZipSource::open(m_zip);
        const QString out = m_folder->filePath(u"out"_s);
        auto file = AtomicFile::create(out);
        QVERIFY(file);
        QCOMPARE((*source)->copyTo(*(*source)->find("data/originals/x.mp4"), file->fd(), out, {}).value(),
                 digest);
        QVERIFY(file->commit());
        QCOMPARE(get(out), content);
    }

    void writerRefusesWhatIsNotAsPlanned() {
        const QString path = m_folder->filePath(u"original"_s);
        const auto write = [&](qint64 size, const QByteArray& content) {
            put(path, content);
            BagPlan plan = smallPlan();
            const Digest digest = crypto::sha256(view("as stored"_ba));
            plan.files.push_back(BagFile::ofFile("data/originals/o.jpg"_ba, size, digest,
                                                 [path] { return openForReading(path); }));
            return writePlan(m_zip, plan);
        };
        QVERIFY(write(9, "as stored"));
        QVERIFY(QFile::remove(m_zip));
        for (const char* content : {"as stoReD", "as store", "as stored.", ""}) {
            const auto written = write(9, content);
            QVERIFY(!written);
            QCOMPARE(written.error().kind, ErrorKind::Damaged);
            QCOMPARE(written.error().thing, u"visit-1/data/originals/o.jpg"_s);
        }
        QVERIFY(QFile::remove(path));
        BagPlan plan = smallPlan();
        plan.files.push_back(
            BagFile::ofFile("data/o.jpg"_ba, 1, {}, [path] { return openForReading(path); }));
        QCOMPARE(writePlan(m_zip, plan).error().kind, ErrorKind::NotFound);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList());
    }

    void writerRefusesBadPlans() {
        const auto refusedWith = [&](const std::function<void(BagPlan&)>& change) {
            BagPlan plan = smallPlan();
            change(plan);
            const auto written = writePlan(m_zip, plan);
            return !written && written.error().kind == ErrorKind::BadInput;
        };
        QVERIFY(refusedWith([](BagPlan& p) { p.name = u"a/b"_s; }));
        QVERIFY(refusedWith([](BagPlan& p) { p.name = u"查验"_s; }));
        QVERIFY(refusedWith([](BagPlan& p) { p.name = u""_s; }));
        for (const char* path : {"bagit.txt", "tagmanifest-sha256.txt", "../x", "data/../x", "/x", "data/a",
                                 "data/statement.JSON", "data/x\n"}) {
            QVERIFY2(refusedWith([path](BagPlan& p) {
                         p.files.push_back(BagFile::ofBytes("data/a/b"_ba, {}));
                         p.files.push_back(BagFile::ofBytes(path, {}));
                     }),
                     path);
        }
    }

    void cancelled() {
        QVERIFY(writePlan(m_zip, smallPlan()));
        const auto source = ZipSource::open(m_zip);
        std::stop_source stop;
        stop.request_stop();
        const auto report = checkBag(**source, {{}, stop.get_token()});
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Cancelled);
    }

    void progress() {
        QVERIFY(writePlan(m_zip, smallPlan()));
        const auto source = ZipSource::open(m_zip);
        qint64 last = 0;
        qint64 total = 0;
        const Progress progress{[&](qint64 done, qint64 of, const QString&) {
                                    last = done;
                                    total = of;
                                },
                                {}};
        QVERIFY(checkBag(**source, progress));
        QVERIFY(total > 0);
        QCOMPARE(last, total);
    }

    void fullDisk() {
        // A limit on the file's size stands in for a disk that fills up half-way.
        rlimit before{};
        ::getrlimit(RLIMIT_FSIZE, &before);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{3'000'000, before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
        BagPlan plan = smallPlan();
        for (int i = 0; i < 12; ++i)
            plan.files.push_back(BagFile::ofBytes("data/" + QByteArray::number(i), noise(1'000'000, 1)));
        const auto written = writePlan(m_zip, plan);
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::TooLarge);
        QVERIFY(QDir(m_folder->path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void folderChangesAfterListing() {
        const QString bag = m_folder->filePath(u"bag"_s);
        put(bag + u"/data/a"_s, "1234");
        put(bag + u"/data/b/c"_s, "1234");
        const auto source = FolderSource::open(bag);
        QVERIFY(source);
        QCOMPARE((*source)->members().size(), 2u);
        QCOMPARE((*source)->readWhole(1, 10).value(), "1234"_ba);
        put(bag + u"/data/a"_s, "12345");
        QCOMPARE((*source)->readWhole(0, 10).error().reason, u"size_lie"_s);
        QVERIFY(QFile::remove(bag + u"/data/a"_s));
        QCOMPARE((*source)->readWhole(0, 10).error().reason, u"missing_file"_s);
        QVERIFY(QFile::link(u"/etc/hostname"_s, bag + u"/data/a"_s));
        QCOMPARE((*source)->readWhole(0, 10).error().reason, u"link"_s);
        put(m_folder->filePath(u"outside/c"_s), "1234");
        QVERIFY(QDir(bag + u"/data/b"_s).removeRecursively());
        QVERIFY(QFile::link(m_folder->filePath(u"outside"_s), bag + u"/data/b"_s));
        QCOMPARE((*source)->readWhole(1, 10).error().reason, u"link"_s);
        QCOMPARE(FolderSource::open(bag + u"/none"_s).error().kind, ErrorKind::NotFound);
    }

    void manyProblemsAreCounted() {
        BagPlan plan = smallPlan();
        QVERIFY(writePlan(m_zip, plan));
        QCOMPARE(run(u"unzip"_s, {u"-q"_s, m_zip}, m_folder->path()), 0);
        const QString bag = m_folder->filePath(u"visit-1"_s);
        for (int i = 0; i < 150; ++i)
            put(bag + u"/data/originals/%1"_s.arg(i, 3, 10, '0'_L1), {});
        const auto source = FolderSource::open(bag);
        const auto report = checkBag(**source, {});
        QVERIFY(report);
        QCOMPARE(report->problemCount, 151);
        QCOMPARE(static_cast<qint64>(report->problems.size()), limits::problemsListed);
        QCOMPARE(report->problems[0].reason, u"oxum_mismatch"_s);
        QCOMPARE(report->problems[1].thing, u"data/originals/000"_s);
        QCOMPARE(report->problems[2].thing, u"data/originals/001"_s);
    }

  private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_zip;
};

QTEST_GUILESS_MAIN(TestBagPieces)
#include "test_bag_pieces.moc"
