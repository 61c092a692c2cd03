#pragma once

#include "symbols.h"

#include <QImage>

namespace chayan::demo {

/// Printed things of the fictional brand 云岭鹤, flat and straight as they left the press, with the symbols
/// that stand on them added to `symbols`.
using Symbols = std::vector<Symbol>;

QImage cartonFront(Symbols& symbols);
QImage lotionLabel(Symbols& symbols);
QImage pesticideLabel(Symbols& symbols);
QImage shoeLabel(Symbols& symbols);
QImage palletLabel(Symbols& symbols);
QImage waybill(Symbols& symbols);
QImage medicineFront(Symbols& symbols);

}  // namespace chayan::demo
