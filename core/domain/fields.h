#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>
#include <QStringView>

#include <span>
#include <vector>

namespace chayan::domain {

/// How a field's value is typed, checked and shown.
enum class FieldType {
    Text,            ///< one line
    Multiline,       ///< lines and tabs
    DateTime,        ///< RFC 3339 with its zone
    Date,            ///< `2026-11-24`, or `2026-11` where the label says no more
    OneOf,           ///< one of Field::choices; others are kept and warned about
    YesNo,           ///< `yes` or `no`
    Decimal,         ///< digits with at most one point; decimals are strings (formats.md section 1)
    Phone,           ///< as written; an unlikely shape is warned about
    CreditCode,      ///< unified social credit code, GB 32100
    IdentityNumber,  ///< citizen identity number, GB 11643
    Gtin,            ///< GTIN-8, -12, -13 or -14 (GS1 General Specifications)
    Division,        ///< six digits of GB/T 2260
    DossierLink,     ///< the id of another dossier
};

/// One offered value of a OneOf field.
struct Choice {
    QStringView key;
    /// English source term; `text` translates it.
    const char* label;
    /// The word that policy or form prints, accepted as a spelling of the key.
    QStringView printed;
};

/// One row of the table of fields: command line, forms, projection, search and view all read it from here.
struct Field {
    /// The dossier type it belongs to: `visit`, `evidence` (a bag made by others).
    QStringView type;
    /// The list whose items have it: `goods people links originals`; empty for a field of the form.
    QStringView list;
    /// The part of the form, in the order the work happens: `visit party scene source`, `bag`; empty for
    /// lists.
    QStringView section;
    QStringView key;
    FieldType kind;
    /// Never written into an entry; see formats.md section 3. The name of a sealed value is the key, and for
    /// a list's field `key/ITEM` (sealedName()).
    bool sealed;
    /// In the common full-text index. A sealed field never is.
    bool searchable;
    /// English source term; `text` translates it.
    const char* label;
    std::span<const Choice> choices = {};
};

/// The whole table, in the order of forms.
std::span<const Field> fields();

/// The fields of a dossier type's form, or of one of its lists, in order; empty for an unknown type or list.
std::vector<const Field*> fieldsOf(QStringView type, QStringView list = {});

/// One field, or nullptr.
const Field* findField(QStringView type, QStringView list, QStringView key);

/// One field; UnknownField for others, with a detail that lists the known ones.
Result<const Field*> fieldOf(QStringView type, QStringView list, QStringView key);

/// The dossier types that have a form, and the lists of one.
QStringList dossierTypes();
QStringList listsOf(QStringView type);

/// The name under which a value is sealed: `complainant_name`, or `id_number/ITEM` for an item's field.
QString sealedName(const Field& field, const QString& item = {});

/// What speaks against a value without forbidding it. A table can age and a label can be wrong, so this warns
/// and never blocks.
struct Warning {
    /// A reason or warning of codes::Meaning, or `not_listed hidden_characters unlikely_phone
    /// identity_number`.
    QString reason;
    /// The exact English sentence.
    QString detail;

    bool operator==(const Warning&) const = default;
};

struct Checked {
    /// The value as it is recorded.
    QString value;
    std::vector<Warning> warnings;
};

/// Judges a typed value and gives the spelling that is recorded. An empty value clears the field and is
/// always accepted. BadValue for what cannot be recorded: control characters, lone surrogates, dates that do
/// not exist, decimals that are none; TooLarge beyond limits::fieldCharacters (limits::lineCharacters for one
/// line). Words are recorded as typed save for the space around them; numbers and codes are folded in width.
/// Times without a zone are Asia/Shanghai.
Result<Checked> checkValue(const Field& field, const QString& text);

}  // namespace chayan::domain
