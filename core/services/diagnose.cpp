#include "core/services/diagnose.h"

#include "core/base/safe_file.h"
#include "core/services/about.h"
#include "core/store/copy_store.h"
#include "core/store/figures.h"
#include "core/text/terms.h"

#include <QFileInfo>
#include <QLocale>
#include <QSysInfo>
#include <QThread>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

class Page {
  public:
    void section(const char* title) { m_text += u"\n[%1]\n"_s.arg(QLatin1StringView(title)); }
    void line(const QString& name, const QString& value) { m_text += u"%1: %2\n"_s.arg(name, value); }
    void line(const QString& name, qint64 value) { line(name, QString::number(value)); }
    void raw(const QByteArray& lines) { m_text += QString::fromUtf8(lines); }
    QByteArray bytes() const { return m_text.toUtf8(); }

  private:
    QString m_text;
};

void addVersions(Page& page) {
    const About here = about();
    page.section("versions");
    page.line(u"chayan"_s, here.version);
    page.line(u"commit"_s, here.commit);
    page.line(u"schema"_s, here.schema);
    page.line(u"formats"_s, here.formats);
    for (const LibraryVersion& library : here.libraries)
        page.line(library.name, library.version);
    page.section("machine");
    page.line(u"system"_s, QSysInfo::prettyProductName());
    page.line(u"kernel"_s, QSysInfo::kernelVersion());
    page.line(u"processor"_s, QSysInfo::currentCpuArchitecture());
    page.line(u"cores"_s, QThread::idealThreadCount());
    page.line(u"locale"_s, QLocale::system().name());
}

/// Kinds of entries that are not known here could be anything; they are counted together.
Status addKinds(Page& page, store::Database& database) {
    store::Query rows = database.prepare("SELECT kind, count(*) FROM entry GROUP BY kind ORDER BY kind");
    const std::vector<QString> known = text::keys(text::TermGroup::Entry);
    std::map<QString, qint64> counts;
    while (true) {
        CHAYAN_TRY(const bool row, rows.step());
        if (!row)
            break;
        const QString kind = rows.text(0);
        counts[std::ranges::find(known, kind) != known.end() ? kind : u"other"_s] += rows.integer(1);
    }
    for (const auto& [kind, count] : counts)
        page.line(u"entries "_s + kind, count);
    return {};
}

void addRecovery(Page& page, const store::Recovery& recovery) {
    page.line(u"unclean end"_s, recovery.unclean ? 1 : 0);
    page.line(u"stray files removed"_s, recovery.strayFiles);
    page.line(u"loose originals removed"_s, recovery.looseOriginals);
    page.line(u"loose originals kept"_s, recovery.keptOriginals);
    page.line(u"write-ahead log lost"_s, recovery.lostRecords ? 1 : 0);
    page.line(u"from a copy"_s, recovery.fromCopy ? 1 : 0);
    page.line(u"clock moved, ms"_s, recovery.clockMovedMs);
}

Status addStore(Page& page, const store::Store& store, UtcMs now) {
    if (store.holdsLock())
        addRecovery(page, store.recovery());
    page.line(u"free bytes"_s, freeSpace(store.folder()));
    const auto backup = store::lastBackup(store);
    page.line(u"last backup, days ago"_s, backup ? QString::number((now - *backup) / 86'400'000) : u"none"_s);
    page.line(u"database bytes"_s, QFileInfo(store.folder() + u"/store.sqlite"_s).size());
    CHAYAN_TRY(store::Database database, store.reader());
    CHAYAN_TRY(const qint64 schema, database.integer("PRAGMA user_version"));
    page.line(u"schema"_s, schema);
    CHAYAN_TRY(const std::vector<store::TableSize> tables, store::tableSizes(database));
    for (const auto& [table, rows] : tables)
        page.line(u"rows "_s + table, rows);
    CHAYAN_TRY(const qint64 bytes, database.integer("SELECT ifnull(sum(size), 0) FROM original"));
    page.line(u"bytes of originals"_s, bytes);
    return addKinds(page, database);
}

void addError(Page& page, const Error& error) {
    page.line(u"error"_s, name(error.kind));
    page.line(u"reason"_s, error.reason);
}

}  // namespace

QByteArray diagnosis(const store::Store* store, const std::optional<Error>& notOpened, const EventLog& log,
                     UtcMs now) {
    Page page;
    page.raw("Chayan: a diagnosis without personal data\n");
    page.line(u"at"_s, rfc3339(now));
    addVersions(page);
    page.section("store");
    if (notOpened)
        addError(page, *notOpened);
    if (store != nullptr) {
        const Status added = addStore(page, *store, now);
        if (!added)
            addError(page, added.error());
    }
    page.section("log");
    page.raw(log.contents());
    return page.bytes();
}

Status diagnose(const QString& out, const store::Store* store, const std::optional<Error>& notOpened,
                const EventLog& log, UtcMs now) {
    return writeFileDurably(out, view(diagnosis(store, notOpened, log, now)), AtomicFile::Replace::No);
}

}  // namespace chayan::services
