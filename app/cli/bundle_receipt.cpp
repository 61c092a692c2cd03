#include "app/cli/bundle_report.h"
#include "core/base/limits.h"
#include "core/base/safe_file.h"
#include "core/services/receipts.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct ReceiptOptions {
    std::string file;
    std::string certificate;
};

Result<int> receipt(const ReceiptOptions& options, const Context& context) {
    const QString file = QString::fromStdString(options.file);
    CHAYAN_TRY(const QByteArray bytes, readFile(file, limits::entryBytes));
    std::optional<crypto::Certificate> certificate;
    if (!options.certificate.empty()) {
        CHAYAN_TRY(certificate, readCertificate(QString::fromStdString(options.certificate)));
    }
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    CHAYAN_TRY(const services::ReceivedReceipt received,
               services::takeReceipt(*store, signer, bytes, file, certificate));
    const ledger::Receipt& words = received.receipt;
    if (context.json) {
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"file", Json(file)},
                                                      {"at", Json(rfc3339(words.at))},
                                                      {"officer", Json(words.officer.hex())},
                                                      {"name", Json(received.receiver.officer().name)},
                                                      {"tagmanifest", Json(words.tagmanifest.hex())},
                                                      {"sent_here", Json(received.isForOurBundle)},
                                                      {"already_there", Json(received.alreadyThere)}})));
        return 0;
    }
    context.print(context.texts.say(
        "cli",
        QT_TRANSLATE_NOOP("cli",
                          "%1 (%2) confirms to have received it by %3. What the receipt covers existed not "
                          "later than that."),
        {received.receiver.officer().name, received.receiver.officer().agency, rfc3339(words.at)}));
    return 0;
}

}  // namespace

Work addBundleReceipt(CLI::App& parent) {
    auto options = std::make_shared<ReceiptOptions>();
    CLI::App* command =
        parent.add_subcommand("receipt", QT_TRANSLATE_NOOP("cli", "Keep a receipt that came home"));
    command->add_option("FILE", options->file, QT_TRANSLATE_NOOP("cli", "The receipt"))->required();
    command->add_option("--certificate", options->certificate,
                        QT_TRANSLATE_NOOP("cli", "The receiver's certificate (PEM)"));
    return [options](const Context& context) { return receipt(*options, context); };
}

}  // namespace chayan::cli
