#pragma once

#include "core/text/texts.h"

#include <vector>

namespace chayan::text {

/// What does not go together on an item (codes::CrossNotice), with its values put in; an unknown key is
/// answered with itself and the values.
QString crossNotice(const QString& key, const QStringList& values, const Texts& texts);

/// All keys, for tests that hold the checks against them.
std::vector<QString> crossNoticeKeys();

}  // namespace chayan::text
