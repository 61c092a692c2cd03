#include "ui/capture/folder_source.h"

#include "core/base/limits.h"
#include "core/base/safe_file.h"

#include <QCollator>
#include <QDateTime>
#include <QDir>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

using Steady = std::chrono::steady_clock;
constexpr std::chrono::milliseconds folderPoll(100);

/// What tells one state of a file from another.
struct FileState {
    qint64 size = 0;
    qint64 changed = 0;
    bool operator==(const FileState&) const = default;
};

FileState stateOf(const QFileInfo& file) {
    return {file.size(), file.lastModified().toMSecsSinceEpoch()};
}

/// Pictures by their names' endings; others would be refused one by one.
QFileInfoList picturesIn(const QString& folder) {
    static const QStringList endings{u"*.jpg"_s, u"*.jpeg"_s, u"*.png"_s, u"*.webp"_s,
                                     u"*.tif"_s, u"*.tiff"_s, u"*.heic"_s};
    return QDir(folder).entryInfoList(endings, QDir::Files | QDir::Readable, QDir::NoSort);
}

/// `IMG_9` before `IMG_10`.
void orderNaturally(QFileInfoList& files) {
    QCollator order(QLocale(QLocale::English));  // "C" knows no numbers
    order.setNumericMode(true);
    std::ranges::sort(files, [&](const QFileInfo& a, const QFileInfo& b) {
        const int way = order.compare(a.fileName(), b.fileName());
        return way != 0 ? way < 0 : a.fileName() < b.fileName();
    });
}

}  // namespace

FolderSource::~FolderSource() {
    m_thread.request_stop();
}

void FolderSource::start(Take take) {
    m_take = std::move(take);
    m_thread = std::jthread([this](const std::stop_token& stop) { serve(stop); });
}

bool FolderSource::waitUntil(Steady::time_point until, const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    m_wake.wait_until(lock, stop, until, [] { return false; });
    return !stop.stop_requested();
}

bool FolderSource::deliver(const QString& name) {
    const QString path = m_folder + u'/' + name;
    const qint64 changed = QFileInfo(path).lastModified().toMSecsSinceEpoch();
    Result<QByteArray> bytes = readFile(path, limits::pictureBytes);
    if (!bytes)
        return false;  // gone again, or not ours to read; the next will do
    m_take({m_number++, Steady::now(), path, std::move(*bytes), changed, {}});
    return true;
}

void FolderSource::serve(const std::stop_token& stop) {
    std::map<QString, FileState> given, seen;
    QFileInfoList files = picturesIn(m_folder);
    orderNaturally(files);
    for (const QFileInfo& file : files)
        given[file.fileName()] = stateOf(file);
    if (m_rate > 0) {
        const Steady::time_point begun = Steady::now();
        const std::chrono::duration<double> apart(1 / m_rate);
        for (qsizetype i = 0; i < files.size(); ++i) {
            const auto due = begun + std::chrono::duration_cast<Steady::duration>(apart * i);
            if (!waitUntil(due, stop))
                return;
            deliver(files[i].fileName());
        }
        QMetaObject::invokeMethod(this, &FolderSource::ended, Qt::QueuedConnection);
    } else if (!files.isEmpty()) {
        deliver(
            std::ranges::max(files, {}, [](const QFileInfo& f) { return stateOf(f).changed; }).fileName());
    }
    // What comes is taken once it stood still from one look to the next: whole, as far as that tells.
    while (waitUntil(Steady::now() + folderPoll, stop)) {
        if (!QDir(m_folder).exists()) {
            QMetaObject::invokeMethod(
                this,
                [this] {
                    Q_EMIT failed(tr("The folder is gone: %1").arg(QDir::toNativeSeparators(m_folder)),
                                  tr("What was taken is kept. Choose another one."), {});
                },
                Qt::QueuedConnection);
            return;
        }
        std::map<QString, FileState> now;
        QString newest;
        for (const QFileInfo& file : picturesIn(m_folder)) {
            const QString name = file.fileName();
            const FileState state = stateOf(file);
            now[name] = state;
            const auto before = seen.find(name);
            const auto known = given.find(name);
            if ((known != given.end() && known->second == state) || before == seen.end() ||
                before->second != state)
                continue;
            given[name] = state;
            if (newest.isEmpty() || now[newest].changed <= state.changed)
                newest = name;
        }
        if (!newest.isEmpty())
            deliver(newest);
        seen = std::move(now);
    }
}

Still FolderSource::still(const CapturedFrame& shown) const {
    Still still;
    still.origin = u"imported"_s;
    still.method = u"file of a folder; unchanged"_s;
    still.name = QFileInfo(shown.path).fileName();
    still.file = [shown](const QString& scratch) -> Result<QString> {
        const QFileInfo file(shown.path);
        if (file.size() == shown.bytes.size() && file.lastModified().toMSecsSinceEpoch() == shown.changed)
            return shown.path;
        // Another picture took its name meanwhile; what was looked at is what is stored.
        const QString copy = scratch + u'/' + QString::number(shown.number) + u'-' + file.fileName();
        CHAYAN_CHECK(writeFileDurably(copy, view(shown.bytes)));
        return copy;
    };
    return still;
}

}  // namespace chayan::ui
