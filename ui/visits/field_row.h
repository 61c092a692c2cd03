#pragma once

#include "core/domain/dossier.h"
#include "core/domain/fields.h"
#include "core/text/texts.h"
#include "ui/widgets/notice.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace chayan::ui {

/// Several lines of text that grow with what is typed; Tab goes on to the next field.
class GrowingText : public QPlainTextEdit {
    Q_OBJECT
  public:
    GrowingText();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  Q_SIGNALS:
    void left();

  protected:
    void focusOutEvent(QFocusEvent* event) override;
};

/// One field of a form, made from its row of the table: its label, the mark of how far it is saved, the
/// editor and, below it, what speaks against the value.
class FieldRow : public QWidget {
    Q_OBJECT
  public:
    enum class State { Untouched, Typing, Kept, Saved };

    FieldRow(const domain::Field& field, const text::Texts& texts);

    const domain::Field& field() const { return m_field; }
    /// As typed.
    QString typed() const;
    /// A recorded value, shown as it is typed; does not count as an edit.
    void show(const QString& recorded);
    /// What was typed before and is no entry yet.
    void showDraft(const QString& typed);
    void setState(State state);
    State state() const { return m_state; }
    /// What several offices set side by side; empty when they agree.
    void setDisputed(const QStringList& values);
    /// Why it could not be recorded; stays until the next edit.
    void setProblem(const Error& error);
    /// The editor itself, for focus and tests.
    QWidget* editor() const { return m_editor; }

  Q_SIGNALS:
    void edited();
    /// The field was left, or a choice was made.
    void left();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void makeEditor();
    void noteEdit();
    void warn();
    void setTyped(const QString& text);

    const domain::Field& m_field;
    text::Texts m_texts;
    State m_state = State::Untouched;
    Mark* m_mark;
    QWidget* m_editor = nullptr;
    QLineEdit* m_line = nullptr;
    GrowingText* m_text = nullptr;
    QComboBox* m_choice = nullptr;
    QLabel* m_warning;
    IconLabel* m_warningSign;
    QString m_disputed;
    Notice* m_problem;
};

/// A choice as the language has it.
QString labelOf(const domain::Choice& choice, text::Language language);
/// A recorded value as people read it.
QString shownValue(const domain::Field& field, const QString& recorded, text::Language language);
/// The values in a dispute, for FieldRow::setDisputed().
QStringList disputedValues(const domain::Field& field, const domain::Register& values,
                           text::Language language);

}  // namespace chayan::ui
