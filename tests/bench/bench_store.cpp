#include "core/domain/kinds.h"
#include "core/services/search.h"
#include "core/services/visits.h"
#include "core/store/listing.h"
#include "tests/bench/fill_visits.h"

#include <QCoreApplication>
#include <QDir>

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>

/// How fast a store takes single records beside bare SQLite that syncs as fully, and how fast a large one
/// opens and is searched. Usage: bench_store FOLDER [COMMITS [ENTRIES]]; the folder is made and removed.
/// Prints figures, asserts nothing, since a loaded machine is no fault of the code.

using namespace chayan;
using namespace chayan::bench;
using namespace Qt::StringLiterals;

namespace {

/// One row a commit in write-ahead mode with full syncs, and nothing else.
class BareSqlite {
  public:
    explicit BareSqlite(const QString& path) {
        if (sqlite3_open(path.toUtf8().constData(), &m_database) != SQLITE_OK)
            giveUp(u"sqlite"_s);
        run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "CREATE TABLE entry(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
        sqlite3_prepare_v2(m_database, "INSERT INTO entry(bytes) VALUES(randomblob(400))", -1, &m_insert,
                           nullptr);
    }
    ~BareSqlite() {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_database);
    }
    BareSqlite(const BareSqlite&) = delete;
    BareSqlite& operator=(const BareSqlite&) = delete;
    void commit() {
        if (sqlite3_step(m_insert) != SQLITE_DONE)
            giveUp(u"sqlite"_s);
        sqlite3_reset(m_insert);
    }

  private:
    void run(const char* sql) {
        if (sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            giveUp(u"sqlite"_s);
    }
    sqlite3* m_database = nullptr;
    sqlite3_stmt* m_insert = nullptr;
};

void singleCommits(const QString& folder, int commits) {
    const BenchOffice office = makeOffice(folder + u"/commits"_s, "bench");
    const DossierId visit =
        need(services::openVisit(*office.store, office.signer, {{u"title"_s, u"检查"_s}}));
    BareSqlite bare(folder + u"/bare.sqlite"_s);
    constexpr int turn = 100;
    double ours = 0;
    double theirs = 0;
    for (int done = 0; done < commits; done += turn) {
        theirs += seconds([&] {
            for (int i = 0; i < turn; ++i)
                bare.commit();
        });
        ours += seconds([&] {
            for (int i = 0; i < turn; ++i)
                need(
                    services::setFields(*office.store, office.signer, visit,
                                        {{u"notes"_s, u"第%1号货架，纸箱若干，标签待核对"_s.arg(done + i)}}));
        });
    }
    std::printf("commits %6.0f/s, bare SQLite %6.0f/s, ratio %.2f (at least 0.50)\n", commits / ours,
                commits / theirs, theirs / ours);
}

void largeStore(const QString& folder, qint64 entries) {
    const QString path = folder + u"/large"_s;
    {
        const BenchOffice office = makeOffice(path, "bench");
        const double took = seconds([&] { fillVisits(office, entries); });
        std::printf("filled with %lld entries in %.0f s\n", static_cast<long long>(entries), took);
    }
    std::vector<double> opening;
    for (int i = 0; i < 5; ++i) {
        opening.push_back(seconds([&] {
            const auto store = need(store::Store::open(path, std::make_shared<SystemClock>()));
            auto database = need(store->reader());
            const auto visits = need(store::Listing::of(database, services::visitType.toString()));
            if (need(visits.page(database, {}, 100)).rows.empty())
                giveUp(u"no list"_s);
        }));
    }
    std::ranges::sort(opening);
    std::printf("opened to first list in %.0f ms, at worst %.0f ms (300)\n", opening[2] * 1000,
                opening.back() * 1000);

    const auto store = need(store::Store::open(path, std::make_shared<SystemClock>()));
    std::mt19937 random(11);
    const auto any = [&](const QStringList& of) {
        return of[static_cast<qsizetype>(random() % static_cast<unsigned>(of.size()))];
    };
    std::vector<double> searching;
    QString slowest;
    for (int i = 0; i < 400; ++i) {
        const QString texts[] = {any(goods),
                                 any(goods).left(1),
                                 any(places).left(2),
                                 any(places) + u' ' + any(goods),
                                 u"第%1商行"_s.arg(random() % 40'000),
                                 QString::number(random() % 100'000),
                                 u"%1型"_s.arg(random() % 500)};
        const QString& text = texts[i % std::ssize(texts)];
        const double took = seconds([&] { need(services::searchStore(*store, text, 20)); });
        if (searching.empty() || took > *std::ranges::max_element(searching))
            slowest = text;
        searching.push_back(took);
    }
    std::ranges::sort(searching);
    std::printf("searched in %.1f ms, 95th percentile %.1f ms (50), at worst %.1f ms (%s)\n",
                searching[searching.size() / 2] * 1000, searching[searching.size() * 95 / 100] * 1000,
                searching.back() * 1000, qPrintable(slowest));
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "usage: bench_store FOLDER [COMMITS [ENTRIES]]\n");
        return 2;
    }
    const QString folder = QDir(arguments[1]).absolutePath();
    if (QDir(folder).exists())
        giveUp(u"the folder is there already"_s);
    need(makeFolder(folder));
    singleCommits(folder, arguments.value(2, u"2000"_s).toInt());
    largeStore(folder, arguments.value(3, u"1000000"_s).toLongLong());
    std::ignore = QDir(folder).removeRecursively();
    return 0;
}
