#include "app/cli/conflicts.h"

#include "core/text/terms.h"

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

using domain::Conflict;

QString about(Conflict::About what) {
    switch (what) {
        case Conflict::About::Field:
            return u"field"_s;
        case Conflict::About::Item:
            return u"item"_s;
        case Conflict::About::ItemField:
            return u"item_field"_s;
        case Conflict::About::Sealed:
            return u"sealed"_s;
        case Conflict::About::Slot:
            break;
    }
    return u"slot"_s;
}

Json settingJson(const domain::Dossier& dossier, const domain::Setting& setting) {
    const domain::Fact& fact = dossier.history[static_cast<std::size_t>(setting.entry)].fact;
    Json::Object object{
        {"log", Json(fact.log)}, {"seq", Json(fact.seq)}, {"officer", Json(fact.officer.hex())}};
    if (setting.known)
        object["value"] = Json(setting.value);
    return Json(std::move(object));
}

}  // namespace

Json conflictsJson(const domain::Dossier& dossier) {
    Json::Array list;
    for (const Conflict& conflict : domain::conflicts(dossier)) {
        Json::Array values;
        for (const domain::Setting& setting : conflict.values.live)
            values.push_back(settingJson(dossier, setting));
        Json::Object object{
            {"about", Json(about(conflict.about))},
            {"field", Json(conflict.key)},
            {"certain", Json(conflict.values.agreement() == domain::Register::Agreement::Conflict)},
            {"values", Json(std::move(values))}};
        if (conflict.item)
            object["item"] = Json(conflict.item->text());
        if (conflict.values.base)
            object["base"] = settingJson(dossier, *conflict.values.base);
        list.emplace_back(std::move(object));
    }
    return Json(std::move(list));
}

void printConflicts(const domain::Dossier& dossier, const Context& context) {
    const std::vector<Conflict> conflicts = domain::conflicts(dossier);
    if (conflicts.empty())
        return;
    const text::Texts& texts = context.texts;
    bool decidable = false;
    int closed = 0;
    for (const Conflict& conflict : conflicts) {
        if (conflict.about == Conflict::About::Slot) {
            ++closed;  // has no name that anybody could read
            continue;
        }
        decidable = true;
        QStringList values;
        for (const domain::Setting& setting : conflict.values.live)
            values += setting.known ? setting.value : u"…"_s;
        context.print(
            texts.say("cli", QT_TRANSLATE_NOOP("cli", "Differs between offices: %1: %2"),
                      {text::term(text::TermGroup::Field, conflict.key, texts), values.join(u" | "_s)}));
    }
    if (decidable)
        context.print(texts.say(
            "cli", QT_TRANSLATE_NOOP("cli", "Setting the field again (visit set) decides between them.")));
    if (closed > 0)
        context.print(
            texts.say("cli",
                      QT_TRANSLATE_NOOP("cli",
                                        "Sealed values that were set in several offices and cannot be "
                                        "compared here: %1. Whoever may open them sees whether they "
                                        "differ."),
                      {QString::number(closed)}));
}

}  // namespace chayan::cli
