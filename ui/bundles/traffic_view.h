#pragma once

#include "core/services/traffic_list.h"
#include "ui/shell/desk.h"
#include "ui/widgets/notice.h"

namespace chayan::ui {

/// What was sent and received, newest first, each with its visits and the receipts that came home.
class TrafficView : public QWidget {
    Q_OBJECT
  public:
    explicit TrafficView(Desk& desk);

    void read();
    int count() const { return m_count; }

  Q_SIGNALS:
    void chooseAsked();
    void dossierAsked(const QString& dossier);
    void bundleAsked(const QString& file);

  private:
    void show(const std::vector<services::Passage>& passages);
    /// The demonstration's bundles.
    void addTrials();
    void addPassage(const services::Passage& passage);

    Desk& m_desk;
    int m_count = 0;
    EmptyState* m_empty;
    QScrollArea* m_area;
    QVBoxLayout* m_list;
    Notice* m_notice;
};

}  // namespace chayan::ui
