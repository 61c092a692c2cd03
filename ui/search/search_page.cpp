#include "ui/search/search_page.h"

#include "core/store/projection.h"
#include "core/text/terms.h"
#include "ui/style/metrics.h"
#include "ui/visits/visit_list_model.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

constexpr int pauseMs = 150;
constexpr qint64 mostHits = 200;
const QKeySequence findKey(u"Ctrl+F"_s);

/// What the visits' place is asked to open.
QString whereOf(const store::SearchHit& hit) {
    const QString id = hit.dossier.text();
    return hit.type == u"reference" ? u"reference "_s + id : id;
}

/// Title, then the field and what stands around the find.
class HitDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {240, QFontMetrics(font(Size::Normal, true)).height() +
                         QFontMetrics(font(Size::Normal)).height() + 5 * metrics::step};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Colours& c = coloursOf(option.palette);
        painter->save();
        paintRow(painter, option);
        const QRect room = option.rect.adjusted(24, 2 * metrics::step, -24, 0);
        const QFontMetrics title(font(Size::Normal, true));
        const QFontMetrics normal(font(Size::Normal));
        painter->setFont(font(Size::Normal, true));
        painter->setPen(c.text);
        painter->drawText(QRect(room.left(), room.top(), room.width(), title.height()),
                          Qt::AlignLeft | Qt::AlignVCenter,
                          title.elidedText(index.data().toString(), Qt::ElideRight, room.width()));
        const QRect below(room.left(), room.top() + title.height() + metrics::step, room.width(),
                          normal.height());
        const QString where = index.data(HitModel::Where).toString() + u"  "_s;
        painter->setFont(font(Size::Normal));
        painter->setPen(c.quiet);
        painter->drawText(below, Qt::AlignLeft | Qt::AlignVCenter, where);
        QRect place = below.adjusted(normal.horizontalAdvance(where), 0, 0, 0);
        const QString text =
            normal.elidedText(index.data(HitModel::Snippet).toString(), Qt::ElideRight, place.width());
        drawFinds(painter, place, text, index.data(HitModel::Looked).toString(), c);
        painter->restore();
    }

  private:
    /// What was looked for is underlined, in bold: not told by a colour.
    static void drawFinds(QPainter* painter, QRect place, const QString& text, const QString& looked,
                          const Colours& c) {
        QFont found = font(Size::Normal, true);
        found.setUnderline(true);
        const auto draw = [&](const QString& part, const QFont& face) {
            painter->setFont(face);
            painter->setPen(c.text);
            painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter, part);
            place.setLeft(place.left() + QFontMetrics(face).horizontalAdvance(part));
        };
        const QString first = looked.split(u' ', Qt::SkipEmptyParts).value(0);
        const qsizetype at = first.isEmpty() ? -1 : text.indexOf(first, 0, Qt::CaseInsensitive);
        if (at < 0)
            return draw(text, font(Size::Normal));
        draw(text.left(at), font(Size::Normal));
        draw(text.mid(at, first.size()), found);
        draw(text.mid(at + first.size()), font(Size::Normal));
    }
};

}  // namespace

void HitModel::setHits(std::vector<store::SearchHit> hits, const QString& looked) {
    beginResetModel();
    m_hits = std::move(hits);
    m_looked = looked;
    endResetModel();
}

int HitModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant HitModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const store::SearchHit& found = hit(index.row());
    const QString title = found.title.isEmpty() ? tr("Untitled visit") : found.title;
    const QString where = found.field == store::codesKey
                              ? text::term(text::TermGroup::Entry, found.field, m_desk.texts())
                              : text::term(text::TermGroup::Field, found.field, m_desk.texts());
    switch (role) {
        case Qt::DisplayRole:
            return title;
        case Where:
            return where;
        case Snippet:
            return found.snippet;
        case Looked:
            return m_looked;
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return QStringList{title, where, found.snippet}.join(u'\n');
        default:
            return {};
    }
}

SearchPage::SearchPage(Desk& desk)
    : m_desk(desk),
      m_text(new QLineEdit),
      m_count(quietLabel({}, Size::Small)),
      m_notice(new Notice),
      m_model(new HitModel(desk, this)),
      m_list(new QListView) {
    auto* column = columnOf(metrics::inside);
    setLayout(column);
    auto* head = columnOf(metrics::inside);
    head->setContentsMargins(24, metrics::between, 24, 0);
    head->addWidget(label(tr("Search"), Size::Title, true));
    m_text->setPlaceholderText(tr("Party, place, code, lot, phone, a word of the findings"));
    m_text->setAccessibleName(tr("What to look for"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaximumWidth(metrics::readable);
    head->addWidget(m_text);
    head->addWidget(m_count);
    head->addWidget(m_notice);
    column->addLayout(head);
    column->addWidget(hairline());
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setLayoutMode(QListView::Batched);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("What was found"));
    column->addWidget(m_list, 1);
    auto* find = new QAction(icon(u"search"), tr("Look for something"), this);
    find->setShortcut(findKey);
    find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(find);
    connect(find, &QAction::triggered, this, [this] {
        m_text->setFocus();
        m_text->selectAll();
    });
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SearchPage::look);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
    const auto go = [this](const QModelIndex& index) {
        if (index.isValid())
            Q_EMIT this->go(u"visits"_s, whereOf(m_model->hit(index.row())));
    };
    connect(m_list, &QListView::activated, this, go);
    connect(m_list, &QListView::clicked, this, go);
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        m_list->setFocus();
        m_list->setCurrentIndex(m_model->index(0));
    });
    connect(&desk.session, &Session::dossierChanged, this, [this] { m_pause.start(); });
    connect(&desk.session, &Session::arrived, this, [this] { m_pause.start(); });
    look();
}

void SearchPage::open(const QString& text) {
    m_text->setText(text);
}

void SearchPage::shown() {
    m_text->setFocus();
}

void SearchPage::look() {
    const QString text = m_text->text().trimmed();
    const int generation = ++m_generation;
    m_notice->dismiss();
    if (text.isEmpty() || store::SearchText(text).isEmpty()) {
        m_model->setHits({}, {});
        m_count->setText(tr("Every word must occur. Sealed values are never found."));
        return;
    }
    if (m_desk.session.state() != Session::State::Unlocked)
        return;
    m_desk.lanes.run(
        Lane::Reading, this,
        [office = m_desk.session.office(), text] {
            return services::searchStore(office->store(), text, mostHits);
        },
        [this, generation, text](Result<store::SearchResult> found) {
            if (generation != m_generation)
                return;
            if (!found)
                return m_notice->set(found.error(), m_desk.texts());
            const auto total = static_cast<int>(found->total);
            QString words = total == 0 ? tr("Nothing was found. A word of four characters or more also finds "
                                            "what only begins so; a shorter one must be whole.")
                                       : tr("Found in %n visit(s)", nullptr, total);
            if (found->total > mostHits)
                words += u" · "_s + tr("the newest %1 are listed").arg(mostHits);
            m_count->setText(words);
            m_model->setHits(std::move(found->hits), text);
        });
}

}  // namespace chayan::ui
