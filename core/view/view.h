#pragma once

#include "core/domain/dossier.h"

#include <functional>
#include <map>
#include <memory>
#include <vector>

/// The readable dossier. (`chayan::view` is base's name for looking at bytes.)
namespace chayan::page {

/// Takes the page piece by piece, as UTF-8. A failure ends the writing and is handed on.
using Sink = std::function<Status(ByteView)>;

/// An officer as the certificate names him. Whether the certificate is his, its reader has to find out.
struct Officer {
    QString name;
    QString badge;
    QString agency;
};

/// A receipt or time-stamp: entries of `log` before position `covers` existed not later than `at`; entries
/// after position `entered` (-1 where it was never entered) were made not earlier.
struct Anchor {
    QString log;
    qint64 covers = 0;
    qint64 entered = -1;
    UtcMs at = 0;
    /// Who says so.
    QString by;
};

/// A line of the table of contents.
struct ListedDossier {
    DossierId id;
    QString type;
    QString title;
    qint64 entries = 0;
};

/// What stands on the cover, and what the dossiers' pages look up. All of it is shown as the exporter's
/// words.
struct BundleSummary {
    /// The bag's folder, ASCII.
    QString name;
    /// Program and version.
    QString program;
    /// When it was exported, as the exporter's clock read.
    UtcMs at = 0;
    Digest exporter;
    QString recipient;
    QString purpose;
    /// Scope as the exporter states it: complete, or a selection.
    bool complete = false;
    /// The log size that an incremental export builds on; 0 for a full one.
    qint64 base = 0;
    qint64 withheldValues = 0;
    qint64 withheldOriginals = 0;
    qint64 entries = 0;
    std::vector<ListedDossier> dossiers;
    std::map<Digest, Officer> officers;
    std::vector<Anchor> anchors;
    /// The file under data/originals of each original that is in the bundle. What is not here is withheld.
    std::map<Digest, QString> originals;
};

/// Writes `view/index.html` of a bundle: one file without scripts and without anything from elsewhere, in
/// Chinese and English side by side, for screen and paper; pictures by their path in the bag. It is
/// well-formed XML too.
///
/// Every value is hostile: escaped, isolated from the text around it, its control and bidirectional
/// formatting characters made visible. Of sealed values it shows what the dossiers know opened, so fold them
/// with what the recipient may see. Holds a few hundred kB whatever the size of the bundle. One thread at a
/// time.
class IndexPage {
  public:
    /// Writes the cover. The summary outlives the page.
    static Result<IndexPage> begin(const BundleSummary& summary, Sink sink);
    /// The same in two pieces, for whoever knows the cover's figures only after the dossiers: what follows
    /// the cover looks up officers, anchors and originals alone.
    static IndexPage withoutCover(const BundleSummary& summary, Sink sink);
    static Status cover(const BundleSummary& summary, Sink sink);

    IndexPage(IndexPage&&) noexcept;
    IndexPage& operator=(IndexPage&&) noexcept;
    ~IndexPage();

    /// Writes one dossier, in the order of BundleSummary::dossiers.
    Status add(const domain::Dossier& dossier);

    /// The same for a dossier too large to be held at once (domain::Division): its frame, with the heads and
    /// missing entries of the whole and its number of entries; then its parts; then its history, entry by
    /// entry; and the end.
    Status beginDossier(const domain::Dossier& frame, qint64 entries);
    Status addPart(const domain::Dossier& part);
    Status beginHistory(const domain::Dossier& frame);
    Status addEvent(const domain::Dossier& frame, const domain::Event& event);
    Status endDossier();
    /// Writes the end. Without it the page is a fragment.
    Status end();

  private:
    struct Parts;
    explicit IndexPage(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

}  // namespace chayan::page
