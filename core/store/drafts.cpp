#include "core/store/drafts.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/base/safe_file.h"

#include <QFile>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

/// Bound to its dossier, so that a draft cannot be moved to another.
QByteArray contextOf(const DossierId& dossier) {
    return "chayan draft 1\n" + dossier.text().toUtf8();
}

}  // namespace

Status Drafts::keep(const DossierId& dossier, const crypto::SealKey& key, const Values& values) const {
    const QString path = pathOf(dossier);
    if (values.empty()) {
        if (::unlink(QFile::encodeName(path).constData()) == 0)
            return syncFolder(m_folder);
        return errno == ENOENT ? Status() : fail(errorFromErrno(errno, path, u"remove"));
    }
    Json::Array pairs;  // a key may hold what a member's name may not
    for (const auto& [field, value] : values)
        pairs.emplace_back(Json::Array{Json(field), Json(value)});
    CHAYAN_TRY(const QByteArray plain, canonical(Json(std::move(pairs))));
    CHAYAN_TRY(const QByteArray sealed, crypto::seal(key, view(plain), view(contextOf(dossier))));
    CHAYAN_CHECK(makeFolder(m_folder));
    return writeFileDurably(path, view(sealed));
}

Result<Drafts::Values> Drafts::read(const DossierId& dossier, const crypto::SealKey& key) const {
    const QString path = pathOf(dossier);
    const auto sealed = readFile(path, limits::smallMemberBytes);
    if (!sealed) {
        if (sealed.error().kind == ErrorKind::NotFound)
            return Values();
        return fail(sealed.error());
    }
    CHAYAN_TRY(const QByteArray plain, crypto::openSealed(key, *sealed, view(contextOf(dossier))));
    CHAYAN_TRY(const Json json, parseCanonical(view(plain)));
    const Json::Array* pairs = json.array();
    if (pairs == nullptr)
        return fail(ErrorKind::Damaged, path, u"a draft that is no list"_s);
    Values values;
    for (const Json& pair : *pairs) {
        const Json::Array* both = pair.array();
        if (both == nullptr || both->size() != 2 || !(*both)[0].string() || !(*both)[1].string())
            return fail(ErrorKind::Damaged, path, u"a draft that is no list of keys and values"_s);
        values[*(*both)[0].string()] = *(*both)[1].string();
    }
    return values;
}

}  // namespace chayan::store
