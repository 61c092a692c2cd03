#include "core/base/safe_file.h"
#include "core/crypto/digest.h"
#include "core/ledger/disclosure.h"
#include "core/ledger/entry.h"
#include "core/ledger/merkle.h"
#include "core/ledger/proofs.h"
#include "core/ledger/signed_object.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <map>

using namespace chayan;
using namespace chayan::ledger;
using namespace Qt::StringLiterals;

namespace {

class MapSource : public NodeSource {
  public:
    void add(const std::vector<TreeNode>& made) {
        for (const TreeNode& node : made)
            m_nodes[{node.level, node.index}] = node.hash;
    }
    Result<Digest> node(int level, qint64 index) const override {
        const auto found = m_nodes.find({level, index});
        if (found == m_nodes.end())
            return fail(ErrorKind::NotFound, u"node"_s);
        return found->second;
    }

  private:
    std::map<std::pair<int, qint64>, Digest> m_nodes;
};

Digest hexDigest(const QJsonValue& value) {
    return Digest::fromHex(value.toString()).value();
}
std::vector<Digest> digests(const QJsonValue& value) {
    std::vector<Digest> all;
    for (const QJsonValue& item : value.toArray())
        all.push_back(hexDigest(item));
    return all;
}

}  // namespace

// The log, roots, proofs and checkpoints of an independent implementation, and RFC 6962's own tree.
class TestVectors : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void entries();
    void roots();
    void rangeProofs();
    void consistencyProofs();
    void checkpoints();
    void rfc6962();
    void sealedValues();
    void everyProofOfEverySize();
    void proofsFile();
    void receipts();

  private:
    QByteArray file(const QString& name) {
        return readFile(QStringLiteral(CHAYAN_TEST_DATA "/formats_vectors/") + name, 1 << 20).value();
    }
    QJsonObject m_vectors;
    std::vector<Entry> m_log;
    MapSource m_nodes;
    std::vector<Digest> m_roots;
};

void TestVectors::initTestCase() {
    m_vectors = QJsonDocument::fromJson(file(u"vectors.json"_s)).object();
    m_roots = digests(m_vectors.value(u"roots"_s));
    Frontier frontier;
    for (const QByteArray& line : file(u"log.jsonl"_s).trimmed().split('\n')) {
        const auto entry = parseEntry(line);
        QVERIFY2(entry, line.constData());
        m_log.push_back(*entry);
        m_nodes.add(frontier.append(entry->hash));
    }
    QCOMPARE(m_log.size(), 13U);
}

void TestVectors::entries() {
    const auto leaves = digests(m_vectors.value(u"leaf_hashes"_s));
    QCOMPARE(leaves.size(), m_log.size());
    for (std::size_t i = 0; i < m_log.size(); ++i) {
        QCOMPARE(m_log[i].hash, leaves[i]);
        const Entry again = makeEntry(m_log[i]).value();
        QCOMPARE(again.bytes, m_log[i].bytes);
        QCOMPARE(again.hash, m_log[i].hash);
    }
    const auto nonce = fromBase64url(m_vectors.value(u"nonce"_s).toString()).value();
    QCOMPARE(logId(hexDigest(m_vectors.value(u"fingerprints"_s).toObject().value(u"a"_s)), nonce),
             m_log[0].log);
    // Anything else than the eleven members in their one spelling is refused.
    QByteArray line = m_log[3].bytes;
    QVERIFY(!parseEntry(line + ' '));
    QVERIFY(!parseEntry(QByteArray(line).replace("\"v\":1", "\"v\":2")));
    QVERIFY(!parseEntry(QByteArray(line).replace("\"v\":1", "\"w\":1")));
    QVERIFY(!parseEntry(QByteArray(line).replace(",\"v\":1", "")));
    QVERIFY(!parseEntry(QByteArray(line).replace("Z\",\"body\"", "+08:00\",\"body\"")));
    QVERIFY(!parseEntry("[]"));
}

void TestVectors::roots() {
    Frontier frontier;
    QCOMPARE(frontier.root(), m_roots[0]);
    for (std::size_t i = 0; i < m_log.size(); ++i) {
        frontier.append(m_log[i].hash);
        QCOMPARE(frontier.root(), m_roots[i + 1]);
        QCOMPARE(rootAt(m_nodes, frontier.size()).value(), m_roots[i + 1]);
        std::vector<Digest> peaks;
        for (const TreeNode& place : Frontier::places(frontier.size()))
            peaks.push_back(m_nodes.node(place.level, place.index).value());
        QCOMPARE(Frontier::restore(frontier.size(), peaks).root(), m_roots[i + 1]);
    }
}

void TestVectors::rangeProofs() {
    const QJsonArray proofs = m_vectors.value(u"range_proofs"_s).toArray();
    QVERIFY(proofs.size() >= 7);
    for (const QJsonValue& value : proofs) {
        const QJsonObject proof = value.toObject();
        const auto expected = digests(proof.value(u"hashes"_s));
        QCOMPARE(rangeProof(m_nodes, proof.value(u"size"_s).toInteger(), proof.value(u"first"_s).toInteger(),
                            proof.value(u"count"_s).toInteger())
                     .value(),
                 expected);
    }
}

void TestVectors::consistencyProofs() {
    const QJsonArray proofs = m_vectors.value(u"consistency"_s).toArray();
    QVERIFY(proofs.size() >= 7);
    for (const QJsonValue& value : proofs) {
        const qint64 first = value.toObject().value(u"first"_s).toInteger();
        const qint64 second = value.toObject().value(u"second"_s).toInteger();
        const auto expected = digests(value.toObject().value(u"hashes"_s));
        QCOMPARE(consistencyProof(m_nodes, first, second).value(), expected);
    }
}

void TestVectors::checkpoints() {
    std::map<QString, crypto::Certificate> officers;
    for (const auto& [letter, name] :
         {std::pair(u"a"_s, u"officer_a.pem"_s), std::pair(u"b"_s, u"officer_b.pem"_s)}) {
        const auto certificate = crypto::Certificate::fromPem(file(name)).value();
        QCOMPARE(certificate.fingerprint(),
                 hexDigest(m_vectors.value(u"fingerprints"_s).toObject().value(letter)));
        officers.emplace(certificate.fingerprint().hex(), certificate);
    }
    const QJsonArray all = m_vectors.value(u"checkpoints"_s).toArray();
    QVERIFY(all.size() >= 5);
    for (const QJsonValue& value : all) {
        const Json json(Json::Object{{"v", Json(1)},
                                     {"body", Json(value.toObject().value(u"body"_s).toString())},
                                     {"sig", Json(value.toObject().value(u"sig"_s).toString())}});
        SignedObject object = signedObjectFrom(json).value();
        QVERIFY(toJson(object) == json);
        const Checkpoint checkpoint = parseCheckpoint(object.body).value();
        QCOMPARE(checkpoint.root, m_roots[static_cast<std::size_t>(checkpoint.size)]);
        const auto& certificate = officers.at(checkpoint.officer.hex());
        QVERIFY(verifies(SignedKind::Checkpoint, object, certificate));
        QVERIFY(!verifies(SignedKind::Receipt, object, certificate));
        object.body.replace("\"from\":0", "\"from\":1");
        object.body += ' ';
        QVERIFY(!verifies(SignedKind::Checkpoint, object, certificate));
    }
}

void TestVectors::rfc6962() {
    const QJsonObject rfc = m_vectors.value(u"rfc6962"_s).toObject();
    Frontier frontier;
    for (const QJsonValue& input : rfc.value(u"inputs"_s).toArray())
        frontier.append(leafHash(view(QByteArray::fromHex(input.toString().toLatin1()))));
    QCOMPARE(frontier.root(), hexDigest(rfc.value(u"root"_s)));
}

void TestVectors::everyProofOfEverySize() {
    MapSource nodes;
    Frontier frontier;
    std::vector<Digest> leaves;
    std::vector<Digest> roots{emptyRoot()};
    for (int i = 0; i < 40; ++i) {
        leaves.push_back(leafHash(view(QByteArray::number(i))));
        nodes.add(frontier.append(leaves.back()));
        roots.push_back(frontier.root());
    }
    for (qint64 size = 1; size <= 40; ++size) {
        const Digest root = roots[static_cast<std::size_t>(size)];
        for (qint64 first = 0; first < size; ++first) {
            for (qint64 count = 1; first + count <= size; count += 3) {
                auto proof = rangeProof(nodes, size, first, count).value();
                std::vector<Digest> range(leaves.begin() + first, leaves.begin() + first + count);
                QCOMPARE(rootFromRange(size, first, range, proof).value(), root);
                proof.push_back(root);
                QVERIFY(!rootFromRange(size, first, range, proof));
                proof.pop_back();
                range[0].bytes[0] ^= 1;
                QVERIFY(rootFromRange(size, first, range, proof) != root);
                range[0].bytes[0] ^= 1;
                if (!proof.empty()) {
                    proof.pop_back();
                    QVERIFY(!rootFromRange(size, first, range, proof));
                }
            }
        }
        for (qint64 from = 1; from <= size; ++from) {
            auto proof = consistencyProof(nodes, from, size).value();
            const Digest older = roots[static_cast<std::size_t>(from)];
            QVERIFY(isConsistent(from, older, size, root, proof));
            for (auto& hash : proof) {
                hash.bytes[5] ^= 1;
                QVERIFY(!isConsistent(from, older, size, root, proof));
                hash.bytes[5] ^= 1;
            }
            proof.push_back(root);
            QVERIFY(!isConsistent(from, older, size, root, proof));
            proof.pop_back();
            if (from > 1)
                QVERIFY(!isConsistent(from - 1, older, size, root, proof));
            if (!proof.empty()) {
                proof.pop_back();
                QVERIFY(!isConsistent(from, older, size, root, proof));
            }
        }
    }
}

void TestVectors::proofsFile() {
    std::vector<RunEnd> runEnds;
    for (const QJsonValue& value : m_vectors.value(u"checkpoints"_s).toArray()) {
        const SignedObject object{value.toObject().value(u"body"_s).toString().toUtf8(),
                                  fromBase64url(value.toObject().value(u"sig"_s).toString()).value()};
        const Checkpoint checkpoint = parseCheckpoint(object.body).value();
        if (!runEnds.empty() && runEnds.back().checkpoint.officer == checkpoint.officer)
            runEnds.pop_back();
        runEnds.push_back({checkpoint, object});
    }
    std::vector<qint64> seqs;
    for (const QByteArray& line : file(u"bundle_entries.jsonl"_s).trimmed().split('\n'))
        seqs.push_back(parseEntry(line).value().seq);
    const LogProofs proofs = prove(m_nodes, seqs, runEnds).value();
    QCOMPARE(canonical(toJson(std::vector{proofs})).value(), file(u"proofs.json"_s).trimmed());
}

void TestVectors::receipts() {
    const auto key = crypto::OfficerKey::generate().value();
    const auto certificate = crypto::Certificate::selfSigned(key, {u"收"_s, u"1"_s, u"局"_s, {}}, 0).value();
    const Receipt receipt{1795485600000,
                          certificate.fingerprint(),
                          {m_log[0].log, 3, m_roots[3]},
                          {{m_log[0].log, 13, m_roots[13]}},
                          {{m_log[1].dossier, {m_log[12].hash}}},
                          crypto::sha256({})};
    const SignedObject object = signReceipt(receipt, key).value();
    QVERIFY(verifies(SignedKind::Receipt, object, certificate));
    QVERIFY(!verifies(SignedKind::Checkpoint, object, certificate));
    QVERIFY(parseReceipt(object.body).value() == receipt);
    QVERIFY(!parseReceipt(QByteArray(object.body).replace("\"v\":1", "\"v\":2")));
    QVERIFY(!parseCheckpoint(object.body));
}

void TestVectors::sealedValues() {
    const QJsonArray all = m_vectors[u"sealed"_s].toArray();
    QCOMPARE(all.size(), 2);
    for (const QJsonValue& vector : all) {
        const auto salt = fromBase64url(vector[u"salt"_s].toString()).value();
        const Json value(vector[u"value"_s].toString());
        const Disclosure made = makeDisclosure(salt, vector[u"name"_s].toString(), value).value();
        QCOMPARE(made.text, vector[u"text"_s].toString());
        QCOMPARE(made.digest, vector[u"d"_s].toString());
        const Disclosure read = parseDisclosure(made.text).value();
        QCOMPARE(read.digest, made.digest);
        QCOMPARE(read.name, vector[u"name"_s].toString());
        QCOMPARE(read.value, value);
    }
    const auto text = [](const char* json) { return base64url(view(QByteArray(json))); };
    for (const char* json : {"[\"ZiwyT0V0OomxAk6dCJHjEg\",\"a\"]", "[\"ZiwyT0V0OomxAk6dCJHjEg\", \"a\",1]",
                             "[\"Ziwy\",\"a\",1]", "[\"ZiwyT0V0OomxAk6dCJHjEg\",\"\",1]", "{}", ""})
        QCOMPARE(parseDisclosure(text(json)).error().kind, ErrorKind::BadInput);
    QCOMPARE(parseDisclosure(u"=="_s).error().kind, ErrorKind::BadInput);
    QCOMPARE(makeDisclosure(u"a"_s, Json(QString(40'000, u'x'))).error().kind, ErrorKind::TooLarge);
    QVERIFY(makeDisclosure(u"a"_s, Json(1)).value().text != makeDisclosure(u"a"_s, Json(1)).value().text);
}

QTEST_APPLESS_MAIN(TestVectors)
#include "test_vectors.moc"
