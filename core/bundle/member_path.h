#pragma once

#include "core/bundle/problem.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <unordered_map>

namespace chayan::bundle {

/// Why a name must not be a member's path; nothing when it may be: relative, UTF-8 (RFC 3629), `/` between
/// segments, no `.`, `..` or empty segment, no backslash, no drive letter, no control or bidirectional
/// formatting character, no segment that begins with a space or ends with a space or a dot (Windows drops
/// those), at most limits::pathBytes long and limits::pathDepth deep.
std::optional<Problem> checkMemberPath(QByteArrayView path);

/// Equal for names that some file system, or some eye, takes for the same: NFKC_Casefold (Unicode section
/// 3.13, UAX #44), which folds case fully, makes one form of equivalent characters and drops invisible ones.
std::string collisionKey(QByteArrayView path);

/// The names of one container, which must stay apart on every file system. Folders count too: `a/b` beside a
/// file `a`, or `Data/x` beside `data/y`, collide.
class NameRegistry {
  public:
    /// The problem with a further file or folder, if there is one: its path, `duplicate_name`, or
    /// `name_collision`.
    std::optional<Problem> addFile(QByteArrayView path);
    std::optional<Problem> addFolder(QByteArrayView path);
    /// Whether some file lies in this folder.
    bool holdsFiles(QByteArrayView folder) const;

  private:
    struct Seen {
        std::string spelling;
        bool folder = false;
        bool holdsFiles = false;
    };
    std::optional<Problem> addParents(QByteArrayView path, bool ofFile);
    std::unordered_map<std::string, Seen> m_seen;
    std::string m_lastParent;
};

}  // namespace chayan::bundle
