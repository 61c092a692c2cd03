#include "ui/visits/photo_saver.h"

#include "core/base/version.h"
#include "core/text/explain.h"
#include "ui/capture/frame_source.h"
#include "ui/visits/hard_photos.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

/// What became of each file; those that failed are named, the others stay.
struct Added {
    int saved = 0;
    std::optional<Error> firstFailure;
    int failed = 0;
    HardPhotos hard;
    std::optional<Error> stopped;
};

}  // namespace

PhotoSaver::PhotoSaver(Desk& desk, QObject* parent) : QObject(parent), m_desk(desk) {}

int PhotoSaver::saving(const DossierId& visit) const {
    const auto found = m_saving.find(visit);
    return found == m_saving.end() ? 0 : found->second;
}

void PhotoSaver::addFiles(const DossierId& visit, const QStringList& files, Ended ended) {
    if (files.isEmpty())
        return;
    save(
        visit, static_cast<int>(files.size()),
        [files]() -> Result<ToSave> {
            ToSave all;
            for (const QString& file : files)
                all.photos.push_back({QFile::encodeName(file)});
            return all;
        },
        std::move(ended));
}

void PhotoSaver::takeFiles(const DossierId& visit, const std::vector<services::PhotoFile>& files) {
    save(
        visit, static_cast<int>(files.size()),
        [files]() -> Result<ToSave> {
            return ToSave{files, {}};
        },
        [](int, bool) {});
}

bool PhotoSaver::saveStill(const DossierId& visit, const Still& still, Ended ended) {
    return save(
               visit, 1,
               [office = m_desk.session.office(), still]() -> Result<ToSave> {
                   CHAYAN_TRY(const QString scratch, office->store().scratch());
                   CHAYAN_TRY(const QString file, still.file(scratch));
                   services::PhotoFile photo{QFile::encodeName(file), still.name, still.origin};
                   photo.device = still.device;
                   photo.app = u"chayan "_s + programVersion();
                   photo.method = still.method;
                   return ToSave{{photo},
                                 file.startsWith(scratch + u'/') ? QStringList(file) : QStringList()};
               },
               std::move(ended)) != nullptr;
}

void PhotoSaver::addImage(const DossierId& visit, const QImage& image) {
    const auto signer = m_desk.session.office()->signer();
    if (!signer)
        return;
    m_desk.tasks.start(
        tr("Saving the pasted picture"), this,
        [office = m_desk.session.office(), signer = *signer, id = visit,
         image](const Progress&) -> Result<services::AddedPhoto> {
            QTemporaryFile file;
            if (!file.open() || !image.save(&file, "PNG") || !file.flush())
                return fail(ErrorKind::Io, file.fileName(), file.errorString());
            return services::addPhoto(office->photoTarget(signer), id, file.fileName());
        },
        [this, id = visit](const Result<services::AddedPhoto>& added) -> Outcome {
            if (!added) {
                Q_EMIT failed(added.error());
                return {};
            }
            m_desk.session.noteChange(id);
            return {tr("The pasted picture is saved"), {}};
        });
}

Task* PhotoSaver::save(const DossierId& id, int total, Files files, Ended ended) {
    const auto signer = m_desk.session.office()->signer();
    if (!signer)
        return nullptr;
    Q_EMIT begun();
    m_saving[id] += total;
    Q_EMIT changed();
    const auto done = std::make_shared<int>(0);  // of those, durable as the task told it
    Task* task = m_desk.tasks.start(
        tr("Saving %n photograph(s)", nullptr, total), this,
        [office = m_desk.session.office(), signer = *signer, id, files = std::move(files),
         texts = m_desk.texts()](const Progress& progress) -> Result<std::shared_ptr<Added>> {
            const auto made = std::make_shared<Added>();
            Added& added = *made;
            const Result<ToSave> all = files();
            if (!all) {
                added.stopped = all.error();
                return made;
            }
            const std::vector<services::PhotoFile>& photos = all->photos;
            const auto answer = [&](std::size_t index, const Result<services::AddedPhoto>& photo) {
                const services::PhotoFile& file = photos[index];
                const QString name =
                    file.name.isEmpty() ? QFileInfo(QFile::decodeName(file.path)).fileName() : file.name;
                if (photo) {
                    ++added.saved;
                    added.hard.note(name, photo->reading, texts);
                } else if (++added.failed == 1)
                    added.firstFailure = photo.error();
                progress.tell(static_cast<qint64>(index) + 1, std::ssize(photos), name);
            };
            const Progress quiet{{}, progress.stop};  // told of when they are durable, not before
            const Status done = services::addPhotos(office->photoTarget(signer), id, photos, answer, quiet);
            if (!done)
                added.stopped = done.error();
            if (done && added.failed == 0)  // else it is the only copy
                for (const QString& file : all->made)
                    QFile::remove(file);
            return made;
        },
        [this, id, total, done,
         ended = std::move(ended)](const Result<std::shared_ptr<Added>>& answered) -> Outcome {
            const Added& added = **answered;
            m_saving[id] -= total - std::exchange(*done, total);
            m_desk.session.noteChange(id);
            ended(added.saved, added.stopped.has_value());
            Q_EMIT changed();
            if (added.stopped && added.stopped->kind != ErrorKind::Cancelled) {
                Q_EMIT failed(*added.stopped);
            } else if (added.firstFailure) {
                const text::Explained words = text::explain(*added.firstFailure, m_desk.texts());
                Q_EMIT told(id, tr("%n file(s) could not be saved; the others are.", nullptr, added.failed),
                            words.what + u' ' + words.advice, added.firstFailure->detail);
            } else if (added.hard.count() > 0) {
                Q_EMIT told(id, added.hard.words(), added.hard.why(), {});
            }
            return {tr("%n photograph(s) saved", nullptr, added.saved), {}};
        });
    connect(task, &Task::changed, this, [this, task, id, done] {
        if (task->state() != Task::State::Running || task->done() <= *done)
            return;
        m_saving[id] -= static_cast<int>(task->done()) - *done;
        *done = static_cast<int>(task->done());
        m_desk.session.noteChange(id);
    });
    return task;
}

}  // namespace chayan::ui
