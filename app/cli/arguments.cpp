#include "app/cli/arguments.h"

#include "core/base/file_name.h"

#include <QDateTime>
#include <QStringList>
#include <QTimeZone>
#include <QUtf8StringView>

#include <CLI/CLI.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

QString asGiven(const std::string& argument) {
    return fileNameText(QByteArray::fromStdString(argument));
}

/// What the parser's sentence is about: the option in it, else its first or its last word.
QString namedIn(const std::string& sentence, bool first) {
    const QStringList words = asGiven(sentence).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return u"chayanctl"_s;
    const auto option = std::ranges::find_if(words, [](const QString& w) { return w.startsWith(u'-'); });
    QString word = option != words.end() ? *option : first ? words.front() : words.back();
    while (word.endsWith(u':') || word.endsWith(u'.'))
        word.chop(1);
    return word;
}

bool takesBytes(const CLI::App& command, const CLI::Option& option) {
    const std::string name = option.get_name();
    return (command.get_name() == "photo" && name == "FILE") ||
           (command.get_name() == "scan" && name == "IMAGE");
}

}  // namespace

Error refusalOf(const CLI::ParseError& error, const CLI::App& app) {
    const auto because = [](const QString& thing, const QString& detail) {
        return Error{ErrorKind::BadUsage, thing, detail};
    };
    const std::vector<std::string> unknown = app.remaining(true);
    if (!unknown.empty())
        return because(asGiven(unknown.front()),
                       unknown.front().starts_with('-') ? u"not expected here"_s : u"no such command"_s);
    const std::string said = error.what();
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
        return said.find("subcommand") != std::string::npos
                   ? because(u"chayanctl"_s, u"a command is missing"_s)
                   : because(namedIn(said, true), u"it must be given"_s);
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)
        return because(namedIn(said, false), u"not expected here"_s);
    if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr)
        return because(namedIn(said, true), u"it cannot stand beside the other options"_s);
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr ||
        dynamic_cast<const CLI::ConversionError*>(&error) != nullptr ||
        dynamic_cast<const CLI::ValidationError*>(&error) != nullptr)
        return because(namedIn(said, true), u"its value is missing or does not fit"_s);
    return because(u"chayanctl"_s, asGiven(said));
}

Status requireText(const CLI::App& app) {
    for (const CLI::Option* option : app.get_options()) {
        if (takesBytes(app, *option))
            continue;
        for (const std::string& value : option->results()) {
            if (QUtf8StringView(value.data(), static_cast<qsizetype>(value.size())).isValidUtf8())
                continue;
            const QString name = QString::fromStdString(option->get_name());
            return fail(ErrorKind::BadInput,
                        option->get_positional() ? asGiven(value) : name + u' ' + asGiven(value),
                        u"not UTF-8"_s);
        }
    }
    for (const CLI::App* command : app.get_subcommands())
        CHAYAN_CHECK(requireText(*command));
    return {};
}

Result<UtcMs> momentOf(const std::string& given) {
    const QString text = QString::fromStdString(given);
    const QDate date = QDate::fromString(text, u"yyyy-MM-dd"_s);
    if (date.isValid())
        return date.startOfDay(QTimeZone("Asia/Shanghai")).toMSecsSinceEpoch();
    QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!moment.isValid())
        return fail(ErrorKind::BadValue, text, u"not a date: 2026-11-24 or 2026-11-24T08:00:00+08:00"_s);
    if (moment.timeSpec() == Qt::LocalTime)
        moment.setTimeZone(QTimeZone("Asia/Shanghai"));
    return moment.toMSecsSinceEpoch();
}

}  // namespace chayan::cli
