#pragma once

#include "core/services/opened_dossier.h"
#include "ui/shell/desk.h"
#include "ui/widgets/notice.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace chayan::ui {

/// Handing a visit over: what goes in, where the file goes, and afterwards the file with the lines that check
/// it without Chayan.
class ExportView : public QWidget {
    Q_OBJECT
  public:
    explicit ExportView(Desk& desk);
    void show(const DossierId& dossier);
    void setPath(const QString& path) { m_path->setText(path); }
    /// Writes the bundle to the path in the field.
    void write();

  Q_SIGNALS:
    void written(const QString& file);

  private:
    QWidget* makeDone();
    void choose();
    QLineEdit* field(QBoxLayout* column, const QString& caption);
    void sayDisclosed();
    void describe(const services::OpenedDossier& opened);

    Desk& m_desk;
    std::optional<DossierId> m_dossier;
    QLabel* m_title;
    QLabel* m_contents;
    QLabel* m_disclosed;
    bool m_hasSealed = false;
    QLineEdit* m_recipient;
    QLineEdit* m_purpose;
    QCheckBox* m_redact;
    QLineEdit* m_path;
    QPushButton* m_write;
    Notice* m_notice;
    QWidget* m_done = nullptr;
    QLabel* m_doneWords = nullptr;
    QLabel* m_digest = nullptr;
    QPlainTextEdit* m_lines = nullptr;
    QString m_file;
};

}  // namespace chayan::ui
