#pragma once

#include "core/domain/kinds.h"
#include "core/text/texts.h"

#include <QBoxLayout>

namespace chayan::ui {

/// Adds to a column what a code says and what it may mean, the certain before the likely, in the officer's
/// words. `number` is the one that stands at its outline.
void tellCode(QVBoxLayout* column, int number, const domain::ScannedCode& scanned, const text::Texts& texts);

}  // namespace chayan::ui
