#pragma once

#include "core/domain/fields.h"
#include "core/services/field_history.h"
#include "core/services/opened_dossier.h"
#include "ui/shell/desk.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace chayan::ui {

/// One entry of a dossier as people read it.
struct HistoryLine {
    QString what;   ///< "Field filled in: Title"
    QString value;  ///< one line; may be empty
    QString who;
    UtcMs at = 0;
    QString proof;  ///< "entry 412 of log 3f2a..."
    Digest hash;    ///< of the entry
};
/// Newest first.
std::vector<HistoryLine> historyOf(const services::OpenedDossier& opened, const text::Texts& texts);
/// The same of one field; `value` is the field's.
std::vector<HistoryLine> historyOf(const services::FieldHistory& history,
                                   const std::map<Digest, crypto::OfficerName>& officers,
                                   const domain::Field& field, const text::Texts& texts);

class HistoryModel : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { Value = Qt::UserRole + 1, Who, When, Proof };
    using QAbstractListModel::QAbstractListModel;
    const HistoryLine& line(int row) const { return m_lines[static_cast<std::size_t>(row)]; }

    /// Newest first.
    void setLines(std::vector<HistoryLine> lines);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

  private:
    std::vector<HistoryLine> m_lines;
};

/// Everything that was ever recorded in a dossier, newest first, each entry with its place in its log.
class HistoryView : public QWidget {
    Q_OBJECT
  public:
    explicit HistoryView(Desk& desk);
    /// Its lines are made when they are looked at.
    void show(std::shared_ptr<const services::OpenedDossier> opened);
    HistoryModel* model() const { return m_model; }

  Q_SIGNALS:
    void selected(const chayan::ui::HistoryLine& line);

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    void build();

    Desk& m_desk;
    HistoryModel* m_model;
    QListView* m_list;
    std::shared_ptr<const services::OpenedDossier> m_opened;  ///< not yet shown
};

}  // namespace chayan::ui
