#include "ui/settings/people_list.h"

#include "ui/style/metrics.h"

namespace chayan::ui {

PeopleList::PeopleList() : m_column(columnOf(metrics::inside)) {
    setLayout(m_column);
}

void PeopleList::show(const std::vector<PersonLine>& people, const QString& none) {
    clear(m_column);
    if (people.empty() && !none.isEmpty())
        m_column->addWidget(quietLabel(none));
    for (const PersonLine& person : people)
        add(person);
}

void PeopleList::add(const PersonLine& person) {
    auto* row = rowOf();
    auto* words = columnOf(2);
    words->addWidget(label(person.who, Size::Normal, true));
    words->addWidget(quietLabel(person.second, Size::Small));
    if (!person.fingerprint.isEmpty()) {
        QLabel* print = codeLabel({});
        print->setText(person.fingerprint);
        print->setAccessibleName(tr("Fingerprint %1").arg(person.fingerprint));
        words->addWidget(print);
    }
    row->addLayout(words, 1);
    if (!person.markWords.isEmpty())
        row->addWidget(new Mark(person.markIcon, person.markInk, person.markWords), 0, Qt::AlignTop);
    for (const PersonAct& act : person.acts) {
        auto* choose = button(act.words);
        choose->setAccessibleName(act.accessibleName);
        choose->setToolTip(act.toolTip);
        row->addWidget(choose, 0, Qt::AlignTop);
        connect(choose, &QPushButton::clicked, this, [run = act.run] { run(); });
    }
    m_column->addLayout(row);
}

}  // namespace chayan::ui
