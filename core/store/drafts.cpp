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
    Json::Object object;
    for (const auto& [field, value] : values)
        object.emplace(field.toStdString(), Json(value));
    CHAYAN_TRY(const QByteArray plain, canonical(Json(std::move(object))));
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
    const Json::Object* object = json.object();
    if (object == nullptr)
        return fail(ErrorKind::Damaged, path, u"a draft that is no object"_s);
    Values values;
    for (const auto& [field, value] : *object) {
        if (const QString* text = value.string())
            values[QString::fromStdString(field)] = *text;
    }
    return values;
}

}  // namespace chayan::store
