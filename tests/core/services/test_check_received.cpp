#include "core/services/officers.h"
#include "core/services/receipts.h"
#include "core/store/check.h"
#include "core/store/trust.h"
#include "tests/support/rows_changed.h"
#include "tests/support/sending_office.h"

#include <QFile>

using namespace chayan;
using namespace chayan::services;
using store::Row;
using store::Table;

/// What came with bundles, and what this store knows of others' logs: changed behind the program's back,
/// check() says so. (What a store wrote itself: core/store/test_check.cpp.)
class TestCheckReceived : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void cleanIsClean();
    void everyTableHasRows();
    void everyColumn_data() { everyTable(); }
    void everyColumn();
    void everyRowDeleted_data() { everyTable(); }
    void everyRowDeleted();
    void newestReceivedEntryTakenOut();
    void olderSum();

  private:
    static constexpr int rowsATable = 8;

    void everyTable();
    std::vector<Row> someRows(const Table& table);
    Table tableOf(const QString& name);
    template <class Change>
    std::optional<store::CheckReport> after(Change change) {
        const QString copy = m_folder.filePath(u"changed.sqlite"_s);
        for (const char* suffix : {"", "-wal", "-shm"})
            QFile::remove(copy + QLatin1StringView(suffix));
        if (!QFile::copy(m_database, copy))
            return {};
        {
            store::Database writing = store::Database::open(copy, store::Database::Mode::ReadWrite).value();
            if (!writing.execute("PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF") || !change(writing))
                return {};
        }
        store::Database reading = store::Database::open(copy, store::Database::Mode::ReadOnly).value();
        return store::check(reading, store::Vault(m_vault), store::Beside::Nobody).value();
    }
    static QString allOf(const std::optional<store::CheckReport>& report) {
        QString all = report ? u""_s : u"the database refused"_s;
        for (const store::Finding& finding : report ? report->findings : std::vector<store::Finding>{})
            all += u"\n%1 %2 (%3)"_s.arg(finding.what, finding.where, finding.detail);
        return all;
    }

    QTemporaryDir m_folder;
    QString m_database;
    QString m_vault;
};

void TestCheckReceived::initTestCase() {
    Office a(m_folder.filePath(u"a"_s), u"甲"_s);
    Office b(m_folder.filePath(u"b"_s), u"乙"_s);
    const DossierId visit = a.visit(u"一"_s);
    a.set(visit, u"complainant_name"_s, u"张三"_s);
    QVERIFY(addItem(*a.store, a.signer, visit, u"goods"_s, {{u"name"_s, u"洗发水"_s}}));
    const Digest photo = a.addOriginal(visit, "a photograph");
    QVERIFY(a.store->vault().open(photo));
    const DossierId other = a.visit(u"二"_s);
    const QString first = a.send({visit});
    for (int i = 0; i < 5; ++i)
        a.set(other, u"notes"_s, QString::number(i));
    b.trust(a);
    QVERIFY(!b.receive(first, false).refusal);
    // Both go on with it, and the log of the one who sends it comes further.
    b.set(visit, u"place"_s, u"此"_s);
    a.set(visit, u"place"_s, u"彼"_s);
    QVERIFY(!b.receive(a.send({visit, other})).refusal);
    QVERIFY(!a.receive(b.send({visit})).refusal);
    const Imported home = a.receive(b.send({visit, other}));
    a.set(visit, u"status"_s, u"finished"_s);
    const Imported news = b.receive(a.send({visit}));
    QVERIFY(!news.refusal);
    const QString sent = b.send({visit, other});
    const QByteArray receipt = canonical(ledger::toJson(*a.receive(sent).receipt)).value();
    QVERIFY(takeReceipt(*b.store, b.signer, receipt, u"receipt"_s, {}));
    // An officer who waits, one who was admitted, and one who took over.
    const auto officer = [](const QString& name) {
        return makeOfficer({name, u"2"_s, u"局"_s, u"510100"_s}, "secret", SystemClock().read().utc).value();
    };
    const NewOfficer admitted = officer(u"丙"_s);
    QVERIFY(addOfficer(*b.store, admitted));
    QVERIFY(admitOfficer(*b.store, b.signer, admitted.certificate.fingerprint()));
    QVERIFY(takeOver(*b.store, officer(u"丁"_s)));
    QVERIFY(addOfficer(*b.store, officer(u"戊"_s)));
    b.close();
    m_database = b.folder + u"/store.sqlite"_s;
    m_vault = b.folder + u"/originals"_s;
}

Table TestCheckReceived::tableOf(const QString& name) {
    store::Database reading = store::Database::open(m_database, store::Database::Mode::ReadOnly).value();
    for (const Table& table : store::tablesOf(reading))
        if (table.name == name)
            return table;
    return {};
}

std::vector<Row> TestCheckReceived::someRows(const Table& table) {
    store::Database reading = store::Database::open(m_database, store::Database::Mode::ReadOnly).value();
    const std::vector<Row> all = store::rowsOf(reading, table);
    // The first ones are the oldest log's; spread over all of them.
    std::vector<Row> some;
    const std::size_t step = std::max<std::size_t>(1, all.size() / rowsATable);
    for (std::size_t i = 0; i < all.size(); i += step)
        some.push_back(all[i]);
    return some;
}

void TestCheckReceived::everyTable() {
    QTest::addColumn<QString>("name");
    store::Database reading = store::Database::open(m_database, store::Database::Mode::ReadOnly).value();
    for (const Table& table : store::tablesOf(reading))
        if (!table.name.startsWith(u"text_index"_s))  // core/store/test_check.cpp
            QTest::newRow(table.name.toUtf8().constData()) << table.name;
}

void TestCheckReceived::cleanIsClean() {
    const auto report = after([](store::Database&) { return true; });
    QVERIFY2(report && report->ok(), qPrintable(allOf(report)));
}

/// So that no table passes because nothing lies in it.
void TestCheckReceived::everyTableHasRows() {
    store::Database reading = store::Database::open(m_database, store::Database::Mode::ReadOnly).value();
    for (const Table& table : store::tablesOf(reading))
        if (!table.name.startsWith(u"text_index"_s))
            QVERIFY2(!store::rowsOf(reading, table).empty(), qPrintable(table.name));
}

void TestCheckReceived::everyColumn() {
    QFETCH(const QString, name);
    const Table table = tableOf(name);
    for (const Row& row : someRows(table)) {
        for (int column = 0; column < static_cast<int>(table.columns.size()); ++column) {
            const QString& changing = table.columns[column];
            if (changing == u"one")
                continue;  // the schema refuses any other number
            const auto report = after([&](store::Database& writing) {
                store::Query update =
                    writing.prepare(u"UPDATE %1 SET %2=? WHERE %3"_s.arg(name, changing, store::where(table))
                                        .toUtf8()
                                        .constData());
                bindTo(update, name == u"pending_key" && changing == u"pem"
                                   ? store::Value(QByteArray("x"))
                                   : store::changed(row[static_cast<std::size_t>(column)]));
                for (const store::Value& value : row)
                    bindTo(update, value);
                return update.run() && writing.integer("SELECT changes()").value() == 1;
            });
            QVERIFY2(report && !report->ok(), qPrintable(changing + allOf(report)));
        }
    }
}

void TestCheckReceived::everyRowDeleted() {
    QFETCH(const QString, name);
    if (name == u"pending_key")
        return;  // whoever waits to be admitted asks where the key is
    const Table table = tableOf(name);
    for (const Row& row : someRows(table)) {
        const auto report = after([&](store::Database& writing) {
            store::Query erase = writing.prepare(
                u"DELETE FROM %1 WHERE %2"_s.arg(name, store::where(table)).toUtf8().constData());
            for (const store::Value& value : row)
                bindTo(erase, value);
            return erase.run() && writing.integer("SELECT changes()").value() == 1;
        });
        QVERIFY2(report && !report->ok(), qPrintable(name + allOf(report)));
    }
}

/// With everything that is made from it, so that no other table tells.
void TestCheckReceived::newestReceivedEntryTakenOut() {
    const auto report = after([](store::Database& writing) {
        return writing
            .execute(
                "CREATE TEMP TABLE gone AS SELECT id, hash, dossier FROM entry WHERE kind='field.set' "
                "AND instr(CAST(bytes AS TEXT), 'finished') > 0;"
                "DELETE FROM entry WHERE id IN (SELECT id FROM gone);"
                "UPDATE entry SET id=id-1 WHERE id > (SELECT id FROM gone)")
            .has_value();
    });
    QVERIFY2(report && std::ranges::any_of(report->findings,
                                           [](const store::Finding& finding) {
                                               return finding.what == u"entry_missing" &&
                                                      finding.detail.contains(u"taken in"_s);
                                           }),
             qPrintable(allOf(report)));
}

/// A sum of before is signed as well; that the log went on since tells.
void TestCheckReceived::olderSum() {
    Office c(m_folder.filePath(u"c"_s), u"己"_s);
    const DossierId visit = c.visit(u"一"_s);
    c.send({visit});
    c.close();
    const QString database = c.folder + u"/store.sqlite"_s;
    const QString older = m_folder.filePath(u"older.sqlite"_s);
    QVERIFY(QFile::copy(database, older));
    c.open();
    c.send({visit});
    c.close();
    store::Database writing = store::Database::open(database, store::Database::Mode::ReadWrite).value();
    QVERIFY(
        writing.execute(u"ATTACH '%1' AS older; DELETE FROM secret_sum; INSERT INTO secret_sum SELECT * "
                        "FROM older.secret_sum; DELETE FROM shown_size; "
                        "INSERT INTO shown_size SELECT * FROM older.shown_size"_s.arg(older)
                            .toUtf8()
                            .constData()));
    const auto report =
        store::check(writing, store::Vault(c.folder + u"/originals"_s), store::Beside::Nobody).value();
    QVERIFY2(std::ranges::any_of(report.findings,
                                 [](const auto& finding) { return finding.what == u"secrets_rolled_back"; }),
             qPrintable(allOf(report)));
}

QTEST_APPLESS_MAIN(TestCheckReceived)
#include "test_check_received.moc"
