#include "core/bundle/statement.h"

using namespace Qt::StringLiterals;

namespace chayan::bundle {

namespace {

tl::unexpected<Error> wrong(const QString& detail) {
    return fail(ErrorKind::BadInput, u"statement"_s, detail);
}

std::optional<Digest> digestAt(const Json& json, std::string_view key) {
    const QString* text = json.stringAt(key);
    return text != nullptr ? Digest::fromHex(*text) : std::nullopt;
}

bool hasMembers(const Json& json, std::size_t count) {
    return json.object() != nullptr && json.object()->size() == count;
}

Result<Statement::Dossier> dossierFrom(const Json& json) {
    const QString* idText = json.stringAt("id");
    const auto id = idText != nullptr ? DossierId::fromText(*idText) : std::nullopt;
    const QString* kind = json.stringAt("kind");
    const Json::Array* heads = json.arrayAt("heads");
    const Json::Array* counts = json.arrayAt("counts");
    if (!id || kind == nullptr || heads == nullptr || counts == nullptr || !hasMembers(json, 4))
        return wrong(u"a dossier is malformed"_s);
    Statement::Dossier dossier{*id, *kind, {}, {}};
    for (const Json& item : *heads) {
        const auto head = item.string() != nullptr ? Digest::fromHex(*item.string()) : std::nullopt;
        if (!head)
            return wrong(u"a head is malformed"_s);
        dossier.heads.push_back(*head);
    }
    for (const Json& item : *counts) {
        const auto log = digestAt(item, "log");
        const qint64* n = item.integerAt("n");
        if (!log || n == nullptr || !hasMembers(item, 2))
            return wrong(u"a count is malformed"_s);
        dossier.counts.emplace_back(*log, *n);
    }
    return dossier;
}

}  // namespace

Json toJson(const Statement& statement) {
    Json::Array logs;
    for (const Statement::Log& log : statement.logs)
        logs.emplace_back(Json::Object{
            {"log", Json(log.log.hex())}, {"size", Json(log.size)}, {"entries", Json(log.entries)}});
    Json::Array dossiers;
    for (const Statement::Dossier& dossier : statement.dossiers) {
        Json::Array heads;
        for (const Digest& head : dossier.heads)
            heads.emplace_back(head.hex());
        Json::Array counts;
        for (const auto& [log, n] : dossier.counts)
            counts.emplace_back(Json::Object{{"log", Json(log.hex())}, {"n", Json(n)}});
        dossiers.emplace_back(Json::Object{{"id", Json(dossier.id.text())},
                                           {"kind", Json(dossier.kind)},
                                           {"heads", Json(std::move(heads))},
                                           {"counts", Json(std::move(counts))}});
    }
    return Json(Json::Object{
        {"v", Json(1)},
        {"at", Json(rfc3339(statement.at))},
        {"base", Json(statement.base)},
        {"exporter", Json(statement.exporter.hex())},
        {"recipient", Json(statement.recipient)},
        {"purpose", Json(statement.purpose)},
        {"scope", Json(statement.scope)},
        {"logs", Json(std::move(logs))},
        {"dossiers", Json(std::move(dossiers))},
        {"withheld", Json(Json::Object{{"values", Json(statement.withheldValues)},
                                       {"originals", Json(statement.withheldOriginals)}})},
    });
}

Result<Statement> statementFrom(const Json& json) {
    const qint64* version = json.integerAt("v");
    const QString* atText = json.stringAt("at");
    const auto at = atText != nullptr ? fromRfc3339(*atText) : std::nullopt;
    const qint64* base = json.integerAt("base");
    const auto exporter = digestAt(json, "exporter");
    const QString* recipient = json.stringAt("recipient");
    const QString* purpose = json.stringAt("purpose");
    const QString* scope = json.stringAt("scope");
    const Json::Array* logs = json.arrayAt("logs");
    const Json::Array* dossiers = json.arrayAt("dossiers");
    const Json* withheld = json.find("withheld");
    const qint64* values = withheld != nullptr ? withheld->integerAt("values") : nullptr;
    const qint64* originals = withheld != nullptr ? withheld->integerAt("originals") : nullptr;
    if (version == nullptr || *version != 1 || !at || base == nullptr || !exporter || recipient == nullptr ||
        purpose == nullptr || scope == nullptr || logs == nullptr || dossiers == nullptr ||
        values == nullptr || originals == nullptr || !hasMembers(json, 10) || !hasMembers(*withheld, 2))
        return wrong(u"not the ten members of a statement of version 1"_s);
    if (*scope != u"complete" && *scope != u"selected")
        return wrong(u"scope is neither complete nor selected"_s);
    Statement statement{*at, *base, *exporter, *recipient, *purpose, *scope, {}, {}, *values, *originals};
    for (const Json& item : *logs) {
        const auto log = digestAt(item, "log");
        const qint64* size = item.integerAt("size");
        const qint64* entries = item.integerAt("entries");
        if (!log || size == nullptr || entries == nullptr || !hasMembers(item, 3))
            return wrong(u"a log is malformed"_s);
        statement.logs.push_back({*log, *size, *entries});
    }
    for (const Json& item : *dossiers) {
        CHAYAN_TRY(Statement::Dossier dossier, dossierFrom(item));
        statement.dossiers.push_back(std::move(dossier));
    }
    return statement;
}

}  // namespace chayan::bundle
