#pragma once

#include "core/domain/dossier.h"

#include <tuple>
#include <vector>

namespace chayan::store {

/// What stands in the projection tables for one dossier, apart from the numbers of rows: a pure function of
/// its entries, the same on every replica. Sealed values are not in it; a slot that may be in conflict is.
struct Projection {
    /// A row of table dossier.
    struct Summary {
        QString type;
        /// The shown values of these fields; empty where the type has none.
        QString title, place, kind, status;
        /// As claimed: when it was opened (0 when that entry is not here), and the latest of all.
        UtcMs opened = 0;
        UtcMs changed = 0;
        qint64 entries = 0;
        qint64 originals = 0;  ///< present
        qint64 conflicts = 0;
        bool operator==(const Summary&) const = default;
    };
    /// A row of table item: every item ever named; `list` is empty for one that was added nowhere.
    struct Item {
        QString item;
        QString list;
        qint64 present = 1;  ///< 1 or 0
        bool operator==(const Item&) const = default;
    };
    /// A row of table text_row: one live value that may be searched. `item` is empty for a field of the form;
    /// `key` is the field, or codesKey.
    struct Text {
        QString item;
        QString key;
        QString value;
        bool operator==(const Text&) const = default;
        bool operator<(const Text& other) const {
            return std::tie(item, key, value) < std::tie(other.item, other.key, other.value);
        }
    };
    /// A row of table conflict: what waits for a person. `about` is a conflict_about key.
    struct Conflict {
        QString about;
        QString item;
        QString key;
        bool operator==(const Conflict&) const = default;
        bool operator<(const Conflict& other) const {
            return std::tie(about, item, key) < std::tie(other.about, other.item, other.key);
        }
    };

    Summary summary;
    std::vector<Item> items;          ///< sorted by `item`
    std::vector<Text> texts;          ///< sorted
    std::vector<Conflict> conflicts;  ///< sorted
    std::vector<Digest> heads;        ///< sorted
    bool operator==(const Projection&) const = default;
};

/// The key of the codes read from an original, one a line. No field's key holds a dot.
inline constexpr QStringView codesKey = u"code.scanned";

/// `field item item_field sealed slot`.
QString conflictAbout(domain::Conflict::About about);

/// The member of a summary that shows this field of the form; nullptr for others.
QString* summaryField(Projection::Summary& summary, QStringView key);

bool isSearchable(QStringView type, QStringView list, QStringView key);
/// What is searched of a field's value; empty for fields that are not searchable. A choice is found by the
/// words that forms and screens show for it.
QString searchableText(QStringView type, QStringView list, QStringView key, const QString& value);

/// The distinct texts of codes, one a line.
QString codesText(const std::vector<domain::ScannedCode>& codes);

/// `dossier` was folded with no sealed value opened.
Projection projectionOf(const domain::Dossier& dossier);

/// Which rules these are: another text when what projections hold changed, so that those of an older program
/// are made anew.
QString projectionRules();

}  // namespace chayan::store
