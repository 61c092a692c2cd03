#pragma once

#include "core/bundle/problem.h"

#include <QByteArray>

#include <optional>
#include <vector>

/// Where things lie in a bag (RFC 8493) and in ours (formats.md section 7).
namespace chayan::bundle::layout {

inline constexpr QByteArrayView bagit = "bagit.txt";
inline constexpr QByteArrayView bagInfo = "bag-info.txt";
inline constexpr QByteArrayView manifest = "manifest-sha256.txt";
inline constexpr QByteArrayView tagManifest = "tagmanifest-sha256.txt";
inline constexpr QByteArrayView fetch = "fetch.txt";
inline constexpr QByteArrayView signature = "signature/tagmanifest-sha256.txt.p7s";
inline constexpr QByteArrayView timestamp = "signature/tagmanifest-sha256.txt.p7s.tsr";
inline constexpr QByteArrayView officer = "signature/officer.pem";
inline constexpr QByteArrayView statement = "data/statement.json";
inline constexpr QByteArrayView entries = "data/entries.jsonl";
inline constexpr QByteArrayView proofs = "data/proofs.json";
inline constexpr QByteArrayView disclosures = "data/disclosures.jsonl";
inline constexpr QByteArrayView certificates = "data/certificates/";
inline constexpr QByteArrayView originals = "data/originals/";
inline constexpr QByteArrayView payload = "data/";
inline constexpr QByteArrayView aids = "view/";

inline bool isPayload(QByteArrayView path) {
    return path.startsWith(payload);
}

/// The files that the tag manifest cannot list: itself, and what is made over it.
inline bool isOutsideTagManifest(QByteArrayView path) {
    return path == tagManifest || path == signature || path == timestamp;
}

/// Whether `a` comes before `b` in a bundle: manifests and signature first, then what the originals hang on,
/// reading aids last; by bytes where that leaves a choice.
bool before(QByteArrayView a, QByteArrayView b);

/// The folder that holds the bag, with its slash, or "" for a bag that is not in a folder: where `bagit.txt`
/// lies. `bagit_missing` when it lies nowhere, `unlisted_file` when something lies outside its folder.
Result<QByteArray> findRoot(const std::vector<QByteArray>& names, const QString& thing);

}  // namespace chayan::bundle::layout
