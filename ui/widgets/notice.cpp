#include "ui/widgets/notice.h"

#include "core/text/details.h"
#include "core/text/explain.h"
#include "ui/style/colours.h"
#include "ui/style/metrics.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace chayan::ui {

Notice::Notice(Kind kind)
    : m_kind(kind),
      m_what(label({}, Size::Normal, true)),
      m_advice(label({})),
      m_more(button(tr("Details"))),
      m_copy(button(tr("Copy"))),
      m_details(codeLabel({})) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 10, 12, 10);
    row->setSpacing(metrics::inside);
    auto* sign =
        kind == Kind::Warning ? new IconLabel(u"warning", Ink::Warning) : new IconLabel(u"info", Ink::Text);
    row->addWidget(sign, 0, Qt::AlignTop);
    auto* words = columnOf(metrics::step);
    words->addWidget(m_what);
    words->addWidget(m_advice);
    words->addWidget(m_details);
    auto* buttons = rowOf();
    buttons->addWidget(m_more);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    words->addLayout(buttons);
    row->addLayout(words, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_details->setVisible(!m_details->isVisibleTo(this));
        m_copy->setVisible(m_details->isVisibleTo(this));
    });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_details->accessibleName()); });
    hide();
}

void Notice::set(const QString& what, const QString& advice, const QString& details) {
    m_what->setText(what);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    m_details->setText(details);
    m_details->setAccessibleName(details);
    m_details->hide();
    m_copy->hide();
    m_more->setVisible(!details.isEmpty());
    setAccessibleName(what);
    show();
}

void Notice::set(const Error& error, const text::Texts& texts) {
    const text::Explained words = text::explain(error, texts);
    set(words.what, words.advice, u"%1: %2"_s.arg(name(error.kind), text::detail(error.detail, texts)));
}

void Notice::dismiss() {
    hide();
}

void Notice::paintEvent(QPaintEvent*) {
    const Colours& c = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_kind == Kind::Warning ? c.warning : c.edge);
    painter.setBrush(m_kind == Kind::Warning ? c.warningGround : c.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
}

EmptyState::EmptyState(QStringView iconName, const QString& sentence, const QString& buttonText,
                       const QKeySequence& key) {
    auto* column = new QVBoxLayout(this);
    column->setSpacing(metrics::between);
    column->addStretch(1);
    column->addWidget(new IconLabel(iconName, Ink::Quiet, 72), 0, Qt::AlignHCenter);
    QLabel* words = quietLabel(sentence);
    words->setAlignment(Qt::AlignCenter);
    words->setMaximumWidth(420);
    auto* middle = rowOf();  // not by alignment, which would give a text that wraps one line's height
    middle->addStretch(1);
    middle->addWidget(words, 10);
    middle->addStretch(1);
    column->addLayout(middle);
    if (!buttonText.isEmpty()) {
        QPushButton* choose = primaryButton(buttonText);
        choose->setToolTip(withKey(buttonText, key));
        column->addWidget(choose, 0, Qt::AlignHCenter);
        if (!key.isEmpty()) {
            QLabel* hint = quietLabel(key.toString(QKeySequence::NativeText), Size::Small);
            column->addWidget(hint, 0, Qt::AlignHCenter);
        }
        connect(choose, &QPushButton::clicked, this, &EmptyState::chosen);
    }
    column->addStretch(2);
}

}  // namespace chayan::ui
