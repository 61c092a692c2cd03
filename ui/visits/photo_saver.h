#pragma once

#include "core/services/photos.h"
#include "ui/shell/desk.h"

#include <map>

namespace chayan::ui {

struct Still;

/// Saves photographs of every way in visits, one task each time: files as they lie there, stills of a live
/// picture, pasted pictures. Says how many are under way and what became of them. GUI thread.
class PhotoSaver : public QObject {
    Q_OBJECT
  public:
    PhotoSaver(Desk& desk, QObject* parent);

    /// Of those given: how many are durable, and whether it stopped before their end.
    using Ended = std::function<void(int saved, bool stopped)>;
    void addFiles(const DossierId& visit, const QStringList& files, Ended ended);
    /// Files that bring what is known of their device.
    void takeFiles(const DossierId& visit, const std::vector<services::PhotoFile>& files);
    /// False where nobody is at work; then `ended` is not called.
    bool saveStill(const DossierId& visit, const Still& still, Ended ended);
    void addImage(const DossierId& visit, const QImage& image);
    /// How many of this visit are not durable yet.
    int saving(const DossierId& visit) const;

  Q_SIGNALS:
    void begun();
    /// saving() has.
    void changed();
    /// Nothing more of it was taken.
    void failed(const chayan::Error& error);
    /// What a person should know of some of this visit.
    void told(const chayan::DossierId& visit, const QString& what, const QString& advice,
              const QString& details);

  private:
    struct ToSave {
        std::vector<services::PhotoFile> photos;
        QStringList made;  ///< only to be stored, then gone
    };
    /// Called on a thread of the lanes.
    using Files = std::function<Result<ToSave>()>;
    Task* save(const DossierId& visit, int count, Files files, Ended ended);

    Desk& m_desk;
    std::map<DossierId, int> m_saving;
};

}  // namespace chayan::ui
