#include "core/services/judgement.h"

#include "core/store/officers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

Standing standingOf(const crypto::Certificate& certificate, const store::TrustBook& book) {
    if (book.trusts(certificate))
        return Standing::Trusted;
    return book.compromisedSince(certificate) ? Standing::Compromised : Standing::Unknown;
}

/// Whoever signs a bundle signs it now; entries may be older than the loss of their key.
Result<Standing> standingOf(const bundle::BundleReport::Officer& officer,
                            const bundle::VerifiedBundle& bundle, const store::TrustBook& book,
                            store::Database* database) {
    if (!officer.certificate)
        return Standing::Unknown;
    const Standing standing = standingOf(*officer.certificate, book);
    if (standing != Standing::Compromised || database == nullptr)
        return standing;
    CHAYAN_TRY(const bool older,
               store::wereSeenBefore(*database, *book.compromisedSince(*officer.certificate),
                                     officer.fingerprint, bundle.logs));
    return older ? Standing::Trusted : standing;
}

/// The first row of (at, officer), as a time with its receiver.
Result<KnownTime> timeOf(store::Query& row, store::Database& database, const store::TrustBook& book) {
    CHAYAN_TRY(const Digest officer, row.digest(1));
    CHAYAN_TRY(crypto::Certificate by, store::certificateOf(database, officer));
    const Standing standing = standingOf(by, book);
    return KnownTime{row.integer(0), std::move(by), standing, false, {}, 0};
}

Status addTimes(const bundle::VerifiedBundle& bundle, const store::TrustBook& book, store::Database& database,
                Judgement& judgement) {
    store::Query whole =
        database.prepare("SELECT at, officer FROM anchor WHERE tagmanifest=? ORDER BY at LIMIT 1");
    CHAYAN_TRY(const bool arrived, whole.bind(bundle.report.tagManifest).step());
    if (arrived) {
        CHAYAN_TRY(KnownTime time, timeOf(whole, database, book));
        time.wholeBundle = true;
        judgement.times.push_back(std::move(time));
    }
    for (const auto& [id, log] : bundle.logs) {
        // A receipt speaks of this very tree if its size and root are the newest checkpoint's or one from
        // which that is shown to go on.
        store::Query anchors = database.prepare(
            "SELECT at, officer, size, root FROM anchor WHERE log=? AND size<=? ORDER BY size DESC, at");
        anchors.bind(id).bind(log.checkpoints.back().checkpoint.size);
        while (true) {
            CHAYAN_TRY(const bool row, anchors.step());
            if (!row)
                break;
            CHAYAN_TRY(const Digest root, anchors.digest(3));
            const qint64 size = anchors.integer(2);
            const auto shown = log.nodes.roots.find(size);
            const auto& tip = log.checkpoints.back().checkpoint;
            if (!(tip.size == size && tip.root == root) &&
                (shown == log.nodes.roots.end() || shown->second != root))
                continue;
            CHAYAN_TRY(KnownTime time, timeOf(anchors, database, book));
            time.log = id;
            time.size = size;
            judgement.times.push_back(std::move(time));
            break;
        }
    }
    return {};
}

}  // namespace

Result<Judgement> judge(const bundle::VerifiedBundle& bundle, const store::TrustBook& book,
                        store::Database* database) {
    const bundle::BundleReport& report = bundle.report;
    Judgement judgement;
    if (report.signer)
        judgement.signer = standingOf(*report.signer, book);
    for (const bundle::BundleReport::Officer& officer : report.officers) {
        CHAYAN_TRY(const Standing standing, standingOf(officer, bundle, book, database));
        judgement.officers.push_back(standing);
    }
    const bool all =
        judgement.signer == Standing::Trusted &&
        std::ranges::all_of(judgement.officers, [](Standing s) { return s == Standing::Trusted; });
    judgement.verdict = !report.ok() ? u"invalid"_s : all ? u"valid"_s : u"untrusted"_s;
    if (database != nullptr && report.ok())
        CHAYAN_CHECK(addTimes(bundle, book, *database, judgement));
    return judgement;
}

}  // namespace chayan::services
