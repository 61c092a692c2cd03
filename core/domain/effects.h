#pragma once

#include "core/domain/fact.h"
#include "core/domain/kinds.h"

#include <variant>
#include <vector>

namespace chayan::domain {

struct OpenDossier {
    QString type;
    bool operator==(const OpenDossier&) const = default;
};
struct SetField {
    QString field;
    QString value;
    bool operator==(const SetField&) const = default;
};
/// One sealed value or decoy; name and value where it may be seen here.
struct SetSealed {
    QString slot;
    QString digest;
    std::optional<QString> name;
    QString value;
    bool operator==(const SetSealed&) const = default;
};
struct AddItem {
    ItemId item;
    QString list;
    bool operator==(const AddItem&) const = default;
};
struct SetItemField {
    ItemId item;
    QString field;
    QString value;
    bool operator==(const SetItemField&) const = default;
};
struct RemoveItem {
    ItemId item;
    bool operator==(const RemoveItem&) const = default;
};
struct AddOriginal {
    OriginalAdded original;
    bool operator==(const AddOriginal&) const = default;
};
struct SetCodes {
    CodeScanned scanned;
    bool operator==(const SetCodes&) const = default;
};
struct DestroyOriginal {
    ItemId item;
    QString reason;
    bool operator==(const DestroyOriginal&) const = default;
};
struct AddSignature {
    RecordSigned record;
    bool operator==(const AddSignature&) const = default;
};
struct AddCosignature {
    ItemId record;
    bool operator==(const AddCosignature&) const = default;
};

using Effect = std::variant<OpenDossier, SetField, SetSealed, AddItem, SetItemField, RemoveItem, AddOriginal,
                            SetCodes, DestroyOriginal, AddSignature, AddCosignature>;

/// What an entry does to its dossier, in order; nothing for history and for what is malformed. For an entry
/// that builds on all heads, carrying these out one by one upon a projection gives what fold() gives, with
/// one exception that such a projection must make too: an entry that opens an opened dossier, or adds an item
/// that is already there, has no effect (apply() says Malformed then).
std::vector<Effect> effectsOf(const Fact& fact, const OpenedValues& opened);
std::vector<Effect> effectsOf(const Body& body, const OpenedValues& opened);

}  // namespace chayan::domain
