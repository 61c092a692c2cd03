#include "core/services/cross_checks.h"

#include "core/domain/fields.h"
#include "core/domain/meanings.h"
#include "core/store/search.h"
#include "core/text/cross_notices.h"
#include "core/text/terms.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

/// The codes on one original.
struct Pictured {
    ItemId original;
    std::vector<codes::Label> labels;
};

std::vector<Pictured> labelsOf(const domain::Dossier& dossier) {
    std::vector<Pictured> pictures;
    for (const domain::Item& item : dossier.items) {
        if (dossier.original(item) == nullptr || !item.present())
            continue;
        Pictured picture{item.id, {}};
        for (const int scan : item.scans)
            for (const domain::ScannedCode& code : dossier.body<domain::CodeScanned>(scan).codes)
                picture.labels.push_back({code.text, domain::meaningsOf(code)});
        if (!picture.labels.empty())
            pictures.push_back(std::move(picture));
    }
    return pictures;
}

bool namesArticle(const codes::Label& label) {
    return std::ranges::any_of(label.meanings, [](const codes::Meaning& meaning) {
        return meaning.valid && std::ranges::any_of(meaning.parts, [](const codes::Part& part) {
                   return part.key == u"gtin" || part.key == u"ai_01";
               });
    });
}

QString labelOfChoice(QStringView list, QStringView key, const QString& value, text::Language language) {
    for (const domain::Field* field : domain::fieldsOf(u"visit", list))
        if (field->key == key)
            for (const domain::Choice& choice : field->choices)
                if (choice.key == value)
                    return language == text::Language::Chinese ? choice.printed.toString()
                                                               : QString::fromUtf8(choice.label);
    return value;
}

}  // namespace

std::vector<Notice> crossChecks(const domain::Dossier& dossier, QDate today) {
    std::vector<Notice> notices;
    const std::vector<Pictured> pictures = labelsOf(dossier);
    const std::vector<const domain::Item*> lines = dossier.list(u"goods");
    for (const domain::Item* line : lines) {
        const auto value = [&](QStringView key) { return dossier.value(*line, key); };
        const codes::Stated stated{value(u"origin"),      value(u"gtin"),
                                   value(u"lot"),         value(u"production_date"),
                                   value(u"expiry_date"), value(u"licence_no"),
                                   value(u"category"),    dossier.value(u"party_credit_code")};
        std::vector<codes::Label> labels;
        for (const Pictured& picture : pictures)
            for (const codes::Label& label : picture.labels)
                if (lines.size() == 1 || (namesArticle(label) && !stated.gtin.isEmpty()))
                    labels.push_back(label);
        for (codes::CrossNotice& notice : codes::crossChecks(stated, labels, today))
            notices.push_back({line->id, std::move(notice)});
    }
    for (const Pictured& picture : pictures)
        for (codes::CrossNotice& notice : codes::crossChecks(picture.labels, today))
            notices.push_back({picture.original, std::move(notice)});
    return notices;
}

Result<std::vector<Notice>> seenElsewhere(const store::Store& store, const domain::Dossier& dossier,
                                          const std::stop_token& stop) {
    std::vector<Notice> notices;
    CHAYAN_TRY(store::Database database, store.reader());
    std::set<QString> asked;
    for (const Pictured& picture : labelsOf(dossier)) {
        for (const codes::Label& label : picture.labels) {
            if (!codes::isUnique(label) || !asked.insert(label.text).second)
                continue;
            if (stop.stop_requested())
                return fail(ErrorKind::Cancelled, dossier.id.text());
            constexpr qint64 counted = 100;
            CHAYAN_TRY(const auto holders, store::holdersOfCode(database, label.text, dossier.id, counted));
            if (!holders.empty())
                notices.push_back({picture.original,
                                   {u"seen_elsewhere"_s,
                                    {label.text, holders.front().title,
                                     QString::number(static_cast<qint64>(holders.size()))}}});
        }
    }
    return notices;
}

QString inWords(const codes::CrossNotice& notice, const text::Texts& texts) {
    QStringList values = notice.values;
    if (notice.key == u"labels_disagree" || notice.key == u"label_differs")
        values[0] = text::term(text::TermGroup::Field, values[0], texts);
    if (notice.key == u"licence_category") {
        values[0] = text::term(text::TermGroup::Scheme, values[0], texts);
        values[1] = labelOfChoice(u"goods", u"category", values[1], texts.language());
    }
    for (QString& value : values)
        value.replace(QChar(0x1D), QChar(0x241D));
    return text::crossNotice(notice.key, values, texts);
}

}  // namespace chayan::services
