#pragma once

#include "core/eye/reading.h"
#include "ui/widgets/controls.h"

namespace chayan::ui {

/// Focus and light of the live picture: two bars, each with its word, and one sentence of what to do.
class MeterView : public QWidget {
    Q_OBJECT
  public:
    MeterView();

    void show(const eye::Meter& meter);
    void clear();
    /// What it says at the moment.
    QString words() const { return m_advice->words(); }

  private:
    class Bar;
    void say(Bar* bar, Mark* mark, double amount, bool good, const QString& word);

    Bar* m_focus;
    Bar* m_light;
    Mark* m_focusWord;
    Mark* m_lightWord;
    Mark* m_advice;
    std::optional<double> m_edge;  // smoothed
    std::optional<double> m_level;
};

}  // namespace chayan::ui
