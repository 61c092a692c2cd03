#include "core/crypto/digest.h"
#include "core/ledger/proof_nodes.h"

#include <QRandomGenerator>
#include <QtTest>

#include <map>
#include <set>

using namespace chayan;
using namespace chayan::ledger;
using namespace Qt::StringLiterals;

namespace {

/// A tree built whole, leaf by leaf.
class WholeTree : public NodeSource {
  public:
    void grow(qint64 size) {
        while (m_frontier.size() < size) {
            leaves.push_back(crypto::sha256(view(QByteArray::number(m_frontier.size()))));
            for (const TreeNode& made : m_frontier.append(leaves.back()))
                m_nodes[{made.level, made.index}] = made.hash;
        }
    }
    Result<Digest> node(int level, qint64 index) const override { return m_nodes.at({level, index}); }
    std::vector<Digest> leaves;

  private:
    Frontier m_frontier;
    std::map<std::pair<int, qint64>, Digest> m_nodes;
};

/// What somebody knows of it from proofs alone.
class Replica : public NodeSource {
  public:
    Result<Digest> node(int level, qint64 index) const override {
        if (const auto found = m_nodes.find({level, index}); found != m_nodes.end())
            return found->second;
        if (level == 0)
            return fail(ErrorKind::NotFound, u"node"_s);
        CHAYAN_TRY(const Digest left, node(level - 1, index * 2));
        CHAYAN_TRY(const Digest right, node(level - 1, index * 2 + 1));
        return nodeHash(left, right);
    }
    Result<std::optional<Digest>> edge(qint64 first, qint64 size) const override {
        const auto found = m_edges.find({first, size});
        return found == m_edges.end() ? std::nullopt : std::optional(found->second);
    }
    /// Nothing that is true of the same log contradicts anything else.
    bool add(const KnownNodes& known) {
        for (const TreeNode& node : known.complete) {
            if (m_nodes.emplace(std::pair(node.level, node.index), node.hash).first->second != node.hash)
                return false;
        }
        for (const KnownNodes::Edge& edge : known.edges) {
            if (m_edges.emplace(std::pair(edge.first, edge.size), edge.hash).first->second != edge.hash)
                return false;
        }
        return true;
    }
    void addLeaf(qint64 index, const Digest& leaf) { m_nodes[{0, index}] = leaf; }

  private:
    std::map<std::pair<int, qint64>, Digest> m_nodes;
    std::map<std::pair<qint64, qint64>, Digest> m_edges;
};

std::vector<std::pair<qint64, qint64>> rangesOf(const std::set<qint64>& seqs) {
    std::vector<std::pair<qint64, qint64>> ranges;
    for (const qint64 seq : seqs) {
        if (!ranges.empty() && ranges.back().first + ranges.back().second == seq)
            ++ranges.back().second;
        else
            ranges.emplace_back(seq, 1);
    }
    return ranges;
}

std::span<const Digest> leavesOf(const WholeTree& tree, qint64 first, qint64 count) {
    return std::span(tree.leaves).subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count));
}

}  // namespace

class TestNodes : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void whatCameUnderSeveralTipsIsProvenUnderTheNewest();
    void withoutConsistencyNothingIsJoined();
    void refusesProofsThatDoNotHold();
};

void TestNodes::whatCameUnderSeveralTipsIsProvenUnderTheNewest() {
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 300; ++round) {
        WholeTree tree;
        Replica replica;
        std::set<qint64> known;
        std::vector<qint64> tips;
        for (int bundle = 0; bundle < 4; ++bundle) {
            const qint64 size = (tips.empty() ? 0 : tips.back()) + random.bounded(1, 70);
            tree.grow(size);
            const Digest root = rootAt(tree, size).value();
            std::set<qint64> seqs;
            for (int i = random.bounded(1, 12); i > 0; --i)
                seqs.insert(random.bounded(static_cast<int>(size)));
            seqs.insert(0);  // every bundle holds log.opened
            KnownNodes nodes;
            for (const auto& [first, count] : rangesOf(seqs)) {
                const auto proof = rangeProof(tree, size, first, count).value();
                QVERIFY(addNodesOfRange(size, root, first, leavesOf(tree, first, count), proof, nodes));
            }
            for (const qint64 shown : tips) {
                const auto proof = consistencyProof(tree, shown, size).value();
                const Digest older = rootAt(tree, shown).value();
                QVERIFY(isConsistent(shown, older, size, root, proof));
                // With its root, or without: then it follows from the proof.
                const auto given = shown == 1 || random.bounded(2) == 0 ? std::optional(older) : std::nullopt;
                QCOMPARE(addNodesOfConsistency(shown, given, size, root, proof, nodes), std::optional(older));
            }
            for (const TreeNode& node : nodes.complete)
                QCOMPARE(node.hash, tree.node(node.level, node.index).value());
            QVERIFY(replica.add(nodes));
            for (const qint64 seq : seqs)
                replica.addLeaf(seq, tree.leaves[static_cast<std::size_t>(seq)]);
            known.insert(seqs.begin(), seqs.end());
            tips.push_back(size);
        }
        const qint64 newest = tips.back();
        const Digest root = rootAt(tree, newest).value();
        std::set<qint64> subset;
        for (const qint64 seq : known) {
            if (random.bounded(2) == 0)
                subset.insert(seq);
        }
        for (const auto& [first, count] : rangesOf(subset)) {
            const auto proof = rangeProof(replica, newest, first, count);
            QVERIFY2(proof,
                     qPrintable(u"round %1: [%2, +%3) of %4"_s.arg(round).arg(first).arg(count).arg(newest)));
            QCOMPARE(*proof, rangeProof(tree, newest, first, count).value());
            QCOMPARE(rootFromRange(newest, first, leavesOf(tree, first, count), *proof), std::optional(root));
        }
        for (const qint64 shown : tips)
            QCOMPARE(consistencyProof(replica, shown, newest).value(),
                     consistencyProof(tree, shown, newest).value());
    }
}

void TestNodes::withoutConsistencyNothingIsJoined() {
    WholeTree tree;
    tree.grow(1500);
    Replica replica;
    KnownNodes nodes;
    for (const auto& [size, seq] : {std::pair<qint64, qint64>{1000, 3}, {1500, 1200}}) {
        const auto proof = rangeProof(tree, size, seq, 1).value();
        QVERIFY(addNodesOfRange(size, rootAt(tree, size).value(), seq, leavesOf(tree, seq, 1), proof, nodes));
        replica.addLeaf(seq, tree.leaves[static_cast<std::size_t>(seq)]);
    }
    QVERIFY(replica.add(nodes));
    QVERIFY(rangeProof(replica, 1000, 3, 1));
    QVERIFY(rangeProof(replica, 1500, 1200, 1));
    QVERIFY(!rangeProof(replica, 1500, 3, 1));  // said, not guessed
}

void TestNodes::refusesProofsThatDoNotHold() {
    WholeTree tree;
    tree.grow(100);
    const Digest root = rootAt(tree, 100).value();
    const Digest older = rootAt(tree, 37).value();
    const auto range = rangeProof(tree, 100, 40, 3).value();
    const auto consistency = consistencyProof(tree, 37, 100).value();
    KnownNodes nodes;
    for (std::size_t i = 0; i <= range.size(); ++i) {
        auto bent = range;
        if (i == range.size())
            bent.push_back(root);
        else
            bent[i].bytes[i % 32] ^= 1;
        QVERIFY(!addNodesOfRange(100, root, 40, leavesOf(tree, 40, 3), bent, nodes));
    }
    for (std::size_t i = 0; i <= consistency.size(); ++i) {
        auto bent = consistency;
        if (i == consistency.size())
            bent.pop_back();
        else
            bent[i].bytes[i % 32] ^= 1;
        QVERIFY(!addNodesOfConsistency(37, older, 100, root, bent, nodes));
    }
    QVERIFY(!addNodesOfConsistency(37, root, 100, root, consistency, nodes));
    QVERIFY(!addNodesOfConsistency(64, {}, 100, root, consistencyProof(tree, 64, 100).value(), nodes));
    QVERIFY(!addNodesOfConsistency(0, root, 100, root, consistency, nodes));
    QVERIFY(!addNodesOfRange(100, root, 99, leavesOf(tree, 40, 3), range, nodes));
    QVERIFY(nodes.complete.empty() && nodes.edges.empty());
}

QTEST_APPLESS_MAIN(TestNodes)
#include "test_nodes.moc"
