#include "app/cli/command.h"
#include "app/cli/officer_options.h"
#include "core/base/limits.h"

#include <QFileInfo>

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct NewOptions : OfficerOptions {
    bool takeOver = false;
};

Result<int> officerNew(const NewOptions& options, const Context& context) {
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const services::NewOfficer officer, options.make(context));
    if (options.takeOver)
        CHAYAN_CHECK(services::takeOver(*store, officer));
    else
        CHAYAN_CHECK(services::addOfficer(*store, officer));
    const QString fingerprint = officer.certificate.fingerprint().hex();
    CHAYAN_TRY(
        const QString path,
        handOutCertificate(officer.certificate, u"officer_%1.pem"_s.arg(fingerprint.left(16)), context));
    if (context.json) {
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"fingerprint", Json(fingerprint)},
                                                      {"certificate", Json(path)},
                                                      {"admitted", Json(options.takeOver)}})));
        return 0;
    }
    const text::Texts& texts = context.texts;
    context.print(texts.say("cli", QT_TRANSLATE_NOOP("cli", "Fingerprint: %1"), {fingerprint}));
    context.print(texts.say("cli", QT_TRANSLATE_NOOP("cli", "Certificate to give to others: %1"), {path}));
    context.print(
        options.takeOver
            ? texts.say("cli", QT_TRANSLATE_NOOP("cli",
                                                 "A new log was started in this officer's name. What was "
                                                 "sealed before stays closed."))
            : texts.say("cli",
                        QT_TRANSLATE_NOOP("cli",
                                          "An officer who may write here must admit this one: "
                                          "“officer admit %1”."),
                        {fingerprint}));
    warnOfPassphrase(context);
    return 0;
}

/// A fingerprint, or a certificate's file.
Result<Digest> officerNamed(const std::string& argument) {
    const QString text = QString::fromStdString(argument);
    if (const auto fingerprint = Digest::fromHex(text))
        return *fingerprint;
    if (!QFileInfo::exists(text))
        return fail(ErrorKind::BadInput, text, u"neither a fingerprint of 64 hex digits nor a file"_s);
    CHAYAN_TRY(const QByteArray pem, readFile(text, limits::certificateBytes));
    CHAYAN_TRY(const crypto::Certificate certificate, crypto::Certificate::fromPem(pem));
    return certificate.fingerprint();
}

using Change = Status (*)(store::Store&, const std::shared_ptr<const store::Signer>&, const Digest&);

Result<int> change(Change how, const std::string& officer, const Context& context) {
    CHAYAN_TRY(const Digest fingerprint, officerNamed(officer));
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    CHAYAN_CHECK(how(*store, signer, fingerprint));
    if (context.json)
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"fingerprint", Json(fingerprint.hex())}})));
    else
        context.print(fingerprint.hex());
    return 0;
}

Result<int> officerList(const Context& context) {
    CHAYAN_TRY(const auto store, context.openStoreToRead());
    CHAYAN_TRY(const std::vector<store::Officer> officers, services::listOfficers(*store));
    Json::Array list;
    for (const store::Officer& officer : officers) {
        const crypto::OfficerName& name = officer.certificate.officer();
        const QString fingerprint = officer.certificate.fingerprint().hex();
        list.emplace_back(Json::Object{{"fingerprint", Json(fingerprint)},
                                       {"name", Json(name.name)},
                                       {"badge", Json(name.badge)},
                                       {"agency", Json(name.agency)},
                                       {"admitted", Json(officer.admitted)},
                                       {"here", Json(officer.here)}});
        if (context.json)
            continue;
        const QString state = officer.admitted
                                  ? context.texts.say("cli", QT_TRANSLATE_NOOP("cli", "may write"))
                                  : context.texts.say("cli", QT_TRANSLATE_NOOP("cli", "may not write"));
        context.print(u"%1  %2 (%3, %4)  %5"_s.arg(fingerprint, name.name, name.badge, name.agency, state));
    }
    if (context.json)
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"officers", Json(std::move(list))}})));
    return 0;
}

Work addChange(CLI::App& parent, const char* name, const char* help, Change how) {
    auto officer = std::make_shared<std::string>();
    CLI::App* command = parent.add_subcommand(name, help);
    command
        ->add_option("FP|PEM", *officer,
                     QT_TRANSLATE_NOOP("cli", "The officer's fingerprint, or certificate"))
        ->required();
    return [officer, how](const Context& context) { return change(how, *officer, context); };
}

}  // namespace

Work addOfficerNew(CLI::App& parent) {
    auto options = std::make_shared<NewOptions>();
    CLI::App* command = parent.add_subcommand(
        "new", QT_TRANSLATE_NOOP("cli", "Make a further officer's key and certificate"));
    options->addTo(*command);
    command->add_flag(
        "--take-over", options->takeOver,
        QT_TRANSLATE_NOOP("cli",
                          "Start a new log on this store, when no officer is left who could admit this one"));
    return [options](const Context& context) { return officerNew(*options, context); };
}

Work addOfficerAdmit(CLI::App& parent) {
    return addChange(parent, "admit", QT_TRANSLATE_NOOP("cli", "Let an officer whose key lies here write"),
                     services::admitOfficer);
}

Work addOfficerRetire(CLI::App& parent) {
    return addChange(parent, "retire", QT_TRANSLATE_NOOP("cli", "End an officer's right to write here"),
                     services::retireOfficer);
}

Work addOfficerList(CLI::App& parent) {
    parent.add_subcommand("list", QT_TRANSLATE_NOOP("cli", "List the officers of this store"));
    return [](const Context& context) { return officerList(context); };
}

}  // namespace chayan::cli
