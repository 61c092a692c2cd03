#include "app/cli/command.h"
#include "core/base/version.h"
#include "core/services/handing_over.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct ExportOptions {
    std::string out;
    std::vector<std::string> dossiers;
    bool all = false;
    bool redact = false;
    std::string recipient;
    std::string purpose;
};

Json withheldJson(const bundle::Statement& statement) {
    return Json(Json::Object{{"values", Json(statement.withheldValues)},
                             {"originals", Json(statement.withheldOriginals)}});
}

Result<int> exportTo(const ExportOptions& options, const Context& context) {
    if (options.all != options.dossiers.empty())
        return fail(ErrorKind::BadUsage, u"bundle export"_s,
                    u"name dossiers with --dossier, or give --all"_s);
    std::vector<DossierId> dossiers;
    for (const std::string& given : options.dossiers) {
        const auto id = DossierId::fromText(QString::fromStdString(given));
        if (!id)
            return fail(ErrorKind::BadInput, QString::fromStdString(given), u"not the id of a dossier"_s);
        dossiers.push_back(*id);
    }
    services::HandOver what;
    what.dossiers = std::move(dossiers);
    what.out = QString::fromStdString(options.out);
    what.redact = options.redact;
    what.recipient = QString::fromStdString(options.recipient);
    what.purpose = QString::fromStdString(options.purpose);
    what.program = u"chayanctl "_s + programVersion();
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    CHAYAN_TRY(const services::HandedOver exported,
               services::handOver(*store, signer, what, SystemClock().read().utc, context.progress()));
    if (!what.redact && exported.disclosed > 0)
        context.note(context.texts.say(
            "cli",
            QT_TRANSLATE_NOOP(
                "cli",
                "Sealed values disclosed to whoever reads the bundle: %1. Use --redact to keep them back."),
            {QString::number(exported.disclosed)}));
    Json::Array leftOut;
    for (const DossierId& dossier : exported.leftOut) {
        context.note(context.texts.say(
            "cli",
            QT_TRANSLATE_NOOP(
                "cli",
                "Left out: %1 holds entries of another version of a log than this bundle; export "
                "it alone, or hand on the bundles as they were received."),
            {dossier.text()}));
        leftOut.emplace_back(dossier.text());
    }
    if (context.json) {
        CHAYAN_TRY(Json checkpoint, parseCanonical(view(exported.checkpoint)));
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"file", Json(what.out)},
                                                      {"sha256", Json(exported.file.sha256.hex())},
                                                      {"bytes", Json(exported.file.bytes)},
                                                      {"dossiers", Json(exported.dossiers)},
                                                      {"entries", Json(exported.entries)},
                                                      {"originals", Json(exported.originals)},
                                                      {"withheld", withheldJson(exported.statement)},
                                                      {"left_out", Json(std::move(leftOut))},
                                                      {"checkpoint", std::move(checkpoint)}})));
    } else {
        context.print(
            context.texts.say("cli", QT_TRANSLATE_NOOP("cli", "%1: %2 records and %3 originals, %4 bytes"),
                              {what.out, QString::number(exported.entries),
                               QString::number(exported.originals), QString::number(exported.file.bytes)}));
    }
    return 0;
}

}  // namespace

Work addBundleExport(CLI::App& parent) {
    auto options = std::make_shared<ExportOptions>();
    CLI::App* command =
        parent.add_subcommand("export", QT_TRANSLATE_NOOP("cli", "Write a bundle that anyone can verify"));
    command->add_option("--out", options->out, QT_TRANSLATE_NOOP("cli", "The file to write"))->required();
    command->add_option("--dossier", options->dossiers, QT_TRANSLATE_NOOP("cli", "A dossier to hand over"));
    command->add_flag("--all", options->all, QT_TRANSLATE_NOOP("cli", "All dossiers"));
    command->add_flag("--redact", options->redact, QT_TRANSLATE_NOOP("cli", "Keep back every sealed value"));
    command->add_option("--recipient", options->recipient,
                        QT_TRANSLATE_NOOP("cli", "Whom it is for, as the statement says"));
    command->add_option("--purpose", options->purpose,
                        QT_TRANSLATE_NOOP("cli", "What it is for, as the statement says"));
    return [options](const Context& context) { return exportTo(*options, context); };
}

}  // namespace chayan::cli
