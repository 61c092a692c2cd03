#include "core/services/references.h"

#include "core/base/file_name.h"
#include "core/base/limits.h"
#include "core/base/safe_file.h"
#include "core/codes/codes.h"
#include "core/crypto/digest.h"
#include "core/domain/meanings.h"
#include "core/services/originals.h"
#include "core/store/listing.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

/// Of fourteen digits, so that spellings of one number are one.
QString wholeGtin(const QString& gtin) {
    return gtin.rightJustified(14, u'0');
}

/// The first that a valid meaning names.
QString gtinOf(const std::vector<codes::Meaning>& meanings) {
    for (const codes::Meaning& meaning : meanings)
        if (meaning.valid)
            for (const codes::Part& part : meaning.parts)
                if (part.key == u"gtin" || part.key == u"ai_01")
                    return wholeGtin(part.value);
    return {};
}

QStringList gtinsOf(const std::vector<domain::ScannedCode>& scanned) {
    QStringList gtins;
    for (const domain::ScannedCode& code : scanned)
        if (const QString gtin = gtinOf(domain::meaningsOf(code)); !gtin.isEmpty() && !gtins.contains(gtin))
            gtins << gtin;
    return gtins;
}

/// Numbers as they are typed, parted by anything that stands in none.
Result<QStringList> typedGtins(const QString& text) {
    static const QRegularExpression between(u"[\\s,;，；、]+"_s);
    QStringList gtins;
    for (const QString& typed : text.split(between, Qt::SkipEmptyParts)) {
        const QString gtin = gtinOf(codes::identify(typed));
        if (gtin.isEmpty())
            return fail(ErrorKind::BadValue, typed, u"not an article number (GTIN)"_s);
        if (!gtins.contains(gtin))
            gtins << gtin;
    }
    return gtins;
}

QString valueOf(const std::vector<Typed>& fields, QStringView key) {
    for (const Typed& typed : fields)
        if (typed.field == key)
            return typed.value.trimmed();
    return {};
}

void put(std::vector<Typed>& fields, const QString& key, const QString& value) {
    std::erase_if(fields, [&](const Typed& typed) { return typed.field == key; });
    if (!value.isEmpty())
        fields.push_back({key, value});
}

/// What is given, with what follows from it.
Result<std::vector<Typed>> completed(std::vector<Typed> fields,
                                     const std::vector<domain::ScannedCode>& codes) {
    const QString brand = valueOf(fields, u"brand"), goods = valueOf(fields, u"goods_name");
    if (brand.isEmpty() && goods.isEmpty())
        return fail(ErrorKind::BadValue, u"brand"_s, u"a reference says of which brand or goods it is"_s);
    if (valueOf(fields, u"title").isEmpty())
        put(fields, u"title"_s, (brand + u' ' + goods).trimmed());
    CHAYAN_TRY(QStringList gtins, typedGtins(valueOf(fields, u"article_numbers")));
    if (gtins.isEmpty())
        gtins = gtinsOf(codes);
    put(fields, u"article_numbers"_s, gtins.join(u' '));
    put(fields, u"status"_s, u"in_use"_s);
    return fields;
}

using Take = std::function<Status(store::Draft& draft, const DossierId& reference)>;

Result<DossierId> opened(const PhotoTarget& target, const std::vector<Typed>& fields, const Take& take) {
    CHAYAN_TRY(const Recorded recorded, recordable(referenceType, {}, fields));
    const DossierId id = DossierId::random();
    const auto job = [&](store::Draft& draft) -> Status {
        CHAYAN_CHECK(store::openDossier(draft, id, referenceType.toString(), recorded.sealed));
        for (const domain::FieldValue& value : recorded.open)
            CHAYAN_CHECK(append(draft, id, domain::FieldSet{value.field, value.value}));
        return take(draft, id);
    };
    if (const Status done = target.store.write(target.signer, job).get(); !done) {
        target.store.sweepNextTime();
        return fail(done.error());
    }
    return id;
}

Reference referenceOf(const domain::Dossier& dossier) {
    Reference reference{.id = dossier.id};
    reference.title = dossier.value(u"title");
    reference.brand = dossier.value(u"brand");
    reference.goods = dossier.value(u"goods_name");
    reference.shows = dossier.value(u"shows");
    reference.givenHow = dossier.value(u"given_how");
    reference.givenBy = dossier.value(u"given_by");
    reference.givenAt = dossier.value(u"given_at");
    reference.notes = dossier.value(u"notes");
    reference.gtins = dossier.value(u"article_numbers").split(u' ', Qt::SkipEmptyParts);
    reference.retired = dossier.value(u"status") == u"retired";
    reference.retiredReason = dossier.value(u"retired_reason");
    for (const domain::Item& item : dossier.items)
        if (const domain::OriginalAdded* original = dossier.original(item);
            original != nullptr && item.present())
            reference.pictures.push_back(original->sha256);
    return reference;
}

}  // namespace

QStringList gtinsOf(const domain::Dossier& dossier, const std::optional<Digest>& original) {
    QStringList all;
    for (const domain::Item& item : dossier.items) {
        const domain::OriginalAdded* added = dossier.original(item);
        if (added == nullptr || !item.present() || (original && added->sha256 != *original))
            continue;
        for (const int scan : item.scans)
            for (const QString& gtin : gtinsOf(dossier.body<domain::CodeScanned>(scan).codes))
                if (!all.contains(gtin))
                    all << gtin;
    }
    return all;
}

Result<DossierId> addReference(const PhotoTarget& target, const std::vector<Typed>& fields,
                               const QByteArray& file) {
    const QString shown = fileNameText(file);
    CHAYAN_TRY(const QByteArray bytes, readFile(file, shown, limits::pictureBytes));
    eye::ReadOptions how = lookOptions();
    how.thumbnailSide = target.thumbnails != nullptr ? 320 : 0;
    CHAYAN_TRY(const eye::Reading reading, target.eyes.read(bytes, how));
    if (const auto error = eye::errorOf(reading, shown))
        return fail(*error);
    CHAYAN_TRY(const std::vector<Typed> given, completed(fields, scannedCodes(reading)));
    const Digest sha256 = crypto::sha256(view(bytes));
    CHAYAN_TRY(store::Vault::Staged staged, target.store.vault().stage(sha256, [&](int fd) -> Result<Digest> {
        CHAYAN_CHECK(writeAll(fd, view(bytes), shown));
        return sha256;
    }));
    NewOriginal original{.sha256 = sha256,
                         .size = bytes.size(),
                         .mediaType = eye::mimeType(reading.type),
                         .origin = u"imported"_s,
                         .maker = u"unknown"_s,  // whoever gave it
                         .name = fileNameText(file.sliced(file.lastIndexOf('/') + 1))};
    const Take take = [&](store::Draft& draft, const DossierId& reference) -> Status {
        CHAYAN_CHECK(target.store.vault().place(staged));
        CHAYAN_CHECK(recordOriginal(draft, reference, referenceType, original));
        return recordReading(draft, reference, original.item, reading);
    };
    CHAYAN_TRY(const DossierId id, opened(target, given, take));
    if (target.thumbnails != nullptr && !reading.thumbnail.isEmpty())
        static_cast<void>(target.thumbnails->keep(sha256, reading.thumbnail));
    return id;
}

Result<DossierId> addReference(const PhotoTarget& target, const std::vector<Typed>& fields,
                               const DossierId& dossierId, const Digest& original) {
    CHAYAN_TRY(const domain::Dossier dossier, readDossier(target.store, dossierId, target.signer.get()));
    const auto item = std::ranges::find_if(dossier.items, [&](const domain::Item& one) {
        const domain::OriginalAdded* added = dossier.original(one);
        return added != nullptr && one.present() && added->sha256 == original;
    });
    if (item == dossier.items.end())
        return fail(ErrorKind::NotFound, original.hex(), u"no original of this dossier"_s);
    std::vector<domain::ScannedCode> codes;
    for (const int scan : item->scans) {
        const auto& read = dossier.body<domain::CodeScanned>(scan).codes;
        codes.insert(codes.end(), read.begin(), read.end());
    }
    CHAYAN_TRY(std::vector<Typed> given, completed(fields, codes));
    put(given, u"taken_in"_s, dossierId.text());
    const domain::OriginalAdded& added = *dossier.original(*item);
    NewOriginal copy{.sha256 = added.sha256,
                     .size = added.size,
                     .mediaType = added.type,
                     .origin = added.origin,
                     .maker = added.maker,
                     .sourceMtime = added.sourceMtime,
                     .name = dossier.value(*item, u"original_name")};
    copy.parents = added.parents.value_or(std::vector<Digest>());
    copy.recipe = added.recipe.value_or(QString());
    return opened(target, given, [&](store::Draft& draft, const DossierId& reference) -> Status {
        CHAYAN_CHECK(recordOriginal(draft, reference, referenceType, copy));
        for (const int scan : item->scans) {
            domain::CodeScanned read = dossier.body<domain::CodeScanned>(scan);
            read.item = copy.item;
            CHAYAN_CHECK(append(draft, reference, read));
        }
        return {};
    });
}

Result<Reference> readReference(const store::Store& store, const DossierId& id) {
    CHAYAN_TRY(const domain::Dossier dossier, readDossier(store, id));
    if (dossier.type != referenceType)
        return fail(ErrorKind::NotFound, id.text(), u"no genuine reference, but a %1"_s.arg(dossier.type));
    return referenceOf(dossier);
}

Result<std::vector<Reference>> references(const store::Store& store, const ReferenceQuery& query) {
    std::vector<Reference> found;
    const auto take = [&](const QString& text, const QString& gtin) -> Status {
        CHAYAN_TRY(store::Database database, store.reader());
        CHAYAN_TRY(const store::Listing listing,
                   store::Listing::of(database, referenceType.toString(), (text + u' ' + gtin).trimmed()));
        std::optional<store::ListPlace> place;
        do {
            constexpr qint64 page = 100;
            CHAYAN_TRY(const store::Listing::Page rows, listing.page(database, place, page));
            for (const store::ListedDossier& row : rows.rows) {
                if (found.size() >= query.most)
                    return {};
                if ((row.status == u"retired" && !query.retiredToo) ||
                    std::ranges::any_of(found, [&](const Reference& known) { return known.id == row.id; }))
                    continue;
                CHAYAN_TRY(Reference reference, readReference(store, row.id));
                reference.opened = row.opened;
                reference.matches = std::ranges::any_of(query.gtins, [&](const QString& one) {
                    return reference.gtins.contains(wholeGtin(one));
                });
                // The number stood elsewhere in it.
                if (!gtin.isEmpty() && !reference.matches)
                    continue;
                found.push_back(std::move(reference));
            }
            place = rows.next;
        } while (place);
        return {};
    };
    for (const QString& gtin : query.gtins)
        CHAYAN_CHECK(take(query.text, wholeGtin(gtin)));
    CHAYAN_CHECK(take(query.text, {}));
    return found;
}

Status retireReference(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                       const DossierId& id, const QString& reason) {
    if (reason.trimmed().isEmpty())
        return fail(ErrorKind::BadValue, id.text(), u"a reason is wanted"_s);
    CHAYAN_TRY(const Reference reference, readReference(store, id));
    return setFields(store, signer, id,
                     {{u"status"_s, u"retired"_s}, {u"retired_reason"_s, reason.trimmed()}});
}

}  // namespace chayan::services
