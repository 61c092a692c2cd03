#pragma once

#include "core/services/references.h"
#include "ui/shell/desk.h"

#include <QAbstractListModel>
#include <QImage>
#include <QStyledItemDelegate>

#include <set>

namespace chayan::ui {

/// Genuine references with small pictures, those of an article that was asked for first.
class ReferenceModel : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { Thumbnail = Qt::UserRole + 1, Second, Third, Matches, Retired };
    explicit ReferenceModel(Desk& desk, QObject* parent = nullptr);

    void set(std::vector<services::Reference> references);
    const services::Reference* reference(int row) const;
    int rowOf(const DossierId& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

  private:
    void want(const Digest& sha256) const;

    Desk& m_desk;
    std::vector<services::Reference> m_references;
    mutable std::map<Digest, QImage> m_images;
    mutable std::set<Digest> m_asked;
};

/// A picture, and beside it what it is, whose article, and who gave it.
class ReferenceDelegate : public QStyledItemDelegate {
    Q_OBJECT
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

}  // namespace chayan::ui
