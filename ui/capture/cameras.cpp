#include "ui/capture/cameras.h"

#include <QEventLoop>
#include <QMediaDevices>

#include <algorithm>
#include <cmath>

namespace chayan::ui {

namespace {

std::map<QString, int> countNames(const QList<QCameraDevice>& cameras) {
    std::map<QString, int> count;
    for (const QCameraDevice& camera : cameras)
        ++count[camera.description()];
    return count;
}

}  // namespace

void Cameras::look() {
    if (m_devices == nullptr) {
        const auto looked = countNames(QMediaDevices::videoInputs());
        QEventLoop told;
        while (told.processEvents()) {
        }
        m_echoes = countNames(QMediaDevices::videoInputs());
        for (auto& [name, count] : m_echoes) {
            const auto known = looked.find(name);
            count = known == looked.end() ? 0 : count - known->second;
        }
        m_devices = new QMediaDevices(this);
        connect(m_devices, &QMediaDevices::videoInputsChanged, this, &Cameras::look);
    }
    Q_EMIT changed(present(QMediaDevices::videoInputs(), m_echoes));
}

QList<QCameraDevice> present(const QList<QCameraDevice>& listed, const std::map<QString, int>& echoes) {
    auto left = countNames(listed);
    for (const auto& [name, count] : echoes)
        left[name] -= count;
    QList<QCameraDevice> cameras;
    for (qsizetype i = listed.size() - 1; i >= 0; --i)
        if (left[listed[i].description()]-- > 0)
            cameras.prepend(listed[i]);
    return cameras;
}

std::vector<QCameraFormat> formatsOf(const QCameraDevice& device) {
    std::vector<QCameraFormat> formats;
    for (const QCameraFormat& format : device.videoFormats()) {
        const auto same = std::ranges::find(formats, format.resolution(), &QCameraFormat::resolution);
        if (same == formats.end())
            formats.push_back(format);
        else if (same->maxFrameRate() < format.maxFrameRate())
            *same = format;
    }
    std::ranges::stable_sort(formats, std::ranges::greater(), [](const QCameraFormat& format) {
        return qint64{format.resolution().width()} * format.resolution().height();
    });
    return formats;
}

QString formatWords(const QCameraFormat& format) {
    return Cameras::tr("%1 × %2, %3 a second")
        .arg(format.resolution().width())
        .arg(format.resolution().height())
        .arg(std::lround(format.maxFrameRate()));
}

int bestFormat(const std::vector<QCameraFormat>& formats, QSize wanted) {
    if (formats.empty())
        return -1;
    auto best = std::ranges::find(formats, wanted, &QCameraFormat::resolution);
    if (best == formats.end())
        best = std::ranges::find_if(formats, [](const QCameraFormat& f) { return f.maxFrameRate() >= 20; });
    return best == formats.end() ? 0 : static_cast<int>(best - formats.begin());
}

}  // namespace chayan::ui
