#pragma once

#include "core/base/version.h"

#include <vector>

namespace chayan::services {

/// What is installed, for `--version` and for a diagnosis.
struct About {
    QString version;
    /// The commit that was built, `-dirty` behind it where files were changed; `unknown` where no git was.
    QString commit;
    int schema = 0;   ///< of the store, the newest that is written
    int formats = 0;  ///< of docs/formats.md
    /// What this program and its worker run with.
    std::vector<LibraryVersion> libraries;
};
About about();

}  // namespace chayan::services
