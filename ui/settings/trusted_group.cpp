#include "ui/settings/trusted_group.h"

#include "ui/bundles/report_view.h"
#include "ui/style/metrics.h"
#include "ui/widgets/times.h"

using namespace Qt::StringLiterals;

namespace chayan::ui {

TrustedGroup::TrustedGroup(Desk& desk) : m_desk(desk), m_list(new PeopleList), m_notice(new Notice) {
    auto* column = columnOf(metrics::inside);
    setLayout(column);
    column->addWidget(label(tr("Keys of other offices that count here"), Size::Normal, true));
    column->addWidget(hairline());
    column->addWidget(m_list);
    column->addWidget(m_notice);
}

void TrustedGroup::read() {
    if (m_desk.session.state() != Session::State::Unlocked)
        return;
    m_desk.lanes.run(
        Lane::Reading, this,
        [office = m_desk.session.office()] { return services::listTrusted(office->store()); },
        [this](const Result<std::vector<store::Trusted>>& trusted) {
            if (!trusted)
                return m_notice->set(trusted.error(), m_desk.texts());
            show(*trusted);
        });
}

void TrustedGroup::show(const std::vector<store::Trusted>& trusted) {
    std::vector<PersonLine> people;
    for (const store::Trusted& one : trusted) {
        const crypto::OfficerName& who = one.certificate.officer();
        const Digest fingerprint = one.certificate.fingerprint();
        PersonLine person{
            u"%1  %2"_s.arg(who.name, who.badge),
            one.compromisedSince
                ? tr("%1 · only what was seen before %2").arg(who.agency, longTime(*one.compromisedSince))
                : tr("%1 · since %2").arg(who.agency, longTime(one.since)),
            grouped(fingerprint)};
        if (!one.compromisedSince)
            person.acts.push_back({tr("Key is lost"), tr("The key of %1 is lost").arg(who.name),
                                   tr("From now on only what was seen here before counts."),
                                   [this, fingerprint] { takeBack(fingerprint, SystemClock().read().utc); }});
        person.acts.push_back(
            {tr("Take back"), tr("Take back the trust in %1").arg(who.name), {}, [this, fingerprint] {
                 takeBack(fingerprint, {});
             }});
        people.push_back(std::move(person));
    }
    m_list->show(people, tr("None yet. Verify a bundle of another office; its report leads to "
                            "comparing the fingerprint."));
}

void TrustedGroup::takeBack(const Digest& fingerprint, std::optional<UtcMs> since) {
    const auto signer = m_desk.session.office()->signer();
    if (!signer)
        return;
    m_notice->dismiss();
    m_desk.lanes.run(
        Lane::Saving, this,
        [office = m_desk.session.office(), signer = *signer, fingerprint, since] {
            return services::distrust(office->store(), signer, fingerprint, since);
        },
        [this](const Status& done) {
            if (!done)
                return m_notice->set(done.error(), m_desk.texts());
            read();
        });
}

}  // namespace chayan::ui
