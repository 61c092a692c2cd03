#include "app/cli/arguments.h"
#include "app/cli/command.h"
#include "app/cli/help.h"
#include "app/cli/notices.h"
#include "app/cli/signals.h"
#include "app/cli/version.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <tuple>

using namespace chayan;
using namespace Qt::StringLiterals;

namespace {

/// One line on stderr; with --json one document on stdout as well.
int report(const Error& error, const cli::Context& context) {
    context.warn(error);
    if (context.json) {
        Json::Object json = *context.done;
        json.emplace("error", context.errorJson(error));
        if (!context.answer(Json(std::move(json))))
            context.note(u"the error itself could not be written as JSON"_s);
    }
    return exitCode(error.kind);
}

/// `visit photo`.
QString nameOf(const CLI::App& command) {
    const QString name = QString::fromStdString(command.get_name());
    const CLI::App* parent = command.get_parent();
    return parent != nullptr && parent->get_parent() != nullptr ? nameOf(*parent) + u' ' + name : name;
}

int answer(cli::Context& context, int argc, char** argv) {
    const cli::StopOnSignal signals;
    context.stop = signals.token();
    context.texts = cli::languageOfArguments(argc, argv);
    std::string language;
    std::string store;
    std::string passphraseFile;
    std::string officer;
    CLI::App app(
        QT_TRANSLATE_NOOP("cli", "Chayan: inspect goods and hand over evidence that anyone can verify"),
        "chayanctl");
    cli::describeHelp(app);
    app.set_version_flag("--version", "",
                         QT_TRANSLATE_NOOP("cli", "Print the version, and what it runs with, and exit"));
    app.add_flag("--json", context.json, QT_TRANSLATE_NOOP("cli", "Answer with one JSON document on stdout"));
    app.add_option("--lang", language, QT_TRANSLATE_NOOP("cli", "zh_CN or en"))
        ->check(CLI::IsMember({"zh_CN", "en"}));
    app.add_option("--store", store, QT_TRANSLATE_NOOP("cli", "The store's folder"))->envname("CHAYAN_STORE");
    app.add_option("--passphrase-file", passphraseFile,
                   QT_TRANSLATE_NOOP("cli", "A file that holds the officer's passphrase"))
        ->envname("CHAYAN_PASSPHRASE_FILE");
    app.add_option("--officer", officer,
                   QT_TRANSLATE_NOOP("cli", "Whose key to use: a fingerprint, where several are here"));
    app.require_subcommand(1);
    app.fallthrough();  // --json and --lang may stand behind the command too

    std::vector<std::pair<CLI::App*, cli::Work>> commands;
    const auto add = [&](CLI::App& parent, cli::Work (*command)(CLI::App&)) {
        cli::Work work = command(parent);
        commands.emplace_back(parent.get_subcommands([](CLI::App*) { return true; }).back(), std::move(work));
    };
    add(app, cli::addScan);
    add(app, cli::addCompare);
    add(app, cli::addRectify);
    add(app, cli::addIdentify);
    add(app, cli::addInit);
    add(app, cli::addDemo);
    CLI::App* officers =
        app.add_subcommand("officer", QT_TRANSLATE_NOOP("cli", "Officers who work on this laptop"));
    officers->require_subcommand(1);
    officers->fallthrough();
    add(*officers, cli::addOfficerNew);
    add(*officers, cli::addOfficerAdmit);
    add(*officers, cli::addOfficerRetire);
    add(*officers, cli::addOfficerList);
    CLI::App* record = app.add_subcommand(
        "record", QT_TRANSLATE_NOOP("cli", "Records: signed by one officer, confirmed by another"));
    record->require_subcommand(1);
    record->fallthrough();
    add(*record, cli::addRecordSign);
    add(*record, cli::addRecordCosign);
    CLI::App* visit = app.add_subcommand("visit", QT_TRANSLATE_NOOP("cli", "Visits: inspections on site"));
    visit->require_subcommand(1);
    visit->fallthrough();
    add(*visit, cli::addVisitNew);
    add(*visit, cli::addVisitSet);
    add(*visit, cli::addVisitPhoto);
    add(*visit, cli::addVisitLabel);
    add(*visit, cli::addVisitShow);
    add(*visit, cli::addVisitList);
    CLI::App* reference =
        app.add_subcommand("reference", QT_TRANSLATE_NOOP("cli", "Genuine labels that the office keeps"));
    reference->require_subcommand(1);
    reference->fallthrough();
    add(*reference, cli::addReferenceAdd);
    add(*reference, cli::addReferenceList);
    add(*reference, cli::addReferenceShow);
    add(*reference, cli::addReferenceRetire);
    CLI::App* bundle = app.add_subcommand("bundle", QT_TRANSLATE_NOOP("cli", "Bundles: evidence on its way"));
    bundle->require_subcommand(1);
    bundle->fallthrough();
    add(*bundle, cli::addBundleExport);
    add(*bundle, cli::addBundleVerify);
    add(*bundle, cli::addBundleImport);
    add(*bundle, cli::addBundleReceipt);
    CLI::App* trust = app.add_subcommand("trust", QT_TRANSLATE_NOOP("cli", "Trust: whose signatures count"));
    trust->require_subcommand(1);
    trust->fallthrough();
    add(*trust, cli::addTrustAdd);
    add(*trust, cli::addTrustList);
    add(*trust, cli::addTrustRemove);
    add(app, cli::addDiagnose);
    add(app, cli::addCheck);
    add(app, cli::addBackup);
    add(app, cli::addRestore);
    add(app, cli::addSearch);
    add(app, cli::addRebuild);

    cli::speak(app, context.texts);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        // The parser stops where it meets a reason to; --json may stand behind it.
        context.json =
            context.json || std::find(argv, argv + argc, std::string_view("--json")) != argv + argc;
        if (dynamic_cast<const CLI::CallForVersion*>(&error) != nullptr)
            return cli::printVersion(context);
        if (error.get_exit_code() == 0)
            return app.exit(error);
        cli::noteFailure(context, u"chayanctl"_s, ErrorKind::BadUsage);
        return report(cli::refusalOf(error, app), context);
    }
    if (const Status given = cli::requireText(app); !given)
        return report(given.error(), context);
    context.storeFolder = QString::fromStdString(store);
    context.passphraseFile = QString::fromStdString(passphraseFile);
    context.officer = QString::fromStdString(officer);
    if (!officer.empty() && !Digest::fromHex(context.officer))
        return report({ErrorKind::BadUsage, u"--officer"_s, u"not a fingerprint of 64 hex digits"_s},
                      context);

    for (const auto& [command, work] : commands) {
        if (!command->parsed())
            continue;
        const Result<int> done = work(context);
        if (done && *done != 0)
            cli::noteAnswer(context, nameOf(*command), *done);
        if (done)
            return *done;
        cli::noteFailure(context, nameOf(*command), done.error().kind);
        const int code = report(done.error(), context);
        return done.error().kind == ErrorKind::Cancelled && signals.signal() != 0 ? 128 + signals.signal()
                                                                                  : code;
    }
    return 2;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        cli::Context context;
        const int code = answer(context, argc, argv);
        const Status written = context.allWritten();
        if (written)
            return code;
        context.warn(written.error());
        return code != 0 ? code : exitCode(written.error().kind);
    } catch (const std::exception& error) {
        std::ignore = std::fprintf(stderr, "chayanctl: %s\n", error.what());
        return exitCode(ErrorKind::Internal);
    }
}
