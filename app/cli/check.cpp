#include "app/cli/command.h"
#include "core/services/upkeep.h"
#include "core/text/details.h"
#include "core/text/reasons.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

/// Opened to write where that can be, so that what an unclean end left is put in order first; else to read.
Result<std::unique_ptr<store::Store>> openAnyhow(const Context& context) {
    auto store = context.openStore();
    if (store || store.error().kind == ErrorKind::NotAStore || store.error().kind == ErrorKind::BadUsage)
        return store;
    return context.openStoreToRead();
}

Json findingsJson(const std::vector<store::Finding>& findings) {
    Json::Array array;
    for (const store::Finding& finding : findings)
        array.emplace_back(Json::Object{
            {"what", Json(finding.what)}, {"where", Json(finding.where)}, {"detail", Json(finding.detail)}});
    return Json(std::move(array));
}

Json reportJson(const store::CheckReport& report) {
    return Json(Json::Object{{"ok", Json(report.ok())},
                             {"entries", Json(report.entries)},
                             {"originals", Json(report.originals)},
                             {"bytes", Json(report.bytes)},
                             {"problems", findingsJson(report.findings)},
                             {"notices", findingsJson(report.notices)},
                             {"unlisted", Json(report.unlisted)}});
}

Result<int> checkAll(const Context& context) {
    CHAYAN_TRY(const auto store, openAnyhow(context));
    // With a passphrase every sealed value is opened too.
    std::shared_ptr<const store::Signer> officer;
    if (!context.passphraseFile.isEmpty()) {
        // Where several have keys and none was named, everything but the sealed values themselves is checked.
        auto unlocked = context.unlock(*store);
        if (unlocked)
            officer = std::move(*unlocked);
        else if (unlocked.error().kind != ErrorKind::OfficerNeeded)
            return fail(unlocked.error());
    }
    CHAYAN_TRY(const store::CheckReport report,
               services::checkStore(*store, context.progress(), officer.get()));
    if (context.json) {
        CHAYAN_CHECK(context.answer(reportJson(report)));
        return report.ok() ? 0 : 1;
    }
    const text::Texts& texts = context.texts;
    context.print(texts.say(
        "cli", QT_TRANSLATE_NOOP("cli", "%1 records, %2 originals, %3 bytes checked."),
        {QString::number(report.entries), QString::number(report.originals), QString::number(report.bytes)}));
    const auto print = [&](const std::vector<store::Finding>& findings) {
        for (const store::Finding& finding : findings)
            context.print(u"  %1 %2 (%3)"_s.arg(text::detail(finding.where, texts),
                                                text::reason(text::Topic::Ledger, finding.what, texts),
                                                text::detail(finding.detail, texts)));
    };
    print(report.findings);
    if (report.unlisted > 0)
        context.print(
            texts.say("cli", QT_TRANSLATE_NOOP("cli", "And %1 more."), {QString::number(report.unlisted)}));
    if (report.ok())
        context.print(
            texts.say("cli", QT_TRANSLATE_NOOP("cli", "Everything is as it was recorded and signed.")));
    if (!report.notices.empty())
        context.print(texts.say("cli", QT_TRANSLATE_NOOP("cli", "To be noticed all the same:")));
    print(report.notices);
    return report.ok() ? 0 : 1;
}

}  // namespace

Work addCheck(CLI::App& parent) {
    parent.add_subcommand(
        "check", QT_TRANSLATE_NOOP("cli", "Verify the whole store: records, signatures, every original"));
    return [](const Context& context) { return checkAll(context); };
}

}  // namespace chayan::cli
