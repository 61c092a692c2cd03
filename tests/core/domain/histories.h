#pragma once

#include "core/domain/fold.h"

#include <QCryptographicHash>

#include <algorithm>
#include <random>
#include <set>

/// Hand-made and random histories, for the tests of the fold.
namespace histories {

using namespace chayan;
using namespace chayan::domain;
using namespace Qt::StringLiterals;

inline const DossierId dossier = DossierId::fromText(u"73eb2eef-2e27-441f-bf63-a23758935dfd"_s).value();

inline QString logId(int n) {
    return u"%1"_s.arg(n, 64, 16, QChar(u'0'));
}
inline ItemId itemId(int n) {
    return ItemId::fromText(u"00000000-0000-4000-8000-%1"_s.arg(n, 12, 16, QChar(u'0'))).value();
}
inline QString sealedDigest(const QString& text) {
    return base64url(view(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256)));
}
inline QString slotOf(const QString& text) {
    return base64url(view(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).first(16)));
}

inline Fact makeFact(int log, qint64 seq, std::vector<Digest> after, const QString& kind, Json body) {
    const QByteArray bytes =
        canonical(body).value() + kind.toUtf8() + QByteArray::number(log) + '/' + QByteArray::number(seq);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    for (const Digest& parent : after)
        hash.addData(parent.raw());
    return Fact{Digest::fromRaw(view(hash.result())).value(),
                logId(log),
                seq,
                1000 * seq,
                {},
                dossier,
                std::move(after),
                kind,
                std::move(body)};
}

/// One installation: what it holds of the dossier, and where its log stands.
struct Replica {
    int log = 0;
    qint64 seq = 0;
    std::vector<Fact> facts = {};
    std::optional<Digest> last = {};

    std::vector<Digest> heads() const {
        std::set<Digest> found;
        for (const Fact& fact : facts)
            found.insert(fact.hash);
        for (const Fact& fact : facts)
            for (const Digest& parent : fact.after)
                found.erase(parent);
        return {found.begin(), found.end()};
    }
    const Fact& write(const Body& body) { return write(kindOf(body), writeBody(body)); }
    const Fact& write(const QString& kind, Json body) {
        std::vector<Digest> after = heads();
        if (last && std::ranges::find(after, *last) == after.end())
            after.push_back(*last);
        std::ranges::sort(after);
        facts.push_back(makeFact(log, seq, std::move(after), kind, std::move(body)));
        seq += 1;
        last = facts.back().hash;
        return facts.back();
    }
    void receive(const Replica& other) {
        for (const Fact& fact : other.facts)
            if (std::ranges::find(facts, fact.hash, &Fact::hash) == facts.end())
                facts.push_back(fact);
    }
};

using Random = std::mt19937;
inline int pick(Random& random, int below) {
    return std::uniform_int_distribution(0, below - 1)(random);
}

/// Something an officer, or a hostile program, might write. Few keys and values, so that much of it collides.
inline void writeAnything(Replica& replica, Random& random, OpenedValues& opened) {
    const auto value = [&] { return QString(QChar(u'a' + pick(random, 3))); };
    const auto field = [&] { return u"f%1"_s.arg(pick(random, 3)); };
    const auto item = [&] { return itemId(pick(random, 4)); };
    switch (pick(random, 12)) {
        case 0:
        case 1:
        case 2:
            replica.write(FieldSet{field(), value()});
            break;
        case 3:
            replica.write(ItemAdded{item(), u"goods"_s, {{field(), value()}}});
            break;
        case 4:
        case 5:
            replica.write(ItemSet{item(), field(), value()});
            break;
        case 6:
            replica.write(ItemRemoved{item()});
            break;
        case 7: {
            SealedSet set;
            for (int i = pick(random, 3); i >= 0; --i) {
                const QString digest = sealedDigest(QString::number(random()));
                // A slot belongs to one name, and now and then to another.
                const int name = pick(random, 3);
                set.sealed.push_back({digest, slotOf(QString::number(pick(random, 8) ? name : name + 1))});
                if (pick(random, 2))
                    opened[digest] = Opened{u"s%1"_s.arg(name), value()};
            }
            std::ranges::sort(set.sealed, {}, &SealedValue::digest);
            replica.write(set);
            break;
        }
        case 8:
            replica.write(OriginalAdded{item(), {}, 9, u"image/jpeg"_s, u"captured"_s, u"m"_s});
            break;
        case 9:
            replica.write(CodeScanned{item(), {}});
            break;
        case 10:
            if (pick(random, 2))
                replica.write(RecordSigned{item(), u"9"_s});
            else
                replica.write(Cosigned{item()});
            break;
        default:
            switch (pick(random, 4)) {
                case 0:
                    replica.write(u"newer.kind"_s, Json::Object{{"x", 1}});
                    break;
                case 1:
                    replica.write(u"field.set"_s, Json::Object{{"field", u"f0"_s}});
                    break;
                case 2:
                    replica.write(OriginalDestroyed{item(), u"order"_s});
                    break;
                default:
                    replica.write(DossierOpened{u"visit"_s, {}});
            }
    }
}

/// Several replicas that write and now and then tell each other what they have.
inline std::vector<Replica> randomReplicas(Random& random, int steps, OpenedValues& opened) {
    std::vector<Replica> replicas;
    for (int i = 2 + pick(random, 3); i > 0; --i)
        replicas.push_back(Replica{i});
    replicas[0].write(DossierOpened{u"visit"_s, {}});
    for (Replica& replica : replicas)
        replica.receive(replicas[0]);
    for (int step = 0; step < steps; ++step) {
        Replica& one = replicas[std::size_t(pick(random, int(replicas.size())))];
        if (pick(random, 4))
            writeAnything(one, random, opened);
        else
            one.receive(replicas[std::size_t(pick(random, int(replicas.size())))]);
    }
    return replicas;
}

}  // namespace histories
