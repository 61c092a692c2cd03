#include "core/services/bag_pictures.h"

#include "core/base/limits.h"
#include "core/crypto/digest.h"
#include "core/services/originals.h"

#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

constexpr qint64 headBytes = 64;
/// Pictures that wait for a worker: enough to keep all busy, and no more bytes than this.
constexpr int picturesAhead = 16;
constexpr qint64 bytesAhead = 256LL * 1024 * 1024;

/// The caller's thread reads files, the pool's threads bring readings.
class Look {
  public:
    Look(eye::EyePool& eyes, const bundle::ForeignBag& bag, const Progress& progress)
        : m_eyes(eyes), m_bag(bag), m_progress(progress), m_files(bag.source->members().size()) {}
    Look(const Look&) = delete;
    Look& operator=(const Look&) = delete;
    ~Look() { waitFor(0, 0); }

    Result<std::vector<BagFile>> run() {
        for (std::size_t i = 0; i < m_files.size(); ++i)
            CHAYAN_CHECK(take(i));
        waitFor(0, 0);
        if (m_failure)
            return fail(*m_failure);
        return std::move(m_files);
    }

  private:
    Status take(std::size_t index) {
        const bundle::Member& member = m_bag.source->members()[index];
        if (m_progress.cancelled())
            return fail(ErrorKind::Cancelled, bundle::shown(member.path));
        m_progress.tell(static_cast<qint64>(index), static_cast<qint64>(m_files.size()),
                        bundle::shown(member.path));
        CHAYAN_TRY(const QByteArray head, m_bag.source->readHead(index, headBytes));
        BagFile& file = m_files[index];
        file.type = eye::sniff(view(head));
        if (!eye::mimeType(file.type).startsWith(u"image/"))
            return {};
        if (member.size > limits::pictureBytes) {
            file.reading = tooLargeToRead();
            return {};
        }
        waitFor(picturesAhead - 1, bytesAhead);
        {
            const std::scoped_lock lock(m_mutex);
            if (m_failure)
                return fail(*m_failure);
        }
        CHAYAN_TRY(QByteArray bytes, m_bag.source->readWhole(index, limits::pictureBytes));
        if (crypto::sha256(view(bytes)) != m_bag.digests[index])
            return bundle::refuse(u"digest_mismatch"_s, bundle::shown(member.path),
                                  u"it was changed while it was read"_s);
        submit(file, std::move(bytes));
        return {};
    }

    void submit(BagFile& file, QByteArray bytes) {
        const qint64 size = bytes.size();
        {
            const std::scoped_lock lock(m_mutex);
            ++m_pictures;
            m_bytes += size;
        }
        eye::ReadOptions how = lookOptions();
        how.stop = m_progress.stop;
        m_eyes.submit(std::move(bytes), how, [this, &file, size](Result<eye::Reading> reading) {
            const std::scoped_lock lock(m_mutex);
            if (reading)
                file.reading = std::move(*reading);
            else if (!m_failure)
                m_failure = reading.error();
            --m_pictures;
            m_bytes -= size;
            m_changed.notify_all();
        });
    }

    /// Until no more than so much waits for an answer.
    void waitFor(int pictures, qint64 bytes) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_pictures <= pictures && m_bytes <= bytes; });
    }

    eye::EyePool& m_eyes;
    const bundle::ForeignBag& m_bag;
    const Progress& m_progress;
    std::vector<BagFile> m_files;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_pictures = 0;
    qint64 m_bytes = 0;
    std::optional<Error> m_failure;
};

}  // namespace

Result<std::vector<BagFile>> lookAtBag(eye::EyePool& eyes, const bundle::ForeignBag& bag,
                                       const Progress& progress) {
    return Look(eyes, bag, progress).run();
}

}  // namespace chayan::services
