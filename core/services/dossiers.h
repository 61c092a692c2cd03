#pragma once

#include "core/domain/kinds.h"
#include "core/store/sealed_values.h"
#include "core/store/writer.h"

/// What writing in any dossier shares.
namespace chayan::services {

inline constexpr QStringView visitType = u"visit";
/// What came in a bag made by others.
inline constexpr QStringView evidenceType = u"evidence";

/// A field and the value typed for it.
struct Typed {
    QString field;
    QString value;
};

/// What was typed, as it is recorded.
struct Recorded {
    std::vector<domain::FieldValue> open;
    std::vector<store::NamedValue> sealed;
};

/// Values of a form (`list` empty), or of the item of a list, as they are recorded, or the first that cannot
/// be; the last one given for a field counts.
Result<Recorded> recordable(QStringView type, QStringView list, const std::vector<Typed>& typed,
                            const QString& item = {});

/// The type of a dossier that is here; NotFound otherwise.
Result<QString> typeOf(store::Database& database, const DossierId& dossier);

/// Appends what a body says, under its kind.
Status append(store::Draft& draft, const DossierId& dossier, const domain::Body& body);

}  // namespace chayan::services
