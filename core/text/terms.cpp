#include "core/text/terms.h"

#include "core/text/keyed.h"

#include <optional>

namespace chayan::text {

namespace {

Table tableOf(TermGroup group) {
    switch (group) {
        case TermGroup::Field:
            return {"field", fieldTerms()};
        case TermGroup::Section:
            return {"section", sectionTerms()};
        case TermGroup::Entry:
            return {"entry", entryTerms()};
        case TermGroup::Dossier:
            return {"dossier", dossierTerms()};
        case TermGroup::Origin:
            return {"origin", originTerms()};
        case TermGroup::State:
            return {"state", stateTerms()};
        case TermGroup::Verdict:
            return {"verdict", verdictTerms()};
        case TermGroup::Check:
            return {"check", checkTerms()};
        case TermGroup::Time:
            return {"time", timeTerms()};
        case TermGroup::Scheme:
            return {"scheme", schemeTerms()};
        case TermGroup::Part:
            return {"part", partTerms()};
        case TermGroup::Word:
            return {"word", wordTerms()};
        case TermGroup::Form:
            return {"form", formTerms()};
    }
    return {};
}

/// `ai_3102_amount` in words; nothing for what is no Application Identifier that has any.
std::optional<QString> application(const QString& key, const Texts& texts) {
    if (!key.startsWith(u"ai_"))
        return {};
    const QString number = key.section(u'_', 1, 1);
    const QString suffix = key.section(u'_', 2);
    const Table table{"application", applicationTerms()};
    QString row = number;
    QString words = lookUp(table, row, texts);
    if (words == row && number.size() == 4) {
        row = number.first(3) + u'n';
        words = lookUp(table, row, texts);
    }
    if (words == row)
        return {};
    const char* form = suffix == u"date"     ? QT_TRANSLATE_NOOP("application", "(%1) %2, as a date")
                       : suffix == u"amount" ? QT_TRANSLATE_NOOP("application", "(%1) %2, as a number")
                                             : QT_TRANSLATE_NOOP("application", "(%1) %2");
    return texts.say("application", form, {number, words});
}

}  // namespace

QString term(TermGroup group, const QString& key, const Texts& texts) {
    if (group == TermGroup::Part) {
        if (const auto words = application(key, texts))
            return *words;
    }
    return lookUp(tableOf(group), key, texts);
}

std::vector<QString> keys(TermGroup group) {
    return keysOf(tableOf(group));
}

bool isInWords(const QString& part) {
    return part == u"service_name" || part == u"origin" || part == u"state";
}

QString partValue(const QString& part, const QString& value, const Texts& texts) {
    return isInWords(part) ? term(TermGroup::Word, value, texts) : value;
}

}  // namespace chayan::text
