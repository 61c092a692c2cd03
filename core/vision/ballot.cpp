#include "core/vision/ballot.h"

#include "core/base/limits.h"
#include "core/vision/add_on.h"
#include "core/vision/place.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::vision {

namespace {

/// Two readings of one retail symbol that differ in its add-on: the one that saw it counts, and when two saw
/// different ones, neither.
void settleAddOn(Code& kept, const Code& other, qsizetype digits) {
    if (kept.bytes.size() == digits && other.bytes.size() > digits) {
        kept = other;
    } else if (kept.bytes != other.bytes && other.bytes.size() > digits) {
        kept.bytes.truncate(digits);
        kept.text.truncate(digits);
        kept.symbology = u"]E0"_s;
    }
}

}  // namespace

void Ballot::add(Code code, const QString& look, int looks) {
    for (Entry& known : m_entries) {
        if (known.code.format != code.format || !isSamePlace(known.code.corners, code.corners))
            continue;
        const qsizetype digits = mainDigits(code.format);
        const bool same = known.code.bytes == code.bytes;
        const bool sameNumber = digits > 0 && known.code.bytes.left(digits) == code.bytes.left(digits);
        // Of a matrix symbol, which corrects its own errors, the first reading stands.
        const bool isMatrix = code.rows == 0;
        if (isMatrix && !same)
            return;
        if (!same && !sameNumber)
            continue;
        if (!same)
            settleAddOn(known.code, code, digits);
        known.needed = std::min(known.needed, looks);
        if (std::find(known.looks.begin(), known.looks.end(), look) == known.looks.end())
            known.looks.push_back(look);
        return;
    }
    if (std::ssize(m_entries) < 2 * limits::codesInPicture)
        m_entries.push_back({std::move(code), {look}, looks});
}

std::vector<const Code*> Ballot::counting() const {
    std::vector<const Code*> codes;
    for (const Entry& entry : m_entries) {
        if (std::ssize(entry.looks) < entry.needed)
            continue;
        // Two contents of one symbol: the one that more looks gave, and neither when there are as many.
        const auto outvotes = [&](const Entry& other) {
            return &other != &entry && isSamePlace(other.code.corners, entry.code.corners) &&
                   other.code.format == entry.code.format && entry.needed > 1 &&
                   other.looks.size() >= entry.looks.size();
        };
        if (std::none_of(m_entries.begin(), m_entries.end(), outvotes) &&
            std::ssize(codes) < limits::codesInPicture)
            codes.push_back(&entry.code);
    }
    return codes;
}

std::vector<Code> Ballot::codes() const {
    std::vector<Code> codes;
    for (const Code* code : counting())
        codes.push_back(*code);
    sortForReading(codes);
    return codes;
}

}  // namespace chayan::vision
