#pragma once

#include "core/services/goods_from_codes.h"
#include "ui/visits/lines_view.h"

namespace chayan::ui {

/// The goods of a visit, the lines that codes in the photographs propose, and what does not go together.
class GoodsView : public LinesView {
    Q_OBJECT
  public:
    GoodsView(Desk& desk, DraftKeeper& drafts);

    void show(const services::OpenedDossier& opened);
    /// What does not go together, of lines and of photographs.
    void showNotices(const domain::Dossier& dossier, const std::vector<services::Notice>& notices);
    int proposed() const { return static_cast<int>(m_proposals.size()); }
    /// A line for each proposal.
    void takeProposals();

  protected:
    QString heading(int number) const override { return tr("Line %1").arg(number); }
    QString takeOff(int number) const override { return tr("Take line %1 off the list").arg(number); }

  private:
    std::vector<services::ProposedGoods> m_proposals;
    QStringList m_saidAbove;
    QPushButton* m_take;
};

}  // namespace chayan::ui
