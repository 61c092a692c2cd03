#pragma once

#include "core/services/phone_session.h"
#include "ui/capture/arrival_model.h"
#include "ui/capture/qr_code.h"
#include "ui/capture/side_panel.h"
#include "ui/visits/hard_photos.h"
#include "ui/widgets/notice.h"

#include <QComboBox>
#include <QListView>
#include <QTimer>

#include <atomic>

namespace chayan::ui {

/// The phone as camera: the code that leads a phone to the page that sends photographs into this visit, and
/// what has come. The page is served while this panel is open and an officer is at work, and not a moment
/// longer.
class PhonePanel : public SidePanel {
    Q_OBJECT
  public:
    using Addresses = std::function<std::vector<phone::Address>()>;
    explicit PhonePanel(Desk& desk);
    ~PhonePanel() override;

    /// For this visit; one that is open for it already goes on.
    void begin(const DossierId& visit);
    /// Ends it and hides the panel.
    void close() override;
    bool isOn() const { return m_session != nullptr; }
    const std::optional<DossierId>& visit() const { return m_visit; }
    QString url() const { return m_session ? m_session->url() : QString(); }
    services::PhoneSession* session() const { return m_session.get(); }
    ArrivalModel* arrivals() const { return m_arrivals; }
    Notice* notice() const { return m_notice; }
    /// Where addresses come from, for tests.
    void setAddresses(Addresses addresses) { m_addresses = std::move(addresses); }

  private:
    QWidget* makeWay();
    void start(const QString& address);
    void lookForAddresses();
    void showState();
    void took(const QString& name, const services::AddedPhoto& photo);

    Desk& m_desk;
    Addresses m_addresses;
    std::optional<DossierId> m_visit;
    std::unique_ptr<services::PhoneSession> m_session;
    std::vector<phone::Address> m_known;
    ArrivalModel* m_arrivals;
    Notice* m_notice;
    QWidget* m_way = nullptr;
    QrView* m_code = nullptr;
    QLabel* m_address = nullptr;
    QLabel* m_left = nullptr;
    QLabel* m_none = nullptr;
    QWidget* m_networkRow = nullptr;
    QComboBox* m_network = nullptr;
    QPushButton* m_renew = nullptr;
    QLabel* m_count = nullptr;
    QListView* m_list = nullptr;
    QTimer m_timer;
    std::shared_ptr<std::atomic<bool>> m_told = std::make_shared<std::atomic<bool>>(false);
    HardPhotos m_hard;
};

}  // namespace chayan::ui
