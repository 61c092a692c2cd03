#include "core/services/demo_visits.h"

#include <random>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

struct Company {
    QStringView division;
    QStringView area;
    QStringView name;
    QStringView code;
};
constexpr Company companies[] = {
    {u"510104", u"成都市锦江区", u"成都虚构百货有限公司", u"91510104PDY000044J"},
    {u"510106", u"成都市金牛区", u"成都虚构电器经营部", u"91510106PDY000052A"},
    {u"510603", u"德阳市旌阳区", u"德阳虚构建材有限公司", u"91510603PDY000060K"},
    {u"511302", u"南充市顺庆区", u"南充虚构服饰店", u"91511302PDY000079Y"},
    {u"511402", u"眉山市东坡区", u"眉山虚构食品厂", u"91511402PDY000087Y"},
    {u"513401", u"凉山州西昌市", u"西昌虚构商贸有限公司", u"91513401PDY0000954"},
    {u"510402", u"攀枝花市东区", u"攀枝花虚构母婴用品店", u"91510402PDY0001083"},
    {u"510504", u"泸州市龙马潭区", u"泸州虚构酒类经营部", u"91510504PDY0001160"},
    {u"511002", u"内江市市中区", u"内江虚构大药房", u"91511002PDY000124G"},
};

struct Goods {
    QStringView category;
    QStringView name;
    QStringView spec;
    QStringView unit;
    QStringView gtin;
    /// A picture of it, where there is one.
    QStringView picture;
};
constexpr Goods goods[] = {
    {u"clothing", u"运动鞋", u"42 码", u"双", u"9521234000426", u"shoebox.jpg"},
    {u"medical_devices", u"一次性使用无菌敷贴", u"10 cm × 10 cm", u"盒", u"9521234543213", u"dressing.jpg"},
    {u"electrical", u"插线板", u"五孔 1.8 m", u"个", u"9521234501008", {}},
    {u"electrical", u"充电器", u"20 W", u"个", u"9521234501077", {}},
    {u"food", u"豆瓣酱", u"500 g", u"瓶", u"9521234501145", {}},
    {u"children", u"积木玩具", u"120 片", u"盒", u"9521234501213", {}},
    {u"decoration", u"内墙乳胶漆", u"18 L", u"桶", u"9521234501282", {}},
    {u"drugs", u"复方感冒颗粒", u"10 g × 12 袋", u"盒", u"9521234501350", {}},
    {u"car_parts", u"机油滤清器", u"通用型", u"个", u"9521234501428", {}},
};

constexpr QStringView kinds[] = {u"site_inspection", u"sampling", u"complaint_check", u"courier_outlet",
                                 u"online_monitoring"};
constexpr QStringView kindWords[] = {u"现场检查", u"抽样", u"投诉核查", u"寄递网点检查", u"网络监测"};
constexpr QStringView states[] = {u"finished", u"finished", u"not_filed", u"filed", u"open"};
constexpr QStringView people[] = {u"何某子", u"吕某丑", u"施某寅", u"张某卯",
                                  u"孔某辰", u"曹某巳", u"严某午"};
constexpr QStringView findings[] = {
    u"商标标识与登记图样不一致，当事人不能当场提供授权文件。",
    u"标签缺少生产日期，条码可以扫读，校验位正确。", u"进货台账齐全，未见异常。",
    u"实物与网页宣传不符，已固定网页并登记数量。", u"同一追溯码出现在多件货物上，已逐件拍照。"};
constexpr QStringView measures[] = {u"责令限期改正。", u"抽样送检，备样封存。", u"未采取措施。",
                                    u"先行登记保存，期限七个工作日。", u"通知平台删除链接。"};

/// The same numbers on every machine: the engine is specified exactly, the distributions are not.
class Dice {
  public:
    explicit Dice(quint32 seed) : m_engine(seed) {}
    std::size_t below(std::size_t count) { return m_engine() % count; }
    template <std::size_t Count>
    QString of(const QStringView (&array)[Count]) {
        return array[below(Count)].toString();
    }

  private:
    std::mt19937 m_engine;
};

DemoVisit draw(Dice& dice, int number) {
    const Company& company = companies[dice.below(std::size(companies))];
    const Goods& item = goods[dice.below(std::size(goods))];
    const std::size_t kind = dice.below(std::size(kinds));
    const QString address = u"%1虚构街%2号"_s.arg(company.area).arg(1 + dice.below(198));
    const QString person = dice.of(people);
    const QString day =
        u"2099-%1-%2"_s.arg(1 + number / 8, 2, 10, QChar(u'0')).arg(1 + dice.below(28), 2, 10, QChar(u'0'));
    const auto hour = 8 + dice.below(8);
    DemoVisit visit;
    visit.fields = {{u"title"_s, u"%1%2%3"_s.arg(company.name, item.name, kindWords[kind])},
                    {u"kind"_s, kinds[kind].toString()},
                    {u"category"_s, item.category.toString()},
                    {u"place"_s, address},
                    {u"division"_s, company.division.toString()},
                    {u"started_at"_s, u"%1T%2:00:00+08:00"_s.arg(day).arg(hour, 2, 10, QChar(u'0'))},
                    {u"party_name"_s, company.name.toString()},
                    {u"party_credit_code"_s, company.code.toString()},
                    {u"party_address"_s, address},
                    {u"party_phone"_s, u"12%1"_s.arg(dice.below(1000), 9, 10, QChar(u'0'))},
                    {u"credentials_shown"_s, u"yes"_s},
                    {u"rights_told"_s, u"yes"_s},
                    {u"on_site_person"_s, person}};
    visit.items = {{u"goods"_s,
                    {{u"name"_s, item.name.toString()},
                     {u"category"_s, item.category.toString()},
                     {u"mark"_s, u"云岭鹤"_s},
                     {u"spec"_s, item.spec.toString()},
                     {u"lot"_s, u"99%1"_s.arg(dice.below(10000), 4, 10, QChar(u'0'))},
                     {u"gtin"_s, item.gtin.toString()},
                     {u"quantity"_s, QString::number(1 + dice.below(120))},
                     {u"unit"_s, item.unit.toString()}}},
                   {u"people"_s, {{u"name"_s, person}, {u"role"_s, u"staff"_s}}}};
    if (!item.picture.isEmpty())
        visit.pictures = {item.picture.toString()};
    const std::size_t outcome = dice.below(std::size(states));
    visit.afterwards = {{u"findings"_s, dice.of(findings)},
                        {u"measures"_s, dice.of(measures)},
                        {u"status"_s, states[outcome].toString()},
                        {u"ended_at"_s, u"%1T%2:40:00+08:00"_s.arg(day).arg(hour + 1, 2, 10, QChar(u'0'))}};
    return visit;
}

}  // namespace

std::vector<DemoVisit> drawnVisits(quint32 seed, int count) {
    Dice dice(seed);
    std::vector<DemoVisit> visits;
    visits.reserve(static_cast<std::size_t>(count));
    for (int number = 0; number < count; ++number)
        visits.push_back(draw(dice, number));
    return visits;
}

}  // namespace chayan::services
