#include "core/services/trust.h"

#include "app/cli/arguments.h"
#include "app/cli/bundle_report.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct TrustOptions {
    std::string what;
    std::string compromisedSince;
};

Json trustedJson(const store::Trusted& trusted) {
    const crypto::OfficerName& who = trusted.certificate.officer();
    return Json(Json::Object{
        {"fingerprint", Json(trusted.certificate.fingerprint().hex())},
        {"name", Json(who.name)},
        {"badge", Json(who.badge)},
        {"agency", Json(who.agency)},
        {"since", Json(rfc3339(trusted.since))},
        {"compromised_since", trusted.compromisedSince ? Json(rfc3339(*trusted.compromisedSince)) : Json()}});
}

Result<int> add(const TrustOptions& options, const Context& context) {
    CHAYAN_TRY(const crypto::Certificate certificate, readCertificate(QString::fromStdString(options.what)));
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    CHAYAN_CHECK(services::trust(*store, signer, certificate));
    const QString fingerprint = certificate.fingerprint().hex();
    if (context.json)
        return context.answer(Json(Json::Object{{"fingerprint", Json(fingerprint)}})).map([] { return 0; });
    context.print(context.texts.say(
        "cli",
        QT_TRANSLATE_NOOP("cli",
                          "Signatures of %1 (%2, %3) count from now on. Have you compared the fingerprint "
                          "with its holder? %4"),
        {certificate.officer().name, certificate.officer().badge, certificate.officer().agency,
         fingerprint}));
    return 0;
}

Result<int> list(const Context& context) {
    CHAYAN_TRY(const auto store, context.openStoreToRead());
    CHAYAN_TRY(const std::vector<store::Trusted> decisions, services::listTrusted(*store));
    Json::Array rows;
    for (const store::Trusted& trusted : decisions) {
        rows.push_back(trustedJson(trusted));
        const crypto::OfficerName& who = trusted.certificate.officer();
        if (!context.json)
            context.print(u"%1  %2  %3  %4%5"_s.arg(
                trusted.certificate.fingerprint().hex(), who.name, who.badge, who.agency,
                trusted.compromisedSince
                    ? u"  "_s + context.texts.say("cli",
                                                  QT_TRANSLATE_NOOP("cli", "only what was seen before %1"),
                                                  {rfc3339(*trusted.compromisedSince)})
                    : QString()));
    }
    if (context.json)
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"trusted", Json(std::move(rows))}})));
    return 0;
}

Result<int> remove(const TrustOptions& options, const Context& context) {
    const QString given = QString::fromStdString(options.what);
    const auto fingerprint = Digest::fromHex(given);
    if (!fingerprint)
        return fail(ErrorKind::BadInput, given, u"not a fingerprint of 64 hex digits"_s);
    std::optional<UtcMs> since;
    if (!options.compromisedSince.empty()) {
        CHAYAN_TRY(since, momentOf(options.compromisedSince));
    }
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    CHAYAN_CHECK(services::distrust(*store, signer, *fingerprint, since));
    if (context.json)
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"fingerprint", Json(given)}})));
    return 0;
}

}  // namespace

Work addTrustAdd(CLI::App& parent) {
    auto options = std::make_shared<TrustOptions>();
    CLI::App* command =
        parent.add_subcommand("add", QT_TRANSLATE_NOOP("cli", "Let a certificate's signatures count"));
    command
        ->add_option("PEM", options->what,
                     QT_TRANSLATE_NOOP("cli", "The certificate, compared with its holder"))
        ->required();
    return [options](const Context& context) { return add(*options, context); };
}

Work addTrustList(CLI::App& parent) {
    parent.add_subcommand("list", QT_TRANSLATE_NOOP("cli", "List the certificates whose signatures count"));
    return [](const Context& context) { return list(context); };
}

Work addTrustRemove(CLI::App& parent) {
    auto options = std::make_shared<TrustOptions>();
    CLI::App* command = parent.add_subcommand(
        "remove", QT_TRANSLATE_NOOP("cli", "Let a certificate's signatures count no longer"));
    command->add_option("FINGERPRINT", options->what, QT_TRANSLATE_NOOP("cli", "Whose: 64 hex digits"))
        ->required();
    command->add_option("--compromised-since", options->compromisedSince,
                        QT_TRANSLATE_NOOP("cli", "Only what was seen here before this date still counts"));
    return [options](const Context& context) { return remove(*options, context); };
}

}  // namespace chayan::cli
