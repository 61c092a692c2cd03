#include "core/store/sealed_values.h"

#include "core/crypto/digest.h"
#include "core/crypto/random.h"
#include "core/domain/kinds.h"
#include "core/ledger/disclosure.h"
#include "core/store/dossier_keys.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

constexpr int digestSize = 32;
constexpr int slotSize = 16;
/// Slots of one entry are filled up with decoys to a multiple of this (formats.md section 3).
constexpr std::size_t slotsTogether = 8;
/// Texts are filled up to a multiple of this before they are encrypted, so that the length of what lies in
/// the database tells no name from a phone number.
constexpr qsizetype paddedTo = 256;
constexpr char padding = '.';  // never part of base64url

/// Where a value lies; bound to its encryption, so that it opens nowhere else.
QByteArray contextOf(const Digest& entry, const QByteArray& d) {
    return "chayan disclosure 1\n" + entry.raw() + d;
}

QByteArray tagOf(const DossierKey& key, const QString& name) {
    return crypto::sha256(view("chayan name 1\n" + key.key.bytes + name.toUtf8())).raw();
}

std::vector<domain::SealedValue> sealedIn(const ledger::Entry& entry) {
    const domain::Body body = domain::readBody(entry.kind, entry.body);
    if (const auto* opened = std::get_if<domain::DossierOpened>(&body))
        return opened->sealed;
    if (const auto* set = std::get_if<domain::SealedSet>(&body))
        return set->sealed;
    return {};
}

Result<ledger::Entry> entryOf(Database& database, const Digest& hash) {
    Query query = database.prepare("SELECT bytes FROM entry WHERE hash=?");
    CHAYAN_TRY(const bool row, query.bind(hash).step());
    if (!row)
        return fail(ErrorKind::BadInput, hash.hex(), u"the entry of a sealed value is not here"_s);
    return ledger::parseEntry(query.blob(0));
}

Status store(Draft& draft, const DossierKey& key, const Digest& entry, const ledger::Disclosure& value) {
    const auto d = fromBase64url(value.digest);
    const QByteArray padded =
        value.text.toLatin1().leftJustified((value.text.size() / paddedTo + 1) * paddedTo, padding);
    CHAYAN_TRY(const QByteArray sealed, crypto::seal(key.key, view(padded), view(contextOf(entry, *d))));
    return draft.secrets().addDisclosure(key.row, entry, *d, tagOf(key, value.name), sealed);
}

/// The slot by which a name is known here.
Result<std::optional<QString>> knownSlot(Draft& draft, const std::vector<DossierKey>& keys,
                                         const QString& name) {
    Query query =
        draft.database().prepare("SELECT entry, d FROM disclosure WHERE key=? AND tag=? ORDER BY entry, d");
    for (const DossierKey& key : keys) {
        query.reset();
        CHAYAN_TRY(const bool row, query.bind(key.row).bind(tagOf(key, name)).step());
        if (!row)
            continue;
        CHAYAN_TRY(const Digest hash, query.digest(0));
        CHAYAN_TRY(const ledger::Entry entry, entryOf(draft.database(), hash));
        const std::vector<domain::SealedValue> sealed = sealedIn(entry);
        const auto found =
            std::ranges::find(sealed, base64url(view(query.blob(1))), &domain::SealedValue::digest);
        if (found != sealed.end())
            return std::optional(found->slot);
    }
    return std::optional<QString>();
}

Result<QString> randomText(int bytes) {
    CHAYAN_TRY(const QByteArray random, crypto::randomBytes(bytes));
    return base64url(view(random));
}

/// Values on their way into an entry: what the entry will hold, and what will lie beside it.
struct Sealing {
    std::vector<domain::SealedValue> slots;
    std::vector<ledger::Disclosure> values;
    std::optional<DossierKey> key = {};
};

Result<Sealing> sealValues(Draft& draft, const DossierId& dossier, const std::vector<NamedValue>& values) {
    Sealing sealing;
    std::set<QString> names;
    std::vector<DossierKey> keys;
    if (!values.empty()) {
        CHAYAN_TRY(sealing.key, dossierKeyFor(draft, dossier));
        CHAYAN_TRY(keys, dossierKeys(draft.database(), draft.signer(), dossier));
    }
    for (const NamedValue& value : values) {
        if (!names.insert(value.name).second)
            return fail(ErrorKind::BadValue, value.name, u"sealed twice in one entry"_s);
        CHAYAN_TRY(ledger::Disclosure disclosure, ledger::makeDisclosure(value.name, Json(value.value)));
        CHAYAN_TRY(std::optional<QString> slot, knownSlot(draft, keys, value.name));
        if (!slot) {
            CHAYAN_TRY(slot, randomText(slotSize));
        }
        sealing.slots.push_back({disclosure.digest, *slot});
        sealing.values.push_back(std::move(disclosure));
    }
    // To whoever has no disclosure, the hash of a salted text and random bytes look alike.
    while (sealing.slots.empty() || sealing.slots.size() % slotsTogether != 0) {
        CHAYAN_TRY(QString digest, randomText(digestSize));
        CHAYAN_TRY(QString slot, randomText(slotSize));
        sealing.slots.push_back({std::move(digest), std::move(slot)});
    }
    return sealing;
}

Result<ledger::Entry> append(Draft& draft, const DossierId& dossier, const domain::Body& body,
                             const Sealing& sealing) {
    CHAYAN_TRY(ledger::Entry entry, draft.append(dossier, domain::kindOf(body), domain::writeBody(body)));
    for (const ledger::Disclosure& value : sealing.values)
        CHAYAN_CHECK(store(draft, *sealing.key, entry.hash, value));
    return entry;
}

}  // namespace

Result<ledger::Entry> openDossier(Draft& draft, const DossierId& dossier, const QString& type,
                                  const std::vector<NamedValue>& values) {
    CHAYAN_TRY(const Sealing sealing, sealValues(draft, dossier, values));
    return append(draft, dossier, domain::DossierOpened{type, sealing.slots}, sealing);
}

Status setSealed(Draft& draft, const DossierId& dossier, const std::vector<NamedValue>& values) {
    if (values.empty())
        return {};
    CHAYAN_TRY(const Sealing sealing, sealValues(draft, dossier, values));
    CHAYAN_TRY(const ledger::Entry entry, append(draft, dossier, domain::SealedSet{sealing.slots}, sealing));
    return {};
}

Status addDisclosure(Draft& draft, const TravellingValue& value) {
    CHAYAN_TRY(const ledger::Entry entry, entryOf(draft.database(), value.entry));
    CHAYAN_TRY(const ledger::Disclosure disclosure, ledger::parseDisclosure(value.text));
    const std::vector<domain::SealedValue> sealed = sealedIn(entry);
    if (std::ranges::find(sealed, disclosure.digest, &domain::SealedValue::digest) == sealed.end())
        return fail(ErrorKind::BadInput, value.entry.hex(), u"no such sealed value stands in this entry"_s);
    CHAYAN_TRY(const DossierKey key, dossierKeyFor(draft, entry.dossier));
    Query known = draft.database().prepare("SELECT 1 FROM disclosure WHERE key=? AND entry=? AND d=?");
    CHAYAN_TRY(const bool isHere,
               known.bind(key.row).bind(value.entry).bind(*fromBase64url(disclosure.digest)).step());
    if (isHere)
        return {};
    return store(draft, key, value.entry, disclosure);
}

Status forEachDisclosure(Database& database, const Signer& signer, const DossierId& dossier,
                         const std::function<Status(const TravellingValue&)>& take) {
    CHAYAN_TRY(const std::vector<DossierKey> keys, dossierKeys(database, signer, dossier));
    std::set<QString> given;
    Query query = database.prepare("SELECT entry, d, sealed FROM disclosure WHERE key=? ORDER BY entry, d");
    for (const DossierKey& key : keys) {
        query.reset();
        query.bind(key.row);
        while (true) {
            CHAYAN_TRY(const bool row, query.step());
            if (!row)
                break;
            CHAYAN_TRY(const Digest entry, query.digest(0));
            const QByteArray d = query.blob(1);
            auto padded = crypto::openSealed(key.key, query.blob(2), view(contextOf(entry, d)));
            if (!padded)
                return fail(ErrorKind::Damaged, entry.hex(),
                            u"a sealed value of dossier %1 does not open: %2"_s.arg(dossier.text(),
                                                                                    padded.error().detail));
            if (keys.size() > 1 && !given.insert(entry.hex() + base64url(view(d))).second)
                continue;
            const qsizetype end = padded->indexOf(padding);
            const QByteArray text = padded->left(end);
            if (crypto::sha256(view(text)).raw() != d)
                return fail(ErrorKind::Damaged, entry.hex(), u"a sealed value does not fit its digest"_s);
            CHAYAN_CHECK(take({entry, QString::fromLatin1(text)}));
        }
    }
    return {};
}

Result<domain::OpenedValues> openedValues(Database& database, const Signer& signer,
                                          const DossierId& dossier) {
    domain::OpenedValues opened;
    CHAYAN_CHECK(forEachDisclosure(database, signer, dossier, [&](const TravellingValue& value) -> Status {
        CHAYAN_TRY(ledger::Disclosure disclosure, ledger::parseDisclosure(value.text));
        opened.insert_or_assign(disclosure.digest,
                                domain::Opened{disclosure.name, std::move(disclosure.value)});
        return {};
    }));
    return opened;
}

Result<qint64> sealedCount(Database& database, const DossierId& dossier) {
    Query query = database.prepare(
        "SELECT count(*) FROM (SELECT DISTINCT entry, d FROM disclosure JOIN dossier_key ON "
        "dossier_key.id = disclosure.key WHERE dossier=?)");
    CHAYAN_TRY(const bool row, query.bind(dossier.text()).step());
    return row ? query.integer(0) : 0;
}

}  // namespace chayan::store
