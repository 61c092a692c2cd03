#include "ui/bundles/traffic_view.h"

#include "core/text/terms.h"
#include "ui/style/metrics.h"
#include "ui/widgets/times.h"

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

constexpr qint64 mostPassages = 100;
const QKeySequence chooseKey(u"Ctrl+O"_s);

}  // namespace

TrafficView::TrafficView(Desk& desk)
    : m_desk(desk),
      m_empty(new EmptyState(
          u"bundles",
          tr("Drop a bundle anywhere in this window to see whether it is intact and who signed "
             "it. To hand a visit over, open it and choose Hand over."),
          tr("Choose a bundle …"), chooseKey)),
      m_list(columnOf(metrics::between)),
      m_notice(new Notice) {
    auto* content = new QWidget;
    auto* column = columnOf(metrics::between);
    content->setLayout(column);
    auto* head = rowOf();
    head->addWidget(label(tr("Sent and received"), Size::Title, true), 1);
    auto* choose = button(tr("Choose a bundle …"), u"folder");
    choose->setToolTip(withKey(tr("Verify a bundle"), chooseKey));
    head->addWidget(choose);
    column->addLayout(head);
    column->addWidget(quietLabel(tr(
        "Drop a bundle or a receipt anywhere in this window. To hand a visit over, open it and choose Hand "
        "over.")));
    column->addWidget(m_notice);
    column->addLayout(m_list);
    column->addStretch(1);
    m_area = scrolling(content);
    auto* around = columnOf(0);
    setLayout(around);
    around->addWidget(m_empty);
    around->addWidget(m_area);
    m_area->hide();
    connect(m_empty, &EmptyState::chosen, this, &TrafficView::chooseAsked);
    connect(choose, &QPushButton::clicked, this, &TrafficView::chooseAsked);
    connect(&desk.session, &Session::arrived, this, &TrafficView::read);
    connect(&desk.session, &Session::dossierChanged, this, [this] {
        if (isVisible())
            read();
    });
}

void TrafficView::read() {
    if (m_desk.session.state() != Session::State::Unlocked)
        return;
    m_desk.lanes.run(
        Lane::Reading, this,
        [office = m_desk.session.office()] { return services::listTraffic(office->store(), mostPassages); },
        [this](const Result<std::vector<services::Passage>>& passages) {
            if (!passages)
                return m_notice->set(passages.error(), m_desk.texts());
            m_notice->dismiss();
            show(*passages);
        });
}

void TrafficView::show(const std::vector<services::Passage>& passages) {
    m_count = static_cast<int>(passages.size());
    m_empty->setVisible(passages.empty());
    m_area->setVisible(!passages.empty());
    clear(m_list);
    if (m_desk.session.demo())
        addTrials();
    for (const services::Passage& passage : passages)
        addPassage(passage);
}

void TrafficView::addTrials() {
    const services::DemoPlaces& demo = *m_desk.session.demo();
    m_list->addWidget(label(tr("To try, in the demonstration"), Size::Normal, true));
    auto* row = rowOf();
    for (const auto& [words, file] : {std::pair(tr("Verify a bundle that came"), demo.received),
                                      std::pair(tr("Verify one that was tampered with"), demo.tampered)}) {
        auto* verify = button(words, u"bundles");
        row->addWidget(verify);
        connect(verify, &QPushButton::clicked, this, [this, file] { Q_EMIT bundleAsked(file); });
    }
    row->addStretch(1);
    m_list->addLayout(row);
    m_list->addWidget(hairline());
}

void TrafficView::addPassage(const services::Passage& passage) {
    const bool sent = passage.direction == services::Passage::Direction::Sent;
    auto* card = new QWidget;
    auto* column = columnOf(metrics::step);
    card->setLayout(column);
    auto* head = rowOf();
    head->addWidget(new IconLabel(sent ? u"export" : u"import", Ink::Text), 0, Qt::AlignTop);
    const QString office = sent             ? passage.recipient
                           : passage.signer ? passage.signer->name + u" · "_s + passage.signer->agency
                                            : QString();
    head->addWidget(label(office.isEmpty() ? (sent ? tr("Sent") : tr("Received"))
                          : sent           ? tr("Sent to %1").arg(office)
                                           : tr("Received from %1").arg(office),
                          Size::Normal, true),
                    1);
    QLabel* when = quietLabel(longTime(passage.at), Size::Small);
    when->setWordWrap(false);
    head->addWidget(when);
    column->addLayout(head);
    for (const services::Passage::Dossier& dossier : passage.dossiers) {
        const QString title = dossier.title.isEmpty() ? tr("Untitled visit") : dossier.title;
        auto* open = button(title, u"visits");
        open->setAccessibleName(tr("Open %1").arg(title));
        auto* row = rowOf();
        row->addWidget(open);
        row->addStretch(1);
        column->addLayout(row);
        connect(open, &QPushButton::clicked, this,
                [this, id = dossier.id.text()] { Q_EMIT dossierAsked(id); });
    }
    const qint64 more = passage.dossierCount - static_cast<qint64>(passage.dossiers.size());
    if (more > 0)
        column->addWidget(quietLabel(tr("and %n more", nullptr, static_cast<int>(more))));
    for (const services::Passage::Receipt& receipt : passage.receipts)
        column->addWidget(new Mark(u"received", Ink::Received,
                                   tr("Received by %1, %2").arg(receipt.by.name, longTime(receipt.at))));
    if (sent && passage.receipts.empty())
        column->addWidget(new Mark(u"clock", Ink::Quiet, tr("No receipt has come home yet")));
    column->addWidget(hairline());
    m_list->addWidget(card);
}

}  // namespace chayan::ui
