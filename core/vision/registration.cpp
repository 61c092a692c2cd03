#include "core/vision/registration.h"

#include <opencv2/calib3d.hpp>
#include <opencv2/features2d.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace chayan::vision {

namespace {

/// Features are looked for at this size: larger ones cost more than they find.
constexpr double featureSide = 900;

struct Features {
    std::vector<cv::KeyPoint> points;
    cv::Mat descriptors;
    double scale = 1;

    cv::Point2f at(int i) const { return points[static_cast<std::size_t>(i)].pt / scale; }
};

Features featuresOf(const cv::Mat& grey) {
    Features features;
    features.scale = std::min(1.0, featureSide / std::max(grey.cols, grey.rows));
    cv::Mat small = grey;
    if (features.scale < 1)
        cv::resize(grey, small, {}, features.scale, features.scale, cv::INTER_AREA);
    constexpr int most = 2500;
    cv::SIFT::create(most)->detectAndCompute(small, {}, features.points, features.descriptors);
    // Square roots of shares compare better than the shares (Arandjelovic and Zisserman 2012).
    for (int i = 0; i < features.descriptors.rows; ++i) {
        cv::Mat row = features.descriptors.row(i);
        row /= cv::norm(row, cv::NORM_L1) + 1e-6;
        cv::sqrt(row, row);
    }
    return features;
}

cv::Mat homographyOf(const cv::Mat& reference, const cv::Mat& suspect, int& matches) {
    const Features a = featuresOf(reference), b = featuresOf(suspect);
    if (a.descriptors.rows < 4 || b.descriptors.rows < 4)
        return {};
    std::vector<std::vector<cv::DMatch>> pairs;
    cv::BFMatcher(cv::NORM_L2).knnMatch(a.descriptors, b.descriptors, pairs, 2);
    std::vector<cv::Point2f> from, to;
    constexpr float clearly = 0.8F;
    for (const auto& pair : pairs) {
        if (pair.size() == 2 && pair[0].distance < clearly * pair[1].distance) {
            from.push_back(a.at(pair[0].queryIdx));
            to.push_back(b.at(pair[0].trainIdx));
        }
    }
    if (from.size() < 4)
        return {};
    const double within = 3 * std::max(1.0, std::max(suspect.cols, suspect.rows) / featureSide);
    std::vector<unsigned char> kept;
    const cv::Mat homography = cv::findHomography(from, to, cv::USAC_MAGSAC, within, kept, 5000, 0.999);
    matches = static_cast<int>(std::ranges::count_if(kept, [](unsigned char keep) { return keep != 0; }));
    return homography;
}

cv::Mat placesBy(const cv::Mat& homography, cv::Size size) {
    cv::Mat places(size, CV_32FC2);
    const cv::Matx33d m = homography;
    for (int y = 0; y < size.height; ++y) {
        auto* row = places.ptr<cv::Vec2f>(y);
        for (int x = 0; x < size.width; ++x) {
            const cv::Vec3d at = m * cv::Vec3d(x, y, 1);
            row[x] = {static_cast<float>(at[0] / at[2]), static_cast<float>(at[1] / at[2])};
        }
    }
    return places;
}

/// The middle of a block and how far it stands off. What is not clearly the same is left out.
struct Off {
    cv::Point2d at, by;
    /// How well each direction is known: along a line or a bar print is everywhere alike, so that only what
    /// it is off across counts.
    cv::Matx22d known;

    double apart(const cv::Vec2d& other) const {
        const cv::Vec2d off = cv::Vec2d(by.x, by.y) - other;
        return std::sqrt(std::max(0.0, off.dot(known * off)));
    }
};

/// One for the direction in which a block changes most; less for the other where it hardly changes.
cv::Matx22d knownOf(const cv::Mat& block) {
    cv::Mat across, down;
    cv::Sobel(block, across, CV_32F, 1, 0);
    cv::Sobel(block, down, CV_32F, 0, 1);
    const double xx = across.dot(across), yy = down.dot(down), xy = across.dot(down);
    const double half = (xx + yy) / 2, length = std::hypot((xx - yy) / 2, xy);
    const double most = half + length, least = std::max(0.0, half - length);
    constexpr double enough = 0.15, none = 0.01;
    const double share = most > 0 ? least / most : 1;
    const double weak = std::clamp((share - none) / (enough - none), 1e-3, 1.0);
    // The larger eigenvalue's direction counts in full.
    const double turn = std::atan2(2 * xy, xx - yy) / 2, c = std::cos(turn), s = std::sin(turn);
    return {c * c + weak * s * s, (1 - weak) * c * s, (1 - weak) * c * s, s * s + weak * c * c};
}

/// A displacement that changes slowly: at nodes some way apart, each from the blocks around it, the nearer
/// the more, and without those that stand apart from the others. Where there are too few it is none.
cv::Mat fieldOf(const std::vector<Off>& offs, cv::Size size, double reach, double& residual) {
    constexpr double spacing = 56;
    constexpr int terms = 6, rounds = 5;
    using Terms = cv::Vec<double, terms>;
    struct Near {
        Terms terms;
        const Off* off;
        double weight, apart, trusted;
    };
    const cv::Size nodes(static_cast<int>(size.width / spacing) + 2,
                         static_cast<int>(size.height / spacing) + 2);
    cv::Mat field(nodes, CV_32FC2);
    std::vector<double> left;
    std::vector<Near> around;
    for (int row = 0; row < nodes.height; ++row)
        for (int column = 0; column < nodes.width; ++column) {
            const cv::Point2d here(column * spacing, row * spacing);
            around.clear();
            double sum = 0;
            for (const Off& off : offs) {
                const cv::Point2d apart = (off.at - here) / reach;
                const double square = apart.dot(apart);
                constexpr double far = 2.5;
                if (square > far * far)
                    continue;
                const double weight = std::exp(-square / 2);
                around.push_back(
                    {{1, apart.x, apart.y, apart.x * apart.x, apart.x * apart.y, apart.y * apart.y},
                     &off,
                     weight,
                     0,
                     weight});
                sum += weight;
            }
            Terms across, down;
            constexpr double enough = 4;
            for (int round = 0; round < rounds && sum > enough; ++round) {
                // Both directions at once: what is known of them hangs together.
                using Both = cv::Vec<double, 2 * terms>;
                auto square = cv::Matx<double, 2 * terms, 2 * terms>::eye() * 0.05;
                square(0, 0) = square(terms, terms) = 1e-3;
                Both right;
                for (const Near& near : around) {
                    const cv::Matx22d known = near.off->known * near.trusted;
                    const cv::Vec2d by = known * cv::Vec2d(near.off->by.x, near.off->by.y);
                    for (int i = 0; i < terms; ++i) {
                        for (int j = 0; j < terms; ++j) {
                            const double part = near.terms[i] * near.terms[j];
                            square(i, j) += part * known(0, 0);
                            square(i, terms + j) += part * known(0, 1);
                            square(terms + i, j) += part * known(1, 0);
                            square(terms + i, terms + j) += part * known(1, 1);
                        }
                        right[i] += near.terms[i] * by[0];
                        right[terms + i] += near.terms[i] * by[1];
                    }
                }
                const Both solved = square.inv(cv::DECOMP_CHOLESKY) * right;
                for (int i = 0; i < terms; ++i) {
                    across[i] = solved[i];
                    down[i] = solved[terms + i];
                }
                for (Near& near : around)
                    near.apart = near.off->apart({across.dot(near.terms), down.dot(near.terms)});
                const auto middle = around.begin() + static_cast<std::ptrdiff_t>(around.size() / 2);
                std::ranges::nth_element(around, middle, {}, &Near::apart);
                const double median = middle->apart, most = 4 * std::max(0.35, 1.5 * median);
                for (Near& near : around) {
                    const double part = near.apart / most;
                    near.trusted = part < 1 ? near.weight * (1 - part * part) * (1 - part * part) : 0;
                }
                if (round == rounds - 1)
                    left.push_back(median);
            }
            field.at<cv::Vec2f>(row, column) = {static_cast<float>(across[0]), static_cast<float>(down[0])};
        }
    residual = 0;
    if (!left.empty()) {
        const auto middle = left.begin() + static_cast<std::ptrdiff_t>(left.size() / 2);
        std::ranges::nth_element(left, middle);
        residual = *middle;
    }
    // Nodes stand at pixels' corners.
    cv::Mat out;
    const cv::Matx23d toNodes(1 / spacing, 0, 0, 0, 1 / spacing, 0);
    cv::warpAffine(field, out, toNodes, size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    return out;
}

}  // namespace

cv::Mat laidOver(const cv::Mat& suspect, const Registration& registration) {
    cv::Mat aligned;
    cv::remap(suspect, aligned, registration.places, {}, cv::INTER_CUBIC, cv::BORDER_REPLICATE);
    return aligned;
}

cv::Mat seenOf(const cv::Mat& places, cv::Size suspect) {
    cv::Mat seen(places.size(), CV_8U);
    const float right = static_cast<float>(suspect.width) - 0.5F,
                bottom = static_cast<float>(suspect.height) - 0.5F;
    constexpr float slack = 1;  // a place is not known more exactly
    for (int y = 0; y < places.rows; ++y)
        for (int x = 0; x < places.cols; ++x) {
            const cv::Vec2f at = places.at<cv::Vec2f>(y, x);
            seen.at<std::uint8_t>(y, x) =
                at[0] >= -slack && at[1] >= -slack && at[0] < right + slack && at[1] < bottom + slack ? 255
                                                                                                      : 0;
        }
    return seen;
}

namespace {

/// Between pixels, by the parabola through the neighbours.
double between(float before, float here, float after) {
    const double bend = static_cast<double>(before - 2 * here + after);
    return bend < -1e-6 ? std::clamp(static_cast<double>(before - after) / (2 * bend), -0.5, 0.5) : 0;
}

/// The block looked for around its place.
Shift searched(const cv::Mat& reference, const cv::Mat& aligned, const cv::Rect& place, int reach) {
    const cv::Rect around(place.x - reach, place.y - reach, place.width + 2 * reach,
                          place.height + 2 * reach);
    cv::Mat likeness;
    cv::matchTemplate(aligned(around), reference(place), likeness, cv::TM_CCOEFF_NORMED);
    Shift shift;
    shift.block = place;
    shift.inPlace = static_cast<double>(likeness.at<float>(reach, reach));
    cv::Point at;
    // Of places that are as like the nearer one: what is not clearly elsewhere has not moved.
    cv::Mat nearer = likeness.clone();
    constexpr double price = 0.02;
    for (int y = 0; y < nearer.rows; ++y)
        for (int x = 0; x < nearer.cols; ++x)
            nearer.at<float>(y, x) -= static_cast<float>(price * std::hypot(x - reach, y - reach) / reach);
    cv::minMaxLoc(nearer, nullptr, nullptr, nullptr, &at);
    shift.likeness = static_cast<double>(likeness.at<float>(at));
    shift.by = {at.x - reach + 0.0, at.y - reach + 0.0};
    if (at.x > 0 && at.x < likeness.cols - 1)
        shift.by.x += between(likeness.at<float>(at.y, at.x - 1), likeness.at<float>(at),
                              likeness.at<float>(at.y, at.x + 1));
    if (at.y > 0 && at.y < likeness.rows - 1)
        shift.by.y += between(likeness.at<float>(at.y - 1, at.x), likeness.at<float>(at),
                              likeness.at<float>(at.y + 1, at.x));
    constexpr int apart = 6;
    likeness(cv::Rect(at.x - apart, at.y - apart, 2 * apart + 1, 2 * apart + 1) &
             cv::Rect({0, 0}, likeness.size()))
        .setTo(-1);
    cv::minMaxLoc(likeness, nullptr, &shift.elsewhere);
    return shift;
}

}  // namespace

std::vector<Shift> shiftsOf(const cv::Mat& reference, const cv::Mat& aligned, const cv::Mat& seen,
                            const BlockSearch& how) {
    constexpr double leastDeviation = 8;
    std::vector<Shift> shifts;
    for (int y = how.reach; y + how.block + how.reach <= reference.rows; y += how.step)
        for (int x = how.reach; x + how.block + how.reach <= reference.cols; x += how.step) {
            const cv::Rect place(x, y, how.block, how.block);
            if (cv::countNonZero(seen(place)) < place.area())
                continue;
            cv::Scalar mean, deviation;
            cv::meanStdDev(reference(place), mean, deviation);
            if (deviation[0] < leastDeviation)
                continue;
            if (how.enough <= 1) {
                const Shift here = searched(reference, aligned, place, 1);
                if (here.inPlace >= how.enough)
                    continue;
            }
            shifts.push_back(searched(reference, aligned, place, how.reach));
        }
    return shifts;
}

Registration registered(const cv::Mat& reference, const cv::Mat& suspect, int leastMatches) {
    Registration found;
    const cv::Mat homography = homographyOf(reference, suspect, found.matches);
    if (homography.empty() || found.matches < leastMatches)
        return found;
    found.places = placesBy(homography, reference.size());
    constexpr int block = 40;
    constexpr double alike = 0.7;
    const double longer = std::max(reference.cols, reference.rows);
    // Far first, then near.
    for (const auto& [search, reach] : {std::pair(14, 0.30), std::pair(7, 0.22), std::pair(4, 0.20)}) {
        std::vector<Off> offs;
        double blocks = 0;
        for (const Shift& shift :
             shiftsOf(reference, laidOver(suspect, found), seenOf(found.places, suspect.size()),
                      {block, search > 4 ? block : block / 2, search})) {
            ++blocks;
            if (shift.likeness < alike)
                continue;
            offs.push_back({{shift.block.x + block / 2.0, shift.block.y + block / 2.0},
                            shift.by,
                            knownOf(reference(shift.block))});
        }
        found.found = blocks > 0 ? static_cast<double>(offs.size()) / blocks : 0;
        const cv::Mat field = fieldOf(offs, reference.size(), reach * longer, found.residual);
        // What stands at a place in the suspect's copy stands off by so much.
        cv::Mat from(reference.size(), CV_32FC2), moved;
        for (int y = 0; y < from.rows; ++y)
            for (int x = 0; x < from.cols; ++x)
                from.at<cv::Vec2f>(y, x) =
                    field.at<cv::Vec2f>(y, x) + cv::Vec2f(static_cast<float>(x), static_cast<float>(y));
        cv::remap(found.places, moved, from, {}, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
        found.places = moved;
    }
    return found;
}

}  // namespace chayan::vision
