#include "app/cli/command.h"
#include "core/store/store.h"

#include <CLI/CLI.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct Options {
    std::string name;
    std::string badge;
    std::string agency;
    std::string division;
};

Result<int> init(const Options& options, const Context& context) {
    const crypto::OfficerName name{
        QString::fromStdString(options.name), QString::fromStdString(options.badge),
        QString::fromStdString(options.agency), QString::fromStdString(options.division)};
    constexpr qsizetype longest = 64;  // X.520 ub-name
    for (const QString& text : {name.name, name.badge, name.agency}) {
        if (text.trimmed().isEmpty() || text.size() > longest)
            return fail(ErrorKind::BadValue, text, u"name, badge and agency have 1 to 64 characters"_s);
    }
    const bool digits = std::ranges::all_of(name.division, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (name.division.size() != 6 || !digits)
        return fail(ErrorKind::BadValue, name.division, u"a division has six digits (GB/T 2260)"_s);
    CHAYAN_TRY(const QString folder, context.folder());
    CHAYAN_TRY(const QByteArray passphrase, context.newPassphrase());
    CHAYAN_TRY(crypto::OfficerKey key, crypto::OfficerKey::generate());
    const auto clock = std::make_shared<SystemClock>();
    CHAYAN_TRY(crypto::Certificate certificate,
               crypto::Certificate::selfSigned(key, name, clock->read().utc));
    CHAYAN_TRY(QByteArray pem, key.toEncryptedPem(passphrase));
    CHAYAN_TRY(crypto::SealKey storeKey, crypto::SealKey::random());
    const store::Signer signer{key, certificate, storeKey};
    CHAYAN_TRY(const auto store, store::Store::create(folder, signer, std::move(pem), clock,
                                                      QStringLiteral("chayanctl " CHAYAN_VERSION)));
    const QString certificatePath = folder + u"/officer.pem"_s;
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
        context.print(context.texts.say(
            "cli", QT_TRANSLATE_NOOP("cli", "Nobody can recover the passphrase; there is no back door.")));
    }
    return 0;
}

}  // namespace

Work addInit(CLI::App& parent) {
    auto options = std::make_shared<Options>();
    CLI::App* command = parent.add_subcommand(
        "init", QT_TRANSLATE_NOOP("cli", "Make a store and the officer's key and certificate"));
    command->add_option("--name", options->name, QT_TRANSLATE_NOOP("cli", "The officer's name"))->required();
    command
        ->add_option("--badge", options->badge, QT_TRANSLATE_NOOP("cli", "The number of the officer's badge"))
        ->required();
    command->add_option("--agency", options->agency, QT_TRANSLATE_NOOP("cli", "The agency's name"))
        ->required();
    command
        ->add_option("--division", options->division,
                     QT_TRANSLATE_NOOP("cli", "The division, six digits of GB/T 2260"))
        ->required();
    return [options](const Context& context) { return init(*options, context); };
}

}  // namespace chayan::cli
