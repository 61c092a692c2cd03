#pragma once

#include "core/store/listing.h"
#include "ui/shell/desk.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <memory>
#include <unordered_map>

namespace chayan::ui {

/// The visits of the store, newest first, or those in which a text is found; fetched page by page off the GUI
/// thread as the view nears the end.
class VisitListModel : public QAbstractListModel {
    Q_OBJECT
  public:
    explicit VisitListModel(Desk& desk, QObject* parent = nullptr);

    /// Begins anew.
    void reload();
    /// Lists those alone in which the text is found; all of them when it is empty.
    void setText(const QString& text);
    const QString& text() const { return m_text; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    const store::ListedDossier& line(int row) const { return m_lines[static_cast<std::size_t>(row)]; }
    /// -1 while it is not here.
    int rowOf(const DossierId& id) const;
    bool loading() const { return m_loading; }
    /// Reads one line again, or puts a new visit in its place.
    void refresh(const DossierId& id);

  Q_SIGNALS:
    void loaded();
    void failed(const chayan::Error& error);

  private:
    void insert(store::ListedDossier line);

    Desk& m_desk;
    QString m_text;
    /// What matches, once it is settled.
    std::shared_ptr<const store::Listing> m_listing;
    std::vector<store::ListedDossier> m_lines;
    /// By which a line is found among a million.
    std::unordered_map<DossierId, UtcMs> m_opened;
    std::optional<store::ListPlace> m_next;
    bool m_more = false;
    bool m_loading = false;
    int m_generation = 0;
};

/// Two lines a visit: what it is, then where and when.
class VisitDelegate : public QStyledItemDelegate {
    Q_OBJECT
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

/// A list's selected or hovered row: its ground, and the bar of the accent at its edge.
void paintRow(QPainter* painter, const QStyleOptionViewItem& option);

}  // namespace chayan::ui
