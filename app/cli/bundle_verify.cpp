#include "app/cli/bundle_report.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct VerifyOptions {
    std::string file;
    std::vector<std::string> trust;
};

Result<int> verify(const VerifyOptions& options, const Context& context) {
    store::TrustBook book;
    std::optional<store::Database> database;
    if (!context.storeFolder.isEmpty()) {
        CHAYAN_TRY(const auto store, context.openStoreToRead());
        CHAYAN_TRY(database, store->reader());
        CHAYAN_TRY(book, store::TrustBook::load(*database));
    }
    for (const std::string& given : options.trust) {
        CHAYAN_TRY(crypto::Certificate certificate, readCertificate(QString::fromStdString(given)));
        book.add({std::move(certificate)});
    }
    const QString file = QString::fromStdString(options.file);
    CHAYAN_TRY(const bundle::VerifiedBundle bundle, bundle::openBundle(file, context.progress()));
    CHAYAN_TRY(const services::Judgement judgement,
               services::judge(bundle, book, database ? &*database : nullptr));
    if (context.json)
        CHAYAN_CHECK(context.answer(Json(reportJson(file, bundle.report, judgement))));
    else
        printReport(bundle.report, judgement, context);
    return judgement.verdict == u"valid" ? 0 : 1;
}

}  // namespace

Work addBundleVerify(CLI::App& parent) {
    auto options = std::make_shared<VerifyOptions>();
    CLI::App* command =
        parent.add_subcommand("verify", QT_TRANSLATE_NOOP("cli", "Verify a bundle; needs no store"));
    command->add_option("FILE", options->file, QT_TRANSLATE_NOOP("cli", "The bundle"))->required();
    command->add_option("--trust", options->trust,
                        QT_TRANSLATE_NOOP("cli", "Certificates whose signatures count (PEM)"));
    return [options](const Context& context) { return verify(*options, context); };
}

}  // namespace chayan::cli
