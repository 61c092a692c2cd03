#include "core/codes/schemes.h"

#include <span>

// Waybill numbers. The carriers publish neither shapes nor check digits; these are what is seen in practice,
// they overlap and age. A form that begins with the carrier's letters is telling, a bare row of digits hardly
// is. Warnings: shape_only (always), ambiguous_carrier (digits that other carriers use too).
namespace chayan::codes {

using namespace Qt::StringLiterals;

namespace {

/// One shape: what it begins with, and how many characters follow. `#` in the lead is any capital, `*` any
/// capital or digit; the rest are digits.
struct WaybillShape {
    QStringView lead;
    qsizetype fewest;
    qsizetype most;
    int likelihood;
};

constexpr WaybillShape sf[] = {{u"SF*", 12, 12, 85}, {u"", 12, 12, 30}};
constexpr WaybillShape yto[] = {{u"YT", 13, 13, 88}};
constexpr WaybillShape zto[] = {
    {u"73", 12, 12, 45}, {u"74", 12, 12, 45}, {u"75", 12, 12, 45}, {u"76", 12, 12, 45}, {u"78", 12, 12, 45}};
constexpr WaybillShape sto[] = {{u"77", 12, 15, 44}, {u"43", 12, 15, 40}};
constexpr WaybillShape yunda[] = {{u"3", 14, 14, 35}, {u"4", 14, 14, 35}, {u"5", 12, 12, 28}};
constexpr WaybillShape jd[] = {{u"JD**", 11, 11, 86}};
constexpr WaybillShape jt[] = {{u"JT", 13, 13, 88}};
constexpr WaybillShape cnPost[] = {
    {u"P#", 11, 11, 70}, {u"9", 12, 12, 26}, {u"8", 12, 12, 24}, {u"1", 12, 12, 22}};

bool fitsLead(QStringView lead, QStringView text) {
    if (text.size() < lead.size())
        return false;
    for (qsizetype i = 0; i < lead.size(); ++i) {
        const bool fits = lead[i] == u'#'   ? isUpper(text[i])
                          : lead[i] == u'*' ? isUpper(text[i]) || isDigit(text[i])
                                            : lead[i] == text[i];
        if (!fits)
            return false;
    }
    return true;
}

Meaning waybill(const Given& given, std::span<const WaybillShape> shapes, QStringView carrier) {
    const QStringView text = given.text;
    for (const WaybillShape& shape : shapes) {
        if (!fitsLead(shape.lead, text))
            continue;
        const QStringView digits = text.sliced(shape.lead.size());
        if (digits.size() < shape.fewest || digits.size() > shape.most || !allDigits(digits))
            continue;
        std::vector<QString> warnings{u"shape_only"_s};
        if (allDigits(text))
            warnings.push_back(u"ambiguous_carrier"_s);
        return meant(shape.likelihood, {{u"carrier"_s, carrier.toString()}, {u"number"_s, text.toString()}},
                     std::move(warnings));
    }
    return refused(u"shape", u"not a shape that %1 is known to use"_s.arg(carrier));
}

}  // namespace

Meaning judgeWaybillSf(const Given& given) {
    return waybill(given, sf, u"sf");
}
Meaning judgeWaybillYto(const Given& given) {
    return waybill(given, yto, u"yto");
}
Meaning judgeWaybillZto(const Given& given) {
    return waybill(given, zto, u"zto");
}
Meaning judgeWaybillSto(const Given& given) {
    return waybill(given, sto, u"sto");
}
Meaning judgeWaybillYunda(const Given& given) {
    return waybill(given, yunda, u"yunda");
}
Meaning judgeWaybillJd(const Given& given) {
    return waybill(given, jd, u"jd");
}
Meaning judgeWaybillJt(const Given& given) {
    return waybill(given, jt, u"jt");
}
Meaning judgeWaybillCnPost(const Given& given) {
    return waybill(given, cnPost, u"cnpost");
}

}  // namespace chayan::codes
