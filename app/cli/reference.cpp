#include "app/cli/command.h"
#include "app/cli/dossier.h"
#include "core/services/references.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct ReferenceOptions {
    std::string what;
    std::string visit;
    std::string id;
    std::string text;
    std::string gtin;
    std::string reason;
    bool all = false;
    std::vector<std::string> rest;
};

Json referenceJson(const services::Reference& reference) {
    Json::Array pictures, gtins;
    for (const Digest& picture : reference.pictures)
        pictures.emplace_back(picture.hex());
    for (const QString& gtin : reference.gtins)
        gtins.emplace_back(gtin);
    Json::Object json{{"id", Json(reference.id.text())},       {"title", Json(reference.title)},
                      {"brand", Json(reference.brand)},        {"goods_name", Json(reference.goods)},
                      {"shows", Json(reference.shows)},        {"article_numbers", Json(std::move(gtins))},
                      {"given_how", Json(reference.givenHow)}, {"given_by", Json(reference.givenBy)},
                      {"given_at", Json(reference.givenAt)},   {"pictures", Json(std::move(pictures))},
                      {"retired", Json(reference.retired)}};
    if (reference.retired)
        json.emplace("retired_reason", Json(reference.retiredReason));
    return Json(std::move(json));
}

QString referenceLine(const services::Reference& reference, const Context& context) {
    QString line = u"%1  %2"_s.arg(reference.id.text(), reference.title);
    if (!reference.gtins.isEmpty())
        line += u"  "_s + reference.gtins.join(u' ');
    if (reference.retired)
        line += u"  "_s + context.texts.say("cli", QT_TRANSLATE_NOOP("cli", "out of use: %1"),
                                            {reference.retiredReason});
    return line;
}

Status answerId(const DossierId& id, const Context& context) {
    if (context.json)
        return context.answer(Json(Json::Object{{"id", Json(id.text())}}));
    context.print(id.text());
    return {};
}

Result<int> referenceAdd(const ReferenceOptions& options, const Context& context) {
    CHAYAN_TRY(const std::vector<services::Typed> fields, typed(options.rest));
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    eye::EyePool eyes(1);
    const auto thumbnails = store::Thumbnails::open(store->folder());
    const services::PhotoTarget target{*store, signer, eyes, thumbnails ? thumbnails->get() : nullptr};
    if (options.visit.empty()) {
        CHAYAN_TRY(const DossierId id,
                   services::addReference(target, fields, QByteArray::fromStdString(options.what)));
        CHAYAN_CHECK(answerId(id, context));
        return 0;
    }
    CHAYAN_TRY(const DossierId visit, dossierId(options.visit));
    CHAYAN_TRY(const domain::Dossier dossier, services::readDossier(*store, visit));
    CHAYAN_TRY(const Digest original, originalOf(dossier, options.what));
    CHAYAN_TRY(const DossierId id, services::addReference(target, fields, visit, original));
    CHAYAN_CHECK(answerId(id, context));
    return 0;
}

Result<int> referenceList(const ReferenceOptions& options, const Context& context) {
    CHAYAN_TRY(const auto store, context.openStoreToRead());
    services::ReferenceQuery query;
    query.text = QString::fromStdString(options.text);
    if (!options.gtin.empty())
        query.gtins << QString::fromStdString(options.gtin);
    query.retiredToo = options.all;
    query.most = std::numeric_limits<std::size_t>::max();
    CHAYAN_TRY(const std::vector<services::Reference> found, services::references(*store, query));
    Json::Array list;
    for (const services::Reference& reference : found) {
        if (!options.gtin.empty() && !reference.matches)
            continue;
        if (context.json)
            list.push_back(referenceJson(reference));
        else
            context.print(referenceLine(reference, context));
    }
    if (context.json)
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"references", Json(std::move(list))}})));
    return 0;
}

Result<int> referenceShow(const ReferenceOptions& options, const Context& context) {
    CHAYAN_TRY(const DossierId id, dossierId(options.id));
    CHAYAN_TRY(const auto store, context.openStoreToRead());
    CHAYAN_TRY(const services::Reference reference, services::readReference(*store, id));
    if (context.json) {
        CHAYAN_CHECK(context.answer(referenceJson(reference)));
        return 0;
    }
    context.print(referenceLine(reference, context));
    for (const Digest& picture : reference.pictures)
        context.print(u"  "_s + picture.hex());
    return 0;
}

Result<int> referenceRetire(const ReferenceOptions& options, const Context& context) {
    CHAYAN_TRY(const DossierId id, dossierId(options.id));
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    CHAYAN_CHECK(services::retireReference(*store, signer, id, QString::fromStdString(options.reason)));
    if (context.json)
        CHAYAN_CHECK(answerId(id, context));
    return 0;
}

}  // namespace

Work addReferenceAdd(CLI::App& parent) {
    auto options = std::make_shared<ReferenceOptions>();
    CLI::App* command =
        parent.add_subcommand("add", QT_TRANSLATE_NOOP("cli", "Keep a picture of a genuine label"));
    command
        ->add_option("PICTURE", options->what,
                     QT_TRANSLATE_NOOP("cli", "A file; with --visit one of its photographs, by its SHA-256"))
        ->required();
    command->add_option("--visit", options->visit,
                        QT_TRANSLATE_NOOP("cli", "The visit in which it was photographed"));
    command->add_option(
        "FIELD=VALUE", options->rest,
        QT_TRANSLATE_NOOP("cli", "What is known of it: brand, goods_name, shows, given_by, ..."));
    return [options](const Context& context) { return referenceAdd(*options, context); };
}

Work addReferenceList(CLI::App& parent) {
    auto options = std::make_shared<ReferenceOptions>();
    CLI::App* command =
        parent.add_subcommand("list", QT_TRANSLATE_NOOP("cli", "List the genuine labels that are in use"));
    command->add_option("TEXT", options->text, QT_TRANSLATE_NOOP("cli", "Words that must all occur"));
    command->add_option("--gtin", options->gtin, QT_TRANSLATE_NOOP("cli", "Those of this article alone"));
    command->add_flag("--all", options->all, QT_TRANSLATE_NOOP("cli", "Also those that are out of use"));
    return [options](const Context& context) { return referenceList(*options, context); };
}

Work addReferenceShow(CLI::App& parent) {
    auto options = std::make_shared<ReferenceOptions>();
    CLI::App* command = parent.add_subcommand("show", QT_TRANSLATE_NOOP("cli", "Show a genuine label"));
    command->add_option("ID", options->id, QT_TRANSLATE_NOOP("cli", "The reference"))->required();
    return [options](const Context& context) { return referenceShow(*options, context); };
}

Work addReferenceRetire(CLI::App& parent) {
    auto options = std::make_shared<ReferenceOptions>();
    CLI::App* command = parent.add_subcommand(
        "retire", QT_TRANSLATE_NOOP("cli", "Take a genuine label out of use; it stays"));
    command->add_option("ID", options->id, QT_TRANSLATE_NOOP("cli", "The reference"))->required();
    command->add_option("--reason", options->reason, QT_TRANSLATE_NOOP("cli", "Why"))->required();
    return [options](const Context& context) { return referenceRetire(*options, context); };
}

}  // namespace chayan::cli
