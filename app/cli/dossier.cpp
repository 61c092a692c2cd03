#include "app/cli/dossier.h"

using namespace Qt::StringLiterals;

namespace chayan::cli {

Result<DossierId> dossierId(const std::string& argument) {
    const auto id = DossierId::fromText(QString::fromStdString(argument));
    if (!id)
        return fail(ErrorKind::BadInput, QString::fromStdString(argument), u"not the id of a dossier"_s);
    return *id;
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
