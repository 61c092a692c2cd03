#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace chayan::phone {

/// The page that a phone opens: one HTML document with its style, its program and its words in it.
struct Page {
    QByteArray html;
    /// Its Content-Security-Policy: what is in it may run, and nothing else may be loaded from anywhere.
    QByteArray policy;
};

/// `words`: what the page says, by the keys of core/phone/page/page.js; `language` as HTML names it.
Page makePage(const QMap<QString, QString>& words, const QString& language);

}  // namespace chayan::phone
