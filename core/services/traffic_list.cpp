#include "core/services/traffic_list.h"

#include "core/store/officers.h"

#include <map>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

/// What the log's own entries say beside the tables: to whom, or by whom.
struct Said {
    QString recipient;
    std::optional<Digest> signer;
};

QString nameOf(Passage::Direction direction) {
    return direction == Passage::Direction::Sent ? u"sent"_s : u"received"_s;
}

/// By direction and tag manifest; of many entries about one bundle the first says it.
Result<std::map<std::pair<QString, Digest>, Said>> sayings(store::Database& database) {
    store::Query query = database.prepare(
        "SELECT e.kind, e.bytes FROM log l JOIN entry e ON e.dossier=lower(hex(l.hash)) AND e.log=l.id "
        "WHERE e.kind IN ('bundle.exported', 'bundle.imported') ORDER BY e.id");
    std::map<std::pair<QString, Digest>, Said> said;
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return said;
        const auto entry = ledger::parseEntry(query.blob(1));
        const QString* text = entry ? entry->body.stringAt("tagmanifest") : nullptr;
        const auto tagManifest = text != nullptr ? Digest::fromHex(*text) : std::nullopt;
        if (!tagManifest)
            continue;
        Said words;
        if (const QString* recipient = entry->body.stringAt("recipient"))
            words.recipient = *recipient;
        if (const QString* signer = entry->body.stringAt("signer"))
            words.signer = Digest::fromHex(*signer);
        said.emplace(std::pair(query.text(0) == u"bundle.exported" ? u"sent"_s : u"received"_s, *tagManifest),
                     std::move(words));
    }
}

Status addDossiers(store::Database& database, Passage& passage) {
    store::Query count =
        database.prepare("SELECT count(*) FROM traffic_dossier WHERE tagmanifest=? AND direction=?");
    CHAYAN_CHECK(count.bind(passage.tagManifest).bind(nameOf(passage.direction)).step());
    passage.dossierCount = count.integer(0);
    store::Query query = database.prepare(
        "SELECT d.dossier, d.title FROM traffic_dossier t JOIN dossier d ON d.dossier=t.dossier "
        "WHERE t.tagmanifest=? AND t.direction=? ORDER BY d.opened DESC, d.dossier LIMIT ?");
    query.bind(passage.tagManifest).bind(nameOf(passage.direction)).bind(dossiersOfPassage);
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return {};
        if (const auto id = DossierId::fromText(query.text(0)))
            passage.dossiers.push_back({*id, query.text(1)});
    }
}

Status addReceipts(store::Database& database, Passage& passage) {
    store::Query query =
        database.prepare("SELECT DISTINCT at, officer FROM anchor WHERE tagmanifest=? ORDER BY at, officer");
    query.bind(passage.tagManifest);
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return {};
        CHAYAN_TRY(const Digest officer, query.digest(1));
        const auto certificate = store::certificateOf(database, officer);
        passage.receipts.push_back({query.integer(0), certificate
                                                          ? certificate->officer()
                                                          : crypto::OfficerName{officer.hex(), {}, {}, {}}});
    }
}

}  // namespace

Result<std::vector<Passage>> listTraffic(const store::Store& store, qint64 count) {
    CHAYAN_TRY(store::Database database, store.reader());
    CHAYAN_TRY(const auto said, sayings(database));
    store::Query query = database.prepare(
        "SELECT tagmanifest, direction, at FROM traffic ORDER BY at DESC, tagmanifest, direction LIMIT ?");
    query.bind(count);
    std::vector<Passage> passages;
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            break;
        Passage passage;
        CHAYAN_TRY(passage.tagManifest, query.digest(0));
        passage.direction =
            query.text(1) == u"sent" ? Passage::Direction::Sent : Passage::Direction::Received;
        passage.at = query.integer(2);
        passages.push_back(std::move(passage));
    }
    for (Passage& passage : passages) {
        const auto words = said.find({nameOf(passage.direction), passage.tagManifest});
        if (words != said.end()) {
            passage.recipient = words->second.recipient;
            if (words->second.signer) {
                if (const auto certificate = store::certificateOf(database, *words->second.signer))
                    passage.signer = certificate->officer();
            }
        }
        CHAYAN_CHECK(addDossiers(database, passage));
        if (passage.direction == Passage::Direction::Sent)
            CHAYAN_CHECK(addReceipts(database, passage));
    }
    return passages;
}

}  // namespace chayan::services
