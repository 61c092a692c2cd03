#include "core/services/demo.h"

#include "app/cli/command.h"

#include <QFile>
#include <QFileInfo>

#include <CLI/CLI.hpp>

#include <thread>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct DemoOptions {
    quint32 seed = 1;
    std::string photos;
};

/// The pictures that come with the program.
QString ownPictures() {
    const QString folder = QFileInfo(QFile::symLinkTarget(u"/proc/self/exe"_s)).path();
    return QFileInfo(folder).path() + u"/share/chayan/demo"_s;
}

Result<int> demo(const DemoOptions& options, const Context& context) {
    const services::DemoPlan plan{
        options.seed, options.photos.empty() ? ownPictures() : QString::fromStdString(options.photos)};
    if (!options.photos.empty() && !QFileInfo(plan.pictures).isDir())
        return fail(ErrorKind::NotFound, plan.pictures, u"there is no such folder"_s);
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
    return [options](const Context& context) { return demo(*options, context); };
}

}  // namespace chayan::cli
