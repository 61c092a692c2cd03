#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/json.h"

#include <optional>
#include <variant>
#include <vector>

/// The bodies of entries, by kind. Members are exactly those listed (formats.md sections 2 to 5): a new
/// meaning is a new kind, so a body with an unknown member is malformed, not half understood. `?` may be
/// missing.
///
/// - `dossier.opened`: `type`, `sealed` (array of `{d,slot}`)
/// - `field.set`: `field`, `value` (empty clears)
/// - `sealed.set`: `sealed` (array of `{d,slot}`, rising by `d`)
/// - `item.added`: `item`, `list`, `values` (array of `{field,value}`, no field twice)
/// - `item.set`: `item`, `field`, `value`
/// - `item.removed`: `item`
/// - `original.added`: `item`, `sha256`, `size`, `type` (media type), `origin`, `maker`, `device?`, `app?`,
///   `method?`, `medium?`, `source_mtime?`, `clock_offset_ms?`, `parents?`, `recipe?`, `sm3?`
/// - `code.scanned`: `item`, `codes` (array of `{format,text,bytes,corners,pass}`), `width?`, `height?`,
///   `error?` (why the picture was not read); one entry a picture
/// - `record.signed`: `record`, `form`, `note?`
/// - `cosigned`: `record`
/// - `original.destroyed`: `item`, `reason`
///
/// `item` and `record` are UUIDs. Originals are items of the list `originals`. What stands about the log
/// itself
/// (`log.opened officer.admitted officer.retired clock.checked anchor.received bundle.exported
/// bundle.imported trust.added trust.removed sealed.read`) is history here and read by others.
namespace chayan::domain {

/// One sealed value or decoy: the digest of its disclosure, and the random slot of its field in this dossier.
struct SealedValue {
    QString digest;
    QString slot;
    bool operator==(const SealedValue&) const = default;
};

struct FieldValue {
    QString field;
    QString value;
    bool operator==(const FieldValue&) const = default;
};

struct DossierOpened {
    QString type;
    std::vector<SealedValue> sealed;
    bool operator==(const DossierOpened&) const = default;
};
struct FieldSet {
    QString field;
    QString value;
    bool operator==(const FieldSet&) const = default;
};
struct SealedSet {
    std::vector<SealedValue> sealed;
    bool operator==(const SealedSet&) const = default;
};
struct ItemAdded {
    ItemId item;
    QString list;
    std::vector<FieldValue> values;
    bool operator==(const ItemAdded&) const = default;
};
struct ItemSet {
    ItemId item;
    QString field;
    QString value;
    bool operator==(const ItemSet&) const = default;
};
struct ItemRemoved {
    ItemId item;
    bool operator==(const ItemRemoved&) const = default;
};

/// A file that is evidence (formats.md section 5).
struct OriginalAdded {
    ItemId item;
    Digest sha256;
    qint64 size = 0;
    /// Media type, `image/jpeg`.
    QString type;
    /// `captured imported received derived`.
    QString origin;
    /// Who pressed the shutter: an officer's fingerprint or a name.
    QString maker;
    std::optional<QString> device = {};
    std::optional<QString> app = {};
    std::optional<QString> method = {};
    /// Whether the original carrier was taken and sealed, or why not.
    std::optional<QString> medium = {};
    std::optional<UtcMs> sourceMtime = {};
    /// By how much the clock of the device that took it ran ahead of this computer's when it came in,
    /// milliseconds; negative behind it.
    std::optional<qint64> clockOffset = {};
    /// Of a derived object only, and then both: the SHA-256 of what it was made from, and how.
    std::optional<std::vector<Digest>> parents = {};
    std::optional<QString> recipe = {};
    /// 64 hex digits, GB/T 32905.
    std::optional<QString> sm3 = {};
    bool operator==(const OriginalAdded&) const = default;
};

struct Corner {
    qint32 x = 0;
    qint32 y = 0;
    bool operator==(const Corner&) const = default;
};

/// A code as it was read from a picture turned upright by EXIF.
struct ScannedCode {
    /// As cli.md spells it: `EAN-13`.
    QString format;
    QString text;
    QByteArray bytes;
    /// In pixels, clockwise from the symbol's own top left.
    std::array<Corner, 4> corners{};
    /// How it was found: `plain`, or the name of a rescue pass.
    QString pass;
    /// Symbology identifier (ISO/IEC 15424), `]C1`; empty where it is not known.
    QString symbology = {};
    bool operator==(const ScannedCode&) const = default;
};
struct CodeScanned {
    ItemId item;
    std::vector<ScannedCode> codes;
    std::optional<qint64> width = {};
    std::optional<qint64> height = {};
    /// A stable key: `not_a_picture`.
    std::optional<QString> error = {};
    /// Where no code was found: keys of what makes the picture hard to read, `blurred`.
    std::vector<QString> flaws = {};
    bool operator==(const CodeScanned&) const = default;
};

/// The signature of the entry's officer under the dossier as it stood: everything the entry follows.
struct RecordSigned {
    ItemId record;
    /// The number of the paper form (`9`) or the name of the record.
    QString form;
    std::optional<QString> note = {};
    bool operator==(const RecordSigned&) const = default;
};
struct Cosigned {
    ItemId record;
    bool operator==(const Cosigned&) const = default;
};
struct OriginalDestroyed {
    ItemId item;
    QString reason;
    bool operator==(const OriginalDestroyed&) const = default;
};

/// An entry about the log itself; its body is read elsewhere.
struct LogEvent {
    bool operator==(const LogEvent&) const = default;
};
/// A kind of a newer program: kept and shown, without effect.
struct UnknownKind {
    bool operator==(const UnknownKind&) const = default;
};
/// A known kind whose body is not what this table says: kept and shown, without effect.
struct Malformed {
    QString reason;
    bool operator==(const Malformed&) const = default;
};

using Body =
    std::variant<DossierOpened, FieldSet, SealedSet, ItemAdded, ItemSet, ItemRemoved, OriginalAdded,
                 CodeScanned, RecordSigned, Cosigned, OriginalDestroyed, LogEvent, UnknownKind, Malformed>;

/// Reads a body strictly. Never fails: what cannot be read is Malformed with its reason.
Body readBody(QStringView kind, const Json& body);

/// The kind of a body that can be written; empty for LogEvent, UnknownKind and Malformed.
QString kindOf(const Body& body);

/// The JSON of a body, which readBody() reads back to an equal one; null where kindOf() is empty. Sealed
/// values are sorted; everything else stands as given.
Json writeBody(const Body& body);

}  // namespace chayan::domain
