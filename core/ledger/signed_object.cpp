#include "core/ledger/signed_object.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ledger {

namespace {

tl::unexpected<Error> refuse(const QString& detail) {
    return fail(ErrorKind::BadInput, u"signed object"_s, detail);
}

QByteArray preimage(SignedKind kind, const QByteArray& body) {
    const char* words = kind == SignedKind::Checkpoint ? "chayan checkpoint 1\n"
                        : kind == SignedKind::Receipt  ? "chayan receipt 1\n"
                                                       : "chayan store 1\n";
    return words + body;
}

/// Members of one object, read one after the other; any miss makes the whole reading fail.
class Members {
  public:
    explicit Members(const Json& json) : m_json(json) {}

    Digest digest(std::string_view key) {
        const QString* text = m_json.stringAt(key);
        const auto value = text != nullptr ? Digest::fromHex(*text) : std::nullopt;
        m_good = m_good && value;
        return value.value_or(Digest{});
    }
    qint64 integer(std::string_view key) {
        const qint64* value = m_json.integerAt(key);
        m_good = m_good && value != nullptr && *value >= 0;
        return value != nullptr ? *value : 0;
    }
    UtcMs time(std::string_view key) {
        const QString* text = m_json.stringAt(key);
        const auto value = text != nullptr ? fromRfc3339(*text) : std::nullopt;
        m_good = m_good && value;
        return value.value_or(0);
    }
    const Json::Array& array(std::string_view key) {
        static const Json::Array none;
        const Json::Array* value = m_json.arrayAt(key);
        m_good = m_good && value != nullptr;
        return value != nullptr ? *value : none;
    }
    bool areAll(std::size_t count) const {
        return m_good && m_json.object() != nullptr && m_json.object()->size() == count;
    }

  private:
    const Json& m_json;
    bool m_good = true;
};

Json toJson(const SeenTip& tip) {
    return Json(
        Json::Object{{"log", Json(tip.log.hex())}, {"root", Json(tip.root.hex())}, {"size", Json(tip.size)}});
}

std::optional<SeenTip> seenTip(const Json& json) {
    Members members(json);
    const SeenTip tip{members.digest("log"), members.integer("size"), members.digest("root")};
    if (!members.areAll(3))
        return {};
    return tip;
}

std::optional<std::pair<DossierId, std::vector<Digest>>> headsOf(const Json& json) {
    const QString* text = json.stringAt("dossier");
    const auto dossier = text != nullptr ? DossierId::fromText(*text) : std::nullopt;
    const Json::Array* array = json.arrayAt("heads");
    if (!dossier || array == nullptr || json.object()->size() != 2)
        return {};
    std::vector<Digest> heads;
    for (const Json& item : *array) {
        const auto head = item.string() != nullptr ? Digest::fromHex(*item.string()) : std::nullopt;
        if (!head)
            return {};
        heads.push_back(*head);
    }
    return std::pair(*dossier, std::move(heads));
}

}  // namespace

Json toJson(const SignedObject& object) {
    return Json(Json::Object{{"body", Json(QString::fromUtf8(object.body))},
                             {"sig", Json(base64url(view(object.signature)))},
                             {"v", Json(1)}});
}

Result<SignedObject> signedObjectFrom(const Json& json) {
    const QString* body = json.stringAt("body");
    const QString* text = json.stringAt("sig");
    const auto signature = text != nullptr ? fromBase64url(*text) : std::nullopt;
    const qint64* version = json.integerAt("v");
    if (body == nullptr || !signature || version == nullptr || *version != 1 || json.object()->size() != 3)
        return refuse(u"not {body,sig,v}"_s);
    return SignedObject{body->toUtf8(), *signature};
}

Result<SignedObject> signObject(SignedKind kind, const Json& body, const crypto::OfficerKey& key) {
    CHAYAN_TRY(QByteArray bytes, canonical(body));
    CHAYAN_TRY(QByteArray signature, key.sign(view(preimage(kind, bytes))));
    return SignedObject{std::move(bytes), std::move(signature)};
}

bool verifies(SignedKind kind, const SignedObject& object, const crypto::Certificate& certificate) {
    return certificate.verifies(view(preimage(kind, object.body)), object.signature);
}

Result<SignedObject> signCheckpoint(const Checkpoint& checkpoint, const crypto::OfficerKey& key) {
    return signObject(SignedKind::Checkpoint,
                      Json(Json::Object{{"at", Json(rfc3339(checkpoint.at))},
                                        {"from", Json(checkpoint.from)},
                                        {"log", Json(checkpoint.log.hex())},
                                        {"officer", Json(checkpoint.officer.hex())},
                                        {"root", Json(checkpoint.root.hex())},
                                        {"size", Json(checkpoint.size)},
                                        {"v", Json(1)}}),
                      key);
}

Result<Checkpoint> parseCheckpoint(const QByteArray& body) {
    CHAYAN_TRY(const Json json, parseCanonical(view(body)));
    Members members(json);
    const Checkpoint checkpoint{members.time("at"),        members.integer("from"), members.digest("log"),
                                members.digest("officer"), members.digest("root"),  members.integer("size")};
    if (members.integer("v") != 1 || !members.areAll(7) || checkpoint.from >= checkpoint.size)
        return refuse(u"not a checkpoint"_s);
    return checkpoint;
}

Result<SignedObject> signReceipt(const Receipt& receipt, const crypto::OfficerKey& key) {
    Json::Array seen;
    for (const SeenTip& tip : receipt.seen)
        seen.push_back(toJson(tip));
    Json::Array dossiers;
    for (const auto& [dossier, digests] : receipt.heads) {
        Json::Array heads;
        for (const Digest& head : digests)
            heads.emplace_back(head.hex());
        dossiers.emplace_back(
            Json::Object{{"dossier", Json(dossier.text())}, {"heads", Json(std::move(heads))}});
    }
    return signObject(SignedKind::Receipt,
                      Json(Json::Object{{"at", Json(rfc3339(receipt.at))},
                                        {"checkpoint", toJson(receipt.own)},
                                        {"checkpoints", Json(std::move(seen))},
                                        {"heads", Json(std::move(dossiers))},
                                        {"log", Json(receipt.own.log.hex())},
                                        {"officer", Json(receipt.officer.hex())},
                                        {"tagmanifest", Json(receipt.tagmanifest.hex())},
                                        {"v", Json(1)}}),
                      key);
}

Result<Receipt> parseReceipt(const QByteArray& body) {
    CHAYAN_TRY(const Json json, parseCanonical(view(body)));
    Members members(json);
    Receipt receipt;
    receipt.at = members.time("at");
    receipt.officer = members.digest("officer");
    receipt.tagmanifest = members.digest("tagmanifest");
    const Digest log = members.digest("log");
    const Json* own = json.find("checkpoint");
    const auto ownTip = own != nullptr ? seenTip(*own) : std::nullopt;
    bool good = ownTip && ownTip->log == log;
    for (const Json& item : members.array("checkpoints")) {
        const auto tip = seenTip(item);
        good = good && tip;
        receipt.seen.push_back(tip.value_or(SeenTip{}));
    }
    for (const Json& item : members.array("heads")) {
        auto heads = headsOf(item);
        good = good && heads;
        if (heads)
            receipt.heads.push_back(std::move(*heads));
    }
    if (members.integer("v") != 1 || !members.areAll(8) || !good)
        return refuse(u"not a receipt"_s);
    receipt.own = *ownTip;
    return receipt;
}

}  // namespace chayan::ledger
