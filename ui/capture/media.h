#pragma once

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace chayan::ui {

class Cameras;

/// Where Qt Multimedia's objects live: opening, starting and closing a device waits for it, up to seconds,
/// and the hand does not. What is asked for is done in that order, so that a camera is closed before it is
/// opened again. One for a program: its back end, which is loaded at the first use and never before,
/// announces cameras to the thread that loaded it.
class Media {
  public:
    Media();
    /// Ends after all that was asked for.
    ~Media();
    Media(const Media&) = delete;
    Media& operator=(const Media&) = delete;

    /// Returns at once. Any thread.
    void run(std::function<void()> work);

    /// Takes an object over that was made on the calling thread; whoever lets go of it last has it deleted
    /// there.
    template <class Object>
    std::shared_ptr<Object> host(std::unique_ptr<Object> object) {
        object->moveToThread(&m_thread);
        return std::shared_ptr<Object>(object.release(), [this](Object* one) { run([one] { delete one; }); });
    }

    Cameras& cameras() { return *m_cameras; }

  private:
    QThread m_thread;
    QObject m_place;  // lives on the thread
    std::shared_ptr<Cameras> m_cameras;
};

}  // namespace chayan::ui
