#include "tests/support/bag_fixture.h"
#include "tests/support/zip_bytes.h"

using namespace chayan;
using namespace chayan::bundle;
using namespace chayan::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray zipOf(std::vector<RawMember> members) {
    return RawZip{.members = std::move(members)}.bytes();
}

RawMember deflated(const QByteArray& name, const QByteArray& content) {
    RawMember member{.name = name, .data = deflatedPlainly(content), .method = 8};
    member.size = static_cast<quint32>(content.size());
    member.crc = crc32(0, view(content));
    return member;
}

QByteArray descriptorOf(const RawMember& member, bool withSignature) {
    QByteArray bytes;
    if (withSignature)
        zip::append<quint32>(bytes, zip::descriptorSignature);
    zip::append<quint32>(bytes, crc32(0, view(member.data)));
    zip::append<quint32>(bytes, static_cast<quint32>(member.data.size()));
    zip::append<quint32>(bytes, static_cast<quint32>(member.data.size()));
    return bytes;
}

QByteArray end64(qint64 members, qint64 offset, qint64 size, qint64 claimedOffset = -1) {
    // A record of a ZIP that needs it, without the short end record.
    const QByteArray whole = zip::endRecords(70'000, offset, size);
    QByteArray bytes = whole.first(zip::end64Bytes + zip::locatorBytes);
    QByteArray count;
    zip::append<qint64>(count, members);
    QByteArray claimed;
    zip::append<qint64>(claimed, claimedOffset < 0 ? offset : claimedOffset);
    bytes.replace(48, 8, claimed);
    return bytes.replace(24, 8, count).replace(32, 8, count);
}

}  // namespace

/// Archives that no honest tool makes: each must be refused, with the reason that fits.
class TestHostileZip : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void refused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("thing");
        const auto row = [](const char* name, const QByteArray& bytes, const QString& reason,
                            const QString& thing = u"-"_s) {
            QTest::newRow(name) << bytes << reason << thing;
        };
        const RawMember bagit{.name = "b/bagit.txt"_ba, .data = bagitText()};
        const RawMember a{.name = "b/a"_ba, .data = "aaaa"_ba};

        row("no bytes", {}, u"empty"_s);
        row("no ZIP", "MZ this is no archive at all, though long enough"_ba, u"not_a_zip"_s);
        row("zeros", QByteArray(4096, '\0'), u"not_a_zip"_s);
        row("a ZIP without members", zipOf({}), u"empty"_s);
        row("half a ZIP", zipOf({bagit, a}).first(60), u"truncated"_s);
        row("a ZIP without a bag", zipOf({a}), u"bagit_missing"_s);
        row("two folders", zipOf({bagit, {.name = "c/x"_ba}}), u"unlisted_file"_s, u"c/x"_s);

        for (const char* name : {"/etc/passwd", "b/../../x", "../x", "b/./x", "b//x", "b\\..\\x", "C:/x",
                                 "b/c:x", "b/x ", "b/x.", "b/ x", "b/x\n", "b/\x01", "b/\x7f", "b/..", "."})
            row(name, zipOf({bagit, {.name = name}}), u"unsafe_path"_s, QString::fromUtf8(name));
        row("empty name", zipOf({bagit, {.name = {}}}), u"unsafe_path"_s, u""_s);
        row("a NUL in a name", zipOf({bagit, {.name = "b/x\0.jpg"_ba}}), u"unsafe_path"_s,
            QString::fromUtf8("b/x\0.jpg"_ba));
        row("right to left", zipOf({bagit, {.name = "b/gpj.\u202eexe", .flags = zip::flagUtf8}}),
            u"unsafe_path"_s, u"b/gpj.\u202eexe"_s);
        row("not UTF-8", zipOf({bagit, {.name = "b/\xff\xfe"_ba, .flags = zip::flagUtf8}}), u"unsafe_path"_s,
            u"b/\ufffd\ufffd"_s);
        row("unmarked UTF-8", zipOf({bagit, {.name = "b/\u7167"}}), u"unsafe_path"_s, u"b/\u7167"_s);
        row("long name", zipOf({bagit, {.name = "b/" + QByteArray(600, 'x')}}), u"unsafe_path"_s,
            u"b/"_s + QString(600, u'x'));
        row("deep name", zipOf({bagit, {.name = "b/1/2/3/4/5/6/7/8/9"_ba}}), u"unsafe_path"_s,
            u"b/1/2/3/4/5/6/7/8/9"_s);

        row("same name", zipOf({bagit, a, a}), u"duplicate_name"_s, u"b/a"_s);
        row("same name but case", zipOf({bagit, a, {.name = "b/A"_ba}}), u"name_collision"_s, u"b/A"_s);
        row("same name but Unicode form",
            zipOf({bagit,
                   {.name = "b/\u00e9", .flags = zip::flagUtf8},
                   {.name = "b/e\u0301", .flags = zip::flagUtf8}}),
            u"name_collision"_s, u"b/e\u0301"_s);
        row("same name but width", zipOf({bagit, a, {.name = "b/\uff41", .flags = zip::flagUtf8}}),
            u"name_collision"_s, u"b/\uff41"_s);
        row("same folder but case", zipOf({bagit, {.name = "b/d/x"_ba}, {.name = "b/D/y"_ba}}),
            u"name_collision"_s, u"b/D/y"_s);
        row("file and folder", zipOf({bagit, a, {.name = "b/a/x"_ba}}), u"name_collision"_s, u"b/a/x"_s);
        row("folder and file", zipOf({bagit, {.name = "b/a/x"_ba}, a}), u"name_collision"_s, u"b/a"_s);
        row("a folder for nothing", zipOf({bagit, {.name = "b/empty/"_ba, .attributes = 0}}),
            u"unlisted_file"_s, u"b/empty"_s);
        row("a folder with content", zipOf({bagit, {.name = "b/"_ba, .data = "x"_ba, .attributes = 0}}),
            u"size_lie"_s, u"b"_s);

        row("symbolic link",
            zipOf({bagit, {.name = "b/l"_ba, .data = "/etc"_ba, .attributes = 0120777u << 16}}), u"link"_s,
            u"b/l"_s);
        row("device", zipOf({bagit, {.name = "b/l"_ba, .attributes = 0020666u << 16}}), u"special_file"_s,
            u"b/l"_s);
        row("folder that is a file", zipOf({bagit, {.name = "b/l"_ba, .attributes = 0040755u << 16}}),
            u"special_file"_s, u"b/l"_s);

        row("prefix", RawZip{.members = {bagit, a}, .prefix = "#!/bin/sh\n"_ba}.bytes(), u"prefix"_s);
        row("prefix that the offsets deny", "#!/bin/sh\n" + zipOf({bagit, a}), u"prefix"_s);
        RawMember gapped = a;
        gapped.before = "hidden"_ba;
        row("bytes between members", zipOf({bagit, gapped}), u"gap"_s, u"b/a"_s);
        RawMember unlisted{.name = "b/hidden"_ba, .data = "x"_ba, .inDirectory = false};
        row("a member the directory leaves out", zipOf({bagit, unlisted, a}), u"gap"_s, u"b/a"_s);
        row("and at the end", zipOf({bagit, a, unlisted}), u"gap"_s);
        row("bytes before the directory", RawZip{.members = {bagit}, .beforeDirectory = "x"_ba}.bytes(),
            u"gap"_s);
        row("bytes after the directory", RawZip{.members = {bagit}, .afterDirectory = "x"_ba}.bytes(),
            u"gap"_s);
        row("bytes in the directory",
            RawZip{.members = {bagit}, .afterDirectory = "x"_ba, .directorySize = 46 + 11 + 1}.bytes(),
            u"gap"_s);
        row("trailing bytes", RawZip{.members = {bagit}, .trailing = "x"_ba}.bytes(), u"trailing_bytes"_s);
        row("comment", RawZip{.members = {bagit}, .comment = "hello"_ba}.bytes(), u"comment"_s);
        row("a member's comment", zipOf({bagit, {.name = "b/x"_ba, .comment = "hello"_ba}}), u"comment"_s,
            u"b/x"_s);
        RawMember overlapping = a;
        overlapping.name = overlapping.localName = "b/o"_ba;
        overlapping.offset = 0;
        row("two members, one place", zipOf({bagit, overlapping}), u"overlap"_s, u"b/o"_s);

        for (const int id : {0x7075, 0x6375, 0x9901, 0x0017, 0xcafe, 0x1234})
            row(QByteArray("extra field " + QByteArray::number(id, 16)).constData(),
                zipOf(
                    {bagit,
                     {.name = "b/x"_ba, .directoryExtra = extraField(static_cast<quint16>(id), "12345"_ba)}}),
                u"extra_field"_s, u"b/x"_s);
        row("extra field, local only",
            zipOf({bagit, {.name = "b/x"_ba, .localExtra = extraField(0x1234, "12345"_ba)}}),
            u"extra_field"_s, u"b/x"_s);
        row("large time field",
            zipOf({bagit, {.name = "b/x"_ba, .localExtra = extraField(0x5455, QByteArray(90, 'x'))}}),
            u"extra_field"_s, u"b/x"_s);
        row("huge time field",
            zipOf({bagit, {.name = "b/x"_ba, .localExtra = extraField(0x5455, QByteArray(60'000, 'x'))}}),
            u"extra_field"_s, u"b/x"_s);
        row("time field twice",
            zipOf({bagit,
                   {.name = "b/x"_ba,
                    .localExtra = extraField(0x5455, "12345"_ba) + extraField(0x5455, "12345"_ba)}}),
            u"extra_field"_s, u"b/x"_s);
        row("extra field without an end", zipOf({bagit, {.name = "b/x"_ba, .localExtra = "UT\x09"_ba}}),
            u"extra_field"_s, u"b/x"_s);
        row("ZIP64 field for nothing",
            zipOf({bagit, {.name = "b/x"_ba, .directoryExtra = extraField(1, QByteArray(8, '\0'))}}),
            u"extra_field"_s, u"b/x"_s);

        row("encrypted", zipOf({bagit, {.name = "b/x"_ba, .flags = 1}}), u"encrypted"_s, u"b/x"_s);
        row("unknown flag", zipOf({bagit, {.name = "b/x"_ba, .flags = 1 << 5}}), u"header_mismatch"_s,
            u"b/x"_s);
        row("bzip2", zipOf({bagit, {.name = "b/x"_ba, .method = 12}}), u"compression"_s, u"b/x"_s);
        row("another volume", zipOf({bagit, {.name = "b/x"_ba, .disk = 1}}), u"split_archive"_s, u"b/x"_s);
        row("another name inside", zipOf({bagit, {.name = "b/x"_ba, .localName = "b/y"_ba}}),
            u"header_mismatch"_s, u"b/x"_s);

        RawMember lie = a;
        lie.size = 5;
        row("stored as 4, said to be 5", zipOf({bagit, lie}), u"size_lie"_s, u"b/a"_s);
        lie.packedSize = 5;
        row("one byte more", zipOf({bagit, lie}), u"size_lie"_s, u"b/a"_s);
        lie.size = lie.packedSize = 3;
        row("one byte less", zipOf({bagit, lie}), u"gap"_s);
        lie.size = lie.packedSize = 0xfffffff0;
        row("four gigabytes", zipOf({bagit, lie}), u"size_lie"_s, u"b/a"_s);
        lie.size = lie.packedSize = 0xffffffff;
        row("ZIP64 without its field", zipOf({bagit, lie}), u"header_mismatch"_s, u"b/a"_s);
        lie.localExtra = lie.directoryExtra = extraField(1, QByteArray(16, '\xff'));
        row("a negative size", zipOf({bagit, lie}), u"size_lie"_s, u"b/a"_s);
        RawMember bomb = deflated("b/x"_ba, "x"_ba);
        bomb.size = 0xf0000000;
        row("a zip bomb", zipOf({bagit, bomb}), u"bomb"_s, u"b/x"_s);

        row("more members than there are", RawZip{.members = {bagit}, .count = 2}.bytes(), u"size_lie"_s);
        row("fewer members", RawZip{.members = {bagit, a}, .count = 1}.bytes(), u"gap"_s);
        row("no members but a directory", RawZip{.members = {bagit}, .count = 0}.bytes(), u"empty"_s);
        row("directory elsewhere", RawZip{.members = {bagit}, .directoryOffset = 7}.bytes(), u"gap"_s);
        row("directory beyond the end", RawZip{.members = {bagit}, .directoryOffset = 99'999}.bytes(),
            u"truncated"_s);
        row("directory longer than the file", RawZip{.members = {bagit}, .directorySize = 0xfffffff0}.bytes(),
            u"truncated"_s);
        row("65,535 members without ZIP64", RawZip{.members = {bagit}, .count = 0xffff}.bytes(),
            u"header_mismatch"_s);
        const qint64 offset = 30 + 11 + bagit.data.size();
        row("a million members",
            RawZip{.members = {bagit}, .end64 = end64(1'000'000, offset, 46 + 11), .count = 0xffff}.bytes(),
            u"too_many_members"_s);
        row("2^62 members",
            RawZip{.members = {bagit}, .end64 = end64(qint64(1) << 62, offset, 46 + 11), .count = 0xffff}
                .bytes(),
            u"too_many_members"_s);
        row("fewer than no members",
            RawZip{.members = {bagit}, .end64 = end64(-1, offset, 46 + 11), .count = 0xffff}.bytes(),
            u"header_mismatch"_s);
        row("ZIP64 directory at 2^63-1",
            RawZip{.members = {bagit},
                   .end64 = end64(1, offset, 46 + 11, std::numeric_limits<qint64>::max()),
                   .directoryOffset = 0xffffffff}
                .bytes(),
            u"truncated"_s);
        row("two ends that differ", RawZip{.members = {bagit}, .end64 = end64(1, offset, 46 + 12)}.bytes(),
            u"header_mismatch"_s);
    }
    void refused() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, reason);
        QFETCH(QString, thing);
        const QString path = m_folder.filePath(u"x.zip"_s);
        put(path, bytes);
        const auto source = ZipSource::open(path);
        QVERIFY(!source);
        QVERIFY2(source.error().reason == reason,
                 qPrintable(source.error().reason + u": "_s + source.error().detail));
        QCOMPARE(source.error().thing, thing == u"-" ? path : thing);
        QVERIFY(!source.error().detail.isEmpty());
        QCOMPARE(exitCode(source.error().kind), 1);
    }

    /// What shows only when the data is read.
    void lyingData_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("said");
        const RawMember bagit{.name = "b/bagit.txt"_ba, .data = bagitText()};
        const auto row = [&](const char* name, const RawMember& member, const QString& reason) {
            QTest::newRow(name) << zipOf({bagit, member}) << reason;
        };
        RawMember member = deflated("b/x"_ba, "content"_ba);
        row("honest", member, u""_s);
        RawMember more = member;
        more.size = 6;
        row("one byte more than claimed", more, u"size_lie"_s);
        more.size = 8;
        row("one byte less than claimed", more, u"size_lie"_s);
        RawMember hidden = member;
        hidden.data += "hidden";
        row("bytes after the stream", hidden, u"gap"_s);
        RawMember cut = member;
        cut.data.chop(1);
        row("cut stream", cut, u"bad_compression"_s);
        RawMember broken = member;
        broken.data[0] = '\x07';
        row("no stream", broken, u"bad_compression"_s);
        RawMember crc = member;
        crc.crc = 1;
        row("wrong CRC", crc, u"crc_mismatch"_s);
        RawMember stored{.name = "b/x"_ba, .data = "content"_ba};
        stored.crc = 1;
        row("wrong CRC, stored", stored, u"crc_mismatch"_s);
        RawMember empty{.name = "b/x"_ba};
        empty.crc = 1;
        row("wrong CRC of nothing", empty, u"crc_mismatch"_s);
    }
    void lyingData() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, said);
        const QString path = m_folder.filePath(u"x.zip"_s);
        put(path, bytes);
        const auto source = ZipSource::open(path);
        QVERIFY(source);
        QCOMPARE((*source)->packing(), Packing::Repacked);
        const auto content = (*source)->readWhole(*(*source)->find("x"), 100);
        if (said.isEmpty()) {
            QVERIFY(content);
            QCOMPARE(*content, "content"_ba);
        } else {
            QVERIFY(!content);
            QCOMPARE(content.error().reason, said);
            QCOMPARE(content.error().thing, u"x"_s);
        }
    }

    void descriptors() {
        RawMember bagit{.name = "b/bagit.txt"_ba, .data = bagitText(), .flags = zip::flagDescriptor};
        const QString path = m_folder.filePath(u"x.zip"_s);
        for (const bool withSignature : {true, false}) {
            bagit.after = descriptorOf(bagit, withSignature);
            put(path, zipOf({bagit}));
            QVERIFY(ZipSource::open(path));
            put(path, zipOf({bagit, {.name = "b/x"_ba}}));
            QVERIFY(ZipSource::open(path));
        }
        bagit.after[4] = static_cast<char>(bagit.after[4] ^ 1);
        put(path, zipOf({bagit}));
        QCOMPARE(ZipSource::open(path).error().reason, u"header_mismatch"_s);
        bagit.after += "smuggled in the descriptor's place"_ba;
        put(path, zipOf({bagit}));
        QCOMPARE(ZipSource::open(path).error().reason, u"gap"_s);
    }

    void notAFile() {
        QCOMPARE(ZipSource::open(m_folder.filePath(u"none.zip"_s)).error().kind, ErrorKind::NotFound);
        QCOMPARE(ZipSource::open(m_folder.path()).error().kind, ErrorKind::BadInput);
    }

  private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestHostileZip)
#include "test_hostile_zip.moc"
