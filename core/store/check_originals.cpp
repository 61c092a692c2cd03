#include "core/base/parallel.h"
#include "core/store/check_run.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

QString originalNamed(const Digest& sha256) {
    return at("original", sha256.hex());
}

/// Rows against records, in SQL: both are too many to hold.
Status compareRows(CheckRun& run) {
    const auto each = [&](const char* sql, const char* what, const QString& detail) -> Status {
        Query rows = run.database.prepare(sql);
        while (true) {
            CHAYAN_TRY(const bool row, rows.step());
            if (!row)
                return {};
            run.found(what, at("original", QString::fromLatin1(rows.blob(0).toHex())), detail);
        }
    };
    CHAYAN_CHECK(each("SELECT sha256 FROM original EXCEPT SELECT sha256 FROM temp.recorded",
                      "original_unrecorded", u"no record names it"_s));
    CHAYAN_CHECK(
        each("SELECT o.sha256 FROM original o JOIN temp.recorded r USING(sha256) WHERE o.size <> r.size",
             "original_size", u"its row and a record give different sizes"_s));
    // Those of others may have been withheld; the log of this store had its originals.
    return each(
        "SELECT sha256 FROM temp.recorded WHERE own=1 AND item NOT IN temp.destroyed "
        "EXCEPT SELECT sha256 FROM original",
        "original_missing", u"a record names it, its row is missing"_s);
}

struct Row {
    Digest sha256;
    qint64 size = 0;
};

Result<std::vector<Row>> rowsOfPart(Database& database, int part) {
    // The next part's first value; behind the last one stands a longer value than any.
    const QByteArray from(1, static_cast<char>(part));
    const QByteArray to = part == 255 ? QByteArray(33, '\xff') : QByteArray(1, static_cast<char>(part + 1));
    Query query =
        database.prepare("SELECT sha256, size FROM original WHERE sha256>=? AND sha256<? ORDER BY sha256");
    query.bind(from).bind(to);
    std::vector<Row> rows;
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return rows;
        if (const auto sha256 = Digest::fromRaw(view(query.blob(0))))
            rows.push_back({*sha256, query.integer(1)});
    }
}

class Files {
  public:
    explicit Files(CheckRun& run) : m_run(run) {}

    /// One of the vault's 256 folders: what lies in it against the rows, and every byte of it.
    Status judgePart(int part, qint64 total) {
        CHAYAN_TRY(const std::vector<Row> rows, rowsOfPart(m_run.database, part));
        CHAYAN_CHECK(onAllCores(rows.size(), [&](std::size_t i) { return judge(rows[i], total); }));
        CHAYAN_TRY(const std::vector<Digest> files, m_run.vault.originalsOf(part));
        for (const Digest& file : files) {
            const bool known =
                std::binary_search(rows.begin(), rows.end(), Row{file, 0},
                                   [](const Row& a, const Row& b) { return a.sha256 < b.sha256; });
            if (!known && m_run.beside == Beside::Nobody)
                m_run.found("original_unrecorded", originalNamed(file), u"a file that no row names"_s);
        }
        return {};
    }

  private:
    Status judge(const Row& row, qint64 total) {
        Progress quiet;
        quiet.stop = m_run.progress.stop;
        const auto measured = m_run.vault.measure(row.sha256, quiet);
        const std::lock_guard lock(m_mutex);
        ++m_run.report.originals;
        if (!measured && measured.error().kind == ErrorKind::Cancelled)
            return fail(measured.error());
        if (!measured) {
            const char* what =
                measured.error().kind == ErrorKind::NotFound ? "original_missing" : "original_unreadable";
            m_run.found(what, originalNamed(row.sha256), measured.error().detail);
            return {};
        }
        m_run.report.bytes += measured->size;
        if (measured->size != row.size)
            m_run.found("original_size", originalNamed(row.sha256),
                        u"%1 bytes instead of %2"_s.arg(measured->size).arg(row.size));
        if (measured->sha256 != row.sha256)
            m_run.found("original_altered", originalNamed(row.sha256), u"its bytes give another hash"_s);
        m_run.progress.tell(m_run.report.bytes, total, row.sha256.hex());
        return {};
    }

    CheckRun& m_run;
    std::mutex m_mutex;
};

}  // namespace

Status checkOriginals(CheckRun& run) {
    CHAYAN_CHECK(compareRows(run));
    CHAYAN_TRY(const qint64 total, run.database.integer("SELECT ifnull(sum(size), 0) FROM original"));
    Files files(run);
    for (int part = 0; part < 256; ++part)
        CHAYAN_CHECK(files.judgePart(part, total));
    CHAYAN_TRY(const std::vector<QString> links, run.vault.links());
    for (const QString& link : links)
        run.found("original_linked", at("originals", link),
                  u"it leads to %1"_s.arg(QFile::symLinkTarget(link)));
    if (run.beside == Beside::AWriter)
        return {};
    CHAYAN_TRY(const std::vector<QString> strays, run.vault.strays());
    for (const QString& stray : strays)
        run.found("file_unknown", at("originals", stray), u"it is no original"_s);
    return {};
}

}  // namespace chayan::store
