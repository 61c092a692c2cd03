#include "ui/visits/conflicts_view.h"

#include "core/services/conflicts.h"
#include "core/text/details.h"
#include "core/text/terms.h"
#include "ui/style/metrics.h"
#include "ui/visits/field_row.h"
#include "ui/widgets/times.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

using About = domain::Conflict::About;

ConflictsView::ConflictsView(Desk& desk) : m_desk(desk), m_cards(columnOf(24)), m_notice(new Notice) {
    auto* column = columnOf(metrics::between);
    setLayout(column);
    column->addWidget(label(
        tr("Two offices worked on this visit at the same time and set these differently. Both values are "
           "kept; the one you choose holds from now on, and that is recorded as an entry of yours.")));
    column->addWidget(m_notice);
    column->addLayout(m_cards);
    column->addStretch(1);
    connect(&desk.session, &Session::aboutToLock, this, [this] {
        // What is sealed goes off the screen.
        std::erase_if(m_conflicts, [](const domain::Conflict& c) { return c.about == About::Sealed; });
        build();
    });
}

void ConflictsView::show(std::shared_ptr<const services::OpenedDossier> opened) {
    if (!m_opened || m_opened->dossier.id != opened->dossier.id)
        m_notice->dismiss();
    m_opened = std::move(opened);
    const bool hadSome = count() > 0;
    m_conflicts = m_opened->conflicts;
    m_slots = static_cast<int>(std::ranges::count(m_conflicts, About::Slot, &domain::Conflict::about));
    std::erase_if(m_conflicts, [](const domain::Conflict& c) { return c.about == About::Slot; });
    if (hadSome || count() > 0)
        build();
}

void ConflictsView::build() {
    clear(m_cards);
    for (std::size_t i = 0; i < m_conflicts.size(); ++i)
        addCard(i);
    if (m_slots > 0)
        addSealed();
}

QString ConflictsView::titleOf(const domain::Conflict& conflict) const {
    const text::Texts texts = m_desk.texts();
    const domain::Dossier& dossier = m_opened->dossier;
    QString field = text::term(text::TermGroup::Field, conflict.key.section(u'/', 0, 0), texts);
    std::optional<ItemId> id = conflict.item;
    if (!id && conflict.key.contains(u'/'))
        id = ItemId::fromText(conflict.key.section(u'/', 1));
    const domain::Item* item = id ? dossier.item(*id) : nullptr;
    if (item == nullptr)
        return field;
    const auto list = dossier.list(item->list);
    const auto place = std::ranges::find(list, item) - list.begin();
    QString line =
        tr("%1, line %2").arg(text::term(text::TermGroup::Section, item->list, texts)).arg(place + 1);
    if (const QString name = dossier.value(*item, u"name"); !name.isEmpty())
        line += u" ("_s + name + u')';
    return conflict.about == About::Item ? line : tr("%1: %2").arg(line, field);
}

QString ConflictsView::wordsOf(const domain::Conflict& conflict, const domain::Setting& setting) const {
    if (conflict.about == About::Item)
        return setting.value == u"removed" ? tr("off the list") : tr("on the list");
    const domain::Item* item = conflict.item ? m_opened->dossier.item(*conflict.item) : nullptr;
    const domain::Field* field =
        domain::findField(m_opened->dossier.type, item != nullptr ? QStringView(item->list) : QStringView(),
                          conflict.key.section(u'/', 0, 0));
    const QString shown =
        field != nullptr ? shownValue(*field, setting.value, m_desk.texts().language()) : setting.value;
    return shown.isEmpty() ? tr("(cleared)") : shown;
}

QString ConflictsView::originOf(const domain::Setting& setting) const {
    const domain::Fact& fact = m_opened->dossier.history[static_cast<std::size_t>(setting.entry)].fact;
    const auto officer = m_opened->officers.find(fact.officer);
    const QString who = officer != m_opened->officers.end()
                            ? officer->second.name + u" · "_s + officer->second.agency
                            : fact.officer.hex().left(16);
    return tr("%1 · %2 by that computer's clock").arg(who, longTime(fact.at));
}

void ConflictsView::addCard(std::size_t number) {
    const domain::Conflict& conflict = m_conflicts[number];
    auto* card = new QWidget;
    auto* column = columnOf(metrics::inside);
    card->setLayout(column);
    auto* head = rowOf();
    head->addWidget(new IconLabel(u"warning", Ink::Warning), 0, Qt::AlignTop);
    head->addWidget(label(titleOf(conflict), Size::Normal, true), 1);
    column->addLayout(head);
    column->addWidget(hairline());
    if (conflict.values.base)
        column->addWidget(
            quietLabel(tr("Before: %1").arg(wordsOf(conflict, *conflict.values.base)), Size::Small));
    for (std::size_t i = 0; i < conflict.values.live.size(); ++i) {
        const domain::Setting& setting = conflict.values.live[i];
        auto* row = rowOf();
        auto* words = columnOf(2);
        const QString value = setting.known ? wordsOf(conflict, setting) : tr("sealed; cannot be seen here");
        words->addWidget(label(value));
        words->addWidget(quietLabel(originOf(setting), Size::Small));
        row->addLayout(words, 1);
        if (setting.known) {
            auto* keep = button(tr("Let this hold"), u"tick");
            keep->setAccessibleName(tr("Let hold: %1").arg(value));
            row->addWidget(keep, 0, Qt::AlignTop);
            connect(keep, &QPushButton::clicked, this, [this, number, i] { settle(number, i); });
        }
        column->addLayout(row);
    }
    m_cards->addWidget(card);
}

void ConflictsView::addSealed() {
    auto* card = new QWidget;
    auto* column = columnOf(metrics::inside);
    card->setLayout(column);
    column->addWidget(
        label(tr("%n sealed value(s) may have been set differently", nullptr, m_slots), Size::Normal, true));
    column->addWidget(hairline());
    auto* gate = new SealedGate({tr("what two offices sealed")});
    column->addWidget(gate);
    m_cards->addWidget(card);
    connect(gate, &SealedGate::asked, this, [this, gate] { openSealed(gate); });
}

void ConflictsView::openSealed(SealedGate* gate) {
    const auto signer = m_desk.session.office()->signer();
    if (!m_opened || !signer)
        return;
    gate->setWaiting(true);
    m_desk.lanes.run(
        Lane::Saving, gate,
        [office = m_desk.session.office(), signer = *signer, id = m_opened->dossier.id,
         reason = gate->reason()] { return services::openSealedConflicts(*office, signer, id, reason); },
        [this, gate, id = m_opened->dossier.id](const Result<std::vector<domain::Conflict>>& sealed) {
            gate->setWaiting(false);
            if (!sealed)
                return gate->setProblem(sealed.error(), m_desk.texts());
            if (!m_opened || m_opened->dossier.id != id || m_desk.session.state() != Session::State::Unlocked)
                return;
            std::erase_if(m_conflicts, [](const domain::Conflict& c) { return c.about == About::Sealed; });
            m_conflicts.insert(m_conflicts.end(), sealed->begin(), sealed->end());
            m_slots = 0;
            build();
            if (sealed->empty())
                m_notice->set(tr("None of what you can open was set differently."));
        });
}

void ConflictsView::settle(std::size_t conflict, std::size_t choice) {
    const auto signer = m_desk.session.office()->signer();
    if (!m_opened || !signer || conflict >= m_conflicts.size())
        return;
    m_notice->dismiss();
    m_desk.lanes.run(
        Lane::Saving, this,
        [office = m_desk.session.office(), signer = *signer, id = m_opened->dossier.id,
         seen = m_conflicts[conflict],
         choice] { return services::settleConflict(office->store(), signer, id, seen, choice); },
        [this, id = m_opened->dossier.id](const Status& done) {
            if (!done && done.error().kind == ErrorKind::NotFound)
                m_notice->set(tr("It stands otherwise by now. Look at the values again."), {},
                              text::detail(done.error().detail, m_desk.texts()));
            else if (!done)
                m_notice->set(done.error(), m_desk.texts());
            m_desk.session.noteChange(id);
        });
}

}  // namespace chayan::ui
