#include "core/domain/fold.h"
#include "core/view/html.h"
#include "core/view/terms.h"
#include "core/view/view.h"
#include "tests/core/domain/histories.h"

#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

using namespace histories;
using namespace chayan::page;

class TestView : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void phrasesAreWhole();
    void everyFieldHasLabels();
    void escaping_data();
    void escaping();
    void ordinary();
    void hostileEverywhere();
    void sealedValues();
    void conflictsShowAllSides();
    void originals();
    void boundsOfTime();
    void randomHistories();
    void streams();
    void failingSink();
};

namespace {

/// A page read back by a parser that knows nothing of how it was made.
struct Page {
    QByteArray bytes;
    QString text;
    QStringList hrefs;
    QStringList images;
    QString problem;
};

Page read(const QByteArray& bytes) {
    static const QStringList elements =
        u"html head meta title style body header footer div section h1 h2 h3 h4 p "
        "b i bdi span a br dl dt dd ul ol li pre table thead tbody tr th td figure "
        "figcaption img svg polygon text"_s.split(u' ');
    Page page{bytes, {}, {}, {}, {}};
    QXmlStreamReader xml(bytes);
    bool inStyle = false;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == u"style")
            inStyle = false;
        if (xml.isCharacters() && !inStyle)
            page.text += xml.text();
        if (!xml.isStartElement())
            continue;
        inStyle = xml.name() == u"style";
        if (!elements.contains(xml.name()))
            page.problem += u"element %1; "_s.arg(xml.name());
        for (const QXmlStreamAttribute& attribute : xml.attributes()) {
            const QString value = attribute.value().toString();
            if (attribute.name().startsWith(u"on") || attribute.name() == u"style")
                page.problem += u"attribute %1; "_s.arg(attribute.name());
            if (attribute.name() == u"href")
                page.hrefs << value;
            else if (attribute.name() == u"src")
                page.images << value;
            else if (value.contains(u"http") || value.contains(u"javascript"))
                page.problem += u"value %1; "_s.arg(value);
        }
    }
    if (xml.hasError())
        page.problem += u"%1 at line %2; "_s.arg(xml.errorString()).arg(xml.lineNumber());
    static const QRegularExpression link(u"^#d[0-9]+$|^\\.\\./data/originals/[0-9a-f]{64}(\\.[a-z0-9]+)?$"_s);
    for (const QString& target : page.hrefs + page.images)
        if (!link.match(target).hasMatch())
            page.problem += u"link %1; "_s.arg(target);
    if (bytes.toLower().contains("<script") || bytes.contains("url(") || bytes.contains("@import"))
        page.problem += u"something active; "_s;
    static const QRegularExpression unseen(
        u"[\\x{0}-\\x{8}\\x{b}-\\x{1f}\\x{7f}-\\x{9f}\\x{200b}\\x{200e}\\x{200f}"
        "\\x{2028}-\\x{202e}\\x{2060}-\\x{206f}\\x{feff}\\x{e0000}-\\x{e007f}]"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    if (const auto match = unseen.match(QString::fromUtf8(bytes)); match.hasMatch())
        page.problem += u"an unseen character at %1; "_s.arg(match.capturedStart());
    return page;
}

Page write(const BundleSummary& summary, const std::vector<Dossier>& dossiers) {
    QByteArray bytes;
    auto page = IndexPage::begin(summary, [&](ByteView piece) -> Status {
        bytes.append(reinterpret_cast<const char*>(piece.data()), qsizetype(piece.size()));
        return {};
    });
    for (const Dossier& dossier : dossiers)
        if (!page || !page->add(dossier))
            qFatal("the page failed");
    if (!page || !page->end())
        qFatal("the page failed");
    return read(bytes);
}

Dossier folded(const std::vector<Fact>& facts, const OpenedValues& opened = {}) {
    return fold(histories::dossier, facts, opened).value();
}

BundleSummary summaryOf(const Dossier& d) {
    BundleSummary summary;
    summary.name = u"chayan-20261124"_s;
    summary.program = u"chayan 0.1.0"_s;
    summary.at = 1795485600000;
    summary.dossiers.push_back({d.id, d.type, d.value(u"title"), qint64(d.history.size())});
    summary.entries = qint64(d.history.size());
    summary.officers[Digest{}] = {u"张三"_s, u"川0101-007"_s, u"成都市市场监督管理局"_s};
    return summary;
}

const QString hostile =
    u"</bdi><script>alert('x')</script>\"onload='y' &amp; javascript:z \u202egpj\u2066 ]]> <!-- "_s +
    QChar(0x1b) + QChar(0xd800) + u"http://evil.example/\U000e0041\ufeff"_s;

}  // namespace

void TestView::phrasesAreWhole() {
    static const QRegularExpression han(u"[\\x{4e00}-\\x{9fff}]"_s);
    const std::vector<Phrase> all = phrases();
    QCOMPARE(all.size(), std::size_t(Phrase::WellFormed) + 1);
    std::set<Phrase> seen;
    for (const Phrase phrase : all) {
        QVERIFY(seen.insert(phrase).second);
        const Words said = words(phrase);
        QVERIFY2(!said.english.contains(han) && !said.english.isEmpty(), said.english.toUtf8());
        QVERIFY2(said.chinese.contains(han) || said.chinese == said.english, said.chinese.toUtf8());
    }
}

void TestView::everyFieldHasLabels() {
    const std::vector<QString> known = text::keys(text::TermGroup::Field);
    const std::vector<QString> sections = text::keys(text::TermGroup::Section);
    const text::Texts english(text::Language::English);
    for (const Field& field : fields()) {
        QVERIFY2(std::ranges::find(known, field.key.toString()) != known.end(), field.key.toUtf8());
        const QString section = (field.list.isEmpty() ? field.section : field.list).toString();
        QVERIFY2(std::ranges::find(sections, section) != sections.end(), section.toUtf8());
        // Both tables say the same in English.
        QCOMPARE(text::term(text::TermGroup::Field, field.key.toString(), english),
                 QString::fromUtf8(field.label));
    }
}

void TestView::escaping_data() {
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("shown");
    QTest::newRow("markup") << u"<a b=\"c\" d='e'>&amp;</a>"_s
                            << u"&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;&lt;/a&gt;"_s;
    QTest::newRow("lines") << u"a\nb\tc"_s << u"a\nb\tc"_s;
    QTest::newRow("controls") << QString(QChar(0)) + u"\r\u001b\u0085"_s
                              << u"[U+0000][U+000D][U+001B][U+0085]"_s;
    QTest::newRow("bidi") << u"a\u202eb\u2066\u200f"_s << u"a[U+202E]b[U+2066][U+200F]"_s;
    QTest::newRow("invisible") << u"a\u200bb\ufeff\u00ad"_s << u"a[U+200B]b[U+FEFF][U+00AD]"_s;
    QTest::newRow("tags") << u"a\U000e0041"_s << u"a[U+E0041]"_s;
    QTest::newRow("noncharacters") << QString(QChar(0xfffe)) + u"\U0001ffff"_s << u"[U+FFFE][U+1FFFF]"_s;
    QTest::newRow("half a pair") << QString(QChar(0xd800)) + u"x"_s + QChar(0xdc00) << u"\ufffdx\ufffd"_s;
    QTest::newRow("people") << u"家👨\u200d👩‍👧 😀 עברית"_s
                            << u"家👨\u200d👩‍👧 😀 עברית"_s;
}

void TestView::escaping() {
    QFETCH(QString, given);
    QFETCH(QString, shown);
    QCOMPARE(escaped(given), shown);
}

void TestView::ordinary() {
    Replica a{1};
    a.write(DossierOpened{u"visit"_s, {}});
    a.write(FieldSet{u"title"_s, u"仓库检查"_s});
    a.write(FieldSet{u"category"_s, u"cosmetics"_s});
    a.write(FieldSet{u"rights_told"_s, u"yes"_s});
    a.write(FieldSet{u"started_at"_s, u"2099-11-24T09:12:00+08:00"_s});
    a.write(FieldSet{u"of_tomorrow"_s, u"kept too"_s});
    a.write(ItemAdded{itemId(1), u"goods"_s, {{u"name"_s, u"面霜"_s}, {u"quantity"_s, u"120"_s}}});
    a.write(ItemAdded{itemId(2), u"goods"_s, {{u"lot"_s, u"L7"_s}}});
    a.write(ItemRemoved{itemId(2)});
    a.write(RecordSigned{itemId(9), u"9"_s, u"拒签"_s});
    a.write(Cosigned{itemId(9)});
    a.write(u"newer.kind"_s, Json::Object{{"x", u"seven"_s}});
    a.write(u"field.set"_s, Json::Object{{"x", u"eight"_s}});
    const Dossier d = folded(a.facts);
    const Page page = write(summaryOf(d), {d});
    QCOMPARE(page.problem, QString());
    for (const auto* expected :
         {u"仓库检查", u"化妆品 Cosmetics", u"是 yes", u"of_tomorrow", u"kept too", u"面霜", u"120", u"张三",
          u"川0101-007", u"拒签", u"seven", u"eight", u"chayan-20261124", u"2026年11月24日 10:00:00 UTC+8",
          u"2099年11月24日 09:12:00 UTC+08:00", u"openssl cms -verify -binary -inform DER",
          u"unzip chayan-20261124.bundle.zip", u"标题 Title", u"is missing"})
        QVERIFY2(page.text.contains(QStringView(expected)), QStringView(expected).toUtf8());
    for (const Event& event : d.history)
        QVERIFY(page.text.contains(event.fact.hash.hex()));
    QCOMPARE(page.hrefs, QStringList(u"#d1"_s));
    // Of the removed line only the history speaks.
    QCOMPARE(page.text.count(u"L7"_s), 1);
}

void TestView::hostileEverywhere() {
    // Every string that any part of the input can hold, hostile.
    Replica a{1};
    OpenedValues opened;
    SealedSet sealed;
    const auto seal = [&](const QString& name) {
        const QString digest = sealedDigest(name);
        sealed.sealed.push_back({digest, slotOf(name)});
        opened[digest] = Opened{name, Json(hostile)};
    };
    a.write(DossierOpened{u"visit"_s, {}});
    // The bodies are put in by hand, since canonical JSON would refuse half a surrogate pair.
    std::vector<Fact> facts = a.facts;
    const auto add = [&](const Body& body) {
        Fact fact = makeFact(1, qint64(facts.size()), {facts.back().hash}, u"x"_s, {});
        fact.kind = kindOf(body);
        fact.body = writeBody(body);
        facts.push_back(std::move(fact));
    };
    const std::vector<const Field*> form = fieldsOf(u"visit");
    for (const Field* field : form)
        if (field->sealed)
            seal(field->key.toString());
        else
            add(FieldSet{field->key.toString(), hostile});
    add(FieldSet{hostile, hostile});
    std::vector<FieldValue> goods{{hostile, hostile}};
    for (const Field* field : fieldsOf(u"visit", u"goods"))
        goods.push_back({field->key.toString(), hostile});
    add(ItemAdded{itemId(1), u"goods"_s, goods});
    add(ItemAdded{itemId(2), hostile, {{hostile, hostile}}});
    OriginalAdded original{itemId(3), {}, 9, hostile, u"derived"_s, hostile};
    original.device = original.app = original.method = original.medium = original.recipe = hostile;
    original.parents = {{Digest{}}};
    add(original);
    seal(u"original_name/"_s + itemId(3).text());
    seal(hostile);
    CodeScanned scanned{itemId(3), {{hostile, hostile, {}, {}, hostile}}};
    scanned.width = scanned.height = 100;
    scanned.error = hostile;
    add(scanned);
    add(RecordSigned{itemId(4), hostile, hostile});
    add(OriginalDestroyed{itemId(3), hostile});
    std::ranges::sort(sealed.sealed, {}, &SealedValue::digest);
    add(sealed);
    add(ItemSet{itemId(1), hostile, hostile});
    Fact odd = makeFact(1, qint64(facts.size()), {facts.back().hash}, u"x"_s, {});
    odd.kind = hostile;
    odd.body = Json::Object{{"x", u"</td><script>"_s}};
    facts.push_back(odd);

    const Dossier d = folded(facts, opened);
    for (const Event& event : d.history)
        QVERIFY2(!std::holds_alternative<Malformed>(event.body), qPrintable(event.fact.kind));
    BundleSummary summary = summaryOf(d);
    summary.name = summary.program = summary.recipient = summary.purpose = hostile;
    summary.officers[Digest{}] = {hostile, hostile, hostile};
    summary.originals[Digest{}] = hostile;
    summary.dossiers[0].title = summary.dossiers[0].type = hostile;
    summary.anchors.push_back({logId(1), 1000, 0, 1795485600000, hostile});
    const Page page = write(summary, {d});
    QCOMPARE(page.problem, QString());
    QVERIFY(page.images.isEmpty());
    // Nothing was swallowed either: each place says what was there, made visible.
    const QString visible =
        u"<script>alert('x')</script>\"onload='y' &amp; javascript:z [U+202E]gpj[U+2066] ]]>"_s;
    // Of the form each field stands twice, in its place and in the history, but for sealed ones.
    QVERIFY2(page.text.count(visible) > int(form.size()) * 3 / 2 + 60,
             qPrintable(QString::number(page.text.count(visible))));
    // A command that the reader copies holds nothing of it.
    QVERIFY(page.text.contains(u"unzip NAME.bundle.zip"_s));
}

void TestView::sealedValues() {
    const QString digest = sealedDigest(u"1"_s);
    Replica a{1};
    a.write(DossierOpened{u"visit"_s, {{digest, slotOf(u"1"_s)}}});
    const QString secret = u"线人甲"_s;
    const OpenedValues opened{{digest, {u"complainant_name"_s, secret}}};
    Dossier d = folded(a.facts, opened);
    Page page = write(summaryOf(d), {d});
    QCOMPARE(page.problem, QString());
    QVERIFY(page.text.contains(secret));
    QVERIFY(page.text.contains(words(Phrase::SealedShown).english));
    d = folded(a.facts);
    page = write(summaryOf(d), {d});
    QVERIFY(!page.text.contains(secret));
    // Whether there was a complainant at all is not said.
    QVERIFY(!page.text.contains(u"complainant"_s, Qt::CaseInsensitive));
    // A newer value that is withheld hides the older one.
    a.write(SealedSet{{{sealedDigest(u"2"_s), slotOf(u"1"_s)}}});
    d = folded(a.facts, opened);
    page = write(summaryOf(d), {d});
    QVERIFY(!page.text.contains(secret));
    QVERIFY(page.text.contains(words(Phrase::NotDisclosed).english));
}

void TestView::conflictsShowAllSides() {
    Replica a{1};
    Replica b{2};
    a.write(DossierOpened{u"visit"_s, {}});
    a.write(FieldSet{u"place"_s, u"原址"_s});
    a.write(ItemAdded{itemId(1), u"goods"_s, {{u"name"_s, u"鞋"_s}}});
    b.receive(a);
    a.write(FieldSet{u"place"_s, u"甲地"_s});
    b.write(FieldSet{u"place"_s, u"乙地"_s});
    a.write(ItemRemoved{itemId(1)});
    b.write(ItemSet{itemId(1), u"name"_s, u"帽"_s});
    a.receive(b);
    const Dossier d = folded(a.facts);
    const Page page = write(summaryOf(d), {d});
    QCOMPARE(page.problem, QString());
    const QString box = page.text.mid(page.text.indexOf(words(Phrase::Conflicts).chinese)).left(900);
    for (const auto* expected : {u"甲地", u"乙地", u"原址", u"修改前 before", u"移除 removed", u"保留 kept"})
        QVERIFY2(box.contains(QStringView(expected)), QStringView(expected).toUtf8());
    QVERIFY(page.text.contains(u"帽"_s));
    b.receive(a);
    b.write(FieldSet{u"place"_s, u"乙地"_s});
    b.write(ItemRemoved{itemId(1)});
    const Dossier decided = folded(b.facts);
    QVERIFY(!write(summaryOf(decided), {decided}).text.contains(words(Phrase::Conflicts).chinese));
}

void TestView::originals() {
    Replica a{1};
    a.write(DossierOpened{u"visit"_s, {}});
    std::array<Digest, 5> hashes{};
    const QString types[] = {u"image/jpeg"_s, u"image/jpeg"_s, u"image/svg+xml"_s, u"application/pdf"_s,
                             u"image/png"_s};
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        hashes[i].bytes.fill(std::uint8_t(i + 1));
        a.write(OriginalAdded{itemId(int(i)), hashes[i], 3'145'728, types[i], u"imported"_s, Digest{}.hex()});
    }
    CodeScanned scanned{
        itemId(0), {{u"EAN-13"_s, u"6901234567892"_s, {}, {{{1, 2}, {3, 4}, {5, 6}, {-7, 8}}}, u"plain"_s}}};
    scanned.width = 4000;
    scanned.height = 3000;
    a.write(scanned);
    CodeScanned unread{itemId(4), {}};
    unread.error = u"cut_off"_s;
    a.write(unread);
    const Dossier d = folded(a.facts);
    BundleSummary summary = summaryOf(d);
    summary.originals[hashes[0]] = hashes[0].hex() + u".jpg"_s;
    summary.originals[hashes[2]] = hashes[2].hex() + u".svg"_s;
    summary.originals[hashes[3]] = hashes[3].hex() + u".pdf"_s;
    summary.originals[hashes[4]] = u"../../"_s + hashes[4].hex() + u".png"_s;
    const Page page = write(summary, {d});
    QCOMPARE(page.problem, QString());
    const QString path = u"../data/originals/"_s + hashes[0].hex() + u".jpg"_s;
    QCOMPARE(page.images, QStringList(path));
    QCOMPARE(page.hrefs, QStringList({u"#d1"_s, path}));
    QVERIFY(page.bytes.contains("viewBox=\"0 0 4000 3000\"><polygon points=\"1,2 3,4 5,6 -7,8 \"/>"));
    QVERIFY(page.bytes.contains("loading=\"lazy\"") && page.bytes.contains("width=\"4000\" height=\"3000\""));
    for (const auto* expected :
         {u"6901234567892", u"EAN-13 商品条码", u"格式相符 well-formed", u"3,145,728 B", u"导入 Imported",
          u"图片不完整", u"The picture ends too early"})
        QVERIFY2(page.text.contains(QStringView(expected)), QStringView(expected).toUtf8());
    QCOMPARE(page.text.count(words(Phrase::NotIncluded).chinese), 2);
    QCOMPARE(page.text.count(words(Phrase::OtherFile).chinese), 2);
    for (const Digest& hash : hashes)
        QVERIFY(page.text.contains(hash.hex()));
}

void TestView::boundsOfTime() {
    Replica a{1};
    a.write(DossierOpened{u"visit"_s, {}});
    a.write(FieldSet{u"title"_s, u"one"_s});
    a.write(FieldSet{u"title"_s, u"two"_s});
    const Dossier d = folded(a.facts);
    BundleSummary summary = summaryOf(d);
    const UtcMs early = 1795485600000;
    const UtcMs late = early + 3'600'000;
    summary.anchors = {{logId(1), 3, 1, late, u"省局"_s},
                       {logId(1), 2, -1, early, u"市局"_s},
                       {logId(2), 9, 0, early, u"外局"_s}};
    const Page page = write(summary, {d});
    QCOMPARE(page.text.count(words(Phrase::NotLater).chinese), 3);
    QCOMPARE(page.text.count(words(Phrase::NotEarlier).chinese), 1);
    QCOMPARE(page.text.count(u"市局"_s), 2);
    QCOMPARE(page.text.count(u"省局"_s), 2);
    QVERIFY(!page.text.contains(u"外局"_s));
}

void TestView::randomHistories() {
    for (unsigned seed = 20261124; seed < 20261124 + 20; ++seed) {
        Random random(seed);
        OpenedValues opened;
        Replica all{0};
        for (const Replica& replica : randomReplicas(random, 60, opened))
            all.receive(replica);
        const Dossier d = folded(all.facts, opened);
        const Page page = write(summaryOf(d), {d});
        QVERIFY2(page.problem.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(page.problem)));
    }
}

void TestView::streams() {
    std::vector<Fact> facts;
    for (int i = 0; i < 20'000; ++i)
        facts.push_back(
            makeFact(1, i, i ? std::vector{facts.back().hash} : std::vector<Digest>{}, u"field.set"_s,
                     Json::Object{{"field", u"f%1"_s.arg(i % 40)}, {"value", QString::number(i)}}));
    const Dossier d = folded(facts);
    const BundleSummary summary = summaryOf(d);
    std::size_t largest = 0;
    std::size_t total = 0;
    auto page = IndexPage::begin(summary, [&](ByteView piece) -> Status {
        largest = std::max(largest, piece.size());
        total += piece.size();
        return {};
    });
    QVERIFY(page && page->add(d) && page->end());
    QVERIFY2(total > 5'000'000 && largest < 200'000, qPrintable(QString::number(largest)));
}

void TestView::failingSink() {
    const Dossier d = folded({});
    const BundleSummary summary = summaryOf(d);
    std::vector<Fact> facts;
    for (int i = 0; i < 2000; ++i)
        facts.push_back(
            makeFact(1, i, i ? std::vector{facts.back().hash} : std::vector<Digest>{}, u"x"_s, {}));
    int calls = 0;
    auto page = IndexPage::begin(summary, [&](ByteView) -> Status {
        ++calls;
        return fail(ErrorKind::DiskFull, u"index.html"_s);
    });
    QVERIFY(page);
    const Status added = page->add(folded(facts));
    QVERIFY(!added && added.error().kind == ErrorKind::DiskFull);
    QVERIFY(!page->end());
    QCOMPARE(calls, 1);
}

QTEST_APPLESS_MAIN(TestView)
#include "test_view.moc"
