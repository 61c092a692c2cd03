#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QByteArray>

#include <vector>

/// What lies on a body camera, a card or a stick that the system shows as a folder.
namespace chayan::services {

struct DeviceFile {
    /// As the system has it.
    QByteArray path;
    qint64 size = 0;
    bool operator==(const DeviceFile&) const = default;
};

struct DeviceFiles {
    /// By path, so that files come in as the device numbered them.
    std::vector<DeviceFile> files;
    /// Bytes of all.
    qint64 bytes = 0;
};

/// Every file in a folder and in the folders within it; hidden ones, links and what a system keeps on a
/// medium for itself are left out. NotFound where it is no folder, TooLarge beyond limits::deviceFiles,
/// Cancelled, or the reason why it cannot be read. Any thread; as slow as the medium.
Result<DeviceFiles> deviceFiles(const QByteArray& folder, const Progress& progress);

/// By how much a clock that shows `shown` is ahead of one that shows `here`, in milliseconds: to the second,
/// since that is what a device shows.
qint64 clockOffset(qint64 shown, qint64 here);

}  // namespace chayan::services
