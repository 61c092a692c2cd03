#pragma once

#include "core/services/references.h"
#include "ui/shell/desk.h"
#include "ui/widgets/notice.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>

namespace chayan::ui {

/// What is known of a genuine label that is to be kept: a file, or a photograph of a visit.
class ReferenceForm : public QWidget {
    Q_OBJECT
  public:
    explicit ReferenceForm(Desk& desk);

    void beginFile(const QString& file);
    void beginPhoto(const DossierId& visit, const Digest& original, const QStringList& gtins);
    QLineEdit* field(QStringView key) const;
    void keep();

  Q_SIGNALS:
    /// Kept, or given up.
    void closed();

  private:
    void begin(const QString& of);
    void addLine(QGridLayout* grid, int row, int column, QStringView key);
    void addChoice(QGridLayout* grid, int row, int column, QStringView key);
    std::vector<services::Typed> typed() const;

    Desk& m_desk;
    QString m_file;
    std::optional<std::pair<DossierId, Digest>> m_photo;
    QLabel* m_of;
    std::map<QString, QLineEdit*> m_lines;
    std::map<QString, QComboBox*> m_choices;
    QPushButton* m_keep;
    Notice* m_notice;
};

}  // namespace chayan::ui
