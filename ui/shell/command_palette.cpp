#include "ui/shell/command_palette.h"

#include "ui/style/colours.h"
#include "ui/style/metrics.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

constexpr int keyRole = Qt::UserRole + 1;

/// An icon, what it does, and its key at the right.
class CommandDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Colours& c = coloursOf(option.palette);
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(option.rect, c.selected);
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                              c.accent);
        }
        const QRect room = option.rect.adjusted(12, 0, -12, 0);
        const QRect sign(room.left(), room.center().y() - metrics::icon / 2, metrics::icon, metrics::icon);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, sign);
        const QString key = index.data(keyRole).toString();
        const int keyWidth = painter->fontMetrics().horizontalAdvance(key);
        painter->setPen(c.quiet);
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, key);
        painter->setPen(c.text);
        const QRect words = room.adjusted(metrics::icon + metrics::inside, 0, -keyWidth - metrics::inside, 0);
        painter->drawText(
            words, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }
};

}  // namespace

CommandPalette::CommandPalette(QWidget* window)
    : QFrame(window), m_text(new QLineEdit), m_list(new QListWidget) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(m_text);
    column->addWidget(m_list);
    m_text->setAccessibleName(tr("Command or text to find"));
    m_text->setMinimumHeight(metrics::touch);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    connect(m_text, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    m_text->installEventFilter(this);
    window->installEventFilter(this);
    hide();
}

void CommandPalette::ask(std::vector<Command> commands, std::function<void(const QString&)> find) {
    m_commands = std::move(commands);
    m_find = std::move(find);
    m_text->setPlaceholderText(m_find ? tr("Go to, do, or find: a party, a code, a lot, a phone number")
                                      : tr("Go to a place, or do something"));
    m_text->clear();
    filter();
    place();
    show();
    raise();
    m_text->setFocus();
}

void CommandPalette::filter() {
    m_list->clear();
    const QString typed = m_text->text().trimmed();
    const auto add = [this](const QIcon& sign, const QString& text, const QKeySequence& key, int index) {
        auto* item = new QListWidgetItem(sign, text, m_list);
        item->setData(keyRole, key.toString(QKeySequence::NativeText));
        item->setData(Qt::AccessibleTextRole, withKey(text, key));
        item->setData(Qt::UserRole, index);
        item->setSizeHint({0, metrics::row});
    };
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        if (m_commands[i].text.contains(typed, Qt::CaseInsensitive))
            add(m_commands[i].icon, m_commands[i].text, m_commands[i].key, static_cast<int>(i));
    }
    if (m_find && !typed.isEmpty())
        add(icon(u"search"), tr("Find “%1” in all records").arg(typed), {}, -1);
    m_list->setCurrentRow(0);
}

void CommandPalette::runCurrent() {
    const QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr)
        return;
    const int index = item->data(Qt::UserRole).toInt();
    const QString typed = m_text->text().trimmed();
    hide();
    if (index < 0)
        m_find(typed);
    else
        m_commands[static_cast<std::size_t>(index)].run();
}

void CommandPalette::place() {
    const QSize room = parentWidget()->size();
    const int width = std::min(620, room.width() - 2 * metrics::between);
    setGeometry((room.width() - width) / 2, 56, width, std::min(420, room.height() - 112));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    if (watched == m_text && event->type() == QEvent::FocusOut)
        hide();
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int rows = m_list->count();
        if (key == Qt::Key_Escape)
            hide();
        else if (key == Qt::Key_Return || key == Qt::Key_Enter)
            runCurrent();
        else if (key == Qt::Key_Down && rows > 0)
            m_list->setCurrentRow((m_list->currentRow() + 1) % rows);
        else if (key == Qt::Key_Up && rows > 0)
            m_list->setCurrentRow((m_list->currentRow() + rows - 1) % rows);
        else
            return false;
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent*) {
    const Colours& c = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(c.edge);
    painter.setBrush(c.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
}

}  // namespace chayan::ui
