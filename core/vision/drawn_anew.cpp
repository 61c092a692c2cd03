#include "core/vision/square.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace chayan::vision {

namespace {

/// Lines between so many modules of one size, from one place to another.
struct Ruling {
    int cells = 0;
    double from = 0, to = 0;
    double rhythm = 0;

    double cell() const { return (to - from) / cells; }
};

/// How far the changes between dark and light keep to the lines: `changes` holds their sums along one
/// direction.
double rhythmOf(const std::vector<double>& changes, const Ruling& ruling) {
    const auto at = [&](double x) {
        constexpr int reach = 1;  // lines are seldom sharper
        double sum = 0;
        for (int i = static_cast<int>(std::lround(x)) - reach; i <= static_cast<int>(std::lround(x)) + reach;
             ++i)
            sum += i >= 0 && i < static_cast<int>(changes.size()) ? changes[static_cast<std::size_t>(i)] : 0;
        return sum;
    };
    double on = 0, off = 0;
    for (int i = 0; i <= ruling.cells; ++i)
        on += at(ruling.from + ruling.cell() * i - 0.5);
    for (int i = 0; i < ruling.cells; ++i)
        off += at(ruling.from + ruling.cell() * (i + 0.5) - 0.5);
    // Every third line of many shows as high a contrast, and less surely.
    return (on / (ruling.cells + 1) - off / ruling.cells) * std::sqrt(ruling.cells);
}

/// Where the changes begin or end: bulging sides make the rectangle a little larger than the code.
double edgeOf(const std::vector<double>& changes, bool atEnd) {
    const int count = static_cast<int>(changes.size());
    double mean = 0;
    for (const double change : changes)
        mean += change / count;
    constexpr double noticeable = 0.5, farthest = 0.15;
    const auto at = [&](int i) { return changes[static_cast<std::size_t>(atEnd ? count - 1 - i : i)]; };
    for (int i = 0; i < farthest * count; ++i) {
        if (at(i) < noticeable * mean)
            continue;
        int top = i;  // of the rise that begins there
        while (top + 1 < count && at(top + 1) > at(top))
            ++top;
        return atEnd ? count - top - 0.5 : top + 0.5;
    }
    return atEnd ? count : 0;
}

/// The best lines between so many modules.
Ruling ruled(const std::vector<double>& changes, int cells) {
    constexpr int around = 2;
    const double begin = edgeOf(changes, false), end = edgeOf(changes, true);
    Ruling best{cells, begin, end, 0};
    for (int early = -around; early <= around; ++early)
        for (int late = -around; late <= around; ++late) {
            Ruling ruling{cells, begin + early, end + late, 0};
            ruling.rhythm = rhythmOf(changes, ruling);
            if (ruling.rhythm > best.rhythm)
                best = ruling;
        }
    return best;
}

/// The lines across and down of a square, which has as many modules one way as the other.
std::pair<Ruling, Ruling> ruled(const std::vector<double>& across, const std::vector<double>& down) {
    constexpr int fewest = 8, most = 152;
    constexpr double narrowest = 2.5;
    std::pair<Ruling, Ruling> best;
    for (int cells = fewest; cells <= most && static_cast<double>(across.size()) / cells >= narrowest;
         ++cells) {
        const std::pair both(ruled(across, cells), ruled(down, cells));
        if (both.first.rhythm + both.second.rhythm > best.first.rhythm + best.second.rhythm)
            best = both;
    }
    return best;
}

/// The places of the lines where paper is bent: each lies about a module from the one before, and where most
/// changes are. `sums` are the changes along one direction within a strip.
std::vector<float> followed(const std::vector<double>& sums, const Ruling& ruling) {
    const int length = static_cast<int>(sums.size()), lines = ruling.cells + 1;
    constexpr double give = 0.35, stiffness = 1.5;
    const double cell = ruling.cell();
    const int shortest = std::max(1, static_cast<int>(std::ceil(cell * (1 - give)))),
              longest = std::max(shortest, static_cast<int>(cell * (1 + give)));
    double mean = 0;
    for (const double sum : sums)
        mean += sum / length;
    constexpr double never = -1e300;
    std::vector<double> score(static_cast<std::size_t>(lines) * sums.size(), never);
    std::vector<int> from(score.size(), -1);
    const auto index = [&](int line, int x) {
        return static_cast<std::size_t>(line) * sums.size() + static_cast<std::size_t>(x);
    };
    for (int line = 0; line < lines; ++line) {
        const double due = ruling.from + cell * line - 0.5;
        const int first = std::max(0, static_cast<int>(due - cell)),
                  last = std::min(length - 1, static_cast<int>(due + cell));
        for (int x = first; x <= last; ++x) {
            const double here = sums[static_cast<std::size_t>(x)];
            if (line == 0) {
                score[index(0, x)] = here - stiffness * mean * std::abs(x - due) / cell;
                continue;
            }
            for (int back = shortest; back <= longest && back <= x; ++back) {
                const double before = score[index(line - 1, x - back)];
                const double apart = (back - cell) / cell;
                const double now = before + here - 8 * stiffness * mean * apart * apart;
                if (before > never && now > score[index(line, x)]) {
                    score[index(line, x)] = now;
                    from[index(line, x)] = x - back;
                }
            }
        }
    }
    std::vector<float> places(static_cast<std::size_t>(lines));
    int x = 0;
    for (int i = 0; i < length; ++i)
        if (score[index(lines - 1, i)] > score[index(lines - 1, x)])
            x = i;
    for (int line = lines - 1; line >= 0; --line) {
        places[static_cast<std::size_t>(line)] = static_cast<float>(x) + 0.5F;
        x = std::max(0, from[index(line, x)]);
    }
    return places;
}

/// For each module across (columns) and each down (rows): where its middle lies across. `steps` are the
/// changes across the lines that run down.
cv::Mat middlesOf(const cv::Mat& steps, const Ruling& across, const Ruling& down) {
    constexpr int strips = 7;
    cv::Mat middles(strips, across.cells, CV_32F);
    for (int strip = 0; strip < strips; ++strip) {
        // Each reaches into its neighbours, so that it holds rows enough.
        const auto at = [&](double part) {
            return std::clamp(static_cast<int>(down.from + (down.to - down.from) * part / strips), 0,
                              steps.rows);
        };
        const int top = at(strip - 0.5), bottom = std::max(top + 1, at(strip + 1.5));
        cv::Mat sums;
        cv::reduce(steps.rowRange(std::min(top, steps.rows - 1), bottom), sums, 0, cv::REDUCE_SUM, CV_64F);
        cv::GaussianBlur(sums, sums, {5, 1}, 1);
        const std::vector<float> lines = followed({sums.begin<double>(), sums.end<double>()}, across);
        for (int i = 0; i < across.cells; ++i)
            middles.at<float>(strip, i) =
                (lines[static_cast<std::size_t>(i)] + lines[static_cast<std::size_t>(i) + 1]) / 2;
    }
    cv::Mat all;
    cv::resize(middles, all, {across.cells, down.cells}, 0, 0, cv::INTER_LINEAR);
    return all;
}

cv::Mat stepsOf(const cv::Mat& pixels, bool across) {
    cv::Mat steps;
    cv::Sobel(pixels, steps, CV_32F, across ? 1 : 0, across ? 0 : 1, 1);
    return cv::abs(steps);
}

std::vector<double> sumsOf(const cv::Mat& steps, bool across) {
    cv::Mat sums;
    cv::reduce(steps, sums, across ? 0 : 1, cv::REDUCE_SUM, CV_64F);
    return {sums.begin<double>(), sums.end<double>()};
}

/// Each module's pixel: black or white as most of its middle is. `right` and `below` tell where that lies.
cv::Mat bitsOf(const cv::Mat& inside, cv::Size2d cell, const cv::Mat& right, const cv::Mat& below) {
    cv::Mat smooth, middles(right.size(), CV_8U), bits;
    cv::blur(inside, smooth,
             {std::max(1, static_cast<int>(cell.width / 2)), std::max(1, static_cast<int>(cell.height / 2))});
    for (int y = 0; y < right.rows; ++y)
        for (int x = 0; x < right.cols; ++x)
            middles.at<std::uint8_t>(y, x) = smooth.at<std::uint8_t>(
                std::clamp(static_cast<int>(below.at<float>(y, x)), 0, inside.rows - 1),
                std::clamp(static_cast<int>(right.at<float>(y, x)), 0, inside.cols - 1));
    cv::threshold(middles, bits, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    return bits;
}

/// How many of a line's modules are as they should be, 0 to 1: all dark, or dark and light in turn from its
/// start.
double fits(const cv::Mat& line, bool inTurn) {
    const int count = static_cast<int>(line.total());
    int right = 0;
    for (int i = 0; i < count; ++i) {
        const bool dark = (line.rows == 1 ? line.at<std::uint8_t>(0, i) : line.at<std::uint8_t>(i, 0)) == 0;
        right += dark == (!inTurn || i % 2 == 0) ? 1 : 0;
    }
    return right / static_cast<double>(count);
}

/// A Data Matrix by its finder (ISO/IEC 16022, 5.1): two solid sides and two in turn. Where they are nearly
/// so they are made so, and the answer is yes, with the corner of the solid ones at the lower left; other
/// modules stay.
bool mendFinder(cv::Mat& bits) {
    constexpr double solid = 0.8, turns = 0.7;
    for (int quarter = 0; quarter < 4; ++quarter) {
        const int right = bits.cols - 1, bottom = bits.rows - 1;
        cv::Mat up;  // the right side from below
        cv::flip(bits.col(right), up, 0);
        if (bits.cols % 2 == 0 && bits.rows % 2 == 0 && fits(bits.col(0), false) > solid &&
            fits(bits.row(bottom), false) > solid && fits(bits.row(0), true) > turns &&
            fits(up, true) > turns) {
            for (int x = 0; x <= right; ++x)
                bits.at<std::uint8_t>(0, x) = x % 2 == 0 ? 0 : 255;
            for (int y = bottom; y >= 0; --y)
                bits.at<std::uint8_t>(y, right) = (bottom - y) % 2 == 0 ? 0 : 255;
            bits.col(0).setTo(0);
            bits.row(bottom).setTo(0);
            return true;
        }
        cv::rotate(bits, bits, cv::ROTATE_90_CLOCKWISE);
    }
    return false;
}

}  // namespace

std::optional<Square> drawnAnew(const Square& square) {
    // The corners may have cut a little off.
    const double more = square.inside.width * 0.04;
    const cv::Rect place = cv::Rect(cv::Point(square.inside.tl() - cv::Point2d(more, more)),
                                    cv::Point(square.inside.br() + cv::Point2d(more, more))) &
                           cv::Rect({0, 0}, square.pixels.size());
    const cv::Mat inside = square.pixels(place);
    if (std::abs(inside.cols - inside.rows) > 1)
        return {};
    const cv::Mat stepsAcross = stepsOf(inside, true), stepsDown = stepsOf(inside, false);
    const std::vector<double> sumsAcross = sumsOf(stepsAcross, true), sumsDown = sumsOf(stepsDown, false);
    const auto [across, down] = ruled(sumsAcross, sumsDown);
    if (across.cells == 0)
        return {};
    const auto drawn = [&](const Ruling& right, const Ruling& below) {
        return bitsOf(inside, {right.cell(), below.cell()}, middlesOf(stepsAcross, right, below),
                      middlesOf(stepsDown.t(), below, right).t());
    };
    cv::Mat bits = drawn(across, down);
    // One more or less, where that shows the finder.
    if (!mendFinder(bits))
        for (const int other : {1, -1}) {
            cv::Mat others =
                drawn(ruled(sumsAcross, across.cells + other), ruled(sumsDown, down.cells + other));
            if (mendFinder(others)) {
                bits = others;
                break;
            }
        }
    constexpr int module = 10, quiet = 4;
    Square anew;
    cv::Mat large;
    cv::resize(bits, large, bits.size() * module, 0, 0, cv::INTER_NEAREST);
    cv::copyMakeBorder(large, anew.pixels, quiet * module, quiet * module, quiet * module, quiet * module,
                       cv::BORDER_CONSTANT, cv::Scalar(255));
    const double right = (across.to - across.from) / large.cols, below = (down.to - down.from) / large.rows;
    anew.toPicture =
        square.toPicture * cv::Matx33d(right, 0, place.x + across.from - quiet * module * right, 0, below,
                                       place.y + down.from - quiet * module * below, 0, 0, 1);
    anew.inside = {quiet * module, quiet * module, static_cast<double>(large.cols),
                   static_cast<double>(large.rows)};
    return anew;
}

}  // namespace chayan::vision
