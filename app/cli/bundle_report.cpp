#include "app/cli/bundle_report.h"

#include "core/base/limits.h"
#include "core/base/safe_file.h"
#include "core/text/details.h"
#include "core/text/reasons.h"
#include "core/text/terms.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

using bundle::BundleReport;
using services::Judgement;
using services::KnownTime;
using services::Standing;
using text::TermGroup;

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

Json timesJson(const Judgement& judgement) {
    Json::Array times;
    for (const KnownTime& time : judgement.times) {
        Json::Object row{{"not_later_than", Json(rfc3339(time.notLaterThan))},
                         {"by", Json(time.by.fingerprint().hex())},
                         {"name", Json(time.by.officer().name)},
                         {"trusted", Json(time.standing == Standing::Trusted)}};
        if (!time.wholeBundle) {
            row.emplace("log", Json(time.log.hex()));
            row.emplace("size", Json(time.size));
        }
        times.emplace_back(std::move(row));
    }
    return Json(std::move(times));
}

qint64 dossiersIn(const BundleReport& report) {
    return report.statement ? std::ranges::count_if(report.statement->dossiers,
                                                    [](const auto& d) { return d.kind != u"log"; })
                            : 0;
}

QString standingText(Standing standing, const text::Texts& texts) {
    switch (standing) {
        case Standing::Trusted:
            return texts.say("cli", QT_TRANSLATE_NOOP("cli", "trusted"));
        case Standing::Compromised:
            return texts.say("cli", QT_TRANSLATE_NOOP("cli", "its key may be in wrong hands"));
        case Standing::Unknown:
            return texts.say("cli", QT_TRANSLATE_NOOP("cli", "not known here"));
    }
    return {};
}

void printChecks(const BundleReport& report, const Context& context) {
    for (const bundle::Check& check : report.checks) {
        context.print(u"  %1 %2"_s.arg(check.ok() ? u"✓"_s : u"✗"_s,
                                       text::term(TermGroup::Check, name(check.name), context.texts)));
        for (const bundle::Problem& problem : check.problems) {
            const text::Topic topic =
                check.name < bundle::CheckName::Ledger ? text::Topic::Bundle : text::Topic::Ledger;
            context.print(u"      %1 %2 (%3)"_s.arg(text::detail(problem.thing, context.texts),
                                                    text::reason(topic, problem.reason, context.texts),
                                                    text::detail(problem.detail, context.texts)));
        }
    }
}

void printTimes(const BundleReport& report, const Judgement& judgement, const Context& context) {
    const text::Texts& texts = context.texts;
    if (report.timeStamp)
        context.print(texts.say(
            "cli",
            QT_TRANSLATE_NOOP("cli",
                              "It existed unchanged by %1, says a time-stamp of %2, whose key is not known "
                              "here."),
            {rfc3339(report.timeStamp->at), report.timeStamp->authority}));
    for (const KnownTime& time : judgement.times) {
        const QStringList who{rfc3339(time.notLaterThan), time.by.officer().name,
                              standingText(time.standing, texts)};
        context.print(
            time.wholeBundle
                ? texts.say("cli",
                            QT_TRANSLATE_NOOP("cli", "It existed unchanged by %1 (receipt of %2, %3)."), who)
                : texts.say("cli",
                            QT_TRANSLATE_NOOP(
                                "cli", "The first %4 entries of log %5 existed by %1 (receipt of %2, %3)."),
                            who + QStringList{QString::number(time.size), time.log.hex().left(16)}));
    }
}

void printStatement(const BundleReport& report, const Context& context) {
    if (!report.statement)
        return;
    const text::Texts& texts = context.texts;
    const bundle::Statement& statement = *report.statement;
    context.print(statement.scope == u"complete"
                      ? texts.say("cli", QT_TRANSLATE_NOOP("cli",
                                                           "The signer states that it is complete; that "
                                                           "cannot be proven from this bundle alone."))
                      : texts.say("cli", QT_TRANSLATE_NOOP("cli",
                                                           "The signer states that it is a selection, and "
                                                           "that each dossier is complete up to its newest "
                                                           "entries; that cannot be proven from this bundle "
                                                           "alone.")));
    if (statement.withheldValues > 0 || statement.withheldOriginals > 0)
        context.print(texts.say(
            "cli", QT_TRANSLATE_NOOP("cli", "Withheld: values: %1, originals: %2."),
            {QString::number(statement.withheldValues), QString::number(statement.withheldOriginals)}));
}

}  // namespace

Json amountJson(const services::Amount& amount) {
    return Json(Json::Object{{"dossiers", Json(amount.dossiers)},
                             {"entries", Json(amount.entries)},
                             {"originals", Json(amount.originals)}});
}

Json::Object reportJson(const QString& file, const BundleReport& report, const Judgement& judgement) {
    Json::Array officers;
    for (std::size_t i = 0; i < report.officers.size(); ++i) {
        const BundleReport::Officer& officer = report.officers[i];
        officers.emplace_back(
            Json::Object{{"fingerprint", Json(officer.fingerprint.hex())},
                         {"name", officer.certificate ? Json(officer.certificate->officer().name) : Json()},
                         {"trusted", Json(judgement.officers[i] == Standing::Trusted)},
                         {"entries", Json(officer.entries)}});
    }
    Json signer;
    if (report.signer) {
        const crypto::OfficerName& who = report.signer->officer();
        signer = Json(Json::Object{{"name", Json(who.name)},
                                   {"badge", Json(who.badge)},
                                   {"agency", Json(who.agency)},
                                   {"fingerprint", Json(report.signer->fingerprint().hex())},
                                   {"trusted", Json(judgement.signer == Standing::Trusted)}});
    }
    const auto& statement = report.statement;
    Json::Object json{
        {"file", Json(file)},
        {"verdict", Json(judgement.verdict)},
        {"signer", std::move(signer)},
        {"officers", Json(std::move(officers))},
        {"packing", Json(report.packing == bundle::Packing::Original ? u"original"_s : u"repacked"_s)},
        {"scope", statement ? Json(statement->scope) : Json()},
        {"checks", checksJson(report)},
        {"times", timesJson(judgement)},
        {"dossiers", Json(dossiersIn(report))},
        {"entries", Json(report.entries)},
        {"originals", Json(report.originals)},
        {"withheld", Json(Json::Object{{"values", Json(statement ? statement->withheldValues : 0)},
                                       {"originals", Json(statement ? statement->withheldOriginals : 0)}})},
        {"bytes", Json(report.bytes)}};
    if (const auto& stamp = report.timeStamp)
        json.emplace("time_stamp", Json(Json::Object{{"not_later_than", Json(rfc3339(stamp->at))},
                                                     {"authority", Json(stamp->authority)},
                                                     {"certificate", Json(stamp->certificate.hex())},
                                                     {"trusted", Json(false)}}));
    return json;
}

void printReport(const BundleReport& report, const Judgement& judgement, const Context& context) {
    const text::Texts& texts = context.texts;
    context.print(text::term(TermGroup::Verdict, judgement.verdict, texts));
    if (report.signer) {
        const crypto::OfficerName& who = report.signer->officer();
        context.print(texts.say("cli",
                                QT_TRANSLATE_NOOP("cli", "The key of %1 (%2, %3) signed this bundle; %4."),
                                {who.name, who.badge, who.agency, standingText(judgement.signer, texts)}));
        context.print(texts.say("cli", QT_TRANSLATE_NOOP("cli", "Fingerprint: %1"),
                                {report.signer->fingerprint().hex()}));
    }
    printChecks(report, context);
    if (report.ok())
        printTimes(report, judgement, context);
    for (std::size_t i = 0; i < report.officers.size(); ++i) {
        const BundleReport::Officer& officer = report.officers[i];
        context.print(
            texts.say("cli", QT_TRANSLATE_NOOP("cli", "Entries by %1: %2 (%3)."),
                      {officer.certificate ? officer.certificate->officer().name : officer.fingerprint.hex(),
                       QString::number(officer.entries), standingText(judgement.officers[i], texts)}));
    }
    printStatement(report, context);
    context.print(texts.say(
        "cli",
        QT_TRANSLATE_NOOP("cli",
                          "Signatures show which key was used, not who held it. Other times are the laptop's "
                          "claim.")));
}

Result<crypto::Certificate> readCertificate(const QString& path) {
    CHAYAN_TRY(const QByteArray pem, readFile(path, limits::certificateBytes));
    auto certificate = crypto::Certificate::fromPem(pem);
    if (!certificate)
        return fail(certificate.error().kind, path, certificate.error().detail);
    return certificate;
}

}  // namespace chayan::cli
