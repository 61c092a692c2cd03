#pragma once

#include "core/store/store.h"

#include <QStringList>

#include <map>

namespace chayan::services {

/// A folder into which a phone uploads: which of its files are new and whole. Look again and again; one
/// thread at a time. Nothing is kept between runs of the program: a file whose bytes are an original of the
/// store already was taken in, however often its folder is watched.
class WatchedFolder {
  public:
    /// Files that came (or were changed) before `since` are left alone; that is told by the time at which the
    /// file system last changed them, which no upload can set.
    WatchedFolder(QString folder, UtcMs since) : m_folder(std::move(folder)), m_since(since) {}

    const QString& folder() const { return m_folder; }

    /// Those that have become whole since the last look, each once, by name. A file is whole when its size
    /// and times stood still for `quietMs`, and a JPEG when its end marker is there too, or did not come for
    /// `patienceMs`. Hidden and half-named files (`.part`, `.crdownload` ...) and folders are left out.
    /// NotFound when the folder is gone.
    Result<QStringList> look(const store::Store& store, UtcMs now);
    /// These could not be taken in: the next look gives them again.
    void forget(const QStringList& files);

    static constexpr qint64 quietMs = 2000;
    static constexpr qint64 patienceMs = 30'000;

  private:
    struct Seen {
        qint64 size = 0;
        qint64 changed = 0;
        UtcMs since = 0;
        bool given = false;
    };
    Result<bool> isNew(const store::Store& store, const QString& path) const;

    QString m_folder;
    UtcMs m_since;
    std::map<QString, Seen> m_seen;
};

}  // namespace chayan::services
