#pragma once

#include "core/text/texts.h"

#include <QMap>

namespace chayan::text {

/// What the page that a phone opens says, by the keys that it uses (core/phone/page/page.js). `%1`, `%2` stay
/// in them: the page fills them in.
QMap<QString, QString> phoneWords(const Texts& texts);

}  // namespace chayan::text
