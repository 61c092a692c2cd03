#include "ui/capture/source_bar.h"

#include "ui/capture/camera_source.h"
#include "ui/capture/folder_source.h"
#include "ui/capture/media.h"
#include "ui/capture/video_source.h"
#include "ui/style/metrics.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <array>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

/// What of a folder is shown, and how fast.
struct FolderRate {
    const char* words;
    double rate;
};
constexpr std::array folderRates{
    FolderRate{QT_TRANSLATE_NOOP("chayan::ui::SourceBar", "New pictures only"), 0},
    FolderRate{QT_TRANSLATE_NOOP("chayan::ui::SourceBar", "All, 1 a second"), 1},
    FolderRate{QT_TRANSLATE_NOOP("chayan::ui::SourceBar", "All, 5 a second"), 5},
    FolderRate{QT_TRANSLATE_NOOP("chayan::ui::SourceBar", "All, 25 a second"), 25}};

}  // namespace

SourceBar::SourceBar(Media& media)
    : m_media(media),
      m_sources(new QComboBox),
      m_rate(new QComboBox),
      m_pause(button(tr("Pause"), u"pause")) {
    auto* bar = rowOf();
    setLayout(bar);
    auto* back = toolButton(u"back", tr("Back to the photographs"), QKeySequence(Qt::Key_Escape));
    connect(back, &QToolButton::clicked, this, &SourceBar::closed);
    bar->addWidget(back);
    m_sources->setAccessibleName(tr("Camera"));
    m_sources->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_rate->setAccessibleName(tr("Resolution or rate"));
    m_rate->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    bar->addWidget(m_sources);
    bar->addWidget(m_rate);
    bar->addWidget(m_pause);
    bar->addStretch(1);
    makeButtons(bar);
    m_rate->hide();
    m_pause->hide();
    connect(m_sources, &QComboBox::activated, this, [this](int index) {
        if (index < m_cameras.size())
            useCamera(index);
    });
    connect(m_rate, &QComboBox::activated, this, &SourceBar::chooseRate);
    connect(&media.cameras(), &Cameras::changed, this, &SourceBar::camerasChanged);
    list();
}

SourceBar::~SourceBar() = default;

void SourceBar::makeButtons(QHBoxLayout* bar) {
    auto* folder = button(tr("Folder …"), u"folder");
    folder->setToolTip(tr("Pictures that lie in a folder, or come into it, in place of a camera"));
    auto* video = button(tr("Video …"), u"video");
    video->setToolTip(tr("The frames of a video file in place of a camera"));
    m_pause->setToolTip(withKey(tr("Pause the video, or go on"), QKeySequence(Qt::Key_P)));
    bar->addWidget(folder);
    bar->addWidget(video);
    connect(folder, &QPushButton::clicked, this, &SourceBar::chooseFolder);
    connect(video, &QPushButton::clicked, this, &SourceBar::chooseVideo);
    connect(m_pause, &QPushButton::clicked, this, &SourceBar::togglePause);
}

void SourceBar::begin() {
    m_begun = true;
    m_media.run([cameras = &m_media.cameras()] { cameras->look(); });
}

void SourceBar::end() {
    m_begun = false;
    m_suspended = false;
    stop();
    m_again = {};
    m_camera = -1;
    m_otherSource.clear();
    m_isFolder = false;
    list();
}

void SourceBar::suspend() {
    if (!m_source)
        return;
    m_suspended = true;
    stop();
}

void SourceBar::resume() {
    if (std::exchange(m_suspended, false) && m_again)
        std::function<void()>{m_again}();  // a copy: it sets the next one
}

void SourceBar::stop() {
    m_video = nullptr;
    m_source.reset();
    m_pause->hide();
    m_rate->hide();
    Q_EMIT stopped();
}

void SourceBar::camerasChanged(const QList<QCameraDevice>& cameras) {
    const QByteArray used = m_camera >= 0 ? m_cameras[m_camera].id() : QByteArray();
    const bool isMore = !m_begun || cameras.size() >= m_cameras.size();
    m_cameras = cameras;
    if (m_camera >= 0) {
        const auto still = std::ranges::find(m_cameras, used, &QCameraDevice::id);
        m_camera = still == m_cameras.end() ? -1 : static_cast<int>(still - m_cameras.begin());
        if (m_camera < 0) {
            m_again = {};
            stop();
            Q_EMIT unplugged();
        }
    } else if (m_begun && isMore && !m_source && !m_suspended && !m_cameras.isEmpty()) {
        const QString last = QSettings().value(u"capture/camera"_s).toString();
        const auto known = std::ranges::find(m_cameras, last, &QCameraDevice::description);
        return useCamera(known == m_cameras.end() ? 0 : static_cast<int>(known - m_cameras.begin()));
    }
    list();
}

void SourceBar::list() {
    m_sources->clear();
    for (const QCameraDevice& camera : m_cameras)
        m_sources->addItem(icon(u"capture"), camera.description());
    if (!m_otherSource.isEmpty())
        m_sources->addItem(icon(m_isFolder ? u"folder" : u"video"), QFileInfo(m_otherSource).fileName());
    else if (m_cameras.isEmpty())
        m_sources->addItem(icon(u"capture"), tr("No camera"));
    // None is in use after one was unplugged: then choosing the one that is left must be a choice.
    m_sources->setCurrentIndex(m_camera >= 0                                     ? m_camera
                               : !m_otherSource.isEmpty() || m_cameras.isEmpty() ? m_sources->count() - 1
                                                                                 : -1);
    m_sources->setEnabled(m_sources->count() > 1 || m_sources->currentIndex() < 0);
}

void SourceBar::showRates(const QStringList& words, int current) {
    m_rate->clear();
    m_rate->addItems(words);
    m_rate->setCurrentIndex(current);
    m_rate->setVisible(!words.isEmpty());
}

void SourceBar::chooseRate(int index) {
    if (m_isFolder)
        useFolder(m_otherSource, folderRates[static_cast<std::size_t>(index)].rate);
    else if (m_camera >= 0) {
        QSettings().setValue(u"capture/resolution"_s,
                             formatsOf(m_cameras[m_camera])[static_cast<std::size_t>(index)].resolution());
        useCamera(m_camera);
    }
}

void SourceBar::useCamera(int index) {
    m_otherSource.clear();
    m_isFolder = false;
    m_camera = index;
    const QCameraDevice& camera = m_cameras[index];
    QSettings settings;
    settings.setValue(u"capture/camera"_s, camera.description());
    const std::vector<QCameraFormat> formats = formatsOf(camera);
    const int chosen = bestFormat(formats, settings.value(u"capture/resolution"_s).toSize());
    const QCameraFormat format = chosen < 0 ? QCameraFormat() : formats[static_cast<std::size_t>(chosen)];
    use(std::make_unique<CameraSource>(m_media, camera, format), [this] {
        if (m_camera >= 0)
            useCamera(m_camera);
    });
    QStringList words;
    for (const QCameraFormat& one : formats)
        words << formatWords(one);
    showRates(words, chosen);
}

void SourceBar::useFolder(const QString& folder, double rate) {
    m_camera = -1;
    m_otherSource = folder;
    m_isFolder = true;
    QSettings().setValue(u"capture/folder"_s, folder);
    use(std::make_unique<FolderSource>(folder, rate), [this, folder] { useFolder(folder, 0); });
    QStringList words;
    for (const FolderRate& one : folderRates)
        words << tr(one.words);
    const auto chosen = std::ranges::find(folderRates, rate, &FolderRate::rate);
    showRates(words, chosen == folderRates.end() ? -1 : static_cast<int>(chosen - folderRates.begin()));
}

void SourceBar::useVideo(const QString& file) {
    m_camera = -1;
    m_otherSource = file;
    m_isFolder = false;
    auto video = std::make_unique<VideoSource>(m_media, file);
    VideoSource* source = video.get();
    connect(source, &FrameSource::ended, this, [this] { m_pause->setText(tr("Play again")); });
    use(std::move(video), [this, file] { useVideo(file); });
    m_video = source;
    m_pause->setText(tr("Pause"));
    m_pause->show();
}

void SourceBar::togglePause() {
    if (m_video == nullptr)
        return;
    m_video->setPaused(!m_video->isPaused());
    m_pause->setText(m_video->isPaused() ? tr("Go on") : tr("Pause"));
}

void SourceBar::use(std::unique_ptr<FrameSource> source, std::function<void()> again) {
    stop();
    m_again = std::move(again);
    m_source = std::move(source);
    list();
    Q_EMIT chosen(m_source.get());
}

void SourceBar::chooseFolder() {
    const QString last = QSettings().value(u"capture/folder"_s).toString();
    auto* dialog = new QFileDialog(
        this, tr("The folder that serves as a camera"),
        !last.isEmpty() ? last : QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& folder) { useFolder(folder, 0); });
    dialog->open();
}

void SourceBar::chooseVideo() {
    auto* dialog = new QFileDialog(this, tr("The video file that serves as a camera"),
                                   QStandardPaths::writableLocation(QStandardPaths::MoviesLocation));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Videos (*.mp4 *.mov *.mkv *.webm *.avi *.3gp)"), tr("All files (*)")});
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &SourceBar::useVideo);
    dialog->open();
}

}  // namespace chayan::ui
