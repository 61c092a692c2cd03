#include "core/services/goods_from_codes.h"

#include "core/domain/fields.h"
#include "core/domain/meanings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

/// What one reading of a code says of goods, by field.
std::map<QString, QString> goodsOf(const codes::Meaning& meaning) {
    // By GS1's application identifiers (General Specifications, section 3) and the schemes' own part.
    static const std::map<QString, QString> fields{{u"gtin"_s, u"gtin"_s},
                                                   {u"ai_01"_s, u"gtin"_s},
                                                   {u"ai_10"_s, u"lot"_s},
                                                   {u"ai_11_date"_s, u"production_date"_s},
                                                   {u"ai_17_date"_s, u"expiry_date"_s}};
    std::map<QString, QString> values;
    for (const codes::Part& part : meaning.parts) {
        const auto field = fields.find(part.key);
        if (field != fields.end())
            values.emplace(field->second, part.value);
    }
    return values;
}

/// Fourteen digits, so that spellings of one number are one.
QString wholeGtin(const QString& gtin) {
    return gtin.rightJustified(14, u'0');
}

bool isSame(const std::map<QString, QString>& a, const std::map<QString, QString>& b) {
    const auto valueOf = [](const std::map<QString, QString>& values, const QString& key) {
        const auto found = values.find(key);
        return found == values.end() ? QString() : found->second;
    };
    const QString lot = valueOf(a, u"lot"_s);
    const QString otherLot = valueOf(b, u"lot"_s);
    return wholeGtin(valueOf(a, u"gtin"_s)) == wholeGtin(valueOf(b, u"gtin"_s)) &&
           (lot == otherLot || lot.isEmpty() || otherLot.isEmpty());
}

}  // namespace

std::vector<ProposedGoods> goodsFromCodes(const domain::Dossier& dossier) {
    struct Found {
        std::map<QString, QString> values;
        std::vector<ItemId> seenIn;
    };
    std::vector<Found> found;
    const auto take = [&](const std::map<QString, QString>& values, const ItemId& original) {
        const auto same =
            std::ranges::find_if(found, [&](const Found& known) { return isSame(known.values, values); });
        Found& into = same != found.end() ? *same : found.emplace_back();
        into.values.insert(values.begin(), values.end());
        if (into.seenIn.empty() || into.seenIn.back() != original)
            into.seenIn.push_back(original);
    };
    for (const domain::Item& item : dossier.items) {
        if (dossier.original(item) == nullptr || !item.present())
            continue;
        for (const int scan : item.scans)
            for (const domain::ScannedCode& code : dossier.body<domain::CodeScanned>(scan).codes)
                for (const codes::Meaning& meaning : domain::meaningsOf(code)) {
                    const auto values = goodsOf(meaning);
                    if (!meaning.valid || !values.contains(u"gtin"_s))
                        continue;
                    take(values, item.id);
                    break;  // the most telling reading
                }
    }
    std::vector<ProposedGoods> proposals;
    for (const Found& one : found) {
        const bool listed = std::ranges::any_of(dossier.list(u"goods"), [&](const domain::Item* line) {
            return isSame(one.values, {{u"gtin"_s, dossier.value(*line, u"gtin")},
                                       {u"lot"_s, dossier.value(*line, u"lot")}});
        });
        if (listed)
            continue;
        ProposedGoods& proposal = proposals.emplace_back();
        for (const auto& [field, value] : one.values)
            proposal.values.push_back({field, value});
        proposal.seenIn = one.seenIn;
    }
    return proposals;
}

}  // namespace chayan::services
