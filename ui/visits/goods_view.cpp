#include "ui/visits/goods_view.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

GoodsView::GoodsView(Desk& desk, DraftKeeper& drafts)
    : LinesView(desk, drafts, u"goods", tr("Add a line"),
                tr("No goods yet. Add a line, or photograph labels: what their codes say is offered here.")),
      m_take(button({}, u"code")) {
    m_tools->addWidget(m_take);
    m_take->hide();
    connect(m_take, &QPushButton::clicked, this, &GoodsView::takeProposals);
}

void GoodsView::show(const services::OpenedDossier& opened) {
    LinesView::show(opened);
    m_proposals = opened.proposed;
    m_take->setText(tr("Add %n line(s) from scanned codes", nullptr, proposed()));
    m_take->setVisible(!m_proposals.empty());
}

void GoodsView::showNotices(const domain::Dossier& dossier, const std::vector<services::Notice>& notices) {
    QStringList above;
    for (const Line& line : m_lines)
        clear(line.notices);
    const std::vector<const domain::Item*> originals = dossier.list(u"originals");
    for (const services::Notice& notice : notices) {
        QString words = services::inWords(notice.what, m_desk.texts());
        if (const Line* line = lineOf(notice.about)) {
            line->notices->addLayout(iconRow(u"warning", Ink::Warning, words));
            continue;
        }
        const auto picture = std::ranges::find(originals, notice.about, &domain::Item::id);
        if (picture != originals.end())
            words = tr("Photograph %1: %2").arg(QString::number(picture - originals.begin() + 1), words);
        above += words;
    }
    // While photographs come, some are added to many.
    if (above.first(std::min(above.size(), m_saidAbove.size())) != m_saidAbove) {
        clear(m_above);
        m_saidAbove.clear();
    }
    for (const QString& words : above.sliced(m_saidAbove.size()))
        m_above->addLayout(iconRow(u"warning", Ink::Warning, words));
    m_saidAbove = std::move(above);
}

void GoodsView::takeProposals() {
    std::vector<std::vector<services::Typed>> lines;
    lines.reserve(m_proposals.size());
    for (const services::ProposedGoods& proposal : m_proposals)
        lines.push_back(proposal.values);
    m_take->hide();
    add(lines);
}

}  // namespace chayan::ui
