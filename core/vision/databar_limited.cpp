#include "core/vision/databar_limited.h"

#include "core/vision/code_text.h"
#include "core/vision/opencv.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <span>

using namespace Qt::StringLiterals;

namespace chayan::vision {

namespace {

/// So many ways there are to make a width of so many elements, each from `least` to `most` modules wide.
int ways(int modules, int elements, int least, int most) {
    if (elements == 0)
        return modules == 0 ? 1 : 0;
    int sum = 0;
    for (int width = least; width <= most && width <= modules; ++width)
        sum += ways(modules - width, elements - 1, least, most);
    return sum;
}

/// The place of these widths among all of their sum and number in rising order (ISO/IEC 24724, annex B);
/// where `narrow` is set, among those with an element of one module.
int rankOf(std::span<const int> widths, int most, bool narrow) {
    int rank = 0, modules = std::accumulate(widths.begin(), widths.end(), 0),
        left = static_cast<int>(widths.size());
    for (const int width : widths) {
        --left;
        for (int smaller = 1; smaller < width; ++smaller) {
            rank += ways(modules - smaller, left, 1, most);
            if (narrow && smaller > 1)
                rank -= ways(modules - smaller, left, 2, most);
        }
        modules -= width;
        narrow = narrow && width > 1;
    }
    return rank;
}

constexpr int charElements = 14, charModules = 26, checkModules = 18, prime = 89;
using Character = std::array<int, charElements>;

/// Values by how the modules are shared out (ISO/IEC 24724, clause 6): from `first` on, with so many modules
/// and the widest element among those in odd places, and so many values of those in even ones.
struct Group {
    int first, odd, widestOdd, widestEven, evens;
};
constexpr Group groups[] = {{0, 17, 6, 3, 28},        {183064, 13, 5, 4, 728},   {820064, 9, 3, 6, 6454},
                            {1000776, 15, 5, 4, 203}, {1491021, 11, 4, 5, 2408}, {1979845, 19, 8, 1, 1},
                            {1996939, 7, 1, 8, 16632}};

/// Those in the first, third place and so on, or in the others.
std::array<int, charElements / 2> everySecond(const Character& widths, std::size_t from) {
    std::array<int, charElements / 2> some{};
    for (std::size_t i = 0; i < some.size(); ++i)
        some[i] = widths[2 * i + from];
    return some;
}

std::optional<int> valueOf(const Character& widths) {
    const auto odd = everySecond(widths, 0), even = everySecond(widths, 1);
    const int modules = std::accumulate(odd.begin(), odd.end(), 0);
    const auto* group = std::ranges::find(groups, modules, &Group::odd);
    if (group == std::end(groups) || std::ranges::max(odd) > group->widestOdd ||
        std::ranges::max(even) > group->widestEven)
        return {};
    return group->first + rankOf(odd, group->widestOdd, false) * group->evens +
           rankOf(even, group->widestEven, true);
}

/// The check character between the two: 89 of the patterns that its widths allow, in the order of their
/// number (ISO/IEC 24724, clause 6).
std::optional<int> checkOf(const Character& widths) {
    struct Range {
        int first, last;
    };
    constexpr Range ranges[] = {{0, 43},    {45, 45},   {52, 52},   {57, 57},   {63, 66},   {73, 79},
                                {82, 82},   {126, 130}, {132, 132}, {141, 146}, {210, 217}, {220, 220},
                                {316, 320}, {322, 323}, {326, 326}, {337, 337}};
    constexpr int elements = 6, widest = 3, modules = 8, patterns = 21;
    std::array<int, elements> spaces{}, bars{};
    for (std::size_t i = 0; i < elements; ++i) {
        spaces[i] = widths[2 * i];
        bars[i] = widths[2 * i + 1];
    }
    const bool fits = std::accumulate(spaces.begin(), spaces.end(), 0) == modules &&
                      std::accumulate(bars.begin(), bars.end(), 0) == modules &&
                      widths[charElements - 2] == 1 && widths[charElements - 1] == 1 &&
                      std::ranges::max(widths) <= widest;
    if (!fits)
        return {};
    const int pattern = rankOf(spaces, widest, false) * patterns + rankOf(bars, widest, false);
    int value = 0;
    for (const Range& range : ranges) {
        if (pattern >= range.first && pattern <= range.last)
            return value + pattern - range.first;
        value += range.last - range.first + 1;
    }
    return {};
}

/// Measured widths as whole modules of a known sum.
std::optional<Character> inModules(std::span<const double> measured, int modules) {
    const double module = std::accumulate(measured.begin(), measured.end(), 0.0) / modules;
    Character widths{};
    int sum = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        widths[i] = std::max(1, static_cast<int>(std::lround(measured[i] / module)));
        sum += widths[i];
    }
    constexpr int fewOff = 2;
    if (std::abs(sum - modules) > fewOff)
        return {};
    for (const int step = sum < modules ? 1 : -1; sum != modules; sum += step) {
        std::size_t best = 0;
        double most = -1e9;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const double off = (measured[i] / module - widths[i]) * step;
            if (widths[i] + step >= 1 && off > most) {
                most = off;
                best = i;
            }
        }
        widths[best] += step;
    }
    return widths;
}

/// The two characters, the check character between them, and a bar and a space around (ISO/IEC 24724, clause
/// 6): from the bar of the left guard to that of the right one.
constexpr std::size_t symbolElements = 1 + 3 * charElements + 2;

/// The GTIN of such elements without its check digit; nothing where they are no symbol.
std::optional<qint64> numberOf(std::span<const double> elements) {
    const auto character = [&](std::size_t number) {
        return elements.subspan(1 + number * charElements, charElements);
    };
    const auto sumOf = [](std::span<const double> some) {
        return std::accumulate(some.begin(), some.end(), 0.0);
    };
    const double left = sumOf(character(0)) / charModules, middle = sumOf(character(1)) / checkModules,
                 right = sumOf(character(2)) / charModules;
    constexpr double alike = 1.2;
    const auto [least, most] = std::minmax({left, middle, right});
    if (most > alike * least)
        return {};
    for (const std::size_t guard : {std::size_t{0}, symbolElements - 2, symbolElements - 1})
        if (elements[guard] > 2 * most)
            return {};
    const auto first = inModules(character(0), charModules), check = inModules(character(1), checkModules),
               second = inModules(character(2), charModules);
    if (!first || !check || !second)
        return {};
    const auto high = valueOf(*first), low = valueOf(*second), said = checkOf(*check);
    if (!high || !low || !said)
        return {};
    int sum = 0, weight = 1;  // powers of three (ISO/IEC 24724, clause 6)
    for (const Character* widths : {&*first, &*second})
        for (const int width : *widths) {
            sum = (sum + width * weight) % prime;
            weight = weight * 3 % prime;
        }
    if (sum != *said)
        return {};
    constexpr qint64 values = 2013571, linked = 2015133531096, numbers = 2'000'000'000'000;
    qint64 number = *high * values + *low;
    if (number >= linked)  // a composite component stands above
        number -= linked;
    return number < numbers ? std::optional(number) : std::nullopt;
}

/// Where a row changes between dark and light, in pixels; the first change is to dark.
std::vector<double> changesOf(const cv::Mat& row) {
    cv::Mat mean, value;
    row.convertTo(value, CV_32F);
    cv::blur(value, mean, {std::max(31, row.cols / 8) | 1, 1});
    value -= mean;
    constexpr float least = 8;
    std::vector<double> places;
    const auto* v = value.ptr<float>();
    bool dark = false;
    double crossed = 0;
    for (int x = 0; x < row.cols; ++x) {
        if (x > 0 && (v[x] < 0) != (v[x - 1] < 0))
            crossed = x - 1 + static_cast<double>(v[x - 1] / (v[x - 1] - v[x]));
        if (dark ? v[x] > least : v[x] < -least) {
            places.push_back(crossed);
            dark = !dark;
        }
    }
    return places;
}

struct Found {
    qint64 number;
    /// Pixels of the row.
    double from, to;
};

std::vector<Found> inRow(const cv::Mat& row) {
    const std::vector<double> changes = changesOf(row);
    std::vector<Found> found;
    for (std::size_t i = 0; i + symbolElements < changes.size(); i += 2) {
        std::array<double, symbolElements> elements{};
        for (std::size_t j = 0; j < symbolElements; ++j)
            elements[j] = changes[i + j + 1] - changes[i + j];
        const double from = changes[i], to = changes[i + symbolElements];
        if (const auto number = numberOf(elements))
            found.push_back({*number, from, to});
        std::ranges::reverse(elements);
        if (const auto number = numberOf(elements))
            found.push_back({*number, to, from});
    }
    return found;
}

QByteArray gtin14(qint64 number) {
    QByteArray digits = QByteArray::number(number).rightJustified(13, '0');
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i)
        sum += (digits[i] - '0') * (i % 2 == 0 ? 3 : 1);
    return digits.append(static_cast<char>('0' + (10 - sum % 10) % 10));
}

}  // namespace

std::vector<Code> limitedIn(GreyView view) {
    constexpr int mostRows = 40, leastRows = 2;
    const cv::Mat grey = matOf(view);
    struct Seen {
        int rows = 0, top = 0, bottom = 0;
        double from = 0, to = 0;
    };
    std::map<qint64, Seen> all;
    const int step = std::max(1, grey.rows / mostRows);
    for (int y = step / 2; y < grey.rows; y += step)
        for (const Found& found : inRow(grey.row(y))) {
            Seen& seen = all[found.number];
            if (seen.rows++ == 0)
                seen = {1, y, y, found.from, found.to};
            seen.bottom = y;
        }
    std::vector<Code> codes;
    for (const auto& [number, seen] : all) {
        if (seen.rows < leastRows)
            continue;
        Code code;
        code.format = u"DataBarLimited"_s;
        code.bytes = "01" + gtin14(number);
        const CodeText text = decodeText(code.bytes, Unlabelled::Latin1);
        code.text = text.text;
        code.charset = text.charset;
        code.symbology = u"]e0"_s;
        const auto at = [&](double x, int y) {
            return QPoint(std::clamp(static_cast<int>(x), 0, view.width - 1), y);
        };
        code.corners = {at(seen.from, seen.top), at(seen.to, seen.top), at(seen.to, seen.bottom),
                        at(seen.from, seen.bottom)};
        // Read from the right, it stands on its head.
        if (seen.from > seen.to)
            code.corners = {code.corners[3], code.corners[2], code.corners[1], code.corners[0]};
        code.rows = seen.rows;
        codes.push_back(std::move(code));
    }
    return codes;
}

}  // namespace chayan::vision
