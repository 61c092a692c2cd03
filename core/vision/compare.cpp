#include "core/vision/compare.h"

#include "core/vision/label_colours.h"
#include "core/vision/label_parts.h"
#include "core/vision/opencv.h"
#include "core/vision/print_dots.h"
#include "core/vision/registration.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace chayan::vision {

namespace {

constexpr double referenceSide = 1400, suspectSide = 2200;

/// Three channels of 8 bits.
cv::Mat coloursOf(const QImage& picture, double longest) {
    const QImage plain = normalised(picture);
    cv::Mat colours, small;
    cv::cvtColor(matOf(plain), colours,
                 plain.format() == QImage::Format_Grayscale8 ? cv::COLOR_GRAY2BGR : cv::COLOR_BGRA2BGR);
    const double scale = longest / std::max(colours.cols, colours.rows);
    if (scale >= 1)
        return colours;
    cv::resize(colours, small, {}, scale, scale, cv::INTER_AREA);
    return small;
}

cv::Mat softened(const cv::Mat& values, double sigma) {
    if (sigma <= 0)
        return values;
    cv::Mat soft;
    cv::GaussianBlur(values, soft, {}, sigma);
    return soft;
}

/// The reference as the suspect's light shows it: a gain and an offset that change slowly, found where both
/// agree. They are looked for at half the size, since they change so slowly.
cv::Mat litAs(const cv::Mat& whole, const cv::Mat& wholeSuspect, const cv::Mat& wholeInside) {
    cv::Mat reference, suspect, inside;
    cv::resize(whole, reference, {}, 0.5, 0.5, cv::INTER_AREA);
    cv::resize(wholeSuspect, suspect, {}, 0.5, 0.5, cv::INTER_AREA);
    cv::resize(wholeInside, inside, reference.size(), 0, 0, cv::INTER_NEAREST);
    const int window = std::max(15, std::max(reference.cols, reference.rows) / 5) | 1;
    cv::Mat weight;
    inside.convertTo(weight, CV_32F, 1 / 255.0);
    cv::Mat gain, offset;
    for (int round = 0; round < 3; ++round) {
        const auto sum = [&](const cv::Mat& values) {
            cv::Mat out;
            cv::boxFilter(values, out, CV_32F, {window, window}, {-1, -1}, true, cv::BORDER_REFLECT);
            return out;
        };
        const cv::Mat w = sum(weight) + 1e-4F, r = sum(weight.mul(reference)) / w,
                      s = sum(weight.mul(suspect)) / w;
        const cv::Mat rr = sum(weight.mul(reference).mul(reference)) / w - r.mul(r);
        const cv::Mat rs = sum(weight.mul(reference).mul(suspect)) / w - r.mul(s);
        constexpr float flat = 60;  // where nothing is printed the gain is one
        gain = (rs + flat) / (rr + flat);
        cv::min(gain, 2.5, gain);
        cv::max(gain, 0.25, gain);
        cv::GaussianBlur(gain, gain, {}, window / 6.0);
        offset = sum(weight.mul(suspect - gain.mul(reference))) / w;
        const cv::Mat off = cv::abs(suspect - gain.mul(reference) - offset);
        std::vector<float> sample;
        for (int y = 0; y < off.rows; y += 3)
            for (int x = 0; x < off.cols; x += 3)
                if (inside.at<std::uint8_t>(y, x) != 0)
                    sample.push_back(off.at<float>(y, x));
        if (sample.empty())
            break;
        const auto middle = sample.begin() + static_cast<std::ptrdiff_t>(sample.size() * 3 / 4);
        std::ranges::nth_element(sample, middle);
        const float much = 4 * std::max(4.F, *middle);
        for (int y = 0; y < off.rows; ++y)
            for (int x = 0; x < off.cols; ++x) {
                const float part = off.at<float>(y, x) / much;
                weight.at<float>(y, x) = inside.at<std::uint8_t>(y, x) == 0 || part >= 1
                                             ? 0
                                             : (1 - part * part) * (1 - part * part);
            }
    }
    cv::resize(gain, gain, whole.size());
    cv::resize(offset, offset, whole.size());
    return gain.mul(whole) + offset;
}

/// The sharper of the two is softened until it is as soft as the other. Gives by how much the reference was.
double softenAlike(cv::Mat& reference, cv::Mat& suspect, const cv::Mat& wholeInside) {
    cv::Mat r, s, inside;
    cv::resize(reference, r, {}, 0.5, 0.5, cv::INTER_AREA);
    cv::resize(suspect, s, {}, 0.5, 0.5, cv::INTER_AREA);
    cv::resize(wholeInside, inside, r.size(), 0, 0, cv::INTER_NEAREST);
    const auto apart = [&](const cv::Mat& a, const cv::Mat& b) {
        // By the energy of the finest print, which lighting does not change much.
        cv::Mat la, lb;
        cv::Laplacian(softened(a, 0.8), la, CV_32F);
        cv::Laplacian(softened(b, 0.8), lb, CV_32F);
        cv::Scalar mean, da, db;
        cv::meanStdDev(la, mean, da, inside);
        cv::meanStdDev(lb, mean, db, inside);
        cv::Scalar ca, cb;
        cv::meanStdDev(softened(a, 4), mean, ca, inside);
        cv::meanStdDev(softened(b, 4), mean, cb, inside);
        return std::log((da[0] / (ca[0] + 1)) / (db[0] / (cb[0] + 1) + 1e-6) + 1e-6);
    };
    const bool soften = apart(r, s) > 0;  // the reference is the sharper
    double low = 0, high = 4;
    for (int i = 0; i < 7; ++i) {
        const double middle = (low + high) / 2;
        const double left = soften ? apart(softened(r, middle), s) : -apart(r, softened(s, middle));
        (left > 0 ? low : high) = middle;
    }
    constexpr double little = 0.3;
    if (high <= little)
        return 0;
    (soften ? reference : suspect) = softened(soften ? reference : suspect, 2 * high);
    return soften ? 2 * high : 0;
}

/// Whether fine strokes of the reference fade into the paper when it is softened: then one shape of a
/// character looks like another.
bool strokesFade(const cv::Mat& reference, const cv::Mat& inside, double sigma) {
    if (sigma <= 0)
        return false;
    // What is darker than all around it, and narrow.
    const int wide = std::max(9, std::max(reference.cols, reference.rows) / 90) | 1;
    const cv::Mat shape = cv::getStructuringElement(cv::MORPH_ELLIPSE, {wide, wide});
    const cv::Mat soft = softened(reference, sigma);
    cv::Mat strokes, left;
    cv::morphologyEx(reference, strokes, cv::MORPH_BLACKHAT, shape);
    cv::morphologyEx(soft, left, cv::MORPH_BLACKHAT, shape);
    constexpr float stroke = 40;
    std::vector<float> parts;
    for (int y = 0; y < strokes.rows; y += 2)
        for (int x = 0; x < strokes.cols; x += 2)
            if (inside.at<std::uint8_t>(y, x) != 0 && strokes.at<float>(y, x) > stroke)
                parts.push_back(left.at<float>(y, x) / strokes.at<float>(y, x));
    constexpr std::size_t enough = 200;
    if (parts.size() < enough)
        return false;
    const auto middle = parts.begin() + static_cast<std::ptrdiff_t>(parts.size() / 2);
    std::ranges::nth_element(parts, middle);
    constexpr float faded = 0.25F;
    return *middle < faded;
}

/// How far values lie outside of what lies around them in the other picture, so that print that stands a
/// little off its place does not count.
cv::Mat beyond(const cv::Mat& values, const cv::Mat& around, int give) {
    const cv::Mat shape = cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * give + 1, 2 * give + 1});
    cv::Mat low, high, out;
    cv::erode(around, low, shape);
    cv::dilate(around, high, shape);
    const cv::Mat above = values - high, below = low - values;
    cv::max(above, below, out);
    cv::max(out, 0.0, out);
    return out;
}

double percentileOf(const cv::Mat& values, const cv::Mat& inside, double part) {
    std::vector<float> sample;
    for (int y = 0; y < values.rows; y += 3)
        for (int x = 0; x < values.cols; x += 3)
            if (inside.at<std::uint8_t>(y, x) != 0)
                sample.push_back(values.at<float>(y, x));
    if (sample.empty())
        return 0;
    const auto at =
        sample.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(sample.size() - 1));
    std::ranges::nth_element(sample, at);
    return static_cast<double>(*at);
}

/// What is printed otherwise: `difference` is in parts of the contrast.
struct Prints {
    cv::Mat mask;
    cv::Mat difference;
    cv::Mat printed;
    /// Strokes of small print cannot be told.
    bool blurred = false;
};

Prints printsOf(cv::Mat reference, cv::Mat suspect, const cv::Mat& inside, double residual) {
    const cv::Mat sharp = reference.clone();
    const double sigma = softenAlike(reference, suspect, inside);
    const cv::Mat lit = litAs(reference, suspect, inside);
    const double contrast = std::max(12.0, percentileOf(lit, inside, 0.97) - percentileOf(lit, inside, 0.03));
    const int give = residual < 0.5 ? 1 : 2;
    cv::Mat off;
    cv::max(beyond(suspect, lit, give), beyond(lit, suspect, give), off);
    off.setTo(0, inside == 0);
    const double noise = percentileOf(off, inside, 0.9);
    Prints prints;
    prints.blurred = strokesFade(sharp, inside, sigma);
    prints.difference = off / contrast;
    constexpr double least = 0.22;
    prints.mask = prints.difference > std::max(least, 4 * noise / contrast);
    cv::morphologyEx(prints.mask, prints.mask, cv::MORPH_OPEN,
                     cv::getStructuringElement(cv::MORPH_ELLIPSE, {3, 3}));
    cv::Mat paper;
    cv::dilate(lit, paper, cv::getStructuringElement(cv::MORPH_RECT, {41, 41}));
    prints.printed = (paper - lit > 0.3 * contrast) & inside;
    return prints;
}

std::vector<Difference> movedOf(const cv::Mat& reference, const cv::Mat& aligned, const cv::Mat& seen) {
    const int longer = std::max(reference.cols, reference.rows);
    constexpr int block = 56;
    const int reach = std::max(12, longer * 4 / 100);
    constexpr double like = 0.7;  // in its place
    cv::Mat r, s, mask = cv::Mat::zeros(reference.size(), CV_8U);
    reference.convertTo(r, CV_8U);
    aligned.convertTo(s, CV_8U);
    cv::Mat by = cv::Mat::zeros(reference.size(), CV_32F);
    for (const Shift& shift : shiftsOf(r, s, seen, {block, block / 2, reach, like})) {
        constexpr double clearly = 0.8, worse = 0.2;
        const double far = std::hypot(shift.by.x, shift.by.y);
        const bool distinct = shift.likeness - std::max(shift.inPlace, shift.elsewhere) > worse;
        const bool atEdge = std::max(std::abs(shift.by.x), std::abs(shift.by.y)) > reach - 1;
        if (shift.likeness < clearly || !distinct || atEdge || far < std::max(4.0, 0.004 * longer))
            continue;
        mask(shift.block).setTo(255);
        by(shift.block).setTo(far / longer);
    }
    std::vector<Difference> out;
    for (const cv::Rect& box : boxesOf(mask, 3, block * block)) {
        double most = 0;
        cv::minMaxLoc(by(box), nullptr, &most);
        out.push_back({Difference::Kind::Moved, toRect(box, 1), most});
    }
    return out;
}

QImage toImage(const cv::Mat& colours) {
    QImage image(colours.cols, colours.rows, QImage::Format_RGB32);
    if (image.isNull())
        throw std::bad_alloc();
    cv::Mat target(image.height(), image.width(), CV_8UC4, image.bits(),
                   static_cast<std::size_t>(image.bytesPerLine()));
    cv::cvtColor(colours, target, cv::COLOR_BGR2BGRA);
    return image;
}

/// The part of the reference's print that is not seen.
double unseenOf(const cv::Mat& reference, const cv::Mat& seen) {
    constexpr int cell = 20;
    constexpr double leastDeviation = 8;
    int printed = 0, hidden = 0;
    for (int y = 0; y + cell <= reference.rows; y += cell)
        for (int x = 0; x + cell <= reference.cols; x += cell) {
            const cv::Rect place(x, y, cell, cell);
            cv::Scalar mean, deviation;
            cv::meanStdDev(reference(place), mean, deviation);
            if (deviation[0] < leastDeviation)
                continue;
            ++printed;
            if (2 * cv::countNonZero(seen(place)) < place.area())
                ++hidden;
        }
    return printed > 0 ? static_cast<double>(hidden) / printed : 0;
}

/// Grey with slanting lines: nothing was seen there.
void hatch(cv::Mat& picture, const cv::Mat& where) {
    for (int y = 0; y < picture.rows; ++y)
        for (int x = 0; x < picture.cols; ++x)
            if (where.at<std::uint8_t>(y, x) != 0) {
                constexpr int apart = 24, thick = 4;
                picture.at<cv::Vec3b>(y, x) =
                    (x + y) % apart < thick ? cv::Vec3b(110, 110, 110) : cv::Vec3b(190, 190, 190);
            }
}

QImage mapOf(const cv::Mat& aligned, const cv::Mat& seen, const Prints& prints,
             const std::vector<Difference>& differences) {
    cv::Mat pale = aligned * 0.4 + cv::Scalar(153, 153, 153);
    hatch(pale, seen == 0);
    cv::Mat thick;
    cv::dilate(prints.mask, thick, cv::getStructuringElement(cv::MORPH_ELLIPSE, {5, 5}));
    pale.setTo(cv::Scalar(30, 30, 220), thick);
    for (const Difference& difference : differences)
        cv::rectangle(pale, toRect(difference.place), cv::Scalar(30, 30, 220), 2);
    return toImage(pale);
}

/// Print coarser than the genuine one's shows all over or not at all.
std::optional<Difference> coarsenessOf(const cv::Mat& reference, const cv::Mat& aligned,
                                       const cv::Mat& inside, const Grids& grids) {
    const PrintDots dots = printDotsOf(reference, aligned, inside, grids);
    const cv::Rect label = cv::boundingRect(inside);
    if (dots.clearness < PrintDots::clear || label.empty())
        return std::nullopt;
    return Difference{Difference::Kind::Coarse, toRect(label, 1),
                      std::max(reference.cols, reference.rows) / dots.pitch};
}

bool mostlyIn(const QRect& part, const QRect& whole) {
    const QRect shared = part & whole;
    return 2LL * shared.width() * shared.height() > 1LL * part.width() * part.height();
}

}  // namespace

Seen<Comparison> compareLabels(const QImage& reference, const QImage& suspect) {
    return guarded([&]() -> Seen<Comparison> {
        const cv::Mat genuine = coloursOf(reference, referenceSide), other = coloursOf(suspect, suspectSide);
        cv::Mat greyR, greyS;
        cv::cvtColor(genuine, greyR, cv::COLOR_BGR2GRAY);
        cv::cvtColor(other, greyS, cv::COLOR_BGR2GRAY);
        const Registration registration = registered(greyR, greyS, leastMatches);
        Comparison comparison;
        comparison.matches = registration.matches;
        // A forger's own print leaves logo, table and bars; another label leaves next to nothing.
        constexpr double leastFound = 0.2;
        if (registration.places.empty() || registration.found < leastFound)
            return comparison;
        const double fromReference = static_cast<double>(reference.width()) / genuine.cols,
                     fromSuspect = static_cast<double>(suspect.width()) / other.cols;
        const cv::Mat& places = registration.places;
        const cv::Mat seen = seenOf(places, other.size());
        comparison.unseen = unseenOf(greyR, seen);
        if (comparison.unseen > mostUnseen)
            return comparison;
        // Beyond the picture's edge nothing is known, and print is softened before it is compared.
        constexpr int around = 12;
        cv::Mat inside;
        cv::erode(seen, inside, cv::Mat::ones(2 * around + 1, 2 * around + 1, CV_8U));
        // At its edges what lies around shines in.
        const int margin = std::max(inside.cols, inside.rows) / 50;
        cv::rectangle(inside, {0, 0, inside.cols, inside.rows}, cv::Scalar(0), 2 * margin);
        const std::array<cv::Point, 4> ends{cv::Point(0, 0), cv::Point(places.cols - 1, 0),
                                            cv::Point(places.cols - 1, places.rows - 1),
                                            cv::Point(0, places.rows - 1)};
        for (std::size_t i = 0; i < ends.size(); ++i) {
            const cv::Vec2f at = places.at<cv::Vec2f>(ends[i]);
            const auto near = [&](float place, int side) {  // what lies far outside tells nothing
                return static_cast<int>(
                    std::clamp(static_cast<double>(place) * fromSuspect, -1.0 * side, 2.0 * side));
            };
            comparison.outline[i] = {near(at[0], suspect.width()), near(at[1], suspect.height())};
        }
        cv::Mat aligned = laidOver(other, registration);
        const cv::Mat lightR = lightnessOf(genuine), lightS = lightnessOf(aligned);
        const Prints prints =
            printsOf(softened(lightR, 0.8), softened(lightS, 0.8), inside, registration.residual);
        comparison.blurred = prints.blurred;
        std::vector<Difference> found = movedOf(lightR, lightS, seen);
        const std::size_t moved = found.size();
        constexpr int gap = 15, leastArea = 20;
        for (const cv::Rect& box : boxesOf(prints.mask, gap, leastArea)) {
            const QRect place = toRect(box, 1);
            const bool told =
                std::any_of(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(moved),
                            [&](const Difference& other) { return mostlyIn(place, other.place); });
            double most = 0;
            cv::minMaxLoc(prints.difference(box), nullptr, &most, nullptr, nullptr, prints.mask(box));
            if (!told)
                found.push_back({Difference::Kind::Print, place, std::min(1.0, most)});
        }
        const std::size_t shapes = found.size();
        comparison.colourless = hasColours(genuine, inside) && !hasColours(aligned, inside);
        const auto colours =
            comparison.colourless ? std::vector<Difference>{} : coloursApart(genuine, aligned, inside);
        for (const Difference& colour : colours) {
            const bool told =
                std::any_of(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(shapes),
                            [&](const Difference& other) { return mostlyIn(colour.place, other.place); });
            if (!told)
                found.push_back(colour);
        }
        const double printed = std::max(1, cv::countNonZero(prints.printed | prints.mask));
        cv::Mat apart = prints.mask.clone();
        for (const Difference& difference : found)
            if (difference.kind == Difference::Kind::Moved || difference.kind == Difference::Kind::Colour) {
                const cv::Rect box = toRect(difference.place) & cv::Rect({0, 0}, apart.size());
                apart(box) |= prints.printed(box);
            }
        comparison.score = 100 * (1 - std::min(1.0, cv::countNonZero(apart) / printed));
        comparison.reference = toImage(genuine);
        comparison.map = mapOf(aligned, seen, prints, found);
        hatch(aligned, seen == 0);
        comparison.aligned = toImage(aligned);
        if (const auto coarse = coarsenessOf(lightR, lightS, inside, {places, fromSuspect, fromReference}))
            found.push_back(*coarse);
        std::ranges::stable_sort(found, std::ranges::greater(), [](const Difference& difference) {
            return difference.place.width() * difference.place.height();
        });
        for (Difference& difference : found)
            difference.place = toRect(toRect(difference.place), fromReference);
        comparison.differences = std::move(found);
        return comparison;
    });
}

}  // namespace chayan::vision
