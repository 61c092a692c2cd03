#pragma once

#include "core/text/texts.h"

#include <vector>

namespace chayan::text {

/// What a term names; a key means something within its group only.
enum class TermGroup {
    /// A form field by its key: `party_name`.
    Field,
    /// A section of a form or one of its lists: `party`, `goods`.
    Section,
    /// An entry's kind: `original.added`.
    Entry,
    /// A dossier's type: `visit`.
    Dossier,
    /// Where an original comes from: `captured`.
    Origin,
    /// How far something has come: `saved`, `sent`, `received`, `sealed`, `withheld`.
    State,
    /// A verifier's verdict, packing and scope: `untrusted`, `repacked`, `complete`.
    Verdict,
    /// A verifier's check: `container`.
    Check,
    /// How well a time is known: `claimed`, `not_later`, `not_earlier`.
    Time,
    /// An identifier scheme: `USCC`.
    Scheme,
    /// A part of an identifier: `division_name`. Those of GS1 data are `ai_` and the Application Identifier,
    /// `_date` or `_amount` behind it where it is read so; keys() leaves them out.
    Part,
    /// What a part's value says where it is a word of ours: `tracked_letter`. Use partValue().
    Word,
    /// A record that is signed, by the number of its paper form: `9`.
    Form,
};

/// The label of a key; an unknown key is answered with itself.
QString term(TermGroup group, const QString& key, const Texts& texts);

/// Whether the values of this part of an identifier are words of ours: `service_name`.
bool isInWords(const QString& part);
/// The value of a part of an identifier as it is shown.
QString partValue(const QString& part, const QString& value, const Texts& texts);

/// All keys of a group, for tests that hold a library's own list against it.
std::vector<QString> keys(TermGroup group);

}  // namespace chayan::text
