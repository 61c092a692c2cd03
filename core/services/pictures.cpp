#include "core/services/pictures.h"

#include "core/base/limits.h"
#include "core/base/safe_file.h"

using namespace Qt::StringLiterals;

namespace chayan::services {

Result<QByteArray> pictureOf(const Office& office, const Digest& original) {
    CHAYAN_TRY(QByteArray bytes, readFile(office.store().vault().pathOf(original), limits::pictureBytes));
    // Long enough to decode a large one on a busy machine; its codes were read when it was added.
    constexpr int decodeMs = 10'000;
    const eye::ReadOptions options{
        .maxMs = decodeMs, .thumbnailSide = limits::shownSide, .stop = {}, .codes = false};
    CHAYAN_TRY(const eye::Reading reading, office.eyes().read(std::move(bytes), options));
    if (auto error = eye::errorOf(reading, original.hex().left(16)))
        return fail(std::move(*error));
    if (reading.thumbnail.isEmpty())
        return fail(ErrorKind::WorkerFailed, original.hex().left(16), u"no picture came back"_s);
    return reading.thumbnail;
}

}  // namespace chayan::services
