#include "app/cli/command.h"
#include "core/services/visits.h"
#include "core/text/explain.h"
#include "core/text/terms.h"

#include <CLI/CLI.hpp>

#include <thread>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct Options {
    std::string id;
    std::vector<std::string> rest;
};

Result<DossierId> visitId(const std::string& text) {
    const auto id = DossierId::fromText(QString::fromStdString(text));
    if (!id)
        return fail(ErrorKind::BadInput, QString::fromStdString(text), u"not the id of a dossier"_s);
    return *id;
}

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

Json codesJson(const std::vector<domain::ScannedCode>& codes) {
    Json::Array array;
    for (const domain::ScannedCode& code : codes)
        array.emplace_back(Json::Object{{"format", Json(code.format)},
                                        {"text", Json(code.text)},
                                        {"bytes", Json(QString::fromLatin1(code.bytes.toHex()))}});
    return Json(std::move(array));
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
    CHAYAN_TRY(const DossierId id, visitId(options.id));
    CHAYAN_TRY(const std::vector<services::Typed> fields, typed(options.rest));
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    CHAYAN_CHECK(services::setFields(*store, signer, id, fields));
    if (context.json)
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"id", Json(id.text())}})));
    return 0;
}

Result<int> visitPhoto(const Options& options, const Context& context) {
    CHAYAN_TRY(const DossierId id, visitId(options.id));
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    eye::EyePool eyes(std::max(1, static_cast<int>(std::thread::hardware_concurrency())));
    Json::Array photos;
    int exitWith = 0;
    for (const std::string& given : options.rest) {
        const QString file = QString::fromStdString(given);
        const auto added = services::addPhoto(*store, signer, eyes, id, file);
        if (!added && exitCode(added.error().kind) != 2)
            return fail(added.error());
        if (!added) {  // a missing file; the others are stored all the same
            const text::Explained words = text::explain(added.error(), context.texts);
            context.note(u"%1 %2"_s.arg(words.what, words.advice));
            exitWith = 2;
            continue;
        }
        Json::Array codes;
        QStringList shown;
        for (const eye::Code& code : added->reading.codes) {
            codes.emplace_back(Json::Object{{"format", Json(code.format)}, {"text", Json(code.text)}});
            shown += code.text;
        }
        Json::Object photo{
            {"sha256", Json(added->sha256.hex())}, {"name", Json(file)}, {"codes", Json(std::move(codes))}};
        if (added->reading.notRead) {
            photo["error"] = Json(eye::key(*added->reading.notRead));
            context.note(u"%1: %2"_s.arg(file, eye::key(*added->reading.notRead)));
        }
        photos.emplace_back(std::move(photo));
        if (!context.json)
            context.print(u"%1  %2  %3"_s.arg(added->sha256.hex().left(16), file, shown.join(u", "_s)));
    }
    if (context.json)
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"photos", Json(std::move(photos))}})));
    return exitWith;
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
    CHAYAN_TRY(const DossierId id, visitId(options.id));
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
                                                      {"entries", Json(dossier.history.size())}})));
        return 0;
    }
    for (const auto& [key, value] : dossier.fields)
        context.print(u"%1: %2"_s.arg(text::term(text::TermGroup::Field, key, context.texts), value.value()));
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
    CLI::App* command = parent.add_subcommand("new", "Open a visit");
    command->add_option("FIELD=VALUE", options->rest, "What is known of it");
    return [options](const Context& context) { return visitNew(*options, context); };
}

Work addVisitSet(CLI::App& parent) {
    auto options = std::make_shared<Options>();
    CLI::App* command = parent.add_subcommand("set", "Set fields of a visit");
    command->add_option("ID", options->id, "The visit")->required();
    command->add_option("FIELD=VALUE", options->rest, "What to set")->required();
    return [options](const Context& context) { return visitSet(*options, context); };
}

Work addVisitPhoto(CLI::App& parent) {
    auto options = std::make_shared<Options>();
    CLI::App* command = parent.add_subcommand("photo", "Add photographs to a visit and read their codes");
    command->add_option("ID", options->id, "The visit")->required();
    command->add_option("FILE", options->rest, "The photographs")->required();
    return [options](const Context& context) { return visitPhoto(*options, context); };
}

Work addVisitShow(CLI::App& parent) {
    auto options = std::make_shared<Options>();
    CLI::App* command = parent.add_subcommand("show", "Show a visit");
    command->add_option("ID", options->id, "The visit")->required();
    return [options](const Context& context) { return visitShow(*options, context); };
}

Work addVisitList(CLI::App& parent) {
    parent.add_subcommand("list", "List the visits");
    return [](const Context& context) { return visitList(context); };
}

}  // namespace chayan::cli
