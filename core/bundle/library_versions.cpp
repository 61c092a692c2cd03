#include "core/bundle/library_versions.h"

#include <QStringList>

#include <archive.h>
#include <libdeflate.h>
#include <unicode/uversion.h>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace chayan::bundle {

std::vector<LibraryVersion> libraryVersions() {
    // libarchive's name stands before its version, and after it what it was linked with.
    const QStringList archive = QString::fromLatin1(archive_version_string()).split(u' ');
    UVersionInfo icu;
    u_getVersion(icu);
    char icuText[U_MAX_VERSION_STRING_LENGTH];
    u_versionToString(icu, icuText);
    return {{u"libarchive"_s, archive.last()},
            {u"libdeflate"_s, QStringLiteral(LIBDEFLATE_VERSION_STRING)},
            {u"zlib"_s, QString::fromLatin1(zlibVersion())},
            {u"ICU"_s, QString::fromLatin1(icuText)}};
}

}  // namespace chayan::bundle
