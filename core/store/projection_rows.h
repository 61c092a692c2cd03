#pragma once

#include "core/base/id.h"
#include "core/store/database.h"
#include "core/store/projection.h"

namespace chayan::store {

/// The rows of table text_row and their words in text_index, which are kept together.
class TextRows {
  public:
    /// `dossier` is a row of table dossier.
    TextRows(Database& database, qint64 dossier) : m_database(database), m_dossier(dossier) {}

    /// What is searched under this item and key from now on; nothing for an empty text.
    Status replace(const QString& item, const QString& key, const QString& value);
    Status insert(const Projection::Text& text);
    /// Of an item, or of the whole dossier.
    Status removeItem(const QString& item);
    Status removeAll();

    /// The row of table dossier in the id of a text row.
    static qint64 dossierOf(qint64 id) { return id >> numberBits; }
    /// The greatest id of a text row of this dossier.
    static qint64 lastOf(qint64 dossier) { return ((dossier + 1) << numberBits) - 1; }

  private:
    static constexpr int numberBits = 24;
    Status insertWords(qint64 id, const QString& value);
    Status removeFrom(Query& query);

    Database& m_database;
    qint64 m_dossier;
};

/// The row of table dossier; 0 when there is none.
Result<qint64> dossierRow(Database& database, const DossierId& dossier);
/// The number that its row has or is to have: that of its first entry here. 0 when it has no entries.
Result<qint64> dossierNumber(Database& database, const DossierId& dossier);

Status insertProjection(Database& database, const DossierId& dossier, const Projection& projection);
/// Removes all rows of a dossier but its row in table dossier, whose number is given back; 0 when it had
/// none.
Result<qint64> clearProjection(Database& database, const DossierId& dossier);
/// What stands there now; an empty one when nothing does.
Result<Projection> readProjection(Database& database, const DossierId& dossier);

}  // namespace chayan::store
