#include "ui/capture/live_eye.h"

#include "core/base/limits.h"
#include "ui/capture/frame_pixels.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace chayan::ui {

namespace {

/// For decoding a frame, on a machine that does other things too; the looking itself has eye::liveMs.
constexpr int decodingMs = 2000;

}  // namespace

struct LiveEye::Engine {
    /// The newest frame that nobody has taken yet.
    class NewestFrame {
      public:
        void put(const CapturedFrame& frame) {
            {
                const std::scoped_lock lock(m_mutex);
                m_frame = frame;
            }
            m_changed.notify_one();
        }
        /// Nothing once it is asked to stop.
        std::optional<CapturedFrame> next(const std::stop_token& stop) {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, stop, [this] { return m_frame.has_value(); });
            return stop.stop_requested() ? std::nullopt : std::exchange(m_frame, {});
        }

      private:
        std::mutex m_mutex;
        std::condition_variable_any m_changed;
        std::optional<CapturedFrame> m_frame;
    };

    NewestFrame toShow, toRead;
    eye::EyePool eyes{2};  // one for what is shown, one for what is read: neither waits for the other

    std::mutex mutex;
    LiveEye* owner = nullptr;  // null once it is gone
    QSize size{640, 480};
    std::optional<ShownFrame> shown;
    std::vector<ReadFrame> read;
    std::optional<Error> failure;
    bool isFailed = false;

    std::jthread showing, reading;  // last: they use the others

    void start() {
        showing = std::jthread([this](const std::stop_token& stop) {
            while (const auto frame = toShow.next(stop))
                show(*frame, stop);
        });
        reading = std::jthread([this](const std::stop_token& stop) {
            while (const auto frame = toRead.next(stop))
                look(*frame, stop);
        });
    }

    /// Changes what waits for the GUI thread, and wakes that.
    template <class Change>
    void tell(Change change) {
        const std::scoped_lock lock(mutex);
        change();
        if (owner != nullptr)
            QMetaObject::invokeMethod(owner, "takeOver", Qt::QueuedConnection);
    }
    void tellFailure(const Error& error) {
        if (error.kind == ErrorKind::Cancelled)
            return;
        tell([&] {
            if (!std::exchange(isFailed, true))
                failure = error;
        });
    }

    void show(const CapturedFrame& frame, const std::stop_token& stop) {
        QSize within;
        {
            const std::scoped_lock lock(mutex);
            within = size;
        }
        ShownFrame made{frame, {}, {}};
        if (frame.bytes.isEmpty()) {
            const QImage whole = pictureOf(frame.video);
            const bool fits = whole.width() <= within.width() && whole.height() <= within.height();
            made.image = whole.isNull() || fits
                             ? whole
                             : whole.scaled(within, Qt::KeepAspectRatio, Qt::SmoothTransformation);
            if (whole.isNull())
                made.notRead = eye::NotRead::Unsupported;
        } else {
            eye::ReadOptions how{.maxMs = decodingMs,
                                 .thumbnailSide = std::max(within.width(), within.height()),
                                 .stop = stop,
                                 .codes = false,
                                 .live = true};
            const auto seen = eyes.read(frame.bytes, how);
            if (!seen)
                return tellFailure(seen.error());
            made.notRead = seen->notRead;
            made.image = QImage::fromData(seen->thumbnail, "JPEG");
            if (made.image.height() > within.height() || made.image.width() > within.width())
                made.image = made.image.scaled(within, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        }
        // The GUI thread need not convert it before it is drawn.
        if (!made.image.isNull())
            made.image = made.image.convertToFormat(QImage::Format_RGB32);
        tell([&] { shown = std::move(made); });
    }

    void look(const CapturedFrame& frame, const std::stop_token& stop) {
        const eye::ReadOptions how{.maxMs = decodingMs, .stop = stop, .live = true};
        const auto seen =
            frame.bytes.isEmpty() ? eyes.read(greyOf(frame.video), how) : eyes.read(frame.bytes, how);
        if (!seen)
            return tellFailure(seen.error());
        tell([&] { read.push_back({frame.number, frame.at, *seen}); });
    }
};

LiveEye::LiveEye(Lanes& lanes) : m_lanes(lanes), m_engine(std::make_shared<Engine>()) {
    m_engine->owner = this;
    m_engine->start();
}

LiveEye::~LiveEye() {
    {
        const std::scoped_lock lock(m_engine->mutex);
        m_engine->owner = nullptr;
    }
    m_engine->showing.request_stop();
    m_engine->reading.request_stop();
    // A look that has begun ends within its time, which is longer than the window may stand still.
    m_lanes.run(
        Lane::Long, &m_lanes,
        [engine = std::move(m_engine)]() mutable {
            engine->showing.join();
            engine->reading.join();
            engine.reset();
            return true;
        },
        [](bool) {});
}

FrameSource::Take LiveEye::take() {
    return [weak = std::weak_ptr(m_engine)](const CapturedFrame& frame) {
        if (const auto engine = weak.lock()) {
            engine->toShow.put(frame);
            engine->toRead.put(frame);
        }
    };
}

void LiveEye::setSize(QSize pixels) {
    const std::scoped_lock lock(m_engine->mutex);
    m_engine->size = pixels.expandedTo({64, 48}).boundedTo({limits::shownSide, limits::shownSide});
}

void LiveEye::takeOver() {
    std::optional<ShownFrame> picture;
    std::vector<ReadFrame> readings;
    std::optional<Error> failure;
    {
        const std::scoped_lock lock(m_engine->mutex);
        picture = std::exchange(m_engine->shown, {});
        readings = std::exchange(m_engine->read, {});
        failure = std::exchange(m_engine->failure, {});
    }
    if (picture)
        Q_EMIT shown(*picture);
    for (const ReadFrame& reading : readings)
        Q_EMIT read(reading);
    if (failure)
        Q_EMIT failed(*failure);
}

}  // namespace chayan::ui
