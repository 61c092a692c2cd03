#include "ui/shell/main_window.h"

#include "ui/shell/status_strip.h"
#include "ui/start/start_page.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QMimeData>
#include <QScreen>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

const QKeySequence lockKey(u"Ctrl+L"_s);

/// Each screen keeps its own place and size: a laptop's and the office's differ.
QString geometryKey(const QScreen* screen) {
    const QSize size = screen->size();
    return u"window/%1x%2"_s.arg(size.width()).arg(size.height());
}

}  // namespace

int idleMinutes() {
    return QSettings().value(u"lock/idle"_s, 10).toInt();
}

void setIdleMinutes(int minutes) {
    QSettings().setValue(u"lock/idle"_s, minutes);
}

MainWindow::MainWindow(Appearance& appearance, std::vector<PageRow> rows, const QString& folder)
    : m_tasks(m_lanes),
      m_desk{m_session, m_lanes, m_tasks, appearance, m_media},
      m_rows(std::move(rows)),
      m_folder(folder) {
    setWindowTitle(tr("Chayan"));
    setAcceptDrops(true);
    resize(1200, 760);
    if (const QByteArray saved = QSettings().value(geometryKey(screen())).toByteArray(); !saved.isEmpty())
        restoreGeometry(saved);
    build();
    connect(&m_session, &Session::stateChanged, this, &MainWindow::follow);
    connect(&appearance, &Appearance::languageChanged, this, &MainWindow::build, Qt::QueuedConnection);
    connect(&m_tasks, &Tasks::ended, this, [this](Task* task) {
        if (!task->outcome().isEmpty() && task->state() == Task::State::Done)
            m_toast->say(task->outcome(), task->showResult());
        m_tasks.dismiss(task);
    });
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] { m_session.lock(); });
    qApp->installEventFilter(this);
    openStore();
}

MainWindow::~MainWindow() {
    qApp->removeEventFilter(this);
    m_session.disconnect(this);
    m_session.close();
}

void MainWindow::build() {
    const int place = m_stack != nullptr ? m_stack->currentIndex() : 0;
    QStringList opened;
    for (const Page* page : m_pages)
        opened << page->opened();
    if (m_session.state() == Session::State::Unlocked)
        Q_EMIT m_session.aboutToLock();  // what is being typed is kept before its field goes
    m_pages.clear();
    for (QAction* action : m_commands) {
        removeAction(action);
        action->deleteLater();
    }
    m_commands.clear();
    if (m_palette != nullptr)
        m_palette->deleteLater();
    if (m_help != nullptr)
        m_help->deleteLater();
    if (m_toast != nullptr)
        m_toast->deleteLater();

    m_stage = new QStackedWidget;
    m_start = new StartPage(m_desk, m_folder);
    m_lock = new LockPage(m_desk);
    m_work = new QWidget;
    for (QWidget* stage : {static_cast<QWidget*>(m_start), static_cast<QWidget*>(m_lock), m_work})
        m_stage->addWidget(stage);
    m_rail = new Rail(m_rows);
    m_stack = new QStackedWidget;
    for (const PageRow& row : m_rows) {
        Page* page = row.make(m_desk);
        page->setAutoFillBackground(true);
        page->setBackgroundRole(QPalette::Base);
        connect(page, &Page::go, this, &MainWindow::go);
        m_pages.push_back(page);
        m_stack->addWidget(page);
    }
    auto* across = rowOf();
    across->setSpacing(0);
    across->addWidget(m_rail);
    across->addWidget(m_stack, 1);
    auto* down = columnOf(0);
    m_work->setLayout(down);
    down->addLayout(across, 1);
    auto* status = new StatusStrip(m_desk, lockKey);
    down->addWidget(status);
    connect(m_rail, &Rail::chosen, this, &MainWindow::showPage);
    connect(status, &StatusStrip::lockAsked, this, [this] { m_session.lock(); });
    connect(status, &StatusStrip::backupAsked, this, [this] { go(u"settings"_s); });
    connect(status, &StatusStrip::reminded, this, [this](const QString& words) {
        if (!std::exchange(m_reminded, true) && !m_session.demo())
            m_toast->say(words, [this] { go(u"settings"_s); });
    });
    setCentralWidget(m_stage);
    m_palette = new CommandPalette(this);
    m_help = new HelpPanel(this);
    m_toast = new Toast(this);
    addKeys();
    for (qsizetype i = 0; i < opened.size() && m_session.state() == Session::State::Unlocked; ++i)
        m_pages[static_cast<std::size_t>(i)]->open(opened[i]);
    m_stack->setCurrentIndex(place);
    follow();
}

QAction* MainWindow::command(const QString& text, const QString& key, const QString& iconName,
                             std::function<void()> run) {
    auto* action = new QAction(icon(iconName), text, this);
    action->setShortcut(QKeySequence(key));
    connect(action, &QAction::triggered, this, [this, run = std::move(run)] {
        if (m_session.state() == Session::State::Unlocked)
            run();
    });
    addAction(action);
    m_commands.push_back(action);
    return action;
}

void MainWindow::addKeys() {
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const int index = static_cast<int>(i);
        command(tr("Go to %1").arg(titleOf(m_rows[i])), keyOf(index).toString(),
                m_rows[i].iconName.toString(), [this, index] { showPage(index); });
    }
    command(tr("Lock"), lockKey.toString(), u"lock"_s, [this] { m_session.lock(); });
    command(tr("Show or hide the inspector"), u"F4"_s, u"inspector"_s, [this] { toggleInspector(); });
    command(tr("Help for this page"), u"F1"_s, u"info"_s, [this] { showHelp(); });
    QAction* ask = command(tr("Command palette"), u"Ctrl+K"_s, u"command"_s, [this] { askPalette(); });
    ask->setProperty("inPalette", false);
}

void MainWindow::follow() {
    switch (m_session.state()) {
        case Session::State::None:
            m_stage->setCurrentWidget(m_start);
            break;
        case Session::State::Locked:
            m_palette->hide();
            m_help->hide();
            m_lock->arrive();
            m_stage->setCurrentWidget(m_lock);
            break;
        case Session::State::Unlocked:
            m_stage->setCurrentWidget(m_work);
            showPage(m_stack->currentIndex());
            restartIdle();
            openFiles(std::exchange(m_waitingFiles, {}));
            break;
    }
}

int MainWindow::current() const {
    return m_stack->currentIndex();
}

void MainWindow::showPage(int index) {
    m_help->hide();
    m_stack->setCurrentIndex(index);
    m_rail->setCurrent(index);
    page(index)->shown();
}

void MainWindow::go(const QString& page, const QString& what) {
    const auto row = std::ranges::find(m_rows, page, &PageRow::key);
    if (row == m_rows.end())
        return;
    const int index = static_cast<int>(row - m_rows.begin());
    showPage(index);
    if (!what.isEmpty())
        m_pages[static_cast<std::size_t>(index)]->open(what);
}

void MainWindow::openFiles(const QStringList& files) {
    if (m_session.state() != Session::State::Unlocked) {
        m_waitingFiles += files;
        return;
    }
    for (const QString& file : files)
        go(u"bundles"_s, file);
}

void MainWindow::comeForward() {
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::askPalette() {
    std::vector<Command> commands;
    QList<QAction*> actions = page(current())->actions();
    for (QAction* action : m_commands)
        actions << action;
    for (QAction* action : actions) {
        if (action->isEnabled() && action->property("inPalette") != QVariant(false))
            commands.push_back(
                {action->text(), action->icon(), action->shortcut(), [action] { action->trigger(); }});
    }
    const QString search = u"search"_s;
    std::function<void(const QString&)> find;
    if (std::ranges::find(m_rows, search, &PageRow::key) != m_rows.end())
        find = [this, search](const QString& text) { go(search, text); };
    m_palette->ask(std::move(commands), std::move(find));
}

void MainWindow::showHelp() {
    if (m_help->isVisible())
        return m_help->hide();
    const PageRow& row = m_rows[static_cast<std::size_t>(current())];
    QList<QAction*> commands = page(current())->actions();
    for (QAction* action : m_commands)
        commands << action;
    m_help->tell(titleOf(row),
                 row.help != nullptr ? QCoreApplication::translate("page", row.help) : QString(), commands);
}

void MainWindow::toggleInspector() {
    if (QWidget* inspector = page(current())->inspector())
        inspector->setVisible(!inspector->isVisibleTo(inspector->parentWidget()));
}

void MainWindow::openStore() {
    m_start->opening();
    m_lanes.run(
        Lane::Reading, this, [folder = m_folder] { return openOffice(folder); },
        [this](Result<OpenedOffice> opened) {
            if (!opened)
                return m_start->missing(opened.error());
            m_session.setOffice(std::move(opened->office), std::move(opened->officers), opened->demo);
        });
}

void MainWindow::restartIdle() {
    const int minutes = idleMinutes();
    if (minutes > 0 && m_session.state() == Session::State::Unlocked)
        m_idle.start(minutes * 60'000);
    else
        m_idle.stop();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::KeyPress:
        case QEvent::MouseButtonPress:
        case QEvent::Wheel:
            restartIdle();
            break;
        default:
            break;
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    QSettings().setValue(geometryKey(screen()), saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    event->acceptProposedAction();
    openFiles(files);
}

}  // namespace chayan::ui
