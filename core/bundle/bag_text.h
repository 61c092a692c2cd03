#pragma once

#include "core/bundle/problem.h"

#include <QByteArray>

#include <utility>
#include <vector>

/// The text files of a BagIt bag (RFC 8493 sections 2.1, 2.2).
namespace chayan::bundle {

/// Ours is the one spelling that we write; Foreign is all that the RFC and its forerunners allow: any line
/// ending, any white space, upper-case hex, `*` and `./` before a path, folded bag-info lines.
enum class Rules { Ours, Foreign };

/// bagit.txt of our bags: version 1.0, UTF-8.
QByteArray bagitText();

struct ManifestLine {
    QByteArray path;
    /// The raw bytes.
    QByteArray digest;
};

/// `hex␠␠path` lines as `sha256sum -c` reads them; CR, LF and % in paths as %0D, %0A and %25.
QByteArray manifestText(const std::vector<ManifestLine>& lines);

/// `manifest_invalid` with the line number; `unsafe_path`; `duplicate_name` for a path listed twice.
/// `digestBytes` is the size that each digest must have.
Result<std::vector<ManifestLine>> parseManifest(const QByteArray& text, const QString& thing, int digestBytes,
                                                Rules rules);

using BagInfo = std::vector<std::pair<QString, QString>>;

/// BadInput when a label or value is not one plain line, or a label holds a colon.
Result<QByteArray> bagInfoText(const BagInfo& info);
/// `bag_info_invalid`.
Result<BagInfo> parseBagInfo(const QByteArray& text, Rules rules);

/// The version of a foreign bag's bagit.txt, `1.0` or `0.97`; `bagit_invalid`, `bag_version` for one later
/// than 1.0, `encoding` for tag files that are not UTF-8.
Result<QString> parseBagit(const QByteArray& text);

/// Payload-Oxum: bytes and number of the payload's files.
struct Oxum {
    qint64 bytes = 0;
    qint64 files = 0;
    QString text() const;
    bool operator==(const Oxum&) const = default;
};

/// What is wrong with the Payload-Oxum in a bag-info; nothing when it is right, or absent and not `needed`.
std::optional<Problem> checkOxum(const BagInfo& info, const Oxum& actual, bool needed);

}  // namespace chayan::bundle
