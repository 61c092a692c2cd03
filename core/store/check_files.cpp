#include "core/base/limits.h"
#include "core/store/check_run.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

Result<bool> keyLiesHere(Database& database, const Digest& officer) {
    Query key = database.prepare(
        "SELECT 1 FROM officer_key WHERE fingerprint=?1 UNION ALL SELECT 1 FROM pending_key WHERE "
        "fingerprint=?1");
    return key.bind(officer).step();
}

/// `officer.pem` is that of whoever made the store or took it over, `officer_0123456789abcdef.pem` that of an
/// officer by the fingerprint's beginning.
Result<QString> whatIsWrongWith(CheckRun& run, const QFileInfo& file) {
    if (file.isSymLink())
        return u"it is a link to a file elsewhere"_s;
    const auto pem = readFile(file.filePath(), limits::certificateBytes);
    const auto certificate = pem ? crypto::Certificate::fromPem(*pem) : fail(pem.error());
    if (!certificate)
        return certificate.error().detail;
    const Digest fingerprint = certificate->fingerprint();
    if (file.fileName() != u"officer.pem") {
        CHAYAN_TRY(const bool here, keyLiesHere(run.database, fingerprint));
        const bool named = fingerprint.hex().startsWith(file.completeBaseName().mid(8));
        return here && named ? QString() : u"it holds the certificate %1"_s.arg(fingerprint.hex());
    }
    CHAYAN_TRY(const std::vector<qint64> logs, ownLogs(run.database));
    for (const qint64 log : logs) {
        const auto opener = run.openers.find(log);
        if (opener != run.openers.end() && opener->second == fingerprint)
            return QString();
    }
    return u"it holds the certificate %1, which opened no log of this store"_s.arg(fingerprint.hex());
}

}  // namespace

Status checkHandedOut(CheckRun& run) {
    const QDir folder(QFileInfo(run.vault.folder()).path());
    const auto files = folder.entryInfoList({u"officer.pem"_s, u"officer_*.pem"_s},
                                            QDir::Files | QDir::Hidden | QDir::System);
    for (const QFileInfo& file : files) {
        CHAYAN_TRY(const QString wrong, whatIsWrongWith(run, file));
        if (!wrong.isEmpty())
            run.found("certificate_swapped", at("store", file.fileName()), wrong);
    }
    return {};
}

}  // namespace chayan::store
