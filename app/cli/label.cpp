#include "app/cli/label.h"

#include <CLI/CLI.hpp>

#include <cmath>

using namespace Qt::StringLiterals;

namespace chayan::cli {

void addLabelOptions(CLI::App& command, LabelOptions& options) {
    command.add_option(
        "--corners", options.corners,
        QT_TRANSLATE_NOOP("cli",
                          "Where the label's corners are, clockwise from its own top left: X,Y,X,Y,X,Y,X,Y"));
    command.add_flag("--as-lit", options.asLit, QT_TRANSLATE_NOOP("cli", "Leave the light as it fell"));
}

Result<eye::LabelAsk> askOf(const LabelOptions& options) {
    eye::LabelAsk ask;
    ask.evened = !options.asLit;
    if (options.corners.empty())
        return ask;
    const QString given = QString::fromStdString(options.corners);
    const QStringList numbers = given.split(u',');
    ask.corners.emplace();
    bool good = numbers.size() == 8;
    for (qsizetype i = 0; good && i < 8; ++i) {
        const double number = numbers[i].trimmed().toDouble(&good);
        constexpr double farthest = 40'000;
        good = good && std::abs(number) <= farthest;
        QPointF& corner = (*ask.corners)[static_cast<std::size_t>(i / 2)];
        (i % 2 == 0 ? corner.rx() : corner.ry()) = number;
    }
    if (!good)
        return fail(ErrorKind::BadUsage, given, u"four corners are given as X,Y,X,Y,X,Y,X,Y in pixels"_s);
    return ask;
}

Json::Object labelJson(const eye::Labelled& label) {
    Json::Array corners;
    if (label.corners)
        for (const QPointF& corner : *label.corners)
            corners.emplace_back(Json::Array{Json(std::lround(corner.x())), Json(std::lround(corner.y()))});
    return {{"corners", Json(std::move(corners))},
            {"width", Json(label.size.width())},
            {"height", Json(label.size.height())},
            {"evened", Json(label.evened)}};
}

QString labelLine(const eye::Labelled& label, const Context& context) {
    constexpr double dots = 300, inch = 25.4;
    const auto millimetres = [](int pixels) { return QString::number(std::lround(pixels / dots * inch)); };
    return context.texts.say(
        "cli",
        label.evened
            ? QT_TRANSLATE_NOOP("cli", "%1 x %2 pixels: at 300 dpi %3 x %4 mm; its light is evened")
            : QT_TRANSLATE_NOOP("cli", "%1 x %2 pixels: at 300 dpi %3 x %4 mm; its light is as it fell"),
        {QString::number(label.size.width()), QString::number(label.size.height()),
         millimetres(label.size.width()), millimetres(label.size.height())});
}

}  // namespace chayan::cli
