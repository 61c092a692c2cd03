#include "ui/visits/field_row.h"

#include "core/text/reasons.h"
#include "core/text/terms.h"
#include "ui/style/metrics.h"
#include "ui/widgets/times.h"

#include <QDateTime>
#include <QFocusEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

using domain::FieldType;

bool isCode(FieldType kind) {
    return kind == FieldType::CreditCode || kind == FieldType::IdentityNumber || kind == FieldType::Gtin ||
           kind == FieldType::Division || kind == FieldType::Phone || kind == FieldType::DateTime ||
           kind == FieldType::Date || kind == FieldType::Decimal;
}

/// Words for what speaks against a value; the tables share keys with identifiers.
QString inWords(const domain::Warning& warning, const text::Texts& texts) {
    const QString notice = text::reason(text::Topic::IdentifierNotice, warning.reason, texts);
    return notice != warning.reason ? notice : text::reason(text::Topic::Identifier, warning.reason, texts);
}

bool leavesField(const QFocusEvent* event) {
    return event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason;
}

}  // namespace

QString labelOf(const domain::Choice& choice, text::Language language) {
    return language == text::Language::Chinese ? choice.printed.toString() : QString::fromUtf8(choice.label);
}

QStringList disputedValues(const domain::Field& field, const domain::Register& values,
                           text::Language language) {
    QStringList words;
    if (values.disputed())
        for (const domain::Setting& setting : values.live)
            words << (setting.known ? shownValue(field, setting.value, language).simplified() : u"…"_s);
    return words;
}

QString shownValue(const domain::Field& field, const QString& recorded, text::Language language) {
    for (const domain::Choice& choice : field.choices) {
        if (choice.key == recorded)
            return labelOf(choice, language);
    }
    if (field.kind == FieldType::DateTime)
        return typedTime(recorded);
    if (field.kind == FieldType::YesNo && !recorded.isEmpty())
        return recorded == u"yes" ? FieldRow::tr("Yes") : FieldRow::tr("No");
    return recorded;
}

GrowingText::GrowingText() {
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, &QWidget::updateGeometry);
}

QSize GrowingText::sizeHint() const {
    constexpr int fewest = 3;
    constexpr int most = 14;
    const int lines = std::clamp(static_cast<int>(document()->size().height()) + 1, fewest, most);
    return {200, lines * fontMetrics().lineSpacing() + 2 * metrics::inside};
}

QSize GrowingText::minimumSizeHint() const {
    return {120, sizeHint().height()};
}

void GrowingText::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    if (leavesField(event))
        Q_EMIT left();
}

FieldRow::FieldRow(const domain::Field& field, const text::Texts& texts)
    : m_field(field),
      m_texts(texts),
      m_mark(new Mark),
      m_warning(label({}, Size::Small)),
      m_warningSign(new IconLabel(u"warning", Ink::Warning, 16)),
      m_problem(new Notice) {
    const QString caption = text::term(text::TermGroup::Field, field.key.toString(), texts);
    auto* column = columnOf(metrics::step);
    setLayout(column);
    auto* head = rowOf();
    QLabel* words = label(caption, Size::Small);
    words->setForegroundRole(QPalette::PlaceholderText);
    words->setTextInteractionFlags(Qt::NoTextInteraction);
    head->addWidget(words, 1);
    m_mark->setFont(ui::font(Size::Small));
    head->addWidget(m_mark);
    column->addLayout(head);
    makeEditor();
    m_editor->setAccessibleName(caption);
    m_editor->setObjectName(field.key.toString());
    words->setBuddy(m_editor);
    column->addWidget(m_editor);
    auto* warning = rowOf();
    warning->addWidget(m_warningSign, 0, Qt::AlignTop);
    warning->addWidget(m_warning, 1);
    column->addLayout(warning);
    column->addWidget(m_problem);
    m_warning->hide();
    m_warningSign->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    // An empty mark keeps its height, so that nothing jumps when one types.
    head->addStrut(QFontMetrics(ui::font(Size::Small)).height());
}

void FieldRow::makeEditor() {
    if (m_field.kind == FieldType::Multiline) {
        m_text = new GrowingText;
        m_editor = m_text;
        connect(m_text, &QPlainTextEdit::textChanged, this, &FieldRow::noteEdit);
        connect(m_text, &GrowingText::left, this, &FieldRow::left);
        return;
    }
    if (m_field.kind == FieldType::OneOf || m_field.kind == FieldType::YesNo) {
        m_choice = new QComboBox;
        m_choice->addItem(tr("not stated"), QString());
        for (const domain::Choice& choice : m_field.choices)
            m_choice->addItem(labelOf(choice, m_texts.language()), choice.key.toString());
        if (m_field.kind == FieldType::YesNo) {
            m_choice->addItem(tr("Yes"), u"yes"_s);
            m_choice->addItem(tr("No"), u"no"_s);
        }
        m_choice->setFocusPolicy(Qt::StrongFocus);
        m_choice->installEventFilter(this);  // the wheel scrolls the form and changes no record
        m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_choice->setMinimumContentsLength(8);
        m_editor = m_choice;
        connect(m_choice, &QComboBox::activated, this, [this] {
            noteEdit();
            Q_EMIT left();
        });
        return;
    }
    m_line = new QLineEdit;
    m_editor = m_line;
    m_line->installEventFilter(this);
    if (isCode(m_field.kind))
        m_line->setFont(codeFont());
    connect(m_line, &QLineEdit::textEdited, this, &FieldRow::noteEdit);
    connect(m_line, &QLineEdit::returnPressed, this, &FieldRow::left);
    if (m_field.kind != FieldType::DateTime)
        return;
    m_line->setPlaceholderText(u"2026-11-24 09:12"_s);
    QAction* now = m_line->addAction(icon(u"clock", Ink::Quiet), QLineEdit::TrailingPosition);
    now->setText(tr("Now"));
    now->setToolTip(tr("Now"));
    connect(now, &QAction::triggered, this, [this] {
        m_line->setText(QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH:mm"_s));
        noteEdit();
        Q_EMIT left();
    });
}

QString FieldRow::typed() const {
    // What the clock on the wall says here, whichever zone a value without one would be taken for.
    if (m_line != nullptr && m_field.kind == FieldType::DateTime)
        return withZone(m_line->text());
    return m_line != nullptr   ? m_line->text()
           : m_text != nullptr ? m_text->toPlainText()
                               : m_choice->currentData().toString();
}

void FieldRow::setTyped(const QString& text) {
    const QSignalBlocker quiet(m_editor);
    if (m_line != nullptr) {
        m_line->setText(m_field.kind == FieldType::DateTime ? typedTime(text) : text);
        m_line->setCursorPosition(0);
    } else if (m_text != nullptr) {
        m_text->setPlainText(text);
        m_text->updateGeometry();
    } else {
        int at = m_choice->findData(text);
        if (at < 0) {  // a value of a newer program, or typed on the command line
            m_choice->addItem(text, text);
            at = m_choice->count() - 1;
        }
        m_choice->setCurrentIndex(at);
    }
}

void FieldRow::show(const QString& recorded) {
    setTyped(recorded);
    warn();
}

void FieldRow::showDraft(const QString& typed) {
    setTyped(typed);
    warn();
    setState(State::Kept);
}

void FieldRow::setState(State state) {
    m_state = state;
    switch (state) {
        case State::Untouched:
            m_mark->set({}, Ink::Quiet, {});
            break;
        case State::Typing:
            m_mark->set(u"typing", Ink::Quiet, tr("typing"));
            break;
        case State::Kept:
            m_mark->set(u"typing", Ink::Quiet, tr("draft saved"));
            break;
        case State::Saved:
            m_mark->set(u"saved", Ink::Text, tr("saved"));
            break;
    }
}

void FieldRow::setDisputed(const QStringList& values) {
    const QString words = values.isEmpty()
                              ? QString()
                              : tr("Set differently by several offices: %1").arg(values.join(u" | "_s));
    if (words == m_disputed)
        return;
    m_disputed = words;
    warn();
}

void FieldRow::setProblem(const Error& error) {
    Error named = error;
    named.thing = text::term(text::TermGroup::Field, m_field.key.toString(), m_texts);
    m_problem->set(named, m_texts);
}

void FieldRow::noteEdit() {
    m_problem->dismiss();
    warn();
    setState(State::Typing);
    Q_EMIT edited();
}

void FieldRow::warn() {
    QStringList words;
    if (!m_disputed.isEmpty())
        words << m_disputed;
    if (const auto checked = domain::checkValue(m_field, typed())) {
        for (const domain::Warning& warning : checked->warnings)
            words << inWords(warning, m_texts);
    }
    m_warning->setText(words.join(u'\n'));
    m_warning->setVisible(!words.isEmpty());
    m_warningSign->setVisible(!words.isEmpty());
}

bool FieldRow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_choice && event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    if (watched == m_line && event->type() == QEvent::FocusOut &&
        leavesField(static_cast<QFocusEvent*>(event)))
        Q_EMIT left();
    return QWidget::eventFilter(watched, event);
}

}  // namespace chayan::ui
