#include "app/cli/bundle_foreign.h"
#include "app/cli/bundle_report.h"
#include "core/base/safe_file.h"
#include "core/services/receiving.h"

#include <QFileInfo>

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct ImportOptions {
    std::string file;
    std::string receipt;
    bool acceptUntrusted = false;
    bool foreign = false;
};

Json checkpointJson(const QByteArray& body) {
    auto json = parseCanonical(view(body));
    return json ? std::move(*json) : Json();
}

Json forksJson(const std::vector<store::Fork>& forks) {
    Json::Array array;
    for (const store::Fork& fork : forks)
        array.emplace_back(Json::Object{{"log", Json(fork.log.hex())},
                                        {"seq", Json(fork.seq)},
                                        {"here", checkpointJson(fork.here)},
                                        {"there", checkpointJson(fork.there)}});
    return Json(std::move(array));
}

Json::Object answerJson(const QString& file, const services::Imported& imported) {
    Json::Object answer = reportJson(file, imported.report, imported.judgement);
    answer.emplace("imported", amountJson(imported.imported));
    answer.emplace("already_there", amountJson(imported.alreadyThere));
    answer.emplace("conflicts", Json(imported.conflicts));
    answer.emplace("forks", forksJson(imported.forks));
    answer.emplace("new_log", Json(imported.ownLogWasBehind));
    return answer;
}

void printImported(const services::Imported& imported, const Context& context) {
    const text::Texts& texts = context.texts;
    const auto amount = [](const services::Amount& a) {
        return QStringList{QString::number(a.dossiers), QString::number(a.entries),
                           QString::number(a.originals)};
    };
    context.print(texts.say(
        "cli", QT_TRANSLATE_NOOP("cli", "Taken in: dossiers with news: %1, entries: %2, originals: %3."),
        amount(imported.imported)));
    context.print(
        texts.say("cli", QT_TRANSLATE_NOOP("cli", "Already there: dossiers: %1, entries: %2, originals: %3."),
                  amount(imported.alreadyThere)));
    if (imported.conflicts > 0)
        context.print(texts.say("cli", QT_TRANSLATE_NOOP("cli", "Conflicts that somebody has to settle: %1."),
                                {QString::number(imported.conflicts)}));
}

void warnOfForks(const services::Imported& imported, const Context& context) {
    const text::Texts& texts = context.texts;
    for (const store::Fork& fork : imported.forks)
        context.note(
            texts.say("cli",
                      QT_TRANSLATE_NOOP(
                          "cli",
                          "Log %1 exists in two versions that differ from entry %2 on at the latest. Both "
                          "are kept. Ask the office whether a laptop was copied or restored."),
                      {fork.log.hex(), QString::number(fork.seq)}));
    if (imported.ownLogWasBehind)
        context.note(texts.say(
            "cli", QT_TRANSLATE_NOOP("cli",
                                     "This store had been further once than it was today: it seems to have "
                                     "been restored or copied. It goes on in a new log.")));
}

Result<int> import(const ImportOptions& options, const Context& context) {
    const QString file = QString::fromStdString(options.file);
    // Made first, so that nothing is taken in whose receipt cannot be written.
    std::optional<AtomicFile> receiptFile;
    if (!options.receipt.empty()) {
        const QString path = QString::fromStdString(options.receipt);
        if (QFileInfo::exists(path) || QFileInfo(path).isSymLink())
            return fail(ErrorKind::AlreadyExists, path, u"a file of this name is already there"_s);
        CHAYAN_TRY(AtomicFile made, AtomicFile::create(path));
        receiptFile.emplace(std::move(made));
    }
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    CHAYAN_TRY(const services::Imported imported,
               services::importBundle(*store, signer, {file, options.acceptUntrusted}, context.progress()));
    if (imported.receipt && receiptFile) {
        CHAYAN_TRY(const QByteArray receipt, canonical(ledger::toJson(*imported.receipt)));
        CHAYAN_CHECK(receiptFile->write(view(receipt)));
        CHAYAN_CHECK(receiptFile->commit(AtomicFile::Replace::No));
    }
    Json::Object answer = answerJson(file, imported);
    if (!context.json)
        printReport(imported.report, imported.judgement, context);
    if (imported.refusal) {
        context.warn(*imported.refusal);
        answer.emplace("error", context.errorJson(*imported.refusal));
    } else if (!context.json) {
        printImported(imported, context);
    }
    warnOfForks(imported, context);
    if (context.json)
        CHAYAN_CHECK(context.answer(Json(std::move(answer))));
    return imported.refusal ? 1 : 0;
}

}  // namespace

Work addBundleImport(CLI::App& parent) {
    auto options = std::make_shared<ImportOptions>();
    CLI::App* command =
        parent.add_subcommand("import", QT_TRANSLATE_NOOP("cli", "Verify a bundle and take it in"));
    command->add_option("FILE", options->file, QT_TRANSLATE_NOOP("cli", "The bundle"))->required();
    CLI::Option* untrusted =
        command->add_flag("--accept-untrusted", options->acceptUntrusted,
                          QT_TRANSLATE_NOOP("cli", "Also when a key behind it is not known here"));
    CLI::Option* receipt =
        command->add_option("--receipt", options->receipt,
                            QT_TRANSLATE_NOOP("cli", "Write a receipt for the sender to this file"));
    command
        ->add_flag(
            "--foreign", options->foreign,
            QT_TRANSLATE_NOOP(
                "cli", "It is a BagIt bag made by others (a folder, ZIP or tar): evidence from elsewhere"))
        ->excludes(untrusted)
        ->excludes(receipt);
    return [options](const Context& context) {
        return options->foreign ? importForeign(QString::fromStdString(options->file), context)
                                : import(*options, context);
    };
}

}  // namespace chayan::cli
