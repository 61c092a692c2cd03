#include "app/cli/command.h"
#include "app/cli/conflicts.h"
#include "app/cli/dossier.h"
#include "core/services/visits.h"
#include "core/text/terms.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct Options {
    std::string id;
    std::vector<std::string> rest;
};

Result<std::vector<services::Typed>> typed(const std::vector<std::string>& arguments) {
    std::vector<services::Typed> fields;
    for (const std::string& argument : arguments) {
        const QString text = QString::fromStdString(argument);
        const qsizetype at = text.indexOf(u'=');
        if (at < 1)
            return fail(ErrorKind::BadUsage, text, u"fields are given as FIELD=VALUE"_s);
        fields.push_back({text.left(at), text.mid(at + 1)});
    }
    return fields;
}

Result<int> visitNew(const Options& options, const Context& context) {
    CHAYAN_TRY(const std::vector<services::Typed> fields, typed(options.rest));
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    CHAYAN_TRY(const DossierId id, services::openVisit(*store, signer, fields));
    if (context.json)
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"id", Json(id.text())}})));
    else
        context.print(id.text());
    return 0;
}

Result<int> visitSet(const Options& options, const Context& context) {
    CHAYAN_TRY(const DossierId id, dossierId(options.id));
    CHAYAN_TRY(const std::vector<services::Typed> fields, typed(options.rest));
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    CHAYAN_CHECK(services::setFields(*store, signer, id, fields));
    if (context.json)
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"id", Json(id.text())}})));
    return 0;
}

Json photoJson(const domain::Dossier& dossier, const domain::Item& item) {
    std::vector<domain::ScannedCode> codes;
    for (const int scan : item.scans) {
        const auto& read = dossier.body<domain::CodeScanned>(scan).codes;
        codes.insert(codes.end(), read.begin(), read.end());
    }
    return Json(
        Json::Object{{"sha256", Json(dossier.original(item)->sha256.hex())}, {"codes", codesJson(codes)}});
}

Result<int> visitShow(const Options& options, const Context& context) {
    CHAYAN_TRY(const DossierId id, dossierId(options.id));
    CHAYAN_TRY(const auto store, context.openStoreToRead());
    CHAYAN_TRY(const domain::Dossier dossier, services::readDossier(*store, id));
    Json::Object fields;
    Json::Array photos;
    for (const auto& [key, value] : dossier.fields)
        fields.emplace(key.toStdString(), Json(value.value()));
    for (const domain::Item& item : dossier.items) {
        if (item.present() && dossier.original(item) != nullptr)
            photos.push_back(photoJson(dossier, item));
    }
    if (context.json) {
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"id", Json(id.text())},
                                                      {"fields", Json(std::move(fields))},
                                                      {"photos", Json(std::move(photos))},
                                                      {"conflicts", conflictsJson(dossier)},
                                                      {"entries", Json(dossier.history.size())}})));
        return 0;
    }
    for (const auto& [key, value] : dossier.fields)
        context.print(u"%1: %2"_s.arg(text::term(text::TermGroup::Field, key, context.texts), value.value()));
    printConflicts(dossier, context);
    for (const Json& photo : photos) {
        QStringList codes;
        for (const Json& code : *photo.arrayAt("codes"))
            codes += *code.stringAt("text");
        context.print(u"  %1  %2"_s.arg(photo.stringAt("sha256")->left(16), codes.join(u", "_s)));
    }
    return 0;
}

Result<int> visitList(const Context& context) {
    CHAYAN_TRY(const auto store, context.openStoreToRead());
    CHAYAN_TRY(const std::vector<DossierId> visits, services::listVisits(*store));
    Json::Array list;
    for (const DossierId& id : visits) {
        CHAYAN_TRY(const domain::Dossier dossier, services::readDossier(*store, id));
        const QString title = dossier.value(u"title");
        list.emplace_back(Json::Object{{"id", Json(id.text())}, {"title", Json(title)}});
        if (!context.json)
            context.print(u"%1  %2"_s.arg(id.text(), title));
    }
    if (context.json)
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"visits", Json(std::move(list))}})));
    return 0;
}

}  // namespace

Work addVisitNew(CLI::App& parent) {
    auto options = std::make_shared<Options>();
    CLI::App* command = parent.add_subcommand("new", QT_TRANSLATE_NOOP("cli", "Open a visit"));
    command->add_option("FIELD=VALUE", options->rest, QT_TRANSLATE_NOOP("cli", "What is known of it"));
    return [options](const Context& context) { return visitNew(*options, context); };
}

Work addVisitSet(CLI::App& parent) {
    auto options = std::make_shared<Options>();
    CLI::App* command = parent.add_subcommand("set", QT_TRANSLATE_NOOP("cli", "Set fields of a visit"));
    command->add_option("ID", options->id, QT_TRANSLATE_NOOP("cli", "The visit"))->required();
    command->add_option("FIELD=VALUE", options->rest, QT_TRANSLATE_NOOP("cli", "What to set"))->required();
    return [options](const Context& context) { return visitSet(*options, context); };
}

Work addVisitShow(CLI::App& parent) {
    auto options = std::make_shared<Options>();
    CLI::App* command = parent.add_subcommand("show", QT_TRANSLATE_NOOP("cli", "Show a visit"));
    command->add_option("ID", options->id, QT_TRANSLATE_NOOP("cli", "The visit"))->required();
    return [options](const Context& context) { return visitShow(*options, context); };
}

Work addVisitList(CLI::App& parent) {
    parent.add_subcommand("list", QT_TRANSLATE_NOOP("cli", "List the visits"));
    return [](const Context& context) { return visitList(context); };
}

}  // namespace chayan::cli
