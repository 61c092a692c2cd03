#include "core/text/cross_notices.h"
#include "core/text/details.h"
#include "core/text/explain.h"
#include "core/text/reasons.h"
#include "core/text/terms.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace chayan;
using namespace chayan::text;

namespace {

bool hasChinese(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c >= u'\u4e00' && c <= u'\u9fff'; });
}

const Topic topics[] = {Topic::Picture, Topic::Bundle, Topic::Ledger, Topic::Identifier,
                        Topic::IdentifierNotice};
const TermGroup groups[] = {TermGroup::Field,  TermGroup::Section, TermGroup::Entry,   TermGroup::Dossier,
                            TermGroup::Origin, TermGroup::State,   TermGroup::Verdict, TermGroup::Check,
                            TermGroup::Time,   TermGroup::Scheme,  TermGroup::Part,    TermGroup::Word};

}  // namespace

class TestText : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyErrorIsExplained();
    void bothLanguagesAtOnce();
    void everyReasonIsASentence();
    void everyTermHasALabel();
    void detailsInBothLanguages();
    void everyDetailIsOneOfTheSources();
    void unknownKeysAnswerThemselves();
    void applicationIdentifiersHaveTitles();
    void argumentsAreNotPatterns();
    void languagesHaveCodes();
    void applicationsCanInstallThem();
};

void TestText::everyErrorIsExplained() {
    const Texts zh = Language::Chinese;
    const Texts en = Language::English;
    std::set<QString> said;
    int kinds = 0;
    // The enumeration has no end mark; past its last kind, name() answers with Internal's name.
    for (auto kind = ErrorKind{}; kinds == 0 || kind <= ErrorKind::Internal;
         kind = static_cast<ErrorKind>(static_cast<int>(kind) + 1)) {
        ++kinds;
        const Explained chinese = explain({kind, {}, {}}, zh);
        const Explained english = explain({kind, {}, {}}, en);
        const QByteArray which = name(kind).toUtf8();
        QVERIFY2(english.what != name(kind), which);
        QVERIFY2(english.what.endsWith(u'.') && english.advice.endsWith(u'.'), which);
        QVERIFY2(chinese.what.endsWith(u'。') && chinese.advice.endsWith(u'。'), which);
        QVERIFY2(hasChinese(chinese.what) && hasChinese(chinese.advice), which);
        QVERIFY2(!hasChinese(english.what + english.advice), which);
        QVERIFY2(said.insert(english.what).second, which);
    }
    QCOMPARE(kinds, static_cast<int>(ErrorKind::Internal) + 1);
}

void TestText::bothLanguagesAtOnce() {
    const Error error{ErrorKind::WrongPassphrase, u"officer.key"_s, u"pkcs8"_s};
    QCOMPARE(explain(error, Language::English).what, u"officer.key: The passphrase is wrong."_s);
    QCOMPARE(explain(error, Language::Chinese).what, u"officer.key：口令不正确。"_s);
    const Texts zh = Language::Chinese;
    const Texts en = Language::English;
    const Texts copy = zh;
    QCOMPARE(term(TermGroup::Verdict, u"valid"_s, zh) + u' ' + term(TermGroup::Verdict, u"valid"_s, en),
             u"有效 Valid"_s);
    QCOMPARE(term(TermGroup::Verdict, u"valid"_s, copy), u"有效"_s);
}

void TestText::everyReasonIsASentence() {
    const Texts zh = Language::Chinese;
    const Texts en = Language::English;
    for (const Topic topic : topics) {
        QVERIFY(!keys(topic).empty());
        std::set<QString> seen;
        for (const QString& key : keys(topic)) {
            const QByteArray which = key.toUtf8();
            QVERIFY2(seen.insert(key).second, which);
            QVERIFY2(reason(topic, key, en).endsWith(u'.') || reason(topic, key, en).endsWith(u')'), which);
            QVERIFY2(reason(topic, key, zh).endsWith(u'。'), which);
            QVERIFY2(hasChinese(reason(topic, key, zh)) && !hasChinese(reason(topic, key, en)), which);
        }
    }
    for (const QString& key : crossNoticeKeys()) {
        const QStringList values{u"one"_s, u"two"_s, u"three"_s};
        QVERIFY2(crossNotice(key, values, en).endsWith(u'.'), qPrintable(key));
        QVERIFY2(crossNotice(key, values, zh).endsWith(u'。'), qPrintable(key));
        QVERIFY2(crossNotice(key, values, zh).contains(u"one"_s) && hasChinese(crossNotice(key, values, zh)),
                 qPrintable(key));
    }
    QCOMPARE(reason(Topic::Picture, u"cut_off"_s, zh), u"图片不完整，末尾部分缺失。"_s);
    QCOMPARE(reason(Topic::Bundle, u"gap"_s, en),
             u"There are bytes between the members that belong to none of them."_s);
}

void TestText::everyTermHasALabel() {
    const Texts zh = Language::Chinese;
    const Texts en = Language::English;
    // Names that are the same in every language.
    const std::set<QString> international = {u"ISSN"_s};
    for (const TermGroup group : groups) {
        QVERIFY(!keys(group).empty());
        std::set<QString> seen;
        for (const QString& key : keys(group)) {
            const QString label = term(group, key, zh);
            const QByteArray which = key.toUtf8();
            QVERIFY2(seen.insert(key).second, which);
            QVERIFY2(hasChinese(label) || international.contains(label), which);
            QVERIFY2(!hasChinese(term(group, key, en)) && !term(group, key, en).isEmpty(), which);
        }
    }
}

void TestText::detailsInBothLanguages() {
    const Texts zh = Language::Chinese;
    const Texts en = Language::English;
    for (const QString& pattern : detailPatterns()) {
        QCOMPARE(detail(pattern, en), pattern);
        QVERIFY2(hasChinese(detail(pattern, zh)), qPrintable(pattern));
    }
    const QString said = u"open: No such file or directory (errno 2)"_s;
    QCOMPARE(detail(said, en), said);
    QCOMPARE(detail(said, zh), u"打开：没有这个文件或目录（错误号 2）"_s);
    QCOMPARE(detail(u"the fields of visit are title, kind"_s, zh), u"visit 的字段有：title, kind"_s);
    // What stands in no pattern, or not wholly in one, stays.
    for (const QString& other :
         {u"level 3 of 5"_s, u"larger than  bytes"_s, u"not UTF-8 at all"_s, QString()})
        QCOMPARE(detail(other, zh), other);
}

/// A pattern that no source has any more would be dead, and its detail untranslated.
void TestText::everyDetailIsOneOfTheSources() {
    QString sources;
    for (const char* folder : {"/core", "/app"}) {
        QDirIterator files(QString::fromUtf8(CHAYAN_SOURCE_DIR) + QLatin1StringView(folder), {u"*.cpp"_s},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName().endsWith(u"core/text/details.cpp") || !file.open(QIODevice::ReadOnly))
                continue;
            sources += QString::fromUtf8(file.readAll());
        }
    }
    sources.remove(QRegularExpression(u"\"\\s*\\n\\s*\""_s));  // literals over several lines
    for (const QString& pattern : detailPatterns()) {
        // errorFromErrno() puts its sentence together; the system's own words stand in no source.
        const bool ofSystem = pattern.front().isUpper();
        const QString wanted = pattern.section(u": %1 (errno"_s, 0, 0);
        QVERIFY2(ofSystem || sources.contains(u'"' + wanted + u'"'), qPrintable(pattern));
    }
}

void TestText::unknownKeysAnswerThemselves() {
    QCOMPARE(reason(Topic::Ledger, u"of_tomorrow"_s, Language::Chinese), u"of_tomorrow"_s);
    QCOMPARE(term(TermGroup::Entry, u"parcel.weighed"_s, Language::English), u"parcel.weighed"_s);
    // Values of an identifier's parts are words of ours in some parts only.
    QCOMPARE(partValue(u"service_name"_s, u"tracked_letter"_s, Language::English), u"tracked letter"_s);
    QCOMPARE(partValue(u"service_name"_s, u"tracked_letter"_s, Language::Chinese), u"跟踪信函"_s);
    QCOMPARE(partValue(u"serial"_s, u"test"_s, Language::English), u"test"_s);
    QCOMPARE(partValue(u"origin"_s, u"3"_s, Language::English), u"3"_s);
    // A key of one topic says nothing in another.
    QCOMPARE(reason(Topic::Picture, u"check_digit"_s, Language::English), u"check_digit"_s);
}

void TestText::argumentsAreNotPatterns() {
    const Texts zh = Language::Chinese;
    QCOMPARE(zh.say("error", "%1: %2", {u"%2 %n 100%"_s, u"b"_s}), u"%2 %n 100%：b"_s);
    QCOMPARE(zh.say("nowhere", "%1 of %n, 5%", {u"a"_s}, 3), u"a of 3, 5%"_s);
    QCOMPARE(explain({ErrorKind::NotFound, u"%1"_s, {}}, zh).what, u"%1：没有找到。"_s);
}

void TestText::applicationIdentifiersHaveTitles() {
    const auto part = [](const QString& key, Language language) {
        return term(TermGroup::Part, key, language);
    };
    QCOMPARE(part(u"ai_01"_s, Language::English), u"(01) Article number (GTIN)"_s);
    QCOMPARE(part(u"ai_01"_s, Language::Chinese), u"（01）商品条码（GTIN）"_s);
    QCOMPARE(part(u"ai_17_date"_s, Language::English), u"(17) Use by or expiry, as a date"_s);
    QCOMPARE(part(u"ai_3102_amount"_s, Language::Chinese), u"（3102）净重（千克），按数值"_s);
    QCOMPARE(part(u"ai_7255"_s, Language::English), u"ai_7255"_s);  // no words for it
    QCOMPARE(part(u"ai_"_s, Language::English), u"ai_"_s);
}

void TestText::languagesHaveCodes() {
    QCOMPARE(code(Language::Chinese), u"zh_CN"_s);
    QCOMPARE(languageOf(u"zh_CN.UTF-8"), Language::Chinese);
    QCOMPARE(languageOf(u"zh-Hans-CN"), Language::Chinese);
    QCOMPARE(languageOf(u"en"), Language::English);
    QCOMPARE(languageOf(u"C"), Language::English);
}

void TestText::applicationsCanInstallThem() {
    QTranslator translator;
    QVERIFY(text::load(translator, Language::Chinese));
    QVERIFY(!translator.isEmpty());
    QCOMPARE(translator.translate("dossier", "Visit"), u"现场检查"_s);
}

QTEST_APPLESS_MAIN(TestText)
#include "test_text.moc"
