#include "app/cli/command.h"
#include "core/base/version.h"
#include "core/services/demo_office.h"

#include <QDir>
#include <QFileInfo>

#include <CLI/CLI.hpp>

#include <thread>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct DemoOptions {
    quint32 seed = 1;
    std::string photos;
    std::string folder;
};

/// A whole one in a folder of its own.
Result<int> makeNew(const QString& folder, const services::DemoPlan& plan, const Context& context) {
    CHAYAN_TRY(const services::DemoCounts counts,
               services::makeDemo(folder, plan, u"chayanctl "_s + programVersion(), context.progress()));
    const services::DemoPlaces places = services::demoPlaces(QDir(folder).absolutePath());
    const QString passphrase = QString::fromLatin1(services::demoPassphrase);
    if (context.json) {
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"visits", Json(counts.visits)},
                                                      {"photos", Json(counts.photos)},
                                                      {"store", Json(places.store)},
                                                      {"received", Json(places.received)},
                                                      {"tampered", Json(places.tampered)},
                                                      {"passphrase", Json(passphrase)}})));
        return 0;
    }
    context.print(context.texts.say("cli", QT_TRANSLATE_NOOP("cli", "%1 fictional visits, %2 photographs."),
                                    {QString::number(counts.visits), QString::number(counts.photos)}));
    context.print(context.texts.say("cli", QT_TRANSLATE_NOOP("cli", "The store is %1, its passphrase: %2"),
                                    {places.store, passphrase}));
    context.print(context.texts.say("cli", QT_TRANSLATE_NOOP("cli", "Bundles to try: %1 and %2"),
                                    {places.received, places.tampered}));
    return 0;
}

Result<int> demo(const DemoOptions& options, const Context& context) {
    const services::DemoPlan plan{options.seed, options.photos.empty()
                                                    ? services::demoPictures()
                                                    : QString::fromStdString(options.photos)};
    if (!options.photos.empty() && !QFileInfo(plan.pictures).isDir())
        return fail(ErrorKind::NotFound, plan.pictures, u"there is no such folder"_s);
    if (!options.folder.empty())
        return makeNew(QString::fromStdString(options.folder), plan, context);
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    eye::EyePool eyes(std::max(1, static_cast<int>(std::thread::hardware_concurrency())));
    const auto thumbnails = store::Thumbnails::open(store->folder());
    const services::PhotoTarget target{*store, signer, eyes, thumbnails ? thumbnails->get() : nullptr};
    CHAYAN_TRY(const services::DemoCounts counts, services::fillDemo(target, plan, context.progress()));
    if (context.json) {
        CHAYAN_CHECK(context.answer(
            Json(Json::Object{{"visits", Json(counts.visits)}, {"photos", Json(counts.photos)}})));
        return 0;
    }
    context.print(context.texts.say("cli", QT_TRANSLATE_NOOP("cli", "%1 fictional visits, %2 photographs."),
                                    {QString::number(counts.visits), QString::number(counts.photos)}));
    return 0;
}

}  // namespace

Work addDemo(CLI::App& parent) {
    auto options = std::make_shared<DemoOptions>();
    CLI::App* command =
        parent.add_subcommand("demo", QT_TRANSLATE_NOOP("cli", "Fill an empty store with fictional visits"));
    command->add_option("--seed", options->seed, QT_TRANSLATE_NOOP("cli", "The same seed, the same content"))
        ->capture_default_str();
    command->add_option("--photos", options->photos,
                        QT_TRANSLATE_NOOP("cli", "A folder of pictures by the names of the program's own"));
    command->add_option(
        "--new", options->folder,
        QT_TRANSLATE_NOOP("cli", "A folder to make, with a store of its own and bundles to try"));
    return [options](const Context& context) { return demo(*options, context); };
}

}  // namespace chayan::cli
