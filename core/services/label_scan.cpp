#include "core/services/label_scan.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/base/safe_file.h"
#include "core/crypto/digest.h"
#include "core/services/derived.h"

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

/// The middle of a pixel is a whole number. Where the picture's size is not known yet, that of the largest is
/// taken.
std::optional<Error> outside(const std::optional<eye::LabelCorners>& corners, QSize picture,
                             const QString& name) {
    if (!corners)
        return {};
    for (const QPointF& corner : *corners)
        if (!(corner.x() >= -0.5 && corner.y() >= -0.5 && corner.x() <= picture.width() - 0.5 &&
              corner.y() <= picture.height() - 0.5))
            return Error{ErrorKind::BadValue, name,
                         u"%1,%2 lies outside the picture"_s.arg(corner.x()).arg(corner.y()),
                         u"corner_outside"_s};
    return {};
}

}  // namespace

Result<LabelScan> scanLabel(eye::EyePool& eyes, QByteArray picture, const eye::LabelAsk& ask, int previewSide,
                            const QString& name) {
    if (auto error = outside(ask.corners, {limits::pictureSide, limits::pictureSide}, name))
        return fail(std::move(*error));
    eye::ReadOptions how;
    how.maxMs = 30'000;
    how.thumbnailSide = previewSide;
    how.label = ask;
    CHAYAN_TRY(eye::Reading reading, eyes.read(std::move(picture), how));
    if (auto error = eye::errorOf(reading, name)) {
        if (ask.corners && reading.notRead == eye::NotRead::Damaged &&
            reading.detail.contains(u"corners"_s)) {
            if (auto beside = outside(ask.corners, {reading.width, reading.height}, name))
                return fail(std::move(*beside));
            return fail(ErrorKind::BadValue, name, reading.detail);
        }
        return fail(std::move(*error));
    }
    if (!reading.label)
        return fail(ErrorKind::Internal, name, u"the worker looked for no label"_s);
    if (!reading.label->corners)
        return tl::unexpected(Error{ErrorKind::NothingFound, name,
                                    u"nothing with four straight sides and print on it stands out"_s,
                                    u"no_label"_s});
    return LabelScan{
        std::move(*reading.label), {reading.width, reading.height}, std::move(reading.thumbnail)};
}

Result<LabelScan> scanLabel(const Office& office, const Digest& original, const eye::LabelAsk& ask,
                            int previewSide) {
    CHAYAN_TRY(QByteArray bytes, readFile(office.store().vault().pathOf(original), limits::pictureBytes));
    return scanLabel(office.eyes(), std::move(bytes), ask, previewSide, original.hex().left(16));
}

QString recipeOf(const eye::Labelled& label) {
    Json::Array corners;
    if (label.corners)
        for (const QPointF& corner : *label.corners)
            corners.emplace_back(Json::Array{Json(QString::number(corner.x(), 'f', 3)),
                                             Json(QString::number(corner.y(), 'f', 3))});
    const Json recipe(Json::Object{
        {"rectified", Json(Json::Object{{"corners", Json(std::move(corners))},
                                        {"width", Json(label.size.width())},
                                        {"height", Json(label.size.height())},
                                        {"light", Json(label.evened ? u"evened"_s : u"kept"_s)}})}});
    return QString::fromUtf8(canonical(recipe).value_or(QByteArray()));
}

Result<KeptScan> keepLabelScan(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                               eye::EyePool& eyes, const DossierId& dossier, const Digest& original,
                               const eye::LabelAsk& ask) {
    CHAYAN_TRY(QByteArray bytes, readFile(store.vault().pathOf(original), limits::pictureBytes));
    CHAYAN_TRY(LabelScan scan, scanLabel(eyes, std::move(bytes), ask, 0, original.hex().left(16)));
    DerivedPicture made;
    made.bytes = std::exchange(scan.label.picture, {});
    made.mediaType = u"image/png"_s;
    made.parents = {original};
    made.recipe = recipeOf(scan.label);
    made.name = u"label.png"_s;
    const Digest sha256 = crypto::sha256(view(made.bytes));
    CHAYAN_TRY(const ItemId item, addDerived(store, signer, dossier, made));
    return KeptScan{item, sha256, std::move(scan.label)};
}

}  // namespace chayan::services
