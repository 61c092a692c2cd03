#include "ui/capture/sightings.h"

#include "core/services/originals.h"

#include <algorithm>

namespace chayan::ui {

Sightings::Seen* Sightings::find(const eye::Code& code) {
    const auto found = std::ranges::find_if(
        m_seen, [&](const Seen& seen) { return seen.format == code.format && seen.text == code.text; });
    return found == m_seen.end() ? nullptr : &*found;
}

std::vector<Sightings::Fresh> Sightings::add(const eye::Reading& reading, Moment now) {
    std::vector<Fresh> fresh;
    const std::vector<domain::ScannedCode> codes = services::scannedCodes(reading);
    for (std::size_t i = 0; i < reading.codes.size(); ++i) {
        const eye::Code& code = reading.codes[i];
        QPolygonF place;
        for (const QPoint& corner : code.corners)
            place << QPointF(double(corner.x()) / std::max(1, reading.width),
                             double(corner.y()) / std::max(1, reading.height));
        Seen* seen = find(code);
        if (seen == nullptr) {
            m_seen.push_back({code.format, code.text, {}, now - 2 * sight, ++m_numbers});
            seen = &m_seen.back();
        }
        if (now - seen->last > sight)
            fresh.push_back({seen->number, codes[i]});
        if (seen->last != now)
            seen->places.clear();
        seen->places.push_back(place);  // the same content in two places is two outlines
        seen->last = now;
    }
    return fresh;
}

void Sightings::clear() {
    for (Seen& seen : m_seen) {
        seen.places.clear();
        seen.last = {};
    }
}

std::vector<Sightings::Outline> Sightings::outlines(Moment now) const {
    std::vector<Outline> outlines;
    for (const Seen& seen : m_seen) {
        const double age = std::chrono::duration<double>(now - seen.last) / fade;
        // At its full for a while, since the next reading is near.
        const double strength = std::clamp(2 * (1 - age), 0.0, 1.0);
        if (strength > 0)
            for (const QPolygonF& place : seen.places)
                outlines.push_back({place, strength, seen.number});
    }
    return outlines;
}

}  // namespace chayan::ui
