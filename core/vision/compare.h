#pragma once

#include "core/vision/difference.h"
#include "core/vision/picture.h"

#include <QImage>
#include <QPoint>

#include <array>
#include <vector>

namespace chayan::vision {

/// A suspect label beside a genuine one.
struct Comparison {
    /// Points that both labels share.
    int matches = 0;
    /// How much of the reference's printed area agrees, 0 to 100. Lighting, perspective, blur and slightly
    /// bent paper do not count, nor does coarse print, which agrees in shape and place; 100 says that no
    /// difference was found, not that the label is genuine.
    double score = 0;
    /// The part of the reference's print that lies outside of the suspect picture, 0 to 1: nothing is said
    /// of it.
    double unseen = 0;
    /// The suspect is so much less sharp than the reference that fine strokes run into one another: other
    /// small print would not show.
    bool blurred = false;
    /// The suspect picture has no colours while the reference has: they were not compared.
    bool colourless = false;
    /// Where the reference's corners lie in the suspect, clockwise from its top left; pixels of the suspect.
    std::array<QPoint, 4> outline;
    /// The largest first.
    std::vector<Difference> differences;
    /// The reference as it was compared, and the suspect laid over it, of one size; for an overlay or to
    /// blink.
    QImage reference, aligned;
    /// The aligned suspect paled, with what differs in red. Where the suspect shows nothing both are hatched.
    QImage map;
};

/// Fewer points in common give no comparison.
inline constexpr int leastMatches = 16;
/// Nor does a suspect picture that shows less of the reference.
inline constexpr double mostUnseen = 0.5;

/// Lays the suspect over the reference by what both show and looks for what differs. Works at up to 1,400
/// pixels of the reference's longer side. Where the reference is not found in the suspect (fewer than
/// leastMatches points, hardly any print where they say, or more than mostUnseen of it beyond the picture),
/// nothing but `matches` and `unseen` is told and the pictures
/// are null. Thread rule: no shared state.
Seen<Comparison> compareLabels(const QImage& reference, const QImage& suspect);

}  // namespace chayan::vision
