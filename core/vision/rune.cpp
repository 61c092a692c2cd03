#include "core/vision/rune.h"

#include "core/vision/code_text.h"
#include "core/vision/opencv.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace chayan::vision {

namespace {

constexpr int side = 11;  // modules of a rune

using Contour = std::vector<cv::Point>;
/// Modules of the ring between its corners, clockwise from the top left; the first is the highest bit.
using Ring = std::bitset<28>;

/// Product in GF(16) with the polynomial x^4 + x + 1 (ISO/IEC 24778, 7.2.3).
int product(int a, int b) {
    int sum = 0;
    for (; b != 0; b >>= 1) {
        sum ^= (b & 1) != 0 ? a : 0;
        a <<= 1;
        a ^= (a & 16) != 0 ? 0x13 : 0;
    }
    return sum;
}

/// Two nibbles of a number and five check nibbles (Reed-Solomon), each with every other bit turned over, by
/// which runes differ from the mode messages of other symbols (ISO/IEC 24778, annex A).
Ring ringOf(int number) {
    constexpr int data = 2, checks = 5;
    std::array<int, checks + 1> generator{1};  // highest power first
    for (int i = 1, root = 2; i <= checks; ++i, root = product(root, 2))
        for (std::size_t j = static_cast<std::size_t>(i); j > 0; --j)
            generator[j] ^= product(generator[j - 1], root);
    std::array<int, data + checks> nibbles{number >> 4, number & 15};
    std::array<int, data + checks> rest = nibbles;
    for (std::size_t i = 0; i < data; ++i) {
        const int factor = rest[i];
        for (std::size_t j = 0; j <= checks; ++j)
            rest[i + j] ^= product(factor, generator[j]);
    }
    std::copy(rest.begin() + data, rest.end(), nibbles.begin() + data);
    unsigned long bits = 0;
    for (const int nibble : nibbles)
        bits = bits << 4 | static_cast<unsigned long>(nibble ^ 0b1010);
    return {bits};
}

/// A picture's contours, each with the one that lies in it and those beside that.
struct Contours {
    std::vector<Contour> all;
    std::vector<cv::Vec4i> links;

    /// The largest contour in one; -1 where there is none.
    int within(int outer) const {
        int best = -1;
        double most = 0;
        for (int i = links[static_cast<std::size_t>(outer)][2]; i >= 0;
             i = links[static_cast<std::size_t>(i)][0]) {
            const double area = cv::contourArea(at(i));
            if (best < 0 || area > most) {
                best = i;
                most = area;
            }
        }
        return best;
    }
    const Contour& at(int i) const { return all[static_cast<std::size_t>(i)]; }
};

/// The light square of seven modules whose middle holds squares of five, three and one, by its four corners.
std::optional<std::array<cv::Point2f, 4>> bullseye(const Contours& contours, int outer) {
    constexpr double leastModule = 2, give = 0.8;
    const double module = std::sqrt(cv::contourArea(contours.at(outer))) / 7;
    if (module < leastModule)
        return {};
    int inner = outer;
    for (const int modules : {5, 3, 1}) {
        inner = contours.within(inner);
        if (inner < 0)
            return {};
        // Contours run through the middles of pixels, around holes outside and around what is dark inside.
        const double length = std::sqrt(cv::contourArea(contours.at(inner)));
        if (std::abs(length - modules * module) > give * module + 1)
            return {};
    }
    Contour corners;
    cv::approxPolyDP(contours.at(outer), corners, module, true);
    if (corners.size() != 4 || !cv::isContourConvex(corners))
        return {};
    if (cv::contourArea(corners, true) < 0)
        std::ranges::reverse(corners);
    return std::array<cv::Point2f, 4>{corners[0], corners[1], corners[2], corners[3]};
}

/// The modules around a bullseye and one more on every side, dark ones true.
class Modules {
  public:
    /// `toView`: from modules to pixels.
    Modules(const cv::Mat& view, const cv::Matx33d& toView) {
        cv::Mat values(side + 2, side + 2, CV_32F);
        for (int y = 0; y < side + 2; ++y)
            for (int x = 0; x < side + 2; ++x)
                values.at<float>(y, x) = valueAt(view, toView, x - 1, y - 1);
        double dark = 0, light = 0;
        for (int i = 2; i < side - 2; ++i) {
            dark += static_cast<double>(values.at<float>(2, i + 1) + values.at<float>(side - 1, i + 1));
            light += static_cast<double>(values.at<float>(3, i + 1) + values.at<float>(side - 2, i + 1));
        }
        const double between = (dark + light) / (4 * (side - 4));
        for (int y = 0; y < side + 2; ++y)
            for (int x = 0; x < side + 2; ++x)
                m_dark[at(y)][at(x)] = static_cast<double>(values.at<float>(y, x)) < between;
    }

    /// -1 is beside the rune on the left or above.
    bool dark(int x, int y) const { return m_dark[at(y + 1)][at(x + 1)]; }

    /// Its rings are dark and light in turn, and the ring around the rune is light as paper is.
    bool isRune() const {
        constexpr int fewWrong = 3, fewSpots = 6;
        int wrong = 0, spots = 0;
        for (int y = -1; y <= side; ++y)
            for (int x = -1; x <= side; ++x) {
                const int ring = std::max(std::abs(x - side / 2), std::abs(y - side / 2));
                if (ring <= 4)
                    wrong += dark(x, y) != (ring % 2 == 0) ? 1 : 0;
                else if (ring == 6)
                    spots += dark(x, y) ? 1 : 0;
            }
        return wrong <= fewWrong && spots <= fewSpots;
    }

    Modules turned() const {
        Modules other = *this;
        for (int y = 0; y < side + 2; ++y)
            for (int x = 0; x < side + 2; ++x)
                other.m_dark[at(y)][at(x)] = m_dark[at(side + 1 - x)][at(y)];
        return other;
    }

    /// The three modules at each corner that tell which way is up (ISO/IEC 24778, 7.2.2): three dark at the
    /// upper left, two at the upper right, one at the lower right.
    bool isUpright() const {
        constexpr int last = side - 1;
        return dark(0, 0) && dark(1, 0) && dark(0, 1) && !dark(last - 1, 0) && dark(last, 0) &&
               dark(last, 1) && dark(last, last - 1) && !dark(last, last) && !dark(last - 1, last) &&
               !dark(1, last) && !dark(0, last) && !dark(0, last - 1);
    }

    Ring ring() const {
        constexpr int last = side - 1;
        Ring bits;
        for (int i = 0; i < 7; ++i) {
            const auto put = [&](int edge, bool isDark) {
                bits[static_cast<std::size_t>(27 - edge * 7 - i)] = isDark;
            };
            put(0, dark(2 + i, 0));
            put(1, dark(last, 2 + i));
            put(2, dark(last - 2 - i, last));
            put(3, dark(0, last - 2 - i));
        }
        return bits;
    }

  private:
    static float valueAt(const cv::Mat& view, const cv::Matx33d& toView, int x, int y) {
        float sum = 0;
        constexpr std::array<double, 3> parts{0.35, 0.5, 0.65};
        for (const double across : parts)
            for (const double down : parts) {
                const cv::Vec3d at = toView * cv::Vec3d(x + across, y + down, 1);
                const int column = static_cast<int>(std::lround(at[0] / at[2])),
                          row = static_cast<int>(std::lround(at[1] / at[2]));
                const bool inside = column >= 0 && row >= 0 && column < view.cols && row < view.rows;
                sum += inside ? static_cast<float>(view.at<std::uint8_t>(row, column)) : 255.F;
            }
        return sum / (parts.size() * parts.size());
    }

    static std::size_t at(int i) { return static_cast<std::size_t>(i); }

    /// Row by row.
    std::array<std::array<bool, side + 2>, side + 2> m_dark{};
};

std::optional<int> numberOf(const Ring& ring) {
    for (int number = 0; number < 256; ++number)
        if ((ringOf(number) ^ ring).count() <= 1)
            return number;
    return {};
}

std::optional<Code> runeAt(const cv::Mat& view, const std::array<cv::Point2f, 4>& corners) {
    const std::array<cv::Point2f, 4> hole{cv::Point2f(2, 2), cv::Point2f(9, 2), cv::Point2f(9, 9),
                                          cv::Point2f(2, 9)};
    const cv::Matx33d toView = cv::getPerspectiveTransform(hole.data(), corners.data());
    Modules modules(view, toView);
    if (!modules.isRune())
        return {};
    for (std::size_t quarter = 0; quarter < 4; ++quarter, modules = modules.turned()) {
        if (!modules.isUpright())
            continue;
        const auto number = numberOf(modules.ring());
        if (!number)
            return {};
        Code code;
        code.format = u"Aztec"_s;
        code.bytes = QByteArray::number(*number).rightJustified(3, '0');
        const CodeText text = decodeText(code.bytes, Unlabelled::Latin1);
        code.text = text.text;
        code.charset = text.charset;
        code.symbology = u"]zC"_s;
        const std::array<cv::Vec3d, 4> ends{cv::Vec3d(0, 0, 1), cv::Vec3d(side, 0, 1),
                                            cv::Vec3d(side, side, 1), cv::Vec3d(0, side, 1)};
        for (std::size_t i = 0; i < ends.size(); ++i) {
            // A turn to the right brings the lower left to the upper left.
            const cv::Vec3d at = toView * ends[(i + 4 - quarter) % 4];
            code.corners[i] = {std::clamp(static_cast<int>(std::lround(at[0] / at[2])), 0, view.cols - 1),
                               std::clamp(static_cast<int>(std::lround(at[1] / at[2])), 0, view.rows - 1)};
        }
        return code;
    }
    return {};
}

}  // namespace

std::vector<Code> runesIn(GreyView view) {
    const cv::Mat grey = matOf(view);
    cv::Mat dark;
    cv::adaptiveThreshold(grey, dark, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY_INV,
                          std::max(31, std::max(grey.cols, grey.rows) / 8) | 1, 6);
    Contours contours;
    cv::findContours(dark, contours.all, contours.links, cv::RETR_TREE, cv::CHAIN_APPROX_SIMPLE);
    std::vector<Code> codes;
    for (int i = 0; i < static_cast<int>(contours.all.size()); ++i) {
        // Of what is light in something dark, and holds something dark.
        const cv::Vec4i& links = contours.links[static_cast<std::size_t>(i)];
        if (links[2] < 0 || links[3] < 0)
            continue;
        const auto corners = bullseye(contours, i);
        if (!corners)
            continue;
        if (auto code = runeAt(grey, *corners))
            codes.push_back(std::move(*code));
    }
    return codes;
}

}  // namespace chayan::vision
