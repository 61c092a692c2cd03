#pragma once

#include "core/base/id.h"
#include "core/crypto/seal.h"

#include <map>

namespace chayan::store {

/// What is being typed into a dossier and is no entry yet, by field key or `KEY/ITEM`. It may be personal, so
/// it lies sealed under the store's key in `drafts/DOSSIER`, and whoever cannot open sealed values cannot
/// read it either. Durable when a call returns. Any thread, one dossier at a time; only the holder of the
/// store's lock writes.
class Drafts {
  public:
    using Values = std::map<QString, QString>;

    /// `folder` is the store's.
    explicit Drafts(const QString& folder) : m_folder(folder + QStringLiteral("/drafts")) {}

    /// Replaces the dossier's draft; no values take it away.
    Status keep(const DossierId& dossier, const crypto::SealKey& key, const Values& values) const;
    /// Empty when there is none. Damaged when it does not open.
    Result<Values> read(const DossierId& dossier, const crypto::SealKey& key) const;

  private:
    QString pathOf(const DossierId& dossier) const { return m_folder + u'/' + dossier.text(); }
    QString m_folder;
};

}  // namespace chayan::store
