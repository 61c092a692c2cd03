#include "core/services/reading_page.h"

#include "core/bundle/bag_layout.h"
#include "core/domain/fold.h"
#include "core/store/facts.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

/// Up to so many entries a dossier is folded whole: some 10 MB.
constexpr std::size_t wholeEntries = 3000;
constexpr std::size_t originalsInPart = 500;

page::Sink into(bundle::Spool& spool) {
    return [&spool](ByteView bytes) { return spool.add(bytes); };
}

}  // namespace

Status ReadingPage::note(std::size_t dossier, const ledger::Entry& entry) {
    const store::OutgoingDossier& outgoing = m_outgoing.dossiers[dossier];
    if (outgoing.rows.size() <= wholeEntries)
        return {};
    if (m_current != dossier) {
        m_current = dossier;
        CHAYAN_TRY(m_currentOpened, m_opened(outgoing.id));
    }
    m_divisions.try_emplace(dossier, originalsInPart)
        .first->second.add(store::factOf(entry), m_currentOpened);
    return {};
}

Result<domain::Fact> ReadingPage::factAt(qint64 row) {
    if (m_progress.cancelled())
        return fail(ErrorKind::Cancelled, u"view/index.html"_s);
    CHAYAN_TRY(const QByteArray bytes, m_reader->bytes(row));
    CHAYAN_TRY(ledger::Entry entry, ledger::parseEntry(bytes));
    return store::factOf(std::move(entry));
}

Result<domain::Dossier> ReadingPage::fold(const store::OutgoingDossier& dossier,
                                          const domain::OpenedValues& opened,
                                          const domain::Division* division, std::span<const int> entries) {
    std::vector<domain::Fact> facts;
    facts.reserve(entries.size());
    for (const int entry : entries) {
        CHAYAN_TRY(domain::Fact fact, factAt(dossier.rows[static_cast<std::size_t>(entry)]));
        facts.push_back(std::move(fact));
    }
    if (division != nullptr)
        division->join(entries, facts);
    return domain::foldOrdered(dossier.id, std::move(facts), opened);
}

Status ReadingPage::addWhole(page::IndexPage& page, const store::OutgoingDossier& dossier,
                             page::BundleSummary& summary) {
    CHAYAN_TRY(const domain::OpenedValues opened, m_opened(dossier.id));
    std::vector<int> all(dossier.rows.size());
    std::iota(all.begin(), all.end(), 0);
    CHAYAN_TRY(const domain::Dossier folded, fold(dossier, opened, nullptr, all));
    summary.dossiers.push_back(
        {dossier.id, folded.type, folded.value(u"title"), static_cast<qint64>(dossier.rows.size())});
    return page.add(folded);
}

Status ReadingPage::addDivided(page::IndexPage& page, const store::OutgoingDossier& dossier,
                               const domain::Division& division, page::BundleSummary& summary) {
    CHAYAN_TRY(const domain::OpenedValues opened, m_opened(dossier.id));
    CHAYAN_TRY(domain::Dossier frame, fold(dossier, opened, &division, division.frame()));
    frame.heads = division.heads();
    const auto count = static_cast<qint64>(dossier.rows.size());
    summary.dossiers.push_back({dossier.id, frame.type, frame.value(u"title"), count});
    CHAYAN_CHECK(page.beginDossier(frame, count));
    for (const std::vector<int>& entries : division.parts()) {
        CHAYAN_TRY(domain::Dossier part, fold(dossier, opened, &division, entries));
        part.type = frame.type;
        CHAYAN_CHECK(page.addPart(part));
    }
    CHAYAN_CHECK(page.beginHistory(frame));
    for (const qint64 row : dossier.rows) {
        CHAYAN_TRY(domain::Fact fact, factAt(row));
        domain::Body body = domain::readBody(fact.kind, fact.body);
        CHAYAN_CHECK(page.addEvent(frame, {std::move(fact), std::move(body)}));
    }
    return page.endDossier();
}

Result<bundle::BagFile> ReadingPage::write(page::BundleSummary& summary) {
    m_reader.emplace(m_database);
    m_currentOpened.clear();
    CHAYAN_TRY(bundle::Spool dossiers, bundle::Spool::create(m_folder));
    auto page = page::IndexPage::withoutCover(summary, into(dossiers));
    const auto add = [&](std::size_t i) -> Status {
        const store::OutgoingDossier& dossier = m_outgoing.dossiers[i];
        const auto division = m_divisions.find(i);
        if (division == m_divisions.end())
            return addWhole(page, dossier, summary);
        division->second.finish();
        CHAYAN_CHECK(addDivided(page, dossier, division->second, summary));
        m_divisions.erase(division);
        return {};
    };
    // A reader wants the dossiers first; what the logs say of themselves comes last.
    const std::size_t logs = m_outgoing.logs.size();
    for (std::size_t i = logs; i < m_outgoing.dossiers.size(); ++i)
        CHAYAN_CHECK(add(i));
    for (std::size_t i = 0; i < logs; ++i)
        CHAYAN_CHECK(add(i));
    CHAYAN_CHECK(page.end());
    CHAYAN_TRY(bundle::Spool whole, bundle::Spool::create(m_folder));
    CHAYAN_CHECK(page::IndexPage::cover(summary, into(whole)));
    CHAYAN_CHECK(whole.add(std::move(dossiers)));
    return whole.finish(bundle::layout::aids.toByteArray() + "index.html");
}

}  // namespace chayan::services
