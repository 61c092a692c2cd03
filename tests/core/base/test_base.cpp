#include "core/base/clock.h"
#include "core/base/file_name.h"
#include "core/base/folder_lock.h"
#include "core/base/id.h"
#include "core/base/safe_file.h"

#include <QtTest>

#include <unistd.h>

using namespace chayan;
using namespace Qt::StringLiterals;

class TestBase : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void digestsAndIds();
    void base64urlHasOneSpelling();
    void times();
    void atomicFile();
    void folderLock();
    void readsWithinItsLimit();
    void namesOfFiles();
};

/// Lossless: what stands for other bytes is marked, and nothing else looks like it.
void TestBase::namesOfFiles() {
    for (const char* plain : {"IMG_1.jpg", "照片 1.jpg", "it's 100%.jpg", "a\\b", "\xf0\x9f\x93\xb7.jpg"})
        QCOMPARE(fileNameText(plain), QString::fromUtf8(plain));
    QCOMPARE(fileNameText("IMG\xff\xfe.jpg"), u"$'IMG\\xff\\xfe.jpg'"_s);
    QCOMPARE(fileNameText("a\nb\t.jpg"), u"$'a\\x0ab\\x09.jpg'"_s);
    QCOMPARE(fileNameText(" a.jpg"), u"$' a.jpg'"_s);
    QCOMPARE(fileNameText("$'IMG\\xff'"), u"$'$\\'IMG\\\\xff\\''"_s);
    QCOMPARE(fileNameText("\xd5\xd5\xc6\xac.jpg"),
             u"$'\\xd5\\xd5Ƭ.jpg'"_s);                       // 照片 in GBK: a part is UTF-8 too
    QCOMPARE(fileNameText("\xe7\x85"), u"$'\\xe7\\x85'"_s);  // cut off
    QCOMPARE(fileNameText("\xc2\x85"), u"$'\\xc2\\x85'"_s);  // a control character of two bytes
    QVERIFY(fileNameText(QByteArray(255, '\xff')).size() <= 1024);
}

void TestBase::digestsAndIds() {
    const QString hex = u"00ff"_s + u"ab"_s.repeated(30);
    QCOMPARE(Digest::fromHex(hex).value().hex(), hex);
    QVERIFY(!Digest::fromHex(hex.toUpper()));
    QVERIFY(!Digest::fromHex(hex.left(63)));
    QVERIFY(!Digest::fromRaw(view(QByteArray(31, 'x'))));
    QVERIFY(DossierId::fromText(u"73eb2eef-2e27-441f-bf63-a23758935dfd"_s));
    QVERIFY(DossierId::fromText(hex));
    QVERIFY(!ItemId::fromText(hex));
    QVERIFY(!DossierId::fromText(u"73EB2EEF-2e27-441f-bf63-a23758935dfd"_s));
    QVERIFY(!DossierId::fromText(u"{73eb2eef-2e27-441f-bf63-a23758935dfd}"_s));
    QVERIFY(!DossierId::fromText(QString()));
}

void TestBase::base64urlHasOneSpelling() {
    QCOMPARE(base64url(view(QByteArray("\xfb\xff\xfe"))), u"-__-"_s);
    QCOMPARE(fromBase64url(u"-__-").value(), QByteArray("\xfb\xff\xfe"));
    QVERIFY(!fromBase64url(u"+//+"));
    QVERIFY(!fromBase64url(u"YQ=="));
    QVERIFY(fromBase64url(u"YQ"));
    QVERIFY(!fromBase64url(u"YR"));  // the same byte with stray bits
}

void TestBase::times() {
    QCOMPARE(rfc3339(1795485600123), u"2026-11-24T02:00:00.123Z"_s);
    QCOMPARE(fromRfc3339(u"2026-11-24T02:00:00.123Z").value(), 1795485600123);
    QCOMPARE(offsetText(192'500), u"+0:03:12"_s);
    QCOMPARE(offsetText(-93'784'000), u"-26:03:04"_s);
    QCOMPARE(offsetText(0), u"+0:00:00"_s);
    for (const auto* bad : {u"2026-11-24T02:00:00Z", u"2026-02-30T02:00:00.000Z", u"2026-11-24 02:00:00.123Z",
                            u"2026-11-24T24:00:00.000Z", u"2026-11-24T02:00:00.123+"})
        QVERIFY(!fromRfc3339(QStringView(bad)));
    const ClockReading now = SystemClock().read();
    QVERIFY(now.utc > 1'700'000'000'000 && now.monotonicMs > 0 && !now.boot.isEmpty());
}

void TestBase::atomicFile() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a"_s);
    {
        auto file = AtomicFile::create(path);
        QVERIFY(file && file->write(view(QByteArray("half"))));
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList());
    QVERIFY(writeFileDurably(path, view(QByteArray("one"))));
    QVERIFY(writeFileDurably(path, view(QByteArray("two"))));
    const auto refused = writeFileDurably(path, view(QByteArray("three")), AtomicFile::Replace::No);
    QVERIFY(!refused && refused.error().kind == ErrorKind::AlreadyExists);
    QCOMPARE(readFile(path, 10).value(), QByteArray("two"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList(u"a"_s));
    QCOMPARE(AtomicFile::create(u"/nonexistent/folder/x"_s).error().kind, ErrorKind::NotFound);
}

void TestBase::folderLock() {
    const QTemporaryDir folder;
    auto first = FolderLock::acquire(folder.path());
    QVERIFY(first);
    QCOMPARE(FolderLock::acquire(folder.path()).error().kind, ErrorKind::Busy);
    first = fail(ErrorKind::Internal, {});  // dropped
    QVERIFY(FolderLock::acquire(folder.path()));
}

void TestBase::readsWithinItsLimit() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a"_s);
    QVERIFY(writeFileDurably(path, view(QByteArray(100, 'x'))));
    QCOMPARE(readFile(path, 99).error().kind, ErrorKind::TooLarge);
    QCOMPARE(readFile(path, 100).value().size(), 100);
    QCOMPARE(readFile(folder.path(), 100).error().kind, ErrorKind::BadInput);
    QCOMPARE(readFile(folder.filePath(u"none"_s), 100).error().kind, ErrorKind::NotFound);
    QVERIFY(freeSpace(folder.path()) > 0);
}

QTEST_APPLESS_MAIN(TestBase)
#include "test_base.moc"
