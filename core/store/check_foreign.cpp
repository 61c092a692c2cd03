#include "core/store/check_run.h"
#include "core/store/own_log.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

/// Entries that are proven together; their hashes are held meanwhile.
constexpr std::size_t greatestRange = 1024;

/// Of another's log there are some entries, the nodes that their proofs gave, and some checkpoints: every
/// entry must still lead to a checkpoint's root and lie in a run that its officer signed. To the newest
/// checkpoint where that is known to go on from the one under which the entry came, which bundles cannot
/// always show: a disk that was rolled back forgets what it let out.
class ForeignTree : public TreeCheck {
  public:
    ForeignTree(CheckRun& run, const LogRow& log)
        : m_run(run),
          m_log(log),
          m_tree(run.database, log.row),
          m_checkpoints(run.database,
                        "SELECT size, first, officer, root, body, signature FROM checkpoint WHERE log=? "
                        "ORDER BY size"),
          m_tips(run.database,
                 "SELECT size, root FROM checkpoint WHERE log=? AND size>=? ORDER BY size DESC"),
          m_signatures(run) {
        m_checkpoints.bind(log.row);
    }

    Status entry(qint64 seq, const Digest& hash, const Digest& officer) override {
        CHAYAN_CHECK(begin());
        while (m_more && m_checkpoints.integer(0) <= seq)
            CHAYAN_CHECK(nextCheckpoint());
        const QString where = at("entry", u"%1 of %2"_s.arg(seq).arg(m_log.named()));
        if (!m_more || m_checkpoints.integer(1) > seq)
            m_run.found("run_missing", where, u"no checkpoint covers the run it lies in"_s);
        else if (m_checkpoints.blob(2) != officer.raw())
            m_run.found("wrong_officer", where, u"another officer signed for it"_s);
        if (!m_leaves.empty() &&
            (seq != m_first + static_cast<qint64>(m_leaves.size()) || m_leaves.size() == greatestRange))
            CHAYAN_CHECK(prove());
        if (m_leaves.empty())
            m_first = seq;
        m_leaves.push_back(hash);
        return {};
    }

    void broken() override {}  // the others can be proven without it

    Status finish() override {
        CHAYAN_CHECK(begin());
        CHAYAN_CHECK(prove());
        while (m_more)
            CHAYAN_CHECK(nextCheckpoint());
        CHAYAN_CHECK(m_signatures.flush());
        return judgeNodes();
    }

  private:
    Status begin() {
        if (m_begun)
            return {};
        m_begun = true;
        Query tip =
            m_run.database.prepare("SELECT size FROM checkpoint WHERE log=? ORDER BY size DESC LIMIT 1");
        CHAYAN_TRY(const bool here, tip.bind(m_log.row).step());
        if (here)
            m_size = tip.integer(0);
        else
            m_run.found("checkpoint_missing", at("checkpoint", m_log.named()),
                        u"no checkpoint of this log"_s);
        CHAYAN_TRY(m_more, m_checkpoints.step());
        if (m_more)
            judgeCheckpoint();
        return {};
    }

    Status nextCheckpoint() {
        CHAYAN_TRY(m_more, m_checkpoints.step());
        if (m_more)
            judgeCheckpoint();
        return m_signatures.full() ? m_signatures.flush() : Status{};
    }

    void judgeCheckpoint() {
        auto stored = readCheckpoint(m_run, m_log, m_checkpoints);
        if (!stored)
            return;
        const QString where =
            at("checkpoint", u"size %1 of %2"_s.arg(stored->checkpoint.size).arg(m_log.named()));
        const auto root = ledger::rootAt(m_tree, stored->checkpoint.size);
        if (root && *root != stored->checkpoint.root)
            m_run.found("root_mismatch", where, u"the log's tree leads to another root"_s);
        const auto certificate = m_run.certificates.find(stored->checkpoint.officer);
        if (certificate != m_run.certificates.end())
            m_signatures.add(std::move(stored->object), certificate->second, where);
    }

    Status prove() {
        if (m_leaves.empty())
            return {};
        const std::vector<Digest> leaves = std::exchange(m_leaves, {});
        const auto count = static_cast<qint64>(leaves.size());
        const QString where = at("entry", u"%1 of %2"_s.arg(m_first).arg(m_log.named()));
        std::optional<Error> missing;
        m_tips.reset();
        m_tips.bind(m_log.row).bind(m_first + count);
        while (true) {
            CHAYAN_TRY(const bool row, m_tips.step());
            if (!row)
                break;
            const qint64 size = m_tips.integer(0);
            const auto proof = ledger::rangeProof(m_tree, size, m_first, count);
            if (proof) {
                const auto root = ledger::rootFromRange(size, m_first, leaves, *proof);
                if (!root || root->raw() != m_tips.blob(1))
                    m_run.found(
                        "proof_wrong", where,
                        u"%1 entries from here do not lead to the checkpoint of size %2"_s.arg(count).arg(
                            size));
                return {};
            }
            if (!missing)
                missing = proof.error();
        }
        if (missing)
            m_run.found("proof_missing", where, missing->detail);
        return {};
    }

    /// A node that does not fit its parent names itself; which of the two was changed cannot be told.
    Status judgeNodes() {
        Query nodes = m_run.database.prepare("SELECT level, place, hash FROM tree_node WHERE log=?");
        nodes.bind(m_log.row);
        while (true) {
            CHAYAN_TRY(const bool row, nodes.step());
            if (!row)
                return {};
            const qint64 level = nodes.integer(0);
            const qint64 place = nodes.integer(1);
            const QString where =
                at("tree_node", u"level %1, place %2 of %3"_s.arg(level).arg(place).arg(m_log.named()));
            const auto hash = Digest::fromRaw(view(nodes.blob(2)));
            if (!hash || level < 0 || level > 62 || place < 0 || place >= (m_size >> level)) {
                m_run.found("index_mismatch", where, u"the log's tree has no such node"_s);
                continue;
            }
            const int below = static_cast<int>(level);
            const auto sibling = m_tree.node(below, place ^ 1);
            const auto parent = m_tree.node(below + 1, place / 2);
            if (sibling && parent &&
                *parent !=
                    (place % 2 == 0 ? ledger::nodeHash(*hash, *sibling) : ledger::nodeHash(*sibling, *hash)))
                m_run.found("index_mismatch", where, u"it does not fit the node above it"_s);
        }
    }

    CheckRun& m_run;
    const LogRow& m_log;
    StoredTree m_tree;
    Query m_checkpoints;
    Query m_tips;
    SignatureBatch m_signatures;
    bool m_begun = false;
    bool m_more = false;
    qint64 m_size = 0;
    qint64 m_first = 0;
    std::vector<Digest> m_leaves;
};

}  // namespace

std::unique_ptr<TreeCheck> foreignTreeCheck(CheckRun& run, const LogRow& log) {
    return std::make_unique<ForeignTree>(run, log);
}

}  // namespace chayan::store
