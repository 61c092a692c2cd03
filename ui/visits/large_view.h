#pragma once

#include "ui/visits/boxed_code.h"
#include "ui/visits/comparison_view.h"
#include "ui/visits/item_fields.h"
#include "ui/visits/picture_view.h"
#include "ui/visits/references_view.h"

#include <array>

namespace chayan::ui {

/// One photograph large, or two side by side that zoom and move together; what it shows and whether it is
/// for the record is said below. Every tool has a key.
class LargeView : public QWidget {
    Q_OBJECT
  public:
    LargeView(Desk& desk, DraftKeeper& drafts, PhotoModel* photos);

    /// What is recorded of the photographs.
    void update(std::shared_ptr<const services::OpenedDossier> opened);
    /// By its place in the model.
    void open(int row);
    /// Another one beside it, or that one away.
    void setComparing(bool comparing);
    bool isComparing() const { return !m_pictures[1]->isHidden(); }
    /// Which one a picture shows, the left first; -1 for none.
    int shown(std::size_t picture) const { return m_shown[picture]; }
    /// Lays the right one over the left, which is the genuine label, and shows what differs.
    void showDifferences();
    /// Offers the office's references, those of the same article first.
    void chooseGenuine();
    void compareWith(const services::Reference& reference);
    ReferencesView* chooser() const { return m_chooser; }
    ComparisonView* comparison() const { return m_comparison; }
    /// The next pull of the mouse over a picture says where a code is.
    void pointAtCode();
    PictureView* picture(std::size_t picture) const { return m_pictures[picture]; }
    FieldRow* row(QStringView key) const;
    /// Records whatever was typed.
    void settle() { m_fields->settle(); }

  Q_SIGNALS:
    void closed();
    void drawAsked();
    void scanAsked();
    void referenceAsked();
    /// Another one is looked at.
    void looked(int row);
    /// `record`, `aside` or empty for the one looked at.
    void useAsked(int row, const QString& use);

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    QLayout* makeBar();
    QToolButton* makeMore();
    /// The picture that keys and tools act upon.
    std::size_t active() const { return isComparing() && m_pictures[1]->hasFocus() ? 1 : 0; }
    void put(std::size_t picture, int row);
    void step(int by);
    void closeComparison();
    void showFields();

    Desk& m_desk;
    PhotoModel* m_photos;
    ItemFields* m_fields;
    std::array<PictureView*, 2> m_pictures;
    std::array<int, 2> m_shown{-1, -1};
    int m_suspect = -1;  ///< the one for which a genuine reference is chosen
    QToolButton* m_compare = nullptr;
    QToolButton* m_differences = nullptr;
    QWidget* m_side = nullptr;  ///< the pictures and what is said of them
    ComparisonView* m_comparison;
    ReferencesView* m_chooser;
    BoxedCode* m_boxed;
    std::optional<ItemId> m_item;
    QHBoxLayout* m_words;
    std::shared_ptr<const services::OpenedDossier> m_opened;
};

}  // namespace chayan::ui
