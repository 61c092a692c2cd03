#include "app/cli/command.h"
#include "app/cli/meanings.h"
#include "core/base/file_name.h"
#include "core/base/limits.h"
#include "core/base/safe_file.h"
#include "core/codes/gs1.h"
#include "core/eye/pool.h"
#include "core/services/cross_checks.h"
#include "core/text/explain.h"
#include "core/text/reasons.h"

#include <CLI/CLI.hpp>

#include <deque>
#include <thread>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct ScanOptions {
    int maxMs = 1000;
    std::vector<std::string> files;
};

Json gs1Json(const codes::Gs1Message& message) {
    Json::Array elements;
    for (const codes::Gs1Element& element : message.elements)
        elements.emplace_back(Json::Object{
            {"ai", Json(element.ai)}, {"title", Json(element.title)}, {"value", Json(element.value)}});
    return Json(std::move(elements));
}

Json codeJson(const eye::Code& code) {
    Json::Array corners;
    for (const QPoint& corner : code.corners)
        corners.emplace_back(Json::Array{Json(corner.x()), Json(corner.y())});
    Json::Array meanings;
    for (const codes::Meaning& meaning :
         codes::meaningsOfCode(code.format, code.text, code.bytes, code.symbology))
        meanings.push_back(toJson(meaning));
    Json::Object object{
        {"format", Json(code.format)},          {"text", Json(code.text)},
        {"charset", Json(code.charset)},        {"bytes", Json(QString::fromLatin1(code.bytes.toHex()))},
        {"corners", Json(std::move(corners))},  {"pass", Json(code.pass)},
        {"meanings", Json(std::move(meanings))}};
    if (const auto message = codes::gs1OfCode(code.format, code.text, code.symbology))
        object["gs1"] = gs1Json(*message);
    return Json(std::move(object));
}

/// What does not go together on one picture.
std::vector<codes::CrossNotice> noticesOf(const eye::Reading& reading) {
    std::vector<codes::Label> labels;
    labels.reserve(reading.codes.size());
    for (const eye::Code& code : reading.codes)
        labels.push_back(
            {code.text, codes::meaningsOfCode(code.format, code.text, code.bytes, code.symbology)});
    return codes::crossChecks(labels, QDate::currentDate());
}

Json imageJson(const QString& file, const eye::Reading& reading, const text::Texts& texts) {
    Json::Array passes;
    for (const QString& pass : reading.passes)
        passes.emplace_back(pass);
    Json::Array list;
    for (const eye::Code& code : reading.codes)
        list.push_back(codeJson(code));
    Json::Object object{
        {"file", Json(file)},     {"width", Json(reading.width)},      {"height", Json(reading.height)},
        {"ms", Json(reading.ms)}, {"passes", Json(std::move(passes))}, {"codes", Json(std::move(list))}};
    Json::Array notices;
    for (const codes::CrossNotice& notice : noticesOf(reading))
        notices.push_back(noticeJson(notice, texts));
    if (!notices.empty())
        object["notices"] = Json(std::move(notices));
    if (reading.notRead)
        object["error"] = Json(eye::key(*reading.notRead));
    if (!reading.flaws.empty())
        object["flaws"] = flawsJson(reading);
    return Json(std::move(object));
}

void printReading(const QString& file, const eye::Reading& reading, const Context& context) {
    context.print(u"%1  %2 x %3, %4 ms"_s.arg(file).arg(reading.width).arg(reading.height).arg(reading.ms));
    if (reading.notRead)
        context.print(u"  "_s +
                      text::reason(text::Topic::Picture, eye::key(*reading.notRead), context.texts));
    for (const eye::Flaw flaw : reading.flaws)
        context.print(u"  ! "_s + text::reason(text::Topic::Picture, eye::key(flaw), context.texts));
    for (const eye::Code& code : reading.codes) {
        QString shown = code.text;
        context.print(u"  %1  %2"_s.arg(code.format, shown.replace(QChar(0x1D), QChar(0x241D))));
        for (const codes::Meaning& meaning :
             codes::meaningsOfCode(code.format, code.text, code.bytes, code.symbology))
            context.print(u"    "_s + inWords(meaning, context.texts));
    }
    for (const codes::CrossNotice& notice : noticesOf(reading))
        context.print(u"  ! "_s + services::inWords(notice, context.texts));
}

/// A picture on its way: either its reading is coming, or it could not even be opened.
struct Pending {
    QString file;
    std::future<Result<eye::Reading>> reading;
    std::optional<Error> unopened;
};

Result<int> scan(const ScanOptions& options, const Context& context) {
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    eye::EyePool pool(cores);
    std::deque<Pending> pending;
    Json::Array images;
    bool unread = false;

    const auto takeFirst = [&]() -> Status {
        Pending first = std::move(pending.front());
        pending.pop_front();
        eye::Reading reading;
        if (first.unopened) {
            unread = true;
            const text::Explained words = text::explain(*first.unopened, context.texts);
            context.note(u"%1 %2"_s.arg(words.what, words.advice));
            Json::Object object = *imageJson(first.file, reading, context.texts).object();
            object["error"] = Json(name(first.unopened->kind));
            images.emplace_back(std::move(object));
            return {};
        }
        CHAYAN_TRY(reading, first.reading.get());
        unread = unread || reading.notRead;
        if (context.json)
            images.push_back(imageJson(first.file, reading, context.texts));
        else
            printReading(first.file, reading, context);
        return {};
    };

    eye::ReadOptions how;
    how.maxMs = options.maxMs;
    for (const std::string& given : options.files) {
        const QByteArray path = QByteArray::fromStdString(given);
        const QString file = fileNameText(path);
        auto bytes = readFile(path, file, limits::pictureBytes);
        Pending next{file, {}, {}};
        if (bytes)
            next.reading = pool.submit(std::move(*bytes), how);
        else
            next.unopened = bytes.error();
        pending.push_back(std::move(next));
        // A few ahead keep every worker busy without holding all pictures in memory.
        if (pending.size() > 2 * static_cast<std::size_t>(cores))
            CHAYAN_CHECK(takeFirst());
    }
    while (!pending.empty())
        CHAYAN_CHECK(takeFirst());
    if (context.json)
        CHAYAN_CHECK(context.answer(Json(Json::Object{{"images", Json(std::move(images))}})));
    return unread ? 2 : 0;
}

}  // namespace

Work addScan(CLI::App& parent) {
    auto options = std::make_shared<ScanOptions>();
    CLI::App* command =
        parent.add_subcommand("scan", QT_TRANSLATE_NOOP("cli", "Read all codes in pictures; needs no store"));
    command
        ->add_option("--max-ms", options->maxMs,
                     QT_TRANSLATE_NOOP("cli", "How long to look at one picture, in milliseconds"))
        ->check(CLI::Range(1, limits::readingMs))
        ->capture_default_str();
    command->add_option("IMAGE", options->files, QT_TRANSLATE_NOOP("cli", "The pictures"))->required();
    return [options](const Context& context) { return scan(*options, context); };
}

}  // namespace chayan::cli
