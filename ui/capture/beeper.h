#pragma once

#include "ui/capture/media.h"

namespace chayan::ui {

/// The short sound of a read. The sound system may take long to open, or fail, which is no reason to trouble
/// anybody.
class Beeper {
  public:
    explicit Beeper(Media& media);
    void beep();

  private:
    std::shared_ptr<QObject> m_player;
};

}  // namespace chayan::ui
