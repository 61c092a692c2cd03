#include "core/domain/kinds.h"
#include "core/domain/overloaded.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::domain {

namespace {

void put(Json::Object& object, const char* key, Json value) {
    object.emplace(key, std::move(value));
}
void putIf(Json::Object& object, const char* key, const std::optional<QString>& value) {
    if (value)
        put(object, key, *value);
}
void putIf(Json::Object& object, const char* key, const std::optional<qint64>& value) {
    if (value)
        put(object, key, *value);
}

Json sealedJson(std::vector<SealedValue> sealed) {
    std::ranges::sort(sealed, {}, &SealedValue::digest);
    Json::Array array;
    for (const SealedValue& value : sealed) {
        Json::Object object;
        put(object, "d", value.digest);
        put(object, "slot", value.slot);
        array.emplace_back(std::move(object));
    }
    return array;
}

Json valuesJson(const std::vector<FieldValue>& values) {
    Json::Array array;
    for (const FieldValue& value : values) {
        Json::Object object;
        put(object, "field", value.field);
        put(object, "value", value.value);
        array.emplace_back(std::move(object));
    }
    return array;
}

Json codeJson(const ScannedCode& code) {
    Json::Array corners;
    for (const Corner& corner : code.corners) {
        Json::Array point;
        point.emplace_back(corner.x);
        point.emplace_back(corner.y);
        corners.emplace_back(std::move(point));
    }
    Json::Object object;
    put(object, "format", code.format);
    put(object, "text", code.text);
    put(object, "bytes", QString::fromLatin1(code.bytes.toHex()));
    put(object, "corners", std::move(corners));
    put(object, "pass", code.pass);
    if (!code.symbology.isEmpty())
        put(object, "symbology", code.symbology);
    return object;
}

void write(Json::Object& object, const DossierOpened& body) {
    put(object, "type", body.type);
    put(object, "sealed", sealedJson(body.sealed));
}
void write(Json::Object& object, const FieldSet& body) {
    put(object, "field", body.field);
    put(object, "value", body.value);
}
void write(Json::Object& object, const SealedSet& body) {
    put(object, "sealed", sealedJson(body.sealed));
}
void write(Json::Object& object, const ItemAdded& body) {
    put(object, "item", body.item.text());
    put(object, "list", body.list);
    put(object, "values", valuesJson(body.values));
}
void write(Json::Object& object, const ItemSet& body) {
    put(object, "item", body.item.text());
    put(object, "field", body.field);
    put(object, "value", body.value);
}
void write(Json::Object& object, const ItemRemoved& body) {
    put(object, "item", body.item.text());
}
void write(Json::Object& object, const OriginalAdded& body) {
    put(object, "item", body.item.text());
    put(object, "sha256", body.sha256.hex());
    put(object, "size", body.size);
    put(object, "type", body.type);
    put(object, "origin", body.origin);
    put(object, "maker", body.maker);
    putIf(object, "device", body.device);
    putIf(object, "app", body.app);
    putIf(object, "method", body.method);
    putIf(object, "medium", body.medium);
    putIf(object, "recipe", body.recipe);
    putIf(object, "sm3", body.sm3);
    if (body.sourceMtime)
        put(object, "source_mtime", rfc3339(*body.sourceMtime));
    putIf(object, "clock_offset_ms", body.clockOffset);
    if (body.parents) {
        Json::Array parents;
        for (const Digest& parent : *body.parents)
            parents.emplace_back(parent.hex());
        put(object, "parents", std::move(parents));
    }
}
void write(Json::Object& object, const CodeScanned& body) {
    Json::Array codes;
    for (const ScannedCode& code : body.codes)
        codes.push_back(codeJson(code));
    put(object, "item", body.item.text());
    put(object, "codes", std::move(codes));
    putIf(object, "width", body.width);
    putIf(object, "height", body.height);
    putIf(object, "error", body.error);
    Json::Array flaws;
    for (const QString& flaw : body.flaws)
        flaws.emplace_back(flaw);
    if (!flaws.empty())
        put(object, "flaws", std::move(flaws));
}
void write(Json::Object& object, const RecordSigned& body) {
    put(object, "record", body.record.text());
    put(object, "form", body.form);
    putIf(object, "note", body.note);
}
void write(Json::Object& object, const Cosigned& body) {
    put(object, "record", body.record.text());
}
void write(Json::Object& object, const OriginalDestroyed& body) {
    put(object, "item", body.item.text());
    put(object, "reason", body.reason);
}
void write(Json::Object&, const LogEvent&) {}
void write(Json::Object&, const UnknownKind&) {}
void write(Json::Object&, const Malformed&) {}

}  // namespace

QString kindOf(const Body& body) {
    return std::visit(Overloaded{
                          [](const DossierOpened&) { return u"dossier.opened"_s; },
                          [](const FieldSet&) { return u"field.set"_s; },
                          [](const SealedSet&) { return u"sealed.set"_s; },
                          [](const ItemAdded&) { return u"item.added"_s; },
                          [](const ItemSet&) { return u"item.set"_s; },
                          [](const ItemRemoved&) { return u"item.removed"_s; },
                          [](const OriginalAdded&) { return u"original.added"_s; },
                          [](const CodeScanned&) { return u"code.scanned"_s; },
                          [](const RecordSigned&) { return u"record.signed"_s; },
                          [](const Cosigned&) { return u"cosigned"_s; },
                          [](const OriginalDestroyed&) { return u"original.destroyed"_s; },
                          [](const auto&) { return QString(); },
                      },
                      body);
}

Json writeBody(const Body& body) {
    if (kindOf(body).isEmpty())
        return {};
    Json::Object object;
    std::visit([&](const auto& b) { write(object, b); }, body);
    return object;
}

}  // namespace chayan::domain
