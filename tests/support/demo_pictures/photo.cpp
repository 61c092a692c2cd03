#include "photo.h"

#include <QTransform>
#include <QtMath>

#include <algorithm>

namespace chayan::demo {

namespace {

QImage greyNoise(QSize size, QRandomGenerator& random) {
    QImage noise(size, QImage::Format_Grayscale8);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            noise.scanLine(y)[x] = static_cast<uchar>(random.bounded(256));
    }
    return noise;
}

QImage blurred(const QImage& image, double softness) {
    const QSize small(std::max(1, qRound(image.width() / softness)),
                      std::max(1, qRound(image.height() / softness)));
    return image.scaled(small, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(image.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

}  // namespace

QImage surface(QSize size, const QColor& colour, QSize grain, double strength, QRandomGenerator& random) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    QPainter painter(&image);
    painter.setCompositionMode(QPainter::CompositionMode_Overlay);
    double opacity = strength;
    for (int octave = 0; octave < 3; ++octave) {
        painter.setOpacity(opacity);
        painter.drawImage(QPoint(), greyNoise(grain * (1 << octave), random)
                                        .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        opacity *= 0.6;
    }
    return image;
}

void place(QPainter& painter, const QImage& thing, const QPolygonF& corners) {
    const QRectF r(thing.rect());
    QTransform transform;
    if (!QTransform::quadToQuad(QPolygonF({r.topLeft(), r.topRight(), r.bottomRight(), r.bottomLeft()}),
                                corners, transform))
        qFatal("corners form no quadrangle");
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setTransform(transform, true);
    painter.drawImage(0, 0, thing);
    painter.restore();
}

void wrap(QPainter& painter, const QImage& label, const QRectF& box, double turn, double bow) {
    const double half = qDegreesToRadians(turn) / 2;
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const int columns = qRound(box.width());
    for (int i = 0; i < columns; ++i) {
        const auto source = [&](double x) {
            return (std::asin((2 * x / columns - 1) * std::sin(half)) / half + 1) / 2 * label.width();
        };
        const double across = 2.0 * i / columns - 1;
        const double down = bow * (1 - across * across);
        painter.drawImage(QRectF(box.left() + i, box.top() + down, 1.05, box.height()), label,
                          QRectF(source(i), 0, source(i + 1) - source(i), label.height()));
        const double shade = std::pow(std::abs(across + 0.25), 2.2) * 0.35;
        painter.fillRect(QRectF(box.left() + i, box.top() + down, 1, box.height()),
                         QColor::fromRgbF(0, 0, 0, static_cast<float>(std::min(shade, 0.6))));
    }
    painter.restore();
}

void shadow(QPainter& painter, const QPolygonF& shape, QPointF offset, double softness, double strength) {
    QImage mask(sceneSize, QImage::Format_ARGB32_Premultiplied);
    mask.fill(Qt::transparent);
    QPainter inner(&mask);
    inner.setBrush(QColor::fromRgbF(0, 0, 0, static_cast<float>(strength)));
    inner.setPen(Qt::NoPen);
    inner.drawPolygon(shape.translated(offset));
    inner.end();
    painter.drawImage(0, 0, blurred(mask, softness));
}

QImage photograph(QImage scene, const Light& light, QRandomGenerator& random) {
    QPainter painter(&scene);
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    const QPointF from(light.from.x() * scene.width(), light.from.y() * scene.height());
    QRadialGradient gradient(from, scene.width() * 1.05);
    const auto grey = [&](double v) {
        return QColor::fromRgbF(static_cast<float>(v), static_cast<float>(v * (1 - light.warmth * 0.06)),
                                static_cast<float>(v * (1 - light.warmth * 0.16)));
    };
    gradient.setColorAt(0, grey(1));
    gradient.setColorAt(0.5, grey(1 - light.fall * 0.4));
    gradient.setColorAt(1, grey(1 - light.fall));
    painter.fillRect(scene.rect(), gradient);
    painter.end();

    QImage image = scene.scaled(scene.size() / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                       .convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            // The sum of four even values is nearly normal.
            const double sum = random.generateDouble() + random.generateDouble() + random.generateDouble() +
                               random.generateDouble() - 2;
            const int shift = qRound(sum * light.noise * 1.7);
            const auto channel = [&](int v) { return std::clamp(v + shift, 0, 255); };
            line[x] = qRgb(channel(qRed(line[x])), channel(qGreen(line[x])), channel(qBlue(line[x])));
        }
    }
    return image;
}

}  // namespace chayan::demo
