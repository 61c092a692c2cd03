#include "core/codes/schemes.h"

// Drug trace code and drug approval number. Warnings: form_unverified (letters of newer forms, taken from
// practice).
namespace chayan::codes {

using namespace Qt::StringLiterals;

Meaning judgeDrugTrace20(const Given& given) {
    const QStringView text = given.text;
    Meaning meaning = digitsOfLength(text, 20, u"a drug trace code");
    if (!meaning.valid) {
        if (meaning.reason == "alphabet"_L1)
            meaning.detail += u"; it may follow ISO or GS1 instead"_s;
        return meaning;
    }
    // Codes in use begin with 8; no check digit is public.
    return meant(text.startsWith(u'8') ? 48 : 20,
                 {{u"drug_id"_s, text.first(7).toString()}, {u"serial"_s, text.sliced(7).toString()}});
}

Meaning judgeDrugApproval(const Given& given) {
    constexpr QStringView lead = u"国药准字";
    QStringView text = given.text;
    if (!text.startsWith(lead))
        return refused(u"prefix", u"an approval number begins with 国药准字"_s);
    text = text.sliced(lead.size());
    qsizetype letters = 0;
    while (letters < text.size() && isUpper(text[letters]))
        ++letters;
    const QStringView kind = text.first(letters);
    // Chemical H, traditional Z, biological S, repacked J; with C (home) or J (abroad) behind since 2020.
    const bool plain = letters == 1 && QStringView(u"HZSJ").contains(kind);
    const bool newer = letters == 2 && QStringView(u"HZS").contains(kind.first(1)) &&
                       QStringView(u"CJ").contains(kind.last(1));
    if (!plain && !newer)
        return nearly(u"type", u"%1 is no kind of drug: H, Z, S or J"_s.arg(kind));
    text = text.sliced(letters);
    if (Meaning wrong = digitsOfLength(text, 8, u"the number after the letter"); !wrong.valid) {
        wrong.nearMiss = true;
        return wrong;
    }
    std::vector<QString> warnings;
    if (newer)
        warnings.push_back(u"form_unverified"_s);
    return meant(95,
                 {{u"kind"_s, kind.toString()},
                  {u"year"_s, text.first(4).toString()},
                  {u"serial"_s, text.sliced(4).toString()}},
                 std::move(warnings));
}

}  // namespace chayan::codes
