#include "app/cli/dossier.h"
#include "app/cli/label.h"
#include "core/services/label_scan.h"
#include "core/services/visits.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct VisitLabelOptions {
    std::string id;
    std::string photo;
    LabelOptions label;
};

Result<int> visitLabel(const VisitLabelOptions& options, const Context& context) {
    CHAYAN_TRY(const DossierId id, dossierId(options.id));
    CHAYAN_TRY(const eye::LabelAsk ask, askOf(options.label));
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const domain::Dossier dossier, services::readDossier(*store, id));
    CHAYAN_TRY(const Digest photo, originalOf(dossier, options.photo));
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    eye::EyePool pool(1);
    CHAYAN_TRY(const services::KeptScan kept, services::keepLabelScan(*store, signer, pool, id, photo, ask));
    if (context.json) {
        Json::Object json = labelJson(kept.label);
        json.emplace("sha256", Json(kept.sha256.hex()));
        json.emplace("parent", Json(photo.hex()));
        CHAYAN_CHECK(context.answer(Json(std::move(json))));
    } else {
        context.print(u"%1  %2"_s.arg(kept.sha256.hex().left(16), labelLine(kept.label, context)));
    }
    return 0;
}

}  // namespace

Work addVisitLabel(CLI::App& parent) {
    auto options = std::make_shared<VisitLabelOptions>();
    CLI::App* command = parent.add_subcommand(
        "label",
        QT_TRANSLATE_NOOP("cli", "Keep a photograph's label, pulled straight, as a derived picture"));
    command->add_option("ID", options->id, QT_TRANSLATE_NOOP("cli", "The visit"))->required();
    command
        ->add_option("PHOTO", options->photo,
                     QT_TRANSLATE_NOOP("cli", "The photograph: its SHA-256, or the beginning of it"))
        ->required();
    addLabelOptions(*command, options->label);
    return [options](const Context& context) { return visitLabel(*options, context); };
}

}  // namespace chayan::cli
