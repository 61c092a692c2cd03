#include "core/services/diagnose.h"

#include "app/cli/command.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

Result<int> diagnose(const QString& out, const Context& context) {
    // A store that cannot be opened is what a diagnosis is most wanted for.
    const auto store = context.openStoreToRead();
    const std::optional<Error> notOpened = store ? std::nullopt : std::optional(store.error());
    CHAYAN_CHECK(services::diagnose(out, store ? store->get() : nullptr, notOpened, context.log,
                                    SystemClock().read().utc));
    if (context.json)
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"file", Json(out)}})));
    else
        context.print(context.texts.say("cli",
                                        QT_TRANSLATE_NOOP("cli",
                                                          "Written to %1. It holds no personal data; look "
                                                          "through it before you send it."),
                                        {out}));
    return 0;
}

}  // namespace

Work addDiagnose(CLI::App& parent) {
    auto out = std::make_shared<std::string>();
    CLI::App* command = parent.add_subcommand(
        "diagnose", QT_TRANSLATE_NOOP("cli", "Write versions, figures and the log, without personal data"));
    command->add_option("OUT", *out, QT_TRANSLATE_NOOP("cli", "The text file to make"))->required();
    return [out](const Context& context) { return diagnose(QString::fromStdString(*out), context); };
}

}  // namespace chayan::cli
