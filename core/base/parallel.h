#pragma once

#include "core/base/result.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace chayan {

/// Calls `work(i)` for every i below `count`, on all cores and in no order; the calling thread is one of
/// them. After a failure no further i is begun; one of the failures is given back.
template <class Work>
Status onAllCores(std::size_t count, const Work& work) {
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    Status failure;
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            if (Status done = work(i); !done) {
                next = count;
                const std::lock_guard lock(mutex);
                failure = std::move(done);
            }
        }
    };
    std::vector<std::jthread> threads;
    const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
    for (std::size_t i = 1; i < std::min(cores, count); ++i)
        threads.emplace_back(run);
    run();
    threads.clear();  // joins
    return failure;
}

}  // namespace chayan
