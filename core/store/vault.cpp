#include "core/store/vault.h"

#include "core/crypto/digest.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <cerrno>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

constexpr std::size_t blockSize = 1 << 20;
constexpr QDir::Filters everyFile = QDir::Files | QDir::Hidden | QDir::System;

/// Reads from the start to the end, hashing, and gives each block away.
template <class Sink>
Result<StoredOriginal> pump(int source, const QString& thing, const Progress& progress, Sink sink) {
    crypto::Sha256 hash;
    StoredOriginal original;
    const auto block = std::make_unique<std::uint8_t[]>(blockSize);
    while (true) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled, thing);
        const ssize_t n = ::pread(source, block.get(), blockSize, original.size);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fail(errorFromErrno(errno, thing, u"read"));
        if (n == 0)
            break;
        const ByteView bytes(block.get(), static_cast<std::size_t>(n));
        hash.add(bytes);
        CHAYAN_CHECK(sink(bytes));
        original.size += n;
        progress.tell(original.size, 0, thing);
    }
    original.sha256 = hash.finish();
    return original;
}

}  // namespace

// One spelling of the path, since a file's name is told from its folder's by length.
Vault::Vault(const QString& folder) : m_folder(QDir::cleanPath(QDir(folder).absolutePath())) {}

QString Vault::pathOf(const Digest& sha256) const {
    const QString hex = sha256.hex();
    return u"%1/%2/%3"_s.arg(m_folder, hex.left(2), hex.mid(2));
}

Result<StoredOriginal> Vault::add(int source, const QString& thing, Sync sync,
                                  const Progress& progress) const {
    CHAYAN_TRY(AtomicFile file, AtomicFile::create(m_folder + u"/incoming"_s));
    CHAYAN_TRY(StoredOriginal original,
               pump(source, thing, progress, [&](ByteView bytes) { return file.write(bytes); }));
    const QString target = pathOf(original.sha256);
    original.wasThere = holds(original, progress);
    // What another job put there may not be synced yet, so the same bytes are written over it.
    if (original.wasThere && sync == Sync::Later)
        return original;
    CHAYAN_CHECK(makeFolder(QFileInfo(target).path(), sync));
    CHAYAN_CHECK(file.moveTo(target, AtomicFile::Replace::Yes, sync));
    return original;
}

bool Vault::holds(const StoredOriginal& original, const Progress& progress) const {
    const auto there = measure(original.sha256, {{}, progress.stop});
    return there && there->sha256 == original.sha256 && there->size == original.size;
}

Result<Vault::Staged> Vault::stage(const Digest& expected,
                                   const std::function<Result<Digest>(int fd)>& fill) const {
    // Beside its place to be, since threads that make files in one folder wait for each other.
    const QString target = pathOf(expected);
    CHAYAN_CHECK(makeFolder(QFileInfo(target).path(), Sync::Later));
    CHAYAN_TRY(AtomicFile file, AtomicFile::create(target));
    CHAYAN_TRY(const Digest sha256, fill(file.fd()));
    file.close();
    return Staged{std::move(file), sha256};
}

Status Vault::place(Staged& staged) const {
    return staged.file.moveTo(pathOf(staged.sha256), AtomicFile::Replace::Yes, Sync::Later);
}

Result<UniqueFd> Vault::open(const Digest& sha256) const {
    return openForReading(pathOf(sha256));
}

Result<StoredOriginal> Vault::measure(const Digest& sha256, const Progress& progress) const {
    CHAYAN_TRY(const UniqueFd fd, open(sha256));
    return pump(fd.get(), sha256.hex(), progress, [](ByteView) { return Status{}; });
}

Result<std::vector<Digest>> Vault::originalsOf(int part) const {
    const QString prefix = u"%1"_s.arg(part, 2, 16, QChar(u'0'));
    std::vector<Digest> originals;
    QDirIterator files(m_folder + u'/' + prefix, everyFile);
    while (files.hasNext()) {
        files.next();
        if (const auto digest = Digest::fromHex(prefix + files.fileName()))
            originals.push_back(*digest);
    }
    return originals;
}

Result<std::vector<QString>> Vault::strays() const {
    std::vector<QString> strays;
    QDirIterator files(m_folder, everyFile, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = path.mid(m_folder.size() + 1);
        const bool isOriginal =
            name.size() == 65 && name[2] == u'/' && Digest::fromHex(name.left(2) + name.mid(3));
        if (!isOriginal)
            strays.push_back(path);
    }
    return strays;
}

Result<std::vector<QString>> Vault::links() const {
    std::vector<QString> links;
    if (QFileInfo(m_folder).isSymLink())
        links.push_back(m_folder);
    QDirIterator all(m_folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        all.next();
        if (all.fileInfo().isSymLink())
            links.push_back(all.filePath());
    }
    return links;
}

}  // namespace chayan::store
