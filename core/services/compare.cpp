#include "core/services/compare.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/base/safe_file.h"
#include "core/services/derived.h"

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

/// Why the genuine picture is not read, if it is not: of two the worker does not say which it means.
Result<void> readable(eye::EyePool& eyes, QByteArray reference, const QString& name) {
    if (reference.isEmpty())
        return fail(ErrorKind::BadInput, name, u"not a picture: the file is empty"_s);
    constexpr int decodeMs = 10'000;
    const eye::ReadOptions how{.maxMs = decodeMs, .thumbnailSide = 0, .stop = {}, .codes = false};
    CHAYAN_TRY(const eye::Reading reading, eyes.read(std::move(reference), how));
    if (auto error = eye::errorOf(reading, name))
        return fail(std::move(*error));
    return {};
}

}  // namespace

Result<eye::Compared> compareLabels(eye::EyePool& eyes, QByteArray reference, QByteArray suspect,
                                    const QString& referenceName, const QString& suspectName) {
    eye::ReadOptions how;
    how.maxMs = 60'000;
    if (reference.isEmpty())
        CHAYAN_CHECK(readable(eyes, reference, referenceName));
    how.reference = reference;
    CHAYAN_TRY(eye::Reading reading, eyes.read(std::move(suspect), how));
    if (auto error = eye::errorOf(reading, suspectName)) {
        CHAYAN_CHECK(readable(eyes, std::move(reference), referenceName));
        return fail(std::move(*error));
    }
    if (!reading.compared)
        return fail(ErrorKind::Internal, suspectName, u"the worker compared nothing"_s);
    if (!reading.compared->isComparable() && reading.compared->percentUnseen() >= 50)
        return fail(ErrorKind::NotComparable, suspectName,
                    u"of the print of %1, %2 % lies outside of it"_s.arg(referenceName)
                        .arg(reading.compared->percentUnseen()));
    if (!reading.compared->isComparable())
        return fail(ErrorKind::NotComparable, suspectName,
                    u"the print of %1 is not found in it (%2 points in common)"_s.arg(referenceName)
                        .arg(reading.compared->matches));
    return std::move(*reading.compared);
}

Result<eye::Compared> compareOriginals(const Office& office, const Digest& genuine, const Digest& suspect) {
    const store::Vault& vault = office.store().vault();
    CHAYAN_TRY(QByteArray reference, readFile(vault.pathOf(genuine), limits::pictureBytes));
    CHAYAN_TRY(QByteArray other, readFile(vault.pathOf(suspect), limits::pictureBytes));
    return compareLabels(office.eyes(), std::move(reference), std::move(other), genuine.hex().left(16),
                         suspect.hex().left(16));
}

Result<ItemId> keepComparison(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                              const DossierId& dossier, const Digest& genuine, const Digest& suspect,
                              const std::optional<DossierId>& reference, const eye::Compared& compared) {
    Json::Array outline;
    for (const QPoint& corner : compared.outline)
        outline.emplace_back(Json::Array{Json(corner.x()), Json(corner.y())});
    Json::Object how{{"genuine", Json(genuine.hex())},
                     {"score", Json(compared.percent())},
                     {"differences", Json(static_cast<qint64>(compared.differences.size()))},
                     {"unseen", Json(compared.percentUnseen())},
                     {"blurred", Json(compared.blurred)},
                     {"colourless", Json(compared.colourless)},
                     {"outline", Json(std::move(outline))}};
    if (reference)
        how.emplace("reference", Json(reference->text()));
    const Json recipe(Json::Object{{"compared", Json(std::move(how))}});
    DerivedPicture made;
    made.bytes = compared.map;
    made.mediaType = u"image/png"_s;
    made.parents = {genuine, suspect};
    made.reference = reference;
    made.recipe = QString::fromUtf8(canonical(recipe).value_or(QByteArray()));
    made.name = u"compared.png"_s;
    return addDerived(store, signer, dossier, made);
}

}  // namespace chayan::services
