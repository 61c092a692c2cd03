#pragma once

#include "core/base/clock.h"

#include <variant>
#include <vector>

namespace chayan {

/// What the program did and what failed, for diagnosis: one JSON object a line. Personal data cannot get in:
/// events and members are literals of the source, values are numbers, words of the source and kinds of
/// errors.
///
/// The file is turned over (`NAME.1`) when it has grown to its limit, so that both together stay below twice
/// that. Several processes may write; a line is one write. Any thread.
class EventLog {
  public:
    using Value = std::variant<qint64, const char*, ErrorKind>;
    using Member = std::pair<const char*, Value>;

    explicit EventLog(QString path, qint64 limit = 512 * 1024) : m_path(std::move(path)), m_limit(limit) {}

    /// Callers may go on when it fails: a full disk must not keep anybody from working.
    Status note(UtcMs at, const char* event, const std::vector<Member>& members) const;
    /// The lines of both files, oldest first; empty when there are none.
    QByteArray contents() const;

  private:
    Status turnOver(int fd) const;

    QString m_path;
    qint64 m_limit;
};

}  // namespace chayan
