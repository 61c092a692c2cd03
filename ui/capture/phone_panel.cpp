#include "ui/capture/phone_panel.h"

#include "core/text/phone_words.h"
#include "ui/style/metrics.h"

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

constexpr int codeSide = 205;
constexpr int lookMs = 2000;
constexpr qint64 minuteMs = 60'000;
/// Phones named in a line; a page that remembers nothing is another one each time.
constexpr qsizetype phonesTold = 4;

/// Content with two rows, where the panel is low.
class Arrivals : public QListView {
  public:
    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override { return {0, 96}; }
};

}  // namespace

PhonePanel::PhonePanel(Desk& desk)
    : SidePanel(desk, tr("Photograph with a phone"), tr("End the phone's access")),
      m_desk(desk),
      m_addresses(phone::localAddresses),
      m_arrivals(new ArrivalModel(this)),
      m_notice(new Notice) {
    column()->addWidget(m_notice);
    m_way = makeWay();
    column()->addWidget(m_way);
    m_none =
        label(tr("This computer is in no network. Switch its hotspot on, or join the network that the "
                 "phone is in; the code appears here by itself."));
    column()->addWidget(m_none);
    column()->addWidget(hairline());
    m_count = quietLabel({}, Size::Small);
    column()->addWidget(m_count);
    m_list = new Arrivals;
    m_list->setModel(m_arrivals);
    m_list->setItemDelegate(new ArrivalDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("What phones have sent"));
    column()->addWidget(m_list, 1);
    m_timer.setInterval(lookMs);
    connect(&m_timer, &QTimer::timeout, this, &PhonePanel::lookForAddresses);
}

PhonePanel::~PhonePanel() {
    PhonePanel::close();
}

QWidget* PhonePanel::makeWay() {
    auto* way = new QWidget;
    auto* column = columnOf(metrics::inside);
    way->setLayout(column);
    column->addWidget(
        label(tr("Point the phone's camera at the code and open the address. The phone must be in "
                 "this computer's hotspot or in the same network."),
              Size::Small));
    m_networkRow = new QWidget;
    auto* networks = columnOf(metrics::step);
    m_networkRow->setLayout(networks);
    networks->addWidget(quietLabel(tr("Network"), Size::Small));
    m_network = new QComboBox;
    m_network->setAccessibleName(tr("Network"));
    m_network->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    networks->addWidget(m_network);
    column->addWidget(m_networkRow);
    m_code = new QrView(codeSide);
    m_code->setAccessibleName(tr("QR code of the address"));
    column->addWidget(m_code, 0, Qt::AlignHCenter);
    m_address = codeLabel({});
    m_address->setFont(codeFont(Size::Small));
    column->addWidget(m_address);
    auto* below = rowOf();
    m_left = quietLabel({}, Size::Small);
    below->addWidget(m_left, 1);
    m_renew = button(tr("New code"));
    m_renew->setToolTip(tr("The old address answers no more; phones have to scan again."));
    below->addWidget(m_renew, 0, Qt::AlignTop);
    column->addLayout(below);
    auto* plain = quietLabel(
        tr("The way is not encrypted: whoever has the network's password could read along."), Size::Small);
    column->addWidget(plain);
    connect(m_renew, &QPushButton::clicked, this, [this] {
        if (m_session)
            m_session->renew();
        showState();
    });
    connect(m_network, &QComboBox::activated, this, [this](int index) {
        if (!m_session || index < 0)
            return;
        if (const Status moved = m_session->listen(m_network->itemData(index).toString()); !moved)
            m_notice->set(moved.error(), m_desk.texts());
        showState();
    });
    return way;
}

void PhonePanel::begin(const DossierId& visit) {
    if (m_visit != visit)
        close();
    m_visit = visit;
    show();
    lookForAddresses();
    m_timer.start();
    setFocus();
}

void PhonePanel::close() {
    m_timer.stop();
    m_visit.reset();
    hide();
    if (!m_session)
        return;
    m_session->close();
    // What came whole is still saved; that may take a while.
    m_desk.lanes.run(
        Lane::Saving, nullptr,
        [session = std::shared_ptr<services::PhoneSession>(std::move(m_session))]() mutable {
            session.reset();
            return true;
        },
        [](bool) {});
    m_arrivals->set({}, m_desk.texts());
    m_notice->dismiss();
    m_hard = {};
}

void PhonePanel::lookForAddresses() {
    std::vector<phone::Address> now = m_addresses();
    if (now != m_known) {
        m_known = std::move(now);
        const QString chosen = m_network->currentData().toString();
        m_network->clear();
        for (const phone::Address& address : m_known)
            m_network->addItem(address.wireless ? tr("Wireless %1 (%2)").arg(address.text, address.interface)
                                                : tr("%1 (%2)").arg(address.text, address.interface),
                               address.text);
        const int same = m_network->findData(chosen);
        m_network->setCurrentIndex(same >= 0 ? same : m_known.empty() ? -1 : 0);
        // The network it was in is gone: on with the next, by a new address.
        if (m_session && same < 0 && !m_known.empty())
            static_cast<void>(m_session->listen(m_known.front().text));
    }
    if (!m_session && m_visit && !m_known.empty())
        start(m_known.front().text);
    showState();
}

void PhonePanel::start(const QString& address) {
    const auto signer = m_desk.session.office()->signer();
    if (!signer)
        return;
    services::PhoneSettings settings{*m_visit, address};
    settings.words = text::phoneWords(m_desk.texts());
    settings.language = m_desk.texts().language() == text::Language::Chinese ? u"zh-CN"_s : u"en"_s;
    const QPointer<PhonePanel> self(this);
    settings.changed = [self, told = m_told, &lanes = m_desk.lanes] {
        if (told->exchange(true))
            return;  // it will look anyway
        lanes.handOver([self, told] {
            *told = false;
            if (self)
                self->showState();
        });
    };
    settings.added = [self, &lanes = m_desk.lanes, visit = *m_visit, &session = m_desk.session](
                         const QString& name, const services::AddedPhoto& photo) {
        lanes.handOver([self, name, photo, visit, &session] {
            session.noteChange(visit);
            if (self && self->m_visit == visit)
                self->took(name, photo);
        });
    };
    auto begun = services::PhoneSession::begin(m_desk.session.office(), *signer, std::move(settings));
    if (!begun)
        return m_notice->set(begun.error(), m_desk.texts());
    m_session = std::move(*begun);
}

void PhonePanel::took(const QString& name, const services::AddedPhoto& photo) {
    if (m_hard.note(name, photo.reading, m_desk.texts()))
        m_notice->set(m_hard.words(), m_hard.why());
}

void PhonePanel::showState() {
    m_none->setVisible(m_known.empty());
    m_way->setVisible(!m_known.empty());
    m_networkRow->setVisible(m_known.size() > 1);
    if (!m_session)
        return;
    const phone::Snapshot now = m_session->snapshot();
    const bool open = now.leftMs > 0;
    const QString address = open ? m_session->url() : QString();
    if (m_address->text() != address) {
        m_address->setText(address);
        m_code->set(address);
    }
    m_code->setVisible(open);
    m_address->setVisible(open);
    m_left->setText(open ? tr("Open for %n more minute(s) without use", nullptr,
                              static_cast<int>((now.leftMs + minuteMs - 1) / minuteMs))
                         : tr("Closed, since no phone used it. Take a new code to go on."));
    m_arrivals->set(now, m_desk.texts());
    int safe = 0;
    for (const phone::Arrival& arrival : now.files)
        safe += arrival.state == phone::Arrival::State::Safe ? 1 : 0;
    QStringList phones;
    for (const phone::Phone& phone : now.phones) {
        if (phones.size() == phonesTold) {
            phones += tr("%n more", nullptr, static_cast<int>(std::ssize(now.phones) - phonesTold));
            break;
        }
        phones += phone.device.isEmpty() ? tr("Phone %1").arg(phone.number)
                                         : tr("Phone %1 (%2)").arg(phone.number).arg(phone.device);
    }
    m_count->setText(
        now.files.empty()
            ? tr("Nothing has come yet.")
            : tr("%1 of %2 saved here · %3").arg(safe).arg(now.files.size()).arg(phones.join(u", "_s)));
}

}  // namespace chayan::ui
