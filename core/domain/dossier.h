#pragma once

#include "core/domain/ancestry.h"
#include "core/domain/kinds.h"

#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace chayan::domain {

/// One entry in the history of a dossier.
struct Event {
    Fact fact;
    Body body;
    bool operator==(const Event&) const = default;
};

/// One value that was set, and the entry that set it (its index in Dossier::history).
struct Setting {
    int entry = 0;
    QString value;
    /// The digest of a sealed value; empty for an open one.
    QString digest = {};
    /// False for a sealed value that may not be seen here.
    bool known = true;
    bool operator==(const Setting&) const = default;
};

/// What was set, and by whom, where several installations may write at once: a multi-value register. A
/// setting is replaced only by one that follows it, so those that do not follow each other stand side by
/// side.
struct Register {
    /// In display order. Empty only before anything was set.
    std::vector<Setting> live;
    /// In a disagreement: the last in display order that all live ones follow.
    std::optional<Setting> base = {};

    enum class Agreement {
        Agreed,
        Conflict,
        /// Sealed values that cannot be compared here were set side by side.
        MayConflict,
    };
    Agreement agreement() const;
    bool disputed() const { return agreement() != Agreement::Agreed; }

    /// What is shown: of several live values the first in display order that is known here. That is a choice
    /// for a screen, the same on every replica, and always marked when disputed(); it decides nothing.
    const Setting* shown() const;
    /// The shown value, or an empty string.
    QString value() const;

    bool operator==(const Register&) const = default;
};

/// A line of a list, a person, a link or an original.
struct Item {
    ItemId id;
    /// Empty when it was changed and never added in what is given.
    QString list = {};
    /// The entry that added it; -1 as above.
    int added = -1;
    std::map<QString, Register> values = {};
    /// `present` or `removed`: every change of an item says that it is there, so that removing it while
    /// another changes it is a conflict, and changing a removed item restores it.
    Register presence = {};
    /// Entries that say which codes were read from this original. Reading again replaces what it follows.
    std::vector<int> scans = {};
    /// Entries by which this original was destroyed.
    std::vector<int> destroyed = {};

    /// True when it is to be shown as there: in a dispute about it, it is.
    bool present() const;
    bool operator==(const Item&) const = default;
};

/// A signed record and those who confirmed it.
struct Record {
    ItemId id;
    /// Entries of the kind `record.signed`: one, unless a log was forked; none when it is not in what is
    /// given.
    std::vector<int> signatures = {};
    /// Entries of the kind `cosigned`.
    std::vector<int> cosignatures = {};
    bool operator==(const Record&) const = default;
};

/// How much of a log is in a dossier.
struct LogCount {
    int entries = 0;
    /// The newest one.
    qint64 seq = -1;
    Digest last;
    bool operator==(const LogCount&) const = default;
};

/// A dossier as its entries make it: a pure function of the set of entries and of the opened values. A value;
/// entries are named by their index in `history`, which is in display order.
struct Dossier {
    explicit Dossier(DossierId dossier) : id(std::move(dossier)) {}

    DossierId id;
    /// `visit`; `log` for a log's own dossier; empty before it was opened.
    QString type;
    /// Open fields by key, also such as the table does not know.
    std::map<QString, Register> fields;
    /// Sealed values by name, as far as any value of that name may be seen here.
    std::map<QString, Register> sealed;
    /// Sealed values of which nothing may be seen here, by slot; most are decoys.
    std::map<QString, Register> closed;
    /// The name that belongs to a slot.
    std::map<QString, QString> slotNames;
    /// Every item ever added, in the order added, removed ones and originals included.
    std::vector<Item> items;
    /// Where an item stands in `items`.
    std::unordered_map<ItemId, std::size_t> itemAt;
    /// Items that are changed or removed here but added nowhere in what is given.
    std::map<ItemId, Item> strays;
    /// In the order in which they first appear.
    std::vector<Record> records;
    std::unordered_map<ItemId, std::size_t> recordAt;
    std::vector<Event> history;
    /// The entries that none builds on, sorted.
    std::vector<Digest> heads;
    std::map<QString, LogCount> logs;
    std::vector<Missing> missing;

    bool operator==(const Dossier&) const = default;

    const Item* item(const ItemId& id) const;
    /// The items of a list that are present, in the order added.
    std::vector<const Item*> list(QStringView list) const;
    /// The shown value of an open field; of a sealed one where it may be seen; else empty.
    QString value(QStringView key) const;
    /// The shown value of an item's field, sealed ones included.
    QString value(const Item& item, QStringView key) const;

    /// The entry's body as a T. The caller knows that it is one.
    template <class T>
    const T& body(int entry) const {
        return std::get<T>(history[static_cast<std::size_t>(entry)].body);
    }
    /// The description of an item that is an original; nullptr for others.
    const OriginalAdded* original(const Item& item) const;
};

/// A disagreement that waits for a person.
struct Conflict {
    enum class About {
        Field,
        Item,
        ItemField,
        /// A sealed value with a name.
        Sealed,
        /// A sealed value without one; `key` is the slot.
        Slot,
    };
    About about;
    QString key;
    std::optional<ItemId> item;
    /// Base and live values. Which is ours and which theirs, the log of their entries says.
    Register values;

    bool operator==(const Conflict&) const = default;
};

/// All disagreements: of fields by key, items in order, sealed values by name, then slots. A new setting that
/// follows all live ones ends one.
std::vector<Conflict> conflicts(const Dossier& dossier);

}  // namespace chayan::domain
