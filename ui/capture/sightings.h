#pragma once

#include "core/domain/kinds.h"
#include "core/eye/reading.h"

#include <QPolygonF>

#include <chrono>

namespace chayan::ui {

/// What was read lately in a live picture: a short memory, so that an outline does not flicker when a frame
/// between two others is not read, and a code that stays in sight is told of once. Thread rule: one thread.
class Sightings {
  public:
    using Moment = std::chrono::steady_clock::time_point;

    /// A code that was not in sight until now, by the number that its outlines bear.
    struct Fresh {
        int number = 0;
        domain::ScannedCode code;
    };
    std::vector<Fresh> add(const eye::Reading& reading, Moment now);

    struct Outline {
        QPolygonF corners;    ///< in parts of the frame, 0 to 1
        double strength = 1;  ///< fades to 0
        int number = 0;       ///< by which the list beside names the code
    };
    /// Where codes stood in the frames in which they were read.
    std::vector<Outline> outlines(Moment now) const;
    bool anyOutline(Moment now) const { return !outlines(now).empty(); }
    /// Nothing is in sight; a code that comes again keeps its number.
    void clear();

    /// An outline is gone after this long.
    static constexpr std::chrono::milliseconds fade{300};
    /// A code that was not read for this long is out of sight.
    static constexpr std::chrono::milliseconds sight{1500};

  private:
    struct Seen {
        QString format, text;
        std::vector<QPolygonF> places;
        Moment last;
        int number = 0;
    };
    std::vector<Seen> m_seen;
    int m_numbers = 0;

    Seen* find(const eye::Code& code);
};

}  // namespace chayan::ui
