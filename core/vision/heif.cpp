// The one file that knows libheif.
#include "core/vision/heif.h"

#include "core/base/limits.h"
#include "core/base/release.h"
#include "core/vision/opencv.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <libheif/heif.h>
#include <memory>
#include <new>

using namespace Qt::StringLiterals;

namespace chayan::vision {

namespace {

using Context = std::unique_ptr<heif_context, Release<heif_context_free>>;
using Handle = std::unique_ptr<heif_image_handle, Release<heif_image_handle_release>>;
using Image = std::unique_ptr<heif_image, Release<heif_image_release>>;
using Options = std::unique_ptr<heif_decoding_options, Release<heif_decoding_options_free>>;
using Profile = std::unique_ptr<heif_color_profile_nclx, Release<heif_nclx_color_profile_free>>;

/// The primary image, not yet decoded.
struct Primary {
    Context context;
    Handle handle;
    QSize size;
};

tl::unexpected<Refusal> refuse(Fault fault, const QString& detail, QSize size = {}) {
    return tl::unexpected(Refusal{fault, detail, size});
}

tl::unexpected<Refusal> refuse(const heif_error& error, QSize size = {}) {
    const QString detail = QString::fromUtf8(error.message);
    if (error.code == heif_error_Memory_allocation_error)
        return refuse(
            error.subcode == heif_suberror_Security_limit_exceeded ? Fault::TooLarge : Fault::Memory, detail,
            size);
    const bool unknown = error.code == heif_error_Unsupported_feature ||
                         error.code == heif_error_Unsupported_filetype ||
                         error.code == heif_error_Plugin_loading_error;
    return refuse(unknown ? Fault::Unsupported : Fault::Damaged, detail, size);
}

bool failed(const heif_error& error) {
    return error.code != heif_error_Ok;
}

Seen<Primary> primaryOf(ByteView bytes) {
    if (std::ssize(bytes) > limits::pictureBytes)
        return refuse(Fault::TooLarge, u"%1 bytes"_s.arg(bytes.size()));
    const bool whole = isWhole(bytes, Format::Heif);
    Primary primary{Context(heif_context_alloc()), {}, {}};
    if (!primary.context)
        throw std::bad_alloc();
    // The tiles of a phone's picture are decoded by the calling thread, one after the other.
    heif_context_set_max_decoding_threads(primary.context.get(), 0);
    heif_context_set_maximum_image_size_limit(primary.context.get(), limits::pictureSide);
    const heif_error read = heif_context_read_from_memory_without_copy(primary.context.get(), bytes.data(),
                                                                       bytes.size(), nullptr);
    if (failed(read))
        return whole ? refuse(read) : refuse(Fault::CutOff, u"in the header"_s);
    heif_image_handle* handle = nullptr;
    const heif_error found = heif_context_get_primary_image_handle(primary.context.get(), &handle);
    primary.handle.reset(handle);
    if (failed(found))
        return whole ? refuse(found) : refuse(Fault::CutOff, u"in the header"_s);
    primary.size = {heif_image_handle_get_width(handle), heif_image_handle_get_height(handle)};
    const QSize size = primary.size;
    if (size.isEmpty())
        return refuse(Fault::Damaged, u"no size"_s);
    if (size.width() > limits::pictureSide || size.height() > limits::pictureSide ||
        qint64(size.width()) * size.height() > limits::picturePixels)
        return refuse(Fault::TooLarge, u"%1 x %2 pixels"_s.arg(size.width()).arg(size.height()), size);
    if (!whole)
        return refuse(Fault::CutOff, u"the file ends before the picture does"_s, size);
    return primary;
}

/// Luma and two planes of colour at half its width and height.
Seen<Image> decoded(const Primary& primary) {
    const Options options(heif_decoding_options_alloc());
    if (!options)
        throw std::bad_alloc();
    options->convert_hdr_to_8bit = 1;
    heif_image* image = nullptr;
    const heif_error error = heif_decode_image(primary.handle.get(), &image, heif_colorspace_YCbCr,
                                               heif_chroma_420, options.get());
    Image out(image);
    if (failed(error))
        return refuse(error, primary.size);
    const bool lies = heif_image_get_width(image, heif_channel_Y) != primary.size.width() ||
                      heif_image_get_height(image, heif_channel_Y) != primary.size.height();
    if (lies)
        return refuse(Fault::Damaged, u"the header lies about the size"_s, primary.size);
    return out;
}

/// No copy: the pixels are the image's. Empty where it has no such plane of bytes.
cv::Mat planeOf(const Image& image, heif_channel channel) {
    int stride = 0;
    const std::uint8_t* pixels = heif_image_get_plane_readonly(image.get(), channel, &stride);
    if (!pixels || heif_image_get_bits_per_pixel_range(image.get(), channel) != 8)
        return {};
    return cv::Mat(heif_image_get_height(image.get(), channel), heif_image_get_width(image.get(), channel),
                   CV_8UC1, const_cast<std::uint8_t*>(pixels), static_cast<std::size_t>(stride));
}

/// True unless the file says that black is 16 and white 235.
bool hasFullRange(const Primary& primary) {
    heif_color_profile_nclx* profile = nullptr;
    if (failed(heif_image_handle_get_nclx_color_profile(primary.handle.get(), &profile)))
        return true;
    return Profile(profile)->full_range_flag != 0;
}

/// In colours (ITU-R BT.601), scaled to `size`.
Seen<QImage> coloured(const Primary& primary, const Image& image, QSize size) {
    cv::Mat y, blue, red;
    const std::array wanted{std::pair(heif_channel_Y, &y), std::pair(heif_channel_Cb, &blue),
                            std::pair(heif_channel_Cr, &red)};
    for (const auto& [channel, plane] : wanted) {
        const cv::Mat stored = planeOf(image, channel);
        if (stored.empty())
            return refuse(Fault::Damaged, u"a plane is missing"_s, primary.size);
        cv::resize(stored, *plane, {size.width(), size.height()}, 0, 0, cv::INTER_AREA);
    }
    QImage out(size, QImage::Format_RGB32);
    if (out.isNull())
        throw std::bad_alloc();
    const bool full = hasFullRange(primary);
    const float black = full ? 0.0F : 16.0F, gain = full ? 1.0F : 255.0F / 219.0F;
    const float colour = full ? 1.0F : 255.0F / 224.0F;
    const auto byte = [](float value) { return static_cast<int>(std::clamp(value + 0.5F, 0.0F, 255.0F)); };
    for (int row = 0; row < size.height(); ++row) {
        auto* to = reinterpret_cast<QRgb*>(out.scanLine(row));
        const std::uint8_t *luma = y.ptr(row), *u = blue.ptr(row), *v = red.ptr(row);
        for (int x = 0; x < size.width(); ++x) {
            const float light = (static_cast<float>(luma[x]) - black) * gain;
            const float cb = (static_cast<float>(u[x]) - 128) * colour;
            const float cr = (static_cast<float>(v[x]) - 128) * colour;
            to[x] = qRgb(byte(light + 1.402F * cr), byte(light - 0.344136F * cb - 0.714136F * cr),
                         byte(light + 1.772F * cb));
        }
    }
    return out;
}

}  // namespace

Seen<Opened> openHeif(ByteView bytes, int thumbnailSide) {
    const auto primary = primaryOf(bytes);
    if (!primary)
        return tl::unexpected(primary.error());
    const auto image = decoded(*primary);
    if (!image)
        return tl::unexpected(image.error());
    const cv::Mat luma = planeOf(*image, heif_channel_Y);
    if (luma.empty())
        return refuse(Fault::Damaged, u"a plane is missing"_s, primary->size);
    Opened opened{{luma.cols, luma.rows, std::vector<std::uint8_t>(luma.total())}, {}};
    cv::Mat target = matOf(opened.grey.view());
    luma.copyTo(target);
    if (thumbnailSide > 0) {
        const QSize fitting = primary->size.scaled(thumbnailSide, thumbnailSide, Qt::KeepAspectRatio)
                                  .boundedTo(primary->size)
                                  .expandedTo({1, 1});
        const auto colours = coloured(*primary, *image, fitting);
        if (!colours)
            return tl::unexpected(colours.error());
        auto small = thumbnail(*colours, thumbnailSide);
        if (!small)
            return tl::unexpected(small.error());
        opened.thumbnail = std::move(*small);
    }
    return opened;
}

Seen<QImage> decodeHeif(ByteView bytes) {
    const auto primary = primaryOf(bytes);
    if (!primary)
        return tl::unexpected(primary.error());
    const auto image = decoded(*primary);
    return image ? coloured(*primary, *image, primary->size) : tl::unexpected(image.error());
}

}  // namespace chayan::vision
