#include "core/services/compare.h"

#include "core/base/limits.h"
#include "core/base/safe_file.h"

using namespace Qt::StringLiterals;

namespace chayan::services {

Result<eye::Compared> compareLabels(eye::EyePool& eyes, QByteArray reference, QByteArray suspect,
                                    const QString& referenceName, const QString& suspectName) {
    eye::ReadOptions how;
    how.maxMs = 60'000;
    how.reference = std::move(reference);
    CHAYAN_TRY(eye::Reading reading, eyes.read(std::move(suspect), how));
    if (auto error = eye::errorOf(reading, suspectName))
        return fail(std::move(*error));
    if (!reading.compared)
        return fail(ErrorKind::Internal, suspectName, u"the worker compared nothing"_s);
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

}  // namespace chayan::services
