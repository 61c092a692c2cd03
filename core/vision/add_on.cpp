#include "core/vision/add_on.h"

#include "core/vision/opencv.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace chayan::vision {

qsizetype mainDigits(const QString& format) {
    return format == u"EAN-13"_s ? 13 : format == u"UPC-A"_s ? 12 : 0;
}

bool mayHaveAddOn(const QString& format, const QByteArray& number) {
    const bool publication = number.startsWith("977") || number.startsWith("978") || number.startsWith("979");
    return format == u"UPC-A"_s || (format == u"EAN-13"_s && publication);
}

bool lacksAddOn(const Code& code) {
    return mayHaveAddOn(code.format, code.bytes) && code.bytes.size() == mainDigits(code.format);
}

cv::RotatedRect boxWithAddOn(const Code& code) {
    const auto corner = [&](std::size_t at) {
        return cv::Point2f(static_cast<float>(code.corners[at].x()),
                           static_cast<float>(code.corners[at].y()));
    };
    const cv::Point2f down = (corner(3) - corner(0) + corner(2) - corner(1)) / 2;
    cv::Point2f along = (corner(1) - corner(0) + corner(2) - corner(3)) / 2;
    // ZXing's corners lie on the rows that it looked along, whichever way the symbol is turned; its sides are
    // the outer bars, and across them the symbol runs.
    constexpr double highEnough = 0.15;
    if (cv::norm(down) > highEnough * cv::norm(along)) {
        const cv::Point2f across = cv::Point2f(down.y, -down.x) / cv::norm(down);
        along = across * along.dot(across);
    }
    // In modules: 95 of the symbol, up to 12 between, 47 of five digits, and quiet zones.
    constexpr float symbol = 95, before = 9, after = 12 + 47 + 9;
    constexpr float top = 0.3F, bottom = 0.85F;
    const cv::Point2f middle = (corner(0) + corner(1) + corner(2) + corner(3)) / 4 +
                               along * ((after - before) / 2 / symbol) + down * ((top + bottom) / 2 - 0.5F);
    const auto length = static_cast<float>(cv::norm(along));
    const auto height = static_cast<float>(cv::norm(down));
    return {middle,
            {std::max(1.0F, length * (before + symbol + after) / symbol),
             std::max(1.0F, height * (bottom - top))},
            static_cast<float>(std::atan2(along.y, along.x) * 180 / CV_PI)};
}

}  // namespace chayan::vision
