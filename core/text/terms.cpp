#include "core/text/terms.h"

#include "core/text/keyed.h"

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
    }
    return {};
}

}  // namespace

QString term(TermGroup group, const QString& key, const Texts& texts) {
    return lookUp(tableOf(group), key, texts);
}

std::vector<QString> keys(TermGroup group) {
    return keysOf(tableOf(group));
}

}  // namespace chayan::text
