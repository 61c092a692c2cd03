#pragma once

#include "core/base/progress.h"
#include "ui/tasks/lanes.h"

#include <QElapsedTimer>

#include <optional>

namespace chayan::ui {

/// One long piece of work as the task strip shows it. GUI thread.
class Task : public QObject {
    Q_OBJECT
  public:
    enum class State { Running, Done, Failed, Cancelled };

    const QString& title() const { return m_title; }
    State state() const { return m_state; }
    qint64 done() const { return m_done; }
    qint64 total() const { return m_total; }  ///< 0 where unknown
    const QString& on() const { return m_on; }
    /// Whether it has been asked to end and has not ended yet.
    bool ending() const { return m_stop.stop_requested() && m_state == State::Running; }
    /// Seconds, once enough is done to say.
    std::optional<qint64> timeLeft() const;
    /// What it came to, in one line; empty while it runs.
    const QString& outcome() const { return m_outcome; }
    /// What to show of it when asked, if anything.
    const std::function<void()>& showResult() const { return m_show; }

    void cancel();

  Q_SIGNALS:
    void changed();

  private:
    friend class Tasks;
    Task(QString title, QObject* parent) : QObject(parent), m_title(std::move(title)) { m_since.start(); }
    void tell(qint64 done, qint64 total, const QString& on);
    void end(State state, const QString& outcome, std::function<void()> show);

    QString m_title;
    QString m_on;
    QString m_outcome;
    std::function<void()> m_show;
    qint64 m_done = 0;
    qint64 m_total = 0;
    State m_state = State::Running;
    QElapsedTimer m_since;
    std::stop_source m_stop;
    std::optional<std::stop_callback<std::function<void()>>> m_closing;
};

/// What a task came to, as its caller words it.
struct Outcome {
    QString line;
    std::function<void()> show = {};
};

/// The long work that is under way and what ended lately. GUI thread.
class Tasks : public QObject {
    Q_OBJECT
  public:
    explicit Tasks(Lanes& lanes) : m_lanes(lanes) {}

    /// Starts `work`, a call of Progress that gives a Result; `done` gets it on the GUI thread and says what
    /// it came to. A failure is worded by `done` as well, where it arose; the strip only says that it failed.
    template <class Work, class Done>
    Task* start(const QString& title, QObject* context, Work work, Done done) {
        Task* task = add(title);
        const QPointer<Tasks> self(this);
        const Progress progress{[this, self, task](qint64 at, qint64 total, const QString& on) {
                                    m_lanes.handOver([self, task, at, total, on] {
                                        if (self)
                                            self->tell(task, at, total, on);
                                    });
                                },
                                task->m_stop.get_token()};
        const QPointer<QObject> guard(context);
        m_lanes.run(
            Lane::Long, this, [work = std::move(work), progress] { return work(progress); },
            [this, task, guard, done = std::move(done)](auto result) {
                const bool cancelled = !result && result.error().kind == ErrorKind::Cancelled;
                const bool good = result.has_value();
                Outcome outcome;
                if (guard)
                    outcome = done(std::move(result));
                finish(task,
                       good        ? Task::State::Done
                       : cancelled ? Task::State::Cancelled
                                   : Task::State::Failed,
                       std::move(outcome));
            });
        return task;
    }

    const std::vector<Task*>& all() const { return m_tasks; }
    bool anyRunning() const;
    /// Takes an ended task away.
    void dismiss(Task* task);

  Q_SIGNALS:
    void changed();
    void ended(chayan::ui::Task* task);

  private:
    Task* add(const QString& title);
    void tell(Task* task, qint64 at, qint64 total, const QString& on);
    void finish(Task* task, Task::State state, Outcome outcome);

    Lanes& m_lanes;
    std::vector<Task*> m_tasks;
};

}  // namespace chayan::ui
