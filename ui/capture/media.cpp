#include "ui/capture/media.h"

#include "ui/capture/cameras.h"

using namespace Qt::StringLiterals;

namespace chayan::ui {

Media::Media() : m_cameras(host(std::make_unique<Cameras>())) {
    m_place.moveToThread(&m_thread);
    m_thread.setObjectName(u"media"_s);
    m_thread.start();
}

Media::~Media() {
    m_cameras.reset();
    run([this] { m_thread.quit(); });
    m_thread.wait();
}

void Media::run(std::function<void()> work) {
    QMetaObject::invokeMethod(&m_place, std::move(work), Qt::QueuedConnection);
}

}  // namespace chayan::ui
