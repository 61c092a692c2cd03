#include "core/services/photos.h"

#include "core/base/file_name.h"
#include "core/base/limits.h"
#include "core/services/arrived_photos.h"
#include "core/services/dossiers.h"
#include "core/services/originals.h"

#include <QFile>

#include <sys/stat.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

constexpr int thumbnailSide = 320;
constexpr qint64 firstBytes = 64;
/// Files taken and not yet written: enough to keep every worker busy while one photograph is slow.
constexpr std::size_t filesAhead = 16;
/// And no more than this of them in memory.
constexpr qint64 bytesAhead = 256LL * 1024 * 1024;

/// What becomes a photograph: a file that lies somewhere, or one that has arrived in the vault.
struct Source {
    PhotoFile from;
    QString file = {};  ///< its path, or else its name, as text
    std::optional<store::StoredOriginal> arrived = {};
    std::optional<qint64> modified = {};
};

/// A file on its way into the ledger.
struct Photo {
    std::size_t index = 0;
    PhotoFile from = {};
    QString file = {};  ///< the path as text
    ItemId item = ItemId::random();
    std::optional<qint64> sourceMtime = {};
    /// Set once it lies in the vault.
    std::optional<store::StoredOriginal> original = {};
    /// Set once it is known; an error ends this file's way.
    std::optional<Result<eye::Reading>> reading = {};
    /// Valid once its job waits for the writer.
    std::future<Status> written = {};
};

/// The files of one call. One thread copies, the pool's threads bring readings, the caller's thread hears
/// the writer and answers; jobs reach the writer in the order given.
class Line {
  public:
    Line(const PhotoTarget& target, const DossierId& visit, std::vector<Source> files,
         const Progress& progress)
        : m_target(target), m_visit(visit), m_files(std::move(files)), m_progress(progress) {}

    Status run(const PhotoAnswer& answer) {
        std::jthread copier([this] { copyAll(); });
        while (const std::shared_ptr<Photo> photo = next()) {
            Result<AddedPhoto> added = outcome(*photo);
            // What was read and could not be written is the machine's failure, not this file's.
            if (!added && (*photo->reading || stops(added.error())))
                fail(added.error());
            else
                answer(photo->index, std::move(added));
            m_progress.tell(static_cast<qint64>(photo->index) + 1, std::ssize(m_files), photo->file);
        }
        if (m_failure)
            return chayan::fail(*m_failure);
        if (m_taken < m_files.size())
            return chayan::fail(ErrorKind::Cancelled, m_files[m_taken].file,
                                u"%1 of %2 files were stored"_s.arg(m_taken).arg(m_files.size()));
        return {};
    }

  private:
    static bool stops(const Error& error) { return error.kind == ErrorKind::DiskFull; }

    void fail(const Error& error) {
        const std::scoped_lock lock(m_mutex);
        if (!m_failure)
            m_failure = error;
    }

    // The copier's thread.
    void copyAll() {
        for (std::size_t i = 0; i < m_files.size() && mayTake(); ++i) {
            auto photo = std::make_shared<Photo>();
            photo->index = i;
            photo->from = m_files[i].from;
            photo->file = m_files[i].file;
            auto bytes = take(m_files[i], *photo);
            {
                const std::scoped_lock lock(m_mutex);
                if (!bytes && bytes.error().kind == ErrorKind::Cancelled)
                    break;
                ++m_taken;
                m_line.push_back(photo);
            }
            if (!bytes)
                read(photo, chayan::fail(bytes.error()));
            else if (!*bytes)
                read(photo, unread(*photo));
            else
                look(photo, std::move(**bytes));
        }
        const std::scoped_lock lock(m_mutex);
        m_copied = true;
        m_changed.notify_all();
    }

    bool mayTake() {
        std::unique_lock lock(m_mutex);
        m_changed.wait(
            lock, [this] { return m_failure || (m_line.size() < filesAhead && m_bytesAhead < bytesAhead); });
        return !m_failure && !m_progress.cancelled();
    }

    /// Into the vault; gives its bytes, or nothing for a file that is too large to be looked at.
    Result<std::optional<QByteArray>> take(const Source& source, Photo& photo) {
        photo.original = source.arrived;
        photo.sourceMtime = source.modified;
        if (!photo.original)
            CHAYAN_CHECK(copy(photo));
        const store::Vault& vault = m_target.store.vault();
        if (photo.original->size > limits::pictureBytes)
            return std::nullopt;
        // What was stored is what is read, whatever happens to the file meanwhile; of what no worker decodes,
        // a film above all, no more than says so.
        const QString path = vault.pathOf(photo.original->sha256);
        QByteArray first = firstOf(path);
        if (!first.isEmpty() && !eye::mayDecode(eye::sniff(view(first))))
            return first;
        return readFile(path, limits::pictureBytes);
    }

    Status copy(Photo& photo) {
        CHAYAN_TRY(const UniqueFd file, openForReading(photo.from.path, photo.file));
        struct stat info {};
        if (::fstat(file.get(), &info) == 0)
            photo.sourceMtime = qint64{info.st_mtim.tv_sec} * 1000 + info.st_mtim.tv_nsec / 1'000'000;
        CHAYAN_TRY(photo.original,
                   m_target.store.vault().add(file.get(), photo.file, Sync::Later, {{}, m_progress.stop}));
        return {};
    }

    /// What its first bytes say of one that is too large to be looked at.
    /// As many bytes as say what a file is; none where it cannot be read.
    static QByteArray firstOf(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.read(firstBytes) : QByteArray();
    }

    eye::Reading unread(const Photo& photo) const {
        eye::Reading reading = tooLargeToRead();
        const QByteArray first = firstOf(m_target.store.vault().pathOf(photo.original->sha256));
        reading.type = eye::sniff(view(first));
        return reading;
    }

    void look(const std::shared_ptr<Photo>& photo, QByteArray bytes) {
        const qint64 size = bytes.size();
        {
            const std::scoped_lock lock(m_mutex);
            m_bytesAhead += size;
        }
        eye::ReadOptions how = lookOptions();
        how.thumbnailSide = m_target.thumbnails != nullptr ? thumbnailSide : 0;
        const eye::MediaType type = eye::sniff(view(bytes));
        m_target.eyes.submit(std::move(bytes), how, [this, photo, size, type](Result<eye::Reading> reading) {
            // A photograph is evidence whether or not its codes can be read here.
            if (!reading && reading.error().kind == ErrorKind::WorkerFailed) {
                eye::Reading unread;
                unread.type = type;
                unread.notRead = eye::NotRead::NoWorker;
                unread.detail = reading.error().detail;
                reading = std::move(unread);
            }
            read(photo, std::move(reading), size);
        });
    }

    /// The reading of one photograph has come; those that are now first go to the writer.
    void read(const std::shared_ptr<Photo>& photo, Result<eye::Reading> reading, qint64 size = 0) {
        const std::scoped_lock lock(m_mutex);
        photo->reading = std::move(reading);
        m_bytesAhead -= size;
        while (m_nextToWrite < m_line.size() && m_line[m_nextToWrite]->reading) {
            const std::shared_ptr<Photo>& first = m_line[m_nextToWrite++];
            if (*first->reading)
                first->written = m_target.store.write(m_target.signer, job(first));
        }
        m_changed.notify_all();
    }

    store::Job job(const std::shared_ptr<const Photo>& photo) const {
        return [visit = m_visit, photo](store::Draft& draft) -> Status {
            CHAYAN_CHECK(store::requireDossier(draft.database(), visit));
            const eye::Reading& reading = **photo->reading;
            const PhotoFile& from = photo->from;
            NewOriginal original{photo->item,           photo->original->sha256,
                                 photo->original->size, eye::mimeType(reading.type),
                                 from.origin,           draft.signer().certificate.fingerprint().hex(),
                                 photo->sourceMtime,    from.name};
            if (original.name.isEmpty())
                original.name = fileNameText(from.path.sliced(from.path.lastIndexOf('/') + 1));
            original.device = from.device;
            original.app = from.app;
            original.method = from.method;
            original.clockOffset = from.clockOffset;
            CHAYAN_CHECK(recordOriginal(draft, visit, visitType, original));
            return recordReading(draft, visit, photo->item, reading);
        };
    }

    // The caller's thread.

    /// The next photograph whose way is known to the end or waits for the writer alone; null after the last.
    std::shared_ptr<Photo> next() {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_nextToWrite > 0 || (m_copied && m_line.empty()); });
        if (m_nextToWrite == 0)
            return nullptr;
        std::shared_ptr<Photo> photo = std::move(m_line.front());
        m_line.pop_front();
        --m_nextToWrite;
        m_changed.notify_all();
        return photo;
    }

    Result<AddedPhoto> outcome(Photo& photo) {
        if (!*photo.reading) {
            if (photo.original)
                m_target.store.sweepNextTime();
            return chayan::fail(photo.reading->error());
        }
        if (const Status written = photo.written.get(); !written) {
            m_target.store.sweepNextTime();
            return chayan::fail(written.error());
        }
        eye::Reading& reading = **photo.reading;
        // A cache that cannot take it is no reason to trouble anybody.
        if (m_target.thumbnails != nullptr && !reading.thumbnail.isEmpty())
            static_cast<void>(m_target.thumbnails->keep(photo.original->sha256, reading.thumbnail));
        return AddedPhoto{photo.item, photo.original->sha256, std::move(reading)};
    }

    const PhotoTarget& m_target;
    const DossierId& m_visit;
    std::vector<Source> m_files;
    const Progress& m_progress;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::shared_ptr<Photo>> m_line;
    /// How many at the front of the line have been given to the writer or have failed.
    std::size_t m_nextToWrite = 0;
    std::size_t m_taken = 0;
    qint64 m_bytesAhead = 0;
    bool m_copied = false;
    std::optional<Error> m_failure;
};

Status addAll(const PhotoTarget& target, const DossierId& visit, std::vector<Source> files,
              const PhotoAnswer& answer, const Progress& progress) {
    CHAYAN_TRY(store::Database database, target.store.reader());
    CHAYAN_CHECK(store::requireDossier(database, visit));
    return Line(target, visit, std::move(files), progress).run(answer);
}

}  // namespace

Status addPhotos(const PhotoTarget& target, const DossierId& visit, const std::vector<PhotoFile>& files,
                 const PhotoAnswer& answer, const Progress& progress) {
    std::vector<Source> sources;
    for (const PhotoFile& file : files)
        sources.push_back({file, fileNameText(file.path)});
    return addAll(target, visit, std::move(sources), answer, progress);
}

Status addPhotos(const PhotoTarget& target, const DossierId& visit, const std::vector<ArrivedPhoto>& arrived,
                 const PhotoAnswer& answer, const Progress& progress) {
    std::vector<Source> sources;
    for (const ArrivedPhoto& photo : arrived)
        sources.push_back({photo.from, photo.from.name, photo.original, photo.modified});
    return addAll(target, visit, std::move(sources), answer, progress);
}

Status addPhotos(const PhotoTarget& target, const DossierId& visit, const QByteArrayList& files,
                 const PhotoAnswer& answer, const Progress& progress) {
    std::vector<PhotoFile> photos;
    for (const QByteArray& file : files)
        photos.push_back({file});
    return addPhotos(target, visit, photos, answer, progress);
}

Status addPhotos(const PhotoTarget& target, const DossierId& visit, const QStringList& files,
                 const PhotoAnswer& answer, const Progress& progress) {
    QByteArrayList paths;
    for (const QString& file : files)
        paths += QFile::encodeName(file);
    return addPhotos(target, visit, paths, answer, progress);
}

Result<AddedPhoto> addPhoto(const PhotoTarget& target, const DossierId& visit, const QString& file) {
    std::optional<Result<AddedPhoto>> added;
    const Status done =
        addPhotos(target, visit, QStringList{file},
                  [&](std::size_t, Result<AddedPhoto> photo) { added = std::move(photo); }, {});
    if (added)
        return std::move(*added);
    return fail(done.error());
}

Result<QByteArray> thumbnailOf(const store::Store& store, eye::EyePool& eyes, store::Thumbnails& thumbnails,
                               const Digest& original) {
    CHAYAN_TRY(std::optional<QByteArray> kept, thumbnails.find(original));
    if (kept)
        return std::move(*kept);
    CHAYAN_TRY(QByteArray bytes, readFile(store.vault().pathOf(original), limits::pictureBytes));
    eye::ReadOptions how;
    how.thumbnailSide = thumbnailSide;
    CHAYAN_TRY(const eye::Reading reading, eyes.read(std::move(bytes), how));
    if (const auto error = errorOf(reading, original.hex()))
        return fail(*error);
    if (reading.thumbnail.isEmpty())
        return fail(ErrorKind::Unsupported, original.hex(), u"the worker made no small picture of it"_s);
    CHAYAN_CHECK(thumbnails.keep(original, reading.thumbnail));
    return reading.thumbnail;
}

}  // namespace chayan::services
