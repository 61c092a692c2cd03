#include "core/services/about.h"

#include "chayan_commit.h"
#include "core/bundle/library_versions.h"
#include "core/crypto/library_versions.h"
#include "core/store/library_versions.h"
#include "core/store/schema.h"

using namespace Qt::StringLiterals;

namespace chayan::services {

About about() {
    About about{programVersion(), QStringLiteral(CHAYAN_COMMIT), store::newestSchema(), formatVersion, {}};
    about.libraries.push_back({u"Qt"_s, QString::fromLatin1(qVersion())});
    for (const auto& libraries :
         {crypto::libraryVersions(), store::libraryVersions(), bundle::libraryVersions()})
        about.libraries.insert(about.libraries.end(), libraries.begin(), libraries.end());
    // The worker process has these; the versions are those it was built with.
    about.libraries.push_back({u"OpenCV"_s, QStringLiteral(OPENCV_VERSION)});
    about.libraries.push_back({u"ZXing"_s, QStringLiteral(ZXING_VERSION)});
    about.libraries.push_back({u"libseccomp"_s, QStringLiteral(SECCOMP_VERSION)});
    return about;
}

}  // namespace chayan::services
