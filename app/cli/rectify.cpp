#include "app/cli/label.h"
#include "core/base/file_name.h"
#include "core/base/limits.h"
#include "core/base/safe_file.h"
#include "core/services/label_scan.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct RectifyOptions {
    std::string image;
    std::string out;
    LabelOptions label;
};

Result<int> rectify(const RectifyOptions& options, const Context& context) {
    CHAYAN_TRY(const eye::LabelAsk ask, askOf(options.label));
    const QByteArray path = QByteArray::fromStdString(options.image);
    CHAYAN_TRY(QByteArray picture, readFile(path, fileNameText(path), limits::pictureBytes));
    eye::EyePool pool(1);
    CHAYAN_TRY(const services::LabelScan scan,
               services::scanLabel(pool, std::move(picture), ask, 0, fileNameText(path)));
    CHAYAN_CHECK(writeFileDurably(QString::fromStdString(options.out), view(scan.label.picture),
                                  AtomicFile::Replace::No));
    if (context.json) {
        Json::Object json = labelJson(scan.label);
        json.emplace("file", Json(QString::fromStdString(options.out)));
        CHAYAN_CHECK(context.answer(Json(std::move(json))));
    } else {
        context.print(labelLine(scan.label, context));
    }
    return 0;
}

}  // namespace

Work addRectify(CLI::App& parent) {
    auto options = std::make_shared<RectifyOptions>();
    CLI::App* command = parent.add_subcommand(
        "rectify",
        QT_TRANSLATE_NOOP("cli", "Find the label in a picture and pull it straight; needs no store"));
    command->add_option("IMAGE", options->image, QT_TRANSLATE_NOOP("cli", "A picture of a label"))
        ->required();
    command->add_option("--out", options->out, QT_TRANSLATE_NOOP("cli", "The PNG file to write"))->required();
    addLabelOptions(*command, options->label);
    return [options](const Context& context) { return rectify(*options, context); };
}

}  // namespace chayan::cli
