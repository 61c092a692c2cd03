#pragma once

#include <QByteArray>
#include <QPoint>
#include <QRect>
#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace chayan::eye {

/// What a worker says of a suspect label beside a genuine one (vision/compare.h, whose words these are).
struct Compared {
    struct Difference {
        enum class Kind : std::uint8_t { Print, Moved, Colour, Coarse };
        Kind kind = Kind::Print;
        QRect place;
        double amount = 0;
        bool operator==(const Difference&) const = default;
    };
    /// Points that both share; where isComparable() is false all else but `unseen` is empty.
    int matches = 0;
    /// How much of the reference's print agrees, 0 to 100.
    double score = 0;
    /// The part of the reference's print that lies outside of the suspect picture, 0 to 1.
    double unseen = 0;
    /// The suspect is too much less sharp than the reference for its small print to be judged.
    bool blurred = false;
    /// The suspect has no colours while the reference has.
    bool colourless = false;
    std::array<QPoint, 4> outline;
    std::vector<Difference> differences;
    /// The reference, and the suspect in its shape, both of one size; JPEGs.
    QByteArray reference, aligned;
    /// What differs drawn over it, a PNG.
    QByteArray map;

    bool isComparable() const { return !map.isEmpty(); }
    /// The score in whole numbers, 100 only where nothing differs.
    int percent() const { return differences.empty() ? 100 : std::min(99, static_cast<int>(score)); }
    /// Per cent that were not seen, 0 only where nearly all was.
    int percentUnseen() const { return static_cast<int>(std::lround(100 * unseen)); }
    bool operator==(const Compared&) const = default;
};

/// `print`, `moved`, `colour`, `coarse`: the stable key of a kind of difference.
QString key(Compared::Difference::Kind kind);

}  // namespace chayan::eye
