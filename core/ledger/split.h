#pragma once

#include <QtGlobal>

#include <bit>

/// How RFC 6962 section 2.1 divides leaves; what the sources of this library share.
namespace chayan::ledger {

/// The largest power of two smaller than n (n > 1): where n leaves are split.
inline qint64 splitOf(qint64 n) {
    return static_cast<qint64>(std::bit_floor(static_cast<quint64>(n - 1)));
}

inline bool isComplete(qint64 first, qint64 count) {
    return std::has_single_bit(static_cast<quint64>(count)) && first % count == 0;
}

/// Of a complete subtree with `count` leaves.
inline int levelOf(qint64 count) {
    return std::countr_zero(static_cast<quint64>(count));
}

}  // namespace chayan::ledger
