#pragma once

#include "core/services/goods_from_codes.h"
#include "core/services/opened_dossier.h"
#include "ui/shell/desk.h"
#include "ui/visits/item_fields.h"

namespace chayan::ui {

/// The goods of a visit, a card a line, each field a durable draft while it is typed and recorded as it is
/// left; and the lines that codes in the photographs propose.
class GoodsView : public QWidget {
    Q_OBJECT
  public:
    GoodsView(Desk& desk, DraftKeeper& drafts);

    void show(const services::OpenedDossier& opened);
    /// What does not go together, of lines and of photographs.
    void showNotices(const domain::Dossier& dossier, const std::vector<services::Notice>& notices);
    int count() const { return static_cast<int>(m_lines.size()); }
    int proposed() const { return static_cast<int>(m_proposals.size()); }
    /// An empty line.
    void addLine();
    /// A line for each proposal.
    void takeProposals();
    /// Of a line, by its place in the list.
    FieldRow* row(int line, const QString& key) const;
    /// Whose line a field is of; nothing for one of another view.
    std::optional<ItemId> itemOf(const FieldRow* row) const { return m_fields->itemOf(row); }
    /// Records whatever was typed.
    void settle() { m_fields->settle(); }

  private:
    struct Line {
        ItemId item;
        QWidget* card;
        QLabel* title;
        QVBoxLayout* notices;
    };
    Line makeLine(const domain::Item& item, int number);
    const Line* lineOf(const ItemId& item) const;
    void remove(const ItemId& item);
    void add(const std::vector<std::vector<services::Typed>>& lines);

    Desk& m_desk;
    ItemFields* m_fields;
    std::optional<DossierId> m_dossier;
    std::vector<Line> m_lines;
    std::vector<services::ProposedGoods> m_proposals;
    QVBoxLayout* m_cards;
    QPushButton* m_take;
    QLabel* m_none;
    QVBoxLayout* m_pictured;
    Notice* m_notice;
};

}  // namespace chayan::ui
