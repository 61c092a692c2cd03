#pragma once

#include "core/bundle/bag_source.h"
#include "core/bundle/bag_text.h"

#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace chayan::bundle {

/// A bag made by others, to be taken in as evidence from elsewhere. That it is whole says nothing about who
/// made it: a bag carries no signature.
struct ForeignBag {
    /// Where an archive was unpacked; gone with this value.
    std::unique_ptr<QTemporaryDir> unpacked;
    std::unique_ptr<BagSource> source;

    /// Of BagIt: `1.0`, `0.97`.
    QString version;
    /// The digests of its manifests, in the order of their names.
    QStringList algorithms;
    BagInfo info;
    Oxum payload;
    /// The SHA-256 of every member, by its index in the source, whatever the manifests use.
    std::vector<Digest> digests;

    /// As in BagReport: empty for a bag that is complete and valid (RFC 8493 section 3).
    std::vector<Problem> problems;
    qint64 problemCount = 0;
    bool ok() const { return problemCount == 0; }
};

/// Opens a bag in a folder or an archive (unpackArchive()) and checks it by RFC 8493, version 0.93 to 1.0,
/// all manifests of MD5, SHA-1, SHA-256 and SHA-512. A fetch.txt is a problem: nothing is ever fetched.
/// Archives are unpacked into a new private folder in `temporary`. Fails when there is no bag or it must not
/// be unpacked (isFinding()), when the machine fails, and with Cancelled.
Result<ForeignBag> openForeignBag(const QString& path, const QString& temporary, const Progress& progress);

}  // namespace chayan::bundle
