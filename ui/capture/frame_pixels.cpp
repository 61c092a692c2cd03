#include "ui/capture/frame_pixels.h"

#include <QTransform>

#include <algorithm>
#include <cmath>

namespace chayan::ui {

namespace {

using Pixel = QVideoFrameFormat::PixelFormat;

/// Where a pixel's brightness and its two colour differences lie: in planes or interleaved.
struct Layout {
    struct Part {
        int plane = 0;
        int offset = 0;
        int step = 1;    ///< bytes from one sample to the next
        int across = 1;  ///< pixels a sample stands for
        int down = 1;
    };
    Part y, u, v;
    bool hasColour = true;
};

std::optional<Layout> layoutOf(Pixel format) {
    switch (format) {
        case QVideoFrameFormat::Format_YUV420P:
            return Layout{{0}, {1, 0, 1, 2, 2}, {2, 0, 1, 2, 2}};
        case QVideoFrameFormat::Format_YV12:
            return Layout{{0}, {2, 0, 1, 2, 2}, {1, 0, 1, 2, 2}};
        case QVideoFrameFormat::Format_YUV422P:
            return Layout{{0}, {1, 0, 1, 2, 1}, {2, 0, 1, 2, 1}};
        case QVideoFrameFormat::Format_NV12:
            return Layout{{0}, {1, 0, 2, 2, 2}, {1, 1, 2, 2, 2}};
        case QVideoFrameFormat::Format_NV21:
            return Layout{{0}, {1, 1, 2, 2, 2}, {1, 0, 2, 2, 2}};
        case QVideoFrameFormat::Format_YUYV:
            return Layout{{0, 0, 2}, {0, 1, 4, 2, 1}, {0, 3, 4, 2, 1}};
        case QVideoFrameFormat::Format_UYVY:
            return Layout{{0, 1, 2}, {0, 0, 4, 2, 1}, {0, 2, 4, 2, 1}};
        case QVideoFrameFormat::Format_Y8:
            return Layout{{0}, {}, {}, false};
        default:
            return {};
    }
}

/// A frame whose memory can be read as long as this lives.
class MappedFrame {
  public:
    explicit MappedFrame(const QVideoFrame& frame) : m_frame(frame) {
        m_good = m_frame.map(QVideoFrame::ReadOnly);
    }
    ~MappedFrame() {
        if (m_good)
            m_frame.unmap();
    }
    MappedFrame(const MappedFrame&) = delete;
    MappedFrame& operator=(const MappedFrame&) = delete;

    bool isGood() const { return m_good && m_frame.width() > 0 && m_frame.height() > 0; }
    const QVideoFrame& frame() const { return m_frame; }
    /// Whether the last sample of a part lies within what was mapped.
    bool holds(const Layout::Part& part) const {
        const int column = (m_frame.width() - 1) / part.across, row = (m_frame.height() - 1) / part.down;
        const qint64 inRow = part.offset + qint64{column} * part.step;
        return part.plane < m_frame.planeCount() && inRow < m_frame.bytesPerLine(part.plane) &&
               qint64{row} * m_frame.bytesPerLine(part.plane) + inRow < m_frame.mappedBytes(part.plane);
    }
    const uchar* row(const Layout::Part& part, int y) const {
        return m_frame.bits(part.plane) + qint64{y / part.down} * m_frame.bytesPerLine(part.plane) +
               part.offset;
    }

  private:
    QVideoFrame m_frame;
    bool m_good = false;
};

/// A packed format of Qt's own, or a JPEG; pixels of its own.
QImage packedPicture(const MappedFrame& mapped) {
    const QVideoFrame& frame = mapped.frame();
    if (frame.pixelFormat() == QVideoFrameFormat::Format_Jpeg)
        return QImage::fromData(frame.bits(0), frame.mappedBytes(0), "JPEG");
    const QImage::Format format = QVideoFrameFormat::imageFormatFromPixelFormat(frame.pixelFormat());
    if (format == QImage::Format_Invalid ||
        qint64{frame.bytesPerLine(0)} * frame.height() > frame.mappedBytes(0))
        return {};
    return QImage(frame.bits(0), frame.width(), frame.height(), frame.bytesPerLine(0), format).copy();
}

/// Turned as the frame says it was held.
QImage upright(const QImage& image, const QVideoFrame& frame) {
    const QImage whole = frame.mirrored() ? image.mirrored(true, false) : image;
    const int degrees = static_cast<int>(frame.rotationAngle());
    return degrees == 0 || whole.isNull() ? whole : whole.transformed(QTransform().rotate(degrees));
}

/// Luma and colour differences to red, green and blue (ITU-R BT.601-7, BT.709-6, BT.2020-2; JFIF 1.02 for the
/// full range).
struct ToRgb {
    int luma, dark, red, greenU, greenV, blue;  // in 1/65536

    static ToRgb of(const QVideoFrameFormat& format) {
        constexpr int largest = 576;  // lines of the last format that was BT.601's
        double kr = 0.2126, kb = 0.0722;
        const auto space = format.colorSpace();
        if (space == QVideoFrameFormat::ColorSpace_BT601 ||
            (space == QVideoFrameFormat::ColorSpace_Undefined && format.frameHeight() <= largest)) {
            kr = 0.299;
            kb = 0.114;
        } else if (space == QVideoFrameFormat::ColorSpace_BT2020) {
            kr = 0.2627;
            kb = 0.0593;
        }
        const bool isFull = format.colorRange() == QVideoFrameFormat::ColorRange_Full;
        const double whole = 65536, kg = 1 - kr - kb, light = isFull ? 1 : 255.0 / 219,
                     colour = isFull ? 1 : 255.0 / 224;
        const auto fixed = [&](double value) { return static_cast<int>(std::lround(value * whole)); };
        return {fixed(light),
                isFull ? 0 : 16,
                fixed(2 * (1 - kr) * colour),
                fixed(-2 * (1 - kb) * kb / kg * colour),
                fixed(-2 * (1 - kr) * kr / kg * colour),
                fixed(2 * (1 - kb) * colour)};
    }
    QRgb operator()(int y, int u, int v) const {
        const int light = (y - dark) * luma + 32768;
        const auto channel = [](int value) { return std::clamp(value >> 16, 0, 255); };
        return qRgb(channel(light + red * (v - 128)),
                    channel(light + greenU * (u - 128) + greenV * (v - 128)),
                    channel(light + blue * (u - 128)));
    }
};

QImage plainGrey(const MappedFrame& mapped, const Layout& layout) {
    const QVideoFrame& frame = mapped.frame();
    QImage grey(frame.size(), QImage::Format_Grayscale8);
    for (int y = 0; y < frame.height() && !grey.isNull(); ++y) {
        const uchar* from = mapped.row(layout.y, y);
        uchar* to = grey.scanLine(y);
        if (layout.y.step == 1)
            std::copy_n(from, frame.width(), to);
        else
            for (int x = 0; x < frame.width(); ++x)
                to[x] = from[x * layout.y.step];
    }
    return grey;
}

QImage coloured(const MappedFrame& mapped, const Layout& layout) {
    const QVideoFrame& frame = mapped.frame();
    const ToRgb toRgb = ToRgb::of(frame.surfaceFormat());
    QImage picture(frame.size(), QImage::Format_RGB32);
    for (int y = 0; y < frame.height() && !picture.isNull(); ++y) {
        const uchar *luma = mapped.row(layout.y, y), *u = mapped.row(layout.u, y),
                    *v = mapped.row(layout.v, y);
        auto* to = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < frame.width(); ++x)
            to[x] = toRgb(luma[x * layout.y.step], u[x / layout.u.across * layout.u.step],
                          v[x / layout.v.across * layout.v.step]);
    }
    return picture;
}

QImage greyPicture(const QVideoFrame& frame) {
    const MappedFrame mapped(frame);
    if (!mapped.isGood())
        return {};
    const auto layout = layoutOf(frame.pixelFormat());
    if (!layout)
        return packedPicture(mapped).convertToFormat(QImage::Format_Grayscale8);
    return mapped.holds(layout->y) ? plainGrey(mapped, *layout) : QImage();
}

}  // namespace

eye::GreyFrame greyOf(const QVideoFrame& frame) {
    const QImage grey = upright(greyPicture(frame), frame);
    if (grey.isNull())
        return {};
    eye::GreyFrame out{grey.size(), {}};
    out.pixels.reserve(qsizetype{grey.width()} * grey.height());
    for (int y = 0; y < grey.height(); ++y)
        out.pixels.append(reinterpret_cast<const char*>(grey.constScanLine(y)), grey.width());
    return out;
}

QImage pictureOf(const QVideoFrame& frame) {
    const MappedFrame mapped(frame);
    if (!mapped.isGood())
        return {};
    const auto layout = layoutOf(frame.pixelFormat());
    if (!layout)
        return upright(packedPicture(mapped), frame);
    if (!mapped.holds(layout->y) || !mapped.holds(layout->u) || !mapped.holds(layout->v))
        return {};
    return upright(layout->hasColour ? coloured(mapped, *layout) : plainGrey(mapped, *layout), frame);
}

}  // namespace chayan::ui
