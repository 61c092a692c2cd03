#include "core/ledger/own_kinds.h"
#include "core/store/check_run.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

/// The entries of one log in their order, each held against its columns, its dossier and the officers of the
/// log.
class LogCheck {
  public:
    LogCheck(CheckRun& run, const LogRow& log)
        : m_run(run),
          m_log(log),
          m_tree(log.own ? ownTreeCheck(run, log) : foreignTreeCheck(run, log)),
          m_entry(run.database, "SELECT 1 FROM entry WHERE hash=? AND dossier=?"),
          m_ancestor(run.database, "SELECT dossier FROM entry WHERE hash=?"),
          m_before(run.database, "SELECT hash FROM temp.last_of WHERE dossier=?"),
          m_last(run.database, "INSERT OR REPLACE INTO temp.last_of(dossier, hash) VALUES(?, ?)"),
          m_built(run.database, "INSERT OR IGNORE INTO temp.built_upon(hash) VALUES(?)"),
          m_original(run.database,
                     "INSERT OR IGNORE INTO temp.recorded(sha256, item, size, own) VALUES(?, ?, ?, ?)"),
          m_gone(run.database, "INSERT OR IGNORE INTO temp.destroyed(item) VALUES(?)") {}

    Status run() {
        CHAYAN_CHECK(m_run.database.execute("DELETE FROM temp.last_of"));
        // Of a forked log, what stands under another branch and is a leaf of this one belongs to its story.
        Query rows = m_run.database.prepare(
            "SELECT hash, seq, dossier, kind, officer, bytes, id, 0 FROM entry WHERE log=?1 UNION ALL "
            "SELECT e.hash, n.place, e.dossier, e.kind, e.officer, e.bytes, e.id, 1 FROM tree_node n "
            "JOIN entry e ON e.hash=n.hash WHERE n.log=?1 AND n.level=0 AND e.log<>?1 ORDER BY 2");
        rows.bind(m_log.row);
        qint64 next = 0;
        while (true) {
            if (m_run.progress.cancelled())
                return fail(ErrorKind::Cancelled, m_log.named());
            CHAYAN_TRY(const bool row, rows.step());
            if (!row)
                break;
            const qint64 seq = rows.integer(1);
            if (rows.integer(7) != 0) {
                CHAYAN_CHECK(follow(rows));
                continue;
            }
            ++m_run.report.entries;
            if (m_log.own && seq != next) {
                m_run.found("entry_missing", place(next), u"the log has no entry of this number"_s);
                m_tree->broken();
            }
            next = seq + 1;
            CHAYAN_CHECK(judge(rows, seq));
            CHAYAN_CHECK(m_last.bind(rows.text(2)).bind(rows.blob(0)).run());
        }
        if (!m_opened)
            m_run.found("log_opening_missing", at("log", m_log.named()), u"its log.opened is not here"_s);
        return m_tree->finish();
    }

  private:
    QString place(qint64 seq) const { return at("entry", u"%1 of %2"_s.arg(seq).arg(m_log.named())); }

    /// An entry that is judged under another branch: who is admitted by it, and what the next builds on.
    Status follow(const Query& row) {
        const auto entry = ledger::parseEntry(row.blob(5));
        if (!entry)
            return {};
        noteAdmission(*entry);
        if (isOfEveryBundle(*entry))
            m_lastOfEveryBundle = entry->hash;
        return m_last.bind(row.text(2)).bind(row.blob(0)).run();
    }

    Status judge(const Query& row, qint64 seq) {
        const auto entry = ledger::parseEntry(row.blob(5));
        if (!entry) {
            m_run.found("entry_malformed", place(seq), entry.error().detail);
            m_tree->broken();
            return {};
        }
        const char* column = entry->hash.raw() != row.blob(0)              ? "hash"
                             : entry->log != m_log.id                      ? "log"
                             : entry->seq != seq                           ? "seq"
                             : entry->dossier.text() != row.text(2)        ? "dossier"
                             : entry->kind != row.text(3)                  ? "kind"
                             : entry->officer.raw() != row.blob(4)         ? "officer"
                             : m_log.own && row.integer(6) <= m_lastOwnRow ? "id"
                                                                           : nullptr;
        m_lastOwnRow = row.integer(6);
        if (column != nullptr) {
            m_run.found("entry_altered", place(seq),
                        u"its bytes do not fit its column %1"_s.arg(QLatin1StringView(column)));
            m_tree->broken();
            return {};
        }
        noteOfficers(*entry);
        CHAYAN_CHECK(judgeAncestors(*entry));
        CHAYAN_CHECK(noteOriginal(*entry));
        CHAYAN_CHECK(judgeReceived(*entry));
        return m_tree->entry(seq, entry->hash, entry->officer);
    }

    static std::optional<Digest> digestIn(const ledger::Entry& entry, const char* member) {
        const QString* text = entry.body.stringAt(member);
        return text != nullptr ? Digest::fromHex(*text) : std::nullopt;
    }

    static bool isAboutLog(const ledger::Entry& entry) { return entry.dossier.text() == entry.log.hex(); }
    static bool isOfEveryBundle(const ledger::Entry& entry) {
        return isAboutLog(entry) && ledger::belongsToEveryBundle(entry.kind);
    }

    void noteAdmission(const ledger::Entry& entry) {
        const auto certificate = digestIn(entry, "certificate");
        if (!isAboutLog(entry))
            return;
        if (entry.kind == u"log.opened") {
            const QString* text = entry.body.stringAt("nonce");
            const auto nonce = text != nullptr ? fromBase64url(*text) : std::nullopt;
            m_opened = entry.seq == 0 && nonce && certificate == entry.officer &&
                       ledger::logId(entry.officer, *nonce) == entry.log;
            m_admitted.insert(entry.officer);
            if (m_opened)
                m_run.openers.emplace(m_log.row, entry.officer);
        } else if (entry.kind == u"officer.admitted" && certificate) {
            m_admitted.insert(*certificate);
        } else if (entry.kind == u"officer.retired" && certificate) {
            m_admitted.erase(*certificate);
        }
    }

    void noteOfficers(const ledger::Entry& entry) {
        const bool opens = entry.kind == u"log.opened" && isAboutLog(entry);
        if (!opens && !m_admitted.contains(entry.officer))
            m_run.found("officer_not_admitted", place(entry.seq),
                        u"officer %1 was not admitted to this log then"_s.arg(entry.officer.hex()));
        noteAdmission(entry);
        if (opens && !m_opened)
            m_run.found("log_claimed", place(entry.seq),
                        u"the log's id is not made from this officer and nonce"_s);
        m_run.namedOfficers.insert(entry.officer);
        const auto certificate = digestIn(entry, "certificate");
        if (certificate && isAboutLog(entry))
            m_run.namedOfficers.insert(*certificate);
        const qint64* size = entry.body.integerAt("size");
        if (m_log.own && entry.kind == u"bundle.exported" && size != nullptr)
            m_run.sizesLetOut.insert(*size);
        if (!m_run.certificates.contains(entry.officer) && m_missing.insert(entry.officer).second)
            m_run.found("certificate_missing", at("certificate", entry.officer.hex()),
                        u"entry %1 of %2 names it"_s.arg(entry.seq).arg(m_log.named()));
    }

    Status judgeAncestors(const ledger::Entry& entry) {
        for (const Digest& ancestor : entry.after) {
            CHAYAN_TRY(const bool here, m_ancestor.bind(ancestor).step());
            const bool same = here && m_ancestor.text(0) == entry.dossier.text();
            m_ancestor.reset();
            if (!here)
                m_run.found("ancestor_missing", place(entry.seq), u"builds on %1"_s.arg(ancestor.hex()));
            else if (!same)
                m_run.found("ancestor_foreign", place(entry.seq), u"builds on %1"_s.arg(ancestor.hex()));
            CHAYAN_CHECK(m_built.bind(ancestor).run());
        }
        CHAYAN_TRY(const bool later, m_before.bind(entry.dossier.text()).step());
        auto before = later ? Digest::fromRaw(view(m_before.blob(0))) : std::nullopt;
        m_before.reset();
        if (isOfEveryBundle(entry))
            before = std::exchange(m_lastOfEveryBundle, entry.hash);
        if (before && std::find(entry.after.begin(), entry.after.end(), *before) == entry.after.end())
            m_run.found("own_ancestor_missing", place(entry.seq),
                        u"does not name its log's last entry of the dossier"_s);
        return {};
    }

    Status noteOriginal(const ledger::Entry& entry) {
        const QString* item = entry.body.stringAt("item");
        if (entry.kind == u"original.destroyed" && item != nullptr)
            return m_gone.bind(*item).run();
        const auto sha256 = digestIn(entry, "sha256");
        const qint64* size = entry.body.integerAt("size");
        if (entry.kind != u"original.added" || item == nullptr || !sha256 || size == nullptr)
            return {};
        return m_original.bind(*sha256).bind(*item).bind(*size).bind(m_log.own ? 1 : 0).run();
    }

    /// What came with a bundle ends in entries that must still be here; whatever they build on is looked for
    /// with them.
    Status judgeReceived(const ledger::Entry& entry) {
        const Json::Array* dossiers = entry.body.arrayAt("dossiers");
        if (entry.kind != u"bundle.imported" || dossiers == nullptr)
            return {};
        for (const Json& dossier : *dossiers) {
            const QString* id = dossier.stringAt("id");
            const Json::Array* heads = dossier.arrayAt("heads");
            if (id == nullptr || heads == nullptr)
                continue;
            for (const Json& head : *heads) {
                const auto hash = head.string() != nullptr ? Digest::fromHex(*head.string()) : std::nullopt;
                if (!hash)
                    continue;
                CHAYAN_TRY(const bool here, m_entry.bind(*hash).bind(*id).step());
                m_entry.reset();
                if (!here)
                    m_run.found("entry_missing", at("entry", u"%1 of dossier %2"_s.arg(hash->hex(), *id)),
                                u"a bundle that was taken in ended with it"_s);
            }
        }
        return {};
    }

    CheckRun& m_run;
    const LogRow& m_log;
    std::unique_ptr<TreeCheck> m_tree;
    Query m_entry;
    Query m_ancestor;
    Query m_before;
    Query m_last;
    std::optional<Digest> m_lastOfEveryBundle;
    Query m_built;
    Query m_original;
    Query m_gone;
    bool m_opened = false;
    qint64 m_lastOwnRow = 0;
    std::set<Digest> m_admitted;
    std::set<Digest> m_missing;
};

}  // namespace

Status checkLog(CheckRun& run, const LogRow& log) {
    return LogCheck(run, log).run();
}

}  // namespace chayan::store
