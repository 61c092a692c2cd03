#pragma once

#include <QByteArray>
#include <QPointF>
#include <QSize>

#include <array>
#include <optional>

namespace chayan::eye {

/// Corners of a label in pixels of the upright picture, clockwise from the label's own top left; the middle
/// of a pixel is a whole number, and a thousandth of one is the finest step.
using LabelCorners = std::array<QPointF, 4>;

/// What is asked about the label in a picture.
struct LabelAsk {
    /// Where it is; looked for where not given.
    std::optional<LabelCorners> corners = {};
    /// Whether its light is evened.
    bool evened = true;

    bool operator==(const LabelAsk&) const = default;
};

/// What a worker says of the label in a picture (vision/label.h and rectify.h, whose words these are).
struct Labelled {
    /// Nothing where no label was found, and then all else is empty.
    std::optional<LabelCorners> corners;
    /// Pixels of the label pulled straight.
    QSize size;
    /// False where it was not asked for, or too little paper is seen.
    bool evened = false;
    /// The label pulled straight, a PNG; empty where ReadOptions::thumbnailSide asked for a thumbnail of it.
    QByteArray picture;

    bool operator==(const Labelled&) const = default;
};

}  // namespace chayan::eye
