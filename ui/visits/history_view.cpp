#include "ui/visits/history_view.h"

#include "core/text/terms.h"
#include "ui/style/metrics.h"
#include "ui/visits/field_row.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/times.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

using Officers = std::map<Digest, crypto::OfficerName>;

/// What an entry says, for the two columns of words.
struct Words {
    QString subject;
    QString value;
};

Words wordsOf(const domain::Body& body, const text::Texts& texts) {
    const auto value = [&](QStringView list, const QString& key, const QString& recorded) {
        const domain::Field* field = domain::findField(u"visit", list, key);
        const QString shown = field != nullptr ? shownValue(*field, recorded, texts.language()) : recorded;
        return shown.isEmpty() ? HistoryView::tr("(cleared)") : shown.simplified();
    };
    if (const auto* set = std::get_if<domain::FieldSet>(&body))
        return {text::term(text::TermGroup::Field, set->field, texts), value({}, set->field, set->value)};
    if (const auto* original = std::get_if<domain::OriginalAdded>(&body))
        return {text::term(text::TermGroup::Origin, original->origin, texts),
                u"SHA-256 %1"_s.arg(original->sha256.hex())};
    if (const auto* scan = std::get_if<domain::CodeScanned>(&body)) {
        QStringList codes;
        for (const domain::ScannedCode& code : scan->codes)
            codes << u"%1 %2"_s.arg(code.format, code.text);
        return {{}, codes.isEmpty() ? HistoryView::tr("no code found") : codes.join(u"; "_s).simplified()};
    }
    if (const auto* opened = std::get_if<domain::DossierOpened>(&body))
        return {text::term(text::TermGroup::Dossier, opened->type, texts), {}};
    if (const auto* added = std::get_if<domain::ItemAdded>(&body)) {
        QStringList values;
        for (const domain::FieldValue& set : added->values)
            values << HistoryView::tr("%1: %2").arg(text::term(text::TermGroup::Field, set.field, texts),
                                                    value(added->list, set.field, set.value));
        return {text::term(text::TermGroup::Section, added->list, texts), values.join(u" · "_s)};
    }
    if (const auto* set = std::get_if<domain::ItemSet>(&body))
        return {text::term(text::TermGroup::Field, set->field, texts), set->value.simplified()};
    if (std::holds_alternative<domain::SealedSet>(body))
        return {{}, HistoryView::tr("not shown here; who may open it sees it in the record")};
    if (const auto* signedRecord = std::get_if<domain::RecordSigned>(&body))
        return {text::term(text::TermGroup::Form, signedRecord->form, texts),
                signedRecord->note.value_or(QString())};
    return {};
}

HistoryLine lineOf(const Officers& officers, const domain::Event& event, const text::Texts& texts) {
    const domain::Fact& fact = event.fact;
    const Words words = wordsOf(event.body, texts);
    HistoryLine line;
    line.what = text::term(text::TermGroup::Entry, fact.kind, texts);
    if (!words.subject.isEmpty())
        line.what = HistoryView::tr("%1: %2").arg(line.what, words.subject);
    line.value = words.value;
    const auto officer = officers.find(fact.officer);
    line.who = officer != officers.end() ? officer->second.name : fact.officer.hex().left(16);
    line.at = fact.at;
    line.proof = HistoryView::tr("entry %1 of log %2").arg(fact.seq).arg(fact.log.left(16));
    line.hash = fact.hash;
    return line;
}

class HistoryDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {240, QFontMetrics(font(Size::Normal)).height() +
                         2 * QFontMetrics(font(Size::Small)).height() + 6 * metrics::step};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Colours& c = coloursOf(option.palette);
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, c.selected);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.line);
        QRect room = option.rect.adjusted(metrics::between, 2 * metrics::step, -metrics::between, 0);
        const auto line = [&](const QFont& face, const QColor& colour, const QString& left,
                              const QString& right) {
            painter->setFont(face);
            painter->setPen(colour);
            const QFontMetrics fm(face);
            const int rightWidth = fm.horizontalAdvance(right);
            const QRect here(room.left(), room.top(), room.width(), fm.height());
            painter->drawText(here, Qt::AlignRight | Qt::AlignVCenter, right);
            painter->drawText(
                here, Qt::AlignLeft | Qt::AlignVCenter,
                fm.elidedText(left, Qt::ElideRight, room.width() - rightWidth - metrics::between));
            room.setTop(room.top() + fm.height() + metrics::step);
        };
        line(font(Size::Normal), c.text, index.data().toString(), index.data(HistoryModel::When).toString());
        line(font(Size::Small), c.text, index.data(HistoryModel::Value).toString(), {});
        line(font(Size::Small), c.quiet, index.data(HistoryModel::Proof).toString(),
             index.data(HistoryModel::Who).toString());
        painter->restore();
    }
};

}  // namespace

std::vector<HistoryLine> historyOf(const services::OpenedDossier& opened, const text::Texts& texts) {
    std::vector<HistoryLine> lines;
    lines.reserve(opened.dossier.history.size());
    for (const domain::Event& event : opened.dossier.history)
        lines.push_back(lineOf(opened.officers, event, texts));
    std::ranges::reverse(lines);
    return lines;
}

std::vector<HistoryLine> historyOf(const services::FieldHistory& history, const Officers& officers,
                                   const domain::Field& field, const text::Texts& texts) {
    std::vector<HistoryLine> lines;
    for (const services::FieldHistory::Change& change : history.changes) {
        HistoryLine line = lineOf(officers, change.event, texts);
        const QString shown = shownValue(field, change.value, texts.language());
        line.value = !change.known     ? HistoryView::tr("sealed")
                     : shown.isEmpty() ? HistoryView::tr("(cleared)")
                                       : shown;
        lines.push_back(std::move(line));
    }
    return lines;
}

void HistoryModel::setLines(std::vector<HistoryLine> lines) {
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const HistoryLine& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return line.what;
        case Value:
            return line.value;
        case Who:
            return line.who;
        case When:
            return longTime(line.at);
        case Proof:
            return line.proof;
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return QStringList{line.what, line.value, line.who, exactTime(line.at), line.proof}.join(u"\n"_s);
        default:
            return {};
    }
}

HistoryView::HistoryView(Desk& desk) : m_desk(desk), m_model(new HistoryModel(this)), m_list(new QListView) {
    auto* column = columnOf(0);
    setLayout(column);
    QLabel* told =
        quietLabel(tr("Nothing here can be changed or deleted; a correction is a new entry. Times are what "
                      "this computer's clock said."),
                   Size::Small);
    told->setContentsMargins(metrics::between, metrics::inside, metrics::between, metrics::inside);
    column->addWidget(told);
    column->addWidget(m_list, 1);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HistoryDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setLayoutMode(QListView::Batched);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("History"));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) {
                if (now.isValid())
                    Q_EMIT selected(m_model->line(now.row()));
            });
}

void HistoryView::show(std::shared_ptr<const services::OpenedDossier> opened) {
    m_opened = std::move(opened);
    if (isVisible())
        build();
}

void HistoryView::showEvent(QShowEvent* event) {
    build();
    QWidget::showEvent(event);
}

void HistoryView::build() {
    if (const auto opened = std::exchange(m_opened, nullptr))
        m_model->setLines(historyOf(*opened, m_desk.texts()));
}

}  // namespace chayan::ui
