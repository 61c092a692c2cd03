#include "core/services/compare.h"

#include "app/cli/command.h"
#include "core/base/file_name.h"
#include "core/base/limits.h"
#include "core/base/safe_file.h"
#include "core/services/references.h"

#include <CLI/CLI.hpp>

#include <cmath>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

struct CompareOptions {
    std::string reference;
    std::string suspect;
    std::string out;
};

/// In the units that docs/cli.md names for each kind.
qint64 amountOf(const eye::Compared::Difference& difference) {
    using Kind = eye::Compared::Difference::Kind;
    const double unit = difference.kind == Kind::Print ? 100 : difference.kind == Kind::Moved ? 1000 : 1;
    return std::lround(difference.amount * unit);
}

QString inWords(const eye::Compared::Difference& difference, const Context& context) {
    using Kind = eye::Compared::Difference::Kind;
    const QStringList values{QString::number(difference.place.x()), QString::number(difference.place.y()),
                             QString::number(difference.place.width()),
                             QString::number(difference.place.height()),
                             QString::number(amountOf(difference))};
    switch (difference.kind) {
        case Kind::Print:
            return context.texts.say(
                "cli",
                QT_TRANSLATE_NOOP("cli", "at %1, %2 (%3 x %4 pixels): other print, by %5 % of its contrast"),
                values);
        case Kind::Moved:
            return context.texts.say(
                "cli",
                QT_TRANSLATE_NOOP(
                    "cli", "at %1, %2 (%3 x %4 pixels): the same print elsewhere, by %5 ‰ of the label"),
                values);
        case Kind::Coarse:
            return context.texts.say(
                "cli",
                QT_TRANSLATE_NOOP(
                    "cli",
                    "at %1, %2 (%3 x %4 pixels): printed more coarsely than the genuine one, in about "
                    "%5 dots along the label"),
                values);
        case Kind::Colour:
            break;
    }
    return context.texts.say(
        "cli", QT_TRANSLATE_NOOP("cli", "at %1, %2 (%3 x %4 pixels): another colour, by a delta-E of %5"),
        values);
}

Json toJson(const eye::Compared& compared) {
    Json::Array differences;
    for (const eye::Compared::Difference& difference : compared.differences) {
        const QRect& place = difference.place;
        differences.emplace_back(Json::Object{
            {"kind", Json(eye::key(difference.kind))},
            {"place",
             Json(Json::Array{Json(place.x()), Json(place.y()), Json(place.width()), Json(place.height())})},
            {"amount", Json(amountOf(difference))}});
    }
    Json::Array outline;
    for (const QPoint& corner : compared.outline)
        outline.emplace_back(Json::Array{Json(corner.x()), Json(corner.y())});
    return Json(Json::Object{{"score", Json(compared.percent())},
                             {"unseen", Json(compared.percentUnseen())},
                             {"blurred", Json(compared.blurred)},
                             {"colourless", Json(compared.colourless)},
                             {"matches", Json(compared.matches)},
                             {"outline", Json(std::move(outline))},
                             {"differences", Json(std::move(differences))}});
}

/// What the comparison says nothing of.
void tellLimits(const eye::Compared& compared, const Context& context) {
    if (compared.percentUnseen() > 0)
        context.print(context.texts.say(
            "cli",
            QT_TRANSLATE_NOOP(
                "cli", "%1 % of the genuine label's print lies outside the picture and was not compared."),
            {QString::number(compared.percentUnseen())}));
    if (compared.blurred)
        context.print(context.texts.say(
            "cli",
            QT_TRANSLATE_NOOP(
                "cli", "The picture is not sharp enough: whether small print differs cannot be judged.")));
    if (compared.colourless)
        context.print(context.texts.say(
            "cli", QT_TRANSLATE_NOOP("cli", "The picture has no colours: they could not be compared.")));
}

/// A file, or a reference of the office's by its id.
template <class Read>
Result<QByteArray> genuine(const std::string& given, const Context& context, Read&& read) {
    const auto id = DossierId::fromText(QString::fromStdString(given));
    if (!id)
        return read(given);
    CHAYAN_TRY(const auto store, context.openStoreToRead());
    CHAYAN_TRY(const services::Reference reference, services::readReference(*store, *id));
    if (reference.retired)
        context.note(context.texts.say("cli", QT_TRANSLATE_NOOP("cli", "This reference is out of use: %1"),
                                       {reference.retiredReason}));
    if (reference.pictures.empty())
        return fail(ErrorKind::NotFound, id->text(), u"the reference has no picture here"_s);
    return readFile(store->vault().pathOf(reference.pictures.front()), limits::pictureBytes);
}

Result<int> compare(const CompareOptions& options, const Context& context) {
    const auto read = [](const std::string& given) -> Result<QByteArray> {
        const QByteArray path = QByteArray::fromStdString(given);
        return readFile(path, fileNameText(path), limits::pictureBytes);
    };
    CHAYAN_TRY(QByteArray reference, genuine(options.reference, context, read));
    CHAYAN_TRY(QByteArray suspect, read(options.suspect));
    eye::EyePool pool(1);
    CHAYAN_TRY(const eye::Compared compared,
               services::compareLabels(pool, std::move(reference), std::move(suspect),
                                       fileNameText(QByteArray::fromStdString(options.reference)),
                                       fileNameText(QByteArray::fromStdString(options.suspect))));
    if (!options.out.empty())
        CHAYAN_CHECK(writeFileDurably(QString::fromStdString(options.out), view(compared.map),
                                      AtomicFile::Replace::No));
    if (context.json) {
        CHAYAN_CHECK(context.answer(toJson(compared)));
        return 0;
    }
    context.print(context.texts.say(
        "cli", QT_TRANSLATE_NOOP("cli", "Of the genuine label's print %1 % agrees; %2 differences."),
        {QString::number(compared.percent()), QString::number(compared.differences.size())}));
    tellLimits(compared, context);
    for (const eye::Compared::Difference& difference : compared.differences)
        context.print(u"  "_s + inWords(difference, context));
    if (compared.differences.empty())
        context.print(context.texts.say(
            "cli",
            QT_TRANSLATE_NOOP("cli", "No difference was found; that does not prove that it is genuine.")));
    return 0;
}

}  // namespace

Work addCompare(CLI::App& parent) {
    auto options = std::make_shared<CompareOptions>();
    CLI::App* command = parent.add_subcommand(
        "compare", QT_TRANSLATE_NOOP("cli", "Show where a label differs from the genuine one"));
    command
        ->add_option("--reference", options->reference,
                     QT_TRANSLATE_NOOP("cli", "A picture of the genuine label, or the id of a reference"))
        ->required();
    command
        ->add_option("IMAGE", options->suspect,
                     QT_TRANSLATE_NOOP("cli", "A picture of the label in question"))
        ->required();
    command->add_option("--out", options->out,
                        QT_TRANSLATE_NOOP("cli", "A PNG file to write: the label with what differs in red"));
    return [options](const Context& context) { return compare(*options, context); };
}

}  // namespace chayan::cli
