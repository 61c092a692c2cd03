#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QPointer>

#include <array>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace chayan::ui {

/// Which threads a call waits on.
enum class Lane {
    Reading,   ///< quick questions to the store
    Saving,    ///< one thread, so that what is saved keeps its order; finished even while closing
    Pictures,  ///< thumbnails; the newest asked for comes first, since it is the one in view
    Long,      ///< what has a line in the task strip
};

/// Runs calls that wait on threads of their own and brings their answers back to the GUI thread, as values.
/// Work that has not begun when this is destroyed is dropped, but for Lane::Saving; what runs is asked to
/// stop, then joined. GUI thread; needs its event loop for the answers.
class Lanes : public QObject {
    Q_OBJECT
  public:
    Lanes();
    ~Lanes() override;

    /// `work` runs on a thread of the lane and holds values only; `done` gets its answer on the GUI thread
    /// unless `context` is gone by then.
    template <class Work, class Done>
    void run(Lane lane, QObject* context, Work work, Done done) {
        using Answer = decltype(work());
        const QPointer<QObject> guard(context);
        submit(lane, [this, guard, work = std::move(work), done = std::move(done)]() mutable {
            auto answer = std::make_shared<Answer>(work());
            handOver([guard, answer, done = std::move(done)]() mutable {
                if (guard)
                    done(std::move(*answer));
            });
        });
    }

    /// Has `call` run on the GUI thread, after what was handed over before. Any thread.
    void handOver(std::function<void()> call);

    /// Asked to stop when the window closes.
    std::stop_token stop() const { return m_stop.get_token(); }
    /// True while nothing waits or runs in a lane; for tests.
    bool idle(Lane lane) const;

  private:
    struct Threads {
        mutable std::mutex mutex;
        std::condition_variable wake;
        std::deque<std::function<void()>> waiting;
        int running = 0;
        bool ending = false;
        bool newestFirst = false;
        bool finish = false;
        std::vector<std::thread> threads;
    };
    void submit(Lane lane, std::function<void()> job);
    static void serve(Threads& threads);
    Q_INVOKABLE void takeOver();

    std::stop_source m_stop;
    std::array<Threads, 4> m_lanes;
    // Beside Qt's queue of events, whose own locks no tool for finding races sees.
    std::mutex m_handing;
    std::deque<std::function<void()>> m_handedOver;
};

}  // namespace chayan::ui
