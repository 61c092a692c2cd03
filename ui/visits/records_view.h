#pragma once

#include "core/services/opened_dossier.h"
#include "ui/shell/desk.h"
#include "ui/widgets/notice.h"

#include <QComboBox>
#include <QLineEdit>

namespace chayan::ui {

/// The records of a visit: signed by one officer as the visit stood, confirmed by another with a key of his
/// own, on the spot and without locking.
class RecordsView : public QWidget {
    Q_OBJECT
  public:
    explicit RecordsView(Desk& desk);

    void show(const services::OpenedDossier& opened);
    int count() const { return static_cast<int>(m_records.size()); }
    /// Signs the visit as it stands under the form chosen.
    void sign();
    /// Confirms a record in another officer's name.
    void confirm(const ItemId& record, const Digest& officer, const QString& passphrase);

  Q_SIGNALS:
    /// Whatever is being typed has to be recorded first.
    void aboutToSign();

  private:
    struct Signature {
        Digest officer;
        UtcMs at = 0;
        bool operator==(const Signature&) const = default;
    };
    struct Line {
        ItemId record;
        QString form;
        QString note;
        std::vector<Signature> signedBy;
        std::vector<Signature> confirmedBy;
        int since = 0;  ///< entries that say something new after it
        bool operator==(const Line&) const = default;
    };
    void read(const services::OpenedDossier& opened);
    void addCard(const Line& line);
    void addConfirming(QVBoxLayout* column, const Line& line);
    QString wordsOf(const Signature& signature) const;
    void finish(const DossierId& id, const Result<ItemId>& done);

    Desk& m_desk;
    std::optional<DossierId> m_dossier;
    std::map<Digest, crypto::OfficerName> m_officers;
    std::vector<Line> m_records;
    std::size_t m_confirming = 0;  ///< so many officers there were who could
    QComboBox* m_form;
    QLineEdit* m_note;
    QPushButton* m_sign;
    Notice* m_notice;
    QVBoxLayout* m_cards;
};

}  // namespace chayan::ui
