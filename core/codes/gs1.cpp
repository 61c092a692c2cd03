#include "core/codes/gs1.h"

#include "core/base/limits.h"
#include "core/codes/gs1_message.h"
#include "core/codes/scheme.h"

#include <algorithm>

namespace chayan::codes {

using namespace Qt::StringLiterals;

namespace {

/// True when `ai` fits a pattern of the table: `310n`, n for any digit.
bool fits(QStringView pattern, QStringView ai) {
    return pattern.size() == ai.size() &&
           std::equal(pattern.begin(), pattern.end(), ai.begin(),
                      [](QChar p, QChar c) { return p == c || (p == u'n' && isDigit(c)); });
}

bool holds(const std::vector<Gs1Element>& elements, QStringView pattern) {
    return std::any_of(elements.begin(), elements.end(),
                       [&](const Gs1Element& e) { return fits(pattern, e.ai); });
}

bool holdsGroup(const std::vector<Gs1Element>& elements, QStringView group) {
    const QList<QStringView> members = group.split(u'+');
    return std::all_of(members.begin(), members.end(),
                       [&](QStringView member) { return holds(elements, member); });
}

/// The rules between elements: repetition, exclusion, need (General Specifications section 4.14).
void checkAssociations(Gs1Message& message) {
    const std::vector<Gs1Element>& all = message.elements;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Gs1Ai* row = findGs1Ai(all[i].ai);
        for (std::size_t j = 0; j < i; ++j) {
            if (all[j].ai == all[i].ai && all[j].value != all[i].value)
                return addFault(message, u"repeated", all[i].ai,
                                u"stands here twice with different values"_s);
        }
        if (!row->excludes.isEmpty()) {
            for (const QStringView pattern : row->excludes.split(u',')) {
                for (const Gs1Element& other : all) {
                    if (other.ai != all[i].ai && fits(pattern, other.ai))
                        return addFault(message, u"excludes", all[i].ai,
                                        u"may not stand beside AI %1"_s.arg(other.ai));
                }
            }
        }
        if (row->needs.isEmpty())
            continue;
        const QList<QStringView> groups = row->needs.split(u',');
        if (std::none_of(groups.begin(), groups.end(),
                         [&](QStringView group) { return holdsGroup(all, group); }))
            return addFault(message, u"needs", all[i].ai,
                            u"needs one of %1, here or on another symbol of the item"_s.arg(row->needs));
    }
}

/// Cuts one element off the front of an element string; nothing (and a fault) where that cannot be done.
std::optional<Gs1Element> takeElement(QStringView& rest, Gs1Message& message) {
    const Gs1Ai* row = nullptr;
    qsizetype width = 2;
    for (; width <= 4 && row == nullptr; ++width)
        row = rest.size() >= width ? findGs1Ai(rest.first(width)) : nullptr;
    --width;
    if (row == nullptr) {
        addFault(message, u"unknown_ai", rest.first(std::min<qsizetype>(rest.size(), 4)),
                 u"is no Application Identifier"_s);
        return {};
    }
    const QStringView ai = rest.first(width);
    rest = rest.sliced(width);
    const qsizetype separator = rest.indexOf(fnc1);
    qsizetype length = separator < 0 ? rest.size() : separator;
    if (row->predefined)
        length = std::min(length, gs1LongestValue(*row));
    Gs1Element element{ai.toString(), row->title.toString(), rest.first(length).toString()};
    rest = rest.sliced(length);
    // After a predefined length a separator is superfluous, but allowed to be read over.
    if (rest.startsWith(fnc1))
        rest = rest.sliced(1);
    return element;
}

/// Does `tail` read as whole elements of kinds that often follow a lot or serial number?
bool readsAsElements(QStringView tail, QStringView except) {
    static constexpr QStringView common[] = {u"10", u"11", u"15", u"17", u"21"};
    const auto begins = [&](QStringView ai) { return ai != except && tail.startsWith(ai); };
    if (std::none_of(std::begin(common), std::end(common), begins))
        return false;
    Gs1Message message;
    while (!tail.isEmpty() && message.valid()) {
        if (const auto element = takeElement(tail, message))
            appendElement(message, *element);
    }
    return message.valid();
}

/// A lost separator leaves a string that is still legal: `10ABC123␝21SN1` becomes the lot ABC12321SN1.
bool separatorMayBeMissing(const Gs1Message& message) {
    if (message.elements.empty())
        return false;
    const Gs1Element& last = message.elements.back();
    if (last.ai != "10"_L1 && last.ai != "21"_L1)
        return false;
    for (qsizetype at = 1; at + 3 <= last.value.size(); ++at) {
        if (readsAsElements(QStringView(last.value).sliced(at), last.ai))
            return true;
    }
    return false;
}

}  // namespace

void addFault(Gs1Message& message, QStringView reason, QStringView ai, const QString& detail) {
    if (!message.valid())
        return;
    message.reason = reason.toString();
    message.detail = u"AI %1 %2"_s.arg(ai, detail);
}

void appendElement(Gs1Message& message, Gs1Element element) {
    if (const auto wrong = gs1ValueFault(*findGs1Ai(element.ai), element.value))
        addFault(message, wrong->reason, element.ai, u"is wrong: "_s + wrong->detail);
    message.elements.push_back(std::move(element));
}

void finish(Gs1Message& message) {
    if (message.valid() && message.elements.empty())
        message = {{}, u"shape"_s, u"there is no Application Identifier"_s, {}};
    if (message.valid())
        checkAssociations(message);
}

bool tooMuch(const Gs1Message& message, QStringView text) {
    return text.size() > limits::codeCharacters || message.elements.size() > limits::gs1Elements;
}

bool announcesGs1(QStringView identifier) {
    static constexpr QStringView known[] = {u"]C1", u"]d2", u"]Q3", u"]e0", u"]J1"};
    return std::find(std::begin(known), std::end(known), identifier) != std::end(known);
}

Gs1Message parseGs1Scan(QStringView text) {
    Gs1Message message;
    QStringView rest = text;
    if (rest.startsWith(u']')) {
        if (!announcesGs1(rest.first(std::min<qsizetype>(3, rest.size()))))
            return {{}, u"prefix"_s, u"the symbology identifier does not announce GS1 data"_s, {}};
        rest = rest.sliced(3);
    }
    if (rest.startsWith(fnc1))
        rest = rest.sliced(1);
    while (!rest.isEmpty()) {
        if (tooMuch(message, text))
            return {{}, u"length"_s, u"more than a symbol can hold"_s, {}};
        auto element = takeElement(rest, message);
        if (!element)
            return message;
        appendElement(message, std::move(*element));
    }
    finish(message);
    if (message.valid() && separatorMayBeMissing(message))
        message.warnings.push_back(u"separator_may_be_missing"_s);
    return message;
}

Gs1Message parseGs1Brackets(QStringView text) {
    // Where a bracketed AI begins: its text, or nothing.
    const auto aiAt = [text](qsizetype at) -> QStringView {
        if (text[at] != u'(')
            return {};
        const qsizetype end = text.indexOf(u')', at);
        if (end < at + 3 || end > at + 5)
            return {};
        const QStringView ai = text.sliced(at + 1, end - at - 1);
        return allDigits(ai) ? ai : QStringView();
    };

    Gs1Message message;
    qsizetype at = 0;
    while (at < text.size()) {
        if (tooMuch(message, text))
            return {{}, u"length"_s, u"more than a symbol can hold"_s, {}};
        const QStringView ai = aiAt(at);
        if (ai.isEmpty()) {
            addFault(message, u"shape", {}, u"is missing: an element begins with an AI in brackets"_s);
            return message;
        }
        const Gs1Ai* row = findGs1Ai(ai);
        if (row == nullptr) {
            addFault(message, u"unknown_ai", ai, u"is no Application Identifier"_s);
            return message;
        }
        QString value;
        for (at += ai.size() + 2; at < text.size() && aiAt(at).isEmpty(); ++at) {
            if (text[at] == fnc1) {
                addFault(message, u"alphabet", ai, u"holds a separator, which brackets do without"_s);
                return message;
            }
            if (text[at] == u'\\' && at + 1 < text.size() && text[at + 1] == u'(')
                ++at;
            value += text[at];
        }
        appendElement(message, {ai.toString(), row->title.toString(), value});
    }
    finish(message);
    return message;
}

QString Gs1Date::text() const {
    const QString whole = u"%1-%2"_s.arg(year, 4, 10, QChar(u'0')).arg(month, 2, 10, QChar(u'0'));
    return day == 0 ? whole : whole + u"-%1"_s.arg(day, 2, 10, QChar(u'0'));
}

std::optional<Gs1Date> gs1Date(QStringView yymmdd, int referenceYear) {
    if (yymmdd.size() != 6 || !allDigits(yymmdd))
        return {};
    const int difference = number(yymmdd.first(2)) - referenceYear % 100;
    const int century = referenceYear / 100 + (difference > 50 ? -1 : difference < -49 ? 1 : 0);
    const Gs1Date date{century * 100 + number(yymmdd.first(2)), number(yymmdd.sliced(2, 2)),
                       number(yymmdd.sliced(4))};
    if (!dateExists(date.year, date.month, date.day == 0 ? 1 : date.day))
        return {};
    return date;
}

}  // namespace chayan::codes
