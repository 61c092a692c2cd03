#pragma once

#include "core/services/search.h"
#include "ui/shell/desk.h"
#include "ui/widgets/notice.h"

#include <QAbstractListModel>
#include <QLineEdit>
#include <QListView>
#include <QTimer>

namespace chayan::ui {

/// What was found, one dossier a row.
class HitModel : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { Where = Qt::UserRole + 1, Snippet, Looked };

    explicit HitModel(Desk& desk, QObject* parent) : QAbstractListModel(parent), m_desk(desk) {}
    /// `looked` is what was looked for.
    void setHits(std::vector<store::SearchHit> hits, const QString& looked);
    const store::SearchHit& hit(int row) const { return m_hits[static_cast<std::size_t>(row)]; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

  private:
    Desk& m_desk;
    std::vector<store::SearchHit> m_hits;
    QString m_looked;
};

/// Full text over everything that is not sealed, as one types, each find with what stands around it.
class SearchPage : public Page {
    Q_OBJECT
  public:
    explicit SearchPage(Desk& desk);

    /// Looks for a text.
    void open(const QString& text) override;
    QString opened() const override { return m_text->text(); }
    void shown() override;
    HitModel* hits() const { return m_model; }

  private:
    void look();

    Desk& m_desk;
    QLineEdit* m_text;
    QLabel* m_count;
    Notice* m_notice;
    HitModel* m_model;
    QListView* m_list;
    QTimer m_pause;
    int m_generation = 0;
};

}  // namespace chayan::ui
