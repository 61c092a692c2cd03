#include "core/crypto/digest.h"
#include "core/store/check.h"
#include "core/store/officers.h"
#include "core/store/store.h"
#include "tests/support/rows_changed.h"

#include <QtTest>

using namespace chayan;
using namespace chayan::store;
using namespace Qt::StringLiterals;

namespace {

class TickingClock : public Clock {
  public:
    ClockReading read() const override { return {1795485600000 + ++m_ticks, u"boot"_s, m_ticks, u"none"_s}; }

  private:
    mutable std::atomic<qint64> m_ticks = 0;
};

}  // namespace

/// Whatever is changed in a store behind the program's back, check() says so and names it.
class TestCheck : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void cleanIsClean();
    void everyColumnOfEveryRow();
    void everyRowDeleted();
    void rowsAdded();
    void schemaChanged();
    void fullTextIndex();
    void originals();
    void links();
    void certificatesForOthers();
    void besideAWriter();

  private:
    QString database(const QString& folder) { return folder + u"/store.sqlite"_s; }
    CheckReport judged(const QString& folder, Beside beside = Beside::Nobody) {
        Database reading = Database::open(database(folder), Database::Mode::ReadOnly).value();
        return check(reading, Vault(folder + u"/originals"_s), beside).value();
    }
    /// Changes a copy of the database and gives the findings; nothing when the database itself refuses.
    template <class Change>
    std::optional<CheckReport> after(Change change) {
        const QString copy = m_copy.filePath(u"store.sqlite"_s);
        for (const char* suffix : {"", "-wal", "-shm"})
            QFile::remove(copy + QLatin1StringView(suffix));
        if (!QFile::copy(database(m_store), copy))
            return {};
        {
            Database writing = Database::open(copy, Database::Mode::ReadWrite).value();
            if (!writing.execute("PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF") || !change(writing))
                return {};
        }
        Database reading = Database::open(copy, Database::Mode::ReadOnly).value();
        return check(reading, Vault(m_store + u"/originals"_s), Beside::Nobody).value();
    }
    bool names(const std::optional<CheckReport>& report, const QString& table) {
        return report && std::ranges::any_of(report->findings, [&](const Finding& finding) {
                   return finding.where.startsWith(table + u": "_s) ||
                          finding.detail.contains(u"row of %1 "_s.arg(table));
               });
    }
    QString allOf(const std::optional<CheckReport>& report) {
        QString all = report ? u""_s : u"the database refused"_s;
        for (const Finding& finding : report ? report->findings : std::vector<Finding>{})
            all += u"\n%1 %2 (%3)"_s.arg(finding.what, finding.where, finding.detail);
        return all;
    }
    bool covered(const Table& table) const {
        // A pending key lets nobody write, and whoever admits it compares its fingerprint.
        return table.name != u"pending_key" && !table.name.startsWith(u"text_index"_s);
    }

    QTemporaryDir m_folder;
    QTemporaryDir m_copy;
    QString m_store = m_folder.filePath(u"store"_s);
    std::vector<Digest> m_originals;
};

void TestCheck::initTestCase() {
    const auto key = crypto::OfficerKey::generate().value();
    const auto signer = std::make_shared<Signer>(
        Signer{key, crypto::Certificate::selfSigned(key, {u"甲"_s, u"1"_s, u"局"_s, {}}, 0).value(),
               crypto::SealKey::random().value()});
    const auto clock = std::make_shared<TickingClock>();
    const auto store =
        Store::create(m_store, *signer, key.toEncryptedPem("secret").value(), clock, u"test"_s).value();
    for (int visit = 0; visit < 3; ++visit) {
        const DossierId id = DossierId::random();
        const auto open = [&](Draft& draft) -> Status {
            CHAYAN_TRY(const ledger::Entry entry,
                       draft.append(
                           id, u"dossier.opened"_s,
                           Json(Json::Object{{"sealed", Json(Json::Array{})}, {"type", Json(u"visit"_s)}})));
            return {};
        };
        QVERIFY(store->write(signer, open).get());
        for (int i = 0; i < 3; ++i) {
            const QString path = m_folder.filePath(u"photo"_s);
            QVERIFY(writeFileDurably(path, view(QByteArray(5000 + i, static_cast<char>('a' + visit)))));
            const UniqueFd photo = openForReading(path).value();
            const StoredOriginal original = store->vault().add(photo.get(), path).value();
            m_originals.push_back(original.sha256);
            const auto job = [&](Draft& draft) -> Status {
                CHAYAN_CHECK(draft.learnt().addOriginal(original.sha256, original.size));
                CHAYAN_TRY(
                    const ledger::Entry set,
                    draft.append(id, u"field.set"_s,
                                 Json(Json::Object{{"field", Json(u"title"_s)}, {"value", Json(u"x"_s)}})));
                CHAYAN_TRY(const ledger::Entry entry,
                           draft.append(id, u"original.added"_s,
                                        Json(Json::Object{{"item", Json(ItemId::random().text())},
                                                          {"maker", Json(u"m"_s)},
                                                          {"origin", Json(u"captured"_s)},
                                                          {"sha256", Json(original.sha256.hex())},
                                                          {"type", Json(u"image/jpeg"_s)},
                                                          {"size", Json(original.size)}})));
                return {};
            };
            QVERIFY(store->write(signer, job).get());
        }
    }
}

void TestCheck::cleanIsClean() {
    const CheckReport report = judged(m_store);
    QVERIFY2(report.ok(), qPrintable(allOf(report)));
    QCOMPARE(report.entries, 22);
    QCOMPARE(report.originals, 9);
    QCOMPARE(report.bytes, 9 * 5001);
}

void TestCheck::everyColumnOfEveryRow() {
    Database database = Database::open(this->database(m_store), Database::Mode::ReadOnly).value();
    int tried = 0;
    for (const Table& table : tablesOf(database)) {
        if (!covered(table))
            continue;
        for (const Row& row : rowsOf(database, table)) {
            for (int column = 0; column < static_cast<int>(table.columns.size()); ++column) {
                if (table.columns[column] == u"one")
                    continue;  // the schema refuses any other number
                const auto report = after([&](Database& writing) {
                    Query update = writing.prepare(
                        u"UPDATE %1 SET %2=? WHERE %3"_s.arg(table.name, table.columns[column], where(table))
                            .toUtf8()
                            .constData());
                    bindTo(update, changed(row[static_cast<std::size_t>(column)]));
                    for (const Value& value : row)
                        bindTo(update, value);
                    return update.run() && writing.integer("SELECT changes()").value() == 1;
                });
                QVERIFY2(names(report, table.name),
                         qPrintable(table.name + u'.' + table.columns[column] + allOf(report)));
                ++tried;
            }
        }
    }
    QVERIFY(tried > 300);
}

void TestCheck::everyRowDeleted() {
    Database database = Database::open(this->database(m_store), Database::Mode::ReadOnly).value();
    for (const Table& table : tablesOf(database)) {
        if (!covered(table))
            continue;
        for (const Row& row : rowsOf(database, table)) {
            const auto report = after([&](Database& writing) {
                Query erase = writing.prepare(
                    u"DELETE FROM %1 WHERE %2"_s.arg(table.name, where(table)).toUtf8().constData());
                for (const Value& value : row)
                    bindTo(erase, value);
                return erase.run() && writing.integer("SELECT changes()").value() == 1;
            });
            QVERIFY2(names(report, table.name), qPrintable(table.name + allOf(report)));
        }
    }
}

void TestCheck::rowsAdded() {
    Database database = Database::open(this->database(m_store), Database::Mode::ReadOnly).value();
    for (const Table& table : tablesOf(database)) {
        if (!covered(table))
            continue;
        if (table.name == u"secret_sum")
            continue;  // the schema allows one row
        const std::vector<Row> rows = rowsOf(database, table);
        const auto report = after([&](Database& writing) {
            const QString marks = QStringList(table.columns.size(), u"?"_s).join(u", "_s);
            Query insert =
                writing.prepare(u"INSERT INTO %1 VALUES(%2)"_s.arg(table.name, marks).toUtf8().constData());
            for (int i = 0; i < static_cast<int>(table.columns.size()); ++i) {
                const Value made = table.types[i] == u"INTEGER" ? Value(qint64{7})
                                   : table.types[i] == u"TEXT"  ? Value(u"bogus"_s)
                                                                : Value(QByteArray(32, 'b'));
                bindTo(insert, rows.empty() ? made : changed(rows.front()[static_cast<std::size_t>(i)]));
            }
            return insert.run().has_value();
        });
        QVERIFY2(names(report, table.name), qPrintable(table.name + allOf(report)));
    }
    // A certificate that is sound in itself, but nobody's here.
    const auto key = crypto::OfficerKey::generate().value();
    const auto other = crypto::Certificate::selfSigned(key, {u"乙"_s, u"2"_s, u"局"_s, {}}, 0).value();
    const auto report = after([&](Database& writing) {
        Query insert = writing.prepare("INSERT INTO certificate VALUES(?, ?)");
        return insert.bind(other.fingerprint()).bind(other.der()).run().has_value();
    });
    QVERIFY2(names(report, u"certificate"_s), qPrintable(allOf(report)));
}

void TestCheck::schemaChanged() {
    for (const char* sql : {"DROP INDEX entry_place", "CREATE TABLE more(x)",
                            "CREATE TRIGGER quiet AFTER INSERT ON entry BEGIN DELETE FROM head; END",
                            "ALTER TABLE head ADD COLUMN more TEXT"}) {
        const auto report = after([&](Database& writing) { return writing.execute(sql).has_value(); });
        QVERIFY2(names(report, u"store.sqlite"_s), sql);
    }
}

void TestCheck::fullTextIndex() {
    for (const char* sql :
         {"INSERT INTO text_index(rowid, words) VALUES(99, 'more')",
          "INSERT INTO text_index(text_index, rowid, words) SELECT 'delete', id, value FROM text_row",
          "DELETE FROM text_index_data WHERE id > 10",
          "UPDATE text_index_data SET block=zeroblob(40) WHERE id > 10",
          "UPDATE text_index_config SET v=99"}) {
        const auto report = after([&](Database& writing) { return writing.execute(sql).has_value(); });
        QVERIFY2(names(report, u"text_index"_s), qPrintable(QLatin1StringView(sql) + allOf(report)));
    }
}

void TestCheck::originals() {
    const Vault vault(m_store + u"/originals"_s);
    const auto says = [&](const char* what, const QString& thing) {
        const CheckReport report = judged(m_store);
        const bool said = std::ranges::any_of(report.findings, [&](const Finding& finding) {
            return finding.what == QLatin1StringView(what) && finding.where.contains(thing);
        });
        return said ? QString() : QLatin1StringView(what) + u" not among:"_s + allOf(report);
    };
    for (const Digest& original : m_originals) {
        const QString path = vault.pathOf(original);
        const QByteArray bytes = readFile(path, 1 << 20).value();
        QByteArray flipped = bytes;
        flipped[4321] = static_cast<char>(flipped[4321] ^ 4);
        const auto restore = [&] { QVERIFY(writeFileDurably(path, view(bytes))); };
        QVERIFY(writeFileDurably(path, view(flipped)));
        QCOMPARE(says("original_altered", original.hex()), QString());
        QVERIFY(writeFileDurably(path, view(bytes.left(100))));
        QCOMPARE(says("original_size", original.hex()), QString());
        QVERIFY(writeFileDurably(path, view(bytes + 'x')));
        QCOMPARE(says("original_size", original.hex()), QString());
        QVERIFY(QFile::remove(path));
        QCOMPARE(says("original_missing", original.hex()), QString());
        restore();
    }
    const Digest loose = crypto::sha256(view(QByteArray("loose")));
    QVERIFY(makeFolder(QFileInfo(vault.pathOf(loose)).path()));
    QVERIFY(writeFileDurably(vault.pathOf(loose), view(QByteArray("loose"))));
    QCOMPARE(says("original_unrecorded", loose.hex()), QString());
    QVERIFY(QFile::remove(vault.pathOf(loose)));
    const QString stray = m_store + u"/originals/notes.txt"_s;
    QVERIFY(writeFileDurably(stray, {}));
    QCOMPARE(says("file_unknown", u"notes.txt"_s), QString());
    QVERIFY(QFile::remove(stray));
    QVERIFY(judged(m_store).ok());
}

void TestCheck::links() {
    const QString path = Vault(m_store + u"/originals"_s).pathOf(m_originals.front());
    const QString elsewhere = m_folder.filePath(u"elsewhere"_s);
    const auto isNamed = [&](const QString& link) {
        const CheckReport report = judged(m_store);
        return std::ranges::any_of(report.findings, [&](const Finding& finding) {
            return finding.what == u"original_linked" && finding.where.endsWith(link);
        });
    };
    for (const QString& link : {path, QFileInfo(path).path(), m_store + u"/originals"_s}) {
        QVERIFY(QFile::rename(link, elsewhere));
        QVERIFY(QFile::link(elsewhere, link));
        QVERIFY2(isNamed(link), qPrintable(link));
        QVERIFY(QFile::remove(link));
        QVERIFY(QFile::rename(elsewhere, link));
    }
    QVERIFY(judged(m_store).ok());
}

void TestCheck::certificatesForOthers() {
    const auto key = crypto::OfficerKey::generate().value();
    const auto other = crypto::Certificate::selfSigned(key, {u"乙"_s, u"2"_s, u"局"_s, {}}, 0).value();
    const auto isNamed = [&](const QString& file) {
        const CheckReport report = judged(m_store);
        return std::ranges::any_of(report.findings, [&](const Finding& finding) {
            return finding.what == u"certificate_swapped" && finding.where == u"store: "_s + file;
        });
    };
    const QString path = m_store + u"/officer.pem"_s;
    const QByteArray own = readFile(path, 10'000).value();
    const auto put = [](const QString& to, const QByteArray& bytes) {
        QVERIFY(writeFileDurably(to, view(bytes)));
    };
    put(path, other.pem());
    QVERIFY(isNamed(u"officer.pem"_s));
    put(path, "no certificate");
    QVERIFY(isNamed(u"officer.pem"_s));
    QVERIFY(QFile::remove(path));
    put(m_store + u".pem"_s, own);
    QVERIFY(QFile::link(m_store + u".pem"_s, path));
    QVERIFY(isNamed(u"officer.pem"_s));
    QVERIFY(QFile::remove(path));
    put(path, own);
    const QString further = u"officer_%1.pem"_s.arg(other.fingerprint().hex().left(16));
    put(m_store + u'/' + further, other.pem());  // nobody of this name has a key here
    QVERIFY(isNamed(further));
    QVERIFY(QFile::remove(m_store + u'/' + further));
    QVERIFY(judged(m_store).ok());
}

void TestCheck::besideAWriter() {
    const QString stray = m_store + u"/originals/.1.part"_s;
    QVERIFY(writeFileDurably(stray, {}));
    QVERIFY(judged(m_store, Beside::AWriter).ok());
    QVERIFY(!judged(m_store).ok());
    QVERIFY(QFile::remove(stray));
}

QTEST_APPLESS_MAIN(TestCheck)
#include "test_check.moc"
