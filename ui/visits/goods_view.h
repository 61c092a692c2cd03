#pragma once

#include "core/services/goods_from_codes.h"
#include "core/services/opened_dossier.h"
#include "ui/shell/desk.h"
#include "ui/visits/draft_keeper.h"
#include "ui/visits/field_row.h"

namespace chayan::ui {

/// The goods of a visit, a card a line, each field a durable draft while it is typed and recorded as it is
/// left; and the lines that codes in the photographs propose.
class GoodsView : public QWidget {
    Q_OBJECT
  public:
    GoodsView(Desk& desk, DraftKeeper& drafts);

    void show(const services::OpenedDossier& opened);
    int count() const { return static_cast<int>(m_lines.size()); }
    int proposed() const { return static_cast<int>(m_proposals.size()); }
    /// An empty line.
    void addLine();
    /// A line for each proposal.
    void takeProposals();
    /// Of a line, by its place in the list.
    FieldRow* row(int line, const QString& key) const;
    /// Whose line a field is of; nothing for one of another view.
    std::optional<ItemId> itemOf(const FieldRow* row) const;
    /// Records whatever was typed.
    void settle();

  private:
    struct Line {
        ItemId item;
        QWidget* card;
        QLabel* title;
        std::vector<FieldRow*> rows;
        std::map<QString, QString> recorded;
    };
    Line makeLine(const domain::Item& item, int number);
    void fill(Line& line, const domain::Item& item);
    /// What was typed before and is no entry yet.
    void restore(Line& line, const store::Drafts::Values& draft);
    store::Drafts::Values pending() const;
    void markKept(const store::Drafts::Values& values, const Status& done);
    void record(const ItemId& item, FieldRow* row);
    void remove(const ItemId& item);
    void add(const std::vector<std::vector<services::Typed>>& lines);
    Line* lineOf(const ItemId& item);

    Desk& m_desk;
    DraftKeeper& m_drafts;
    std::optional<DossierId> m_dossier;
    std::vector<Line> m_lines;
    std::vector<services::ProposedGoods> m_proposals;
    QVBoxLayout* m_cards;
    QPushButton* m_take;
    QLabel* m_none;
    Notice* m_notice;
};

}  // namespace chayan::ui
