#include "core/store/check_run.h"
#include "core/store/dossier_keys.h"
#include "core/store/sealed_values.h"
#include "core/store/secrets.h"

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

/// The newest entry of a log that never comes without a newer sum; -1 when there is none.
Result<qint64> newestChange(Database& database, qint64 log) {
    QStringList kinds;
    for (const QStringView kind : kindsWithNewSum)
        kinds += u'\'' + kind.toString() + u'\'';
    const QByteArray sql =
        u"SELECT coalesce(max(seq), -1) FROM entry WHERE log=? AND kind IN (%1)"_s.arg(kinds.join(u", "_s))
            .toUtf8();
    Query newest = database.prepare(sql.constData());
    CHAYAN_TRY(const bool some, newest.bind(log).step());
    return some ? newest.integer(0) : -1;
}

Status checkSigned(CheckRun& run, const SignedSecretSum& sum, qint64 own) {
    const auto certificate = run.certificates.find(sum.officer);
    Query log = run.database.prepare("SELECT hash FROM log WHERE id=?");
    CHAYAN_TRY(const bool row, log.bind(own).step());
    const bool ofOwnLog = row && log.blob(0) == sum.log.raw();
    Query officer = run.database.prepare("SELECT 1 FROM entry WHERE log=? AND officer=? LIMIT 1");
    CHAYAN_TRY(const bool wroteHere, officer.bind(own).bind(sum.officer).step());
    if (certificate == run.certificates.end() || !ofOwnLog || !wroteHere ||
        !ledger::verifies(ledger::SignedKind::SecretSum, sum.object, certificate->second))
        run.found("secrets_unsigned", at("secret_sum", u"signature"_s),
                  u"not signed by an officer of this store's log"_s);
    CHAYAN_TRY(const qint64 newest, newestChange(run.database, own));
    if (newest >= sum.size)
        run.found("secrets_rolled_back", at("secret_sum", u"size %1"_s.arg(sum.size)),
                  u"entry %1 changed what it sums up after it"_s.arg(newest));
    return {};
}

/// Every value that this officer can open.
Status checkOpens(CheckRun& run, const Signer& officer) {
    Query dossiers = run.database.prepare("SELECT DISTINCT dossier FROM dossier_key ORDER BY dossier");
    while (true) {
        if (run.progress.cancelled())
            return fail(ErrorKind::Cancelled, u"disclosure"_s);
        CHAYAN_TRY(const bool row, dossiers.step());
        if (!row)
            return {};
        const auto dossier = DossierId::fromText(dossiers.text(0));
        const Status opened = dossier ? forEachDisclosure(run.database, officer, *dossier,
                                                          [](const TravellingValue&) { return Status{}; })
                                      : fail(ErrorKind::Damaged, dossiers.text(0), u"not a dossier"_s);
        if (!opened && opened.error().kind != ErrorKind::Damaged)
            return opened;
        if (!opened)
            run.found("secrets_altered", at("disclosure", opened.error().thing), opened.error().detail);
    }
}

}  // namespace

Status checkSecrets(CheckRun& run) {
    std::optional<SignedSecretSum> sum;
    const auto stored = readSecretSum(run.database);
    if (stored)
        sum = *stored;
    else if (stored.error().kind != ErrorKind::Damaged)
        return fail(stored.error());
    // Where no log is known as the own one, nothing fits.
    const auto ownLog = ownLogRow(run.database);
    if (!ownLog && ownLog.error().kind != ErrorKind::NotAStore)
        return fail(ownLog.error());
    const qint64 own = ownLog ? *ownLog : 0;
    CHAYAN_TRY(const auto sums, addUpSecrets(run.database, own));
    if (!stored) {
        run.found("secrets_unsigned", at("secret_sum", u"body"_s), stored.error().detail);
    } else if (sum) {
        CHAYAN_CHECK(checkSigned(run, *sum, own));
    } else if (sums != std::array<Digest, secretTables>{}) {
        run.found("secrets_unsigned", at("secret_sum", u"missing"_s), u"no signed sum over the secrets"_s);
    }
    for (std::size_t i = 0; sum && i < secretTables; ++i)
        if (sum->sums[i] != sums[i])
            run.found(i < std::size_t(SecretTable::ShownSize) ? "secrets_altered" : "learnt_altered",
                      at(secretTableNames[i], u"all rows"_s),
                      u"rows were changed, added or removed behind the signed sum"_s);
    return run.officer ? checkOpens(run, *run.officer) : Status{};
}

}  // namespace chayan::store
