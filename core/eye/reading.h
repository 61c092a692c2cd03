#pragma once

#include "core/base/result.h"
#include "core/eye/compared.h"
#include "core/eye/labelled.h"
#include "core/eye/media_type.h"

#include <QByteArray>
#include <QPoint>
#include <QStringList>

#include <array>
#include <vector>

namespace chayan::eye {

/// Why a picture was not read. key() gives the stable name.
enum class NotRead : std::uint8_t {
    /// No picture, video or the like by its first bytes.
    NotAPicture,
    /// A picture of a kind that is not decoded (BMP, GIF).
    Unsupported,
    /// HEIC, HEIF or AVIF of a kind that the libraries on this machine do not decode.
    Heic,
    Video,
    /// The file ends before its picture does.
    CutOff,
    /// Beyond limits::pictureSide, picturePixels or pictureBytes.
    TooLarge,
    Damaged,
    /// Not even the first pass ended in time.
    Timeout,
    /// It ended the worker, and the second, cautious try ended it too or had no time left: it could not be
    /// read
    /// safely.
    Crashed,
    /// It needs more than limits::workerMemory.
    Memory,
    /// No worker could be started: nothing was looked at.
    NoWorker,
};

/// What of a picture, on which no code was found, makes print and codes hard to read (vision/quality.h, whose
/// words these are).
enum class Flaw : std::uint8_t { Blurred, Dark, Washed, Glare, Small };

/// `blurred`, `dark`, `washed`, `glare`, `small`.
QString key(Flaw flaw);

/// What the pixels of a live frame say of focus and light, whether or not a code was found
/// (vision/quality.h, whose figures these are).
struct Meter {
    /// Pixels in which the sharpest edges rise; 0 where there are too few edges to say.
    double edgeWidth = 0;
    /// Grey levels, 0 to 255, that hardly a pixel is below, and above.
    int darkest = 0;
    int lightest = 255;
    /// Share of the frame, 0 to 1, in which a light is mirrored.
    double glare = 0;
    std::vector<Flaw> flaws = {};
    bool operator==(const Meter&) const = default;
};

/// `not_a_picture`, `cut_off`: the stable key of a reason, for JSON and for `text`.
QString key(NotRead reason);

/// One symbol that was read. The members mean what they mean in `scan` of the command line.
struct Code {
    QString format;
    QString text;
    /// IANA name of the character set that gave `text`.
    QString charset;
    QByteArray bytes;
    /// Symbology identifier (ISO/IEC 15424), `]C1`.
    QString symbology;
    /// Pixels of the upright picture, clockwise from the symbol's own top left.
    std::array<QPoint, 4> corners;
    QString pass;

    bool operator==(const Code&) const = default;
};

/// The symbologies that a Code may name.
const QStringList& formatNames();

/// All that was seen in one picture, or why nothing was. A value; everything in it came from a worker process
/// and was checked against its bounds.
struct Reading {
    MediaType type = MediaType::Unknown;
    /// Pixels of the picture turned upright; 0 where not known.
    int width = 0;
    int height = 0;
    /// From handing the picture to a worker to its answer, a retry included.
    int ms = 0;
    /// The same in microseconds.
    qint64 us = 0;
    QStringList passes;
    std::vector<Code> codes;
    /// Where codes were looked for and none was found: why another photograph may be better.
    std::vector<Flaw> flaws;
    /// An upright JPEG, when one was asked for and the picture decoded.
    QByteArray thumbnail;
    /// Where a reference was given and both pictures decode.
    std::optional<Compared> compared;
    /// Of a live frame.
    std::optional<Meter> meter;
    /// Where the label was asked about; `thumbnail` is then one of the label.
    std::optional<Labelled> label;
    std::optional<NotRead> notRead;
    /// The exact reason in English, for logs.
    QString detail;
};

/// The failure that a Reading with `notRead` means for `thing`; nothing for the others.
std::optional<Error> errorOf(const Reading& reading, const QString& thing);

}  // namespace chayan::eye
