#pragma once

#include "core/services/judgement.h"
#include "ui/shell/desk.h"
#include "ui/widgets/notice.h"

namespace chayan::ui {

/// A bundle's report together with what it was held against.
struct JudgedBundle {
    QString file;
    bundle::BundleReport report;
    services::Judgement judgement;
};

/// What the verifier found, in words that a layman understands, each exact reason one click away.
class ReportView : public QWidget {
    Q_OBJECT
  public:
    explicit ReportView(Desk& desk);
    void show(const JudgedBundle& judged);

  Q_SIGNALS:
    void anotherAsked();
    /// Somebody's key counts from now on, so it is to be judged again.
    void trustChanged();
    void dossierAsked(const QString& dossier);

  private:
    void addVerdict(const JudgedBundle& judged);
    void addContents(const JudgedBundle& judged);
    void addSigner(const JudgedBundle& judged);
    void addOfficer(const crypto::Certificate& certificate, services::Standing standing, qint64 entries);
    void addTimes(const bundle::BundleReport& report, const services::Judgement& judgement);
    void addChecks(const bundle::BundleReport& report);

    Desk& m_desk;
    QVBoxLayout* m_column;
};

/// A fingerprint in groups of four, as people read it to each other.
QString grouped(const Digest& fingerprint);

}  // namespace chayan::ui
