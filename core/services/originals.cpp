#include "core/services/originals.h"

#include "core/domain/fold.h"
#include "core/services/dossiers.h"

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

domain::CodeScanned scanned(const ItemId& item, const eye::Reading& reading) {
    domain::CodeScanned body{item, scannedCodes(reading), {}, {}, {}};
    if (reading.width > 0) {
        body.width = reading.width;
        body.height = reading.height;
    }
    if (reading.notRead)
        body.error = eye::key(*reading.notRead);
    for (const eye::Flaw flaw : reading.flaws)
        body.flaws.push_back(eye::key(flaw));
    return body;
}

}  // namespace

std::vector<domain::ScannedCode> scannedCodes(const eye::Reading& reading) {
    std::vector<domain::ScannedCode> codes;
    for (const eye::Code& code : reading.codes) {
        domain::ScannedCode seen{code.format, code.text, code.bytes, {}, code.pass, code.symbology};
        for (std::size_t i = 0; i < 4; ++i)
            seen.corners[i] = {code.corners[i].x(), code.corners[i].y()};
        codes.push_back(std::move(seen));
    }
    return codes;
}

eye::ReadOptions lookOptions() {
    eye::ReadOptions how;
    how.maxMs = 10'000;
    return how;
}

eye::Reading tooLargeToRead() {
    eye::Reading reading;
    reading.notRead = eye::NotRead::TooLarge;
    return reading;
}

Status recordOriginal(store::Draft& draft, const DossierId& dossier, QStringView type,
                      const NewOriginal& original) {
    draft.needsSync();
    CHAYAN_CHECK(draft.learnt().addOriginal(original.sha256, original.size));
    domain::OriginalAdded added{original.item,      original.sha256, original.size,
                                original.mediaType, original.origin, original.maker};
    added.device = original.device;
    added.app = original.app;
    added.method = original.method;
    added.clockOffset = original.clockOffset;
    added.sourceMtime = original.sourceMtime;
    if (!original.parents.empty()) {
        added.parents = original.parents;
        added.recipe = original.recipe;
    }
    CHAYAN_CHECK(append(draft, dossier, added));
    CHAYAN_TRY(const Recorded name, recordable(type, domain::originalsList,
                                               {{u"original_name"_s, original.name}}, original.item.text()));
    return store::setSealed(draft, dossier, name.sealed);
}

Status recordReading(store::Draft& draft, const DossierId& dossier, const ItemId& item,
                     const eye::Reading& reading) {
    return append(draft, dossier, scanned(item, reading));
}

}  // namespace chayan::services
