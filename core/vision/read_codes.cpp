#include "core/vision/read_codes.h"

#include "core/base/limits.h"
#include "core/vision/opencv.h"

#include <QRect>

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
    return {
        {.name = u"matrix"_s, .symbologies = Symbologies::Matrix},
        {.name = u"linear"_s, .symbologies = Symbologies::Linear, .mostSymbols = 1},
        {.name = u"linear_2"_s, .symbologies = Symbologies::Linear, .mostSymbols = 1, .tiles = 2},
        {.name = u"linear_3"_s, .symbologies = Symbologies::Linear, .mostSymbols = 1, .tiles = 3},
    };
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

/// The tiles of a picture, each reaching half a tile into its neighbours, so that a symbol up to that size
/// lies whole in one of them.
std::vector<QRect> tilesOf(GreyView view, int tiles) {
    const auto reach = [tiles](int side, int at) {
        const int length = (side + tiles - 1) / tiles;
        const int from = std::max(0, at * length - length / 4);
        return std::pair(from, std::min(side, (at + 1) * length + length / 4));
    };
    std::vector<QRect> out;
    for (int row = 0; row < tiles; ++row)
        for (int column = 0; column < tiles; ++column) {
            const auto [left, right] = reach(view.width, column);
            const auto [top, bottom] = reach(view.height, row);
            if (left < right && top < bottom)
                out.emplace_back(left, top, right - left, bottom - top);
        }
    return out;
}

GreyView part(GreyView view, const QRect& tile) {
    return {view.data + static_cast<std::ptrdiff_t>(tile.top()) * view.stride + tile.left(), tile.width(),
            tile.height(), view.stride};
}

/// A pixel of the shrunk picture as one of the picture itself.
QPoint scaledUp(QPoint point, double scale, GreyView view) {
    const auto pixel = [&](int at, int side) {
        return std::clamp(static_cast<int>(std::lround((at + 0.5) / scale - 0.5)), 0, side - 1);
    };
    return {pixel(point.x(), view.width), pixel(point.y(), view.height)};
}

void run(const Pass& pass, GreyView view, std::vector<Code>& codes) {
    const GreyImage small = pass.scale < 1 ? shrunk(view, pass.scale) : GreyImage{};
    const GreyView seen = pass.scale < 1 ? small.view() : view;
    for (const QRect& tile : tilesOf(seen, pass.tiles))
        for (Code& code : symbolsIn(part(seen, tile), pass.symbologies, pass.mostSymbols)) {
            for (QPoint& corner : code.corners)
                corner = scaledUp(corner + tile.topLeft(), pass.scale, view);
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
