#include "app/cli/help.h"

#include <QLocale>

#include <CLI/CLI.hpp>

#include <string_view>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

std::string inLanguage(const std::string& source, const text::Texts& texts) {
    return source.empty() ? source : texts.say("cli", source.c_str()).toStdString();
}

/// The parser's words, by the names it has for them.
struct Word {
    const char* label;
    const char* source;
};
constexpr Word words[] = {
    {"Usage", QT_TRANSLATE_NOOP("cli", "Usage")},
    {"OPTIONS", QT_TRANSLATE_NOOP("cli", "OPTIONS")},
    {"SUBCOMMAND", QT_TRANSLATE_NOOP("cli", "SUBCOMMAND")},
    {"SUBCOMMANDS", QT_TRANSLATE_NOOP("cli", "SUBCOMMANDS")},
    {"Options", QT_TRANSLATE_NOOP("cli", "Options")},
    {"Positionals", QT_TRANSLATE_NOOP("cli", "Positionals")},
    {"Subcommands", QT_TRANSLATE_NOOP("cli", "Subcommands")},
    {"REQUIRED", QT_TRANSLATE_NOOP("cli", "REQUIRED")},
    {"TEXT", QT_TRANSLATE_NOOP("cli", "TEXT")},
    {"INT", QT_TRANSLATE_NOOP("cli", "INT")},
    {"UINT", QT_TRANSLATE_NOOP("cli", "UINT")},
    {"Env", QT_TRANSLATE_NOOP("cli", "Env")},
};

}  // namespace

void describeHelp(CLI::App& app) {
    app.set_help_flag("-h,--help", QT_TRANSLATE_NOOP("cli", "Print this help and exit"));
}

void speak(CLI::App& app, const text::Texts& texts) {
    app.description(inLanguage(app.get_description(), texts));
    const auto formatter = std::make_shared<CLI::Formatter>();
    formatter->column_width(34);
    for (const Word& word : words)
        formatter->label(word.label, inLanguage(word.source, texts));
    app.formatter(formatter);
    app.group(inLanguage(app.get_group(), texts));
    for (CLI::Option* option : app.get_options([](CLI::Option*) { return true; })) {
        option->description(inLanguage(option->get_description(), texts));
        option->group(inLanguage(option->get_group(), texts));
    }
    for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; }))
        speak(*command, texts);
}

text::Language languageOfArguments(int argc, const char* const* argv) {
    constexpr std::string_view name = "--lang";
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == name && i + 1 < argc)
            return text::languageOf(QString::fromUtf8(argv[i + 1]));
        if (argument.starts_with("--lang="))
            return text::languageOf(QString::fromUtf8(argument.substr(name.size() + 1).data()));
    }
    return text::languageOf(QLocale::system().name());
}

}  // namespace chayan::cli
