#pragma once

#include "core/services/office.h"

namespace chayan::services {

/// Finds the label in a picture of any kind that is decoded, or takes it from where it is said to be, and
/// pulls it straight (eye/labelled.h). With a `previewSide` a JPEG of so many pixels a side takes the place
/// of the full picture. NothingFound with the reason `no_label` where none is found, BadValue for corners
/// that enclose none (reason `corner_outside` for one beside the picture), or the reason why the picture was
/// not read; `name` stands for it in errors. Waits for a worker. Any thread.
struct LabelScan {
    eye::Labelled label;
    /// The upright picture's pixels.
    QSize picture;
    QByteArray preview;
};
Result<LabelScan> scanLabel(eye::EyePool& eyes, QByteArray picture, const eye::LabelAsk& ask, int previewSide,
                            const QString& name);

/// The same for an original of a store.
Result<LabelScan> scanLabel(const Office& office, const Digest& original, const eye::LabelAsk& ask,
                            int previewSide);

/// How a scan was made, as the derived picture's entry says: canonical JSON with the corners in pixels of its
/// parent, the pixels it got, and whether the light was evened.
QString recipeOf(const eye::Labelled& label);

struct KeptScan {
    ItemId item;
    Digest sha256;
    eye::Labelled label;
};
/// Scans the label of a dossier's original and keeps the scan beside it as a derived picture. What
/// scanLabel() and addDerived() give.
Result<KeptScan> keepLabelScan(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                               eye::EyePool& eyes, const DossierId& dossier, const Digest& original,
                               const eye::LabelAsk& ask);

}  // namespace chayan::services
