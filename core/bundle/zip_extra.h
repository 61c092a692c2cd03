#pragma once

#include "core/base/bytes.h"

#include <QString>

#include <optional>

namespace chayan::bundle::zip {

/// The extra fields of one record (APPNOTE 4.5).
struct Extra {
    /// The content of the ZIP64 field, if there is one.
    std::optional<QByteArray> zip64;
    /// Whether other fields stand there too: time stamps and owners that common tools write.
    bool others = false;
    /// Why it is refused: a field that is unknown, twice there, or larger than its kind can be, and could
    /// carry anything.
    QString wrong;
};

Extra readExtra(ByteView bytes);

}  // namespace chayan::bundle::zip
