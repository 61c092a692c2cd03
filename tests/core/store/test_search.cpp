#include "core/domain/kinds.h"
#include "core/store/listing.h"
#include "core/store/search.h"
#include "tests/support/store_fixture.h"

#include <QtTest>

using namespace chayan;
using namespace chayan::store;
using namespace Qt::StringLiterals;

class TestSearch : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void finds_data();
    void finds();
    void pagesNewestFirst();
    void snippets();

  private:
    DossierId visit(Writer& writer, const std::shared_ptr<const Signer>& signer, const QString& title,
                    const QString& notes) {
        const DossierId id = DossierId::random();
        const auto job = [&](Draft& draft) -> Status {
            for (const domain::Body& body : {domain::Body(domain::DossierOpened{u"visit"_s, {}}),
                                             domain::Body(domain::FieldSet{u"title"_s, title}),
                                             domain::Body(domain::FieldSet{u"notes"_s, notes})}) {
                CHAYAN_TRY(const auto entry, draft.append(id, domain::kindOf(body), domain::writeBody(body)));
            }
            return {};
        };
        if (!writer.submit(signer, job).get())
            qFatal("not written");
        return id;
    }
    QTemporaryDir m_folder;
};

void TestSearch::finds_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("total");
    QTest::newRow("one character") << u"霜"_s << 2;
    QTest::newRow("two characters") << u"面霜"_s << 1;
    QTest::newRow("not in this order") << u"霜面"_s << 0;
    QTest::newRow("all words") << u"霜 城东"_s << 1;
    QTest::newRow("code") << u"6901234567892"_s << 1;
    QTest::newRow("beginning of a code") << u"690123"_s << 1;
    QTest::newRow("case and width") << u"ｌot-Ａ７"_s << 1;
    QTest::newRow("capitals with marks") << u"GRÖSSE"_s << 1;
    QTest::newRow("sharp s") << u"größe"_s << 1;
    QTest::newRow("marks apart") << u"gro\u0308ße"_s << 1;
    QTest::newRow("half-width for full-width") << u"AB-12"_s << 1;
    QTest::newRow("full-width for half-width") << u"ＬＯＴ－Ａ７"_s << 1;
    QTest::newRow("half-width kana") << u"\uff76\uff9e\uff97\uff7d"_s << 1;
    QTest::newRow("nothing") << u"没有"_s << 0;
}

void TestSearch::finds() {
    QFETCH(QString, text);
    QFETCH(int, total);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"store.sqlite"_s);
    const auto signer = test::officer(u"甲"_s);
    const auto writer = test::writerOn(path, signer, std::make_shared<test::TickingClock>());
    visit(*writer, signer, u"城东 面霜"_s, u"LOT-A7 6901234567892"_s);
    visit(*writer, signer, u"城西 眼霜"_s, u"Größe ＡＢ－１２ ガラス"_s);
    Database reader = Database::open(path, Database::Mode::ReadOnly).value();
    QCOMPARE(search(reader, text, 10).value().total, qint64(total));
    QCOMPARE(Listing::of(reader, u"visit"_s, text).value().total(reader).value(), qint64(total));
}

void TestSearch::pagesNewestFirst() {
    const QString path = m_folder.filePath(u"pages.sqlite"_s);
    const auto signer = test::officer(u"甲"_s);
    const auto writer = test::writerOn(path, signer, std::make_shared<test::TickingClock>());
    std::vector<DossierId> newest;
    for (int i = 0; i < 7; ++i)
        newest.insert(newest.begin(), visit(*writer, signer, u"第%1"_s.arg(i), u"霜"_s));
    Database reader = Database::open(path, Database::Mode::ReadOnly).value();
    for (const QString& text : {QString(), u"霜"_s}) {
        const Listing listing = Listing::of(reader, u"visit"_s, text).value();
        std::vector<DossierId> seen;
        std::optional<ListPlace> after;
        do {
            const auto page = listing.page(reader, after, 3).value();
            for (const ListedDossier& row : page.rows)
                seen.push_back(row.id);
            after = page.next;
        } while (after && seen.size() < 20);
        QVERIFY(seen == newest);
    }
}

void TestSearch::snippets() {
    const SearchText wanted(u"面霜"_s);
    const QString value = QString(60, u'前') + u"面霜"_s + QString(60, u'后');
    const QString cut = snippetOf(value, wanted.phrases().front());
    QVERIFY(cut.startsWith(u'…') && cut.endsWith(u'…') && cut.contains(u"面霜"_s));
    QCOMPARE(snippetOf(u"一\n面霜"_s, wanted.phrases().front()), u"一 面霜"_s);
}

QTEST_APPLESS_MAIN(TestSearch)
#include "test_search.moc"
