#include "core/bundle/ledger_check.h"

#include "core/base/limits.h"
#include "core/bundle/bag_layout.h"
#include "core/crypto/digest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::bundle {

namespace {

/// A finding becomes a problem of its list; a failure of the machine passes on.
Status note(std::vector<Problem>& list, QByteArrayView where, const Error& error) {
    if (isFinding(error)) {
        list.push_back(problemOf(error));
        return {};
    }
    if (exitCode(error.kind) == 3)
        return fail(error);
    list.push_back({u"malformed"_s, shown(where), error.detail});
    return {};
}

bool isAboutProofs(const QString& reason) {
    return reason.startsWith(u"proof") || reason.startsWith(u"checkpoint") || reason.startsWith(u"run") ||
           reason == u"wrong_officer" || reason == u"entry_missing";
}

std::optional<Digest> sealedDigest(QStringView text) {
    const auto raw = fromBase64url(text);
    return raw ? Digest::fromRaw(view(*raw)) : std::nullopt;
}

}  // namespace

Result<LedgerFindings> LedgerCheck::run(const std::optional<crypto::Certificate>& signer,
                                        const Progress& progress) {
    CHAYAN_CHECK(readCertificates());
    CHAYAN_CHECK(readStatement(signer));
    ledger::SetVerifier verifier(m_certificates);
    CHAYAN_CHECK(readEntries(verifier, progress));
    CHAYAN_CHECK(readDisclosures());
    CHAYAN_CHECK(readProofs(verifier));
    judgeOriginals();
    m_findings.certificates = std::move(m_certificates);
    return std::move(m_findings);
}

Status LedgerCheck::readCertificates() {
    for (std::size_t i = 0; i < m_source.members().size(); ++i) {
        const QByteArray& path = m_source.members()[i].path;
        if (!path.startsWith(layout::certificates))
            continue;
        const auto pem = m_source.readWhole(i, limits::certificateBytes);
        if (!pem) {
            CHAYAN_CHECK(note(m_findings.ledger, path, pem.error()));
            continue;
        }
        const auto certificate = crypto::Certificate::fromPem(*pem);
        if (!certificate)
            CHAYAN_CHECK(note(m_findings.ledger, path, certificate.error()));
        else
            m_certificates.push_back(*certificate);
    }
    return {};
}

Status LedgerCheck::readStatement(const std::optional<crypto::Certificate>& signer) {
    const auto member = m_source.find(layout::statement);
    if (!member)
        return {};  // the entries' check says so below: a bundle without a statement fits no figures
    const auto bytes = m_source.readWhole(*member, limits::smallMemberBytes);
    if (!bytes)
        return note(m_findings.ledger, layout::statement, bytes.error());
    const auto statement = parseCanonical(view(*bytes)).and_then(statementFrom);
    if (!statement)
        return note(m_findings.ledger, layout::statement, statement.error());
    if (signer && statement->exporter != signer->fingerprint())
        m_findings.ledger.push_back({u"statement_mismatch"_s, shown(layout::statement),
                                     u"it names another exporter than the key that signed"_s});
    m_findings.statement = *statement;
    return {};
}

Status LedgerCheck::readEntries(ledger::SetVerifier& verifier, const Progress& progress) {
    const auto member = m_source.find(layout::entries);
    if (!member) {
        m_findings.ledger.push_back({u"missing_file"_s, shown(layout::entries), u"not in the bundle"_s});
        return {};
    }
    const auto take = [&](ByteView line, qint64 number) -> Status {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled, shown(layout::entries));
        const QByteArray bytes(reinterpret_cast<const char*>(line.data()),
                               static_cast<qsizetype>(line.size()));
        const auto entry = ledger::parseEntry(bytes);
        if (!entry)
            return refuse(u"entry_malformed"_s, u"%1, line %2"_s.arg(shown(layout::entries)).arg(number + 1),
                          entry.error().detail);
        ++m_findings.entries;
        noteEntry(*entry);
        verifier.add(*entry);
        return {};
    };
    if (const auto read = m_source.readLines(*member, limits::lineBytes, take); !read)
        return note(m_findings.ledger, layout::entries, read.error());
    return {};
}

void LedgerCheck::noteEntry(const ledger::Entry& entry) {
    if (const Json::Array* sealed = entry.body.arrayAt("sealed")) {
        for (const Json& item : *sealed) {
            const QString* d = item.stringAt("d");
            const auto digest = d != nullptr ? sealedDigest(*d) : std::nullopt;
            if (digest)
                m_sealed[entry.hash].insert(*digest);
        }
    }
    if (entry.kind == u"original.added") {
        const QString* text = entry.body.stringAt("sha256");
        const auto digest = text != nullptr ? Digest::fromHex(*text) : std::nullopt;
        if (digest)
            m_named.insert(*digest);
    }
    if (entry.kind == u"dossier.opened") {
        if (const QString* type = entry.body.stringAt("type"))
            m_kinds.insert(entry.dossier.text(), *type);
    } else if (entry.kind == u"log.opened") {
        m_kinds.insert(entry.dossier.text(), u"log"_s);
    }
}

Status LedgerCheck::readDisclosures() {
    const auto member = m_source.find(layout::disclosures);
    if (!member)
        return {};
    const auto take = [&](ByteView line, qint64 number) -> Status {
        const QString thing = u"%1, line %2"_s.arg(shown(layout::disclosures)).arg(number + 1);
        CHAYAN_TRY(const Json json, parseCanonical(line));
        const QString* entryText = json.stringAt("entry");
        const QString* text = json.stringAt("text");
        const auto entry = entryText != nullptr ? Digest::fromHex(*entryText) : std::nullopt;
        if (!entry || text == nullptr || json.object()->size() != 2)
            return refuse(u"disclosure_malformed"_s, thing, u"not {entry,text}"_s);
        const auto sealed = m_sealed.find(*entry);
        if (sealed == m_sealed.end() || !sealed->second.contains(crypto::sha256(view(text->toUtf8()))))
            return refuse(u"disclosure_wrong"_s, thing, u"no such sealed value stands in that entry"_s);
        return {};
    };
    if (const auto read = m_source.readLines(*member, limits::lineBytes, take); !read)
        return note(m_findings.ledger, layout::disclosures, read.error());
    return {};
}

Status LedgerCheck::readProofs(ledger::SetVerifier& verifier) {
    std::vector<ledger::LogProofs> proofs;
    const auto member = m_source.find(layout::proofs);
    if (member) {
        const auto bytes = m_source.readWhole(*member, limits::manifestBytes);
        if (!bytes)
            return note(m_findings.proofs, layout::proofs, bytes.error());
        auto read = parseCanonical(view(*bytes)).and_then(ledger::proofsFrom);
        if (!read)
            return note(m_findings.proofs, layout::proofs, read.error());
        proofs = std::move(*read);
    } else {
        m_findings.proofs.push_back({u"missing_file"_s, shown(layout::proofs), u"not in the bundle"_s});
    }
    ledger::Verification verified = verifier.finish(proofs);
    for (const ledger::Problem& problem : verified.problems)
        (isAboutProofs(problem.reason) ? m_findings.proofs : m_findings.ledger)
            .push_back({problem.reason, problem.thing, problem.detail});
    for (const auto& [fingerprint, count] : verified.entriesBy) {
        const auto certificate =
            std::ranges::find(m_certificates, fingerprint, &crypto::Certificate::fingerprint);
        m_findings.officers.push_back(
            {fingerprint, certificate == m_certificates.end() ? std::nullopt : std::optional(*certificate),
             count});
    }
    compareStatement(verified);
    m_findings.logs = std::move(verified.logs);
    return {};
}

void LedgerCheck::compareStatement(const ledger::Verification& verified) {
    const auto differs = [&](const QString& detail) {
        m_findings.ledger.push_back({u"statement_mismatch"_s, shown(layout::statement), detail});
    };
    if (!m_findings.statement) {
        differs(u"no statement that can be read"_s);
        return;
    }
    const Statement& statement = *m_findings.statement;
    if (statement.logs.size() != verified.logs.size() ||
        statement.dossiers.size() != verified.dossiers.size())
        differs(u"it counts other logs or dossiers than the bundle holds"_s);
    for (const Statement::Log& log : statement.logs) {
        const auto found = verified.logs.find(log.log);
        if (found == verified.logs.end() || found->second.checkpoints.back().checkpoint.size != log.size ||
            static_cast<qint64>(found->second.places.size()) != log.entries)
            differs(u"log %1: size or number of entries"_s.arg(log.log.hex().left(16)));
    }
    for (const Statement::Dossier& dossier : statement.dossiers) {
        const auto found = verified.dossiers.find(dossier.id);
        auto heads = dossier.heads;
        std::ranges::sort(heads);
        const std::map<Digest, qint64> counts(dossier.counts.begin(), dossier.counts.end());
        if (found == verified.dossiers.end() || found->second.heads != heads)
            differs(u"dossier %1: its newest entries are not those stated"_s.arg(dossier.id.text()));
        else if (found->second.counts != counts || counts.size() != dossier.counts.size())
            differs(u"dossier %1: number of entries"_s.arg(dossier.id.text()));
        const auto kind = m_kinds.find(dossier.id.text());
        if (kind == m_kinds.end() || *kind != dossier.kind)
            differs(u"dossier %1: its kind"_s.arg(dossier.id.text()));
    }
}

void LedgerCheck::judgeOriginals() {
    std::unordered_set<Digest> here;
    for (std::size_t i = 0; i < m_source.members().size(); ++i) {
        const QByteArray& path = m_source.members()[i].path;
        if (!path.startsWith(layout::originals))
            continue;
        const QString file = QString::fromUtf8(path.mid(layout::originals.size()));
        const auto named = Digest::fromHex(QStringView(file).left(64));
        if (!named || (file.size() > 64 && file[64] != u'.'))
            m_findings.originals.push_back({u"original_name"_s, shown(path), u"not named by a SHA-256"_s});
        else if (i >= m_digests.size() || m_digests[i] != *named)
            m_findings.originals.push_back(
                {u"original_altered"_s, shown(path), u"its bytes do not hash to its name"_s});
        else if (!m_named.contains(*named))
            m_findings.originals.push_back({u"original_unnamed"_s, shown(path), u"no entry names it"_s});
        else if (!here.insert(*named).second)
            m_findings.originals.push_back({u"original_twice"_s, shown(path), u"it is there twice"_s});
    }
    m_findings.originalsHere = static_cast<qint64>(here.size());
    const auto missing = static_cast<qint64>(m_named.size()) - m_findings.originalsHere;
    const qint64 withheld = m_findings.statement ? m_findings.statement->withheldOriginals : 0;
    if (missing != withheld)
        m_findings.originals.push_back(
            {u"original_missing"_s, shown(layout::originals),
             u"%1 named originals are not here, %2 are said to be withheld"_s.arg(missing).arg(withheld)});
}

}  // namespace chayan::bundle
