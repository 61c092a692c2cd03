#pragma once

#include <QByteArray>
#include <QImage>

#include <cstring>
#include <libheif/heif.h>

/// A picture as a phone stores it: HEVC (or AV1) in HEIF, written by libheif's own encoder. Empty where this
/// machine has no such encoder.
inline QByteArray drawnHeif(const QImage& picture, heif_compression_format codec = heif_compression_HEVC) {
    // Qt would spread a conversion over threads of its own, whose order ThreadSanitizer does not see.
    QImage rgb(picture.size(), QImage::Format_RGB888);
    for (int y = 0; y < rgb.height(); ++y)
        for (int x = 0; x < rgb.width(); ++x) {
            const QRgb pixel = picture.pixel(x, y);
            uchar* to = rgb.scanLine(y) + 3 * x;
            to[0] = static_cast<uchar>(qRed(pixel));
            to[1] = static_cast<uchar>(qGreen(pixel));
            to[2] = static_cast<uchar>(qBlue(pixel));
        }
    heif_context* context = heif_context_alloc();
    heif_encoder* encoder = nullptr;
    heif_image* image = nullptr;
    heif_image_handle* handle = nullptr;
    QByteArray out;
    if (heif_context_get_encoder_for_format(context, codec, &encoder).code == heif_error_Ok &&
        heif_image_create(rgb.width(), rgb.height(), heif_colorspace_RGB, heif_chroma_interleaved_RGB, &image)
                .code == heif_error_Ok &&
        heif_image_add_plane(image, heif_channel_interleaved, rgb.width(), rgb.height(), 8).code ==
            heif_error_Ok) {
        int stride = 0;
        std::uint8_t* to = heif_image_get_plane(image, heif_channel_interleaved, &stride);
        for (int y = 0; y < rgb.height(); ++y)
            std::memcpy(to + static_cast<std::ptrdiff_t>(y) * stride, rgb.constScanLine(y),
                        3 * static_cast<std::size_t>(rgb.width()));
        heif_encoder_set_lossy_quality(encoder, 80);
        const bool encoded =
            heif_context_encode_image(context, image, encoder, nullptr, &handle).code == heif_error_Ok;
        heif_writer writer{1, [](heif_context*, const void* data, std::size_t size, void* user) {
                               static_cast<QByteArray*>(user)->append(static_cast<const char*>(data),
                                                                      static_cast<qsizetype>(size));
                               return heif_error{heif_error_Ok, heif_suberror_Unspecified, ""};
                           }};
        if (encoded)
            heif_context_write(context, &writer, &out);
    }
    if (handle)
        heif_image_handle_release(handle);
    if (image)
        heif_image_release(image);
    if (encoder)
        heif_encoder_release(encoder);
    heif_context_free(context);
    return out;
}
