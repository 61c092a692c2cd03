#pragma once

#include "core/phone/snapshot.h"
#include "core/text/texts.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace chayan::ui {

/// What phones have sent, the newest first. The text of a row says everything that is drawn.
class ArrivalModel : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { Name = Qt::UserRole, State, Words, Part };

    using QAbstractListModel::QAbstractListModel;
    void set(const phone::Snapshot& snapshot, const text::Texts& texts);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

  private:
    struct Row {
        phone::Arrival arrival;
        QString words;
    };
    std::vector<Row> m_rows;
};

/// Two lines: how it is called, and how it stands with a bar while it comes.
class ArrivalDelegate : public QStyledItemDelegate {
    Q_OBJECT
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

}  // namespace chayan::ui
