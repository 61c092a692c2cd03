#include "core/phone/page.h"

#include "core/crypto/digest.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

// The resource lies in a static library, where nothing else would keep it; the macro may stand in no
// namespace.
static void keepPage() {
    Q_INIT_RESOURCE(phone);
}

namespace chayan::phone {

namespace {

QByteArray part(const QString& name) {
    QFile file(u":/phone/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray source(const QByteArray& inlined) {
    return "'sha256-" + crypto::sha256(view(inlined)).raw().toBase64() + "'";
}

}  // namespace

Page makePage(const QMap<QString, QString>& words, const QString& language) {
    keepPage();
    QJsonObject said;
    for (const auto& [key, word] : words.asKeyValueRange())
        said[key] = word;
    // As data, in which nothing ends the element early.
    QByteArray data = QJsonDocument(said).toJson(QJsonDocument::Compact);
    data.replace('<', "\\u003c");
    const QByteArray style = part(u"page.css"_s);
    const QByteArray program = part(u"page.js"_s);
    Page page;
    page.html = part(u"page.html"_s);
    page.html.replace("{{language}}", language.toUtf8());
    page.html.replace("{{title}}", words.value(u"title"_s).toHtmlEscaped().toUtf8());
    page.html.replace("{{style}}", style);
    page.html.replace("{{words}}", data);
    page.html.replace("{{program}}", program);
    page.policy = "default-src 'none'; script-src " + source(program) + "; style-src " + source(style) +
                  "; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; "
                  "frame-ancestors 'none'";
    return page;
}

}  // namespace chayan::phone
