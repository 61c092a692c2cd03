#include "ui/tasks/task_strip.h"

#include "ui/style/colours.h"
#include "ui/style/metrics.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace chayan::ui {

TaskStrip::TaskStrip(Tasks& tasks)
    : m_tasks(tasks),
      m_title(label({}, Size::Small)),
      m_bar(new QProgressBar),
      m_left(quietLabel({}, Size::Small)),
      m_cancel(toolButton(u"cross", tr("Cancel this task"))) {
    auto* row = rowOf();
    setLayout(row);
    m_title->setWordWrap(false);
    m_left->setWordWrap(false);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(140, 8);
    m_bar->setAccessibleName(tr("Progress"));
    row->addWidget(m_title);
    row->addWidget(m_bar);
    row->addWidget(m_left);
    row->addWidget(m_cancel);
    connect(&m_tasks, &Tasks::changed, this, &TaskStrip::refresh);
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        if (m_shown != nullptr)
            m_shown->cancel();
    });
    refresh();
}

void TaskStrip::refresh() {
    const auto& all = m_tasks.all();
    const auto running =
        std::ranges::find_if(all, [](const Task* task) { return task->state() == Task::State::Running; });
    Task* next = running == all.end() ? nullptr : *running;
    if (m_shown != nullptr && m_shown != next)
        disconnect(m_shown, nullptr, this, nullptr);
    if (next != nullptr && next != m_shown)
        connect(next, &Task::changed, this, [this, next] { show(next); });
    m_shown = next;
    setVisible(next != nullptr);
    if (next != nullptr)
        show(next);
}

void TaskStrip::show(Task* task) {
    const auto running = std::ranges::count_if(
        m_tasks.all(), [](const Task* other) { return other->state() == Task::State::Running; });
    QString title = task->ending() ? tr("%1: ending").arg(task->title()) : task->title();
    if (running > 1)
        title = tr("%1 (and %n more)", nullptr, static_cast<int>(running - 1)).arg(title);
    m_title->setText(title);
    constexpr int steps = 1000;
    m_bar->setRange(0, task->total() > 0 ? steps : 0);
    if (task->total() > 0)
        m_bar->setValue(static_cast<int>(std::min(task->done(), task->total()) * steps / task->total()));
    const auto seconds = task->timeLeft();
    m_left->setText(!seconds        ? task->on()
                    : *seconds < 60 ? tr("%n s left", nullptr, static_cast<int>(*seconds))
                                    : tr("%n min left", nullptr, static_cast<int>(*seconds / 60)));
}

Toast::Toast(QWidget* window) : QFrame(window), m_line(label({})), m_show(button(tr("Show"))) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    m_line->setWordWrap(false);
    m_line->setForegroundRole(QPalette::Base);
    row->addWidget(m_line);
    row->addWidget(m_show);
    m_gone.setSingleShot(true);
    connect(&m_gone, &QTimer::timeout, this, &QWidget::hide);
    connect(m_show, &QPushButton::clicked, this, [this] {
        hide();
        if (m_result)
            m_result();
    });
    window->installEventFilter(this);
    hide();
}

void Toast::say(const QString& line, const std::function<void()>& showResult) {
    constexpr int seconds = 8;
    m_line->setText(line);
    m_result = showResult;
    m_show->setVisible(bool(showResult));
    setAccessibleName(line);
    adjustSize();
    place();
    show();
    raise();
    m_gone.start(seconds * 1000);
}

void Toast::place() {
    const QSize room = parentWidget()->size();
    move(room.width() - width() - metrics::between, room.height() - height() - 48);
}

bool Toast::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent*) {
    const Colours& c = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.text);
    painter.drawRoundedRect(rect(), metrics::radius, metrics::radius);
}

}  // namespace chayan::ui
