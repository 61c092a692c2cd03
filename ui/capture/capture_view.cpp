#include "ui/capture/capture_view.h"

#include "core/text/reasons.h"
#include "ui/capture/camera_source.h"
#include "ui/capture/folder_source.h"
#include "ui/capture/video_source.h"
#include "ui/style/metrics.h"
#include "ui/visits/code_words.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMediaDevices>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

const QKeySequence shutterKey(Qt::Key_Space);
const QKeySequence burstKey(Qt::Key_B);
const QKeySequence pauseKey(Qt::Key_P);
constexpr int sideWidth = 280;
constexpr std::size_t codesTold = 20;

/// What of a folder is shown, and how fast.
struct FolderRate {
    const char* words;
    double rate;
};
constexpr std::array folderRates{
    FolderRate{QT_TRANSLATE_NOOP("chayan::ui::CaptureView", "New pictures only"), 0},
    FolderRate{QT_TRANSLATE_NOOP("chayan::ui::CaptureView", "All, 1 a second"), 1},
    FolderRate{QT_TRANSLATE_NOOP("chayan::ui::CaptureView", "All, 5 a second"), 5},
    FolderRate{QT_TRANSLATE_NOOP("chayan::ui::CaptureView", "All, 25 a second"), 25}};

}  // namespace

CaptureView::CaptureView(Desk& desk)
    : m_desk(desk),
      m_source(new QComboBox),
      m_rate(new QComboBox),
      m_pause(button(tr("Pause"), u"pause")),
      m_sound(toolButton(u"sound", tr("Sound when a code is read"))),
      m_notice(new Notice),
      m_stage(new QStackedWidget),
      m_preview(new LivePreview),
      m_none(new EmptyState(u"capture",
                            tr("No camera was found. Connect one, or let a folder of pictures or a video "
                               "file take its place."),
                            tr("Choose a folder …"))),
      m_meter(new MeterView),
      m_shutter(primaryButton(tr("Take a photograph"), u"capture")),
      m_burst(button(tr("Burst of %1").arg(burstStills), u"burst")),
      m_stills(quietLabel({}, Size::Small)) {
    auto* column = columnOf(metrics::inside);
    setLayout(column);
    column->addLayout(makeBar());
    column->addWidget(m_notice);
    auto* middle = rowOf();
    middle->setSpacing(metrics::between);
    auto* left = columnOf(metrics::inside);
    m_stage->addWidget(m_none);
    m_stage->addWidget(m_preview);
    left->addWidget(m_stage, 1);
    left->addLayout(makeActions());
    middle->addLayout(left, 1);
    middle->addWidget(makeSide());
    column->addLayout(middle, 1);
    m_notice->dismiss();
    setFocusPolicy(Qt::ClickFocus);
    connect(m_none, &EmptyState::chosen, this, &CaptureView::chooseFolder);
    connect(m_preview, &LivePreview::resized, this, [this] {
        if (m_eye)
            m_eye->setSize(m_preview->pixels());
    });
    connect(&desk.session, &Session::aboutToLock, this, [this] {
        if (m_begun)
            Q_EMIT closed();
    });
    listSources();
    stopSource();
    showStills();
}

CaptureView::~CaptureView() {
    stopSource();
}

QLayout* CaptureView::makeBar() {
    auto* bar = rowOf();
    auto* back = toolButton(u"back", tr("Back to the photographs"), QKeySequence(Qt::Key_Escape));
    m_source->setAccessibleName(tr("Camera"));
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_rate->setAccessibleName(tr("Resolution or rate"));
    m_rate->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* folder = button(tr("Folder …"), u"folder");
    folder->setToolTip(tr("Pictures that lie in a folder, or come into it, in place of a camera"));
    auto* video = button(tr("Video …"), u"video");
    video->setToolTip(tr("The frames of a video file in place of a camera"));
    m_pause->setToolTip(withKey(tr("Pause the video, or go on"), pauseKey));
    m_sound->setCheckable(true);
    m_sound->setChecked(QSettings().value(u"capture/sound"_s, true).toBool());
    bar->addWidget(back);
    bar->addWidget(m_source);
    bar->addWidget(m_rate);
    bar->addWidget(m_pause);
    bar->addStretch(1);
    bar->addWidget(folder);
    bar->addWidget(video);
    bar->addWidget(m_sound);
    m_rate->hide();
    m_pause->hide();

    auto* escape = new QAction(this);
    escape->setShortcut(Qt::Key_Escape);
    escape->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(escape);
    connect(escape, &QAction::triggered, this, &CaptureView::closed);
    connect(back, &QToolButton::clicked, this, &CaptureView::closed);
    connect(folder, &QPushButton::clicked, this, &CaptureView::chooseFolder);
    connect(video, &QPushButton::clicked, this, &CaptureView::chooseVideo);
    connect(m_sound, &QToolButton::toggled, this,
            [](bool on) { QSettings().setValue(u"capture/sound"_s, on); });
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_video == nullptr)
            return;
        m_video->setPaused(!m_video->isPaused());
        m_pause->setText(m_video->isPaused() ? tr("Go on") : tr("Pause"));
    });
    connect(m_source, &QComboBox::activated, this, [this](int index) {
        if (index < m_cameras.size())
            useCamera(index);
    });
    connect(m_rate, &QComboBox::activated, this, [this](int index) {
        if (m_isFolder)
            useFolder(m_otherSource, folderRates[static_cast<std::size_t>(index)].rate);
        else if (m_camera >= 0) {
            QSettings().setValue(
                u"capture/resolution"_s,
                formatsOf(m_cameras[m_camera])[static_cast<std::size_t>(index)].resolution());
            useCamera(m_camera);
        }
    });
    return bar;
}

QWidget* CaptureView::makeSide() {
    auto* side = new QWidget;
    side->setFixedWidth(sideWidth);
    auto* column = columnOf(metrics::inside);
    side->setLayout(column);
    column->addWidget(label(tr("Codes seen"), Size::Normal, true));
    column->addWidget(hairline());
    auto* content = new QWidget;
    m_codes = columnOf(metrics::step);
    m_codes->setContentsMargins(0, 0, metrics::inside, 0);
    content->setLayout(m_codes);
    m_noCodes =
        quietLabel(tr("Codes appear here as they are read, with what they mean. They are recorded "
                      "with the photographs that you take."));
    m_codes->addWidget(m_noCodes);
    m_codes->addStretch(1);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    column->addWidget(area, 1);
    return side;
}

QLayout* CaptureView::makeActions() {
    auto* row = rowOf();
    row->setSpacing(metrics::between);
    m_shutter->setToolTip(withKey(tr("Take a photograph"), shutterKey));
    m_burst->setToolTip(withKey(tr("Take the next %1, as of a pallet").arg(burstStills), burstKey));
    m_burst->setMinimumHeight(metrics::touch);
    auto* left = columnOf(metrics::step);
    auto* buttons = rowOf();
    buttons->addWidget(m_shutter);
    buttons->addWidget(m_burst);
    left->addLayout(buttons);
    left->addWidget(m_stills);
    row->addLayout(left);
    row->addWidget(m_meter, 1);
    connect(m_shutter, &QPushButton::clicked, this, &CaptureView::shoot);
    connect(m_burst, &QPushButton::clicked, this, &CaptureView::burst);
    return row;
}

void CaptureView::begin() {
    m_begun = true;
    m_saved = 0;
    m_lastTaken = -1;
    showStills();
    if (!m_beeper)
        m_beeper = std::make_unique<Beeper>();
    setFocus();  // so that its keys work before there is a picture
    look();
}

void CaptureView::end() {
    m_begun = false;
    m_suspended = false;
    stopSource();
    m_again = {};
    m_camera = -1;
    m_otherSource.clear();
    m_isFolder = false;
    m_notice->dismiss();
    listSources();
}

void CaptureView::stopSource() {
    m_burstLeft = 0;
    m_video = nullptr;
    m_frames.reset();
    m_eye.reset();
    m_shown.reset();
    m_preview->clear();
    m_meter->clear();
    m_pause->hide();
    m_rate->hide();
    m_stage->setCurrentWidget(m_none);
    m_shutter->setEnabled(false);
    m_burst->setEnabled(false);
}

void CaptureView::look() {
    // The first question loads the back end, which may take seconds.
    m_desk.lanes.run(
        Lane::Reading, this,
        [office = m_desk.session.office()] {
            return std::make_shared<Found>(QMediaDevices::videoInputs(), office->store().scratch());
        },
        [this](const std::shared_ptr<Found>& found) { take(std::move(*found)); });
}

void CaptureView::take(Found found) {
    if (!found.scratch)
        return m_notice->set(found.scratch.error(), m_desk.texts());
    m_scratch = *found.scratch;
    m_cameras = found.cameras;
    if (m_devices == nullptr) {
        m_devices = new QMediaDevices(this);
        connect(m_devices, &QMediaDevices::videoInputsChanged, this, &CaptureView::camerasChanged);
    }
    listSources();
    if (!m_begun || m_frames || m_cameras.isEmpty())
        return;
    const QByteArray last = QSettings().value(u"capture/camera"_s).toByteArray();
    const auto known = std::ranges::find(m_cameras, last, &QCameraDevice::id);
    useCamera(known == m_cameras.end() ? 0 : static_cast<int>(known - m_cameras.begin()));
}

void CaptureView::camerasChanged() {
    const QByteArray used = m_camera >= 0 ? m_cameras[m_camera].id() : QByteArray();
    m_cameras = QMediaDevices::videoInputs();
    const auto still = std::ranges::find(m_cameras, used, &QCameraDevice::id);
    if (m_camera >= 0 && still == m_cameras.end()) {
        m_camera = -1;
        stopSource();
        m_again = {};
        m_notice->set(tr("The camera was unplugged."),
                      tr("What was taken is kept. Connect it again, or take frames from elsewhere."));
    } else if (m_camera >= 0) {
        m_camera = static_cast<int>(still - m_cameras.begin());
    } else if (m_begun && !m_frames && !m_cameras.isEmpty()) {
        m_notice->dismiss();
        useCamera(0);
    }
    listSources();
}

void CaptureView::listSources() {
    m_source->clear();
    for (const QCameraDevice& camera : m_cameras)
        m_source->addItem(icon(u"capture"), camera.description());
    if (!m_otherSource.isEmpty())
        m_source->addItem(icon(m_isFolder ? u"folder" : u"video"), QFileInfo(m_otherSource).fileName());
    else if (m_cameras.isEmpty())
        m_source->addItem(icon(u"capture"), tr("No camera"));
    m_source->setCurrentIndex(m_camera >= 0 ? m_camera : m_source->count() - 1);
    m_source->setEnabled(m_source->count() > 1);
}

void CaptureView::showRates(const QStringList& words, int current) {
    m_rate->clear();
    m_rate->addItems(words);
    m_rate->setCurrentIndex(current);
    m_rate->setVisible(!words.isEmpty());
}

void CaptureView::useCamera(int index) {
    m_otherSource.clear();
    m_isFolder = false;
    m_camera = index;
    const QCameraDevice& camera = m_cameras[index];
    QSettings settings;
    settings.setValue(u"capture/camera"_s, camera.id());
    const QSize wanted = settings.value(u"capture/resolution"_s).toSize();
    const std::vector<QCameraFormat> formats = formatsOf(camera);
    // As many pixels as a camera keeps up with, unless another size was chosen before.
    const auto fluent = [](const QCameraFormat& format) { return format.maxFrameRate() >= 20; };
    auto chosen = std::ranges::find(formats, wanted, &QCameraFormat::resolution);
    if (chosen == formats.end())
        chosen = std::ranges::find_if(formats, fluent);
    if (chosen == formats.end())
        chosen = formats.begin();
    const QCameraFormat format = formats.empty() ? QCameraFormat() : *chosen;
    useSource(std::make_unique<CameraSource>(camera, format, m_scratch), [this, index] {
        if (index < m_cameras.size())
            useCamera(index);
    });
    QStringList words;
    for (const QCameraFormat& one : formats)
        words << formatWords(one);
    showRates(words, static_cast<int>(chosen - formats.begin()));
}

void CaptureView::useFolder(const QString& folder, double rate) {
    m_camera = -1;
    m_otherSource = folder;
    m_isFolder = true;
    QSettings().setValue(u"capture/folder"_s, folder);
    useSource(std::make_unique<FolderSource>(folder, rate), [this, folder] { useFolder(folder, 0); });
    QStringList words;
    for (const FolderRate& one : folderRates)
        words << tr(one.words);
    const auto chosen = std::ranges::find(folderRates, rate, &FolderRate::rate);
    showRates(words, chosen == folderRates.end() ? -1 : static_cast<int>(chosen - folderRates.begin()));
}

void CaptureView::useVideo(const QString& file) {
    m_camera = -1;
    m_otherSource = file;
    m_isFolder = false;
    auto video = std::make_unique<VideoSource>(file);
    VideoSource* source = video.get();
    useSource(std::move(video), [this, file] { useVideo(file); });
    m_video = source;
    m_pause->setText(tr("Pause"));
    m_pause->show();
}

void CaptureView::useSource(std::unique_ptr<FrameSource> source, std::function<void()> again) {
    stopSource();
    m_notice->dismiss();
    m_again = std::move(again);
    m_lastTaken = -1;
    m_frames = std::move(source);
    m_eye = std::make_unique<LiveEye>(m_desk.lanes);
    m_eye->setSize(m_preview->pixels());
    connect(m_eye.get(), &LiveEye::shown, this, &CaptureView::showFrame);
    connect(m_eye.get(), &LiveEye::read, this, &CaptureView::showRead);
    connect(m_eye.get(), &LiveEye::failed, this,
            [this](const Error& error) { m_notice->set(error, m_desk.texts()); });
    connect(m_frames.get(), &FrameSource::failed, this,
            [this](const QString& what, const QString& advice, const QString& details) {
                m_notice->set(what, advice, details);
            });
    connect(m_frames.get(), &FrameSource::ended, this, [this] {
        if (m_video != nullptr)
            m_pause->setText(tr("Play again"));
    });
    listSources();
    m_stage->setCurrentWidget(m_preview);
    m_preview->setFocus();
    m_frames->start(m_eye->take());
}

void CaptureView::chooseFolder() {
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

void CaptureView::chooseVideo() {
    auto* dialog = new QFileDialog(this, tr("The video file that serves as a camera"),
                                   QStandardPaths::writableLocation(QStandardPaths::MoviesLocation));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Videos (*.mp4 *.mov *.mkv *.webm *.avi *.3gp)"), tr("All files (*)")});
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &CaptureView::useVideo);
    dialog->open();
}

void CaptureView::showFrame(const ShownFrame& frame) {
    if (frame.image.isNull()) {
        if (frame.notRead)
            m_notice->set(tr("A frame cannot be shown."),
                          text::reason(text::Topic::Picture, eye::key(*frame.notRead), m_desk.texts()));
        return;
    }
    m_shown = frame.frame;
    m_preview->show(frame.image);
    m_shutter->setEnabled(true);
    m_burst->setEnabled(true);
    Q_EMIT frameShown(frame.frame.number);
    if (m_burstLeft > 0 && (m_frames->isNewEachTime() || m_lastTaken != m_shown->number))
        shoot();
}

void CaptureView::showRead(const ReadFrame& frame) {
    const eye::Reading& reading = frame.reading;
    if (reading.meter)
        m_meter->show(*reading.meter);
    const auto fresh = m_preview->sightings().add(reading, std::chrono::steady_clock::now());
    if (!reading.codes.empty())
        m_preview->update();
    if (!fresh.empty()) {
        m_preview->flash();
        if (m_sound->isChecked())
            m_beeper->beep();
    }
    QStringList texts;
    for (const Sightings::Fresh& one : fresh) {
        texts << one.code.text;
        const QString key = one.code.format + u' ' + one.code.text;
        if (m_told.contains(key))
            continue;
        m_noCodes->hide();
        auto* card = new QWidget;
        auto* column = columnOf(metrics::step);
        card->setLayout(column);
        tellCode(column, one.number, one.code, m_desk.texts());
        m_codes->insertWidget(0, card);
        m_told[key] = card;
        if (m_told.size() > codesTold)
            if (QLayoutItem* oldest = m_codes->itemAt(static_cast<int>(codesTold));
                oldest->widget() != nullptr) {
                std::erase_if(m_told, [&](const auto& told) { return told.second == oldest->widget(); });
                oldest->widget()->deleteLater();
            }
    }
    if (!texts.isEmpty())
        m_preview->setAccessibleDescription(texts.join(u", "));
    Q_EMIT frameRead(frame);
}

void CaptureView::shoot() {
    if (!m_frames || !m_shown)
        return;
    if (!m_frames->isNewEachTime() && m_lastTaken == m_shown->number) {
        m_stills->setText(tr("This frame is taken already."));
        return;
    }
    m_lastTaken = m_shown->number;
    if (m_burstLeft > 0)
        --m_burstLeft;
    ++m_saving;
    m_preview->flash();
    showStills();
    m_frames->takeStill(*m_shown, [this](Result<Still> still) {
        if (!still) {
            m_notice->set(still.error(), m_desk.texts());
            return stillEnded(false);
        }
        Q_EMIT taken(*still);
    });
}

void CaptureView::burst() {
    if (m_burstLeft > 0) {
        m_burstLeft = 0;
        return showStills();
    }
    m_burstLeft = burstStills;
    if (m_shown && (m_frames->isNewEachTime() || m_lastTaken != m_shown->number))
        shoot();
    showStills();
}

void CaptureView::stillEnded(bool saved) {
    --m_saving;
    m_saved += saved ? 1 : 0;
    showStills();
}

void CaptureView::showStills() {
    QStringList words;
    if (m_burstLeft > 0)
        words << tr("%n more of the burst", nullptr, m_burstLeft);
    if (m_saving > 0)
        words << tr("%n being saved", nullptr, m_saving);
    if (m_saved > 0)
        words << tr("%n saved here", nullptr, m_saved);
    m_stills->setText(words.isEmpty() ? tr("Nothing taken yet") : words.join(u" · "));
    m_burst->setText(m_burstLeft > 0 ? tr("Stop the burst") : tr("Burst of %1").arg(burstStills));
}

void CaptureView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Space:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!event->isAutoRepeat())
                return shoot();
            if (m_burstLeft == 0 && !m_held) {  // held down
                m_held = true;
                burst();
            }
            return;
        case Qt::Key_B:
            if (!event->isAutoRepeat())
                burst();
            return;
        case Qt::Key_P:
            if (m_video != nullptr)
                return m_pause->click();
            break;
        default:
            break;
    }
    QWidget::keyPressEvent(event);
}

void CaptureView::keyReleaseEvent(QKeyEvent* event) {
    if (m_held && !event->isAutoRepeat()) {
        m_held = false;
        m_burstLeft = 0;
        showStills();
    }
    QWidget::keyReleaseEvent(event);
}

void CaptureView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (std::exchange(m_suspended, false) && m_again)
        std::function<void()>{m_again}();  // a copy: it sets the next one
}

void CaptureView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!m_frames)
        return;
    m_suspended = true;
    stopSource();
}

}  // namespace chayan::ui
