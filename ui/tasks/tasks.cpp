#include "ui/tasks/tasks.h"

#include <algorithm>

namespace chayan::ui {

std::optional<qint64> Task::timeLeft() const {
    constexpr qint64 soonestMs = 2000;
    const qint64 spent = m_since.elapsed();
    if (m_total <= 0 || m_done <= 0 || spent < soonestMs)
        return {};
    return spent * (m_total - m_done) / m_done / 1000;
}

void Task::cancel() {
    m_stop.request_stop();
    Q_EMIT changed();
}

void Task::tell(qint64 done, qint64 total, const QString& on) {
    m_done = done;
    m_total = total;
    m_on = on;
    Q_EMIT changed();
}

void Task::end(State state, const QString& outcome, std::function<void()> show) {
    m_closing.reset();
    m_state = state;
    m_outcome = outcome;
    m_show = std::move(show);
    Q_EMIT changed();
}

bool Tasks::anyRunning() const {
    return std::ranges::any_of(m_tasks,
                               [](const Task* task) { return task->state() == Task::State::Running; });
}

Task* Tasks::add(const QString& title) {
    auto* task = new Task(title, this);
    const std::stop_source stop = task->m_stop;
    task->m_closing.emplace(m_lanes.stop(), [stop] { stop.request_stop(); });
    m_tasks.push_back(task);
    Q_EMIT changed();
    return task;
}

void Tasks::tell(Task* task, qint64 at, qint64 total, const QString& on) {
    if (task->state() == Task::State::Running)
        task->tell(at, total, on);
}

void Tasks::finish(Task* task, Task::State state, Outcome outcome) {
    task->end(state, outcome.line, std::move(outcome.show));
    Q_EMIT ended(task);
    Q_EMIT changed();
}

void Tasks::dismiss(Task* task) {
    if (task->state() == Task::State::Running || std::erase(m_tasks, task) == 0)
        return;
    task->deleteLater();
    Q_EMIT changed();
}

}  // namespace chayan::ui
