#include "core/base/limits.h"
#include "core/codes/gs1.h"
#include "core/codes/gs1_message.h"
#include "core/codes/scheme.h"

#include <algorithm>

namespace chayan::codes {

using namespace Qt::StringLiterals;

namespace {

/// Decodes %xx once. Nothing when a percent sign stands alone or the bytes are not ASCII, which no AI allows.
std::optional<QString> percentDecoded(QStringView text) {
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'%') {
            result += text[i];
            continue;
        }
        if (i + 2 >= text.size())
            return {};
        static constexpr QStringView hex = u"0123456789abcdef";
        const qsizetype high = hex.indexOf(text[i + 1].toLower());
        const qsizetype low = hex.indexOf(text[i + 2].toLower());
        if (high < 0 || low < 0 || high > 7)
            return {};
        result += QChar(static_cast<char16_t>(high * 16 + low));
        i += 2;
    }
    return result;
}

/// True when `used` is one of the alternatives with members left out: order kept, none mixed.
bool qualifiersInOrder(QStringView alternatives, const QList<QStringView>& used) {
    for (const QStringView alternative : alternatives.split(u'|')) {
        const QList<QStringView> sequence = alternative.split(u',');
        auto next = sequence.begin();
        const bool all = std::all_of(used.begin(), used.end(), [&](QStringView ai) {
            next = std::find(next, sequence.end(), ai);
            return next != sequence.end() && (++next, true);
        });
        if (all)
            return true;
    }
    return false;
}

bool isQualifier(QStringView alternatives, QStringView ai) {
    for (const QStringView alternative : alternatives.split(u'|')) {
        if (alternative.split(u',').contains(ai))
            return true;
    }
    return false;
}

/// Appends an element with its percent-encoded value.
void appendEncoded(Gs1Message& message, QStringView ai, QStringView encoded) {
    const Gs1Ai* row = findGs1Ai(ai);
    if (const auto value = percentDecoded(encoded))
        appendElement(message, {ai.toString(), row->title.toString(), *value});
    else
        addFault(message, u"encoding", ai, u"is wrong: its percent-encoding cannot be read"_s);
}

/// The attributes of the query; other keys belong to the web and are passed over.
void readQuery(Gs1Message& message, QStringView query, const Gs1Ai& key) {
    for (const QStringView pair : query.split(u'&')) {
        const qsizetype equals = pair.indexOf(u'=');
        const QStringView ai = pair.first(equals < 0 ? pair.size() : equals);
        if (ai.isEmpty() || !allDigits(ai))
            continue;
        const Gs1Ai* row = findGs1Ai(ai);
        if (row == nullptr)
            return addFault(message, u"unknown_ai", ai, u"is no Application Identifier"_s);
        if (!row->attribute)
            return addFault(message, u"attribute", ai, u"may not stand in the query"_s);
        if (isQualifier(key.qualifiers, ai))
            return addFault(message, u"order", ai, u"belongs into the path, after its key"_s);
        if (tooMuch(message, {}))
            return addFault(message, u"length", ai, u"is one too many"_s);
        appendEncoded(message, ai, equals < 0 ? QStringView() : pair.sliced(equals + 1));
    }
}

}  // namespace

Gs1Message parseDigitalLink(QStringView text) {
    const auto refusal = [](QStringView reason, const QString& detail) {
        return Gs1Message{{}, reason.toString(), detail, {}};
    };
    if (text.size() > limits::codeCharacters)
        return refusal(u"length", u"longer than any symbol"_s);
    QStringView rest = text;
    const QStringView scheme = rest.startsWith(u"https://", Qt::CaseInsensitive)  ? QStringView(u"https://")
                               : rest.startsWith(u"http://", Qt::CaseInsensitive) ? QStringView(u"http://")
                                                                                  : QStringView();
    if (scheme.isEmpty())
        return refusal(u"prefix", u"a Digital Link begins with http:// or https://"_s);
    rest = rest.sliced(scheme.size());
    if (const qsizetype hash = rest.indexOf(u'#'); hash >= 0)
        rest = rest.first(hash);
    QStringView query;
    if (const qsizetype mark = rest.indexOf(u'?'); mark >= 0) {
        query = rest.sliced(mark + 1);
        rest = rest.first(mark);
    }
    QList<QStringView> path = rest.split(u'/');
    if (path.takeFirst().isEmpty())
        return refusal(u"shape", u"there is no host"_s);
    if (!path.isEmpty() && path.last().isEmpty())
        path.removeLast();

    // The key is the last primary key that stands an even number of segments before the end.
    qsizetype at = path.size() - 2;
    const Gs1Ai* key = nullptr;
    for (; at >= 0; at -= 2) {
        const Gs1Ai* row = allDigits(path[at]) ? findGs1Ai(path[at]) : nullptr;
        if (row == nullptr)
            break;
        if (row->isPrimaryKey()) {
            key = row;
            break;
        }
    }
    if (key == nullptr)
        return refusal(u"shape", u"the path ends in no primary key with its value"_s);

    Gs1Message message;
    appendEncoded(message, path[at], path[at + 1]);
    QList<QStringView> qualifiers;
    for (qsizetype i = at + 2; i < path.size(); i += 2) {
        if (tooMuch(message, {}))
            return refusal(u"length", u"more than a symbol can hold"_s);
        qualifiers.append(path[i]);
        appendEncoded(message, path[i], path[i + 1]);
    }
    if (!qualifiers.isEmpty() && !qualifiersInOrder(key->qualifiers, qualifiers))
        addFault(message, u"order", path[at], u"takes its qualifiers only as %1"_s.arg(key->qualifiers));
    readQuery(message, query, *key);
    finish(message);
    return message;
}

}  // namespace chayan::codes
