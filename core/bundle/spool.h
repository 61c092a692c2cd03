#pragma once

#include "core/bundle/bag_writer.h"

namespace chayan::bundle {

/// A file for a bag that is made piece by piece: it lies without a name on the target's file system until it
/// is copied into the bag, so that its size and hash are known before and memory does not grow with it.
/// Beside a second walk over the source it costs some disk and gives the very bytes that were hashed. One
/// thread at a time.
class Spool {
  public:
    /// `folder`: where the bag will lie.
    static Result<Spool> create(const QString& folder);

    Status add(ByteView bytes);
    /// Adds all that another one holds, which ends there.
    Status add(Spool&& other);
    qint64 size() const { return m_size; }
    /// Ends it and gives it to a plan. The plan may open it once.
    Result<BagFile> finish(QByteArray path);

  private:
    Spool(QString thing, UniqueFd fd) : m_thing(std::move(thing)), m_fd(std::move(fd)) {}
    Status flush();

    QString m_thing;
    UniqueFd m_fd;
    crypto::Sha256 m_hash;
    qint64 m_size = 0;
    QByteArray m_buffer;
};

}  // namespace chayan::bundle
