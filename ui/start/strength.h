#pragma once

#include <QString>

namespace chayan::ui {

/// How long a passphrase would stand against somebody who has the disk.
enum class Strength { TooShort, Weak, Fair, Good };

/// A hint that does not flatter: counts characters by the size of the sets they come from, and repeated or
/// counted-up ones hardly at all. It cannot know a name or a birthday, and the page says so.
Strength strengthOf(const QString& passphrase);

}  // namespace chayan::ui
