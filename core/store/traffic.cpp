#include "core/store/traffic.h"

#include "core/ledger/signed_object.h"
#include "core/store/schema.h"

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

Status projectBundle(Database& database, const ledger::Entry& entry, const QString& direction) {
    const QString* text = entry.body.stringAt("tagmanifest");
    const auto tagManifest = text != nullptr ? Digest::fromHex(*text) : std::nullopt;
    if (!tagManifest)
        return {};
    Query traffic =
        database.prepare("INSERT OR IGNORE INTO traffic(tagmanifest, direction, at) VALUES(?, ?, ?)");
    CHAYAN_CHECK(traffic.bind(*tagManifest).bind(direction).bind(entry.clock.utc).run());
    const Json::Array* dossiers = entry.body.arrayAt("dossiers");
    if (dossiers == nullptr)
        return {};
    Query named = database.prepare(
        "INSERT OR IGNORE INTO traffic_dossier(dossier, tagmanifest, direction) VALUES(?, ?, ?)");
    for (const Json& item : *dossiers) {
        const QString* id = item.string() != nullptr ? item.string() : item.stringAt("id");
        if (id != nullptr)
            CHAYAN_CHECK(named.bind(*id).bind(*tagManifest).bind(direction).run());
    }
    return {};
}

Status projectAnchor(Database& database, const ledger::Entry& entry) {
    const Json* json = entry.body.find("receipt");
    if (json == nullptr)
        return {};
    const auto receipt = ledger::signedObjectFrom(*json).and_then(
        [](const ledger::SignedObject& object) { return ledger::parseReceipt(object.body); });
    if (!receipt)
        return {};
    Query anchor = database.prepare(
        "INSERT OR IGNORE INTO anchor(entry, log, size, root, at, officer, tagmanifest) "
        "VALUES(?, ?, ?, ?, ?, ?, ?)");
    for (const ledger::SeenTip& tip : receipt->seen)
        CHAYAN_CHECK(anchor.bind(entry.hash)
                         .bind(tip.log)
                         .bind(tip.size)
                         .bind(tip.root)
                         .bind(receipt->at)
                         .bind(receipt->officer)
                         .bind(receipt->tagmanifest)
                         .run());
    return {};
}

Result<QStringList> texts(Database& database, const char* sql) {
    Query query = database.prepare(sql);
    QStringList all;
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return all;
        all.append(query.text(0));
    }
}

/// From the entries of one database into the tables of another. Only what this installation wrote itself
/// counts, which its numbered checkpoints tell: nobody else's word makes an anchor here.
Status projectAll(Database& from, Database& into) {
    Query query = from.prepare(
        "SELECT e.bytes FROM log l JOIN entry e ON e.dossier=lower(hex(l.hash)) AND e.log=l.id WHERE e.kind "
        "IN ('bundle.exported', 'bundle.imported', 'anchor.received') AND e.seq < (SELECT max(c.size) "
        "FROM checkpoint c WHERE c.log=l.id AND c.number IS NOT NULL) ORDER BY l.id, e.seq");
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return {};
        const auto entry = ledger::parseEntry(query.blob(0));
        if (entry)  // one that cannot be read is found with its log
            CHAYAN_CHECK(projectTraffic(into, *entry));
    }
}

}  // namespace

Status projectTraffic(Database& database, const ledger::Entry& entry) {
    if (entry.kind == u"bundle.exported")
        return projectBundle(database, entry, u"sent"_s);
    if (entry.kind == u"bundle.imported")
        return projectBundle(database, entry, u"received"_s);
    if (entry.kind == u"anchor.received")
        return projectAnchor(database, entry);
    return {};
}

Status rebuildTraffic(Database& database) {
    CHAYAN_CHECK(database.execute("DELETE FROM traffic; DELETE FROM traffic_dossier; DELETE FROM anchor;"));
    return projectAll(database, database);
}

Result<QStringList> compareTraffic(Database& database) {
    CHAYAN_TRY(Database made, Database::inMemory());
    CHAYAN_CHECK(migrate(made));
    CHAYAN_CHECK(projectAll(database, made));
    QStringList differing;
    for (const auto& [table, sql] :
         {std::pair("traffic", "SELECT hex(tagmanifest) || direction || at FROM traffic ORDER BY 1"),
          std::pair("traffic_dossier",
                    "SELECT dossier || hex(tagmanifest) || direction FROM traffic_dossier ORDER BY 1"),
          std::pair("anchor",
                    "SELECT hex(entry) || hex(log) || hex(root) || hex(officer) || "
                    "hex(tagmanifest) || size || '.' || at FROM anchor ORDER BY 1")}) {
        CHAYAN_TRY(const QStringList stored, texts(database, sql));
        CHAYAN_TRY(const QStringList expected, texts(made, sql));
        if (stored != expected)
            differing.append(QString::fromLatin1(table));
    }
    return differing;
}

Result<QString> dossierState(Database& database, const DossierId& dossier) {
    Query query = database.prepare(
        "SELECT max(EXISTS(SELECT 1 FROM anchor a WHERE a.tagmanifest=t.tagmanifest)) FROM traffic_dossier t "
        "WHERE t.dossier=? AND t.direction='sent' HAVING count(*)>0");
    CHAYAN_TRY(const bool sent, query.bind(dossier.text()).step());
    if (!sent)
        return u"saved"_s;
    return query.integer(0) != 0 ? u"received"_s : u"sent"_s;
}

}  // namespace chayan::store
