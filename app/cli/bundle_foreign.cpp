#include "app/cli/bundle_foreign.h"

#include "app/cli/bundle_report.h"
#include "core/services/foreign_evidence.h"

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

Json answerJson(const services::ForeignEvidence& taken) {
    return Json(Json::Object{{"imported", amountJson(taken.imported)},
                             {"already_there", amountJson(taken.alreadyThere)},
                             {"dossier", Json(taken.dossier.text())},
                             {"bag", Json(Json::Object{{"algorithm", Json(taken.algorithms.join(u", "_s))},
                                                       {"files", Json(taken.payload.files)},
                                                       {"bytes", Json(taken.payload.bytes)}})},
                             {"codes", Json(taken.codes)}});
}

}  // namespace

Result<int> importForeign(const QString& path, const Context& context) {
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    eye::EyePool eyes(std::max(1, static_cast<int>(std::thread::hardware_concurrency())));
    CHAYAN_TRY(const services::ForeignEvidence taken,
               services::importForeign(*store, signer, eyes, path, context.progress()));
    if (context.json) {
        CHAYAN_CHECK(context.answer(answerJson(taken)));
        return 0;
    }
    if (taken.alreadyThere.dossiers > 0) {
        context.print(context.texts.say(
            "cli", QT_TRANSLATE_NOOP("cli", "This bag was taken in before, as %1; nothing was changed."),
            {taken.dossier.text()}));
        return 0;
    }
    context.print(context.texts.say(
        "cli",
        QT_TRANSLATE_NOOP("cli",
                          "The bag is whole (%1). Taken in as %2: %3 originals, %4 codes read in them."),
        {taken.algorithms.join(u", "_s), taken.dossier.text(), QString::number(taken.imported.originals),
         QString::number(taken.codes)}));
    context.print(context.texts.say(
        "cli", QT_TRANSLATE_NOOP("cli", "A bag carries no signature: this does not say who made it.")));
    return 0;
}

}  // namespace chayan::cli
