#pragma once

#include "ui/shell/desk.h"
#include "ui/visits/photo_model.h"
#include "ui/widgets/notice.h"

#include <QLineEdit>

namespace chayan::ui {

/// A code that a person pointed at: looked for again, harder, and where that fails typed, which is recorded
/// as typed. Hidden while there is nothing to say.
class BoxedCode : public QWidget {
    Q_OBJECT
  public:
    explicit BoxedCode(Desk& desk);

    /// Looks into the box, in pixels of the upright photograph.
    void look(const DossierId& dossier, const Photo& photo, QRect box);
    void dismiss();

  private:
    void record(const std::vector<domain::ScannedCode>& codes, const QString& done);
    void recordTyped();

    Desk& m_desk;
    QLabel* m_words;
    QWidget* m_typing;
    QLineEdit* m_typed;
    Notice* m_notice;
    std::optional<DossierId> m_dossier;
    std::optional<Photo> m_photo;
    QRect m_box;
    int m_asked = 0;
};

}  // namespace chayan::ui
