#pragma once

#include "core/bundle/spool.h"
#include "core/domain/division.h"
#include "core/ledger/entry.h"
#include "core/store/outgoing.h"
#include "core/view/view.h"

namespace chayan::services {

/// What the recipient may see of a dossier's sealed values.
using OpenedForRecipient = std::function<Result<domain::OpenedValues>(const DossierId&)>;

/// Makes `view/index.html` of a bundle while it is put together. Large dossiers are folded part by part, so
/// that memory does not grow with what they hold.
class ReadingPage {
  public:
    /// All arguments outlive it; `folder` is where the bundle will lie.
    ReadingPage(store::Database& database, const store::Outgoing& outgoing, OpenedForRecipient opened,
                QString folder, const Progress& progress)
        : m_database(database),
          m_outgoing(outgoing),
          m_opened(std::move(opened)),
          m_folder(std::move(folder)),
          m_progress(progress) {}

    /// Every entry passes here in the order in which it stands, `dossier` being its place in
    /// Outgoing::dossiers.
    Status note(std::size_t dossier, const ledger::Entry& entry);

    /// The page, with the dossiers listed that the summary does not list yet.
    Result<bundle::BagFile> write(page::BundleSummary& summary);

  private:
    Result<domain::Dossier> fold(const store::OutgoingDossier& dossier, const domain::OpenedValues& opened,
                                 const domain::Division* division, std::span<const int> entries);
    Result<domain::Fact> factAt(qint64 row);
    Status addWhole(page::IndexPage& page, const store::OutgoingDossier& dossier,
                    page::BundleSummary& summary);
    Status addDivided(page::IndexPage& page, const store::OutgoingDossier& dossier,
                      const domain::Division& division, page::BundleSummary& summary);

    store::Database& m_database;
    const store::Outgoing& m_outgoing;
    OpenedForRecipient m_opened;
    QString m_folder;
    const Progress& m_progress;
    std::optional<store::EntryReader> m_reader;
    std::map<std::size_t, domain::Division> m_divisions;
    /// Of the dossier that entries pass of.
    std::optional<std::size_t> m_current;
    domain::OpenedValues m_currentOpened;
};

}  // namespace chayan::services
