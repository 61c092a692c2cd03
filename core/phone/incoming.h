#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"

#include <functional>
#include <memory>

namespace chayan::phone {

/// What a phone says of a file before it sends it. The name is one that can be shown and kept: see
/// nameFrom().
struct Offer {
    QString name;
    qint64 size = 0;
    std::optional<UtcMs> modified = {};
    /// What the phone's browser says of itself.
    QString device = {};
};

/// Where one file's bytes go. Used on the server's thread; dropped before finish(), it leaves nothing behind.
class Incoming {
  public:
    virtual ~Incoming() = default;
    /// The next bytes, in order. An error ends this file's way: Unsupported when its first bytes are of no
    /// kind that is taken.
    virtual Status add(ByteView bytes) = 0;
    /// All bytes are here. `done` is called once, on any thread: with their SHA-256 when they are durable.
    virtual void finish(std::function<void(const Result<Digest>&)> done) = 0;
};

/// Says whether a file may come, and where to. TooLarge, DiskFull.
using Intake = std::function<Result<std::unique_ptr<Incoming>>(const Offer& offer)>;

}  // namespace chayan::phone
