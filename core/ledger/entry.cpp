#include "core/ledger/entry.h"

#include "core/base/limits.h"
#include "core/crypto/digest.h"
#include "core/ledger/merkle.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ledger {

namespace {

constexpr int saltSize = 16;

tl::unexpected<Error> refuse(const QString& detail) {
    return fail(ErrorKind::BadInput, u"entry"_s, detail);
}

bool isKind(const QString& kind) {
    return !kind.isEmpty() && kind.size() <= 64 && std::all_of(kind.begin(), kind.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'.';
    });
}

std::optional<Digest> digestAt(const Json& object, std::string_view key) {
    const QString* text = object.stringAt(key);
    return text != nullptr ? Digest::fromHex(*text) : std::nullopt;
}

Result<ClockReading> readClock(const Json& json) {
    const QString* at = json.stringAt("at");
    const auto utc = at != nullptr ? fromRfc3339(*at) : std::nullopt;
    const Json* clock = json.find("clock");
    if (!utc || clock == nullptr || clock->object() == nullptr || clock->object()->size() != 3)
        return refuse(u"at or clock malformed"_s);
    const QString* boot = clock->stringAt("boot");
    const QString* sync = clock->stringAt("sync");
    const qint64* monotonic = clock->integerAt("mono_ms");
    if (boot == nullptr || sync == nullptr || monotonic == nullptr || *monotonic < 0)
        return refuse(u"clock malformed"_s);
    return ClockReading{*utc, *boot, *monotonic, *sync};
}

Result<std::vector<Digest>> readAfter(const Json& json) {
    const Json::Array* array = json.arrayAt("after");
    if (array == nullptr)
        return refuse(u"after malformed"_s);
    std::vector<Digest> after;
    for (const Json& item : *array) {
        const auto hash = item.string() != nullptr ? Digest::fromHex(*item.string()) : std::nullopt;
        if (!hash || std::find(after.begin(), after.end(), *hash) != after.end())
            return refuse(u"after malformed"_s);
        after.push_back(*hash);
    }
    return after;
}

}  // namespace

Result<Entry> makeEntry(EntryDraft draft) {
    std::sort(draft.after.begin(), draft.after.end());
    Json::Array after;
    for (const Digest& hash : draft.after)
        after.emplace_back(hash.hex());
    const Json json(Json::Object{
        {"v", Json(1)},
        {"log", Json(draft.log.hex())},
        {"seq", Json(draft.seq)},
        {"salt", Json(base64url(view(draft.salt)))},
        {"at", Json(rfc3339(draft.clock.utc))},
        {"clock", Json(Json::Object{{"boot", Json(draft.clock.boot)},
                                    {"mono_ms", Json(draft.clock.monotonicMs)},
                                    {"sync", Json(draft.clock.sync)}})},
        {"officer", Json(draft.officer.hex())},
        {"dossier", Json(draft.dossier.text())},
        {"after", Json(std::move(after))},
        {"kind", Json(draft.kind)},
        {"body", draft.body},
    });
    CHAYAN_TRY(QByteArray bytes, canonical(json));
    if (bytes.size() > limits::entryBytes)
        return fail(ErrorKind::TooLarge, u"entry"_s,
                    u"%1 bytes, over %2"_s.arg(bytes.size()).arg(limits::entryBytes));
    const Digest hash = leafHash(view(bytes));
    return Entry{std::move(draft), std::move(bytes), hash};
}

Result<Entry> parseEntry(const QByteArray& bytes) {
    if (bytes.size() > limits::entryBytes)
        return refuse(u"over %1 bytes"_s.arg(limits::entryBytes));
    CHAYAN_TRY(const Json json, parseCanonical(view(bytes)));
    if (json.object() == nullptr || json.object()->size() != 11)
        return refuse(u"not the eleven members of an entry"_s);
    const qint64* version = json.integerAt("v");
    if (version == nullptr || *version != 1)
        return refuse(u"not of version 1"_s);
    const auto log = digestAt(json, "log");
    const auto officer = digestAt(json, "officer");
    const qint64* seq = json.integerAt("seq");
    const QString* saltText = json.stringAt("salt");
    const auto salt = saltText != nullptr ? fromBase64url(*saltText) : std::nullopt;
    const QString* dossierText = json.stringAt("dossier");
    const auto dossier = dossierText != nullptr ? DossierId::fromText(*dossierText) : std::nullopt;
    const QString* kind = json.stringAt("kind");
    const Json* body = json.find("body");
    if (!log || !officer || seq == nullptr || *seq < 0)
        return refuse(u"log, officer or seq malformed"_s);
    if (!salt || salt->size() != saltSize)
        return refuse(u"salt malformed"_s);
    if (!dossier || kind == nullptr || !isKind(*kind) || body == nullptr || body->object() == nullptr)
        return refuse(u"dossier, kind or body malformed"_s);
    CHAYAN_TRY(ClockReading clock, readClock(json));
    CHAYAN_TRY(std::vector<Digest> after, readAfter(json));
    return Entry{{*log, *seq, *salt, std::move(clock), *officer, *dossier, std::move(after), *kind, *body},
                 bytes,
                 leafHash(view(bytes))};
}

Digest logId(const Digest& firstOfficer, const QByteArray& nonce) {
    crypto::Sha256 hash;
    hash.add(view(QByteArray("chayan log 1\n")));
    hash.add(view(firstOfficer));
    hash.add(view(nonce));
    return hash.finish();
}

}  // namespace chayan::ledger
