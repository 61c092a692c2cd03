#pragma once

#include "core/services/device_files.h"
#include "core/services/photos.h"
#include "ui/capture/side_panel.h"
#include "ui/widgets/notice.h"

#include <QDateTimeEdit>
#include <QLineEdit>

namespace chayan::ui {

/// Takes in what a body camera, a card or a stick holds, with the device's name and how far its clock is off.
class DevicePanel : public SidePanel {
    Q_OBJECT
  public:
    explicit DevicePanel(Desk& desk);

    /// For this visit, anew where another one stood open.
    void begin(const DossierId& visit);
    void close() override;
    const std::optional<DossierId>& visit() const { return m_visit; }
    void setFolder(const QString& folder);
    QLineEdit* device() const { return m_device; }
    QDateTimeEdit* shown() const { return m_shown; }
    /// The device shows what stands in shown() at this moment.
    void measure();
    std::optional<qint64> offset() const { return m_offset; }
    /// Files that are known to lie there.
    int fileCount() const { return static_cast<int>(m_files.files.size()); }
    Notice* notice() const { return m_notice; }

  Q_SIGNALS:
    void take(const chayan::DossierId& visit, const std::vector<chayan::services::PhotoFile>& files);

  private:
    void makeFields();
    void chooseFolder();
    void takeAll();
    void showState();

    Desk& m_desk;
    std::optional<DossierId> m_visit;
    QString m_folder;
    services::DeviceFiles m_files;
    std::optional<qint64> m_offset;
    int m_asked = 0;
    bool m_looking = false;
    Notice* m_notice;
    QPushButton* m_choose = nullptr;
    QLabel* m_found = nullptr;
    QLineEdit* m_device = nullptr;
    QDateTimeEdit* m_shown = nullptr;
    QPushButton* m_now = nullptr;
    QLabel* m_measured = nullptr;
    QPushButton* m_take = nullptr;
};

}  // namespace chayan::ui
