#include "ui/style/fonts.h"

#include <QFontDatabase>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

const QString chineseFamily = u"Noto Sans CJK SC"_s;
constexpr double normalPoints = 10.0;

QFont sized(QFont base, Size size) {
    const double factor = size == Size::Small ? 0.9 : size == Size::Title ? 1.4 : 1.0;
    base.setPointSizeF(base.pointSizeF() * factor);
    return base;
}

}  // namespace

QFont baseFont(int percent) {
    const QFont system = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    QFont base = system;
    base.setFamilies({system.family(), chineseFamily});
    const double points =
        system.pointSizeF() > 0 ? std::max(system.pointSizeF(), normalPoints) : normalPoints;
    base.setPointSizeF(points * percent / 100);
    return base;
}

QFont font(Size size, bool bold) {
    QFont base = sized(QGuiApplication::font(), size);
    base.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    return base;
}

QFont codeFont(Size size) {
    QFont base = sized(QGuiApplication::font(), size);
    base.setFamilies({u"DejaVu Sans Mono"_s, u"Noto Sans Mono CJK SC"_s, u"monospace"_s});
    base.setStyleHint(QFont::Monospace);
    return base;
}

}  // namespace chayan::ui
