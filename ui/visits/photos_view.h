#pragma once

#include "ui/capture/phone_panel.h"
#include "ui/visits/annotate_view.h"
#include "ui/visits/folder_watch.h"
#include "ui/visits/label_view.h"
#include "ui/visits/large_view.h"
#include "ui/visits/photo_saver.h"
#include "ui/visits/reference_form.h"
#include "ui/widgets/notice.h"

#include <QListView>
#include <QStackedWidget>
#include <QTimer>

namespace chayan::ui {

class CaptureView;
class DevicePanel;

/// The photographs of a visit: a gallery, and one of them large or drawn upon. Files come by dialog, drag and
/// drop, paste or a watched folder, and show as saved only when they are durable.
class PhotosView : public QWidget {
    Q_OBJECT
  public:
    PhotosView(Desk& desk, DraftKeeper& drafts);

    void show(std::shared_ptr<const services::OpenedDossier> opened);
    void add(const QStringList& files);
    void choose();
    void paste();
    QListView* gallery() const { return m_gallery; }
    PhotoModel* model() const { return m_model; }
    void openLarge(int row);
    LargeView* large() const { return m_large; }
    /// Says of one whether it is for the record (`record`, `aside` or empty).
    void setUse(int row, const QString& use);
    /// Records whatever was typed.
    void settle() { m_large->settle(); }
    /// The one selected, or null.
    const Photo* current() const;
    /// Draws on the one that is selected.
    void annotate();
    /// Asks for a folder to watch for this visit.
    void chooseWatched();
    /// Lets phones send photographs into this visit.
    void takeFromPhone();
    PhonePanel* phone() const { return m_phone; }
    /// Takes in what a camera or a card holds.
    void takeFromDevice();
    DevicePanel* device() const { return m_device; }
    FolderWatch* watch() const { return m_watch; }
    AnnotateView* annotator() const { return m_annotate; }
    /// A live picture of a camera, a folder or a video.
    void capture();
    /// Null until it was asked for.
    CaptureView* capturer() const { return m_capture; }
    bool isCapturing() const;
    void endCapture();
    /// Pulls the label of the one that is selected straight.
    void scanLabel();
    LabelView* labelScan() const { return m_label; }
    /// Chooses a genuine reference to lay the one that is selected over.
    void compareWithGenuine();
    /// Keeps the one that is selected as a genuine reference.
    void keepAsReference();
    ReferenceForm* referenceForm() const { return m_reference; }

  Q_SIGNALS:
    /// The one selected, or null.
    void selected(const chayan::ui::Photo* photo);
    /// A live picture or a panel beside the gallery wants all the room there is, or no longer.
    void wantsRoom(bool on);

  protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void addTo(const DossierId& visit, const QStringList& files);
    void tellRoom();
    void saveStill(const Still& still);
    void followLarge();
    void followSaver();
    void backToGallery();
    void backToLarge();
    bool isBusyWithOne() const;
    QWidget* makeWatchRow();
    void showWatch();
    void showState();

    Desk& m_desk;
    std::optional<DossierId> m_dossier;
    std::shared_ptr<const services::OpenedDossier> m_opened;
    PhotoModel* m_model;
    QListView* m_gallery;
    LargeView* m_large;
    AnnotateView* m_annotate;
    CaptureView* m_capture = nullptr;
    LabelView* m_label;
    ReferenceForm* m_reference;
    FolderWatch* m_watch;
    PhotoSaver* m_saver;
    QWidget* m_tools = nullptr;  ///< give their room to a live picture
    PhonePanel* m_phone;
    DevicePanel* m_device;
    QWidget* m_watchRow = nullptr;
    QLabel* m_watchWords = nullptr;
    QPushButton* m_watchHere = nullptr;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    QLabel* m_count;
    Notice* m_notice;
};

}  // namespace chayan::ui
