#include "core/eye/pool.h"

#include "core/base/limits.h"
#include "core/eye/worker.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <sys/eventfd.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace chayan::eye {

namespace {

struct Job {
    QByteArray bytes;
    ReadOptions options;
    EyePool::Answer answer;
    QSize frame = {};  ///< of bytes that are grey pixels
};

/// What the first bytes decide without any worker.
std::optional<NotRead> refusedBySight(MediaType type, qint64 bytes) {
    if (mayDecode(type))
        return bytes > limits::pictureBytes ? std::optional(NotRead::TooLarge) : std::nullopt;
    switch (type) {
        case MediaType::Gif:
        case MediaType::Bmp:
            return NotRead::Unsupported;
        case MediaType::Mp4:
        case MediaType::QuickTime:
        case MediaType::ThreeGp:
        case MediaType::Avi:
        case MediaType::Matroska:
        case MediaType::WebM:
            return NotRead::Video;
        default:
            return NotRead::NotAPicture;
    }
}

/// libheif's decoders start threads, which a process that looks at many frames may not.
bool needsThreads(MediaType type) {
    return type == MediaType::Heic || type == MediaType::Heif || type == MediaType::Avif;
}

std::optional<NotRead> refusedFrame(QSize size, qint64 bytes) {
    if (isFrame(size, bytes))
        return {};
    const qint64 pixels = qint64{size.width()} * size.height();
    const bool isTooLarge =
        std::max(size.width(), size.height()) > limits::pictureSide || pixels > limits::picturePixels;
    return isTooLarge ? NotRead::TooLarge : NotRead::Damaged;
}

/// One thread's worker, started when needed and replaced when lost.
class Lane {
  public:
    Lane(QString program, int wake) : m_program(std::move(program)), m_wake(wake) {}

    Result<Reading> read(const Job& job) {
        QElapsedTimer clock;
        clock.start();
        Reading start;
        const bool isFrame = job.frame != QSize();
        if (!isFrame)
            start.type = sniff(view(job.bytes));
        start.notRead = isFrame ? refusedFrame(job.frame, job.bytes.size())
                                : refusedBySight(start.type, job.bytes.size());
        if (start.notRead)
            return start;
        const QByteArray& reference = job.options.reference;
        const MediaType referenceType = sniff(view(reference));
        if (!reference.isEmpty()) {
            start.notRead = refusedBySight(referenceType, reference.size());
            if (start.notRead)
                return start;
        }
        CHAYAN_TRY(const SealedBytes picture, SealedBytes::copyOf(view(reference + job.bytes)));
        const bool looksForCodes = job.options.codes && reference.isEmpty() && !job.options.label;
        Request request{start.type,
                        !reference.isEmpty() ? PlanName::Compare
                        : isFrame            ? PlanName::Live
                        : job.options.label  ? PlanName::Label
                        : !looksForCodes     ? PlanName::NoCodes
                        : job.options.live   ? PlanName::Live
                                             : PlanName::Full,
                        std::clamp(job.options.maxMs, 1, limits::readingMs),
                        isFrame ? 0 : std::clamp(job.options.thumbnailSide, 0, limits::shownSide),
                        picture.size(),
                        job.options.box & QRect(0, 0, limits::pictureSide, limits::pictureSide),
                        reference.isEmpty() ? MediaType::Unknown : referenceType,
                        reference.size(),
                        job.frame,
                        job.options.live && reference.isEmpty() && !needsThreads(start.type),
                        reference.isEmpty() && !isFrame ? job.options.label : std::nullopt};
        CHAYAN_TRY(Reading reading, ask(request, picture));
        const int left =
            request.maxMs - static_cast<int>(std::min<qint64>(clock.elapsed(), limits::readingMs));
        if (reading.notRead == NotRead::Crashed && left > 0) {
            if (looksForCodes)
                request.plan = PlanName::Cautious;
            request.maxMs = left;
            request.stream = false;
            CHAYAN_TRY(Reading again, ask(request, picture));
            // Out of time on the second try, the first one's end is still the reason.
            if (again.notRead != NotRead::Timeout)
                reading = joined(std::move(reading), std::move(again));
        }
        // Whatever ended the looking, what had been found by then is found.
        if (reading.notRead == NotRead::Crashed && !reading.codes.empty())
            reading.notRead.reset();
        reading.type = start.type;
        reading.us = clock.nsecsElapsed() / 1000;
        reading.ms = static_cast<int>(reading.us / 1000);
        return reading;
    }

  private:
    Result<Reading> ask(const Request& request, const SealedBytes& picture) {
        if (!m_worker) {
            CHAYAN_TRY(Worker worker, Worker::start(m_program, m_wake));
            m_worker.emplace(std::move(worker));
        }
        const Worker::Outcome outcome = m_worker->ask(request, picture, m_wake);
        if (outcome.heard != Heard::Frame)
            m_worker.reset();
        switch (outcome.heard) {
            case Heard::Frame:
                return readingOf(outcome.reply);
            case Heard::Woken:
                return fail(ErrorKind::Cancelled, {}, u"the pool is closing"_s);
            case Heard::TimedOut:
                return notRead(NotRead::Timeout, u"the worker hung"_s);
            case Heard::Closed:
            case Heard::Malformed:
                break;
        }
        return notRead(NotRead::Crashed, u"the worker ended"_s);
    }

    static Reading notRead(NotRead reason, QString detail) {
        Reading reading;
        reading.notRead = reason;
        reading.detail = std::move(detail);
        return reading;
    }

    /// The second try, with what only the first had found before it crashed.
    static Reading joined(Reading first, Reading second) {
        second.passes = first.passes + second.passes;
        for (Code& code : first.codes) {
            const auto isKnown = [&](const Code& known) {
                const int size = (code.corners[0] - code.corners[2]).manhattanLength();
                return known.format == code.format && known.bytes == code.bytes &&
                       (known.corners[0] - code.corners[0]).manhattanLength() < size;
            };
            if (std::none_of(second.codes.begin(), second.codes.end(), isKnown))
                second.codes.push_back(std::move(code));
        }
        if (!second.codes.empty())
            second.flaws.clear();  // told only where no code was found
        return second;
    }

    static Reading readingOf(const Reply& reply) {
        auto answer = answerFrom(reply.answer);
        if (reply.ending == Ending::Crashed) {
            Reading crashed = answer ? std::move(*answer) : Reading();
            crashed.notRead = NotRead::Crashed;
            crashed.detail = u"signal %1"_s.arg(reply.signal);
            return crashed;
        }
        if (reply.ending == Ending::Finished)
            return answer ? std::move(*answer) : notRead(NotRead::Crashed, u"a malformed answer"_s);
        // Killed when its time was up: what it had told by then counts.
        if (!answer)
            return notRead(NotRead::Timeout, u"not decoded in time"_s);
        if (answer->passes.isEmpty() && !answer->notRead) {
            answer->notRead = NotRead::Timeout;
            answer->detail = u"decoded, but not read in time"_s;
        }
        return std::move(*answer);
    }

    QString m_program;
    int m_wake;
    std::optional<Worker> m_worker;
};

}  // namespace

struct EyePool::State {
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Job> waiting;
    bool closing = false;
    /// Becomes readable when the pool closes.
    UniqueFd wake{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    std::vector<std::thread> threads;

    void add(Job job) {
        {
            const std::scoped_lock lock(mutex);
            waiting.push_back(std::move(job));
        }
        changed.notify_one();
    }

    std::optional<Job> next() {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return closing || !waiting.empty(); });
        if (closing)
            return {};
        Job job = std::move(waiting.front());
        waiting.pop_front();
        return job;
    }

    void serve(const QString& program) {
        Lane lane(program, wake.get());
        while (const std::optional<Job> job = next()) {
            if (job->options.stop.stop_requested())
                job->answer(fail(ErrorKind::Cancelled, {}));
            else
                job->answer(lane.read(*job));
        }
    }
};

QString defaultWorkerProgram() {
    const QString self = QFile::symLinkTarget(u"/proc/self/exe"_s);
    const QString folder = QFileInfo(self).path();
    const QString beside = folder + u"/chayan-eye"_s;
    return QFileInfo::exists(beside) ? beside : QFileInfo(folder).path() + u"/libexec/chayan/chayan-eye"_s;
}

EyePool::EyePool(int workers, QString program) : m_state(std::make_unique<State>()) {
    for (int i = 0; i < std::max(1, workers); ++i)
        m_state->threads.emplace_back([state = m_state.get(), program] { state->serve(program); });
}

EyePool::~EyePool() {
    std::deque<Job> left;
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->closing = true;
        left.swap(m_state->waiting);
    }
    m_state->changed.notify_all();
    ::eventfd_write(m_state->wake.get(), 1);
    for (std::thread& thread : m_state->threads)
        thread.join();
    for (const Job& job : left)
        job.answer(fail(ErrorKind::Cancelled, {}, u"the pool is closing"_s));
}

void EyePool::submit(QByteArray bytes, const ReadOptions& options, Answer answer) {
    m_state->add({std::move(bytes), options, std::move(answer)});
}

std::future<Result<Reading>> EyePool::submit(QByteArray bytes, const ReadOptions& options) {
    auto promise = std::make_shared<std::promise<Result<Reading>>>();
    std::future<Result<Reading>> future = promise->get_future();
    submit(std::move(bytes), options,
           [promise](Result<Reading> reading) { promise->set_value(std::move(reading)); });
    return future;
}

Result<Reading> EyePool::read(QByteArray bytes, const ReadOptions& options) {
    return submit(std::move(bytes), options).get();
}

Result<Reading> EyePool::read(GreyFrame frame, const ReadOptions& options) {
    auto promise = std::make_shared<std::promise<Result<Reading>>>();
    std::future<Result<Reading>> future = promise->get_future();
    m_state->add({std::move(frame.pixels), options,
                  [promise](Result<Reading> reading) { promise->set_value(std::move(reading)); },
                  frame.size == QSize() ? QSize(0, 0) : frame.size});
    return future.get();
}

}  // namespace chayan::eye
