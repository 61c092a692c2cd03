#pragma once

#include "core/eye/reading.h"

#include <QRect>
#include <QSize>

namespace chayan::eye {

/// The protocol between pool and worker, version 6. Every message is one frame (channel.h); numbers are
/// little-endian, texts UTF-8 with a 32-bit length before them.
///
/// Worker -> pool, once: Hello. Then, in turn: pool -> worker Request with the picture's memfd, worker ->
/// pool Reply. Inside the worker each picture's own process sends the zygote any number of Answers, each
/// complete in itself; the last one counts.
inline constexpr std::uint32_t protocolVersion = 7;

/// So long a live frame's codes are looked for, once it is decoded.
inline constexpr int liveMs = 150;

/// Whether so many bytes are the grey pixels of a frame of this size, and it is within the limits.
bool isFrame(QSize size, qint64 bytes);

/// Ready to read, or why not.
struct Hello {
    std::uint32_t version = protocolVersion;
    /// Empty when the worker has dropped its rights and is ready.
    QString failure;
};

enum class PlanName : std::uint8_t {
    Full,
    /// Fewer ways of looking: for a picture that has killed a worker.
    Cautious,
    /// Codes are not looked for: for a picture that is to be seen.
    NoCodes,
    /// It is laid over a reference, and codes are not looked for.
    Compare,
    /// A frame of a live preview: it is judged (Reading::meter), and one that is not sharp is given up soon,
    /// since the next is near.
    Live,
    /// Its label is found and pulled straight.
    Label,
};

struct Request {
    MediaType type = MediaType::Unknown;
    PlanName plan = PlanName::Full;
    /// No pass starts after this many milliseconds; somewhat later the picture's process is killed.
    int maxMs = 0;
    /// Longest side of the thumbnail in pixels; 0 for none.
    int thumbnailSide = 0;
    qint64 bytes = 0;
    /// Pixels of the upright picture; only there are codes looked for. Null for everywhere.
    QRect box = {};
    /// Of PlanName::Compare: what the first so many of the bytes are.
    MediaType referenceType = MediaType::Unknown;
    qint64 referenceBytes = 0;
    /// Not empty: the bytes are the grey pixels of a frame of this size, row after row without gaps, and its
    /// type is Unknown.
    QSize frame = {};
    /// The process that looks at it may look at what follows with this set too.
    bool stream = false;
    /// Of PlanName::Label.
    std::optional<LabelAsk> label = {};
};

/// How the process that looked at the picture ended.
enum class Ending : std::uint8_t { Finished, TimedOut, Crashed };

struct Reply {
    Ending ending = Ending::Crashed;
    /// The signal that ended it, or 0.
    int signal = 0;
    /// The last whole Answer, checked by the worker already; empty when there was none.
    QByteArray answer;
};

QByteArray toWire(const Hello& hello);
QByteArray toWire(const Request& request);
QByteArray toWire(const Reply& reply);
/// `type`, `ms` and `us` do not travel: the pool knows them.
QByteArray toWire(const Reading& answer);

/// Each gives nothing unless the frame is exactly one such message within its limits: for an Answer the
/// counts and lengths of limits.h, symbologies of formatNames(), corners inside the picture, texts in UTF-8.
std::optional<Hello> helloFrom(const QByteArray& frame);
std::optional<Request> requestFrom(const QByteArray& frame);
std::optional<Reply> replyFrom(const QByteArray& frame);
std::optional<Reading> answerFrom(const QByteArray& frame);

/// The milliseconds after which a picture's process is killed, so that the answer is there within a fifth
/// more than was allowed.
inline int killAfterMs(int maxMs) {
    return maxMs + maxMs * 3 / 20;
}

}  // namespace chayan::eye
