#pragma once

#include <QPlainTextEdit>

namespace chayan::ui {

/// What this program is: its version, what it runs with, and under which licences.
class AboutGroup : public QWidget {
    Q_OBJECT
  public:
    AboutGroup();
    /// Shows or hides the notices and the licence, whole.
    void toggleLicences();

  private:
    QPlainTextEdit* m_licences;
};

}  // namespace chayan::ui
