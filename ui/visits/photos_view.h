#pragma once

#include "ui/visits/annotate_view.h"
#include "ui/visits/folder_watch.h"
#include "ui/visits/large_view.h"
#include "ui/widgets/notice.h"

#include <QListView>
#include <QStackedWidget>
#include <QTimer>

namespace chayan::ui {

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
    FolderWatch* watch() const { return m_watch; }
    AnnotateView* annotator() const { return m_annotate; }

  Q_SIGNALS:
    /// The one selected, or null.
    void selected(const chayan::ui::Photo* photo);

  protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void addTo(const DossierId& visit, const QStringList& files);
    void addImage(const QImage& image);
    void followLarge();
    void backToGallery();
    QWidget* makeWatchRow();
    void showWatch();
    void showState();

    Desk& m_desk;
    std::optional<DossierId> m_dossier;
    PhotoModel* m_model;
    QListView* m_gallery;
    LargeView* m_large;
    AnnotateView* m_annotate;
    FolderWatch* m_watch;
    QWidget* m_watchRow = nullptr;
    QLabel* m_watchWords = nullptr;
    QPushButton* m_watchHere = nullptr;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    QLabel* m_count;
    Notice* m_notice;
    std::map<DossierId, int> m_saving;
};

}  // namespace chayan::ui
