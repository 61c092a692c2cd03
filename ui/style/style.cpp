#include "ui/style/style.h"

#include "ui/style/colours.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

namespace chayan::ui {

namespace {

constexpr int fieldPadding = 8;

bool isPrimary(const QWidget* widget) {
    return widget != nullptr && widget->property("primary").toBool();
}

/// Half a pixel in, so that a hairline falls on one row of pixels.
void rounded(QPainter* painter, const QRect& rect, const QColor& edge, const QColor& ground,
             qreal width = 1) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge.isValid() ? QPen(edge, width) : QPen(Qt::NoPen));
    painter->setBrush(ground.isValid() ? QBrush(ground) : QBrush(Qt::NoBrush));
    const qreal half = width / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), metrics::radius,
                             metrics::radius);
    painter->restore();
}

void drawButton(const QStyleOption* option, QPainter* painter, const QWidget* widget) {
    const Colours& c = coloursOf(option->palette);
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool over = enabled && option->state.testFlag(QStyle::State_MouseOver);
    QColor ground = down ? c.line : over ? c.raised : c.surface;
    QColor edge = enabled ? c.edge : c.line;
    if (isPrimary(widget) && enabled) {
        ground = down ? c.accent.darker(120) : over ? c.accent.darker(108) : c.accent;
        edge = QColor();
    }
    rounded(painter, option->rect, edge, ground);
    if (enabled && option->state.testFlag(QStyle::State_HasFocus) &&
        option->state.testFlag(QStyle::State_KeyboardFocusChange))
        rounded(painter, option->rect.adjusted(2, 2, -2, -2), isPrimary(widget) ? c.onAccent : c.text, {});
}

void drawToolButton(const QStyleOption* option, QPainter* painter) {
    const Colours& c = coloursOf(option->palette);
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    if (down || option->state.testFlag(QStyle::State_MouseOver))
        rounded(painter, option->rect, {}, down ? c.line : c.raised);
    if (option->state.testFlag(QStyle::State_HasFocus) &&
        option->state.testFlag(QStyle::State_KeyboardFocusChange))
        rounded(painter, option->rect, c.text, {});
}

void drawField(const QStyleOption* option, QPainter* painter) {
    const Colours& c = coloursOf(option->palette);
    const bool focus = option->state.testFlag(QStyle::State_HasFocus);
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    rounded(painter, option->rect, focus ? c.text : enabled ? c.edge : c.line, {}, focus ? 2 : 1);
}

void drawCheckBox(const QStyleOption* option, QPainter* painter) {
    const Colours& c = coloursOf(option->palette);
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const bool on = option->state.testFlag(QStyle::State_On);
    const QRect box = option->rect.adjusted(1, 1, -1, -1);
    rounded(painter, box, !enabled ? c.line : on ? c.accent : c.edge, on && enabled ? c.accent : c.surface);
    if (!on)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(enabled ? c.onAccent : c.quiet, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF in(box);
    const auto at = [&](qreal x, qreal y) { return in.topLeft() + QPointF(in.width() * x, in.height() * y); };
    painter->drawPolyline(QPolygonF({at(0.25, 0.52), at(0.43, 0.7), at(0.76, 0.32)}));
    painter->restore();
}

void drawScrollBar(const QStyleOptionSlider* bar, QPainter* painter, const QStyle* style,
                   const QWidget* widget) {
    const Colours& c = coloursOf(bar->palette);
    painter->fillRect(bar->rect, bar->palette.color(QPalette::Window));
    QRect thumb = style->subControlRect(QStyle::CC_ScrollBar, bar, QStyle::SC_ScrollBarSlider, widget);
    const bool over = bar->activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(over ? c.quiet : c.edge);
    const int inset = 3;
    thumb.adjust(inset, inset, -inset, -inset);
    const qreal radius = std::min(thumb.width(), thumb.height()) / 2.0;
    painter->drawRoundedRect(thumb, radius, radius);
    painter->restore();
}

/// The part before the handle is filled; the handle stands out on any ground.
void drawSlider(const QStyleOptionSlider* slider, QPainter* painter, const QStyle* style,
                const QWidget* widget) {
    const Colours& c = coloursOf(slider->palette);
    const bool enabled = slider->state.testFlag(QStyle::State_Enabled);
    const QRect handle = style->subControlRect(QStyle::CC_Slider, slider, QStyle::SC_SliderHandle, widget);
    constexpr int thick = 4;
    QRect groove(slider->rect.left(), handle.center().y() - thick / 2 + 1, slider->rect.width(), thick);
    rounded(painter, groove, {}, c.line);
    groove.setRight(handle.center().x());
    rounded(painter, groove, {}, enabled ? c.edge : c.line);
    const int side = std::min(handle.width(), handle.height());
    const QRect knob(handle.center().x() - side / 2, handle.center().y() - side / 2, side, side);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool focus = slider->state.testFlag(QStyle::State_HasFocus);
    painter->setPen(QPen(enabled ? c.text : c.edge, focus ? 3 : 2));
    painter->setBrush(c.surface);
    painter->drawEllipse(knob.adjusted(2, 2, -2, -2));
    painter->restore();
}

void drawSpinBox(const QStyleOptionSpinBox* box, QPainter* painter, const QStyle* style,
                 const QWidget* widget) {
    const Colours& c = coloursOf(box->palette);
    rounded(painter, box->rect, {}, box->palette.color(QPalette::Base));
    drawField(box, painter);
    const auto arrow = [&](QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag step, qreal point) {
        const QPointF centre = QRectF(style->subControlRect(QStyle::CC_SpinBox, box, part, widget)).center();
        const bool can = box->stepEnabled.testFlag(step) && box->state.testFlag(QStyle::State_Enabled);
        const bool over = can && box->activeSubControls.testFlag(part);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(!can   ? c.line
                             : over ? c.text
                                    : c.quiet,
                             1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(QPolygonF(
            {centre + QPointF(-4, -point), centre + QPointF(0, point), centre + QPointF(4, -point)}));
        painter->restore();
    };
    arrow(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, -2);
    arrow(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, 2);
}

void drawArrowDown(const QRect& rect, QPainter* painter, const QColor& colour) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF centre = QRectF(rect).center();
    painter->drawPolyline(
        QPolygonF({centre + QPointF(-4, -2), centre + QPointF(0, 2), centre + QPointF(4, -2)}));
    painter->restore();
}

}  // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
        case PM_LayoutHorizontalSpacing:
        case PM_LayoutVerticalSpacing:
            return metrics::inside;
        case PM_LayoutLeftMargin:
        case PM_LayoutTopMargin:
        case PM_LayoutRightMargin:
        case PM_LayoutBottomMargin:
            return metrics::between;
        case PM_SmallIconSize:
        case PM_ButtonIconSize:
        case PM_ToolBarIconSize:
        case PM_ListViewIconSize:
        case PM_TabBarIconSize:
            return metrics::icon;
        case PM_ScrollBarExtent:
            return 12;
        case PM_TabBarTabHSpace:
            return metrics::between + metrics::inside;  // seven parts of a visit stand side by side
        case PM_TabBarTabVSpace:
            return metrics::between;
        case PM_TabBarTabShiftVertical:
        case PM_TabBarTabShiftHorizontal:
        case PM_TabBarTabOverlap:
            return 0;
        case PM_TabBarScrollButtonWidth:
            return metrics::touch;
        case PM_SplitterWidth:
            return 1;
        case PM_ButtonShiftHorizontal:
        case PM_ButtonShiftVertical:
            return 0;
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
            return 18;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* data) const {
    switch (hint) {
        case SH_DialogButtonBox_ButtonsHaveIcons:
        case SH_ComboBox_Popup:
        case SH_UnderlineShortcut:
            return 0;
        default:
            return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const {
    return which == SP_LineEditClearButton ? icon(u"cross", Ink::Quiet)
                                           : QProxyStyle::standardIcon(which, option, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
    QSize made = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
        case CT_PushButton:
            made.rwidth() += 2 * metrics::step;
            made.setHeight(std::max(made.height(), metrics::row));
            break;
        case CT_ComboBox:
            made.rwidth() += 2 * fieldPadding;
            made.setHeight(std::max(made.height(), metrics::row));
            break;
        case CT_LineEdit:
        case CT_SpinBox:
            made.setHeight(std::max(made.height(), metrics::row));
            break;
        case CT_ToolButton:
            made = made.expandedTo({metrics::row, metrics::row});
            break;
        case CT_MenuItem:
            made.setHeight(std::max(made.height(), metrics::row));
            break;
        default:
            break;
    }
    return made;
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    const QRect made = QProxyStyle::subElementRect(element, option, widget);
    // Text stands off the edge of its field; a line edit adds two pixels of its own.
    return element == SE_LineEditContents ? made.adjusted(fieldPadding - 2, 0, 2 - fieldPadding, 0) : made;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const {
    const QRect made = QProxyStyle::subControlRect(control, option, part, widget);
    return control == CC_ComboBox && part == SC_ComboBoxEditField
               ? QRect(option->rect.left() + fieldPadding - 2, made.top(),
                       option->rect.width() - 24 - fieldPadding, made.height())
               : made;
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    switch (element) {
        case PE_PanelButtonCommand:
            drawButton(option, painter, widget);
            return;
        case PE_PanelButtonTool:
            drawToolButton(option, painter);
            return;
        case PE_FrameLineEdit:
            drawField(option, painter);
            return;
        case PE_PanelLineEdit:
            if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
                frame != nullptr && frame->lineWidth > 0) {
                rounded(painter, option->rect, {}, option->palette.color(QPalette::Base));
                drawField(option, painter);
                return;
            }
            break;
        case PE_Frame:
            drawField(option, painter);
            return;
        case PE_IndicatorCheckBox:
            drawCheckBox(option, painter);
            return;
        case PE_FrameFocusRect:
            rounded(painter, option->rect, coloursOf(option->palette).text, {});
            return;
        default:
            break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
    const Colours& c = coloursOf(option->palette);
    if (element == CE_PushButtonLabel && isPrimary(widget) && option->state.testFlag(State_Enabled)) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            QStyleOptionButton white = *button;
            white.palette.setColor(QPalette::ButtonText, c.onAccent);
            QProxyStyle::drawControl(element, &white, painter, widget);
            return;
        }
    }
    if (element == CE_TabBarTabShape) {
        if (option->state.testFlag(State_MouseOver))
            rounded(painter, option->rect.adjusted(0, 2, 0, -4), {}, c.raised);
        if (option->state.testFlag(State_Selected))
            painter->fillRect(QRect(option->rect.left() + metrics::inside, option->rect.bottom() - 2,
                                    option->rect.width() - 2 * metrics::inside, 3),
                              c.accent);
        if (option->state.testFlag(State_HasFocus) && option->state.testFlag(State_KeyboardFocusChange))
            rounded(painter, option->rect.adjusted(2, 2, -2, -4), c.text, {});
        return;
    }
    if (element == CE_Splitter) {
        painter->fillRect(option->rect, c.line);
        return;
    }
    if (element == CE_ProgressBar) {
        const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
        if (bar == nullptr)
            return;
        rounded(painter, bar->rect, {}, c.line);
        const int range = bar->maximum - bar->minimum;
        QRect done = bar->rect;
        if (range > 0)
            done.setWidth(
                static_cast<int>(static_cast<qint64>(done.width()) * (bar->progress - bar->minimum) / range));
        else
            done = done.adjusted(done.width() / 3, 0, -done.width() / 3, 0);
        if (done.width() > 2)
            rounded(painter, done, {}, c.quiet);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
    const Colours& c = coloursOf(option->palette);
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            drawScrollBar(bar, painter, this, widget);
            return;
        }
    }
    if (control == CC_Slider) {
        if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
            slider != nullptr && slider->orientation == Qt::Horizontal) {
            drawSlider(slider, painter, this, widget);
            return;
        }
    }
    if (control == CC_SpinBox) {
        const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        if (box != nullptr && box->frame && box->buttonSymbols == QAbstractSpinBox::UpDownArrows) {
            drawSpinBox(box, painter, this, widget);
            return;
        }
    }
    if (control == CC_ComboBox) {
        const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (box != nullptr && !box->editable) {
            rounded(painter, box->rect, {}, option->palette.color(QPalette::Base));
            drawField(option, painter);
            QRect arrow = box->rect;
            arrow.setLeft(arrow.right() - 24);
            drawArrowDown(arrow, painter, c.quiet);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

}  // namespace chayan::ui
