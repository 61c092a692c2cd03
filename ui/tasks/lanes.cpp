#include "ui/tasks/lanes.h"

namespace chayan::ui {

namespace {

constexpr std::array threadsOf{2, 1, 2, 2};

}  // namespace

Lanes::Lanes() {
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        Threads& threads = m_lanes[i];
        threads.newestFirst = static_cast<Lane>(i) == Lane::Pictures;
        threads.finish = static_cast<Lane>(i) == Lane::Saving;
        for (int n = 0; n < threadsOf[i]; ++n)
            threads.threads.emplace_back([&threads] { serve(threads); });
    }
}

Lanes::~Lanes() {
    m_stop.request_stop();
    for (Threads& threads : m_lanes) {
        {
            const std::lock_guard lock(threads.mutex);
            threads.ending = true;
            if (!threads.finish)
                threads.waiting.clear();
        }
        threads.wake.notify_all();
    }
    for (Threads& threads : m_lanes)
        for (std::thread& thread : threads.threads)
            thread.join();
}

bool Lanes::idle(Lane lane) const {
    const Threads& threads = m_lanes[static_cast<std::size_t>(lane)];
    const std::lock_guard lock(threads.mutex);
    return threads.waiting.empty() && threads.running == 0;
}

void Lanes::submit(Lane lane, std::function<void()> job) {
    Threads& threads = m_lanes[static_cast<std::size_t>(lane)];
    {
        const std::lock_guard lock(threads.mutex);
        threads.waiting.push_back(std::move(job));
    }
    threads.wake.notify_one();
}

void Lanes::handOver(std::function<void()> call) {
    {
        const std::lock_guard lock(m_handing);
        m_handedOver.push_back(std::move(call));
    }
    QMetaObject::invokeMethod(this, "takeOver", Qt::QueuedConnection);
}

// One call an event, so that what the window has to do comes in between, and a call may wait in a dialog.
void Lanes::takeOver() {
    std::function<void()> call;
    {
        const std::lock_guard lock(m_handing);
        call = std::move(m_handedOver.front());
        m_handedOver.pop_front();
    }
    call();
}

void Lanes::serve(Threads& threads) {
    std::unique_lock lock(threads.mutex);
    while (true) {
        threads.wake.wait(lock, [&] { return threads.ending || !threads.waiting.empty(); });
        if (threads.waiting.empty())
            return;
        std::function<void()> job;
        if (threads.newestFirst) {
            job = std::move(threads.waiting.back());
            threads.waiting.pop_back();
        } else {
            job = std::move(threads.waiting.front());
            threads.waiting.pop_front();
        }
        ++threads.running;
        lock.unlock();
        job();
        job = {};
        lock.lock();
        --threads.running;
    }
}

}  // namespace chayan::ui
