#include "core/vision/read_codes.h"

#include "core/base/limits.h"
#include "core/vision/opencv.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace chayan::vision {

std::vector<Pass> everyPass() {
    return {
        {.name = u"plain"_s},
        {.name = u"databar"_s, .symbologies = Symbologies::DataBar, .mostSymbols = 1},
        // Averages noise away, and makes large soft modules sharp enough.
        {.name = u"half"_s, .scale = 0.5, .when = Pass::When::WhileNothingFound},
    };
}

std::vector<Pass> cautiousPasses() {
    return {{.name = u"plain"_s}};
}

namespace {

QPoint centre(const Code& code) {
    QPoint sum;
    for (const QPoint& corner : code.corners)
        sum += corner;
    return sum / 4;
}

/// Half the longest side: two readings of one symbol lie nearer than that, two symbols do not.
double reach(const Code& code) {
    double longest = 0;
    for (std::size_t i = 0; i < code.corners.size(); ++i) {
        const QPoint side = code.corners[(i + 1) % code.corners.size()] - code.corners[i];
        longest = std::max(longest, std::hypot(side.x(), side.y()));
    }
    return longest / 2;
}

bool isSamePlace(const Code& a, const Code& b) {
    const QPoint apart = centre(a) - centre(b);
    return std::hypot(apart.x(), apart.y()) <= std::max(reach(a), reach(b));
}

/// How many digits of a retail symbol come before its add-on; 0 for symbologies that have none.
qsizetype mainDigits(const Code& code) {
    return code.format == u"EAN-13"_s ? 13 : code.format == u"UPC-A"_s ? 12 : 0;
}

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

void add(std::vector<Code>& codes, Code code) {
    for (Code& known : codes) {
        if (known.format != code.format || !isSamePlace(known, code))
            continue;
        if (known.bytes == code.bytes)
            return;
        const qsizetype digits = mainDigits(code);
        if (digits > 0 && known.bytes.left(digits) == code.bytes.left(digits)) {
            settleAddOn(known, code, digits);
            return;
        }
    }
    if (std::ssize(codes) < limits::codesInPicture)
        codes.push_back(std::move(code));
}

QPoint scaledUp(QPoint point, double scale, GreyView view) {
    const auto pixel = [&](int at, int side) {
        return std::clamp(static_cast<int>(std::lround((at + 0.5) / scale - 0.5)), 0, side - 1);
    };
    return {pixel(point.x(), view.width), pixel(point.y(), view.height)};
}

void run(const Pass& pass, GreyView view, std::vector<Code>& codes) {
    const GreyImage small = pass.scale < 1 ? shrunk(view, pass.scale) : GreyImage{};
    for (Code& code : symbolsIn(pass.scale < 1 ? small.view() : view, pass.symbologies, pass.mostSymbols)) {
        if (pass.scale < 1)
            for (QPoint& corner : code.corners)
                corner = scaledUp(corner, pass.scale, view);
        code.pass = pass.name;
        add(codes, std::move(code));
    }
}

}  // namespace

Seen<Sighting> readCodes(GreyView view, const Plan& plan, const AfterPass& afterPass) {
    return guarded([&]() -> Seen<Sighting> {
        const Moment start = std::chrono::steady_clock::now();
        Sighting seen;
        for (const Pass& pass : plan.passes) {
            const Moment now = std::chrono::steady_clock::now();
            if (!seen.passes.isEmpty() && now >= plan.until)
                break;
            if (pass.when == Pass::When::WhileNothingFound && !seen.codes.empty())
                continue;
            run(pass, view, seen.codes);
            seen.passes += pass.name;
            seen.ms = static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(
                                           std::chrono::steady_clock::now() - start)
                                           .count());
            if (afterPass)
                afterPass(seen);
        }
        return seen;
    });
}

}  // namespace chayan::vision
