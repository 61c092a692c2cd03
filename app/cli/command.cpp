#include "app/cli/command.h"

#include "app/cli/notices.h"
#include "core/base/limits.h"
#include "core/base/visible.h"
#include "core/store/officers.h"
#include "core/text/details.h"
#include "core/text/explain.h"

#include <cerrno>
#include <cstdio>
#include <tuple>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

/// What stdout does not take, allWritten() tells at the end.
void put(std::FILE* stream, const QByteArray& line) {
    std::ignore = std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stream);
    std::ignore = std::fputc('\n', stream);
}

}  // namespace

void Context::print(const QString& text) const {
    line->clear();
    put(stdout, visible(text).toUtf8());
}

void Context::note(const QString& text) const {
    line->clear();
    put(stderr, visible(text).toUtf8());
}

void Context::warn(const Error& error) const {
    const text::Explained words = text::explain(error, texts);
    QString one = words.what + u' ' + words.advice;
    if (!error.detail.isEmpty())
        one += u" (%1)"_s.arg(text::detail(error.detail, texts));
    note(one.replace(u'\n', u' '));
}

Progress Context::progress() const {
    return {[line = line](qint64 done, qint64 total, const QString& on) { line->show(done, total, on); },
            stop};
}

Status Context::answer(const Json& json) const {
    CHAYAN_TRY(const QByteArray bytes, canonical(json));
    line->clear();
    put(stdout, bytes);
    std::ignore = std::fflush(stdout);  // a line of --json-lines is heard at once
    return {};
}

Status Context::allWritten() const {
    const bool flushed = std::fflush(stdout) == 0;
    if (!flushed || std::ferror(stdout) != 0)
        return fail(errorFromErrno(flushed ? EIO : errno, u"stdout"_s, u"write"));
    return {};
}

Json Context::errorJson(const Error& error) const {
    return Json(Json::Object{{"kind", Json(name(error.kind))},
                             {"thing", Json(error.thing)},
                             {"detail", Json(error.detail)},
                             {"advice", Json(text::explain(error, texts).advice)}});
}

Result<QString> Context::folder() const {
    if (!storeFolder.isEmpty())
        return storeFolder;
    return xdgFolder("XDG_DATA_HOME", u".local/share") + u"/chayan/store"_s;
}

Result<QByteArray> Context::passphrase() const {
    if (passphraseFile.isEmpty())
        return askSecret(texts.say("cli", QT_TRANSLATE_NOOP("cli", "Passphrase: ")), stop);
    CHAYAN_TRY(QByteArray passphrase, readFile(passphraseFile, limits::passphraseBytes));
    if (passphrase.endsWith('\n'))
        passphrase.chop(passphrase.endsWith("\r\n") ? 2 : 1);
    if (passphrase.isEmpty())
        return fail(ErrorKind::PassphraseNeeded, passphraseFile, u"the file is empty"_s);
    return passphrase;
}

Result<QByteArray> Context::newPassphrase() const {
    CHAYAN_TRY(QByteArray first, passphrase());
    if (!passphraseFile.isEmpty())
        return first;
    CHAYAN_TRY(const QByteArray second,
               askSecret(texts.say("cli", QT_TRANSLATE_NOOP("cli", "The same once more: ")), stop));
    if (first != second)
        return fail(ErrorKind::BadInput, u"passphrase"_s, u"two different passphrases were typed"_s);
    return first;
}

Result<std::unique_ptr<store::Store>> Context::openStore() const {
    CHAYAN_TRY(const QString path, folder());
    CHAYAN_TRY(auto store, store::Store::open(path, std::make_shared<SystemClock>()));
    tellOfOpening(*this, *store);
    return store;
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
