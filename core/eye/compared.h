#pragma once

#include <QByteArray>
#include <QPoint>
#include <QRect>
#include <QString>

#include <array>
#include <vector>

namespace chayan::eye {

/// What a worker says of a suspect label beside a genuine one (vision/compare.h, whose words these are).
struct Compared {
    struct Difference {
        enum class Kind : std::uint8_t { Print, Moved, Colour };
        Kind kind = Kind::Print;
        QRect place;
        double amount = 0;
        bool operator==(const Difference&) const = default;
    };
    /// Points that both share; where isComparable() is false all else is empty.
    int matches = 0;
    /// 0 to 100.
    double score = 0;
    std::array<QPoint, 4> outline;
    std::vector<Difference> differences;
    /// The suspect in the reference's shape, a JPEG.
    QByteArray aligned;
    /// What differs drawn over it, a PNG.
    QByteArray map;

    bool isComparable() const { return !map.isEmpty(); }
    bool operator==(const Compared&) const = default;
};

/// `print`, `moved`, `colour`: the stable key of a kind of difference.
QString key(Compared::Difference::Kind kind);

}  // namespace chayan::eye
