#include "core/base/parallel.h"
#include "core/store/check_run.h"

using namespace Qt::StringLiterals;

namespace chayan::store {

void SignatureBatch::add(ledger::SignedObject object, const crypto::Certificate& certificate, QString where) {
    m_waiting.push_back({std::move(object), &certificate, std::move(where)});
}

Status SignatureBatch::flush() {
    std::vector<char> fits(m_waiting.size());
    CHAYAN_CHECK(onAllCores(m_waiting.size(), [&](std::size_t i) -> Status {
        fits[i] =
            ledger::verifies(ledger::SignedKind::Checkpoint, m_waiting[i].object, *m_waiting[i].certificate);
        return {};
    }));
    for (std::size_t i = 0; i < fits.size(); ++i) {
        if (fits[i] == 0)
            m_run.found("checkpoint_signature", m_waiting[i].where, u"the signature does not fit"_s);
    }
    m_waiting.clear();
    return {};
}

namespace {

QString checkpointNamed(const LogRow& log, qint64 size) {
    return at("checkpoint", u"size %1 of %2"_s.arg(size).arg(log.named()));
}

QString nodeNamed(const LogRow& log, qint64 level, qint64 place) {
    return at("tree_node", u"level %1, place %2 of %3"_s.arg(level).arg(place).arg(log.named()));
}

/// The own log has every entry, every node and every checkpoint: all of them are made anew and compared.
class OwnTree : public TreeCheck {
  public:
    OwnTree(CheckRun& run, const LogRow& log)
        : m_run(run),
          m_log(log),
          m_node(run.database, "SELECT hash FROM tree_node WHERE log=? AND level=? AND place=?"),
          m_checkpoints(run.database,
                        "SELECT size, first, officer, root, body, signature, number, seen FROM checkpoint "
                        "WHERE log=? ORDER BY size"),
          m_signatures(run) {
        m_checkpoints.bind(log.row);
    }

    Status entry(qint64 seq, const Digest& hash, const Digest& officer) override {
        CHAYAN_CHECK(begin());
        if (m_broken)
            return skipTo(seq + 1);
        for (const ledger::TreeNode& made : m_frontier.append(hash)) {
            if (made.level == 0)
                continue;
            CHAYAN_TRY(const bool here, m_node.bind(m_log.row).bind(made.level).bind(made.index).step());
            if (!here)
                m_run.found("index_mismatch", nodeNamed(m_log, made.level, made.index), u"it is missing"_s);
            else if (m_node.blob(0) != made.hash.raw())
                m_run.found("index_mismatch", nodeNamed(m_log, made.level, made.index),
                            u"its hash is not that of the entries below it"_s);
            m_node.reset();
        }
        if (m_runOfficer && *m_runOfficer != officer)
            m_mixed = true;
        m_runOfficer = officer;
        if (m_more && m_checkpoints.integer(0) <= m_frontier.size())
            CHAYAN_CHECK(checkpointReached());
        return {};
    }

    void broken() override { m_broken = true; }

    Status finish() override {
        CHAYAN_CHECK(begin());
        if (m_more && !m_broken)
            m_run.found("entry_missing", at("entry", u"%1 of %2"_s.arg(m_frontier.size()).arg(m_log.named())),
                        u"a checkpoint covers it"_s);
        while (m_more) {
            m_run.found("checkpoint_range", checkpointNamed(m_log, m_checkpoints.integer(0)),
                        u"the log does not hold as many entries"_s);
            CHAYAN_CHECK(next());
        }
        CHAYAN_CHECK(m_signatures.flush());
        if (m_broken)
            return {};
        if (m_covered != m_frontier.size())
            m_run.found("checkpoint_missing", checkpointNamed(m_log, m_frontier.size()),
                        u"the newest entries are under no checkpoint"_s);
        return spareNodes();
    }

  private:
    Status begin() {
        if (m_begun)
            return {};
        m_begun = true;
        return next();
    }
    Status next() {
        CHAYAN_TRY(m_more, m_checkpoints.step());
        return {};
    }

    /// Past a break the roots cannot be made anew; the checkpoints' form and signatures still can be judged.
    Status skipTo(qint64 size) {
        while (m_more && m_checkpoints.integer(0) <= size)
            CHAYAN_CHECK(checkpointReached());
        return {};
    }

    Status checkpointReached() {
        const qint64 size = m_checkpoints.integer(0);
        const QString where = checkpointNamed(m_log, size);
        if (m_checkpoints.integer(6) != m_number) {
            m_run.found("checkpoint_missing", where,
                        u"it is number %1 where %2 is due"_s.arg(m_checkpoints.integer(6)).arg(m_number));
            m_number = m_checkpoints.integer(6);
        }
        ++m_number;
        if (auto stored = readCheckpoint(m_run, m_log, m_checkpoints)) {
            const ledger::Checkpoint& checkpoint = stored->checkpoint;
            if (m_checkpoints.integer(7) != checkpoint.at)
                m_run.found("checkpoint_malformed", where, u"its body does not fit its column seen"_s);
            if (!m_broken)
                judge(checkpoint, where);
            m_lastFirst = checkpoint.from;
            m_lastOfficer = checkpoint.officer;
            const auto certificate = m_run.certificates.find(checkpoint.officer);
            if (certificate != m_run.certificates.end())
                m_signatures.add(std::move(stored->object), certificate->second, where);
            if (m_signatures.full())
                CHAYAN_CHECK(m_signatures.flush());
        }
        m_covered = size;
        m_mixed = false;
        m_runOfficer.reset();
        return next();
    }

    void judge(const ledger::Checkpoint& checkpoint, const QString& where) {
        if (checkpoint.size != m_frontier.size() || checkpoint.root != m_frontier.root())
            m_run.found("root_mismatch", where, u"the entries lead to another root"_s);
        if (m_mixed || m_runOfficer != checkpoint.officer)
            m_run.found("wrong_officer", where, u"it covers entries of another officer"_s);
        const qint64 from = !m_lastOfficer || *m_lastOfficer == checkpoint.officer ? m_lastFirst : m_covered;
        if (checkpoint.from != from)
            m_run.found("checkpoint_range", where,
                        u"its run begins at %1, not at %2"_s.arg(from).arg(checkpoint.from));
    }

    Status spareNodes() {
        Query spare = m_run.database.prepare(
            "SELECT level, place FROM tree_node WHERE log=?1 AND "
            "(level NOT BETWEEN 1 AND 62 OR place < 0 OR place >= (?2 >> level))");
        spare.bind(m_log.row).bind(m_frontier.size());
        while (true) {
            CHAYAN_TRY(const bool row, spare.step());
            if (!row)
                return {};
            m_run.found("index_mismatch", nodeNamed(m_log, spare.integer(0), spare.integer(1)),
                        u"the log's tree has no such node"_s);
        }
    }

    CheckRun& m_run;
    const LogRow& m_log;
    Query m_node;
    Query m_checkpoints;
    SignatureBatch m_signatures;
    ledger::Frontier m_frontier;
    bool m_begun = false;
    bool m_more = false;
    bool m_broken = false;
    bool m_mixed = false;
    qint64 m_number = 0;
    qint64 m_covered = 0;
    qint64 m_lastFirst = 0;
    std::optional<Digest> m_runOfficer;
    std::optional<Digest> m_lastOfficer;
};

}  // namespace

std::unique_ptr<TreeCheck> ownTreeCheck(CheckRun& run, const LogRow& log) {
    return std::make_unique<OwnTree>(run, log);
}

std::optional<StoredCheckpoint> readCheckpoint(CheckRun& run, const LogRow& log, const Query& query) {
    const QString where = checkpointNamed(log, query.integer(0));
    ledger::SignedObject object{query.blob(4), query.blob(5)};
    auto checkpoint = ledger::parseCheckpoint(object.body);
    if (!checkpoint) {
        run.found("checkpoint_malformed", where, checkpoint.error().detail);
        return {};
    }
    const char* column = checkpoint->log != log.id                    ? "log"
                         : checkpoint->size != query.integer(0)       ? "size"
                         : checkpoint->from != query.integer(1)       ? "first"
                         : checkpoint->officer.raw() != query.blob(2) ? "officer"
                         : checkpoint->root.raw() != query.blob(3)    ? "root"
                                                                      : nullptr;
    if (column != nullptr) {
        run.found("checkpoint_malformed", where,
                  u"its body does not fit its column %1"_s.arg(QLatin1StringView(column)));
        return {};
    }
    run.namedOfficers.insert(checkpoint->officer);
    if (!run.certificates.contains(checkpoint->officer))
        run.found("certificate_missing", at("certificate", checkpoint->officer.hex()),
                  u"%1 names it"_s.arg(where));
    return StoredCheckpoint{*checkpoint, std::move(object)};
}

}  // namespace chayan::store
