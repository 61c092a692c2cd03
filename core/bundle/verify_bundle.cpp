#include "core/bundle/verify_bundle.h"

#include "core/base/limits.h"
#include "core/bundle/bag_layout.h"
#include "core/bundle/ledger_check.h"
#include "core/bundle/zip_source.h"
#include "core/crypto/cms.h"
#include "core/crypto/digest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::bundle {

namespace {

constexpr std::array allChecks{CheckName::Container, CheckName::Bag,    CheckName::Signature,
                               CheckName::Ledger,    CheckName::Proofs, CheckName::Originals};

Check& checkOf(BundleReport& report, CheckName name) {
    return report.checks[static_cast<std::size_t>(name)];
}

/// Keeps a finding as a problem of its check; anything else is the machine's failure and passes on.
Status noteFinding(Check& check, Error error) {
    if (!isFinding(error) && error.kind != ErrorKind::BadInput && error.kind != ErrorKind::NotACertificate &&
        error.kind != ErrorKind::InvalidBundle)
        return fail(std::move(error));
    Problem problem =
        isFinding(error) ? problemOf(error) : Problem{u"malformed"_s, error.thing, error.detail};
    check.problems.push_back(std::move(problem));
    return {};
}

Result<QByteArray> readNamed(const BagSource& source, QByteArrayView path, qint64 limit) {
    const auto member = source.find(path);
    if (!member)
        return refuse(u"missing_file"_s, shown(path), u"not in the bundle"_s);
    return source.readWhole(*member, limit);
}

Status judgeSignature(const BagSource& source, const QByteArray& tagManifest, BundleReport& report) {
    Check& check = checkOf(report, CheckName::Signature);
    const auto pem = readNamed(source, layout::officer, limits::certificateBytes);
    if (!pem)
        return noteFinding(check, pem.error());
    const auto p7s = readNamed(source, layout::signature, limits::smallMemberBytes);
    if (!p7s)
        return noteFinding(check, p7s.error());
    const auto certificate = crypto::Certificate::fromPem(*pem);
    if (!certificate)
        return noteFinding(check, certificate.error());
    report.signer = *certificate;
    if (const auto good = crypto::verifyDetached(*p7s, view(tagManifest), *certificate); !good)
        check.problems.push_back({u"signature_wrong"_s, shown(layout::signature), good.error().detail});
    if (!source.find(layout::timestamp))
        return {};
    // Nothing signed covers it; whoever adds one must have got it for this signature.
    const auto response = readNamed(source, layout::timestamp, limits::smallMemberBytes);
    if (!response)
        return noteFinding(check, response.error());
    auto stamp = crypto::readTimeStamp(*response, view(*p7s));
    if (stamp)
        report.timeStamp = std::move(*stamp);
    else
        check.problems.push_back({u"timestamp_wrong"_s, shown(layout::timestamp), stamp.error().detail});
    return {};
}

}  // namespace

QString name(CheckName check) {
    switch (check) {
        case CheckName::Container:
            return u"container"_s;
        case CheckName::Bag:
            return u"bag"_s;
        case CheckName::Signature:
            return u"signature"_s;
        case CheckName::Ledger:
            return u"ledger"_s;
        case CheckName::Proofs:
            return u"proofs"_s;
        case CheckName::Originals:
            return u"originals"_s;
    }
    return {};
}

bool BundleReport::ok() const {
    return std::ranges::all_of(checks, &Check::ok);
}

Result<BundleReport> verifyBundle(const QString& path, const Progress& progress) {
    CHAYAN_TRY(VerifiedBundle bundle, openBundle(path, progress));
    return std::move(bundle.report);
}

Result<VerifiedBundle> openBundle(const QString& path, const Progress& progress) {
    VerifiedBundle bundle;
    BundleReport& report = bundle.report;
    for (const CheckName name : allChecks)
        report.checks.push_back({name, {}});
    const auto stopAfter = [&](CheckName last) {
        for (Check& check : report.checks) {
            if (check.name > last)
                check.problems.push_back(
                    {u"not_reached"_s, shown(path.toUtf8()), u"an earlier check failed"_s});
        }
        return std::move(bundle);
    };

    auto opened = ZipSource::open(path);
    if (!opened) {
        CHAYAN_CHECK(noteFinding(checkOf(report, CheckName::Container), opened.error()));
        return stopAfter(CheckName::Container);
    }
    bundle.source = std::move(*opened);
    const ZipSource& source = *bundle.source;
    report.packing = source.packing();
    report.bytes = source.bytes();
    CHAYAN_TRY(BagReport bag, checkBag(source, progress));
    checkOf(report, CheckName::Bag).problems = bag.problems;
    if (bag.tagManifest.isEmpty())
        return stopAfter(CheckName::Bag);
    report.tagManifest = crypto::sha256(view(bag.tagManifest));
    CHAYAN_CHECK(judgeSignature(source, bag.tagManifest, report));
    bundle.digests = std::move(bag.digests);

    LedgerCheck ledger(source, bundle.digests);
    CHAYAN_TRY(LedgerFindings findings, ledger.run(report.signer, progress));
    checkOf(report, CheckName::Ledger).problems = std::move(findings.ledger);
    checkOf(report, CheckName::Proofs).problems = std::move(findings.proofs);
    checkOf(report, CheckName::Originals).problems = std::move(findings.originals);
    report.officers = std::move(findings.officers);
    report.statement = std::move(findings.statement);
    report.entries = findings.entries;
    report.originals = findings.originalsHere;
    bundle.certificates = std::move(findings.certificates);
    bundle.logs = std::move(findings.logs);
    return bundle;
}

Status VerifiedBundle::readAgain(QByteArrayView path, const std::function<Status(ByteView)>& take) const {
    const auto member = source->find(path);
    if (!member)
        return {};
    crypto::Sha256 hash;
    CHAYAN_CHECK(source->readLines(*member, limits::lineBytes, [&](ByteView line, qint64) -> Status {
        hash.add(line);
        hash.add(view(QByteArrayLiteral("\n")));
        return take(line);
    }));
    if (hash.finish() != digests[*member])
        return refuse(u"digest_mismatch"_s, shown(path), u"it was changed while it was read"_s);
    return {};
}

Status VerifiedBundle::forEachEntry(const std::function<Status(const ledger::Entry&)>& take) const {
    return readAgain(layout::entries, [&](ByteView line) -> Status {
        CHAYAN_TRY(const ledger::Entry entry,
                   ledger::parseEntry(QByteArray(reinterpret_cast<const char*>(line.data()),
                                                 static_cast<qsizetype>(line.size()))));
        return take(entry);
    });
}

Status VerifiedBundle::forEachDisclosure(
    const std::function<Status(const Digest& entry, const QString& text)>& take) const {
    return readAgain(layout::disclosures, [&](ByteView line) -> Status {
        CHAYAN_TRY(const Json json, parseCanonical(line));
        const QString* entryText = json.stringAt("entry");
        const QString* text = json.stringAt("text");
        const auto entry = entryText != nullptr ? Digest::fromHex(*entryText) : std::nullopt;
        if (!entry || text == nullptr)
            return refuse(u"disclosure_malformed"_s, shown(layout::disclosures), u"not {entry,text}"_s);
        return take(*entry, *text);
    });
}

std::vector<VerifiedBundle::Original> VerifiedBundle::originals() const {
    std::vector<Original> originals;
    for (std::size_t i = 0; i < source->members().size(); ++i) {
        if (source->members()[i].path.startsWith(layout::originals))
            originals.push_back({digests[i], i});
    }
    return originals;
}

}  // namespace chayan::bundle
