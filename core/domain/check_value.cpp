#include "core/base/id.h"
#include "core/base/limits.h"
#include "core/codes/codes.h"
#include "core/domain/fields.h"

#include <QDate>
#include <QRegularExpression>
#include <QTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::domain {

namespace {

tl::unexpected<Error> bad(const Field& field, const QString& detail) {
    return fail(ErrorKind::BadValue, field.key.toString(), detail);
}

/// Full-width digits and letters become plain ones (NFKC), and the space around goes.
QString foldedWidth(const QString& text) {
    return text.normalized(QString::NormalizationForm_KC).trimmed();
}

/// Characters that cannot be seen but change what is seen: bidi controls (UAX 9), zero-width ones, the byte
/// order mark. Joiners are left alone: names and emoji need them.
bool isHidden(QChar c) {
    const char16_t u = c.unicode();
    return u == 0x200b || u == 0x200e || u == 0x200f || (u >= 0x202a && u <= 0x202e) ||
           (u >= 0x2060 && u <= 0x206f) || u == 0xfeff || u == 0x061c || u == 0x00ad;
}

Status checkCharacters(const Field& field, const QString& text, bool multiline) {
    const qint64 limit = multiline ? limits::fieldCharacters : limits::lineCharacters;
    if (text.size() > limit)
        return fail(ErrorKind::TooLarge, field.key.toString(),
                    u"%1 characters, at most %2"_s.arg(text.size()).arg(limit));
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (c.isSurrogate())
            return bad(field, u"half a surrogate pair at %1"_s.arg(i));
        else if (c.category() == QChar::Other_Control && !(multiline && (c == u'\n' || c == u'\t')))
            return bad(field, u"control character U+%1 at %2"_s.arg(c.unicode(), 4, 16, QChar(u'0')).arg(i));
    }
    return {};
}

/// RFC 3339, or the ways people write a time; without a zone it is Asia/Shanghai, UTC+8.
Result<QString> dateTime(const Field& field, const QString& text) {
    static const QRegularExpression form(
        u"^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?[Tt ]?\\s*(\\d{1,2})[:时](\\d{2})分?"
        u"(?::?(\\d{2})秒?(\\.\\d{1,9})?)?\\s*([Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)?$"_s);
    const auto match = form.match(text);
    const QDate date(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    const QTime time(match.captured(4).toInt(), match.captured(5).toInt(), match.captured(6).toInt());
    // Without a separator `2026-11-2409:12` would be guessed at.
    const bool apart = match.hasMatch() && match.capturedStart(4) > match.capturedEnd(3);
    if (!apart || !date.isValid() || !time.isValid())
        return bad(field, u"not a time such as 2026-11-24 09:12 or 2026-11-24T09:12:00+08:00"_s);
    const QString zone = match.captured(8).isEmpty() ? u"+08:00"_s : match.captured(8).toUpper();
    return date.toString(Qt::ISODate) + u'T' + time.toString(u"HH:mm:ss") + match.captured(7) + zone;
}

Result<QString> date(const Field& field, const QString& text) {
    static const QRegularExpression form(
        u"^(\\d{4})(?:[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})日?|月)?|(\\d{2})(\\d{2}))$"_s);
    const auto match = form.match(text);
    const bool packed = match.hasCaptured(4);
    const int month = match.captured(packed ? 4 : 2).toInt();
    const QString day = match.captured(packed ? 5 : 3);
    const QDate date(match.captured(1).toInt(), month, day.isEmpty() ? 1 : day.toInt());
    if (!match.hasMatch() || !date.isValid())
        return bad(field, u"not a date such as 2026-11-24 or 2026-11"_s);
    return date.toString(day.isEmpty() ? u"yyyy-MM"_s : u"yyyy-MM-dd"_s);
}

Result<QString> decimal(const Field& field, const QString& text) {
    static const QRegularExpression form(u"^([+-]?)(\\d{1,3}(?:,\\d{3})+|\\d{1,30})(\\.\\d{1,12})?$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return bad(field, u"not a decimal such as 120 or 12.50"_s);
    QString whole = match.captured(2).remove(u',');
    const qsizetype zeros = std::min(whole.size() - 1, [&] {
        qsizetype n = 0;
        while (n < whole.size() && whole[n] == u'0')
            ++n;
        return n;
    }());
    whole = whole.sliced(zeros) + match.captured(3);
    const bool isZero = std::ranges::all_of(whole, [](QChar c) { return c == u'0' || c == u'.'; });
    return match.captured(1) == u"-" && !isZero ? u'-' + whole : whole;
}

Result<QString> yesNo(const Field& field, const QString& text) {
    const QString word = text.toLower();
    for (const auto* yes : {u"yes", u"y", u"true", u"1", u"是", u"已"})
        if (word == QStringView(yes))
            return u"yes"_s;
    for (const auto* no : {u"no", u"n", u"false", u"0", u"否", u"未"})
        if (word == QStringView(no))
            return u"no"_s;
    return bad(field, u"neither yes nor no"_s);
}

Checked choice(const Field& field, const QString& text) {
    for (const Choice& offered : field.choices)
        if (text.compare(offered.key, Qt::CaseInsensitive) == 0 ||
            text.compare(QString::fromUtf8(offered.label), Qt::CaseInsensitive) == 0 ||
            text == offered.printed)
            return {offered.key.toString(), {}};
    QStringList keys;
    for (const Choice& offered : field.choices)
        keys << offered.key.toString();
    return {text, {{u"not_listed"_s, u"not one of %1"_s.arg(keys.join(u", "))}}};
}

Checked phone(const QString& text) {
    static const QRegularExpression form(u"^\\+?[0-9][0-9 ()/-]{1,28}(?:[x#*转,; ]+[0-9]{1,6})?$"_s);
    const qsizetype digits = std::ranges::count_if(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (form.match(text).hasMatch() && digits >= 3 && digits <= 20)
        return {text, {}};
    return {text, {{u"unlikely_phone"_s, u"does not look like a phone number"_s}}};
}

/// An identifier's folded spelling, with what its scheme says to notice or why none accepts it.
Checked identifier(const QString& text, std::initializer_list<const char16_t*> schemes,
                   QStringView expectedNotice = {}) {
    Checked checked{foldedWidth(text).toUpper().remove(u' '), {}};
    std::optional<Warning> refused;
    for (const auto* scheme : schemes) {
        const auto meaning = codes::identifyAs(scheme, checked.value);
        if (!meaning)
            continue;
        if (meaning->valid) {
            for (const QString& notice : meaning->warnings)
                if (notice != expectedNotice)
                    checked.warnings.push_back(
                        {notice, u"accepted as %1, but notice: %2"_s.arg(scheme, notice)});
            return checked;
        }
        if (!refused || meaning->nearMiss)
            refused = Warning{meaning->reason, meaning->detail};
    }
    if (refused)
        checked.warnings.push_back(*refused);
    return checked;
}

/// Identity numbers belong into a sealed field; in open words they stay for ever.
void warnOfIdentityNumbers(const QString& text, std::vector<Warning>& warnings) {
    static const QRegularExpression form(u"(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])"_s);
    for (auto matches = form.globalMatch(text); matches.hasNext();) {
        const auto meaning = codes::identifyAs(u"IDCARD18", matches.next().captured());
        if (meaning && meaning->valid) {
            warnings.push_back(
                {u"identity_number"_s, u"holds an identity number, which would stay readable"_s});
            return;
        }
    }
}

Result<Checked> judged(const Field& field, const QString& text) {
    const auto alone = [](Result<QString> value) {
        return std::move(value).map([](QString known) { return Checked{std::move(known), {}}; });
    };
    switch (field.kind) {
        case FieldType::Text:
        case FieldType::Multiline:
            return Checked{text, {}};
        case FieldType::DateTime:
            return alone(dateTime(field, foldedWidth(text)));
        case FieldType::Date:
            return alone(date(field, foldedWidth(text)));
        case FieldType::YesNo:
            return alone(yesNo(field, foldedWidth(text)));
        case FieldType::Decimal:
            return alone(decimal(field, foldedWidth(text).remove(u' ')));
        case FieldType::OneOf:
            return choice(field, text);
        case FieldType::Phone:
            return phone(foldedWidth(text));
        case FieldType::CreditCode:
            return identifier(text, {u"USCC"});
        case FieldType::IdentityNumber:
            return identifier(text, {u"IDCARD18"}, u"personal_data");  // this is its sealed place
        case FieldType::Gtin:
            return identifier(text, {u"EAN13", u"EAN8", u"UPCA", u"ITF14"});
        case FieldType::Division:
            return identifier(text, {u"GBT2260_SC"});
        case FieldType::DossierLink: {
            const auto id = DossierId::fromText(text.toLower());
            if (!id)
                return bad(field, u"not the id of a dossier"_s);
            return Checked{id->text(), {}};
        }
    }
    return bad(field, u"a field of no known type"_s);
}

}  // namespace

Result<Checked> checkValue(const Field& field, const QString& text) {
    const bool multiline = field.kind == FieldType::Multiline;
    QString given = text;
    if (multiline)
        given.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    given = given.trimmed();
    CHAYAN_CHECK(checkCharacters(field, given, multiline));
    if (given.isEmpty())
        return Checked{given, {}};
    CHAYAN_TRY(Checked checked, judged(field, given));
    if (std::ranges::any_of(checked.value, isHidden))
        checked.warnings.push_back({u"hidden_characters"_s, u"holds characters that cannot be seen"_s});
    if (!field.sealed && (multiline || field.kind == FieldType::Text))
        warnOfIdentityNumbers(checked.value, checked.warnings);
    return checked;
}

}  // namespace chayan::domain
