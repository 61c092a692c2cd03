#pragma once

#include "ui/capture/frame_source.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace chayan::ui {

/// A folder of pictures as a camera: what lies there in the order of names as people count, so many a second,
/// then each picture that comes, the newest first. A thread of its own lists and reads.
class FolderSource : public FrameSource {
    Q_OBJECT
  public:
    /// `rate` frames a second; 0 leaves out what lies there already but for the newest.
    FolderSource(QString folder, double rate) : m_folder(std::move(folder)), m_rate(rate) {}
    ~FolderSource() override;

    void start(Take take) override;
    Still still(const CapturedFrame& shown) const override;

  private:
    void serve(const std::stop_token& stop);
    bool deliver(const QString& name);
    bool waitUntil(std::chrono::steady_clock::time_point until, const std::stop_token& stop);

    QString m_folder;
    double m_rate;
    Take m_take;
    qint64 m_number = 0;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread;  // last: it uses the others
};

}  // namespace chayan::ui
