#include "core/store/check_run.h"
#include "core/store/own_log.h"
#include "core/store/projections.h"
#include "core/store/traffic.h"

using namespace Qt::StringLiterals;

namespace chayan::store {

Status readCertificates(CheckRun& run) {
    Query rows = run.database.prepare("SELECT fingerprint, der FROM certificate");
    while (true) {
        CHAYAN_TRY(const bool row, rows.step());
        if (!row)
            return {};
        const QString where = at("certificate", QString::fromLatin1(rows.blob(0).toHex()));
        auto certificate = crypto::Certificate::fromDer(rows.blob(1));
        if (!certificate)
            run.found("certificate_malformed", where, certificate.error().detail);
        else if (certificate->fingerprint().raw() != rows.blob(0))
            run.found("certificate_malformed", where, u"it stands under another's fingerprint"_s);
        else
            run.certificates.emplace(certificate->fingerprint(), *certificate);
    }
}

Status checkOfficers(CheckRun& run) {
    for (const auto& [fingerprint, certificate] : run.certificates) {
        if (!run.namedOfficers.contains(fingerprint))
            run.found("row_unrecorded", at("certificate", fingerprint.hex()), u"no record names it"_s);
    }
    CHAYAN_TRY(const qint64 own, run.database.integer("SELECT value FROM meta WHERE key='own_log'"));
    std::set<qint64> shown;
    Query rows = run.database.prepare("SELECT size FROM shown_size WHERE log=?");
    rows.bind(own);
    while (true) {
        CHAYAN_TRY(const bool row, rows.step());
        if (!row)
            break;
        shown.insert(rows.integer(0));
        if (!run.sizesLetOut.contains(rows.integer(0)))
            run.found("row_unrecorded", at("shown_size", u"size %1"_s.arg(rows.integer(0))),
                      u"no record says that the log was let out at this size"_s);
    }
    for (const qint64 size : run.sizesLetOut) {
        if (!shown.contains(size))
            run.found("row_missing", at("shown_size", u"size %1"_s.arg(size)),
                      u"a record says that the log was let out at this size"_s);
    }
    return {};
}

Status checkPendingKeys(CheckRun& run) {
    Query rows = run.database.prepare("SELECT fingerprint, der, pem FROM pending_key");
    while (true) {
        CHAYAN_TRY(const bool row, rows.step());
        if (!row)
            return {};
        const QString where = at("pending_key", QString::fromLatin1(rows.blob(0).toHex()));
        const auto certificate = crypto::Certificate::fromDer(rows.blob(1));
        if (!certificate)
            run.found("certificate_malformed", where, certificate.error().detail);
        else if (certificate->fingerprint().raw() != rows.blob(0))
            run.found("certificate_malformed", where, u"it stands under another's fingerprint"_s);
        if (!rows.blob(2).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"))
            run.found("row_unknown", where, u"no encrypted key lies with it"_s);
    }
}

Status checkHeads(CheckRun& run) {
    const auto each = [&](const char* sql, const char* what, const QString& detail) -> Status {
        Query rows = run.database.prepare(sql);
        while (true) {
            CHAYAN_TRY(const bool row, rows.step());
            if (!row)
                return {};
            run.found(what,
                      at("head",
                         u"%1 of dossier %2"_s.arg(QString::fromLatin1(rows.blob(1).toHex()), rows.text(0))),
                      detail);
        }
    };
    CHAYAN_CHECK(
        each("SELECT dossier, hash FROM entry WHERE hash NOT IN temp.built_upon "
             "EXCEPT SELECT dossier, hash FROM head",
             "head_mismatch", u"it is missing"_s));
    return each(
        "SELECT dossier, hash FROM head "
        "EXCEPT SELECT dossier, hash FROM entry WHERE hash NOT IN temp.built_upon",
        "head_mismatch", u"no entry is this head"_s);
}

Status checkProjections(CheckRun& run) {
    CHAYAN_TRY(const std::vector<ProjectionDifference> differences,
               compareProjections(run.database, run.progress));
    for (const auto& [dossier, table] : differences) {
        // Heads were looked at with the tables above, and an unreadable entry with its log.
        if (table == u"head" || table == u"entry")
            continue;
        const QString thing = dossier.isEmpty() ? u"its rows"_s : u"dossier "_s + dossier;
        run.found("projection_mismatch", at(table.toLatin1().constData(), thing),
                  table == u"text_index" ? u"it holds other words than each row of text_row has"_s
                                         : u"it is not what the records give"_s);
    }
    CHAYAN_TRY(const QStringList traffic, compareTraffic(run.database));
    for (const QString& table : traffic)
        run.found("projection_mismatch", at(table.toLatin1().constData(), u"its rows"_s),
                  u"it is not what the records give"_s);
    return {};
}

}  // namespace chayan::store
