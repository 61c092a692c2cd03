#include "core/services/visits.h"

#include "core/base/limits.h"
#include "core/domain/fields.h"
#include "core/domain/fold.h"
#include "core/store/facts.h"
#include "core/store/sealed_values.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

const QString visitType = u"visit"_s;

/// What was typed, as it is recorded.
struct Recorded {
    std::vector<domain::FieldSet> open;
    std::vector<store::NamedValue> sealed;
};

/// Values as they are recorded, or the first that cannot be.
Result<Recorded> checked(const std::vector<Typed>& typed) {
    Recorded recorded;
    for (const Typed& given : typed) {
        CHAYAN_TRY(const domain::Field* field, domain::fieldOf(visitType, {}, given.field));
        CHAYAN_TRY(domain::Checked value, domain::checkValue(*field, given.value));
        if (!field->sealed) {
            recorded.open.push_back({given.field, std::move(value.value)});
            continue;
        }
        const QString name = domain::sealedName(*field);
        std::erase_if(recorded.sealed, [&](const store::NamedValue& v) { return v.name == name; });
        recorded.sealed.push_back({name, std::move(value.value)});
    }
    return recorded;
}

Status append(store::Draft& draft, const DossierId& dossier, const domain::Body& body) {
    CHAYAN_TRY(const ledger::Entry entry,
               draft.append(dossier, domain::kindOf(body), domain::writeBody(body)));
    return {};
}

Status requireVisit(store::Database& database, const DossierId& visit) {
    store::Query query = database.prepare("SELECT 1 FROM head WHERE dossier=?");
    CHAYAN_TRY(const bool here, query.bind(visit.text()).step());
    if (!here)
        return fail(ErrorKind::NotFound, visit.text(), u"no such dossier in this store"_s);
    return {};
}

domain::CodeScanned scanned(const ItemId& item, const eye::Reading& reading) {
    domain::CodeScanned body{item, {}, {}, {}, {}};
    for (const eye::Code& code : reading.codes) {
        domain::ScannedCode seen{code.format, code.text, code.bytes, {}, code.pass};
        for (std::size_t i = 0; i < 4; ++i)
            seen.corners[i] = {code.corners[i].x(), code.corners[i].y()};
        body.codes.push_back(std::move(seen));
    }
    if (reading.width > 0) {
        body.width = reading.width;
        body.height = reading.height;
    }
    if (reading.notRead)
        body.error = eye::key(*reading.notRead);
    return body;
}

}  // namespace

Result<DossierId> openVisit(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                            const std::vector<Typed>& fields) {
    CHAYAN_TRY(const Recorded recorded, checked(fields));
    const DossierId visit = DossierId::random();
    const auto job = [&](store::Draft& draft) -> Status {
        CHAYAN_CHECK(store::openDossier(draft, visit, visitType, recorded.sealed));
        for (const domain::FieldSet& set : recorded.open)
            CHAYAN_CHECK(append(draft, visit, set));
        return {};
    };
    CHAYAN_CHECK(store.write(signer, job).get());
    return visit;
}

Status setFields(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                 const DossierId& visit, const std::vector<Typed>& fields) {
    CHAYAN_TRY(const Recorded recorded, checked(fields));
    const auto job = [&](store::Draft& draft) -> Status {
        CHAYAN_CHECK(requireVisit(draft.database(), visit));
        for (const domain::FieldSet& set : recorded.open)
            CHAYAN_CHECK(append(draft, visit, set));
        return store::setSealed(draft, visit, recorded.sealed);
    };
    return store.write(signer, job).get();
}

Result<AddedPhoto> addPhoto(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                            eye::EyePool& eyes, const DossierId& visit, const QString& file) {
    // Asked first, so that nothing is copied for a visit that is not here.
    CHAYAN_TRY(store::Database database, store.reader());
    CHAYAN_CHECK(requireVisit(database, visit));
    CHAYAN_TRY(const UniqueFd source, openForReading(file));
    CHAYAN_TRY(const store::StoredOriginal original, store.vault().add(source.get(), file));
    eye::Reading reading;
    if (original.size > limits::pictureBytes) {
        reading.notRead = eye::NotRead::TooLarge;
    } else {
        // What was stored is what is read, whatever happens to the file meanwhile.
        CHAYAN_TRY(QByteArray bytes, readFile(store.vault().pathOf(original.sha256), limits::pictureBytes));
        CHAYAN_TRY(reading, eyes.read(std::move(bytes), {}));
    }
    const ItemId item = ItemId::random();
    domain::OriginalAdded added{item,          original.sha256,
                                original.size, eye::mimeType(reading.type),
                                u"imported"_s, signer->certificate.fingerprint().hex()};
    added.sourceMtime = QFileInfo(file).lastModified().toMSecsSinceEpoch();
    CHAYAN_TRY(const domain::Field* nameField,
               domain::fieldOf(visitType, domain::originalsList, u"original_name"));
    const QString fileName = domain::sealedName(*nameField, item.text());
    const auto job = [&](store::Draft& draft) -> Status {
        CHAYAN_CHECK(requireVisit(draft.database(), visit));
        store::Query keep =
            draft.database().prepare("INSERT OR IGNORE INTO original(sha256, size) VALUES(?, ?)");
        CHAYAN_CHECK(keep.bind(original.sha256).bind(original.size).run());
        CHAYAN_CHECK(append(draft, visit, added));
        CHAYAN_CHECK(store::setSealed(draft, visit, {{fileName, QFileInfo(file).fileName()}}));
        return append(draft, visit, scanned(item, reading));
    };
    CHAYAN_CHECK(store.write(signer, job).get());
    return AddedPhoto{original.sha256, std::move(reading)};
}

Result<domain::Dossier> readDossier(const store::Store& store, const DossierId& id,
                                    const store::Signer* signer) {
    CHAYAN_TRY(store::Database database, store.reader());
    CHAYAN_TRY(std::vector<domain::Fact> facts, store::factsOf(database, id));
    if (facts.empty())
        return fail(ErrorKind::NotFound, id.text(), u"no such dossier in this store"_s);
    domain::OpenedValues opened;
    if (signer != nullptr) {
        CHAYAN_TRY(opened, store::openedValues(database, *signer, id));
    }
    return domain::fold(id, std::move(facts), opened);
}

Result<std::vector<DossierId>> listVisits(const store::Store& store) {
    CHAYAN_TRY(store::Database database, store.reader());
    store::Query query =
        database.prepare("SELECT dossier FROM entry WHERE kind='dossier.opened' ORDER BY id DESC");
    std::vector<DossierId> visits;
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return visits;
        if (const auto id = DossierId::fromText(query.text(0)))
            visits.push_back(*id);
    }
}

}  // namespace chayan::services
