#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>

/// What the programs that measure share.
namespace chayan::bench {

[[noreturn]] inline void giveUp(const QString& why) {
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(1);
}

template <class T>
T need(Result<T> result) {
    if (!result)
        giveUp(result.error().thing + QStringLiteral(": ") + result.error().detail);
    return std::move(*result);
}
inline void need(const Status& status) {
    if (!status)
        giveUp(status.error().thing + QStringLiteral(": ") + status.error().detail);
}

inline double seconds(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace chayan::bench
