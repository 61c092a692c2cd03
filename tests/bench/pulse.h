#pragma once

#include <QApplication>
#include <QEvent>
#include <QWidget>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

/// A watchdog over the event loop: a thread asks once a millisecond, and the answer tells how long anything
/// would have waited, a key as well as a repaint.
namespace chayan::bench {

using Moment = std::chrono::steady_clock::time_point;

inline Moment present() {
    return std::chrono::steady_clock::now();
}

inline double msBetween(Moment from, Moment to) {
    return std::chrono::duration<double, std::milli>(to - from).count();
}

/// What one stage of the measurement saw, in milliseconds.
struct Stalls {
    std::vector<double> waits;
    double longest = 0;
    QByteArray longestRan;  ///< the single event that took longest
    double longestEvent = 0;

    double percentile(double part) const {
        if (waits.empty())
            return 0;
        std::vector<double> sorted = waits;
        std::ranges::sort(sorted);
        return sorted[std::min(sorted.size() - 1,
                               static_cast<std::size_t>(part * static_cast<double>(sorted.size())))];
    }
};

class Pulse : public QObject {
  public:
    Pulse() {
        m_thread = std::jthread([this](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
                if (m_waiting.exchange(true))
                    continue;
                m_sent = present();
                QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::HighEventPriority);
            }
        });
    }

    /// What was seen since the last call.
    Stalls take() { return std::exchange(m_stalls, {}); }
    /// The application tells how long an event took.
    void noteEvent(double ms, const QByteArray& what) {
        if (ms <= m_stalls.longestEvent)
            return;
        m_stalls.longestEvent = ms;
        m_stalls.longestRan = what;
    }

  protected:
    bool event(QEvent* event) override {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        const double waited = msBetween(m_sent, present());
        m_stalls.waits.push_back(waited);
        m_stalls.longest = std::max(m_stalls.longest, waited);
        m_waiting = false;
        return true;
    }

  private:
    std::atomic<bool> m_waiting = false;
    std::atomic<Moment> m_sent{};
    Stalls m_stalls;
    std::jthread m_thread;
};

/// An application that times every event, and knows when a widget that is waited for was painted.
class TimedApplication : public QApplication {
  public:
    using QApplication::QApplication;

    Pulse* pulse = nullptr;
    QWidget* watched = nullptr;  ///< whose painting is waited for
    Moment painted;              ///< when it was painted last

    bool notify(QObject* receiver, QEvent* event) override {
        const int type = event->type();
        const QByteArray name = receiver->metaObject()->className();
        const Moment begun = present();
        ++m_depth;
        const bool done = QApplication::notify(receiver, event);
        --m_depth;
        const Moment ended = present();
        if (type == QEvent::Paint && receiver == watched)
            painted = ended;
        if (m_depth == 0 && pulse != nullptr)
            pulse->noteEvent(msBetween(begun, ended), name + " event " + QByteArray::number(type));
        return done;
    }

  private:
    int m_depth = 0;
};

}  // namespace chayan::bench
