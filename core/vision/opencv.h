#pragma once

#include "core/vision/picture.h"
#include "core/vision/pixels.h"

#include <opencv2/core.hpp>

#include <new>

namespace chayan::vision {

/// Runs `work` and turns what Qt, OpenCV and ZXing throw into a Refusal: the one place where their exceptions
/// end.
template <class Work>
auto guarded(Work&& work) -> decltype(work()) {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return tl::unexpected(Refusal{Fault::Memory, QStringLiteral("out of memory"), {}});
    } catch (const cv::Exception& error) {
        const bool memory = error.code == cv::Error::StsNoMem;
        return tl::unexpected(
            Refusal{memory ? Fault::Memory : Fault::Damaged, QString::fromStdString(error.err), {}});
    } catch (const std::exception& error) {
        return tl::unexpected(Refusal{Fault::Damaged, QString::fromUtf8(error.what()), {}});
    }
}

/// The pixels as OpenCV sees them; no copy, so the image must outlive the answer.
cv::Mat matOf(const QImage& image);
cv::Mat matOf(GreyView view);

}  // namespace chayan::vision
