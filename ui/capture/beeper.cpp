#include "ui/capture/beeper.h"

#include <QSoundEffect>
#include <QUrl>

using namespace Qt::StringLiterals;

// As with the icons: in a static library nothing else would keep it, and the macro may stand in no namespace.
static void keepSounds() {
    Q_INIT_RESOURCE(sounds);
}

namespace chayan::ui {

Beeper::Beeper() : m_player(new QObject) {
    keepSounds();
    m_player->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_player, &QObject::deleteLater);
    m_thread.setObjectName(u"sound"_s);
    m_thread.start();
    QMetaObject::invokeMethod(m_player, [player = m_player] {
        auto* effect = new QSoundEffect(player);
        effect->setSource(QUrl(u"qrc:/sounds/read.wav"_s));
    });
}

Beeper::~Beeper() {
    m_thread.quit();
    m_thread.wait();
}

void Beeper::beep() {
    QMetaObject::invokeMethod(m_player, [player = m_player] {
        if (auto* effect = player->findChild<QSoundEffect*>())
            effect->play();
    });
}

}  // namespace chayan::ui
