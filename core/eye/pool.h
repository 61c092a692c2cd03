#pragma once

#include "core/eye/reading.h"

#include <QRect>
#include <QSize>

#include <functional>
#include <future>
#include <memory>
#include <stop_token>

namespace chayan::eye {

struct ReadOptions {
    /// How long to look, in milliseconds, 1 to limits::readingMs. The answer is there within a fifth more;
    /// what was found by then counts.
    int maxMs = 1000;
    /// Longest side of an upright thumbnail, 0 (none) to limits::shownSide.
    int thumbnailSide = 0;
    /// A picture whose turn has not come when this is asked to stop gives Cancelled.
    std::stop_token stop = {};
    /// Whether codes are looked for.
    bool codes = true;
    /// Pixels of the upright picture; only there are codes looked for. Null for everywhere.
    QRect box = {};
    /// A genuine label beside which the picture is laid (Reading::compared); codes are not looked for then.
    QByteArray reference = {};
    /// A frame of a live preview: it is judged too (Reading::meter), looked at for 150 ms at most, and given
    /// up sooner where it is not sharp. One process may look at many of them, since a new one for each costs
    /// more than the looking; so what is read of one is good for the screen, and not to be recorded.
    bool live = false;
    /// The picture's label is found and pulled straight (Reading::label); codes are witnesses only.
    std::optional<LabelAsk> label = {};
};

/// Grey pixels as a camera gives them, 0 black, 255 white, row after row without gaps.
struct GreyFrame {
    QSize size;
    QByteArray pixels;
};

/// `chayan-eye` beside the running program, or in `../libexec/chayan` from there.
QString defaultWorkerProgram();

/// Worker processes that decode pictures and read their codes, so that a hostile picture costs one process
/// and not the application. A worker that dies or hangs is replaced; a picture that killed one is tried once
/// more with fewer ways of looking.
///
/// Every picture is answered: with a Reading (whose `notRead` says why a picture gave nothing), or with an
/// Error when the machine is to blame: WorkerFailed when `chayan-eye` cannot be started or cannot drop its
/// rights (nothing is then decoded at all), Cancelled when the pool closes or the option's stop was asked
/// for.
///
/// Thread rule: all members may be called from any thread. Needs no event loop.
class EyePool {
  public:
    /// `workers` processes (at least one), each with a thread of ours that waits for it. They start with
    /// their first picture.
    explicit EyePool(int workers, QString program = defaultWorkerProgram());
    /// Cancels what waits, kills what runs, joins.
    ~EyePool();
    EyePool(const EyePool&) = delete;
    EyePool& operator=(const EyePool&) = delete;

    using Answer = std::function<void(Result<Reading>)>;
    /// `answer` is called exactly once, on a thread of the pool; it must return soon and not throw.
    void submit(QByteArray bytes, const ReadOptions& options, Answer answer);
    /// The same, as a future.
    std::future<Result<Reading>> submit(QByteArray bytes, const ReadOptions& options);
    /// The same, waiting for the answer.
    Result<Reading> read(QByteArray bytes, const ReadOptions& options);
    /// A live frame that is no file, waiting for the answer: its codes and its meter; a thumbnail is not made
    /// of it. TooLarge beyond limits::pictureSide and picturePixels, Damaged where the pixels are not as many
    /// as its size says.
    Result<Reading> read(GreyFrame frame, const ReadOptions& options);

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace chayan::eye
