#include "app/cli/arguments.h"
#include "app/cli/command.h"
#include "app/cli/dossier.h"
#include "app/cli/meanings.h"
#include "core/base/file_name.h"
#include "core/services/device_files.h"
#include "core/services/photos.h"
#include "core/text/reasons.h"

#include <CLI/CLI.hpp>

#include <thread>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct PhotoOptions {
    std::string id;
    std::vector<std::string> files;
    bool lines = false;
    std::string device;
    std::string deviceClock;
};

Json photoJson(const QString& file, const services::AddedPhoto& photo) {
    Json::Array codes;
    for (const eye::Code& code : photo.reading.codes)
        codes.emplace_back(Json::Object{{"format", Json(code.format)},
                                        {"text", Json(code.text)},
                                        {"bytes", Json(QString::fromLatin1(code.bytes.toHex()))}});
    Json::Object object{
        {"sha256", Json(photo.sha256.hex())}, {"name", Json(file)}, {"codes", Json(std::move(codes))}};
    if (photo.reading.notRead)
        object["error"] = Json(eye::key(*photo.reading.notRead));
    if (!photo.reading.flaws.empty())
        object["flaws"] = flawsJson(photo.reading);
    return Json(std::move(object));
}

Json failedJson(const std::vector<std::pair<QString, Error>>& failed, const Context& context) {
    Json::Array array;
    for (const auto& [file, error] : failed)
        array.emplace_back(Json::Object{{"name", Json(file)}, {"error", context.errorJson(error)}});
    return Json(std::move(array));
}

QString photoLine(const QString& file, const services::AddedPhoto& photo) {
    QStringList texts;
    for (const eye::Code& code : photo.reading.codes)
        texts += QString(code.text).replace(QChar(0x1D), QChar(0x241D));
    return u"%1  %2  %3"_s.arg(photo.sha256.hex().left(16), file, texts.join(u", "_s));
}

Result<int> visitPhoto(const PhotoOptions& options, const Context& context) {
    // First: it is what the device shows now.
    std::optional<qint64> offset;
    if (!options.deviceClock.empty()) {
        const UtcMs now = SystemClock().read().utc;
        CHAYAN_TRY(const UtcMs shown, momentOf(options.deviceClock));
        offset = services::clockOffset(shown, now);
        context.note(context.texts.say(
            "cli", QT_TRANSLATE_NOOP("cli", "The device's clock beside this computer's: %1"),
            {offsetText(*offset)}));
    }
    CHAYAN_TRY(const DossierId id, dossierId(options.id));
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    eye::EyePool eyes(std::max(1, static_cast<int>(std::thread::hardware_concurrency())));
    // A folder where the cache cannot be made takes photographs all the same.
    const auto thumbnails = store::Thumbnails::open(store->folder());
    // As the system has them: the names on a camera's card need not be UTF-8.
    std::vector<services::PhotoFile> files;
    for (const std::string& file : options.files) {
        services::PhotoFile photo{QByteArray::fromStdString(file)};
        if (!options.device.empty())
            photo.device = QString::fromStdString(options.device);
        photo.clockOffset = offset;
        files.push_back(std::move(photo));
    }

    Json::Array photos;
    std::vector<std::pair<QString, Error>> failed;
    Status printed;
    const auto answer = [&](std::size_t index, Result<services::AddedPhoto> added) {
        const QString file = fileNameText(files[index].path);
        if (!added) {  // a missing file; the others are stored all the same
            context.warn(added.error());
            failed.emplace_back(file, added.error());
            return;
        }
        if (added->reading.notRead)
            context.note(u"%1: %2"_s.arg(
                file, text::reason(text::Topic::Picture, eye::key(*added->reading.notRead), context.texts)));
        for (const eye::Flaw flaw : added->reading.flaws)
            context.note(
                u"%1: %2"_s.arg(file, text::reason(text::Topic::Picture, eye::key(flaw), context.texts)));
        if (options.lines)
            printed = context.answer(photoJson(file, *added));
        else if (context.json)
            photos.push_back(photoJson(file, *added));
        else
            context.print(photoLine(file, *added));
    };
    const services::PhotoTarget target{*store, signer, eyes, thumbnails ? thumbnails->get() : nullptr};
    const Status done = services::addPhotos(target, id, files, answer, context.progress());
    CHAYAN_CHECK(printed);
    if (!options.lines && (done || !photos.empty()))
        context.done->emplace("photos", Json(std::move(photos)));
    if (!failed.empty())
        context.done->emplace("failed", failedJson(failed, context));
    CHAYAN_CHECK(done);
    int exitWith = 0;
    for (const auto& [file, error] : failed)
        exitWith = std::max(exitWith, exitCode(error.kind));
    if (!context.json || options.lines)
        return exitWith;
    Json::Object json = *context.done;
    if (!failed.empty())
        json.emplace("error", context.errorJson(failed.front().second));
    CHAYAN_CHECK(context.answer(Json(std::move(json))));
    return exitWith;
}

}  // namespace

Work addVisitPhoto(CLI::App& parent) {
    auto options = std::make_shared<PhotoOptions>();
    CLI::App* command = parent.add_subcommand(
        "photo", QT_TRANSLATE_NOOP("cli", "Add photographs to a visit and read their codes"));
    command->add_flag("--json-lines", options->lines,
                      QT_TRANSLATE_NOOP("cli", "One line of JSON a photograph, as soon as it is durable"));
    command->add_option("--device", options->device,
                        QT_TRANSLATE_NOOP("cli", "What took them, with its number"));
    command->add_option("--device-clock", options->deviceClock,
                        QT_TRANSLATE_NOOP("cli", "What the device's clock shows now: 2026-11-24T09:12:30"));
    command->add_option("ID", options->id, QT_TRANSLATE_NOOP("cli", "The visit"))->required();
    command->add_option("FILE", options->files, QT_TRANSLATE_NOOP("cli", "The photographs"))->required();
    return [options](const Context& context) { return visitPhoto(*options, context); };
}

}  // namespace chayan::cli
