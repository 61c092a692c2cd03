#pragma once

#include "ui/capture/media.h"
#include "ui/pages.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/help_panel.h"
#include "ui/shell/lock_page.h"
#include "ui/shell/rail.h"
#include "ui/tasks/task_strip.h"

#include <QMainWindow>
#include <QStackedWidget>
#include <QTimer>

namespace chayan::ui {

class StartPage;

/// The frame: rail, page, status; before it the first-run page or the lock. Everything inside is made anew
/// when the language changes, and opens again what stood open.
class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    /// `folder` is the store to open, made by the first-run page where there is none yet.
    MainWindow(Appearance& appearance, std::vector<PageRow> rows, const QString& folder);
    ~MainWindow() override;

    Desk& desk() { return m_desk; }
    /// Goes to a page of the table and opens something there.
    void go(const QString& page, const QString& what = {});
    /// Bundles given on the command line or dropped; shown once unlocked.
    void openFiles(const QStringList& files);
    void comeForward();

    const std::vector<PageRow>& rows() const { return m_rows; }
    Page* page(int index) const { return m_pages[static_cast<std::size_t>(index)]; }
    int current() const;

  protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void build();
    void addKeys();
    void follow();
    void showPage(int index);
    void askPalette();
    void showHelp();
    void toggleInspector();
    void openStore();
    void restartIdle();
    QAction* command(const QString& text, const QString& key, const QString& iconName,
                     std::function<void()> run);

    Session m_session;
    Lanes m_lanes;
    Tasks m_tasks;
    Media m_media;
    Desk m_desk;
    std::vector<PageRow> m_rows;
    QString m_folder;
    QStackedWidget* m_stage = nullptr;
    StartPage* m_start = nullptr;
    LockPage* m_lock = nullptr;
    QWidget* m_work = nullptr;
    Rail* m_rail = nullptr;
    QStackedWidget* m_stack = nullptr;
    std::vector<Page*> m_pages;
    CommandPalette* m_palette = nullptr;
    HelpPanel* m_help = nullptr;
    Toast* m_toast = nullptr;
    std::vector<QAction*> m_commands;
    QStringList m_waitingFiles;
    QTimer m_idle;
    bool m_reminded = false;  ///< of a backup; once is enough
};

/// Minutes without a key or a click until the window locks; 0 never. Kept in the user's settings.
int idleMinutes();
void setIdleMinutes(int minutes);

}  // namespace chayan::ui
