#include "ui/capture/arrival_model.h"

#include "core/text/explain.h"
#include "ui/style/colours.h"
#include "ui/style/fonts.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

using State = phone::Arrival::State;

/// As much of the fingerprint as the phone's page shows.
constexpr int shownDigits = 8;

QString sizeOf(qint64 bytes) {
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString wordsOf(const phone::Arrival& arrival, const text::Texts& texts) {
    switch (arrival.state) {
        case State::Sending:
            return ArrivalModel::tr("%1 of %2").arg(sizeOf(arrival.received), sizeOf(arrival.size));
        case State::Keeping:
            return ArrivalModel::tr("Arrived, being saved");
        case State::Safe:
            return ArrivalModel::tr("Saved here · %1 · %2")
                .arg(arrival.sha256.hex().left(shownDigits), sizeOf(arrival.size));
        case State::Failed:
            break;
    }
    if (arrival.error && arrival.error->kind == ErrorKind::Unsupported)
        return ArrivalModel::tr("Not taken: neither a photograph nor a video");
    return arrival.error ? text::explain(*arrival.error, texts).what : QString();
}

}  // namespace

void ArrivalModel::set(const phone::Snapshot& snapshot, const text::Texts& texts) {
    std::vector<Row> rows;
    rows.reserve(snapshot.files.size());
    for (auto it = snapshot.files.rbegin(); it != snapshot.files.rend(); ++it) {
        QString words = wordsOf(*it, texts);
        if (snapshot.phones.size() > 1)
            words = tr("Phone %1 · %2").arg(it->phone).arg(words);
        rows.push_back({*it, std::move(words)});
    }
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int ArrivalModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ArrivalModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return QString(row.arrival.name + u" · "_s + row.words);
        case Qt::ToolTipRole:
            return row.arrival.state == State::Safe
                       ? tr("%1\nSHA-256 %2").arg(row.arrival.name, row.arrival.sha256.hex())
                       : QString(row.arrival.name + u'\n' + row.words);
        case Name:
            return row.arrival.name;
        case Words:
            return row.words;
        case State:
            return static_cast<int>(row.arrival.state);
        case Part:
            return row.arrival.size > 0
                       ? static_cast<double>(row.arrival.received) / static_cast<double>(row.arrival.size)
                       : 0.0;
        default:
            return {};
    }
}

QSize ArrivalDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {0, 2 * QFontMetrics(font(Size::Small)).height() + 3 * metrics::step};
}

void ArrivalDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const Colours& c = coloursOf(option.palette);
    const auto state = static_cast<phone::Arrival::State>(index.data(ArrivalModel::State).toInt());
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, c.selected);
    const int side = 16;
    const QRect room = option.rect.adjusted(0, metrics::step, 0, -metrics::step);
    const QRect sign(room.left(), room.top() + 1, side, side);
    switch (state) {
        case State::Safe:
            icon(u"saved", Ink::Text).paint(painter, sign);
            break;
        case State::Failed:
            icon(u"warning", Ink::Warning).paint(painter, sign);
            break;
        default:
            icon(u"clock", Ink::Quiet).paint(painter, sign);
    }
    painter->setFont(font(Size::Small));
    const QFontMetrics metricsOfText = painter->fontMetrics();
    QRect line(sign.right() + metrics::inside, room.top(), room.width() - side - metrics::inside,
               metricsOfText.height());
    painter->setPen(c.text);
    painter->drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter,
        metricsOfText.elidedText(index.data(ArrivalModel::Name).toString(), Qt::ElideMiddle, line.width()));
    line.translate(0, metricsOfText.height() + 1);
    painter->setPen(state == State::Failed ? c.warning : c.quiet);
    painter->drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter,
        metricsOfText.elidedText(index.data(ArrivalModel::Words).toString(), Qt::ElideRight, line.width()));
    if (state == State::Sending) {
        QRectF bar(line.left(), line.bottom() + 2, line.width(), 2);
        painter->fillRect(bar, c.line);
        bar.setWidth(bar.width() * index.data(ArrivalModel::Part).toDouble());
        painter->fillRect(bar, c.text);
    }
    painter->restore();
}

}  // namespace chayan::ui
