#include "core/services/dossiers.h"

#include "core/domain/fields.h"

using namespace Qt::StringLiterals;

namespace chayan::services {

Result<Recorded> recordable(QStringView type, QStringView list, const std::vector<Typed>& typed,
                            const QString& item) {
    Recorded recorded;
    for (const Typed& given : typed) {
        CHAYAN_TRY(const domain::Field* field, domain::fieldOf(type, list, given.field));
        CHAYAN_TRY(domain::Checked checked, domain::checkValue(*field, given.value));
        if (field->sealed) {
            const QString name = domain::sealedName(*field, item);
            std::erase_if(recorded.sealed, [&](const store::NamedValue& v) { return v.name == name; });
            recorded.sealed.push_back({name, std::move(checked.value)});
        } else {
            std::erase_if(recorded.open, [&](const domain::FieldValue& v) { return v.field == given.field; });
            recorded.open.push_back({given.field, std::move(checked.value)});
        }
    }
    return recorded;
}

Result<QString> typeOf(store::Database& database, const DossierId& dossier) {
    CHAYAN_CHECK(store::requireDossier(database, dossier));
    store::Query query = database.prepare("SELECT type FROM dossier WHERE dossier=?");
    CHAYAN_TRY(const bool here, query.bind(dossier.text()).step());
    return here ? query.text(0) : QString();
}

Status append(store::Draft& draft, const DossierId& dossier, const domain::Body& body) {
    CHAYAN_TRY(const ledger::Entry entry,
               draft.append(dossier, domain::kindOf(body), domain::writeBody(body)));
    return {};
}

}  // namespace chayan::services
