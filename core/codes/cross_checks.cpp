#include "core/codes/cross_checks.h"

#include "core/codes/iso_tables.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace chayan::codes {

namespace {

/// Names of countries in Chinese (GB/T 2659.1), for those whose GS1 organisations give out prefixes; what
/// people write for short first.
struct Country {
    QStringView alpha2;
    QStringView chinese;
};
constexpr Country countries[] = {
    {u"AE", u"阿联酋"},       {u"AL", u"阿尔巴尼亚"}, {u"AM", u"亚美尼亚"},   {u"AO", u"安哥拉"},
    {u"AR", u"阿根廷"},       {u"AT", u"奥地利"},     {u"AU", u"澳大利亚"},   {u"AZ", u"阿塞拜疆"},
    {u"BA", u"波黑"},         {u"BD", u"孟加拉"},     {u"BE", u"比利时"},     {u"BG", u"保加利亚"},
    {u"BH", u"巴林"},         {u"BN", u"文莱"},       {u"BO", u"玻利维亚"},   {u"BR", u"巴西"},
    {u"BY", u"白俄罗斯"},     {u"CA", u"加拿大"},     {u"CH", u"瑞士"},       {u"CI", u"科特迪瓦"},
    {u"CL", u"智利"},         {u"CM", u"喀麦隆"},     {u"CN", u"中国"},       {u"CO", u"哥伦比亚"},
    {u"CR", u"哥斯达黎加"},   {u"CU", u"古巴"},       {u"CY", u"塞浦路斯"},   {u"CZ", u"捷克"},
    {u"DE", u"德国"},         {u"DK", u"丹麦"},       {u"DO", u"多米尼加"},   {u"DZ", u"阿尔及利亚"},
    {u"EC", u"厄瓜多尔"},     {u"EE", u"爱沙尼亚"},   {u"EG", u"埃及"},       {u"ES", u"西班牙"},
    {u"FI", u"芬兰"},         {u"FR", u"法国"},       {u"GB", u"英国"},       {u"GE", u"格鲁吉亚"},
    {u"GH", u"加纳"},         {u"GR", u"希腊"},       {u"GT", u"危地马拉"},   {u"HK", u"香港"},
    {u"HN", u"洪都拉斯"},     {u"HR", u"克罗地亚"},   {u"HU", u"匈牙利"},     {u"ID", u"印度尼西亚"},
    {u"IE", u"爱尔兰"},       {u"IL", u"以色列"},     {u"IN", u"印度"},       {u"IR", u"伊朗"},
    {u"IS", u"冰岛"},         {u"IT", u"意大利"},     {u"JO", u"约旦"},       {u"JP", u"日本"},
    {u"KE", u"肯尼亚"},       {u"KG", u"吉尔吉斯"},   {u"KH", u"柬埔寨"},     {u"KP", u"朝鲜"},
    {u"KR", u"韩国"},         {u"KW", u"科威特"},     {u"KZ", u"哈萨克斯坦"}, {u"LB", u"黎巴嫩"},
    {u"LK", u"斯里兰卡"},     {u"LT", u"立陶宛"},     {u"LV", u"拉脱维亚"},   {u"LY", u"利比亚"},
    {u"MA", u"摩洛哥"},       {u"MD", u"摩尔多瓦"},   {u"ME", u"黑山"},       {u"MK", u"北马其顿"},
    {u"MM", u"缅甸"},         {u"MN", u"蒙古"},       {u"MO", u"澳门"},       {u"MT", u"马耳他"},
    {u"MU", u"毛里求斯"},     {u"MX", u"墨西哥"},     {u"MY", u"马来西亚"},   {u"NA", u"纳米比亚"},
    {u"NG", u"尼日利亚"},     {u"NI", u"尼加拉瓜"},   {u"NL", u"荷兰"},       {u"NO", u"挪威"},
    {u"NZ", u"新西兰"},       {u"OM", u"阿曼"},       {u"PA", u"巴拿马"},     {u"PE", u"秘鲁"},
    {u"PH", u"菲律宾"},       {u"PK", u"巴基斯坦"},   {u"PL", u"波兰"},       {u"PT", u"葡萄牙"},
    {u"PY", u"巴拉圭"},       {u"QA", u"卡塔尔"},     {u"RO", u"罗马尼亚"},   {u"RS", u"塞尔维亚"},
    {u"RU", u"俄罗斯"},       {u"SA", u"沙特"},       {u"SE", u"瑞典"},       {u"SG", u"新加坡"},
    {u"SI", u"斯洛文尼亚"},   {u"SK", u"斯洛伐克"},   {u"SN", u"塞内加尔"},   {u"SV", u"萨尔瓦多"},
    {u"SY", u"叙利亚"},       {u"TH", u"泰国"},       {u"TJ", u"塔吉克斯坦"}, {u"TM", u"土库曼斯坦"},
    {u"TN", u"突尼斯"},       {u"TR", u"土耳其"},     {u"TW", u"台湾"},       {u"TZ", u"坦桑尼亚"},
    {u"UA", u"乌克兰"},       {u"UG", u"乌干达"},     {u"US", u"美国"},       {u"UY", u"乌拉圭"},
    {u"UZ", u"乌兹别克斯坦"}, {u"VE", u"委内瑞拉"},   {u"VN", u"越南"},       {u"ZA", u"南非"},
};

/// `日本 Japan`: read by people of both languages.
QString shown(const QString& alpha2) {
    const auto row = std::ranges::find(countries, QStringView(alpha2), &Country::alpha2);
    const QString english = countryName(alpha2);
    return row == std::end(countries) ? english : row->chinese.toString() + u' ' + english;
}

/// What a label says, by the field of goods that holds it.
struct Said {
    QString gtin;
    QString lot;
    QString production;
    QString expiry;
    QString serial;
    QString issuer;  ///< alpha-2 of who issued the GTIN
    QString origin;  ///< alpha-2, as the label itself says
    bool retail = false;
};

/// The most telling valid reading.
const Meaning* meaningOf(const Label& label) {
    const auto found = std::ranges::find_if(label.meanings, &Meaning::valid);
    return found == label.meanings.end() ? nullptr : &*found;
}

QString part(const Meaning& meaning, QStringView key) {
    const auto found = std::ranges::find(meaning.parts, key, &Part::key);
    return found == meaning.parts.end() ? QString() : found->value;
}

QString wholeGtin(const QString& gtin) {
    return gtin.isEmpty() ? QString() : gtin.rightJustified(14, u'0');
}

Said said(const Label& label) {
    Said says;
    for (const Meaning& meaning : label.meanings) {
        if (!meaning.valid)
            continue;
        const QString gtin = part(meaning, u"ai_01");
        says.retail = says.gtin.isEmpty() && gtin.isEmpty() && !part(meaning, u"gtin").isEmpty();
        says.gtin = wholeGtin(gtin.isEmpty() ? part(meaning, u"gtin") : gtin);
        if (says.gtin.isEmpty())
            continue;
        says.lot = part(meaning, u"ai_10");
        says.production = part(meaning, u"ai_11_date");
        says.expiry = part(meaning, u"ai_17_date");
        says.serial = part(meaning, u"ai_21");
        says.origin = alpha2OfNumeric(part(meaning, u"ai_422"));
        const auto number = identifyAs(u"ITF14", says.gtin);
        says.issuer = number ? part(*number, u"issuer") : QString();
        break;
    }
    return says;
}

void add(std::vector<CrossNotice>& notices, const QString& key, const QStringList& values) {
    CrossNotice notice{key, values};
    if (std::ranges::find(notices, notice) == notices.end())
        notices.push_back(std::move(notice));
}

/// A date's first or last day; nothing where it is no date.
QDate dayOf(const QString& date, bool last) {
    if (date.size() != 7)
        return QDate::fromString(date, Qt::ISODate);
    const QDate first = QDate::fromString(date + u"-01"_s, Qt::ISODate);
    return last && first.isValid() ? first.addMonths(1).addDays(-1) : first;
}

void checkDates(const QString& production, const QString& expiry, QDate today,
                std::vector<CrossNotice>& notices) {
    const QDate made = dayOf(production, false), until = dayOf(expiry, true);
    if (made.isValid() && until.isValid() && made > until)
        add(notices, u"dates_reversed"_s, {production, expiry});
    if (made.isValid() && made > today)
        add(notices, u"made_later"_s, {production});
    if (until.isValid() && until < today)
        add(notices, u"expired"_s, {expiry});
}

/// Where a label says something else than is stated, or than another one.
void compare(const QString& key, const QString& field, const QString& a, const QString& b,
             std::vector<CrossNotice>& notices) {
    if (!a.isEmpty() && !b.isEmpty() && a != b && !a.startsWith(b + u'-') && !b.startsWith(a + u'-'))
        add(notices, key, {field, a, b});
}

void checkAgainstEachOther(const std::vector<Said>& labels, std::vector<CrossNotice>& notices) {
    for (std::size_t i = 0; i < labels.size(); ++i) {
        for (std::size_t j = i + 1; j < labels.size(); ++j) {
            const Said &a = labels[i], &b = labels[j];
            if (a.gtin.isEmpty() || a.gtin != b.gtin)
                continue;
            // Of one article there are many lots and dates; one lot and one serial have theirs.
            const bool sameSerial = !a.serial.isEmpty() && a.serial == b.serial;
            const bool sameLot = !a.lot.isEmpty() && a.lot == b.lot;
            if (sameSerial)
                compare(u"labels_disagree"_s, u"lot"_s, a.lot, b.lot, notices);
            if (!sameSerial && !sameLot)
                continue;
            compare(u"labels_disagree"_s, u"production_date"_s, a.production, b.production, notices);
            compare(u"labels_disagree"_s, u"expiry_date"_s, a.expiry, b.expiry, notices);
        }
    }
}

/// Which categories a kind of licence or code is for.
const std::map<QString, QStringList>& categoriesOfSchemes() {
    static const std::map<QString, QStringList> rows{
        {u"FOOD_SC"_s, {u"food"_s}},
        {u"FOOD_JY"_s, {u"food"_s}},
        {u"DRUG_APPROVAL"_s, {u"drugs"_s}},
        {u"DRUG_TRACE20"_s, {u"drugs"_s}},
        {u"MD_REG"_s, {u"medical_devices"_s}},
        {u"MD_FILING"_s, {u"medical_devices"_s}},
        {u"COSM_LICENCE"_s, {u"cosmetics"_s}},
        {u"COSM_FILING"_s, {u"cosmetics"_s}},
        {u"COSM_SPECIAL"_s, {u"cosmetics"_s}},
        {u"CCC16"_s, {u"electrical"_s, u"car_parts"_s, u"children"_s, u"decoration"_s}},
        {u"PESTICIDE_REG"_s, {u"farm_supplies"_s}},
        {u"PESTICIDE_UNIT32"_s, {u"farm_supplies"_s}},
        {u"VETDRUG"_s, {u"farm_supplies"_s}},
    };
    return rows;
}

void checkCategory(const std::vector<Meaning>& meanings, const QString& category,
                   std::vector<CrossNotice>& notices) {
    if (category.isEmpty())
        return;
    // The likeliest reading alone, and only one that stands for itself: shapes are shared.
    constexpr int telling = 50;
    const auto first = std::ranges::find_if(meanings, &Meaning::valid);
    if (first == meanings.end() || first->likelihood <= telling)
        return;
    const auto row = categoriesOfSchemes().find(first->scheme);
    if (row != categoriesOfSchemes().end() && !row->second.contains(category))
        add(notices, u"licence_category"_s, {first->scheme, category});
}

/// `origins` are the countries that the stated origin names.
void checkOrigin(const Stated& stated, const QStringList& origins, const Said& label,
                 std::vector<CrossNotice>& notices) {
    if (origins.isEmpty())
        return;
    if (!label.origin.isEmpty() && !origins.contains(label.origin))
        add(notices, u"origin_label"_s, {stated.origin, shown(label.origin)});
    if (!label.issuer.isEmpty() && !origins.contains(label.issuer))
        add(notices, u"origin_prefix"_s, {stated.origin, shown(label.issuer), label.gtin});
}

}  // namespace

std::vector<CrossNotice> crossChecks(const Stated& stated, const std::vector<Label>& labels, QDate today) {
    std::vector<CrossNotice> notices;
    const QString gtin = wholeGtin(stated.gtin);
    checkDates(stated.productionDate, stated.expiryDate, today, notices);
    if (!stated.licence.isEmpty())
        checkCategory(identify(stated.licence), stated.category, notices);

    std::vector<Said> own;
    for (const Label& label : labels) {
        const Said says = said(label);
        if (says.gtin.isEmpty() || gtin.isEmpty() || says.gtin == gtin)
            own.push_back(says);
        if (const Meaning* meaning = meaningOf(label);
            meaning != nullptr && meaning->scheme == u"USCC" && !stated.creditCode.isEmpty()) {
            const QString code = label.text.trimmed().toUpper();
            if (code != stated.creditCode)
                add(notices, u"other_party"_s, {code, stated.creditCode});
        }
    }
    if (!gtin.isEmpty() && std::ranges::none_of(own, [&](const Said& s) { return s.gtin == gtin; }))
        own.push_back(said({stated.gtin, identify(stated.gtin)}));
    const bool lotOnLabel =
        std::ranges::any_of(own, [&](const Said& label) { return label.lot == stated.lot; });
    const QStringList origins = countriesIn(stated.origin);
    for (const Said& label : own) {
        checkOrigin(stated, origins, label, notices);
        checkDates(label.production, label.expiry, today, notices);
        if (label.gtin.isEmpty() || label.gtin != gtin)
            continue;
        if (!lotOnLabel)
            compare(u"label_differs"_s, u"lot"_s, stated.lot, label.lot, notices);
        if (stated.lot.isEmpty() || stated.lot != label.lot)
            continue;
        compare(u"label_differs"_s, u"production_date"_s, stated.productionDate, label.production, notices);
        compare(u"label_differs"_s, u"expiry_date"_s, stated.expiryDate, label.expiry, notices);
    }
    checkAgainstEachOther(own, notices);
    return notices;
}

std::vector<CrossNotice> crossChecks(const std::vector<Label>& labels, QDate today) {
    std::vector<CrossNotice> notices = crossChecks(Stated{}, labels, today);
    std::vector<Said> retail, coded;
    for (const Label& label : labels)
        if (Said says = said(label); !says.gtin.isEmpty())
            (says.retail ? retail : coded).push_back(std::move(says));
    if (retail.size() == 1 && coded.size() == 1 && retail[0].gtin != coded[0].gtin)
        add(notices, u"two_articles"_s, {retail[0].gtin, coded[0].gtin});
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (isUnique(labels[i]) && std::ranges::count(labels.begin() + static_cast<std::ptrdiff_t>(i),
                                                      labels.end(), labels[i].text, &Label::text) > 1)
            add(notices, u"twice_in_picture"_s, {labels[i].text});
    return notices;
}

bool isUnique(const Label& label) {
    const Meaning* meaning = meaningOf(label);
    if (meaning == nullptr)
        return false;
    constexpr int likely = 40;  // twenty digits may be anything
    static const QStringList schemes{u"DRUG_TRACE20"_s, u"PESTICIDE_UNIT32"_s, u"SSCC18"_s, u"IMEI"_s,
                                     u"VIN"_s};
    return (schemes.contains(meaning->scheme) && meaning->likelihood >= likely) ||
           !part(*meaning, u"ai_00").isEmpty() ||
           (!part(*meaning, u"ai_01").isEmpty() && !part(*meaning, u"ai_21").isEmpty());
}

QStringList countriesIn(const QString& words) {
    QStringList found;
    const QString text = words.trimmed();
    if (text.isEmpty())
        return found;
    for (const Country& country : countries) {
        const QString alpha2 = country.alpha2.toString();
        const QRegularExpression english(u"\\b%1\\b"_s.arg(QRegularExpression::escape(countryName(alpha2))),
                                         QRegularExpression::CaseInsensitiveOption);
        if (text == alpha2 || text.contains(country.chinese) || text.contains(english))
            found << alpha2;
    }
    // 印度 stands in 印度尼西亚.
    if (found.contains(u"ID"_s) && !QString(text).remove(u"印度尼西亚"_s).contains(u"印度"_s))
        found.removeAll(u"IN"_s);
    // Of the People's Republic, so that 中国 and 中国香港 do not contradict each other.
    if (found.contains(u"CN"_s) && found.size() > 1)
        found.removeAll(u"CN"_s);
    return found;
}

}  // namespace chayan::codes
