#include "app/cli/command.h"
#include "app/cli/conflicts.h"
#include "app/cli/dossier.h"
#include "core/services/visits.h"
#include "core/store/listing.h"
#include "core/text/terms.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct VisitOptions {
    std::string id;
    std::vector<std::string> rest;
};

Result<int> visitNew(const VisitOptions& options, const Context& context) {
    CHAYAN_TRY(const std::vector<services::Typed> fields, typed(options.rest));
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    CHAYAN_TRY(const DossierId id, services::openVisit(*store, signer, fields));
    if (context.json)
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"id", Json(id.text())}})));
    else
        context.print(id.text());
    return 0;
}

Result<int> visitSet(const VisitOptions& options, const Context& context) {
    CHAYAN_TRY(const DossierId id, dossierId(options.id));
    CHAYAN_TRY(const std::vector<services::Typed> fields, typed(options.rest));
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    CHAYAN_CHECK(services::setFields(*store, signer, id, fields));
    if (context.json)
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"id", Json(id.text())}})));
    return 0;
}

Result<int> visitList(const Context& context) {
    constexpr qint64 pageRows = 1000;
    CHAYAN_TRY(const auto store, context.openStoreToRead());
    CHAYAN_TRY(store::Database database, store->reader());
    CHAYAN_TRY(const store::Listing visits, store::Listing::of(database, services::visitType.toString()));
    Json::Array list;
    std::optional<store::ListPlace> place;
    do {
        CHAYAN_TRY(const store::Listing::Page page, visits.page(database, place, pageRows));
        for (const store::ListedDossier& visit : page.rows) {
            if (context.json)
                list.emplace_back(Json::Object{{"id", Json(visit.id.text())},
                                               {"title", Json(visit.title)},
                                               {"place", Json(visit.place)},
                                               {"opened", Json(rfc3339(visit.opened))},
                                               {"entries", Json(visit.entries)},
                                               {"originals", Json(visit.originals)},
                                               {"conflicts", Json(visit.conflicts)}});
            else
                context.print(u"%1  %2"_s.arg(visit.id.text(), visit.title));
        }
        place = page.next;
    } while (place);
    if (context.json)
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"visits", Json(std::move(list))}})));
    return 0;
}

}  // namespace

Work addVisitNew(CLI::App& parent) {
    auto options = std::make_shared<VisitOptions>();
    CLI::App* command = parent.add_subcommand("new", QT_TRANSLATE_NOOP("cli", "Open a visit"));
    command->add_option("FIELD=VALUE", options->rest, QT_TRANSLATE_NOOP("cli", "What is known of it"));
    return [options](const Context& context) { return visitNew(*options, context); };
}

Work addVisitSet(CLI::App& parent) {
    auto options = std::make_shared<VisitOptions>();
    CLI::App* command = parent.add_subcommand("set", QT_TRANSLATE_NOOP("cli", "Set fields of a visit"));
    command->add_option("ID", options->id, QT_TRANSLATE_NOOP("cli", "The visit"))->required();
    command->add_option("FIELD=VALUE", options->rest, QT_TRANSLATE_NOOP("cli", "What to set"))->required();
    return [options](const Context& context) { return visitSet(*options, context); };
}

Work addVisitList(CLI::App& parent) {
    parent.add_subcommand("list", QT_TRANSLATE_NOOP("cli", "List the visits"));
    return [](const Context& context) { return visitList(context); };
}

}  // namespace chayan::cli
