#include "core/bundle/unpack.h"

#include "core/base/limits.h"
#include "core/bundle/file_io.h"
#include "core/bundle/member_path.h"
#include "core/bundle/meter.h"

#include <QDir>
#include <QFile>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace chayan::bundle {

namespace {

struct FreeArchive {
    void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, FreeArchive>;

/// libarchive turns names into UTF-8 through the thread's locale, which may be plain C.
class Utf8Locale {
  public:
    Utf8Locale() : m_own(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
        if (m_own)
            m_before = ::uselocale(m_own);
    }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;
    ~Utf8Locale() {
        if (m_own) {
            ::uselocale(m_before);
            ::freelocale(m_own);
        }
    }

  private:
    locale_t m_own;
    locale_t m_before = nullptr;
};

Status readerError(archive* reader, const QString& thing) {
    const char* text = archive_error_string(reader);
    const QString detail = text ? QString::fromUtf8(text) : u"cannot be read"_s;
    // libarchive's code for a format that it does not know, or that breaks its own rules.
    if (archive_errno(reader) == EILSEQ && archive_file_count(reader) == 0)
        return refuse(u"not_an_archive"_s, thing, detail);
    if (detail.contains(u"truncated", Qt::CaseInsensitive))
        return refuse(u"truncated"_s, thing, detail);
    return refuse(u"bad_compression"_s, thing, detail);
}

/// Whether a ZIP file has its end record (APPNOTE 4.3.16), which tells a whole one from one that was cut off;
/// read as a stream, a cut one looks whole. Other formats have checks of their own.
Result<bool> endsWell(int fd, qint64 bytes, const QString& archive) {
    const auto read = [&](qint64 offset, qint64 size) -> Result<QByteArray> {
        QByteArray block(static_cast<qsizetype>(size), '\0');
        const ssize_t n = ::pread(fd, block.data(), static_cast<std::size_t>(size), offset);
        if (n < 0)
            return fail(errorFromErrno(errno, archive, u"read"));
        block.truncate(static_cast<qsizetype>(n));
        return block;
    };
    CHAYAN_TRY(const QByteArray head, read(0, 4));
    if (head != "PK\3\4")
        return true;
    constexpr qint64 record = 22, longestComment = 65'535;
    const qint64 from = std::max<qint64>(0, bytes - record - longestComment);
    CHAYAN_TRY(const QByteArray tail, read(from, bytes - from));
    return tail.lastIndexOf("PK\5\6") >= 0 && tail.size() - tail.lastIndexOf("PK\5\6") >= record;
}

class Unpacker {
  public:
    Unpacker(QString archive, QString folder, qint64 archiveBytes, const Progress& progress)
        : m_archive(std::move(archive)),
          m_folder(std::move(folder)),
          m_archiveBytes(archiveBytes),
          m_meter(progress, 0) {}

    Status run(archive* reader) {
        while (true) {
            archive_entry* entry = nullptr;
            const int state = archive_read_next_header(reader, &entry);
            if (state == ARCHIVE_EOF)
                return {};
            if (state != ARCHIVE_OK && state != ARCHIVE_WARN)
                return readerError(reader, m_archive);
            CHAYAN_CHECK(take(reader, entry));
        }
    }

  private:
    Status take(archive* reader, archive_entry* entry) {
        QByteArray name(archive_entry_pathname_utf8(entry));
        if (name.isNull())
            name = archive_entry_pathname(entry);
        while (name.startsWith("./"))
            name.remove(0, 2);
        const bool folder = archive_entry_filetype(entry) == AE_IFDIR;
        if (folder && name.endsWith('/'))
            name.chop(1);
        if (folder && (name.isEmpty() || name == "."))
            return {};
        const QString thing = shown(name);
        if (++m_entries > limits::foreignMembers)
            return refuse(u"too_many_members"_s, m_archive,
                          u"more than %1 members"_s.arg(limits::foreignMembers));
        if (archive_entry_hardlink(entry) || archive_entry_filetype(entry) == AE_IFLNK)
            return refuse(u"link"_s, thing, u"a link"_s);
        if (!folder && archive_entry_filetype(entry) != AE_IFREG)
            return refuse(u"special_file"_s, thing, u"neither a file nor a folder"_s);
        if (archive_entry_is_encrypted(entry))
            return refuse(u"encrypted"_s, thing, u"the member is encrypted"_s);
        if (const auto problem = folder ? m_names.addFolder(name) : m_names.addFile(name))
            return refuse(*problem);
        return folder ? makeFolderOf(name + '/', thing) : write(reader, entry, name, thing);
    }

    /// The folder that the path lies in.
    Status makeFolderOf(const QByteArray& path, const QString& thing) {
        const QString folder = m_folder + u'/' + QString::fromUtf8(path.first(path.lastIndexOf('/') + 1));
        if (folder == m_lastFolder || QDir().mkpath(folder)) {
            m_lastFolder = folder;
            return {};
        }
        return fail(errorFromErrno(errno, thing, u"make folder"));
    }

    Status write(archive* reader, archive_entry* entry, const QByteArray& name, const QString& thing) {
        CHAYAN_CHECK(makeFolderOf(name, thing));
        const QByteArray path = QFile::encodeName(m_folder + u'/' + QString::fromUtf8(name));
        const UniqueFd fd(
            ::open(path.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
        if (!fd)
            return fail(errorFromErrno(errno, thing, u"create"));
        qint64 size = 0;
        const auto block = m_buffer.room(blockBytes);
        while (true) {
            const la_ssize_t n = archive_read_data(reader, block.data(), block.size());
            if (n < 0)
                return readerError(reader, thing);
            if (n == 0)
                break;
            size += n;
            m_total += n;
            CHAYAN_CHECK(checkTotal(thing));
            CHAYAN_CHECK(writeAll(fd.get(), block.first(static_cast<std::size_t>(n)), thing));
            CHAYAN_CHECK(m_meter.add(n, name));
        }
        return finish(entry, fd.get(), size, thing);
    }

    /// A sparse file may end in a hole, which libarchive does not give; any other must be as long as it
    /// claims.
    Status finish(archive_entry* entry, int fd, qint64 size, const QString& thing) {
        const qint64 claimed = archive_entry_size_is_set(entry) ? archive_entry_size(entry) : size;
        if (claimed == size)
            return {};
        if (claimed < size || archive_entry_sparse_count(entry) == 0)
            return refuse(u"size_lie"_s, thing, u"%1 bytes, not the %2 it claims"_s.arg(size).arg(claimed));
        m_total += std::min(claimed - size, limits::foreignBytes + 1);
        CHAYAN_CHECK(checkTotal(thing));
        if (::ftruncate(fd, claimed) != 0)
            return fail(errorFromErrno(errno, thing, u"extend"));
        return {};
    }

    Status checkTotal(const QString& thing) const {
        if (m_total > limits::foreignBytes)
            return refuse(u"too_large"_s, m_archive,
                          u"more than %1 bytes unpacked"_s.arg(limits::foreignBytes));
        if (m_total > limits::bombFloorBytes && m_total / limits::foreignRatio > m_archiveBytes)
            return refuse(u"bomb"_s, thing,
                          u"%1 bytes swell to more than %2"_s.arg(m_archiveBytes).arg(m_total));
        return {};
    }

    QString m_archive;
    QString m_folder;
    qint64 m_archiveBytes;
    Meter m_meter;
    NameRegistry m_names;
    QString m_lastFolder;
    qint64 m_entries = 0;
    qint64 m_total = 0;
    ReadBuffer m_buffer;
};

}  // namespace

Status unpackArchive(const QString& archive, const QString& folder, const Progress& progress) {
    CHAYAN_TRY(const UniqueFd fd, openForReading(archive));
    CHAYAN_TRY(const qint64 bytes, fileSize(fd.get(), archive));
    if (bytes == 0)
        return refuse(u"empty"_s, archive, u"the file has no bytes"_s);
    CHAYAN_TRY(const bool whole, endsWell(fd.get(), bytes, archive));
    if (!whole)
        return refuse(u"truncated"_s, archive, u"it begins as a ZIP file, but its end is missing"_s);
    const Utf8Locale locale;
    const Reader reader(archive_read_new());
    if (!reader)
        return fail(ErrorKind::Internal, archive, u"libarchive does not start"_s);
    // Named one by one: "all" would bring readers for formats that no bag comes in.
    archive_read_support_format_zip(reader.get());
    archive_read_support_format_tar(reader.get());
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_filter_bzip2(reader.get());
    archive_read_support_filter_xz(reader.get());
    archive_read_support_filter_zstd(reader.get());
    if (archive_read_open_fd(reader.get(), fd.get(), blockBytes) != ARCHIVE_OK)
        return readerError(reader.get(), archive);
    Unpacker unpacker(archive, folder, bytes, progress);
    return unpacker.run(reader.get());
}

}  // namespace chayan::bundle
