#include "app/cli/meanings.h"

#include "core/services/cross_checks.h"
#include "core/text/reasons.h"
#include "core/text/terms.h"

using namespace Qt::StringLiterals;

namespace chayan::cli {

Json toJson(const codes::Meaning& meaning) {
    Json::Object parts;
    for (const codes::Part& part : meaning.parts)
        parts.insert_or_assign(part.key.toStdString(), Json(part.value));
    Json::Object object{
        {"scheme", Json(meaning.scheme)}, {"valid", Json(meaning.valid)}, {"parts", Json(std::move(parts))}};
    if (!meaning.reason.isEmpty()) {
        object["reason"] = Json(meaning.reason);
        object["detail"] = Json(meaning.detail);
    }
    if (!meaning.warnings.empty()) {
        Json::Array warnings;
        for (const QString& warning : meaning.warnings)
            warnings.emplace_back(warning);
        object["warnings"] = Json(std::move(warnings));
    }
    return Json(std::move(object));
}

QString inWords(const codes::Meaning& meaning, const text::Texts& texts) {
    using text::TermGroup;
    using text::Topic;
    QString line = u"%1 [%2]: "_s.arg(text::term(TermGroup::Scheme, meaning.scheme, texts), meaning.scheme);
    line += meaning.valid ? texts.say("cli", QT_TRANSLATE_NOOP("cli", "valid"))
                          : text::reason(Topic::Identifier, meaning.reason, texts);
    QStringList parts;
    for (const codes::Part& part : meaning.parts)
        parts += u"%1 %2"_s.arg(text::term(TermGroup::Part, part.key, texts),
                                text::partValue(part.key, part.value, texts));
    for (const QString& warning : meaning.warnings)
        parts += text::reason(Topic::IdentifierNotice, warning, texts);
    if (!parts.isEmpty())
        line += u" (%1)"_s.arg(parts.join(u"; "_s));
    return line;
}

Json noticeJson(const codes::CrossNotice& notice, const text::Texts& texts) {
    Json::Array values;
    for (const QString& value : notice.values)
        values.emplace_back(value);
    return Json(Json::Object{{"notice", Json(notice.key)},
                             {"values", Json(std::move(values))},
                             {"text", Json(services::inWords(notice, texts))}});
}

Json flawsJson(const eye::Reading& reading) {
    Json::Array flaws;
    for (const eye::Flaw flaw : reading.flaws)
        flaws.emplace_back(eye::key(flaw));
    return Json(std::move(flaws));
}

}  // namespace chayan::cli
