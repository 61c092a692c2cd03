#include "ui/style/colours.h"

#include <algorithm>
#include <cmath>

namespace chayan::ui {

const Colours& coloursOf(Theme theme) {
    static const Colours light{
        .window = QColor(0xF3F1EC),
        .surface = QColor(0xFFFFFF),
        .raised = QColor(0xF7F5F1),
        .line = QColor(0xE0DCD4),
        .edge = QColor(0x8F887C),
        .text = QColor(0x201D19),
        .quiet = QColor(0x625C52),
        .accent = QColor(0xB3302A),
        .onAccent = QColor(0xFFFFFF),
        .accentInk = QColor(0xB3302A),
        .selected = QColor(0xF7E4E1),
        .received = QColor(0x1D6A3B),
        .warning = QColor(0x855000),
        .warningGround = QColor(0xFDF3DD),
    };
    static const Colours dark{
        .window = QColor(0x191817),
        .surface = QColor(0x232220),
        .raised = QColor(0x2C2A28),
        .line = QColor(0x3A3835),
        .edge = QColor(0x7F7A72),
        .text = QColor(0xECE8E1),
        .quiet = QColor(0xB0AAA0),
        .accent = QColor(0xC2443A),
        .onAccent = QColor(0xFFFFFF),
        .accentInk = QColor(0xF08A80),
        .selected = QColor(0x4A2623),
        .received = QColor(0x7CC896),
        .warning = QColor(0xE9B35C),
        .warningGround = QColor(0x3A2F1B),
    };
    return theme == Theme::Dark ? dark : light;
}

const Colours& coloursOf(const QPalette& palette) {
    return coloursOf(palette.color(QPalette::Window).lightness() < 128 ? Theme::Dark : Theme::Light);
}

QPalette paletteOf(Theme theme) {
    const Colours& c = coloursOf(theme);
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, const QColor& colour) { palette.setColor(role, colour); };
    set(QPalette::Window, c.window);
    set(QPalette::WindowText, c.text);
    set(QPalette::Base, c.surface);
    set(QPalette::AlternateBase, c.raised);
    set(QPalette::Text, c.text);
    set(QPalette::Button, c.surface);
    set(QPalette::ButtonText, c.text);
    set(QPalette::BrightText, c.onAccent);
    set(QPalette::PlaceholderText, c.quiet);
    set(QPalette::Highlight, c.accent);
    set(QPalette::HighlightedText, c.onAccent);
    set(QPalette::ToolTipBase, c.text);
    set(QPalette::ToolTipText, c.surface);
    set(QPalette::Link, c.text);
    set(QPalette::LinkVisited, c.text);
    set(QPalette::Light, c.raised);
    set(QPalette::Midlight, c.line);
    set(QPalette::Mid, c.edge);
    set(QPalette::Dark, c.edge);
    set(QPalette::Shadow, c.window.darker(200));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.edge);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, c.quiet);
    return palette;
}

double contrast(const QColor& one, const QColor& other) {
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double part) {
            return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
               0.0722 * linear(colour.blueF());
    };
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

std::vector<TextOnGround> textPairs(const Colours& c) {
    std::vector<TextOnGround> pairs;
    for (const QColor& ground : {c.window, c.surface, c.raised, c.selected}) {
        pairs.push_back({"text", c.text, ground});
        pairs.push_back({"quiet", c.quiet, ground});
        pairs.push_back({"received", c.received, ground});
        pairs.push_back({"warning", c.warning, ground});
        pairs.push_back({"accentInk", c.accentInk, ground});
    }
    pairs.push_back({"warning on its ground", c.warning, c.warningGround});
    pairs.push_back({"text on a warning", c.text, c.warningGround});
    pairs.push_back({"onAccent", c.onAccent, c.accent});
    pairs.push_back({"tool tip", c.surface, c.text});
    return pairs;
}

}  // namespace chayan::ui
