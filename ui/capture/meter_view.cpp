#include "ui/capture/meter_view.h"

#include "ui/style/colours.h"
#include "ui/style/metrics.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace chayan::ui {

namespace {

constexpr double meterFollow = 0.35;  // of each new figure: a hand that shakes makes no bar jump

bool has(const eye::Meter& meter, eye::Flaw flaw) {
    return std::ranges::count(meter.flaws, flaw) > 0;
}

double followed(std::optional<double>& kept, double now) {
    kept = kept ? *kept + (now - *kept) * meterFollow : now;
    return *kept;
}

}  // namespace

/// A bar between too little and enough; a line shows from where on it is enough.
class MeterView::Bar : public QWidget {
  public:
    Bar(const QString& name, double from, double to) : m_from(from), m_to(to) {
        setAccessibleName(name);
        setFixedHeight(metrics::inside + metrics::step);
        setMinimumWidth(96);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    void set(std::optional<double> amount) {
        m_amount = amount;
        update();
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        const Colours& c = coloursOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF all = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(c.edge);
        painter.setBrush(c.raised);
        painter.drawRoundedRect(all, 3, 3);
        if (m_amount) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(c.text);
            QRectF part = all.adjusted(2, 2, -2, -2);
            part.setWidth(std::max(2.0, part.width() * std::clamp(*m_amount, 0.0, 1.0)));
            painter.drawRoundedRect(part, 2, 2);
        }
        // The good range, as a bracket that needs no colour.
        painter.setPen(QPen(c.edge, 2));
        for (const double at : {m_from, m_to})
            if (at > 0 && at < 1)
                painter.drawLine(QPointF(all.left() + at * all.width(), all.top()),
                                 QPointF(all.left() + at * all.width(), all.bottom()));
    }

  private:
    double m_from, m_to;
    std::optional<double> m_amount;
};

MeterView::MeterView()
    : m_focus(new Bar(tr("Focus"), 0.5, 1)),
      m_light(new Bar(tr("Light"), 0.35, 0.97)),
      m_focusWord(new Mark),
      m_lightWord(new Mark),
      m_advice(new Mark) {
    auto* column = columnOf(metrics::step);
    setLayout(column);
    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::inside);
    grid->setVerticalSpacing(metrics::step);
    int row = 0;
    for (const auto& [name, bar, mark] :
         {std::tuple(tr("Focus"), m_focus, m_focusWord), std::tuple(tr("Light"), m_light, m_lightWord)}) {
        QLabel* caption = quietLabel(name, Size::Small);
        caption->setWordWrap(false);
        grid->addWidget(caption, row, 0);
        grid->addWidget(bar, row, 1);
        grid->addWidget(mark, row, 2);
        ++row;
    }
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 1);
    column->addLayout(grid);
    column->addWidget(m_advice);
    clear();
}

void MeterView::clear() {
    m_edge.reset();
    m_level.reset();
    m_focus->set({});
    m_light->set({});
    m_focusWord->set(u"focus", Ink::Quiet, tr("nothing to focus on"));
    m_lightWord->set(u"light", Ink::Quiet, tr("unknown"));
    m_advice->set({}, Ink::Quiet, {});
}

void MeterView::say(Bar* bar, Mark* mark, double amount, bool good, const QString& word) {
    bar->set(amount);
    mark->set(good ? u"tick" : u"warning", good ? Ink::Text : Ink::Warning, word);
}

void MeterView::show(const eye::Meter& meter) {
    // An edge of 1.5 pixels is as sharp as it gets; 5 are blurred (vision/quality.cpp).
    if (meter.edgeWidth > 0) {
        constexpr double sharpest = 1.5, softest = 12;
        const double width = followed(m_edge, std::clamp(meter.edgeWidth, sharpest, softest));
        const double focus = 1 - std::log(width / sharpest) / std::log(softest / sharpest);
        const bool sharp = !has(meter, eye::Flaw::Blurred);
        say(m_focus, m_focusWord, focus, sharp, sharp ? tr("sharp") : tr("not sharp"));
    } else {
        m_edge.reset();
        m_focus->set({});
        m_focusWord->set(u"focus", Ink::Quiet, tr("nothing to focus on"));
    }
    const bool dark = has(meter, eye::Flaw::Dark), washed = has(meter, eye::Flaw::Washed),
               glare = has(meter, eye::Flaw::Glare);
    const double level = followed(m_level, washed ? 255.0 : std::min(meter.lightest, 246));
    say(m_light, m_lightWord, level / 255, !dark && !washed && !glare,
        dark     ? tr("too dark")
        : washed ? tr("too light")
        : glare  ? tr("a mirrored light")
                 : tr("good"));
    if (has(meter, eye::Flaw::Blurred))
        m_advice->set(u"info", Ink::Text, tr("Hold still or step back"));
    else if (dark)
        m_advice->set(u"info", Ink::Text, tr("Bring light"));
    else if (washed)
        m_advice->set(u"info", Ink::Text, tr("Less light, or turn the label from it"));
    else if (glare)
        m_advice->set(u"info", Ink::Text, tr("Tilt the goods or the lamp"));
    else if (has(meter, eye::Flaw::Small))
        m_advice->set(u"info", Ink::Text, tr("Go nearer: the code is small"));
    else
        m_advice->set({}, Ink::Quiet, {});
}

}  // namespace chayan::ui
