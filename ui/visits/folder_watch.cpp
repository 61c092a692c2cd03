#include "ui/visits/folder_watch.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

constexpr int everyMs = 1000;
constexpr int againMs = 30'000;

}  // namespace

FolderWatch::FolderWatch(Desk& desk, QObject* parent) : QObject(parent), m_desk(desk) {
    m_timer.setInterval(everyMs);
    connect(&m_timer, &QTimer::timeout, this, &FolderWatch::look);
    connect(&m_system, &QFileSystemWatcher::directoryChanged, this, &FolderWatch::look);
    connect(&desk.session, &Session::stateChanged, this, &FolderWatch::resume);
    resume();
}

void FolderWatch::begin(const QString& folder, const DossierId& visit) {
    const UtcMs now = SystemClock().read().utc;
    QSettings settings;
    settings.setValue(u"watch/store"_s, m_desk.session.folder());
    settings.setValue(u"watch/folder"_s, folder);
    settings.setValue(u"watch/visit"_s, visit.text());
    settings.setValue(u"watch/since"_s, now);
    m_folder = folder;
    m_visit = visit;
    start(now);
}

void FolderWatch::end() {
    QSettings().remove(u"watch"_s);
    m_timer.stop();
    if (!m_system.directories().isEmpty())
        m_system.removePaths(m_system.directories());
    m_visit.reset();
    m_watched.reset();
    m_folder.clear();
    Q_EMIT changed();
}

void FolderWatch::resume() {
    if (m_desk.session.state() != Session::State::Unlocked || m_visit)
        return;
    const QSettings settings;
    const auto visit = DossierId::fromText(settings.value(u"watch/visit"_s).toString());
    if (!visit || settings.value(u"watch/store"_s).toString() != m_desk.session.folder())
        return;
    m_folder = settings.value(u"watch/folder"_s).toString();
    m_visit = visit;
    start(settings.value(u"watch/since"_s).toLongLong());
}

void FolderWatch::start(UtcMs since) {
    m_watched = std::make_shared<services::WatchedFolder>(m_folder, since);
    m_told = false;
    m_looking = false;
    m_back.clear();
    m_system.addPath(m_folder);
    m_timer.start();
    Q_EMIT changed();
}

void FolderWatch::giveBack(const QStringList& files) {
    QTimer::singleShot(againMs, this, [this, files, watched = m_watched] {
        if (watched == m_watched)
            m_back += files;
    });
}

void FolderWatch::look() {
    if (!m_visit || m_looking || m_desk.session.state() != Session::State::Unlocked)
        return;
    m_looking = true;
    m_desk.lanes.run(
        Lane::Long, this,
        [office = m_desk.session.office(), watched = m_watched, back = std::exchange(m_back, {})] {
            watched->forget(back);
            return watched->look(office->store(), SystemClock().read().utc);
        },
        [this, watched = m_watched](const Result<QStringList>& files) {
            if (watched != m_watched)
                return;
            m_looking = false;
            if (!files && !std::exchange(m_told, true))
                Q_EMIT failed(files.error());
            if (files)
                m_told = false;
            if (!files || files->isEmpty())
                return;
            if (m_desk.session.state() == Session::State::Unlocked)
                Q_EMIT arrived(*m_visit, *files);
            else
                m_back += *files;  // nobody is at work to sign for them; later
        });
}

}  // namespace chayan::ui
