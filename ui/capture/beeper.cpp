#include "ui/capture/beeper.h"

#include <QSoundEffect>
#include <QUrl>

using namespace Qt::StringLiterals;

// As with the icons: in a static library nothing else would keep it, and the macro may stand in no namespace.
static void keepSounds() {
    Q_INIT_RESOURCE(sounds);
}

namespace chayan::ui {

Beeper::Beeper(Media& media) : m_player(media.host(std::make_unique<QObject>())) {
    keepSounds();
    QMetaObject::invokeMethod(m_player.get(), [player = m_player.get()] {
        auto* effect = new QSoundEffect(player);
        effect->setSource(QUrl(u"qrc:/sounds/read.wav"_s));
    });
}

void Beeper::beep() {
    QMetaObject::invokeMethod(m_player.get(), [player = m_player.get()] {
        if (auto* effect = player->findChild<QSoundEffect*>())
            effect->play();
    });
}

}  // namespace chayan::ui
