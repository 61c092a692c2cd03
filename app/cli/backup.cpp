#include "app/cli/command.h"
#include "core/services/upkeep.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

Result<int> told(const Context& context, const QString& place, const store::Copied& copied,
                 const QString& line) {
    if (context.json)
        CHAYAN_CHECK(context.answer(Json(Json::Object{
            {"file", Json(place)}, {"originals", Json(copied.originals)}, {"bytes", Json(copied.bytes)}})));
    else
        context.print(line);
    return 0;
}

Result<int> backUp(const QString& out, const Context& context) {
    CHAYAN_TRY(const auto store, context.openStoreToRead());  // so that it works beside a writer
    CHAYAN_TRY(const store::Copied copied,
               store::backUp(*store, out, SystemClock().read().utc, context.progress()));
    return told(context, out, copied,
                context.texts.say("cli", QT_TRANSLATE_NOOP("cli", "Backed up to %1: %2 originals, %3 bytes."),
                                  {out, QString::number(copied.originals), QString::number(copied.bytes)}));
}

Result<int> restore(const QString& backup, const Context& context) {
    CHAYAN_TRY(const QString folder, context.folder());
    CHAYAN_TRY(const auto store, store::Store::openToRead(backup));
    CHAYAN_TRY(const store::Copied copied,
               store::copyStore(*store, folder, SystemClock().read().utc, context.progress()));
    return told(context, folder, copied,
                context.texts.say(
                    "cli",
                    QT_TRANSLATE_NOOP("cli",
                                      "Restored to %1: %2 originals, %3 bytes. The next record starts a "
                                      "new log that names the old one's last checkpoint."),
                    {folder, QString::number(copied.originals), QString::number(copied.bytes)}));
}

}  // namespace

Work addBackup(CLI::App& parent) {
    auto out = std::make_shared<std::string>();
    CLI::App* command =
        parent.add_subcommand("backup", QT_TRANSLATE_NOOP("cli", "Copy the store, while it is in use"));
    command->add_option("OUT", *out, QT_TRANSLATE_NOOP("cli", "The folder to make"))->required();
    return [out](const Context& context) { return backUp(QString::fromStdString(*out), context); };
}

Work addRestore(CLI::App& parent) {
    auto backup = std::make_shared<std::string>();
    CLI::App* command = parent.add_subcommand(
        "restore", QT_TRANSLATE_NOOP("cli", "Make a new store (--store) from a backup"));
    command->add_option("BACKUP", *backup, QT_TRANSLATE_NOOP("cli", "The backup's folder"))->required();
    return [backup](const Context& context) { return restore(QString::fromStdString(*backup), context); };
}

}  // namespace chayan::cli
