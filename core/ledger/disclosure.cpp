#include "core/ledger/disclosure.h"

#include "core/base/limits.h"
#include "core/crypto/digest.h"
#include "core/crypto/random.h"

using namespace Qt::StringLiterals;

namespace chayan::ledger {

namespace {

constexpr int saltSize = 16;

tl::unexpected<Error> refuse(const QString& detail) {
    return fail(ErrorKind::BadInput, u"disclosure"_s, detail);
}

QString digestOf(const QString& text) {
    return base64url(view(crypto::sha256(view(text.toLatin1()))));
}

}  // namespace

Result<Disclosure> makeDisclosure(const QByteArray& salt, const QString& name, const Json& value) {
    CHAYAN_TRY(const QByteArray bytes,
               canonical(Json(Json::Array{Json(base64url(view(salt))), Json(name), value})));
    QString text = base64url(view(bytes));
    if (text.size() > limits::disclosureCharacters)
        return fail(
            ErrorKind::TooLarge, name,
            u"sealed it has %1 characters, over %2"_s.arg(text.size()).arg(limits::disclosureCharacters));
    QString digest = digestOf(text);
    return Disclosure{std::move(text), std::move(digest), name, value};
}

Result<Disclosure> makeDisclosure(const QString& name, const Json& value) {
    CHAYAN_TRY(const QByteArray salt, crypto::randomBytes(saltSize));
    return makeDisclosure(salt, name, value);
}

Result<Disclosure> parseDisclosure(const QString& text) {
    if (text.size() > limits::disclosureCharacters)
        return refuse(u"over %1 characters"_s.arg(limits::disclosureCharacters));
    const auto bytes = fromBase64url(text);
    if (!bytes)
        return refuse(u"not base64url"_s);
    CHAYAN_TRY(const Json json, parseCanonical(view(*bytes)));
    const Json::Array* parts = json.array();
    if (parts == nullptr || parts->size() != 3)
        return refuse(u"not [salt, name, value]"_s);
    const QString* saltText = parts->at(0).string();
    const auto salt = saltText != nullptr ? fromBase64url(*saltText) : std::nullopt;
    const QString* name = parts->at(1).string();
    if (!salt || salt->size() != saltSize || name == nullptr || name->isEmpty())
        return refuse(u"salt or name malformed"_s);
    return Disclosure{text, digestOf(text), *name, parts->at(2)};
}

}  // namespace chayan::ledger
