#pragma once

#include "ui/bundles/export_view.h"
#include "ui/bundles/receipt_view.h"
#include "ui/bundles/report_view.h"
#include "ui/bundles/traffic_view.h"

#include <QStackedWidget>

namespace chayan::ui {

/// Evidence on its way: what was sent and received, a visit handed over, a bundle or a receipt that came.
class BundlesPage : public Page {
    Q_OBJECT
  public:
    explicit BundlesPage(Desk& desk);

    /// The id of a dossier to hand over, or the path of a bundle to verify or of a receipt (`.json`).
    void open(const QString& what) override;
    void shown() override;
    /// What was sent and received.
    void showTraffic();
    QString opened() const override { return m_opened; }
    ExportView* exporter() const { return m_export; }
    TrafficView* traffic() const { return m_traffic; }
    ReceiptView* receipt() const { return m_receipt; }
    /// The verdict that stands open, or empty.
    QString verdict() const { return m_verdict; }

  private:
    void addCommand(const QString& text, const QKeySequence& key, QStringView iconName,
                    void (BundlesPage::*run)());
    void choose();
    void verify(const QString& file);

    Desk& m_desk;
    QToolButton* m_back = nullptr;
    QStackedWidget* m_stack;
    TrafficView* m_traffic;
    QLabel* m_busyWords;
    Notice* m_notice;
    ExportView* m_export;
    ReportView* m_report;
    ReceiptView* m_receipt;
    QScrollArea* m_reportArea;
    QString m_opened;
    QString m_verdict;
};

}  // namespace chayan::ui
