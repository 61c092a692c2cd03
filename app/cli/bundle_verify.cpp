#include "app/cli/command.h"
#include "core/base/limits.h"
#include "core/base/safe_file.h"
#include "core/bundle/verify_bundle.h"
#include "core/text/reasons.h"
#include "core/text/terms.h"

#include <CLI/CLI.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

using bundle::BundleReport;
using text::TermGroup;

struct Options {
    std::string file;
    std::vector<std::string> trust;
};

/// An officer counts when his certificate itself was named, or one that issued it.
bool isTrusted(const std::optional<crypto::Certificate>& certificate,
               const std::vector<crypto::Certificate>& trusted) {
    return certificate && std::ranges::any_of(trusted, [&](const crypto::Certificate& known) {
               return known.fingerprint() == certificate->fingerprint() || certificate->issuedBy(known);
           });
}

QString verdictOf(const BundleReport& report, const std::vector<crypto::Certificate>& trusted) {
    if (!report.ok())
        return u"invalid"_s;
    const bool all = isTrusted(report.signer, trusted) &&
                     std::ranges::all_of(report.officers, [&](const BundleReport::Officer& officer) {
                         return isTrusted(officer.certificate, trusted);
                     });
    return all ? u"valid"_s : u"untrusted"_s;
}

Json officerJson(const BundleReport::Officer& officer, const std::vector<crypto::Certificate>& trusted) {
    return Json(
        Json::Object{{"fingerprint", Json(officer.fingerprint.hex())},
                     {"name", officer.certificate ? Json(officer.certificate->officer().name) : Json()},
                     {"trusted", Json(isTrusted(officer.certificate, trusted))},
                     {"entries", Json(officer.entries)}});
}

Json checksJson(const BundleReport& report) {
    Json::Array checks;
    for (const bundle::Check& check : report.checks) {
        Json::Array problems;
        for (const bundle::Problem& problem : check.problems)
            problems.emplace_back(Json::Object{{"reason", Json(problem.reason)},
                                               {"thing", Json(problem.thing)},
                                               {"detail", Json(problem.detail)}});
        const QString detail =
            check.ok() ? QString() : check.problems[0].thing + u": "_s + check.problems[0].detail;
        checks.emplace_back(Json::Object{{"name", Json(name(check.name))},
                                         {"ok", Json(check.ok())},
                                         {"detail", Json(detail)},
                                         {"problems", Json(std::move(problems))}});
    }
    return Json(std::move(checks));
}

Json reportJson(const QString& file, const QString& verdict, const BundleReport& report,
                const std::vector<crypto::Certificate>& trusted) {
    Json::Array officers;
    for (const BundleReport::Officer& officer : report.officers)
        officers.push_back(officerJson(officer, trusted));
    Json signer;
    if (report.signer) {
        const crypto::OfficerName& who = report.signer->officer();
        signer = Json(Json::Object{{"name", Json(who.name)},
                                   {"badge", Json(who.badge)},
                                   {"agency", Json(who.agency)},
                                   {"fingerprint", Json(report.signer->fingerprint().hex())},
                                   {"trusted", Json(isTrusted(report.signer, trusted))}});
    }
    const auto& statement = report.statement;
    const auto dossiers =
        statement ? std::ranges::count_if(statement->dossiers, [](const auto& d) { return d.kind != u"log"; })
                  : 0;
    return Json(Json::Object{
        {"file", Json(file)},
        {"verdict", Json(verdict)},
        {"signer", std::move(signer)},
        {"officers", Json(std::move(officers))},
        {"packing", Json(report.packing == bundle::Packing::Original ? u"original"_s : u"repacked"_s)},
        {"scope", statement ? Json(statement->scope) : Json()},
        {"checks", checksJson(report)},
        {"dossiers", Json(dossiers)},
        {"entries", Json(report.entries)},
        {"originals", Json(report.originals)},
        {"withheld", Json(Json::Object{{"values", Json(statement ? statement->withheldValues : 0)},
                                       {"originals", Json(statement ? statement->withheldOriginals : 0)}})},
        {"bytes", Json(report.bytes)}});
}

void printReport(const QString& verdict, const BundleReport& report,
                 const std::vector<crypto::Certificate>& trusted, const Context& context) {
    const text::Texts& texts = context.texts;
    context.print(text::term(TermGroup::Verdict, verdict, texts));
    if (report.signer) {
        const crypto::OfficerName& who = report.signer->officer();
        context.print(texts.say("cli",
                                QT_TRANSLATE_NOOP("cli", "The key of %1 (%2, %3) signed this bundle; %4."),
                                {who.name, who.badge, who.agency,
                                 isTrusted(report.signer, trusted)
                                     ? texts.say("cli", QT_TRANSLATE_NOOP("cli", "it is trusted"))
                                     : texts.say("cli", QT_TRANSLATE_NOOP("cli", "it is not known here"))}));
        context.print(texts.say("cli", QT_TRANSLATE_NOOP("cli", "Fingerprint: %1"),
                                {report.signer->fingerprint().hex()}));
    }
    for (const bundle::Check& check : report.checks) {
        context.print(u"  %1 %2"_s.arg(check.ok() ? u"✓"_s : u"✗"_s,
                                       text::term(TermGroup::Check, name(check.name), texts)));
        for (const bundle::Problem& problem : check.problems) {
            const text::Topic topic =
                check.name < bundle::CheckName::Ledger ? text::Topic::Bundle : text::Topic::Ledger;
            context.print(u"      %1 %2 (%3)"_s.arg(problem.thing, text::reason(topic, problem.reason, texts),
                                                    problem.detail));
        }
    }
    for (const BundleReport::Officer& officer : report.officers)
        context.print(
            texts.say("cli", QT_TRANSLATE_NOOP("cli", "Entries by %1: %2 (%3)."),
                      {officer.certificate ? officer.certificate->officer().name : officer.fingerprint.hex(),
                       QString::number(officer.entries),
                       isTrusted(officer.certificate, trusted)
                           ? texts.say("cli", QT_TRANSLATE_NOOP("cli", "trusted"))
                           : texts.say("cli", QT_TRANSLATE_NOOP("cli", "not known here"))}));
    context.print(texts.say(
        "cli",
        QT_TRANSLATE_NOOP("cli",
                          "Signatures show which key was used, not who held it. Times are the laptop's "
                          "claim.")));
}

Result<int> verify(const Options& options, const Context& context) {
    std::vector<crypto::Certificate> trusted;
    for (const std::string& given : options.trust) {
        CHAYAN_TRY(const QByteArray pem, readFile(QString::fromStdString(given), limits::certificateBytes));
        auto certificate = crypto::Certificate::fromPem(pem);
        if (!certificate)
            return fail(certificate.error().kind, QString::fromStdString(given), certificate.error().detail);
        trusted.push_back(std::move(*certificate));
    }
    const QString file = QString::fromStdString(options.file);
    CHAYAN_TRY(const BundleReport report, bundle::verifyBundle(file, {}));
    const QString verdict = verdictOf(report, trusted);
    if (context.json)
        CHAYAN_CHECK(context.answer(reportJson(file, verdict, report, trusted)));
    else
        printReport(verdict, report, trusted, context);
    return verdict == u"valid" ? 0 : 1;
}

}  // namespace

Work addBundleVerify(CLI::App& parent) {
    auto options = std::make_shared<Options>();
    CLI::App* command = parent.add_subcommand("verify", "Verify a bundle; needs no store");
    command->add_option("FILE", options->file, "The bundle")->required();
    command->add_option("--trust", options->trust, "Certificates whose signatures count (PEM)");
    return [options](const Context& context) { return verify(*options, context); };
}

}  // namespace chayan::cli
