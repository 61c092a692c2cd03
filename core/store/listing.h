#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/store/database.h"

#include <optional>
#include <unordered_set>
#include <vector>

namespace chayan::store {

/// A dossier as a list shows it (projection.h).
struct ListedDossier {
    DossierId id;
    QString title;
    QString place;
    QString kind;
    QString status;
    UtcMs opened = 0;   ///< as claimed
    UtcMs changed = 0;  ///< as claimed
    qint64 entries = 0;
    qint64 originals = 0;
    qint64 conflicts = 0;
};

/// Where a page ends: the next one begins after it, whatever was added meanwhile.
struct ListPlace {
    UtcMs opened = 0;
    QString dossier;
};

/// The dossiers of one type, newest first by the claimed time of their opening (ties by id), a page at a time
/// by key: however far down, a page costs what its rows cost. With a text, those in which search() would find
/// it; what matches is settled when the Listing is made, so a list whose store has changed makes a new one. A
/// value without a connection: any thread that brings one.
class Listing {
  public:
    /// An empty `text`, or one without words, lists all.
    static Result<Listing> of(Database& database, const QString& type, const QString& text = {});

    struct Page {
        std::vector<ListedDossier> rows;
        std::optional<ListPlace> next;  ///< nothing at the end
    };
    /// At most `count` rows after a place; the first page without one.
    Result<Page> page(Database& database, const std::optional<ListPlace>& after, qint64 count) const;

    /// How many there are in all.
    Result<qint64> total(Database& database) const;

  private:
    explicit Listing(QString type) : m_type(std::move(type)) {}
    Result<Page> pageOfFew(Database& database, const std::optional<ListPlace>& after, qint64 count) const;

    struct Few {
        ListPlace place;
        qint64 row = 0;
    };
    QString m_type;
    /// Rows of table dossier that match, of whatever type; nothing without a text.
    std::optional<std::unordered_set<qint64>> m_matching;
    /// Those of the type, in list order, where so few match that walking the list would meet them too seldom.
    std::optional<std::vector<Few>> m_few;
};

}  // namespace chayan::store
