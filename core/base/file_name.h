#pragma once

#include <QByteArray>
#include <QString>

namespace chayan {

/// A file's name or path as text. The system gives its bytes no meaning: where they are not UTF-8, or hold
/// control characters or white space around, they are written as a POSIX shell takes them, with every such
/// byte as `\xNN`: `$'IMG\xff.jpg'`. No two names give the same text, so the bytes can be told from it.
QString fileNameText(const QByteArray& name);

}  // namespace chayan
