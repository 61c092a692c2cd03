#include "app/cli/command.h"
#include "app/cli/dossier.h"
#include "core/services/records.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct RecordOptions {
    std::string id;
    std::string form = "9";  // 现场笔录, the record of an inspection on site
    std::string note;
    std::string record;
};

Result<int> answered(const DossierId& dossier, const ItemId& record, const Context& context) {
    if (context.json)
        CHAYAN_CHECK(context.answer(
            Json(Json::Object{{"id", Json(dossier.text())}, {"record", Json(record.text())}})));
    else
        context.print(record.text());
    return 0;
}

Result<int> sign(const RecordOptions& options, const Context& context) {
    CHAYAN_TRY(const DossierId dossier, dossierId(options.id));
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    CHAYAN_TRY(
        const ItemId record,
        services::signRecord(
            *store, signer, dossier, QString::fromStdString(options.form),
            options.note.empty() ? std::nullopt : std::optional(QString::fromStdString(options.note))));
    return answered(dossier, record, context);
}

Result<int> cosign(const RecordOptions& options, const Context& context) {
    CHAYAN_TRY(const DossierId dossier, dossierId(options.id));
    std::optional<ItemId> record;
    if (!options.record.empty()) {
        record = ItemId::fromText(QString::fromStdString(options.record));
        if (!record)
            return fail(ErrorKind::BadInput, QString::fromStdString(options.record),
                        u"not the id of a record"_s);
    }
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    CHAYAN_TRY(const ItemId confirmed, services::cosignRecord(*store, signer, dossier, record));
    return answered(dossier, confirmed, context);
}

}  // namespace

Work addRecordSign(CLI::App& parent) {
    auto options = std::make_shared<RecordOptions>();
    CLI::App* command =
        parent.add_subcommand("sign", QT_TRANSLATE_NOOP("cli", "Sign a dossier as it stands as a record"));
    command->add_option("ID", options->id, QT_TRANSLATE_NOOP("cli", "The dossier"))->required();
    command
        ->add_option("--form", options->form,
                     QT_TRANSLATE_NOOP("cli", "The number of the paper form, or the record's name"))
        ->capture_default_str();
    command->add_option("--note", options->note, QT_TRANSLATE_NOOP("cli", "A note to the record"));
    return [options](const Context& context) { return sign(*options, context); };
}

Work addRecordCosign(CLI::App& parent) {
    auto options = std::make_shared<RecordOptions>();
    CLI::App* command = parent.add_subcommand(
        "cosign", QT_TRANSLATE_NOOP("cli", "Confirm a record with another officer's own key"));
    command->add_option("ID", options->id, QT_TRANSLATE_NOOP("cli", "The dossier"))->required();
    command->add_option("--record", options->record,
                        QT_TRANSLATE_NOOP("cli", "The record; the newest when none is named"));
    return [options](const Context& context) { return cosign(*options, context); };
}

}  // namespace chayan::cli
