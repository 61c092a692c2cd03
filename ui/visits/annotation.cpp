#include "ui/visits/annotation.h"

#include "core/base/json.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLineF>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

struct Drawing {
    Q_DECLARE_TR_FUNCTIONS(Annotation)
};

constexpr std::array kindKeys{"arrow", "box", "text", "blur"};

/// Light over dark, so that it shows on any picture.
void stroke(QPainter& painter, const QPainterPath& path, double width) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, width * 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.setPen(QPen(QColor(0xff, 0xd4, 0x2a), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

QPainterPath arrow(QPointF from, QPointF to, double width) {
    QPainterPath path(from);
    path.lineTo(to);
    const QLineF shaft(to, from);
    const double head = std::min(width * 6, shaft.length());
    for (const double turn : {28.0, -28.0}) {
        QLineF side = shaft;
        side.setLength(head);
        side.setAngle(shaft.angle() + turn);
        path.moveTo(to);
        path.lineTo(side.p2());
    }
    return path;
}

void drawText(QPainter& painter, const Annotation& annotation, int pixels) {
    QFont font = painter.font();
    font.setPixelSize(std::max(12, pixels / 32));
    font.setBold(true);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    QRectF ground = metrics.boundingRect(annotation.text);
    ground.moveTopLeft(annotation.from);
    const double margin = metrics.height() / 4;
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    painter.drawRoundedRect(ground.adjusted(-margin, -margin, margin, margin), margin, margin);
    painter.setPen(Qt::white);
    painter.drawText(ground, Qt::AlignCenter, annotation.text);
}

void blur(QImage& picture, const Annotation& annotation) {
    constexpr int fields = 4;  // across the shorter side
    const QRect area = QRectF(annotation.from, annotation.to).normalized().toAlignedRect() & picture.rect();
    if (area.isEmpty())
        return;
    const double field = std::max(1.0, std::min(area.width(), area.height()) / double(fields));
    const QSize few(std::max(1, static_cast<int>(area.width() / field)),
                    std::max(1, static_cast<int>(area.height() / field)));
    const QImage coarse = picture.copy(area).scaled(few, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QPainter painter(&picture);
    painter.drawImage(area, coarse.scaled(area.size(), Qt::IgnoreAspectRatio, Qt::FastTransformation));
}

Json place(QPointF point) {
    return Json(Json::Array{Json(static_cast<qint64>(std::lround(point.x()))),
                            Json(static_cast<qint64>(std::lround(point.y())))});
}

}  // namespace

void drawAnnotation(QPainter& painter, const Annotation& annotation, int pixels) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = std::max(2.0, pixels / 320.0);
    switch (annotation.kind) {
        case Annotation::Kind::Arrow:
            stroke(painter, arrow(annotation.from, annotation.to, width), width);
            break;
        case Annotation::Kind::Box: {
            QPainterPath path;
            path.addRect(QRectF(annotation.from, annotation.to).normalized());
            stroke(painter, path, width);
            break;
        }
        case Annotation::Kind::Text:
            drawText(painter, annotation, pixels);
            break;
        case Annotation::Kind::Blur:
            painter.fillRect(QRectF(annotation.from, annotation.to).normalized(), QBrush(Qt::gray));
            break;
    }
    painter.restore();
}

QImage annotated(const QImage& picture, const std::vector<Annotation>& annotations) {
    QImage made = picture.convertToFormat(QImage::Format_RGB32);
    // First what hides, so that nothing drawn is hidden.
    for (const Annotation& annotation : annotations)
        if (annotation.kind == Annotation::Kind::Blur)
            blur(made, annotation);
    QPainter painter(&made);
    for (const Annotation& annotation : annotations)
        if (annotation.kind != Annotation::Kind::Blur)
            drawAnnotation(painter, annotation, std::max(made.width(), made.height()));
    return made;
}

QString recipeOf(const std::vector<Annotation>& annotations, QSize picture) {
    Json::Array drawn;
    for (const Annotation& annotation : annotations) {
        Json::Object one{
            {"kind", Json(QString::fromLatin1(kindKeys[static_cast<std::size_t>(annotation.kind)]))},
            {"from", place(annotation.from)}};
        if (annotation.kind != Annotation::Kind::Text)
            one.emplace("to", place(annotation.to));
        drawn.emplace_back(std::move(one));
    }
    const Json recipe(Json::Object{{"annotated", Json(std::move(drawn))},
                                   {"width", Json(static_cast<qint64>(picture.width()))},
                                   {"height", Json(static_cast<qint64>(picture.height()))}});
    return QString::fromUtf8(canonical(recipe).value_or(QByteArray()));
}

QString wordsOfRecipe(const QString& recipe) {
    const QByteArray bytes = recipe.toUtf8();
    const auto json = parseCanonical(view(bytes));
    if (const Json* label = json ? json->find("rectified") : nullptr) {
        const QString* light = label->stringAt("light");
        return Drawing::tr("The label, pulled straight to %1 × %2 pixels")
                   .arg(label->integerAt("width") ? *label->integerAt("width") : 0)
                   .arg(label->integerAt("height") ? *label->integerAt("height") : 0) +
               (light != nullptr && *light == u"evened" ? Drawing::tr("; its light evened") : QString());
    }
    if (const Json* compared = json ? json->find("compared") : nullptr)
        return Drawing::tr("Laid over a genuine label: %1 % of its print agrees")
            .arg(compared->integerAt("score") ? *compared->integerAt("score") : 0);
    const Json::Array* drawn = json ? json->arrayAt("annotated") : nullptr;
    if (drawn == nullptr)
        return recipe;
    std::array<int, kindKeys.size()> counts{};
    for (const Json& one : *drawn) {
        const QString* kind = one.stringAt("kind");
        for (std::size_t i = 0; kind != nullptr && i < kindKeys.size(); ++i)
            counts[i] += *kind == QLatin1StringView(kindKeys[i]) ? 1 : 0;
    }
    QStringList words;
    if (counts[0] > 0)
        words << Drawing::tr("%n arrow(s)", nullptr, counts[0]);
    if (counts[1] > 0)
        words << Drawing::tr("%n frame(s)", nullptr, counts[1]);
    if (counts[2] > 0)
        words << Drawing::tr("%n text(s)", nullptr, counts[2]);
    if (counts[3] > 0)
        words << Drawing::tr("%n area(s) made unrecognisable", nullptr, counts[3]);
    return words.join(Drawing::tr(", "));
}

}  // namespace chayan::ui
