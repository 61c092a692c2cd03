#include "core/codes/codes.h"

#include "core/base/limits.h"
#include "core/codes/scheme.h"

#include <algorithm>

namespace chayan::codes {

using namespace Qt::StringLiterals;

namespace {

/// Above this a valid reading speaks for itself, and near misses of other schemes are noise.
constexpr int telling = 50;

Given prepare(const QString& text) {
    return {text, fold(text)};
}

/// The text without the dots, 第 and 号 that people put around numbers.
QString undecorated(const QString& text) {
    QString result = text;
    result.removeIf([](QChar c) { return c == u'.' || c == u'第' || c == u'号'; });
    return result;
}

Meaning judge(const Scheme& scheme, const Given& given) {
    Meaning meaning = scheme.judge(given);
    if (!meaning.valid && scheme.mayDecorate) {
        if (const QString plain = undecorated(given.text);
            plain != given.text && scheme.judge({given.raw, plain}).valid)
            meaning = nearly(u"punctuation",
                             u"the number is written with dots, 第 or 号; without them it is %1"_s.arg(plain),
                             {{u"normalised"_s, plain}});
    }
    meaning.scheme = scheme.name.toString();
    return meaning;
}

/// Most telling first, near misses last and only where no reading is telling.
std::vector<Meaning> ranked(std::vector<Meaning> all) {
    const bool told = std::any_of(all.begin(), all.end(),
                                  [](const Meaning& m) { return m.valid && m.likelihood > telling; });
    std::erase_if(all, [&](const Meaning& m) { return !m.valid && (told || !m.nearMiss); });
    std::stable_sort(all.begin(), all.end(), [](const Meaning& a, const Meaning& b) {
        return a.valid != b.valid ? a.valid : a.likelihood > b.likelihood;
    });
    return all;
}

Meaning tooLong() {
    return refused(u"length", u"longer than %1 characters"_s.arg(limits::codeCharacters));
}

}  // namespace

QStringList schemes() {
    QStringList names;
    for (const Scheme& scheme : registry())
        names.append(scheme.name.toString());
    return names;
}

Result<Meaning> identifyAs(QStringView scheme, const QString& text) {
    const auto rows = registry();
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const Scheme& s) { return s.name == scheme; });
    if (row == rows.end())
        return fail(ErrorKind::BadInput, scheme.toString(),
                    u"unknown scheme; known are %1"_s.arg(schemes().join(u' ')));
    if (text.size() > limits::codeCharacters) {
        Meaning meaning = tooLong();
        meaning.scheme = row->name.toString();
        return meaning;
    }
    return judge(*row, prepare(text));
}

std::vector<Meaning> identify(const QString& text) {
    if (text.size() > limits::codeCharacters)
        return {};
    const Given given = prepare(text);
    std::vector<Meaning> all;
    for (const Scheme& scheme : registry())
        all.push_back(judge(scheme, given));
    return ranked(std::move(all));
}

}  // namespace chayan::codes
