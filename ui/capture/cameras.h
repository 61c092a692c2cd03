#pragma once

#include <QCameraDevice>
#include <QObject>

#include <map>
#include <vector>

class QMediaDevices;

namespace chayan::ui {

/// Says which cameras are connected, whenever it is asked and whenever that changes. Lives on the media
/// thread.
class Cameras : public QObject {
    Q_OBJECT
  public:
    /// Loads Qt Multimedia's back end, which may take seconds.
    void look();

  Q_SIGNALS:
    void changed(const QList<QCameraDevice>& cameras);

  private:
    QMediaDevices* m_devices = nullptr;
    /// How many of a name are listed without being there. Qt 6.4's GStreamer back end lists a camera that was
    /// connected at first twice, once as it looks and once as it is told; when it is unplugged, one entry
    /// stays.
    std::map<QString, int> m_echoes;
};

/// Of each name the newest entries, without as many as are echoes.
QList<QCameraDevice> present(const QList<QCameraDevice>& listed, const std::map<QString, int>& echoes);

/// Each size once, with its most frames a second, the largest first.
std::vector<QCameraFormat> formatsOf(const QCameraDevice& device);
/// `1920 × 1080, 30 a second`
QString formatWords(const QCameraFormat& format);
/// The format of the size `wanted`, else the largest of which 20 frames a second come, else the largest; -1
/// where there is none.
int bestFormat(const std::vector<QCameraFormat>& formats, QSize wanted);

}  // namespace chayan::ui
