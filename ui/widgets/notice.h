#pragma once

#include "core/base/error.h"
#include "core/text/texts.h"
#include "ui/widgets/controls.h"

#include <QFrame>

namespace chayan::ui {

/// Something that went wrong or wants attention, where it arose: what happened, what to do, and behind
/// "Details" the exact reason to copy. It stays until it is taken away.
class Notice : public QFrame {
    Q_OBJECT
  public:
    enum class Kind { Warning, Info };

    explicit Notice(Kind kind = Kind::Warning);
    void set(const QString& what, const QString& advice = {}, const QString& details = {});
    void set(const Error& error, const text::Texts& texts);
    /// Hides it.
    void dismiss();
    QString what() const { return m_what->text(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Kind m_kind;
    QLabel* m_what;
    QLabel* m_advice;
    QPushButton* m_more;
    QPushButton* m_copy;
    QLabel* m_details;
};

/// A page without content teaches: a large icon, one sentence, at most one button with its key.
class EmptyState : public QWidget {
    Q_OBJECT
  public:
    EmptyState(QStringView iconName, const QString& sentence, const QString& buttonText = {},
               const QKeySequence& key = {});
  Q_SIGNALS:
    void chosen();
};

}  // namespace chayan::ui
