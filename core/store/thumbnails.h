#pragma once

#include "core/store/database.h"

#include <mutex>

namespace chayan::store {

/// Small pictures of originals, `cache_v1.sqlite` in the store's folder: a cache that may be deleted at any
/// time and is then filled anew (a later form of it has another name). No sealed value stands in it. Nothing
/// waits for the disk here. Any thread.
class Thumbnails {
  public:
    /// Opens or makes it. A damaged one is deleted and made anew.
    static Result<std::unique_ptr<Thumbnails>> open(const QString& folder);

    /// The JPEG kept for an original, or nothing.
    Result<std::optional<QByteArray>> find(const Digest& original) const;
    Status keep(const Digest& original, const QByteArray& jpeg);

  private:
    explicit Thumbnails(Database database) : m_database(std::move(database)) {}
    mutable std::mutex m_mutex;
    mutable Database m_database;
};

}  // namespace chayan::store
