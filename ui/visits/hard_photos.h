#pragma once

#include "core/eye/reading.h"
#include "core/text/texts.h"

#include <QStringList>

namespace chayan::ui {

/// Photographs that came in and are hard to use, or cannot be shown at all: said while another one can be
/// taken. A value.
class HardPhotos {
  public:
    /// Whether `reading` is of one.
    bool note(const QString& name, const eye::Reading& reading, const text::Texts& texts);
    int count() const { return m_count; }
    /// How many, in a sentence.
    QString words() const;
    /// The first ones by name and what is wrong with them, a line each.
    QString why() const { return m_why.join(u'\n'); }

  private:
    int m_count = 0;
    QStringList m_why;
};

}  // namespace chayan::ui
