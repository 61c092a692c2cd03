#pragma once

#include "ui/widgets/controls.h"

#include <functional>
#include <optional>

namespace chayan::ui {

/// Something that can be done with one person of a list.
struct PersonAct {
    QString words;
    QString accessibleName;  ///< says with whom
    QString toolTip = {};
    std::function<void()> run;
};

/// One officer as the settings list him.
struct PersonLine {
    QString who;               ///< name and number
    QString second;            ///< office, and since when
    QString fingerprint = {};  ///< in groups; empty where it is not shown
    /// How he stands; no words, no mark.
    QStringView markIcon = {};
    Ink markInk = Ink::Text;
    QString markWords = {};
    std::vector<PersonAct> acts = {};
};

/// Officers one below the other, each with how he stands and what can be done.
class PeopleList : public QWidget {
    Q_OBJECT
  public:
    PeopleList();
    /// `none` is said where there is nobody.
    void show(const std::vector<PersonLine>& people, const QString& none = {});

  private:
    void add(const PersonLine& person);
    QVBoxLayout* m_column;
};

}  // namespace chayan::ui
