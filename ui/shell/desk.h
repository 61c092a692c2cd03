#pragma once

#include "ui/shell/session.h"
#include "ui/style/appearance.h"
#include "ui/tasks/tasks.h"

#include <QWidget>

namespace chayan::ui {

class Media;

/// What every page is given. All of it outlives the pages.
struct Desk {
    Session& session;
    Lanes& lanes;
    Tasks& tasks;
    Appearance& appearance;
    Media& media;

    text::Texts texts() const { return appearance.texts(); }
};

/// A place in the window. Its QActions are its commands: the palette lists them and their shortcuts hold
/// within it.
class Page : public QWidget {
    Q_OBJECT
  public:
    using QWidget::QWidget;

    /// Shows one thing of this place: a dossier by its id, a bundle by its path.
    virtual void open(const QString& what) { Q_UNUSED(what) }
    /// What stands open, so that a page made anew can open it again.
    virtual QString opened() const { return {}; }
    /// The panel that F4 shows and hides; null where there is none.
    virtual QWidget* inspector() { return nullptr; }
    /// Called when the page comes to the front.
    virtual void shown() {}

  Q_SIGNALS:
    /// Go to another place and open something there.
    void go(const QString& page, const QString& what);
};

}  // namespace chayan::ui
