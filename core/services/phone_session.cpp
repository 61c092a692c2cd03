#include "core/services/phone_session.h"

#include "core/base/phone_limits.h"
#include "core/crypto/digest.h"
#include "core/eye/media_type.h"
#include "core/services/arrived_photos.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <set>
#include <thread>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

/// A file of which every byte is here, on its way into the ledger.
struct Whole {
    AtomicFile file;
    store::StoredOriginal original;
    phone::Offer offer;
    std::function<void(const Result<Digest>&)> done;
};

constexpr qint64 firstBytes = 64;
/// Larger ones are synced before they reach the writer, where others would wait for it.
constexpr qint64 syncedAlone = 32LL * 1024 * 1024;

bool isTaken(eye::MediaType type) {
    return type != eye::MediaType::Unknown && type != eye::MediaType::Pdf;
}

}  // namespace

/// Makes originals of what has arrived, on a thread of its own; what comes meanwhile goes together.
class PhoneSession::Keeper {
  public:
    Keeper(std::shared_ptr<Office> office, std::shared_ptr<const store::Signer> signer,
           PhoneSettings settings)
        : m_office(std::move(office)), m_signer(std::move(signer)), m_settings(std::move(settings)) {
        m_thread = std::thread([this] { run(); });
    }
    ~Keeper() {
        {
            const std::scoped_lock lock(m_mutex);
            m_ending = true;
        }
        m_wake.notify_all();
        m_thread.join();
    }

    /// The server's thread.
    Result<std::unique_ptr<phone::Incoming>> begin(const phone::Offer& offer);

  private:
    class File;

    void take(Whole whole) {
        {
            const std::scoped_lock lock(m_mutex);
            m_waiting.push_back(std::move(whole));
        }
        m_wake.notify_one();
    }

    void run() {
        std::unique_lock lock(m_mutex);
        while (true) {
            m_wake.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
            if (m_waiting.empty())
                return;
            std::deque<Whole> batch = std::exchange(m_waiting, {});
            lock.unlock();
            keep(batch);
            batch.clear();
            lock.lock();
        }
    }

    Result<ArrivedPhoto> place(Whole& whole) const {
        if (whole.original.size > syncedAlone)
            CHAYAN_CHECK(syncFile(whole.file.fd(), whole.offer.name));
        const store::Vault& vault = m_office->store().vault();
        const Digest& sha256 = whole.original.sha256;
        // What lies in its place and is not the same, damaged as it may be, is replaced.
        if (!vault.holds(whole.original)) {
            CHAYAN_CHECK(makeFolder(QFileInfo(vault.pathOf(sha256)).path(), Sync::Later));
            store::Vault::Staged staged{std::move(whole.file), sha256};
            CHAYAN_CHECK(vault.place(staged));
        }
        ArrivedPhoto photo{whole.original, {{}, whole.offer.name}, whole.offer.modified};
        photo.from.device = whole.offer.device;
        photo.from.method = u"phone"_s;
        return photo;
    }

    void keep(std::deque<Whole>& batch) const {
        std::vector<ArrivedPhoto> photos;
        std::vector<Whole*> wholes;
        for (Whole& whole : batch) {
            auto placed = place(whole);
            if (!placed) {
                whole.done(fail(placed.error()));
                continue;
            }
            photos.push_back(std::move(*placed));
            wholes.push_back(&whole);
        }
        const auto answer = [&](std::size_t index, Result<AddedPhoto> photo) {
            Whole& whole = *std::exchange(wholes[index], nullptr);
            if (!photo)
                return whole.done(fail(photo.error()));
            whole.done(photo->sha256);
            if (m_settings.added)
                m_settings.added(whole.offer.name, *photo);
        };
        const Status done = addPhotos(m_office->photoTarget(m_signer), m_settings.visit, photos, answer, {});
        for (Whole* whole : wholes)
            if (whole != nullptr)
                whole->done(fail(done ? Error{ErrorKind::Internal, whole->offer.name, u"not answered"_s}
                                      : done.error()));
    }

    std::shared_ptr<Office> m_office;
    std::shared_ptr<const store::Signer> m_signer;
    PhoneSettings m_settings;
    /// Those that are coming. The server's thread.
    std::set<const File*> m_coming;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Whole> m_waiting;
    bool m_ending = false;
    std::thread m_thread;
};

/// One file as its bytes come, under a temporary name in the vault.
class PhoneSession::Keeper::File : public phone::Incoming {
  public:
    File(Keeper& keeper, phone::Offer offer, AtomicFile file)
        : m_keeper(keeper), m_offer(std::move(offer)), m_file(std::move(file)) {
        m_keeper.m_coming.insert(this);
        m_moved.start();
    }
    ~File() override { m_keeper.m_coming.erase(this); }

    /// Bytes for which there must be room still.
    qint64 awaited() const {
        return m_moved.hasExpired(m_keeper.m_settings.stallMs) ? 0 : m_offer.size - m_received;
    }

    Status add(ByteView bytes) override {
        CHAYAN_CHECK(look(bytes));
        CHAYAN_CHECK(m_file->write(bytes));
        m_hash.add(bytes);
        m_received += static_cast<qint64>(bytes.size());
        m_moved.start();
        return {};
    }

    void finish(std::function<void(const Result<Digest>&)> done) override {
        Whole whole{std::move(*m_file), {m_hash.finish(), m_received}, m_offer, std::move(done)};
        m_file.reset();
        m_keeper.take(std::move(whole));
    }

  private:
    /// As soon as enough of them is here, its first bytes say what it is.
    Status look(ByteView bytes) {
        if (m_known)
            return {};
        m_first.append(reinterpret_cast<const char*>(bytes.data()),
                       static_cast<qsizetype>(std::min<std::size_t>(bytes.size(), firstBytes)));
        if (m_first.size() < std::min(firstBytes, m_offer.size))
            return {};
        m_known = true;
        if (!isTaken(eye::sniff(view(m_first))))
            return fail(ErrorKind::Unsupported, m_offer.name, u"neither a picture nor a video"_s);
        return {};
    }

    Keeper& m_keeper;
    phone::Offer m_offer;
    std::optional<AtomicFile> m_file;
    crypto::Sha256 m_hash;
    qint64 m_received = 0;
    QElapsedTimer m_moved;
    QByteArray m_first;
    bool m_known = false;
};

Result<std::unique_ptr<phone::Incoming>> PhoneSession::Keeper::begin(const phone::Offer& offer) {
    if (offer.size > limits::phoneFileBytes)
        return fail(ErrorKind::TooLarge, offer.name, u"%1 bytes"_s.arg(offer.size));
    const store::Store& store = m_office->store();
    const qint64 free = freeSpace(store.folder());
    qint64 awaited = 0;
    for (const File* file : m_coming)
        awaited += file->awaited();
    if (free >= 0 && free - awaited - limits::phoneSpareBytes < offer.size)
        return fail(ErrorKind::DiskFull, offer.name, u"%1 of %2 bytes are free"_s.arg(free).arg(offer.size));
    CHAYAN_TRY(AtomicFile file, AtomicFile::create(store.vault().folder() + u"/incoming"_s));
    return std::make_unique<File>(*this, offer, std::move(file));
}

PhoneSession::PhoneSession() = default;

Result<std::unique_ptr<PhoneSession>> PhoneSession::begin(std::shared_ptr<Office> office,
                                                          std::shared_ptr<const store::Signer> signer,
                                                          PhoneSettings settings) {
    phone::Settings served;
    served.address = settings.address;
    served.words = settings.words;
    served.language = settings.language;
    served.changed = settings.changed;
    served.idleMs = settings.idleMs;
    std::unique_ptr<PhoneSession> session(new PhoneSession);
    session->m_keeper = std::make_unique<Keeper>(std::move(office), std::move(signer), std::move(settings));
    served.intake = [keeper = session->m_keeper.get()](const phone::Offer& offer) {
        return keeper->begin(offer);
    };
    CHAYAN_TRY(session->m_server, phone::Server::start(std::move(served)));
    return session;
}

PhoneSession::~PhoneSession() {
    close();
}

void PhoneSession::close() {
    m_server.reset();
}

Status PhoneSession::listen(const QString& address) {
    return m_server ? m_server->listen(address) : fail(ErrorKind::Io, address, u"closed"_s);
}

void PhoneSession::renew() {
    if (m_server)
        m_server->renew();
}

}  // namespace chayan::services
