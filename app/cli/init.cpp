#include "app/cli/command.h"
#include "app/cli/officer_options.h"
#include "core/base/version.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

Result<int> init(const OfficerOptions& options, const Context& context) {
    CHAYAN_TRY(const QString folder, context.folder());
    CHAYAN_TRY(const services::NewOfficer officer, options.make(context));
    CHAYAN_TRY(const auto store, services::createStore(folder, officer, std::make_shared<SystemClock>(),
                                                       u"chayanctl "_s + programVersion()));
    const crypto::Certificate& certificate = officer.certificate;
    CHAYAN_TRY(const QString certificatePath, handOutCertificate(certificate, u"officer.pem"_s, context));
    const QString fingerprint = certificate.fingerprint().hex();
    if (context.json) {
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"store", Json(folder)},
                                                      {"fingerprint", Json(fingerprint)},
                                                      {"certificate", Json(certificatePath)}})));
    } else {
        context.print(context.texts.say("cli", QT_TRANSLATE_NOOP("cli", "The store is ready: %1"), {folder}));
        context.print(context.texts.say("cli", QT_TRANSLATE_NOOP("cli", "Fingerprint: %1"), {fingerprint}));
        context.print(context.texts.say("cli", QT_TRANSLATE_NOOP("cli", "Certificate to give to others: %1"),
                                        {certificatePath}));
        warnOfPassphrase(context);
    }
    return 0;
}

}  // namespace

Work addInit(CLI::App& parent) {
    auto options = std::make_shared<OfficerOptions>();
    CLI::App* command = parent.add_subcommand(
        "init", QT_TRANSLATE_NOOP("cli", "Make a store and the officer's key and certificate"));
    options->addTo(*command);
    return [options](const Context& context) { return init(*options, context); };
}

}  // namespace chayan::cli
