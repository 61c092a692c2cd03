#pragma once

#include <QByteArray>

namespace chayan::vision {

/// ZXing 1.4 writes DataBar Expanded as `(01)...(10)...`; this gives the GS1 element string that other
/// symbologies carry: no brackets, 0x1D after a value of variable length unless it is the last (GS1 General
/// Specifications, 7.8.5, figure 7.8.5-2). What is not in brackets comes back as it is.
QByteArray elementString(const QByteArray& bracketed);

}  // namespace chayan::vision
