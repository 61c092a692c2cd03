#include "ui/visits/photo_model.h"

#include "core/services/photos.h"
#include "core/text/reasons.h"
#include "core/text/terms.h"
#include "ui/style/fonts.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/visits/field_row.h"
#include "ui/widgets/times.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

constexpr int tileWidth = 190;
constexpr int pictureHeight = 140;
/// Of decoded thumbnails: two thousand in a gallery stay warm.
constexpr qsizetype cacheBytes = 512LL * 1024 * 1024;

}  // namespace

std::vector<Photo> photosOf(const domain::Dossier& dossier) {
    std::vector<Photo> photos;
    for (const domain::Item& item : dossier.items) {
        const domain::OriginalAdded* original = dossier.original(item);
        if (original == nullptr || !item.present())
            continue;
        const domain::Fact& fact = dossier.history[static_cast<std::size_t>(item.added)].fact;
        Photo photo{item.id,
                    original->sha256,
                    original->size,
                    original->type,
                    original->origin,
                    fact.officer,
                    fact.at,
                    fact.seq,
                    {},
                    {},
                    {},
                    {},
                    original->parents.value_or(std::vector<Digest>()),
                    original->recipe.value_or(QString()),
                    dossier.value(item, u"use"),
                    original->device.value_or(QString()),
                    original->method.value_or(QString()),
                    original->clockOffset};
        for (const int scan : item.scans) {
            const auto& read = dossier.body<domain::CodeScanned>(scan);
            photo.codes.insert(photo.codes.end(), read.codes.begin(), read.codes.end());
            if (read.width && read.height)
                photo.pixels = QSize(static_cast<int>(*read.width), static_cast<int>(*read.height));
            photo.notRead = read.error.value_or(QString());
            photo.flaws = read.flaws;
        }
        photos.push_back(std::move(photo));
    }
    return photos;
}

QString useWords(const QString& use, text::Language language) {
    for (const domain::Field* field : domain::fieldsOf(u"visit", u"originals"))
        if (field->key == u"use")
            return shownValue(*field, use, language);
    return {};
}

PhotoModel::PhotoModel(Desk& desk, QObject* parent)
    : QAbstractListModel(parent), m_desk(desk), m_images(cacheBytes) {}

void PhotoModel::setPhotos(std::vector<Photo> photos) {
    const auto known = static_cast<std::ptrdiff_t>(m_photos.size());
    const bool grown = std::ssize(photos) >= known &&
                       std::equal(m_photos.begin(), m_photos.end(), photos.begin(),
                                  [](const Photo& a, const Photo& b) { return a.item == b.item; });
    m_asked.clear();
    if (!grown) {
        beginResetModel();
        m_photos = std::move(photos);
        return endResetModel();
    }
    if (std::ssize(photos) > known) {
        beginInsertRows({}, static_cast<int>(known), static_cast<int>(photos.size()) - 1);
        m_photos = std::move(photos);
        return endInsertRows();
    }
    m_photos = std::move(photos);
    if (known > 0)
        Q_EMIT dataChanged(index(0), index(static_cast<int>(known) - 1));
}

void PhotoModel::setSaving(int count) {
    const int first = photoCount() + std::min(count, m_saving);
    if (count > m_saving) {
        beginInsertRows({}, first, photoCount() + count - 1);
        m_saving = count;
        endInsertRows();
    } else if (count < m_saving) {
        beginRemoveRows({}, first, photoCount() + m_saving - 1);
        m_saving = count;
        endRemoveRows();
    }
}

const Photo* PhotoModel::photo(int row) const {
    return row >= 0 && row < photoCount() ? &m_photos[static_cast<std::size_t>(row)] : nullptr;
}

int PhotoModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : photoCount() + m_saving;
}

QVariant PhotoModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Photo* photo = this->photo(index.row());
    if (role == Saving)
        return photo == nullptr;
    if (photo == nullptr)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? tr("being saved") : QVariant();
    const text::Texts texts = m_desk.texts();
    switch (role) {
        case Qt::DisplayRole:
            return QString::number(index.row() + 1);
        case Qt::AccessibleTextRole:
        case Qt::ToolTipRole: {
            QString words = tr("Photograph %1, %2, %3 code(s)")
                                .arg(index.row() + 1)
                                .arg(text::term(text::TermGroup::Origin, photo->origin, texts))
                                .arg(photo->codes.size());
            for (const QString& flaw : photo->flaws)
                words += u"\n"_s + text::reason(text::Topic::Picture, flaw, texts);
            return photo->use.isEmpty() ? words : words + u", "_s + useWords(photo->use, texts.language());
        }
        case Use:
            return photo->use;
        case CodeCount:
            return static_cast<int>(photo->codes.size());
        case NotRead:
            return photo->notRead;
        case Flawed:
            return !photo->flaws.empty();
        case Derived:
            return !photo->parents.empty();
        case Thumbnail:
            if (const QImage* image = m_images.object(photo->sha256.raw()))
                return *image;
            want(photo->sha256);
            return {};
        default:
            return {};
    }
}

void PhotoModel::want(const Digest& sha256) const {
    if (!m_asked.insert(sha256).second)
        return;
    auto* self = const_cast<PhotoModel*>(this);
    m_desk.lanes.run(
        Lane::Pictures, self,
        [office = m_desk.session.office(), sha256] {
            const auto jpeg =
                services::thumbnailOf(office->store(), office->eyes(), office->thumbnails(), sha256);
            // Without a fourth byte that says nothing, so that two thousand fit.
            return jpeg ? QImage::fromData(*jpeg).convertToFormat(QImage::Format_RGB888) : QImage();
        },
        [self, sha256](const QImage& image) {
            if (image.isNull())
                return;
            self->m_images.insert(sha256.raw(), new QImage(image), image.sizeInBytes());
            for (int row = 0; row < self->photoCount(); ++row) {
                if (self->m_photos[static_cast<std::size_t>(row)].sha256 == sha256)
                    Q_EMIT self->dataChanged(self->index(row), self->index(row), {Thumbnail});
            }
        });
}

QSize PhotoDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {tileWidth, pictureHeight + QFontMetrics(font(Size::Small)).height() + 4 * metrics::step};
}

void PhotoDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const Colours& c = coloursOf(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect tile = option.rect.adjusted(4, 4, -4, -4);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(selected ? QPen(c.accent, 2) : QPen(c.edge, 1));
        painter->setBrush(selected ? c.selected : c.raised);
        painter->drawRoundedRect(tile, metrics::radius, metrics::radius);
    }
    const QRect room(tile.left() + 6, tile.top() + 6, tile.width() - 12, pictureHeight - 12);
    const QImage image = index.data(PhotoModel::Thumbnail).value<QImage>();
    const QString notRead = index.data(PhotoModel::NotRead).toString();
    if (!image.isNull()) {
        const QSize fit = image.size().scaled(room.size(), Qt::KeepAspectRatio);
        QRect place(QPoint(), fit);
        place.moveCenter(room.center());
        painter->setOpacity(index.data(PhotoModel::Use) == u"aside"_s ? 0.35 : 1);
        painter->drawImage(place, image);
        painter->setOpacity(1);
    } else {
        painter->fillRect(room, c.raised);
        const bool saving = index.data(PhotoModel::Saving).toBool();
        const QIcon sign = icon(saving              ? u"clock"
                                : notRead.isEmpty() ? u"photo"
                                                    : u"warning",
                                notRead.isEmpty() ? Ink::Quiet : Ink::Warning);
        QRect middle(0, 0, 32, 32);
        middle.moveCenter(room.center());
        sign.paint(painter, middle);
    }
    const QRect words(tile.left() + 8, room.bottom() + 6, tile.width() - 16,
                      QFontMetrics(font(Size::Small)).height());
    painter->setFont(font(Size::Small));
    painter->setPen(c.text);
    const QString number = index.data().toString();
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter, number);
    QRect sign(words.left() + painter->fontMetrics().horizontalAdvance(number) + 6, words.top(),
               words.height(), words.height());
    if (index.data(PhotoModel::Flawed).toBool()) {
        icon(u"warning", Ink::Warning).paint(painter, sign);
        sign.translate(sign.width() + 4, 0);
    }
    const QString use = index.data(PhotoModel::Use).toString();
    for (const QStringView name :
         {index.data(PhotoModel::Derived).toBool() ? u"draw"_s : QString(), use == u"record"  ? u"tick"_s
                                                                            : use == u"aside" ? u"cross"_s
                                                                                              : QString()}) {
        if (name.isEmpty())
            continue;
        icon(name).paint(painter, sign);
        sign.translate(sign.width() + 4, 0);
    }
    if (const int codes = index.data(PhotoModel::CodeCount).toInt(); codes > 0) {
        const QString count = QString::number(codes);
        const int width = painter->fontMetrics().horizontalAdvance(count);
        painter->drawText(words, Qt::AlignRight | Qt::AlignVCenter, count);
        icon(u"code").paint(painter, QRect(words.right() - width - words.height() - 4, words.top(),
                                           words.height(), words.height()));
    }
    painter->restore();
}

}  // namespace chayan::ui
