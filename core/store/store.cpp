#include "core/store/store.h"

#include "core/store/dossier_keys.h"
#include "core/store/projections.h"
#include "core/store/schema.h"

#include <QDir>
#include <QFile>

#include <unistd.h>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

QString databasePath(const QString& folder) {
    return folder + u"/store.sqlite"_s;
}
/// Present while a writer has the store open: left behind, it tells of an unclean end.
QString markerPath(const QString& folder) {
    return folder + u"/in_use"_s;
}

Status insertOfficer(Database& database, const Signer& signer, const QByteArray& keyPem) {
    const crypto::Certificate& certificate = signer.certificate;
    Query insert = database.prepare("INSERT INTO certificate(fingerprint, der) VALUES(?, ?)");
    CHAYAN_CHECK(insert.bind(certificate.fingerprint()).bind(certificate.der()).run());
    Query key = database.prepare("INSERT INTO officer_key(fingerprint, pem) VALUES(?, ?)");
    CHAYAN_CHECK(key.bind(certificate.fingerprint()).bind(keyPem).run());
    CHAYAN_TRY(const QByteArray envelope, crypto::envelope(*signer.storeKey, certificate));
    Query storeKey = database.prepare("INSERT INTO store_key(fingerprint, id, envelope) VALUES(?, ?, ?)");
    return storeKey.bind(certificate.fingerprint()).bind(storeKeyId(*signer.storeKey)).bind(envelope).run();
}

/// The originals that neither table original nor any record names.
Result<std::vector<Digest>> looseOriginals(Database& database, const Vault& vault) {
    std::unordered_set<Digest> loose;
    Query kept = database.prepare("SELECT 1 FROM original WHERE sha256=?");
    for (int part = 0; part < Vault::parts; ++part) {
        CHAYAN_TRY(const std::vector<Digest> originals, vault.originalsOf(part));
        for (const Digest& original : originals) {
            CHAYAN_TRY(const bool known, kept.bind(original).step());
            kept.reset();
            if (!known)
                loose.insert(original);
        }
    }
    // A row may be missing because the database was tampered with; what a record names is never removed.
    Query records = database.prepare("SELECT bytes FROM entry WHERE kind='original.added'");
    while (!loose.empty()) {
        CHAYAN_TRY(const bool row, records.step());
        if (!row)
            break;
        const auto entry = ledger::parseEntry(records.blob(0));
        const QString* sha256 = entry ? entry->body.stringAt("sha256") : nullptr;
        if (const auto named = sha256 != nullptr ? Digest::fromHex(*sha256) : std::nullopt)
            loose.erase(*named);
    }
    return std::vector<Digest>(loose.begin(), loose.end());
}

}  // namespace

Store::Store(const QString& folder) : m_folder(folder), m_vault(folder + u"/originals"_s) {}

Store::~Store() {
    const bool wrote = m_writer != nullptr;
    m_writer.reset();  // finishes what waits, then joins
    if (wrote && !m_sweepNextTime)
        ::unlink(QFile::encodeName(markerPath(m_folder)).constData());
}

Result<std::unique_ptr<Store>> Store::create(const QString& folder, const Signer& signer, QByteArray keyPem,
                                             std::shared_ptr<const Clock> clock, const QString& app) {
    CHAYAN_CHECK(makeFolder(folder));
    if (!QDir(folder).isEmpty())
        return fail(ErrorKind::NotEmpty, folder, u"the folder holds files"_s);
    std::unique_ptr<Store> store(new Store(folder));
    CHAYAN_TRY(FolderLock lock, FolderLock::acquire(folder));
    store->m_lock = std::move(lock);
    CHAYAN_CHECK(makeFolder(folder + u"/originals"_s));
    {
        // Made under another name, so that a store is either whole or not there.
        const QString draft = folder + u"/store.new"_s;
        CHAYAN_TRY(Database database, Database::open(draft, Database::Mode::Create));
        CHAYAN_CHECK(migrate(database));
        CHAYAN_TRY(Transaction transaction, Transaction::begin(database));
        CHAYAN_CHECK(insertOfficer(database, signer, keyPem));
        CHAYAN_TRY(const OwnLog log, OwnLog::start(database, signer, *clock, app));
        CHAYAN_CHECK(transaction.commit());
        CHAYAN_CHECK(database.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    const QByteArray from = QFile::encodeName(folder + u"/store.new"_s);
    if (::rename(from.constData(), QFile::encodeName(databasePath(folder)).constData()) != 0)
        return fail(errorFromErrno(errno, folder, u"rename"));
    CHAYAN_CHECK(syncFolder(folder));
    CHAYAN_CHECK(store->beginWriting(std::move(clock)));
    return store;
}

Result<std::unique_ptr<Store>> Store::open(const QString& folder, std::shared_ptr<const Clock> clock) {
    if (!QFile::exists(databasePath(folder)))
        return fail(ErrorKind::NotAStore, folder, u"there is no store.sqlite"_s);
    std::unique_ptr<Store> store(new Store(folder));
    CHAYAN_TRY(FolderLock lock, FolderLock::acquire(folder));
    store->m_lock = std::move(lock);
    CHAYAN_CHECK(store->beginWriting(std::move(clock)));
    return store;
}

Result<std::unique_ptr<Store>> Store::openToRead(const QString& folder) {
    if (!QFile::exists(databasePath(folder)))
        return fail(ErrorKind::NotAStore, folder, u"there is no store.sqlite"_s);
    std::unique_ptr<Store> store(new Store(folder));
    CHAYAN_TRY(Database database, store->reader());
    CHAYAN_CHECK(checkSchema(database));
    return store;
}

Status Store::beginWriting(std::shared_ptr<const Clock> clock) {
    m_recovery.unclean = QFile::exists(markerPath(m_folder));
    CHAYAN_CHECK(writeFileDurably(markerPath(m_folder), {}));
    CHAYAN_TRY(Database database, Database::open(databasePath(m_folder), Database::Mode::ReadWrite));
    CHAYAN_CHECK(checkSchema(database));
    CHAYAN_CHECK(migrate(database));
    if (m_recovery.unclean)
        CHAYAN_CHECK(sweep(database));
    CHAYAN_TRY(const bool current, projectionsAreCurrent(database));
    if (!current) {
        CHAYAN_TRY(Transaction transaction, Transaction::begin(database));
        CHAYAN_CHECK(rebuildProjections(database));
        CHAYAN_CHECK(transaction.commit());
    }
    CHAYAN_TRY(UniqueFd files, openFolder(m_folder + u"/originals"_s));
    CHAYAN_TRY(m_writer, Writer::start(std::move(database), std::move(files), std::move(clock)));
    return {};
}

Status Store::sweep(Database& database) {
    const auto remove = [](const QString& path) -> Status {
        if (::unlink(QFile::encodeName(path).constData()) != 0)
            return fail(errorFromErrno(errno, path, u"remove"));
        return {};
    };
    CHAYAN_TRY(std::vector<QString> strays, m_vault.strays());
    const QStringList parts = QDir(m_folder).entryList({u".*.part"_s}, QDir::Files | QDir::Hidden);
    for (const QString& part : parts)
        strays.push_back(m_folder + u'/' + part);
    for (const QString& stray : strays) {
        CHAYAN_CHECK(remove(stray));
        ++m_recovery.strayFiles;
    }
    CHAYAN_TRY(const std::vector<Digest> loose, looseOriginals(database, m_vault));
    for (const Digest& original : loose) {
        CHAYAN_CHECK(remove(m_vault.pathOf(original)));
        ++m_recovery.looseOriginals;
    }
    return {};
}

Result<Database> Store::reader() const {
    return Database::open(databasePath(m_folder), Database::Mode::ReadOnly);
}

std::future<Status> Store::write(std::shared_ptr<const Signer> signer, Job job) {
    if (m_writer)
        return m_writer->submit(std::move(signer), std::move(job));
    std::promise<Status> refused;
    refused.set_value(fail(ErrorKind::ReadOnly, m_folder, u"opened to read"_s));
    return refused.get_future();
}

}  // namespace chayan::store
