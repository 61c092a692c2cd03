#include "ui/settings/officers_group.h"

#include "ui/style/metrics.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

OfficersGroup::OfficersGroup(Desk& desk)
    : m_desk(desk),
      m_list(new PeopleList),
      m_new(button(tr("Add an officer …"), u"add")),
      m_adding(new QWidget),
      m_form(new OfficerForm),
      m_add(button(tr("Make the key"), u"seal")),
      m_notice(new Notice) {
    auto* column = columnOf(metrics::inside);
    setLayout(column);
    column->addWidget(label(tr("Officers on this computer"), Size::Normal, true));
    column->addWidget(hairline());
    column->addWidget(m_list);
    auto* row = rowOf();
    row->addWidget(m_new);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_notice);
    auto* adding = columnOf(metrics::inside);
    m_adding->setLayout(adding);
    adding->addWidget(
        label(tr("The new officer fills this in. The key then waits until an officer who may "
                 "write here admits it.")));
    adding->addWidget(m_form);
    auto* end = rowOf();
    end->addWidget(m_add);
    end->addStretch(1);
    adding->addLayout(end);
    m_adding->hide();
    column->addWidget(m_adding);
    connect(m_new, &QPushButton::clicked, this, [this] {
        m_adding->setVisible(!m_adding->isVisibleTo(this));
        if (m_adding->isVisible())
            m_form->focusFirst();
    });
    connect(m_form, &OfficerForm::changed, this, [this] { m_add->setEnabled(m_form->isComplete()); });
    connect(m_add, &QPushButton::clicked, this, &OfficersGroup::addNew);
    m_add->setEnabled(false);
}

void OfficersGroup::read() {
    if (m_desk.session.state() != Session::State::Unlocked)
        return;
    m_desk.lanes.run(
        Lane::Reading, this,
        [office = m_desk.session.office()] { return services::listOfficers(office->store()); },
        [this](const Result<std::vector<store::Officer>>& officers) {
            if (!officers)
                return m_notice->set(officers.error(), m_desk.texts());
            show(*officers);
            std::vector<services::OfficerHere> here;
            for (const store::Officer& officer : *officers)
                if (officer.here && officer.admitted)
                    here.push_back({officer.certificate.fingerprint(), officer.certificate.officer()});
            m_desk.session.setOfficers(std::move(here));
        });
}

void OfficersGroup::show(const std::vector<store::Officer>& officers) {
    const auto admitted = std::ranges::count_if(officers, &store::Officer::admitted);
    std::vector<PersonLine> people;
    for (const store::Officer& officer : officers) {
        const crypto::OfficerName& who = officer.certificate.officer();
        const Digest fingerprint = officer.certificate.fingerprint();
        PersonLine person{u"%1  %2"_s.arg(who.name, who.badge), who.agency};
        person.markIcon = officer.admitted ? u"tick" : u"clock";
        person.markInk = officer.admitted ? Ink::Text : Ink::Quiet;
        person.markWords = officer.admitted ? tr("may write") : tr("may not write");
        if (officer.admitted && admitted > 1)
            person.acts.push_back({tr("Retire"), tr("Retire %1").arg(who.name), {}, [this, fingerprint] {
                                       change(fingerprint, false);
                                   }});
        else if (!officer.admitted && officer.here)
            person.acts.push_back({tr("Admit"), tr("Admit %1").arg(who.name), {}, [this, fingerprint] {
                                       change(fingerprint, true);
                                   }});
        people.push_back(std::move(person));
    }
    m_list->show(people);
}

void OfficersGroup::addNew() {
    m_notice->dismiss();
    m_add->setEnabled(false);
    m_desk.lanes.run(
        Lane::Saving, this,
        [office = m_desk.session.office(), who = m_form->name(),
         passphrase = m_form->passphrase()]() -> Status {
            CHAYAN_TRY(const services::NewOfficer made,
                       services::makeOfficer(who, passphrase, SystemClock().read().utc));
            return services::addOfficer(office->store(), made);
        },
        [this](const Status& done) {
            m_add->setEnabled(m_form->isComplete());
            if (!done)
                return m_notice->set(done.error(), m_desk.texts());
            m_form->clear();
            m_adding->hide();
            read();
        });
}

void OfficersGroup::change(const Digest& officer, bool admit) {
    const auto signer = m_desk.session.office()->signer();
    if (!signer)
        return;
    m_notice->dismiss();
    m_desk.lanes.run(
        Lane::Saving, this,
        [office = m_desk.session.office(), signer = *signer, officer, admit] {
            return admit ? services::admitOfficer(office->store(), signer, officer)
                         : services::retireOfficer(office->store(), signer, officer);
        },
        [this, officer, admit](const Status& done) {
            if (!done)
                return m_notice->set(done.error(), m_desk.texts());
            const auto& own = m_desk.session.officer();
            if (!admit && own && own->fingerprint == officer) {
                read();
                return m_desk.session.lock();  // whoever retires himself has nothing more to do here
            }
            read();
        });
}

}  // namespace chayan::ui
