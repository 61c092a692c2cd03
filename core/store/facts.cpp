#include "core/store/facts.h"

using namespace Qt::StringLiterals;

namespace chayan::store {

domain::Fact factOf(ledger::Entry entry) {
    return {entry.hash,
            entry.log.hex(),
            entry.seq,
            entry.clock.utc,
            entry.officer,
            std::move(entry.dossier),
            std::move(entry.after),
            std::move(entry.kind),
            std::move(entry.body)};
}

Result<std::vector<domain::Fact>> factsOf(Database& database, const DossierId& dossier) {
    Query query = database.prepare("SELECT bytes FROM entry WHERE dossier=?");
    query.bind(dossier.text());
    std::vector<domain::Fact> facts;
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return facts;
        auto entry = ledger::parseEntry(query.blob(0));
        if (!entry)
            return fail(ErrorKind::Damaged, dossier.text(),
                        u"an entry of this dossier cannot be read: %1"_s.arg(entry.error().detail));
        facts.push_back(factOf(std::move(*entry)));
    }
}

}  // namespace chayan::store
