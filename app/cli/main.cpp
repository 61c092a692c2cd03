#include "app/cli/command.h"
#include "core/text/explain.h"

#include <QLocale>

#include <CLI/CLI.hpp>

#include <cstdio>

using namespace chayan;
using namespace Qt::StringLiterals;

namespace {

/// One line on stderr: what happened, to which thing, what to do; with --json one document on stdout as well.
int report(const Error& error, const cli::Context& context) {
    const text::Explained words = text::explain(error, context.texts);
    context.note(u"%1 %2 (%3)"_s.arg(words.what, words.advice, error.detail));
    if (context.json) {
        const Json json(Json::Object{{"error", Json(Json::Object{{"kind", Json(name(error.kind))},
                                                                 {"thing", Json(error.thing)},
                                                                 {"detail", Json(error.detail)},
                                                                 {"advice", Json(words.advice)}})}});
        if (!context.answer(json))
            context.note(u"the error itself could not be written as JSON"_s);
    }
    return exitCode(error.kind);
}

}  // namespace

int main(int argc, char** argv) {
    cli::Context context;
    std::string language;
    std::string store;
    std::string passphraseFile;
    std::string officer;
    CLI::App app("Chayan 查验: inspect goods and hand over evidence that anyone can verify", "chayanctl");
    app.set_version_flag("--version", "chayanctl " CHAYAN_VERSION);
    app.add_flag("--json", context.json, "Answer with one JSON document on stdout");
    app.add_option("--lang", language, "zh_CN or en")->check(CLI::IsMember({"zh_CN", "en"}));
    app.add_option("--store", store, "The store's folder")->envname("CHAYAN_STORE");
    app.add_option("--passphrase-file", passphraseFile, "A file that holds the officer's passphrase")
        ->envname("CHAYAN_PASSPHRASE_FILE");
    app.add_option("--officer", officer, "Whose key to use: a fingerprint, where several are here");
    app.require_subcommand(1);
    app.fallthrough();  // --json and --lang may stand behind the command too

    std::vector<std::pair<CLI::App*, cli::Work>> commands;
    const auto add = [&](CLI::App& parent, cli::Work (*command)(CLI::App&)) {
        cli::Work work = command(parent);
        commands.emplace_back(parent.get_subcommands([](CLI::App*) { return true; }).back(), std::move(work));
    };
    add(app, cli::addScan);
    add(app, cli::addIdentify);
    add(app, cli::addInit);
    CLI::App* visit = app.add_subcommand("visit", "Visits: inspections on site");
    visit->require_subcommand(1);
    visit->fallthrough();
    add(*visit, cli::addVisitNew);
    add(*visit, cli::addVisitSet);
    add(*visit, cli::addVisitPhoto);
    add(*visit, cli::addVisitShow);
    add(*visit, cli::addVisitList);
    CLI::App* bundle = app.add_subcommand("bundle", "Bundles: evidence on its way");
    bundle->require_subcommand(1);
    bundle->fallthrough();
    add(*bundle, cli::addBundleExport);
    add(*bundle, cli::addBundleVerify);
    add(*bundle, cli::addBundleImport);
    add(*bundle, cli::addBundleReceipt);
    CLI::App* trust = app.add_subcommand("trust", "Trust: whose signatures count");
    trust->require_subcommand(1);
    trust->fallthrough();
    add(*trust, cli::addTrustAdd);
    add(*trust, cli::addTrustList);
    add(*trust, cli::addTrustRemove);
    add(app, cli::addCheck);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0)
            return app.exit(error);
        context.json =
            context.json || std::find(argv, argv + argc, std::string_view("--json")) != argv + argc;
        return report({ErrorKind::BadUsage, u"chayanctl"_s, QString::fromUtf8(error.what())}, context);
    }
    context.texts =
        text::languageOf(language.empty() ? QLocale::system().name() : QString::fromStdString(language));

    context.storeFolder = QString::fromStdString(store);
    context.passphraseFile = QString::fromStdString(passphraseFile);
    context.officer = QString::fromStdString(officer);

    for (const auto& [command, work] : commands) {
        if (!command->parsed())
            continue;
        const Result<int> done = work(context);
        return done ? *done : report(done.error(), context);
    }
    return 2;
}
