#include "app/cli/command.h"

#include "core/base/limits.h"
#include "core/store/officers.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

void put(std::FILE* stream, const QByteArray& line) {
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stream);
    std::fputc('\n', stream);
}

}  // namespace

void Context::print(const QString& line) const {
    put(stdout, line.toUtf8());
}

void Context::note(const QString& line) const {
    put(stderr, line.toUtf8());
}

Status Context::answer(const Json& json) const {
    CHAYAN_TRY(const QByteArray bytes, canonical(json));
    put(stdout, bytes);
    return {};
}

Result<QString> Context::folder() const {
    if (storeFolder.isEmpty())
        return fail(ErrorKind::BadUsage, u"--store"_s, u"neither --store nor CHAYAN_STORE names a store"_s);
    return storeFolder;
}

Result<QByteArray> Context::passphrase() const {
    if (passphraseFile.isEmpty())
        return fail(ErrorKind::PassphraseNeeded, u"--passphrase-file"_s,
                    u"neither --passphrase-file nor CHAYAN_PASSPHRASE_FILE names a file"_s);
    CHAYAN_TRY(QByteArray passphrase, readFile(passphraseFile, limits::passphraseBytes));
    if (passphrase.endsWith('\n'))
        passphrase.chop(passphrase.endsWith("\r\n") ? 2 : 1);
    if (passphrase.isEmpty())
        return fail(ErrorKind::PassphraseNeeded, passphraseFile, u"the file is empty"_s);
    return passphrase;
}

Result<std::unique_ptr<store::Store>> Context::openStore() const {
    CHAYAN_TRY(const QString path, folder());
    return store::Store::open(path, std::make_shared<SystemClock>());
}

Result<std::unique_ptr<store::Store>> Context::openStoreToRead() const {
    CHAYAN_TRY(const QString path, folder());
    return store::Store::openToRead(path);
}

Result<std::shared_ptr<const store::Signer>> Context::unlock(const store::Store& store) const {
    CHAYAN_TRY(const QByteArray secret, passphrase());
    std::optional<Digest> fingerprint;
    if (!officer.isEmpty()) {
        fingerprint = Digest::fromHex(officer);
        if (!fingerprint)
            return fail(ErrorKind::BadUsage, u"--officer"_s, u"not a fingerprint of 64 hex digits"_s);
    }
    CHAYAN_TRY(store::Database database, store.reader());
    CHAYAN_TRY(store::Signer signer, store::unlock(database, fingerprint, secret));
    return std::make_shared<const store::Signer>(std::move(signer));
}

}  // namespace chayan::cli
