#pragma once

#include "ui/shell/desk.h"
#include "ui/widgets/notice.h"

#include <QPlainTextEdit>

namespace chayan::ui {

/// A problem report: what it would contain is shown first, and what was shown is what is saved.
class ReportGroup : public QWidget {
    Q_OBJECT
  public:
    explicit ReportGroup(Desk& desk);

    void prepare();
    /// Writes what is shown.
    void saveTo(const QString& file);
    QString shownText() const { return m_text->toPlainText(); }

  private:
    void chooseFile();

    Desk& m_desk;
    QPushButton* m_prepare;
    QPushButton* m_save;
    QPlainTextEdit* m_text;
    QByteArray m_bytes;
    Notice* m_notice;
    Notice* m_saved;
};

}  // namespace chayan::ui
