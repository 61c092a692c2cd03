#include "core/codes/schemes.h"

// Cosmetics: production licence (化妆品生产经营监督管理办法 article 65), filing of ordinary products,
// registration of special ones. Older spellings are refused, not recognised.
namespace chayan::codes {

using namespace Qt::StringLiterals;

namespace {

/// The year and serial that end every number.
Meaning numbered(QStringView digits, qsizetype count, std::vector<Part> parts) {
    if (Meaning wrong = digitsOfLength(digits, count, u"the number"); !wrong.valid) {
        wrong.nearMiss = true;
        return wrong;
    }
    parts.push_back({u"year"_s, digits.first(4).toString()});
    parts.push_back({u"serial"_s, digits.sliced(4).toString()});
    return meant(95, std::move(parts));
}

Meaning provincial(QStringView text, QStringView lead, qsizetype count) {
    if (text.isEmpty() || !isProvinceName(text[0]) || !text.sliced(1).startsWith(lead))
        return refused(u"prefix", u"the number begins with a province, then %1"_s.arg(lead));
    return numbered(text.sliced(1 + lead.size()), count, {{u"authority"_s, text.first(1).toString()}});
}

}  // namespace

Meaning judgeCosmLicence(const Given& given) {
    return provincial(given.text, u"妆", 8);
}

Meaning judgeCosmFiling(const Given& given) {
    return provincial(given.text, u"G妆网备字", 10);
}

Meaning judgeCosmSpecial(const Given& given) {
    QStringView text = given.text;
    const bool imported = text.startsWith(u"国妆特进字");
    if (!imported && !text.startsWith(u"国妆特字"))
        return refused(u"prefix", u"a special product begins with 国妆特字 or 国妆特进字"_s);
    text = text.sliced(imported ? 5 : 4);
    if (text.startsWith(u'G') || text.startsWith(u'J'))
        text = text.sliced(1);
    return numbered(text, 8, {{u"origin"_s, imported ? u"imported"_s : u"domestic"_s}});
}

}  // namespace chayan::codes
