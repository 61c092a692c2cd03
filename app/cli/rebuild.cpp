#include "app/cli/command.h"

#include <CLI/CLI.hpp>

namespace chayan::cli {

namespace {

Result<int> rebuild(const Context& context) {
    CHAYAN_TRY(const QString folder, context.folder());
    CHAYAN_TRY(const auto store,
               store::Store::open(folder, std::make_shared<SystemClock>(), store::Store::Projections::Anew));
    CHAYAN_TRY(store::Database database, store->reader());
    CHAYAN_TRY(const qint64 dossiers, database.integer("SELECT count(*) FROM dossier"));
    if (context.json)
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"dossiers", Json(dossiers)}})));
    else
        context.print(context.texts.say(
            "cli", QT_TRANSLATE_NOOP("cli", "Lists and search made anew from the records of %1 dossiers."),
            {QString::number(dossiers)}));
    return 0;
}

}  // namespace

Work addRebuild(CLI::App& parent) {
    parent.add_subcommand("rebuild", QT_TRANSLATE_NOOP("cli", "Make lists and search anew from the records"));
    return [](const Context& context) { return rebuild(context); };
}

}  // namespace chayan::cli
