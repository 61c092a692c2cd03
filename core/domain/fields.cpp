#include "core/domain/fields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::domain {

namespace {

// The key goods of the policy (川办发〔2016〕11号, part 三); 食品药品 are two, since their rules differ.
constexpr Choice categories[] = {
    {u"farm_supplies", "Farm supplies", u"农资"},
    {u"food", "Food", u"食品"},
    {u"drugs", "Drugs", u"药品"},
    {u"cosmetics", "Cosmetics", u"化妆品"},
    {u"medical_devices", "Medical devices", u"医疗器械"},
    {u"electrical", "Electrical and electronic goods", u"电器电子"},
    {u"car_parts", "Car parts", u"汽车配件"},
    {u"decoration", "Decoration and building materials", u"装饰装修材料"},
    {u"hazardous_chemicals", "Hazardous chemicals that can make explosives", u"易制爆危险化学品"},
    {u"children", "Goods for children", u"儿童用品"},
    {u"clothing", "Clothing, shoes and hats", u"服装鞋帽"},
};

constexpr Choice visitKinds[] = {
    {u"site_inspection", "On-site inspection", u"现场检查"},
    {u"sampling", "Sampling", u"抽样"},
    {u"online_monitoring", "Online monitoring", u"网络监测"},
    {u"test_purchase", "Test purchase online", u"网络购样"},
    {u"courier_outlet", "Courier outlet", u"寄递网点检查"},
    {u"complaint_check", "Check of a complaint or report", u"投诉举报核查"},
    {u"joint_action", "Joint action", u"联合行动"},
};

constexpr Choice visitStates[] = {
    {u"open", "In progress", u"进行中"},        {u"finished", "Finished", u"已结束"},
    {u"filed", "Case filed", u"已立案"},        {u"not_filed", "Not filed", u"不予立案"},
    {u"transferred", "Transferred", u"已移送"},
};

constexpr Choice sources[] = {
    {u"routine", "Routine supervision", u"日常监督检查"},
    {u"complaint", "Complaint", u"投诉"},
    {u"report", "Report", u"举报"},
    {u"monitoring", "Monitoring", u"监测"},
    {u"transferred_in", "Transferred from another office", u"移送"},
    {u"assigned", "Assigned by a higher office", u"上级交办"},
};

constexpr Choice personRoles[] = {
    {u"operator", "Operator or person in charge", u"负责人"},
    {u"staff", "Staff on site", u"现场人员"},
    {u"witness", "Witness", u"见证人"},
    {u"officer", "Officer", u"执法人员"},
    {u"right_holder", "Right holder or its agent", u"权利人"},
    {u"expert", "Expert", u"鉴定人"},
};

constexpr Choice relations[] = {
    {u"same_party", "Same party", u"同一当事人"}, {u"same_goods", "Same goods", u"同一批货物"},
    {u"upstream", "Upstream", u"上游"},           {u"downstream", "Downstream", u"下游"},
    {u"follow_up", "Follow-up", u"后续"},
};

/// An original stays whatever is chosen; this says which of many alike is for the record.
constexpr Choice uses[] = {
    {u"record", "For the record", u"入卷"},
    {u"aside", "Set aside", u"备用"},
};

constexpr Choice bagResults[] = {
    {u"whole", "Complete, every digest right", u"完整，摘要全部相符"},
};

constexpr Choice bagParts[] = {
    {u"tag", "File about the bag", u"说明文件"},
};

constexpr Choice referenceShows[] = {
    {u"label", "Label", u"标签"},
    {u"front_label", "Front label", u"正标"},
    {u"back_label", "Back label", u"背标"},
    {u"seal", "Seal or closure", u"封签"},
    {u"hologram", "Hologram or security mark", u"防伪标识"},
    {u"box", "Box or wrapping", u"外包装"},
    {u"goods", "The goods themselves", u"实物"},
};

constexpr Choice referenceGivenHow[] = {
    {u"right_holder", "From the right holder", u"权利人提供"},
    {u"purchase", "Bought through a channel of the maker's", u"正规渠道购买"},
    {u"authority", "From another authority", u"其他部门提供"},
    {u"other", "Otherwise", u"其他"},
};

constexpr Choice referenceStates[] = {
    {u"in_use", "In use", u"使用中"},
    {u"retired", "Out of use", u"已停用"},
};

/// Who may find a value: everybody in the index, whoever opens the dossier, or who may see what is sealed.
enum class Reach { Searched, Open, Sealed };
using enum Reach;
using enum FieldType;

constexpr Field row(QStringView type, QStringView list, QStringView section, QStringView key, FieldType kind,
                    Reach reach, const char* label, std::span<const Choice> choices) {
    return {type, list, section, key, kind, reach == Sealed, reach == Searched, label, choices};
}
constexpr Field form(QStringView section, QStringView key, FieldType kind, Reach reach, const char* label,
                     std::span<const Choice> choices = {}) {
    return row(u"visit", {}, section, key, kind, reach, label, choices);
}
constexpr Field item(QStringView list, QStringView key, FieldType kind, Reach reach, const char* label,
                     std::span<const Choice> choices = {}) {
    return row(u"visit", list, {}, key, kind, reach, label, choices);
}
constexpr Field bagForm(QStringView key, FieldType kind, Reach reach, const char* label,
                        std::span<const Choice> choices = {}) {
    return row(u"evidence", {}, u"bag", key, kind, reach, label, choices);
}
constexpr Field bagItem(QStringView key, FieldType kind, Reach reach, const char* label,
                        std::span<const Choice> choices = {}) {
    return row(u"evidence", u"originals", {}, key, kind, reach, label, choices);
}

constexpr Field refForm(QStringView key, FieldType kind, Reach reach, const char* label,
                        std::span<const Choice> choices = {}) {
    return row(u"reference", {}, u"reference", key, kind, reach, label, choices);
}
constexpr Field refItem(QStringView key, FieldType kind, Reach reach, const char* label) {
    return row(u"reference", u"originals", {}, key, kind, reach, label, {});
}

// The columns of the on-site record (现场笔录, form 9) and of the list of goods (财物清单, form 24), and what
// lets them be found. Of the sealed rows formats.md section 3 is the rule: who complained or tipped off,
// identity numbers, phones and addresses of private persons, names of files. The phone and address of the
// party are those of a business; a private person stands in the list of people.
constexpr Field table[] = {
    form(u"visit", u"title", Text, Searched, "Title"),
    form(u"visit", u"kind", OneOf, Searched, "Kind", visitKinds),
    form(u"visit", u"status", OneOf, Searched, "Status", visitStates),
    form(u"visit", u"category", OneOf, Searched, "Goods category", categories),
    form(u"visit", u"place", Text, Searched, "Place"),
    form(u"visit", u"division", Division, Searched, "Division"),
    form(u"visit", u"started_at", DateTime, Open, "Started at"),
    form(u"visit", u"ended_at", DateTime, Open, "Ended at"),
    form(u"visit", u"second_officer", Text, Searched, "Second officer and certificate number"),

    form(u"party", u"party_name", Text, Searched, "Party"),
    form(u"party", u"party_credit_code", CreditCode, Searched, "Party's unified social credit code"),
    form(u"party", u"party_representative", Text, Searched, "Legal representative or person in charge"),
    form(u"party", u"party_id_number", IdentityNumber, Sealed, "Party's identity number"),
    form(u"party", u"party_address", Text, Searched, "Party's address"),
    form(u"party", u"party_phone", Phone, Searched, "Party's phone"),

    form(u"scene", u"credentials_shown", YesNo, Open, "Credentials shown"),
    form(u"scene", u"rights_told", YesNo, Open, "Rights told"),
    form(u"scene", u"on_site_person", Text, Searched, "Person on site"),
    form(u"scene", u"on_site_role", Text, Searched, "Role of the person on site"),
    form(u"scene", u"findings", Multiline, Searched, "What was found"),
    form(u"scene", u"measures", Multiline, Searched, "Measures taken"),
    form(u"scene", u"party_comment", Multiline, Searched, "Party's comment"),
    form(u"scene", u"refusal_reason", Text, Searched, "Why a signature was refused"),
    form(u"scene", u"witness_name", Text, Searched, "Witness"),

    form(u"source", u"source", OneOf, Searched, "Source of the lead", sources),
    form(u"source", u"complainant_name", Text, Sealed, "Complainant's name"),
    form(u"source", u"complainant_phone", Phone, Sealed, "Complainant's phone"),
    form(u"source", u"whistleblower_name", Text, Sealed, "Whistle-blower's name"),
    form(u"source", u"whistleblower_phone", Phone, Sealed, "Whistle-blower's phone"),
    form(u"source", u"notes", Multiline, Searched, "Notes"),

    item(u"goods", u"name", Text, Searched, "Name"),
    item(u"goods", u"category", OneOf, Searched, "Goods category", categories),
    item(u"goods", u"mark", Text, Searched, "Mark"),
    item(u"goods", u"spec", Text, Searched, "Specification"),
    item(u"goods", u"lot", Text, Searched, "Lot"),
    item(u"goods", u"production_date", Date, Open, "Production date"),
    item(u"goods", u"expiry_date", Date, Open, "Expiry date"),
    item(u"goods", u"maker", Text, Searched, "Maker"),
    item(u"goods", u"origin", Text, Searched, "Country of origin"),
    item(u"goods", u"licence_no", Text, Searched, "Licence or registration number"),
    item(u"goods", u"gtin", Gtin, Searched, "Article number (GTIN)"),
    item(u"goods", u"quantity", Decimal, Open, "Quantity"),
    item(u"goods", u"unit", Text, Open, "Unit"),
    item(u"goods", u"unit_price", Decimal, Open, "Unit price"),
    item(u"goods", u"condition", Text, Searched, "Condition"),
    item(u"goods", u"seal_no", Text, Searched, "Seal number"),
    item(u"goods", u"note", Multiline, Searched, "Note"),

    item(u"people", u"name", Text, Searched, "Name"),
    item(u"people", u"role", OneOf, Searched, "Role", personRoles),
    item(u"people", u"employer", Text, Searched, "Employer"),
    item(u"people", u"certificate_no", Text, Searched, "Officer's certificate number"),
    item(u"people", u"id_number", IdentityNumber, Sealed, "Identity number"),
    item(u"people", u"phone", Phone, Sealed, "Phone"),
    item(u"people", u"address", Text, Sealed, "Address"),
    item(u"people", u"note", Multiline, Searched, "Note"),

    item(u"links", u"dossier", DossierLink, Open, "Dossier"),
    item(u"links", u"relation", OneOf, Searched, "Relation", relations),
    item(u"links", u"note", Multiline, Searched, "Note"),

    item(u"originals", u"original_name", Text, Sealed, "File name"),
    item(u"originals", u"caption", Text, Searched, "What it shows"),
    item(u"originals", u"use", OneOf, Open, "Use", uses),

    // A bag made by others. Its name is that of a file or folder, so it is sealed; what it says of itself is
    // said openly.
    bagForm(u"title", Text, Searched, "Title"),
    bagForm(u"bag_name", Text, Sealed, "Name of the bag"),
    bagForm(u"bag_version", Text, Open, "BagIt version"),
    bagForm(u"bag_algorithms", Text, Searched, "Digests of its manifests"),
    bagForm(u"bag_result", OneOf, Open, "Result of the check", bagResults),
    bagForm(u"bag_sender", Text, Searched, "Sender, as the bag says"),
    bagForm(u"bag_identifier", Text, Searched, "Identifier, as the bag says"),
    bagForm(u"bag_description", Multiline, Searched, "Description, as the bag says"),
    bagForm(u"notes", Multiline, Searched, "Notes"),
    bagItem(u"original_name", Text, Sealed, "File name"),
    bagItem(u"caption", Text, Searched, "What it shows"),
    bagItem(u"bag_part", OneOf, Open, "Part of the bag", bagParts),

    // A genuine label, seal or the like that an office keeps to compare suspects with.
    refForm(u"title", Text, Searched, "Title"),
    refForm(u"brand", Text, Searched, "Brand"),
    refForm(u"goods_name", Text, Searched, "Goods"),
    refForm(u"shows", OneOf, Searched, "What is kept", referenceShows),
    refForm(u"article_numbers", Text, Searched, "Article numbers (GTIN)"),
    refForm(u"given_how", OneOf, Searched, "Where it is from", referenceGivenHow),
    refForm(u"given_by", Text, Searched, "Given by"),
    refForm(u"given_at", Date, Open, "Given on"),
    refForm(u"taken_in", DossierLink, Open, "Photographed in"),
    refForm(u"status", OneOf, Searched, "Status", referenceStates),
    refForm(u"retired_reason", Text, Searched, "Why it is out of use"),
    refForm(u"notes", Multiline, Searched, "Notes"),
    refItem(u"original_name", Text, Sealed, "File name"),
    refItem(u"caption", Text, Searched, "What it shows"),
};

}  // namespace

std::span<const Field> fields() {
    return table;
}

std::vector<const Field*> fieldsOf(QStringView type, QStringView list) {
    std::vector<const Field*> found;
    for (const Field& field : table)
        if (field.type == type && field.list == list)
            found.push_back(&field);
    return found;
}

const Field* findField(QStringView type, QStringView list, QStringView key) {
    const auto found = std::ranges::find_if(table, [&](const Field& field) {
        return field.type == type && field.list == list && field.key == key;
    });
    return found == std::end(table) ? nullptr : &*found;
}

Result<const Field*> fieldOf(QStringView type, QStringView list, QStringView key) {
    if (const Field* field = findField(type, list, key))
        return field;
    QStringList known;
    for (const Field* field : fieldsOf(type, list))
        known << field->key.toString();
    const QString place = list.isEmpty() ? type.toString() : u"%1 of a %2"_s.arg(list, type);
    return fail(ErrorKind::UnknownField, key.toString(),
                known.isEmpty() ? u"there are no fields of %1"_s.arg(place)
                                : u"the fields of %1 are %2"_s.arg(place, known.join(u", ")));
}

QStringList dossierTypes() {
    QStringList types;
    for (const Field& field : table)
        if (!types.contains(field.type))
            types << field.type.toString();
    return types;
}

QStringList listsOf(QStringView type) {
    QStringList lists;
    for (const Field& field : table)
        if (field.type == type && !field.list.isEmpty() && !lists.contains(field.list))
            lists << field.list.toString();
    return lists;
}

QString sealedName(const Field& field, const QString& item) {
    return item.isEmpty() ? field.key.toString() : field.key.toString() + u'/' + item;
}

}  // namespace chayan::domain
