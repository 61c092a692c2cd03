#include "core/base/safe_file.h"
#include "core/ledger/verify.h"

#include <QtTest>

using namespace chayan;
using namespace chayan::ledger;
using namespace Qt::StringLiterals;

// The selection of the independent implementation's log verifies; every way of bending it is refused by name.
class TestVerify : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void accepts();
    void refusesEachMissingEntry();
    void refusesEachAlteredProof();
    void refusesAnEntryInAColleaguesName();
    void refusesAnUnadmittedOfficer();
    void refusesAClaimedLog();
    void refusesWithoutCertificates();
    void refusesAFork();
    void readsProofsStrictly();

  private:
    QByteArray file(const QString& name) {
        return readFile(QStringLiteral(CHAYAN_TEST_DATA "/formats_vectors/") + name, 1 << 20).value();
    }
    Verification verify(const std::vector<Entry>& entries, const std::vector<LogProofs>& proofs) {
        SetVerifier verifier(m_certificates);
        for (const Entry& entry : entries)
            verifier.add(entry);
        return verifier.finish(proofs);
    }
    static bool has(const Verification& verification, const QString& reason) {
        return std::any_of(verification.problems.begin(), verification.problems.end(),
                           [&](const Problem& problem) { return problem.reason == reason; });
    }
    std::vector<crypto::Certificate> m_certificates;
    std::vector<Entry> m_entries;
    std::vector<LogProofs> m_proofs;
    QByteArray m_proofsBytes;
};

void TestVerify::initTestCase() {
    for (const QString& name : {u"officer_a.pem"_s, u"officer_b.pem"_s})
        m_certificates.push_back(crypto::Certificate::fromPem(file(name)).value());
    for (const QByteArray& line : file(u"bundle_entries.jsonl"_s).trimmed().split('\n'))
        m_entries.push_back(parseEntry(line).value());
    m_proofsBytes = file(u"proofs.json"_s).trimmed();
    m_proofs = proofsFrom(parseCanonical(view(m_proofsBytes)).value()).value();
    QCOMPARE(canonical(toJson(m_proofs)).value(), m_proofsBytes);
}

void TestVerify::accepts() {
    const Verification good = verify(m_entries, m_proofs);
    for (const Problem& problem : good.problems)
        qWarning() << problem.reason << problem.thing << problem.detail;
    QVERIFY(good.problems.empty());
    const Json statement = parseCanonical(view(file(u"statement.json"_s).trimmed())).value();
    for (const Json& dossier : *statement.arrayAt("dossiers")) {
        const auto& summary = good.dossiers.at(DossierId::fromText(*dossier.stringAt("id")).value());
        QCOMPARE(summary.heads.size(), dossier.arrayAt("heads")->size());
        QCOMPARE(summary.heads[0].hex(), *dossier.arrayAt("heads")->front().string());
        QCOMPARE(summary.counts.begin()->second, *dossier.arrayAt("counts")->front().integerAt("n"));
    }
    QCOMPARE(good.logs.begin()->second.checkpoints.back().checkpoint.size, 13);
    QCOMPARE(good.logs.begin()->second.places.size(), 10U);
    QCOMPARE(good.entriesBy.size(), 2U);
}

void TestVerify::refusesEachMissingEntry() {
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        auto entries = m_entries;
        entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(i));
        QVERIFY(!verify(entries, m_proofs).problems.empty());
        entries = m_entries;
        entries.push_back(m_entries[i]);
        QVERIFY(has(verify(entries, m_proofs), u"entry_twice"_s));
        if (i + 1 < m_entries.size()) {
            entries = m_entries;
            std::swap(entries[i], entries[i + 1]);
            // Neighbours of different dossiers may stand either way round: a reader sorts them, nothing is
            // hidden.
            const bool same = entries[i].dossier == entries[i + 1].dossier;
            QCOMPARE(has(verify(entries, m_proofs), u"ancestor_missing"_s), same);
        }
    }
}

void TestVerify::refusesEachAlteredProof() {
    int altered = 0;
    const auto refused = [&](const std::vector<LogProofs>& proofs) {
        ++altered;
        return !verify(m_entries, proofs).problems.empty();
    };
    for (std::size_t i = 0; i < m_proofs[0].checkpoints.size(); ++i) {
        auto proofs = m_proofs;
        proofs[0].checkpoints[i].signature[20] =
            static_cast<char>(proofs[0].checkpoints[i].signature[20] ^ 1);
        QVERIFY(refused(proofs));
        proofs = m_proofs;
        proofs[0].checkpoints.erase(proofs[0].checkpoints.begin() + static_cast<std::ptrdiff_t>(i));
        QVERIFY(refused(proofs));
    }
    for (std::size_t i = 0; i < m_proofs[0].ranges.size(); ++i) {
        auto proofs = m_proofs;
        proofs[0].ranges.erase(proofs[0].ranges.begin() + static_cast<std::ptrdiff_t>(i));
        QVERIFY(refused(proofs));
        for (std::size_t h = 0; h < m_proofs[0].ranges[i].hashes.size(); ++h) {
            proofs = m_proofs;
            proofs[0].ranges[i].hashes[h].bytes[0] ^= 1;
            QVERIFY(refused(proofs));
        }
        proofs = m_proofs;
        ++proofs[0].ranges[i].count;
        QVERIFY(refused(proofs));
        proofs = m_proofs;
        ++proofs[0].ranges[i].first;
        QVERIFY(refused(proofs));
    }
    for (std::size_t i = 0; i < m_proofs[0].consistency.size(); ++i) {
        auto proofs = m_proofs;
        proofs[0].consistency.erase(proofs[0].consistency.begin() + static_cast<std::ptrdiff_t>(i));
        QVERIFY(refused(proofs));
        proofs = m_proofs;
        proofs[0].consistency[i].hashes[0].bytes[0] ^= 1;
        QVERIFY(refused(proofs));
    }
    QVERIFY(refused({}));
    QVERIFY(altered > 15);
}

void TestVerify::refusesAnEntryInAColleaguesName() {
    auto entries = m_entries;
    EntryDraft draft = entries.back();
    draft.officer = m_certificates[0].fingerprint();
    entries.back() = makeEntry(draft).value();
    QVERIFY(has(verify(entries, m_proofs), u"wrong_officer"_s));
}

void TestVerify::refusesAnUnadmittedOfficer() {
    auto entries = m_entries;
    std::erase_if(entries, [](const Entry& entry) { return entry.kind == u"officer.admitted"; });
    QVERIFY(has(verify(entries, m_proofs), u"officer_not_admitted"_s));
}

void TestVerify::refusesAClaimedLog() {
    auto entries = m_entries;
    EntryDraft draft = entries[0];
    draft.officer = m_certificates[1].fingerprint();
    (*draft.body.object())["certificate"] = Json(m_certificates[1].fingerprint().hex());
    entries[0] = makeEntry(draft).value();
    QVERIFY(has(verify(entries, m_proofs), u"log_claimed"_s));
}

void TestVerify::refusesWithoutCertificates() {
    SetVerifier verifier({m_certificates[0]});
    for (const Entry& entry : m_entries)
        verifier.add(entry);
    QVERIFY(has(verifier.finish(m_proofs), u"certificate_missing"_s));
}

void TestVerify::refusesAFork() {
    auto entries = m_entries;
    EntryDraft draft = entries.back();
    draft.body = Json(Json::Object{{"field", Json(u"notes"_s)}, {"value", Json(u"other"_s)}});
    entries.push_back(makeEntry(draft).value());
    QVERIFY(has(verify(entries, m_proofs), u"fork"_s));
}

void TestVerify::readsProofsStrictly() {
    for (const auto& [from, to] : {std::pair<QByteArray, QByteArray>("\"v\":1}", "\"v\":2}"),
                                   {"\"ranges\"", "\"rangez\""},
                                   {"\"first\"", "\"fist\""},
                                   {"\"count\":8", "\"count\":-8"},
                                   {"\"checkpoints\":[{", "\"checkpoints\":[1,{"}}) {
        QByteArray bytes = m_proofsBytes;
        bytes.replace(bytes.lastIndexOf(from), from.size(), to);
        QVERIFY(bytes != m_proofsBytes);
        const auto json = parseCanonical(view(bytes));
        QVERIFY2(!json || !proofsFrom(*json), to.constData());
    }
}

QTEST_APPLESS_MAIN(TestVerify)
#include "test_verify.moc"
