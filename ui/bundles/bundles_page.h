#pragma once

#include "ui/bundles/export_view.h"
#include "ui/bundles/report_view.h"

#include <QStackedWidget>

namespace chayan::ui {

/// Evidence on its way: a visit handed over, or a bundle that came and is verified.
class BundlesPage : public Page {
    Q_OBJECT
  public:
    explicit BundlesPage(Desk& desk);

    /// The id of a dossier to hand over, or the path of a bundle to verify.
    void open(const QString& what) override;
    QString opened() const override { return m_opened; }
    ExportView* exporter() const { return m_export; }
    /// The verdict that stands open, or empty.
    QString verdict() const { return m_verdict; }

  private:
    void choose();
    void verify(const QString& file);

    Desk& m_desk;
    QStackedWidget* m_stack;
    QWidget* m_home;
    QLabel* m_busyWords;
    Notice* m_notice;
    ExportView* m_export;
    ReportView* m_report;
    QScrollArea* m_reportArea;
    QString m_opened;
    QString m_verdict;
};

}  // namespace chayan::ui
