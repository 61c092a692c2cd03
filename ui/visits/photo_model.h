#pragma once

#include "core/domain/dossier.h"
#include "ui/shell/desk.h"

#include <QAbstractListModel>
#include <QCache>
#include <QImage>
#include <QStyledItemDelegate>

#include <set>

namespace chayan::ui {

/// One photograph of a dossier, as its entries say.
struct Photo {
    ItemId item;
    Digest sha256;
    qint64 size = 0;
    QString type;
    QString origin;
    Digest officer;
    UtcMs at = 0;
    qint64 seq = 0;
    std::vector<domain::ScannedCode> codes;
    QSize pixels;                ///< upright, where it was read
    QString notRead;             ///< a reason's key, or empty
    std::vector<QString> flaws;  ///< keys of what makes it hard to read
    /// Of a derived one: what it was made from, and how.
    std::vector<Digest> parents;
    QString recipe;
    QString use;  ///< `record`, `aside` or empty
    /// With what it was taken, and how it was made (formats.md section 5); empty where it is not known.
    QString device = {};
    QString method = {};
    /// By how much its clock was ahead, in milliseconds, where that was measured.
    std::optional<qint64> clockOffset = {};
};
/// `record` or `aside` as the language has it.
QString useWords(const QString& use, text::Language language);
std::vector<Photo> photosOf(const domain::Dossier& dossier);

/// The photographs of one dossier, with thumbnails from the cache as they are asked for, and a place for each
/// that is being saved.
class PhotoModel : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { Thumbnail = Qt::UserRole + 1, CodeCount, NotRead, Flawed, Saving, Derived, Use };
    explicit PhotoModel(Desk& desk, QObject* parent = nullptr);

    void setPhotos(std::vector<Photo> photos);
    /// How many more are on their way to being durable.
    void setSaving(int count);
    const Photo* photo(int row) const;
    int photoCount() const { return static_cast<int>(m_photos.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

  private:
    void want(const Digest& sha256) const;

    Desk& m_desk;
    std::vector<Photo> m_photos;
    int m_saving = 0;
    mutable QCache<QByteArray, QImage> m_images;
    mutable std::set<Digest> m_asked;
};

class PhotoDelegate : public QStyledItemDelegate {
    Q_OBJECT
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

}  // namespace chayan::ui
