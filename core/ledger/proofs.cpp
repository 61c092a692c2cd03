#include "core/ledger/proofs.h"

using namespace Qt::StringLiterals;

namespace chayan::ledger {

namespace {

tl::unexpected<Error> refuse(const QString& detail) {
    return fail(ErrorKind::BadInput, u"proofs"_s, detail);
}

Json hashesJson(const std::vector<Digest>& hashes) {
    Json::Array array;
    for (const Digest& hash : hashes)
        array.emplace_back(hash.hex());
    return Json(std::move(array));
}

Result<std::vector<Digest>> hashesFrom(const Json& json) {
    const Json::Array* array = json.arrayAt("hashes");
    if (array == nullptr)
        return refuse(u"hashes missing"_s);
    std::vector<Digest> hashes;
    for (const Json& item : *array) {
        const auto hash = item.string() != nullptr ? Digest::fromHex(*item.string()) : std::nullopt;
        if (!hash)
            return refuse(u"hash malformed"_s);
        hashes.push_back(*hash);
    }
    return hashes;
}

/// The two whole numbers and the hashes that both sorts of proof consist of.
Status readProof(const Json& json, const char* firstKey, const char* secondKey, qint64& first, qint64& second,
                 std::vector<Digest>& hashes) {
    const qint64* a = json.integerAt(firstKey);
    const qint64* b = json.integerAt(secondKey);
    if (a == nullptr || b == nullptr || *a < 0 || *b < 0 || json.object()->size() != 3)
        return refuse(u"proof malformed"_s);
    first = *a;
    second = *b;
    CHAYAN_TRY(hashes, hashesFrom(json));
    return {};
}

Json toJson(const LogProofs& proofs) {
    Json::Array checkpoints;
    for (const SignedObject& checkpoint : proofs.checkpoints)
        checkpoints.push_back(toJson(checkpoint));
    Json::Array ranges;
    for (const RangeProof& range : proofs.ranges)
        ranges.emplace_back(Json::Object{{"first", Json(range.first)},
                                         {"count", Json(range.count)},
                                         {"hashes", hashesJson(range.hashes)}});
    Json::Array consistency;
    for (const ConsistencyProof& proof : proofs.consistency)
        consistency.emplace_back(Json::Object{
            {"from", Json(proof.from)}, {"to", Json(proof.to)}, {"hashes", hashesJson(proof.hashes)}});
    return Json(Json::Object{{"log", Json(proofs.log.hex())},
                             {"checkpoints", Json(std::move(checkpoints))},
                             {"ranges", Json(std::move(ranges))},
                             {"consistency", Json(std::move(consistency))}});
}

Result<LogProofs> logProofsFrom(const Json& json) {
    const QString* text = json.stringAt("log");
    const auto log = text != nullptr ? Digest::fromHex(*text) : std::nullopt;
    const Json::Array* checkpoints = json.arrayAt("checkpoints");
    const Json::Array* ranges = json.arrayAt("ranges");
    const Json::Array* consistency = json.arrayAt("consistency");
    if (!log || checkpoints == nullptr || ranges == nullptr || consistency == nullptr ||
        json.object()->size() != 4)
        return refuse(u"a log's proofs malformed"_s);
    LogProofs proofs{*log, {}, {}, {}};
    for (const Json& item : *checkpoints) {
        CHAYAN_TRY(SignedObject checkpoint, signedObjectFrom(item));
        proofs.checkpoints.push_back(std::move(checkpoint));
    }
    for (const Json& item : *ranges) {
        RangeProof& range = proofs.ranges.emplace_back();
        CHAYAN_CHECK(readProof(item, "first", "count", range.first, range.count, range.hashes));
    }
    for (const Json& item : *consistency) {
        ConsistencyProof& proof = proofs.consistency.emplace_back();
        CHAYAN_CHECK(readProof(item, "from", "to", proof.from, proof.to, proof.hashes));
    }
    return proofs;
}

}  // namespace

Result<LogProofs> prove(const NodeSource& nodes, std::span<const qint64> seqs,
                        std::span<const RunEnd> runEnds) {
    if (seqs.empty() || runEnds.empty())
        return fail(ErrorKind::Internal, u"proofs"_s, u"nothing to prove"_s);
    const Checkpoint& tip = runEnds.back().checkpoint;
    LogProofs proofs{tip.log, {}, {}, {}};
    for (const qint64 seq : seqs) {
        if (!proofs.ranges.empty() && proofs.ranges.back().first + proofs.ranges.back().count == seq)
            ++proofs.ranges.back().count;
        else
            proofs.ranges.push_back({seq, 1, {}});
    }
    for (RangeProof& range : proofs.ranges) {
        CHAYAN_TRY(range.hashes, rangeProof(nodes, tip.size, range.first, range.count));
    }
    auto seq = seqs.begin();
    for (const RunEnd& run : runEnds) {
        const bool touched = seq != seqs.end() && *seq < run.checkpoint.size;
        while (seq != seqs.end() && *seq < run.checkpoint.size)
            ++seq;
        const bool isTip = run.checkpoint.size == tip.size;
        if (!touched && !isTip)
            continue;
        proofs.checkpoints.push_back(run.object);
        if (!isTip) {
            CHAYAN_TRY(std::vector<Digest> hashes, consistencyProof(nodes, run.checkpoint.size, tip.size));
            proofs.consistency.push_back({run.checkpoint.size, tip.size, std::move(hashes)});
        }
    }
    return proofs;
}

Json toJson(const std::vector<LogProofs>& proofs) {
    Json::Array logs;
    for (const LogProofs& log : proofs)
        logs.push_back(toJson(log));
    return Json(Json::Object{{"logs", Json(std::move(logs))}, {"v", Json(1)}});
}

Result<std::vector<LogProofs>> proofsFrom(const Json& json) {
    const qint64* version = json.integerAt("v");
    const Json::Array* logs = json.arrayAt("logs");
    if (version == nullptr || *version != 1 || logs == nullptr || json.object()->size() != 2)
        return refuse(u"not {v,logs} of version 1"_s);
    std::vector<LogProofs> proofs;
    for (const Json& item : *logs) {
        CHAYAN_TRY(LogProofs log, logProofsFrom(item));
        if (!proofs.empty() && proofs.back().log >= log.log)
            return refuse(u"logs out of order"_s);
        proofs.push_back(std::move(log));
    }
    return proofs;
}

}  // namespace chayan::ledger
