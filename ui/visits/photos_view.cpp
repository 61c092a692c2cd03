#include "ui/visits/photos_view.h"

#include "core/services/items.h"
#include "ui/capture/capture_view.h"
#include "ui/capture/device_panel.h"
#include "ui/style/metrics.h"

#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>
#include <QShortcut>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

QStringList localFiles(const QMimeData* data) {
    QStringList files;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile() && !url.fileName().endsWith(u".zip"_s, Qt::CaseInsensitive))
            files << url.toLocalFile();
    }
    return files;
}

}  // namespace

PhotosView::PhotosView(Desk& desk, DraftKeeper& drafts)
    : m_desk(desk),
      m_model(new PhotoModel(desk, this)),
      m_gallery(new QListView),
      m_large(new LargeView(desk, drafts, m_model)),
      m_annotate(new AnnotateView(desk)),
      m_label(new LabelView(desk)),
      m_reference(new ReferenceForm(desk)),
      m_watch(new FolderWatch(desk, this)),
      m_saver(new PhotoSaver(desk, this)),
      m_phone(new PhonePanel(desk)),
      m_device(new DevicePanel(desk)),
      m_empty(new EmptyState(u"photo",
                             tr("No photographs yet. Choose some, or drag them here from a folder."),
                             tr("Add photographs"), QKeySequence(u"Ctrl+Shift+O"_s))),
      m_stack(new QStackedWidget),
      m_count(quietLabel({}, Size::Small)),
      m_notice(new Notice) {
    setAcceptDrops(true);
    auto* column = columnOf(metrics::inside);
    setLayout(column);
    column->setContentsMargins(metrics::between, metrics::inside, metrics::between, metrics::inside);
    m_tools = new QWidget;
    auto* tools = rowOf();
    tools->setSpacing(metrics::step);  // all of them in a small window too
    m_tools->setLayout(tools);
    auto* choose = button(tr("Add photographs …"), u"add");
    choose->setToolTip(withKey(tr("Add photographs"), QKeySequence(u"Ctrl+Shift+O"_s)));
    auto* capture = button(tr("Capture"), u"capture");
    capture->setToolTip(withKey(tr("Take photographs with a camera, from a folder or a video"),
                                QKeySequence(u"Ctrl+Shift+C"_s)));
    auto* phone = toolButton(u"phone", tr("Photograph with a phone"), QKeySequence(u"Ctrl+Shift+P"_s));
    auto* watch = toolButton(u"watch", tr("Watch a folder …"));
    watch->setToolTip(tr("Watch a folder: what a phone uploads there goes into this visit by itself."));
    auto* device = toolButton(u"card", tr("From a camera or a card …"), QKeySequence(u"Ctrl+Shift+D"_s));
    m_count->setWordWrap(false);
    tools->addWidget(choose);
    tools->addWidget(capture);
    tools->addWidget(phone);
    tools->addWidget(watch);
    tools->addWidget(device);
    tools->addStretch(1);
    tools->addWidget(m_count);
    column->addWidget(m_tools);
    column->addWidget(makeWatchRow());
    column->addWidget(m_notice);
    auto* middle = rowOf();
    middle->addWidget(m_phone);
    middle->addWidget(m_device);
    middle->addWidget(m_stack, 1);
    column->addLayout(middle, 1);

    m_gallery->setModel(m_model);
    m_gallery->setItemDelegate(new PhotoDelegate(m_gallery));
    m_gallery->setViewMode(QListView::IconMode);
    m_gallery->setResizeMode(QListView::Adjust);
    m_gallery->setMovement(QListView::Static);
    m_gallery->setUniformItemSizes(true);
    m_gallery->setLayoutMode(QListView::Batched);
    m_gallery->setFrameShape(QFrame::NoFrame);
    m_gallery->setMouseTracking(true);
    m_gallery->setAccessibleName(tr("Photographs"));
    m_stack->addWidget(m_gallery);
    m_stack->addWidget(m_large);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_annotate);
    m_stack->addWidget(m_label);
    m_stack->addWidget(m_reference);

    connect(choose, &QPushButton::clicked, this, &PhotosView::choose);
    connect(capture, &QPushButton::clicked, this, &PhotosView::capture);
    connect(phone, &QToolButton::clicked, this, &PhotosView::takeFromPhone);
    connect(watch, &QToolButton::clicked, this, &PhotosView::chooseWatched);
    connect(device, &QToolButton::clicked, this, &PhotosView::takeFromDevice);
    connect(m_phone, &SidePanel::toggled, this, &PhotosView::tellRoom);
    connect(m_device, &SidePanel::toggled, this, &PhotosView::tellRoom);
    connect(m_device, &DevicePanel::take, m_saver, &PhotoSaver::takeFiles);
    connect(m_empty, &EmptyState::chosen, this, &PhotosView::choose);
    connect(m_gallery, &QListView::activated, this,
            [this](const QModelIndex& index) { openLarge(index.row()); });
    connect(m_gallery->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) { Q_EMIT selected(m_model->photo(now.row())); });
    connect(m_annotate, &AnnotateView::closed, this, &PhotosView::backToGallery);
    connect(m_label, &LabelView::closed, this, &PhotosView::backToGallery);
    connect(m_reference, &ReferenceForm::closed, this, &PhotosView::backToLarge);
    followLarge();
    followSaver();
    connect(m_watch, &FolderWatch::changed, this, &PhotosView::showWatch);
    connect(m_watch, &FolderWatch::arrived, this, &PhotosView::addTo);
    connect(m_watch, &FolderWatch::failed, this,
            [this](const Error& error) { m_notice->set(error, m_desk.texts()); });
    showWatch();
}

void PhotosView::backToGallery() {
    m_large->settle();
    m_stack->setCurrentWidget(m_gallery);
    m_gallery->setFocus();
}

void PhotosView::backToLarge() {
    m_stack->setCurrentWidget(m_large);
    openLarge(m_gallery->currentIndex().row());
}

bool PhotosView::isBusyWithOne() const {
    const QWidget* now = m_stack->currentWidget();
    return now == m_large || now == m_annotate || now == m_label || now == m_reference || isCapturing();
}

void PhotosView::followLarge() {
    connect(m_large, &LargeView::closed, this, &PhotosView::backToGallery);
    connect(m_large, &LargeView::drawAsked, this, &PhotosView::annotate);
    connect(m_large, &LargeView::scanAsked, this, &PhotosView::scanLabel);
    connect(m_large, &LargeView::referenceAsked, this, &PhotosView::keepAsReference);
    connect(m_large, &LargeView::looked, this, [this](int row) {
        if (m_stack->currentWidget() == m_large)
            m_gallery->setCurrentIndex(m_model->index(row));
    });
    connect(m_large, &LargeView::useAsked, this, &PhotosView::setUse);
    for (const auto& [key, use] :
         {std::pair(Qt::Key_P, u"record"_s), {Qt::Key_X, u"aside"_s}, {Qt::Key_U, {}}})
        connect(new QShortcut(key, m_gallery, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated,
                this, [this, use] { setUse(m_gallery->currentIndex().row(), use); });
}

void PhotosView::followSaver() {
    connect(m_saver, &PhotoSaver::begun, m_notice, &Notice::dismiss);
    connect(m_saver, &PhotoSaver::changed, this, &PhotosView::showState);
    connect(m_saver, &PhotoSaver::failed, this,
            [this](const Error& error) { m_notice->set(error, m_desk.texts()); });
    connect(
        m_saver, &PhotoSaver::told, this,
        [this](const DossierId& visit, const QString& what, const QString& advice, const QString& details) {
            if (m_dossier == visit)
                m_notice->set(what, advice, details);
        });
}

void PhotosView::setUse(int row, const QString& use) {
    const Photo* photo = m_model->photo(row);
    const auto signer = m_desk.session.office()->signer();
    if (photo == nullptr || !m_dossier || !signer || photo->use == use)
        return;
    m_desk.lanes.run(
        Lane::Saving, this,
        [office = m_desk.session.office(), signer = *signer, id = *m_dossier, item = photo->item, use] {
            return services::setItem(office->store(), signer, id, item, {{u"use"_s, use}});
        },
        [this, id = *m_dossier](const Status& done) {
            if (!done)
                return m_notice->set(done.error(), m_desk.texts());
            m_desk.session.noteChange(id);
        });
}

QWidget* PhotosView::makeWatchRow() {
    m_watchRow = new QWidget;
    auto* row = rowOf();
    m_watchRow->setLayout(row);
    row->addWidget(new IconLabel(u"watch", Ink::Text), 0, Qt::AlignTop);
    m_watchWords = label({}, Size::Small);
    row->addWidget(m_watchWords, 1);
    m_watchHere = button(tr("Into this visit"));
    auto* stop = button(tr("Stop watching"));
    row->addWidget(m_watchHere);
    row->addWidget(stop);
    connect(m_watchHere, &QPushButton::clicked, this, [this] {
        if (m_dossier)
            m_watch->begin(m_watch->folder(), *m_dossier);
    });
    connect(stop, &QPushButton::clicked, m_watch, &FolderWatch::end);
    return m_watchRow;
}

void PhotosView::showWatch() {
    m_watchRow->setVisible(m_watch->isOn());
    if (!m_watch->isOn())
        return;
    const bool here = m_watch->visit() == m_dossier;
    const QString folder = QDir::toNativeSeparators(m_watch->folder());
    m_watchWords->setText(here ? tr("What arrives in %1 goes into this visit.").arg(folder)
                               : tr("What arrives in %1 goes into another visit.").arg(folder));
    m_watchHere->setVisible(!here);
}

void PhotosView::chooseWatched() {
    if (!m_dossier)
        return;
    auto* dialog = new QFileDialog(this, tr("The folder into which a phone uploads"),
                                   QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        if (m_dossier)
            m_watch->begin(folder, *m_dossier);
    });
    dialog->open();
}

void PhotosView::capture() {
    if (!m_dossier || isCapturing())
        return;
    if (m_capture == nullptr) {
        m_capture = new CaptureView(m_desk);
        m_stack->addWidget(m_capture);
        connect(m_capture, &CaptureView::taken, this, &PhotosView::saveStill);
        connect(m_capture, &CaptureView::closed, this, &PhotosView::endCapture);
    }
    m_large->settle();
    m_device->close();
    m_stack->setCurrentWidget(m_capture);
    m_tools->hide();
    tellRoom();
    m_capture->begin();
}

bool PhotosView::isCapturing() const {
    return m_capture != nullptr && m_stack->currentWidget() == m_capture;
}

void PhotosView::endCapture() {
    if (!isCapturing())
        return;
    m_capture->end();
    backToGallery();
    m_tools->show();
    tellRoom();
    showState();
}

void PhotosView::tellRoom() {
    Q_EMIT wantsRoom(isCapturing() || m_phone->isVisible() || m_device->isVisible());
}

void PhotosView::saveStill(const Still& still) {
    const auto ended = [this](int saved, bool) { m_capture->stillEnded(saved == 1); };
    if (!m_dossier || !m_saver->saveStill(*m_dossier, still, ended))
        m_capture->stillEnded(false);
}

void PhotosView::takeFromPhone() {
    if (!m_dossier || m_desk.session.state() != Session::State::Unlocked)
        return;
    m_device->close();
    m_phone->begin(*m_dossier);
}

void PhotosView::takeFromDevice() {
    if (!m_dossier || m_desk.session.state() != Session::State::Unlocked)
        return;
    m_device->begin(*m_dossier);
}

void PhotosView::annotate() {
    const Photo* photo = current();
    if (photo == nullptr || !m_dossier)
        return;
    m_annotate->begin(*m_dossier, *photo);
    m_stack->setCurrentWidget(m_annotate);
}

void PhotosView::scanLabel() {
    const Photo* photo = current();
    if (photo == nullptr || !m_dossier || isCapturing())
        return;
    m_stack->setCurrentWidget(m_label);
    m_label->begin(*m_dossier, *photo);
}

void PhotosView::compareWithGenuine() {
    if (current() == nullptr || isCapturing())
        return;
    openLarge(m_gallery->currentIndex().row());
    m_large->chooseGenuine();
}

void PhotosView::keepAsReference() {
    const Photo* photo = current();
    if (photo == nullptr || !m_dossier || !m_opened || isCapturing())
        return;
    m_stack->setCurrentWidget(m_reference);
    m_reference->beginPhoto(*m_dossier, photo->sha256, services::gtinsOf(m_opened->dossier, photo->sha256));
}

const Photo* PhotosView::current() const {
    return m_model->photo(m_gallery->currentIndex().row());
}

void PhotosView::show(std::shared_ptr<const services::OpenedDossier> opened) {
    const domain::Dossier& dossier = opened->dossier;
    const bool same = m_dossier == dossier.id;
    if (!same)
        endCapture();
    const int row = same ? m_gallery->currentIndex().row() : -1;
    m_dossier = dossier.id;
    std::vector<Photo> photos = photosOf(dossier);
    const bool asMany = same && static_cast<int>(photos.size()) == m_model->photoCount();
    m_model->setPhotos(std::move(photos));
    if (!asMany) {
        if (!same || !isBusyWithOne())
            m_stack->setCurrentWidget(m_gallery);
        if (row >= 0 && m_gallery->currentIndex().row() != row)
            m_gallery->setCurrentIndex(m_model->index(row));
    }
    if (!same) {
        m_phone->close();
        m_device->close();
        m_notice->dismiss();
        Q_EMIT selected(nullptr);
        showWatch();
    }
    m_opened = opened;
    m_large->update(std::move(opened));
    if (const Photo* photo = current(); same && photo != nullptr)
        Q_EMIT selected(photo);
    showState();
}

void PhotosView::showState() {
    const int saving = m_dossier ? m_saver->saving(*m_dossier) : 0;
    m_model->setSaving(saving);
    const int count = m_model->photoCount();
    QString words = tr("%n saved here", nullptr, count);
    if (saving > 0)
        words += u" · "_s + tr("%n being saved", nullptr, saving);
    m_count->setText(words);
    m_count->setVisible(count + saving > 0);
    if (isCapturing())
        return;
    if (count + saving == 0)
        m_stack->setCurrentWidget(m_empty);
    else if (m_stack->currentWidget() == m_empty)
        m_stack->setCurrentWidget(m_gallery);
}

void PhotosView::openLarge(int row) {
    if (m_model->photo(row) == nullptr)
        return;
    m_stack->setCurrentWidget(m_large);
    m_large->open(row);
}

void PhotosView::choose() {
    if (!m_dossier)
        return;
    auto* dialog = new QFileDialog(this, tr("Add photographs"),
                                   QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Pictures (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.heic)"), tr("All files (*)")});
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filesSelected, this, &PhotosView::add);
    dialog->open();
}

void PhotosView::add(const QStringList& files) {
    if (m_dossier)
        addTo(*m_dossier, files);
}

void PhotosView::addTo(const DossierId& id, const QStringList& files) {
    m_saver->addFiles(id, files, [this, id, files](int, bool stopped) {
        if (stopped && m_watch->visit() == id)
            m_watch->giveBack(files);
    });
}

void PhotosView::paste() {
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (data == nullptr || !m_dossier)
        return;
    if (const QStringList files = localFiles(data); !files.isEmpty())
        return add(files);
    if (const QImage image = QGuiApplication::clipboard()->image(); !image.isNull())
        m_saver->addImage(*m_dossier, image);
}

void PhotosView::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void PhotosView::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    add(localFiles(event->mimeData()));
}

}  // namespace chayan::ui
