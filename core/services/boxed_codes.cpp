#include "core/services/boxed_codes.h"

#include "core/base/limits.h"
#include "core/base/safe_file.h"
#include "core/services/dossiers.h"
#include "core/services/originals.h"
#include "core/services/visits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

bool isSame(const domain::ScannedCode& a, const domain::ScannedCode& b) {
    return a.text == b.text && a.bytes == b.bytes && (a.format == b.format || b.format == u"typed");
}

}  // namespace

Result<std::vector<domain::ScannedCode>> readInBox(const Office& office, const Digest& original, QRect box) {
    if (box.width() < 1 || box.height() < 1)
        return fail(ErrorKind::BadInput, original.hex().left(16), u"the box is empty"_s);
    CHAYAN_TRY(QByteArray bytes, readFile(office.store().vault().pathOf(original), limits::pictureBytes));
    eye::ReadOptions how = lookOptions();
    how.box = box;
    CHAYAN_TRY(const eye::Reading reading, office.eyes().read(std::move(bytes), how));
    if (auto error = eye::errorOf(reading, original.hex().left(16)))
        return fail(std::move(*error));
    return scannedCodes(reading);
}

domain::ScannedCode typedCode(const QString& text, QRect box) {
    const auto corner = [](QPoint at) { return domain::Corner{at.x(), at.y()}; };
    const QString typed = text.trimmed();
    return {
        u"typed"_s,
        typed,
        typed.toUtf8(),
        {corner(box.topLeft()), corner(box.topRight()), corner(box.bottomRight()), corner(box.bottomLeft())},
        u"typed"_s};
}

Status addCodes(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                const DossierId& dossier, const ItemId& original,
                const std::vector<domain::ScannedCode>& codes) {
    CHAYAN_TRY(const domain::Dossier read, readDossier(store, dossier));
    const domain::Item* item = read.item(original);
    if (item == nullptr || read.original(*item) == nullptr)
        return fail(ErrorKind::NotFound, original.text(), u"the dossier has no such item"_s);
    domain::CodeScanned body{original, {}, {}, {}, {}};
    for (const int scan : item->scans) {
        const auto& before = read.body<domain::CodeScanned>(scan);
        body.codes.insert(body.codes.end(), before.codes.begin(), before.codes.end());
        body.width = before.width;
        body.height = before.height;
    }
    const std::size_t known = body.codes.size();
    for (const domain::ScannedCode& code : codes) {
        if (code.text.isEmpty() && code.bytes.isEmpty())
            return fail(ErrorKind::BadValue, original.text(), u"nothing was typed"_s);
        if (code.text.size() > limits::codeCharacters)
            return fail(ErrorKind::TooLarge, original.text(),
                        u"%1 characters, at most %2"_s.arg(code.text.size()).arg(limits::codeCharacters));
        if (std::ranges::none_of(body.codes, [&](const auto& other) { return isSame(other, code); }))
            body.codes.push_back(code);
    }
    if (body.codes.size() == known)
        return {};
    const auto job = [&](store::Draft& draft) -> Status { return append(draft, dossier, body); };
    return store.write(signer, job).get();
}

}  // namespace chayan::services
