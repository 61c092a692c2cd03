#pragma once

#include "symbols.h"

#include <QImage>
#include <QRandomGenerator>

namespace chayan::demo {

/// One picture: its file name, and the function that paints the scene and notes the symbols in it.
struct Scene {
    const char16_t* file;
    QImage (*paint)(std::vector<Symbol>& symbols, QRandomGenerator& random);
    quint32 seed;
};

extern const Scene scenes[7];

}  // namespace chayan::demo
