#pragma once

#include "core/base/progress.h"
#include "core/bundle/bag_text.h"
#include "core/bundle/zip_writer.h"

#include <functional>
#include <variant>

namespace chayan::bundle {

/// A file to put into a bag: its bytes, or how to open the file that has them.
struct BagFile {
    /// Below the bag's folder: `data/...` for payload.
    QByteArray path;
    qint64 size = 0;
    Digest sha256;
    std::variant<QByteArray, std::function<Result<UniqueFd>()>> content;
    /// Of a file that was found to have this SHA-256 a moment ago: it is then copied under the CRC alone.
    std::optional<quint32> crc = {};

    static BagFile ofBytes(QByteArray path, QByteArray content);
    static BagFile ofFile(QByteArray path, qint64 size, Digest sha256,
                          std::function<Result<UniqueFd>()> open);
};

/// What goes beside the tag manifest and is not listed in it.
struct BagSignature {
    /// CMS, detached, DER.
    QByteArray p7s;
    /// RFC 3161 over `p7s`; may be empty.
    QByteArray timestamp;
};

struct BagPlan {
    /// The bag's folder: `[A-Za-z0-9][A-Za-z0-9._-]*`.
    QString name;
    /// The date of all members.
    UtcMs at = 0;
    /// bag-info.txt; Payload-Oxum is added.
    BagInfo info;
    /// Payload and further tag files (`signature/officer.pem`, `view/...`) in any order.
    std::vector<BagFile> files;
    /// Signs tagmanifest-sha256.txt.
    std::function<Result<BagSignature>(ByteView tagManifest)> sign;
};

struct BagWritten {
    /// Of the file.
    Digest sha256;
    qint64 bytes = 0;
    /// SHA-256 of tagmanifest-sha256.txt, which names this bag in entries and receipts.
    Digest tagManifest;
    Oxum payload;
};

/// Writes the bag as a ZIP into an open, empty file (an AtomicFile's), which the caller then syncs and names.
/// Constant memory whatever the payload. Each file is hashed while it is copied, or held against the CRC
/// that the plan gives: Damaged, with its name in the ZIP, when it is not what the plan says, and the file
/// must then be dropped. BadInput for a plan that is
/// none.
Result<BagWritten> writeBag(int fd, const QString& thing, BagPlan plan, const Progress& progress);

}  // namespace chayan::bundle
