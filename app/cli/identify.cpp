#include "app/cli/command.h"
#include "app/cli/meanings.h"

#include <CLI/CLI.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct IdentifyOptions {
    std::string scheme;
    std::vector<std::string> texts;
};

Result<int> identify(const IdentifyOptions& options, const Context& context) {
    Json::Array strings;
    bool refused = false;
    for (const std::string& given : options.texts) {
        const QString text = QString::fromStdString(given);
        std::vector<codes::Meaning> meanings;
        if (options.scheme.empty()) {
            meanings = codes::identify(text);
        } else {
            CHAYAN_TRY(codes::Meaning meaning,
                       codes::identifyAs(QString::fromStdString(options.scheme), text));
            refused = refused || !meaning.valid;
            meanings.push_back(std::move(meaning));
        }
        Json::Array list;
        if (!context.json)
            context.print(text);
        for (const codes::Meaning& meaning : meanings) {
            if (context.json)
                list.push_back(toJson(meaning));
            else
                context.print(u"  "_s + inWords(meaning, context.texts));
        }
        if (!context.json && meanings.empty())
            context.print(
                u"  "_s +
                context.texts.say("cli", QT_TRANSLATE_NOOP("cli", "no scheme known here fits this text")));
        strings.emplace_back(Json::Object{{"text", Json(text)}, {"meanings", Json(std::move(list))}});
    }
    if (context.json)
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"strings", Json(std::move(strings))}})));
    return refused ? 1 : 0;
}

}  // namespace

Work addIdentify(CLI::App& parent) {
    auto options = std::make_shared<IdentifyOptions>();
    CLI::App* command =
        parent.add_subcommand("identify", QT_TRANSLATE_NOOP("cli", "Say what strings mean; needs no store"));
    command->add_option("--scheme", options->scheme, QT_TRANSLATE_NOOP("cli", "Judge by this scheme alone"));
    command->add_option("TEXT", options->texts, QT_TRANSLATE_NOOP("cli", "The strings"))->required();
    return [options](const Context& context) { return identify(*options, context); };
}

}  // namespace chayan::cli
