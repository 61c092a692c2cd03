#include "core/bundle/bag_writer.h"

#include "core/bundle/bag_layout.h"
#include "core/bundle/meter.h"
#include "core/crypto/digest.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::bundle {

namespace {

Status checkPlan(const BagPlan& plan) {
    static const QRegularExpression name(u"\\A[A-Za-z0-9][A-Za-z0-9._-]*\\z"_s);
    if (!name.match(plan.name).hasMatch())
        return fail(ErrorKind::BadInput, plan.name, u"not a name for a bag's folder"_s);
    for (const BagFile& file : plan.files) {
        const QByteArray& path = file.path;
        if (path == layout::bagit || path == layout::bagInfo || path == layout::manifest ||
            path == layout::fetch || layout::isOutsideTagManifest(path))
            return fail(ErrorKind::BadInput, shown(path), u"the bag makes this file itself"_s);
    }
    return {};
}

class Writer {
  public:
    Writer(int fd, const QString& thing, const BagPlan& plan, Meter& meter)
        : m_zip(fd, thing, zip::DosTime::from(plan.at)), m_prefix(plan.name.toUtf8() + '/'), m_meter(meter) {}

    Status add(const BagFile& file) {
        if (file.crc)
            return copyUnder(*file.crc, file);
        CHAYAN_TRY(const Digest copied, copy(file));
        if (copied != file.sha256)
            return fail(ErrorKind::Damaged, shown(m_prefix + file.path),
                        u"SHA-256 %1, not %2"_s.arg(copied.hex(), file.sha256.hex()));
        return {};
    }
    Result<ZipWritten> finish() { return m_zip.finish(); }

  private:
    Result<Digest> copy(const BagFile& file) {
        const QByteArray name = m_prefix + file.path;
        if (const auto* bytes = std::get_if<QByteArray>(&file.content))
            return m_zip.add(name, view(*bytes));
        CHAYAN_TRY(const UniqueFd source, std::get<1>(file.content)());
        return m_zip.add(name, source.get(), file.size,
                         [&](qint64 bytes) { return m_meter.add(bytes, file.path); });
    }

    Status copyUnder(quint32 crc, const BagFile& file) {
        CHAYAN_TRY(const UniqueFd source, std::get<1>(file.content)());
        return m_zip.add(m_prefix + file.path, source.get(), file.size, crc, [&](ByteView block) {
            return m_meter.add(static_cast<qint64>(block.size()), file.path);
        });
    }

    ZipWriter m_zip;
    QByteArray m_prefix;
    Meter& m_meter;
};

/// What of the bag comes before the files of the plan, and the digest of the tag manifest.
struct Head {
    std::vector<BagFile> files;
    Digest tagManifest;
};

Result<Head> makeHead(const BagPlan& plan, const Oxum& payload) {
    BagInfo info = plan.info;
    info.emplace_back(u"Payload-Oxum"_s, payload.text());
    CHAYAN_TRY(const QByteArray infoText, bagInfoText(info));

    std::vector<ManifestLine> payloadLines;
    std::vector<ManifestLine> tagLines;
    for (const BagFile& file : plan.files)
        (layout::isPayload(file.path) ? payloadLines : tagLines).push_back({file.path, file.sha256.raw()});

    Head head;
    head.files = {BagFile::ofBytes(layout::bagit.toByteArray(), bagitText()),
                  BagFile::ofBytes(layout::bagInfo.toByteArray(), infoText),
                  BagFile::ofBytes(layout::manifest.toByteArray(), manifestText(payloadLines))};
    std::vector<ManifestLine> own;
    own.reserve(head.files.size());
    for (const BagFile& file : head.files)
        own.push_back({file.path, file.sha256.raw()});
    tagLines.insert(tagLines.begin(), own.begin(), own.end());
    head.files.push_back(BagFile::ofBytes(layout::tagManifest.toByteArray(), manifestText(tagLines)));
    head.tagManifest = head.files.back().sha256;

    CHAYAN_TRY(BagSignature signature, plan.sign(view(std::get<QByteArray>(head.files.back().content))));
    head.files.push_back(BagFile::ofBytes(layout::signature.toByteArray(), std::move(signature.p7s)));
    if (!signature.timestamp.isEmpty())
        head.files.push_back(
            BagFile::ofBytes(layout::timestamp.toByteArray(), std::move(signature.timestamp)));
    return head;
}

}  // namespace

BagFile BagFile::ofBytes(QByteArray path, QByteArray content) {
    const Digest digest = crypto::sha256(view(content));
    const qint64 size = content.size();
    return {std::move(path), size, digest, std::move(content)};
}

BagFile BagFile::ofFile(QByteArray path, qint64 size, Digest sha256, std::function<Result<UniqueFd>()> open) {
    return {std::move(path), size, sha256, std::move(open)};
}

Result<BagWritten> writeBag(int fd, const QString& thing, BagPlan plan, const Progress& progress) {
    CHAYAN_CHECK(checkPlan(plan));
    std::ranges::stable_sort(
        plan.files, [](const BagFile& a, const BagFile& b) { return layout::before(a.path, b.path); });
    BagWritten written;
    qint64 total = 0;
    for (const BagFile& file : plan.files) {
        total += file.size;
        if (layout::isPayload(file.path)) {
            written.payload.bytes += file.size;
            ++written.payload.files;
        }
    }
    CHAYAN_TRY(const Head head, makeHead(plan, written.payload));
    Meter meter(progress, total);
    Writer writer(fd, thing, plan, meter);
    for (const BagFile& file : head.files)
        CHAYAN_CHECK(writer.add(file));
    for (const BagFile& file : plan.files)
        CHAYAN_CHECK(writer.add(file));
    CHAYAN_TRY(const ZipWritten zip, writer.finish());
    progress.tell(total, total);
    written.tagManifest = head.tagManifest;
    written.sha256 = zip.sha256;
    written.bytes = zip.bytes;
    return written;
}

}  // namespace chayan::bundle
