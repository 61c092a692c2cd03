#pragma once

#include "core/services/opened_dossier.h"
#include "ui/shell/desk.h"
#include "ui/visits/item_fields.h"
#include "ui/visits/sealed_gate.h"

namespace chayan::ui {

/// One of a visit's lists, a card a line, each field a durable draft while it is typed and recorded as it is
/// left. What is sealed in it is shown once it is recorded who looks, and why.
class LinesView : public QWidget {
    Q_OBJECT
  public:
    /// `add` is the button's, `none` stands where the list is empty.
    LinesView(Desk& desk, DraftKeeper& drafts, QStringView list, const QString& add, const QString& none);

    void show(const services::OpenedDossier& opened);
    int count() const { return static_cast<int>(m_lines.size()); }
    /// An empty line.
    void addLine();
    void openSealed(const QString& reason);
    /// Of a line, by its place in the list.
    FieldRow* row(int line, const QString& key) const;
    /// Whose line a field is of; nothing for one of another view.
    std::optional<ItemId> itemOf(const FieldRow* row) const { return m_fields->itemOf(row); }
    /// Records whatever was typed.
    void settle() { m_fields->settle(); }

  protected:
    struct Line {
        ItemId item;
        QWidget* card;
        QLabel* title;
        /// Below the heading.
        QVBoxLayout* notices;
    };
    virtual QString heading(int number) const = 0;
    virtual QString takeOff(int number) const = 0;
    const Line* lineOf(const ItemId& item) const;
    void add(const std::vector<std::vector<services::Typed>>& lines);

    Desk& m_desk;
    std::optional<DossierId> m_dossier;
    std::vector<Line> m_lines;
    QHBoxLayout* m_tools;  ///< after the button that adds a line
    QVBoxLayout* m_above;  ///< over the cards
    Notice* m_notice;

  private:
    Line makeLine(const domain::Item& item, int number);
    void remove(const ItemId& item);
    /// Has the first field of a line ready to be typed in.
    void goTo(const ItemId& item);
    void conceal();
    void showSealed(const domain::Dossier& dossier);
    /// What was added or set since is open, too.
    void readSealedAgain();

    QStringView m_list;
    ItemFields* m_fields;
    SealedGate* m_gate = nullptr;
    bool m_open = false;  ///< what is sealed
    /// Added, and not yet shown.
    std::optional<ItemId> m_goTo;
    QVBoxLayout* m_cards;
    QLabel* m_none;
};

}  // namespace chayan::ui
