#pragma once

#include "core/view/view.h"

#include <QByteArray>
#include <QString>

/// Nothing outside core/view includes it.
namespace chayan::page {

/// Text as it may stand between tags and in quoted attributes. What cannot be seen or would move other text
/// (controls, bidirectional formatting, zero-width characters, tags) is written out as `[U+202E]`, line feeds
/// and tabs stay, and what XML cannot hold becomes U+FFFD; so the result is harmless and says what was there.
QString escaped(QStringView text);

/// Writes elements to a sink in pieces of some 64 kB. Remembers the first failure; after it nothing is
/// written.
class Html {
  public:
    explicit Html(Sink sink) : m_sink(std::move(sink)) {}

    /// Markup of our own, never anything from outside.
    Html& raw(const char* markup);
    /// Words of our own or from outside, escaped.
    Html& text(QStringView words);
    /// Something from outside, isolated so that its direction does not spill over (UAX 9).
    Html& value(QStringView words);
    /// The same in the monospaced face: identifiers, hashes, codes.
    Html& mono(QStringView words);
    /// `<b lang=zh>..</b> <i lang=en>..</i>`
    Html& both(const QString& chinese, const QString& english);
    Html& number(qint64 value);

    Status status() const { return m_status; }
    Status flush();

  private:
    void wrote();
    Sink m_sink;
    QByteArray m_buffer;
    Status m_status;
};

}  // namespace chayan::page
