#include "ui/visits/reference_model.h"

#include "core/domain/fields.h"
#include "core/services/photos.h"
#include "ui/style/colours.h"
#include "ui/style/fonts.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/visits/field_row.h"
#include "ui/visits/visit_list_model.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

constexpr int thumbWidth = 96, thumbHeight = 72;

QString shown(QStringView key, const QString& value, text::Language language) {
    const domain::Field* field = domain::findField(services::referenceType, {}, key);
    return field == nullptr || value.isEmpty() ? QString() : shownValue(*field, value, language);
}

}  // namespace

ReferenceModel::ReferenceModel(Desk& desk, QObject* parent) : QAbstractListModel(parent), m_desk(desk) {}

void ReferenceModel::set(std::vector<services::Reference> references) {
    beginResetModel();
    m_references = std::move(references);
    m_asked.clear();
    endResetModel();
}

const services::Reference* ReferenceModel::reference(int row) const {
    return row >= 0 && row < rowCount() ? &m_references[static_cast<std::size_t>(row)] : nullptr;
}

int ReferenceModel::rowOf(const DossierId& id) const {
    for (int row = 0; row < rowCount(); ++row)
        if (reference(row)->id == id)
            return row;
    return -1;
}

int ReferenceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_references.size());
}

QVariant ReferenceModel::data(const QModelIndex& index, int role) const {
    const services::Reference* one = index.isValid() ? reference(index.row()) : nullptr;
    if (one == nullptr)
        return {};
    const text::Language language = m_desk.texts().language();
    const auto joined = [](QStringList parts, const QString& between) {
        parts.removeAll({});
        return parts.join(between);
    };
    switch (role) {
        case Qt::DisplayRole:
            return one->title;
        case Second:
            return joined({shown(u"shows", one->shows, language), one->gtins.join(u' ')}, u" · "_s);
        case Third:
            return one->retired ? tr("Out of use: %1").arg(one->retiredReason)
                                : joined({shown(u"given_how", one->givenHow, language), one->givenBy,
                                          shown(u"given_at", one->givenAt, language)},
                                         u" · "_s);
        case Matches:
            return one->matches;
        case Retired:
            return one->retired;
        case Qt::AccessibleTextRole:
        case Qt::ToolTipRole:
            return joined({one->title, one->matches ? tr("the same article") : QString(),
                           data(index, Second).toString(), data(index, Third).toString()},
                          u"\n"_s);
        case Thumbnail:
            if (one->pictures.empty())
                return {};
            if (const auto found = m_images.find(one->pictures.front()); found != m_images.end())
                return found->second;
            want(one->pictures.front());
            return {};
        default:
            return {};
    }
}

void ReferenceModel::want(const Digest& sha256) const {
    if (!m_asked.insert(sha256).second)
        return;
    auto* self = const_cast<ReferenceModel*>(this);
    m_desk.lanes.run(
        Lane::Pictures, self,
        [office = m_desk.session.office(), sha256] {
            const auto jpeg =
                services::thumbnailOf(office->store(), office->eyes(), office->thumbnails(), sha256);
            return jpeg ? QImage::fromData(*jpeg) : QImage();
        },
        [self, sha256](const QImage& image) {
            if (image.isNull())
                return;
            self->m_images.insert_or_assign(sha256, image);
            if (self->rowCount() > 0)
                Q_EMIT self->dataChanged(self->index(0), self->index(self->rowCount() - 1), {Thumbnail});
        });
}

QSize ReferenceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    const int lines = QFontMetrics(font(Size::Normal, true)).height() +
                      2 * QFontMetrics(font(Size::Small)).height() + 2 * metrics::step;
    return {240, std::max(thumbHeight, lines) + 2 * metrics::inside};
}

void ReferenceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    const Colours& c = coloursOf(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    paintRow(painter, option);
    const QRect room =
        option.rect.adjusted(metrics::between, metrics::inside, -metrics::between, -metrics::inside);
    const QRect frame(room.left(), room.center().y() - thumbHeight / 2, thumbWidth, thumbHeight);
    const QImage image = index.data(ReferenceModel::Thumbnail).value<QImage>();
    const bool retired = index.data(ReferenceModel::Retired).toBool();
    if (image.isNull()) {
        painter->fillRect(frame, c.raised);
    } else {
        QRect place(QPoint(), image.size().scaled(frame.size(), Qt::KeepAspectRatio));
        place.moveCenter(frame.center());
        painter->setOpacity(retired ? 0.35 : 1);
        painter->drawImage(place, image);
        painter->setOpacity(1);
    }
    const QFontMetrics title(font(Size::Normal, true)), small(font(Size::Small));
    const int left = frame.right() + metrics::between, width = room.right() - left;
    int y = room.center().y() - (title.height() + 2 * small.height() + 2 * metrics::step) / 2;
    int titleWidth = width;
    if (index.data(ReferenceModel::Matches).toBool()) {
        const QString words = ReferenceModel::tr("the same article");
        const int wordsWidth = small.horizontalAdvance(words), side = small.height();
        painter->setFont(font(Size::Small));
        painter->setPen(c.text);
        painter->drawText(QRect(room.right() - wordsWidth, y, wordsWidth, title.height()),
                          Qt::AlignRight | Qt::AlignVCenter, words);
        icon(u"tick").paint(painter, QRect(room.right() - wordsWidth - side - 4,
                                           y + (title.height() - side) / 2, side, side));
        titleWidth -= wordsWidth + side + metrics::between;
    }
    painter->setFont(font(Size::Normal, true));
    painter->setPen(retired ? c.quiet : c.text);
    painter->drawText(QRect(left, y, titleWidth, title.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      title.elidedText(index.data().toString(), Qt::ElideRight, titleWidth));
    y += title.height() + metrics::step;
    painter->setFont(font(Size::Small));
    painter->setPen(c.quiet);
    for (const int role : {int(ReferenceModel::Second), int(ReferenceModel::Third)}) {
        painter->drawText(QRect(left, y, width, small.height()), Qt::AlignLeft | Qt::AlignVCenter,
                          small.elidedText(index.data(role).toString(), Qt::ElideRight, width));
        y += small.height() + metrics::step;
    }
    painter->restore();
}

}  // namespace chayan::ui
