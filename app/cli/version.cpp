#include "app/cli/version.h"

#include "core/services/about.h"

using namespace Qt::StringLiterals;

namespace chayan::cli {

int printVersion(const Context& context) {
    const services::About about = services::about();
    if (!context.json) {
        context.print(u"chayanctl "_s + about.version);
        const auto line = [&](const QString& name, const QString& value) {
            context.print(u"%1 %2"_s.arg(name, value));
        };
        line(u"commit"_s, about.commit);
        line(u"schema"_s, QString::number(about.schema));
        line(u"formats"_s, QString::number(about.formats));
        for (const LibraryVersion& library : about.libraries)
            line(library.name, library.version);
        return 0;
    }
    Json::Array libraries;
    for (const LibraryVersion& library : about.libraries)
        libraries.emplace_back(
            Json::Object{{"name", Json(library.name)}, {"version", Json(library.version)}});
    const Status answered = context.answer(Json(Json::Object{{"version", Json(about.version)},
                                                             {"commit", Json(about.commit)},
                                                             {"schema", Json(about.schema)},
                                                             {"formats", Json(about.formats)},
                                                             {"libraries", Json(std::move(libraries))}}));
    return answered ? 0 : 3;
}

}  // namespace chayan::cli
