#include "app/cli/dossier.h"

using namespace Qt::StringLiterals;

namespace chayan::cli {

Result<DossierId> dossierId(const std::string& argument) {
    const auto id = DossierId::fromText(QString::fromStdString(argument));
    if (!id)
        return fail(ErrorKind::BadInput, QString::fromStdString(argument), u"not the id of a dossier"_s);
    return *id;
}

Result<Digest> originalOf(const domain::Dossier& dossier, const std::string& argument) {
    const QString beginning = QString::fromStdString(argument).toLower();
    constexpr qsizetype fewest = 8;
    if (beginning.size() < fewest)
        return fail(ErrorKind::BadUsage, beginning, u"at least 8 digits of its SHA-256 are needed"_s);
    std::optional<Digest> found;
    for (const domain::Item& item : dossier.items) {
        const domain::OriginalAdded* original = dossier.original(item);
        if (original == nullptr || !original->sha256.hex().startsWith(beginning))
            continue;
        if (found && *found != original->sha256)
            return fail(ErrorKind::Ambiguous, beginning, u"several originals begin with it"_s);
        found = original->sha256;
    }
    if (!found)
        return fail(ErrorKind::NotFound, beginning, u"no original of this dossier"_s);
    return *found;
}

Result<std::vector<services::Typed>> typed(const std::vector<std::string>& arguments) {
    std::vector<services::Typed> fields;
    for (const std::string& argument : arguments) {
        const QString text = QString::fromStdString(argument);
        const qsizetype at = text.indexOf(u'=');
        if (at < 1)
            return fail(ErrorKind::BadUsage, text, u"fields are given as FIELD=VALUE"_s);
        fields.push_back({text.left(at), text.mid(at + 1)});
    }
    return fields;
}

Json codesJson(const std::vector<domain::ScannedCode>& codes) {
    Json::Array array;
    for (const domain::ScannedCode& code : codes)
        array.emplace_back(Json::Object{{"format", Json(code.format)},
                                        {"text", Json(code.text)},
                                        {"bytes", Json(QString::fromLatin1(code.bytes.toHex()))}});
    return Json(std::move(array));
}

}  // namespace chayan::cli
