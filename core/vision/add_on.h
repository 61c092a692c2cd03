#pragma once

#include "core/vision/code.h"

#include <opencv2/core.hpp>

namespace chayan::vision {

/// How many digits of a retail symbol come before its add-on; 0 for symbologies that have none.
qsizetype mainDigits(const QString& format);

/// Add-ons of two or five digits belong to publications: EAN-13 with the prefixes of ISSN and ISBN, and UPC-A
/// (GS1 General Specifications, 2.1.9). Elsewhere ZXing sees them in print that is none.
bool mayHaveAddOn(const QString& format, const QByteArray& number);

/// One that may have an add-on and was read without.
bool lacksAddOn(const Code& code);

/// The symbol with the place to its right where its add-on stands, between the digits above that and the
/// ends of the bars: widths as in GS1 General Specifications, 5.2.2.5.
cv::RotatedRect boxWithAddOn(const Code& code);

}  // namespace chayan::vision
