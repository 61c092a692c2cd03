#include "core/services/search.h"

#include "app/cli/command.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct SearchOptions {
    std::string text;
    qint64 limit = 20;
};

Result<int> searchAll(const SearchOptions& options, const Context& context) {
    CHAYAN_TRY(const auto store, context.openStoreToRead());
    CHAYAN_TRY(const store::SearchResult result,
               services::searchStore(*store, QString::fromStdString(options.text), options.limit));
    Json::Array hits;
    for (const store::SearchHit& hit : result.hits) {
        hits.emplace_back(Json::Object{{"dossier", Json(hit.dossier.text())},
                                       {"kind", Json(hit.type)},
                                       {"title", Json(hit.title)},
                                       {"snippet", Json(hit.snippet)}});
        if (!context.json)
            context.print(u"%1  %2  %3"_s.arg(hit.dossier.text(), hit.title, hit.snippet));
    }
    if (context.json)
        CHAYAN_CHECK(context.answer(
            Json(Json::Object{{"total", Json(result.total)}, {"hits", Json(std::move(hits))}})));
    if (result.total > 0)
        return 0;
    context.warn({ErrorKind::NothingFound, QString::fromStdString(options.text), {}});
    return 1;
}

}  // namespace

Work addSearch(CLI::App& parent) {
    auto options = std::make_shared<SearchOptions>();
    CLI::App* command =
        parent.add_subcommand("search", QT_TRANSLATE_NOOP("cli", "Find dossiers by any words in them"));
    command->add_option("TEXT", options->text, QT_TRANSLATE_NOOP("cli", "Words that must all occur"))
        ->required();
    command->add_option("--limit", options->limit, QT_TRANSLATE_NOOP("cli", "At most so many dossiers"))
        ->check(CLI::Range(1, 1'000'000));
    return [options](const Context& context) { return searchAll(*options, context); };
}

}  // namespace chayan::cli
