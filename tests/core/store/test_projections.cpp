#include "core/store/facts.h"
#include "core/store/own_log.h"
#include "core/store/projection_rows.h"
#include "core/store/projections.h"
#include "core/store/schema.h"
#include "core/store/search_words.h"
#include "tests/core/domain/histories.h"
#include "tests/support/programs.h"

#include <QtTest>

#include <map>

using namespace chayan::store;
using namespace histories;

namespace {

Json renamed(const Json& value, const QString& from, const QString& to) {
    if (const QString* text = value.string())
        return Json(*text == from ? to : *text);
    if (const Json::Array* array = value.array()) {
        Json::Array result;
        for (const Json& element : *array)
            result.push_back(renamed(element, from, to));
        return Json(std::move(result));
    }
    if (const Json::Object* object = value.object()) {
        Json::Object result;
        for (const auto& [key, member] : *object)
            result.emplace(key, renamed(member, from, to));
        return Json(std::move(result));
    }
    return value;
}

/// The entry of a fact of a random history, with fields of the real table and with codes where some were
/// read.
class Entries {
  public:
    const ledger::Entry& of(const Fact& fact) {
        const auto known = m_entries.find(fact.hash);
        if (known != m_entries.end())
            return known->second;
        std::vector<Digest> after;
        for (const Digest& parent : fact.after)
            after.push_back(m_entries.at(parent).hash);
        const bool form = fact.kind == u"field.set";
        Json body = renamed(fact.body, u"f0"_s, form ? u"title"_s : u"name"_s);
        body = renamed(body, u"f1"_s, form ? u"notes"_s : u"category"_s);
        body = renamed(body, u"f2"_s, form ? u"kind"_s : u"caption"_s);
        if (fact.kind == u"code.scanned")
            body = codes(*ItemId::fromText(*fact.body.stringAt("item")), fact.hash.bytes[0]);
        ledger::EntryDraft draft{*Digest::fromHex(fact.log),
                                 fact.seq,
                                 fact.hash.raw().first(16),
                                 {1'795'485'600'000 + fact.hash.bytes[1] * 1000, u"boot"_s, 1, u"none"_s},
                                 {},
                                 fact.dossier,
                                 std::move(after),
                                 fact.kind,
                                 std::move(body)};
        return m_entries.emplace(fact.hash, ledger::makeEntry(std::move(draft)).value()).first->second;
    }

  private:
    static Json codes(const ItemId& item, int seed) {
        CodeScanned scanned{item, {}};
        for (int i = 0; i < seed % 3; ++i)
            scanned.codes.push_back({u"EAN-13"_s, u"690%1"_s.arg(seed % 7 + i), {}, {}, u"plain"_s});
        return writeBody(scanned);
    }
    std::map<Digest, ledger::Entry> m_entries;
};

void insert(Database& database, const ledger::Entry& entry) {
    Query log = database.prepare("INSERT OR IGNORE INTO log(hash) VALUES(?)");
    QVERIFY(log.bind(entry.log).run());
    Query row = database.prepare(
        "INSERT INTO entry(hash, log, seq, dossier, kind, officer, bytes) "
        "VALUES(?, (SELECT id FROM log WHERE hash=?), ?, ?, ?, ?, ?)");
    QVERIFY(row.bind(entry.hash)
                .bind(entry.log)
                .bind(entry.seq)
                .bind(entry.dossier.text())
                .bind(entry.kind)
                .bind(entry.officer)
                .bind(entry.bytes)
                .run());
}

/// Every row of the projections, without the numbers of rows.
QStringList dump(Database& database) {
    const std::pair<QString, const char*> tables[] = {
        {u"dossier"_s,
         "SELECT "
         "dossier||'|'||type||'|'||title||'|'||place||'|'||kind||'|'||status||'|'||opened||'|'||changed||'|'|"
         "|"
         "entries||'|'||originals||'|'||conflicts FROM dossier"},
        {u"head"_s, "SELECT dossier||'|'||hex(hash) FROM head"},
        {u"item"_s,
         "SELECT d.dossier||'|'||item||'|'||list||'|'||present FROM item JOIN dossier d ON "
         "d.id=item.dossier"},
        {u"conflict"_s,
         "SELECT d.dossier||'|'||about||'|'||item||'|'||key FROM conflict JOIN dossier d ON "
         "d.id=conflict.dossier"},
        {u"text"_s,
         "SELECT d.dossier||'|'||item||'|'||key||'|'||value FROM text_row JOIN dossier d ON "
         "d.id=text_row.dossier"}};
    QStringList rows;
    for (const auto& [name, sql] : tables) {
        Query query = database.prepare(sql);
        while (query.step().value())
            rows << name + u'|' + query.text(0);
    }
    rows.sort();
    return rows;
}

}  // namespace

class TestProjections : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void words();
    void rows();
    void appendingEqualsRebuilding();
    void differencesAreNamed();
    void sealedStaysOut();
    void sqliteOpensTheIndex();

  private:
    Database open(const QString& name) {
        Database database = Database::open(m_folder.filePath(name), Database::Mode::Create).value();
        if (!migrate(database))
            qFatal("no schema");
        return database;
    }
    QTemporaryDir m_folder;
};

void TestProjections::words() {
    const auto spacedOf = [](const QString& text) { return spaced(searchWords(text)); };
    QCOMPARE(spacedOf(u"奶粉ABC-12 Ｎｏ．５"_s), u"奶 粉 abc 12 no 5"_s);
    QCOMPARE(spacedOf(u"STRASSE ﬁne É e\u0301"_s), u"strasse fine é é"_s);
    QCOMPARE(spacedOf(u"ｶﾞラス カﾞ"_s), u"ガ ラ ス ガ"_s);
    QCOMPARE(spacedOf(u"㎏ ① 〇"_s), u"kg 1 〇"_s);
    QCOMPARE(spacedOf(u"𠮷野\U0003134A"_s), u"𠮷 野 \U0003134A"_s);
    QCOMPARE(spacedOf(u"，。 \u001d\u0000"_s), QString());
    // Where they stand in the source, whatever became of their length.
    const QString text = u"共５０㎏𠮷"_s;
    QStringList pieces;
    for (const SearchWord& word : searchWords(text))
        pieces << text.sliced(word.begin, word.end - word.begin);
    QCOMPARE(pieces, (QStringList{u"共"_s, u"５０㎏"_s, u"𠮷"_s}));
    // A string cut inside a pair, or begun by a mark, is no trouble.
    QCOMPARE(searchWords(QString(QChar(0xd842))).size(), 0U);
    QCOMPARE(spacedOf(u"\u0301a"_s), u"a"_s);
}

void TestProjections::rows() {
    Database database = open(u"rows.sqlite"_s);
    Replica office{1};
    Entries entries;
    const auto write = [&](const Body& body) {
        const ledger::Entry& entry = entries.of(office.write(body));
        insert(database, entry);
        QVERIFY(projectAppended(database, entry));
    };
    write(DossierOpened{u"visit"_s, {}});
    write(FieldSet{u"title"_s, u"城东"_s});
    write(FieldSet{u"title"_s, u"城西"_s});
    write(FieldSet{u"kind"_s, u"sampling"_s});
    write(FieldSet{u"complainant_name"_s, u"张三"_s});  // sealed, and yet written openly: not to be found
    write(FieldSet{u"started_at"_s, u"2026-11-24T08:00:00Z"_s});
    write(ItemAdded{itemId(1), u"goods"_s, {{u"name"_s, u"面霜"_s}, {u"quantity"_s, u"3"_s}}});
    write(ItemAdded{itemId(2), u"goods"_s, {{u"name"_s, u"眼霜"_s}}});
    write(ItemRemoved{itemId(2)});
    write(OriginalAdded{itemId(3), {}, 9, u"image/jpeg"_s, u"captured"_s, u"m"_s});

    const Projection projection = readProjection(database, histories::dossier).value();
    QCOMPARE(projection.summary.type, u"visit"_s);
    QCOMPARE(projection.summary.title, u"城西"_s);
    QCOMPARE(projection.summary.kind, u"sampling"_s);
    QCOMPARE(projection.summary.entries, 10);
    QCOMPARE(projection.summary.originals, 1);
    QCOMPARE(projection.items.size(), 3U);
    const std::vector<Projection::Text> texts{{{}, u"kind"_s, u"抽样 Sampling"_s},
                                              {{}, u"title"_s, u"城西"_s},
                                              {itemId(1).text(), u"name"_s, u"面霜"_s}};
    QVERIFY(projection.texts == texts);
    write(ItemSet{itemId(2), u"mark"_s, u"雪"_s});  // it comes back, with what it had
    QCOMPARE(readProjection(database, histories::dossier).value().texts.size(), 5U);
    write(ItemRemoved{itemId(3)});
    QCOMPARE(readProjection(database, histories::dossier).value().summary.originals, 0);
    QVERIFY(compareProjections(database).value().empty());
}

void TestProjections::appendingEqualsRebuilding() {
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    Random random(seed);
    Database database = open(u"random.sqlite"_s);
    for (int round = 0; round < 40; ++round) {
        Transaction transaction = Transaction::begin(database).value();  // undone at the end
        QVERIFY(database.execute("DELETE FROM entry; DELETE FROM log;"));
        QVERIFY(rebuildProjections(database));
        QCOMPARE(dump(database), QStringList());
        OpenedValues opened;
        const std::vector<Replica> replicas = randomReplicas(random, 60, opened);
        Entries entries;
        // In an order in which every parent comes first, so that every entry has its hash.
        std::vector<Fact> all;
        for (const Replica& replica : replicas)
            for (const Fact& fact : replica.facts)
                all.push_back(fact);
        QVERIFY(Ancestry::of(all));
        for (const Fact& fact : all)
            entries.of(fact);
        // As one of them saw it: its own are appended, those of others come in batches.
        const Replica& here = replicas[std::size_t(pick(random, int(replicas.size())))];
        const QString own = logId(here.log);
        bool stale = false;
        for (const Fact& fact : here.facts) {
            const bool ownEntry = fact.log == own;
            if (ownEntry && std::exchange(stale, false))
                QVERIFY(reproject(database, histories::dossier));
            insert(database, entries.of(fact));
            if (!ownEntry) {
                stale = true;
                continue;
            }
            QVERIFY(projectAppended(database, entries.of(fact)));
            auto facts = factsOf(database, histories::dossier).value();
            const domain::Dossier folded = fold(histories::dossier, std::move(facts), {}).value();
            if (!(readProjection(database, histories::dossier).value() == projectionOf(folded)))
                QFAIL(qPrintable(u"seed %1: wrong after %2"_s.arg(seed).arg(fact.kind)));
        }
        QVERIFY(reproject(database, histories::dossier));
        const QStringList incremental = dump(database);
        QVERIFY(rebuildProjections(database));
        QCOMPARE(dump(database), incremental);
        QVERIFY(compareProjections(database).value().empty());
    }
}

void TestProjections::differencesAreNamed() {
    Database database = open(u"differences.sqlite"_s);
    Replica one{1};
    Replica two{2};
    one.write(DossierOpened{u"visit"_s, {}});
    two.receive(one);
    one.write(FieldSet{u"title"_s, u"甲"_s});
    two.write(FieldSet{u"title"_s, u"乙"_s});
    one.write(ItemAdded{itemId(1), u"goods"_s, {{u"name"_s, u"面霜"_s}}});
    one.receive(two);
    Entries entries;
    std::vector<Fact> facts = one.facts;
    QVERIFY(Ancestry::of(facts));
    for (const Fact& fact : facts)
        insert(database, entries.of(fact));
    QVERIFY(rebuildProjections(database));
    QCOMPARE(database.integer("SELECT conflicts FROM dossier").value(), 1);
    QVERIFY(compareProjections(database).value().empty());
    const std::pair<const char*, QString> changes[] = {
        {"UPDATE dossier SET title='丙'", u"dossier"_s},
        {"UPDATE dossier SET entries=entries+1", u"dossier"_s},
        {"UPDATE item SET present=0", u"item"_s},
        {"DELETE FROM conflict", u"conflict"_s},
        {"UPDATE text_row SET value='甲' WHERE value='乙'", u"text_row"_s},
        {"DELETE FROM head WHERE hash=(SELECT min(hash) FROM head)", u"head"_s},
        {"INSERT INTO head VALUES('73eb2eef-2e27-441f-bf63-a23758935d00', x'00')", u"head"_s},
        {"INSERT INTO text_index(rowid, words) VALUES(99, '丁')", u"text_index"_s},
        {"INSERT INTO text_index(text_index, rowid, words) SELECT 'delete', id, value FROM text_row WHERE "
         "value='甲'",
         u"text_index"_s}};
    for (const auto& [sql, table] : changes) {
        Transaction transaction = Transaction::begin(database).value();
        QVERIFY(database.execute(sql));
        const auto differences = compareProjections(database);
        if (table == u"head" && !differences) {  // a hash that is none
            QCOMPARE(differences.error().kind, ErrorKind::Damaged);
            continue;
        }
        QVERIFY2(!differences.value().empty(), sql);
        QCOMPARE(differences.value().front().table, table);
    }
    QVERIFY(compareProjections(database).value().empty());
    // A reader compares too.
    Database reader = Database::open(database.path(), Database::Mode::ReadOnly).value();
    QVERIFY(compareProjections(reader).value().empty());
}

void TestProjections::sealedStaysOut() {
    Database database = open(u"sealed.sqlite"_s);
    Replica office{1};
    Entries entries;
    const auto write = [&](const Body& body) {
        const ledger::Entry& entry = entries.of(office.write(body));
        insert(database, entry);
        QVERIFY(projectAppended(database, entry));
    };
    write(DossierOpened{u"visit"_s, {{sealedDigest(u"1"_s), slotOf(u"a"_s)}}});
    // One entry that sets a slot twice cannot agree with itself; the next one ends that.
    SealedSet twice{{{sealedDigest(u"2"_s), slotOf(u"a"_s)}, {sealedDigest(u"3"_s), slotOf(u"a"_s)}}};
    write(twice);
    QCOMPARE(database.integer("SELECT conflicts FROM dossier").value(), 1);
    write(SealedSet{{{sealedDigest(u"4"_s), slotOf(u"a"_s)}}});
    QCOMPARE(database.integer("SELECT conflicts FROM dossier").value(), 0);
    QVERIFY(compareProjections(database).value().empty());
    QCOMPARE(database.integer("SELECT count(*) FROM text_row").value(), 0);
}

void TestProjections::sqliteOpensTheIndex() {
    const QString path = m_folder.filePath(u"judge.sqlite"_s);
    {
        Database database = open(u"judge.sqlite"_s);
        Replica office{1};
        Entries entries;
        for (const Body& body :
             {Body(DossierOpened{u"visit"_s, {}}), Body(FieldSet{u"title"_s, u"城东药品店"_s})}) {
            const ledger::Entry& entry = entries.of(office.write(body));
            insert(database, entry);
            QVERIFY(projectAppended(database, entry));
        }
    }
    QByteArray said;
    QCOMPARE(test::run(u"sqlite3"_s,
                       {path,
                        u"SELECT value FROM text_row WHERE id IN "
                        "(SELECT rowid FROM text_index WHERE text_index MATCH '\"药 品\"');"
                        "SELECT count(*) FROM text_index WHERE text_index MATCH '\"品 药\"';"
                        "INSERT INTO text_index(text_index) VALUES('integrity-check');"_s},
                       {}, &said),
             0);
    QCOMPARE(QString::fromUtf8(said), u"城东药品店\n0\n"_s);
}

QTEST_APPLESS_MAIN(TestProjections)
#include "test_projections.moc"
