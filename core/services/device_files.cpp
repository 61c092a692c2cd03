#include "core/services/device_files.h"

#include "core/base/file_name.h"
#include "core/base/limits.h"
#include "core/base/safe_file.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <string_view>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

namespace fs = std::filesystem;

/// Hidden, or kept on a medium by a system for itself.
bool isSystems(std::string_view name) {
    constexpr std::array<std::string_view, 4> known{"System Volume Information", "$RECYCLE.BIN", "lost+found",
                                                    "LOST.DIR"};
    return name.starts_with('.') || std::ranges::find(known, name) != known.end();
}

}  // namespace

Result<DeviceFiles> deviceFiles(const QByteArray& folder, const Progress& progress) {
    const QString thing = fileNameText(folder);
    const auto failed = [&](const std::error_code& code) {
        return fail(errorFromErrno(code.value(), thing, u"listing"));
    };
    std::error_code code;
    if (!fs::is_directory(fs::path(folder.toStdString()), code))
        return code && code != std::errc::no_such_file_or_directory && code != std::errc::not_a_directory
                   ? failed(code)
                   : fail(ErrorKind::NotFound, thing, u"it is no folder"_s);
    DeviceFiles found;
    fs::recursive_directory_iterator at(fs::path(folder.toStdString()), code);
    for (; !code && at != fs::recursive_directory_iterator(); at.increment(code)) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled, thing);
        if (isSystems(at->path().filename().native())) {
            at.disable_recursion_pending();
            continue;
        }
        std::error_code unknown;
        const fs::file_status status = at->symlink_status(unknown);
        if (unknown || !fs::is_regular_file(status))
            continue;
        const auto size = static_cast<qint64>(at->file_size(unknown));
        if (unknown)  // taken away meanwhile
            continue;
        if (found.files.size() == limits::deviceFiles)
            return fail(ErrorKind::TooLarge, thing,
                        u"more than %1 files lie in it"_s.arg(limits::deviceFiles));
        found.files.push_back({QByteArray::fromStdString(at->path().native()), size});
        found.bytes += size;
    }
    if (code)
        return failed(code);
    std::ranges::sort(found.files, {}, &DeviceFile::path);
    return found;
}

qint64 clockOffset(qint64 shown, qint64 here) {
    constexpr double second = 1000;
    return static_cast<qint64>(std::llround(static_cast<double>(shown - here) / second)) * 1000;
}

}  // namespace chayan::services
