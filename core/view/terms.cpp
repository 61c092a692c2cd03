#include "core/view/terms.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace chayan::page {

namespace {

struct Row {
    Phrase phrase;
    QStringView chinese;
    QStringView english;
};

constexpr Row rows[] = {
    {Phrase::PageTitle, u"证据包阅读页", u"Evidence bundle, reading page"},
    {Phrase::ReadingAid,
     u"本页由导出方的程序生成，只便于阅读；与条目（data/entries.jsonl）或原件（data/"
     u"originals）不一致时，以条目和原件"
     u"为准。核验请按下文所列步骤，不要只看本页。",
     u"The exporter's program made this page for reading only. Where it differs from the entries "
     u"(data/entries.jsonl) or the originals (data/originals), those decide. Verify by the steps below, not "
     u"by "
     u"looking at this page."},
    {Phrase::Bundle, u"证据包", u"Bundle"},
    {Phrase::ExportedBy, u"导出人", u"Exported by"},
    {Phrase::ExportedAt, u"导出时间", u"Exported at"},
    {Phrase::Claimed, u"本机时钟所称", u"as the laptop's clock claims"},
    {Phrase::Recipient, u"接收方", u"Recipient"},
    {Phrase::Purpose, u"用途", u"Purpose"},
    {Phrase::Scope, u"范围", u"Scope"},
    {Phrase::ScopeComplete, u"完整（导出人声明；仅凭本包不能证明）",
     u"complete, as the exporter states; this bundle alone cannot prove it"},
    {Phrase::ScopeSelected, u"节选（导出人声明）", u"a selection, as the exporter states"},
    {Phrase::Base, u"增量起点（日志长度）", u"Incremental from log size"},
    {Phrase::Contents, u"内容", u"Contents"},
    {Phrase::Withheld, u"未随附", u"Withheld"},
    {Phrase::WithheldValues, u"项密封内容", u"sealed values"},
    {Phrase::WithheldOriginals, u"份原件", u"originals"},
    {Phrase::Nothing, u"无", u"nothing"},
    {Phrase::Program, u"程序", u"Program"},
    {Phrase::Officers, u"执法人员", u"Officers"},
    {Phrase::Badge, u"执法证号", u"Badge"},
    {Phrase::Agency, u"单位", u"Agency"},
    {Phrase::Fingerprint, u"证书指纹（SHA-256）", u"Certificate fingerprint (SHA-256)"},
    {Phrase::KeysNotHolders,
     u"姓名出自各自的证书。签名说明使用了哪把密钥，不能说明由谁持有；请另行核对指纹。",
     u"Names are those in the certificates. Signatures show which key was used, not who held it; compare the "
     u"fingerprints by another way."},
    {Phrase::HowToVerify, u"如何核验", u"How to verify"},
    {Phrase::VerifyExplained,
     u"只需通用工具。每个文件都应显示 OK，openssl 应答复 CMS Verification "
     u"successful。证书须从执法人员或其单位另行取得；"
     u"用包内证书核验，只能证明内容完整，不能证明由谁签署。",
     u"Stock tools suffice. Every file must be answered with OK, and openssl with CMS Verification "
     u"successful. Get "
     u"the certificate from the officer or the agency: with the enclosed one this proves that the content is "
     u"whole, not who signed it."},
    {Phrase::WithOurs, u"用 chayanctl 还可核验日志、签名时序和容器：",
     u"chayanctl also checks the ledger's proofs and the container:"},
    {Phrase::Dossiers, u"案卷", u"Dossiers"},
    {Phrase::Entries, u"条目", u"Entries"},
    {Phrase::EntryUnit, u"条", u"entries"},
    {Phrase::Conflicts, u"尚未裁定的冲突", u"Conflicts not yet decided"},
    {Phrase::ConflictExplained,
     u"以下内容在不同电脑上各自修改，互不知情。程序不作取舍，各种内容并列；正文所示为排列在前的一种。",
     u"These were changed on different laptops unaware of each other. The program does not choose: all stand "
     u"side "
     u"by side, and the text shows the first in order."},
    {Phrase::MayConflict, u"可能冲突：密封内容未随附，无法比较",
     u"may conflict: sealed values that are not in this bundle cannot be compared"},
    {Phrase::BaseValue, u"修改前", u"before"},
    {Phrase::Removed, u"移除", u"removed"},
    {Phrase::Kept, u"保留", u"kept"},
    {Phrase::InDispute, u"有冲突", u"in conflict"},
    {Phrase::SealedShown, u"密封内容，已对接收方公开", u"sealed, disclosed to the recipient"},
    {Phrase::NotDisclosed, u"密封内容，未随附", u"sealed, withheld"},
    {Phrase::MissingEntries, u"所依据的部分条目不在本包中",
     u"Some entries built upon are not in this bundle"},
    {Phrase::Codes, u"读到的条码", u"Codes read"},
    {Phrase::NoCodes, u"未读到条码", u"no codes found"},
    {Phrase::Unread, u"未能读取", u"could not be read"},
    {Phrase::NotIncluded, u"原件未随附", u"the original is withheld"},
    {Phrase::OtherFile, u"此类文件不在本页显示，见", u"not shown on this page; see"},
    {Phrase::Sha256, u"SHA-256", u"SHA-256"},
    {Phrase::Sm3, u"SM3", u"SM3"},
    {Phrase::Size, u"大小", u"Size"},
    {Phrase::Origin, u"来源", u"Origin"},
    {Phrase::Medium, u"原始载体", u"Original medium"},
    {Phrase::Maker, u"制作人", u"Made by"},
    {Phrase::Device, u"设备与程序", u"Device and program"},
    {Phrase::Method, u"取得方法", u"Method"},
    {Phrase::MadeFrom, u"由此生成", u"Made from"},
    {Phrase::Recipe, u"生成方法", u"How it was made"},
    {Phrase::FileTime, u"文件所带时间", u"Time of the file"},
    {Phrase::DeviceClock, u"设备时钟与本机之差（+ 为快）",
     u"Device's clock beside this computer's (+ is ahead)"},
    {Phrase::Custody, u"保管链", u"Custody"},
    {Phrase::AddedBy, u"存入", u"added"},
    {Phrase::ScannedBy, u"读码", u"codes read"},
    {Phrase::DestroyedBy, u"依令销毁", u"destroyed by order"},
    {Phrase::Signatures, u"签名", u"Signatures"},
    {Phrase::Form, u"文书", u"Form"},
    {Phrase::SignedUpon, u"签署所依据的条目（连同其依据的全部条目）",
     u"signed upon these entries and all that they build on"},
    {Phrase::NotInBundle, u"不在本包中", u"not in this bundle"},
    {Phrase::History, u"经过", u"History"},
    {Phrase::HistoryOrder, u"按条目之间的先后依据排列，不按时钟；时间均为本机时钟所称，另有注明者除外。",
     u"In the order in which entries build on each other, not by clocks. Times are claims of the laptop's "
     u"clock "
     u"unless it says otherwise."},
    {Phrase::Number, u"日志与序号", u"Log and number"},
    {Phrase::Time, u"时间", u"Time"},
    {Phrase::OfficerColumn, u"执法人员", u"Officer"},
    {Phrase::What, u"内容", u"What"},
    {Phrase::Hash, u"条目哈希", u"Entry hash"},
    {Phrase::Heads, u"最新条目", u"Newest entries"},
    {Phrase::UnknownKind, u"本程序不认识的条目，原样列出", u"of a kind not known here, shown as it is"},
    {Phrase::MalformedEntry, u"内容不合格式，不产生效力", u"malformed, without effect"},
    {Phrase::SealedCount, u"项密封内容（含掩护项）", u"sealed values, decoys included"},
    {Phrase::NotLater, u"不晚于", u"not later than"},
    {Phrase::NotEarlier, u"不早于", u"not earlier than"},
    {Phrase::EndOfPage, u"阅读页完", u"End of the reading page"},
    {Phrase::Other, u"其他", u"Other"},
    {Phrase::Line, u"序号", u"No."},
    {Phrase::Untitled, u"（无标题）", u"(untitled)"},
    {Phrase::WellFormed, u"格式相符", u"well-formed"},
};

}  // namespace

Words words(Phrase phrase) {
    for (const Row& row : rows)
        if (row.phrase == phrase)
            return {row.chinese.toString(), row.english.toString()};
    return {};
}

std::vector<Phrase> phrases() {
    std::vector<Phrase> all;
    for (const Row& row : rows)
        all.push_back(row.phrase);
    return all;
}

const Words& Labels::of(text::TermGroup group, const QString& key) {
    const auto known = m_known.find({group, key});
    if (known != m_known.end())
        return known->second;
    // A page with a hundred thousand made-up keys must not grow without end.
    if (m_known.size() > 1000)
        m_known.clear();
    return m_known
        .emplace(std::pair(group, key),
                 Words{text::term(group, key, m_chinese), text::term(group, key, m_english)})
        .first->second;
}

Words Labels::reason(text::Topic topic, const QString& key) const {
    return {text::reason(topic, key, m_chinese), text::reason(topic, key, m_english)};
}

Words readable(const domain::Field* field, const QString& value) {
    if (field && field->kind == domain::FieldType::OneOf)
        for (const domain::Choice& choice : field->choices)
            if (choice.key == value)
                return {choice.printed.toString(), QString::fromUtf8(choice.label)};
    if (field && field->kind == domain::FieldType::YesNo && (value == u"yes" || value == u"no"))
        return value == u"yes" ? Words{u"是"_s, u"yes"_s} : Words{u"否"_s, u"no"_s};
    if (field && field->kind == domain::FieldType::DateTime) {
        static const QRegularExpression form(
            u"^(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d:\\d\\d:\\d\\d[.\\d]*)(?:Z|([+-]\\d\\d:\\d\\d))$"_s);
        if (const auto match = form.match(value); match.hasMatch()) {
            const QString time =
                u"%1年%2月%3日 %4 UTC%5"_s.arg(match.captured(1), match.captured(2), match.captured(3),
                                               match.captured(4), match.captured(5));
            return {time, time};
        }
    }
    return {value, value};
}

QString timeText(UtcMs at) {
    return QDateTime::fromMSecsSinceEpoch(at, Qt::OffsetFromUTC, 8 * 3600)
        .toString(u"yyyy年MM月dd日 HH:mm:ss 'UTC+8'"_s);
}

}  // namespace chayan::page
