#pragma once

#include "core/services/watched_folder.h"
#include "ui/shell/desk.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace chayan::ui {

/// Watches a folder, into which a phone uploads, for one visit, and goes on after a lock and a restart.
class FolderWatch : public QObject {
    Q_OBJECT
  public:
    FolderWatch(Desk& desk, QObject* parent);

    /// From now on what comes into the folder goes into this visit.
    void begin(const QString& folder, const DossierId& visit);
    void end();
    bool isOn() const { return m_visit.has_value(); }
    /// Empty while it is off.
    QString folder() const { return m_folder; }
    const std::optional<DossierId>& visit() const { return m_visit; }
    /// These could not be saved, or not all; in a while they are tried again. What was saved is known by its
    /// bytes.
    void giveBack(const QStringList& files);
    /// Looks at once; otherwise it does so every second, and as soon as the folder changes.
    void look();

  Q_SIGNALS:
    void changed();
    /// Whole new files, each once.
    void arrived(const chayan::DossierId& visit, const QStringList& files);
    void failed(const chayan::Error& error);

  private:
    void resume();
    void start(UtcMs since);

    Desk& m_desk;
    QString m_folder;
    std::optional<DossierId> m_visit;
    /// Used on a thread of the lanes, by one look at a time.
    std::shared_ptr<services::WatchedFolder> m_watched;
    QFileSystemWatcher m_system;
    QTimer m_timer;
    QStringList m_back;
    bool m_looking = false;
    bool m_told = false;
};

}  // namespace chayan::ui
