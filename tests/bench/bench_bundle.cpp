#include "core/bundle/verify_bundle.h"
#include "core/crypto/digest.h"
#include "core/domain/kinds.h"
#include "core/services/handing_over.h"
#include "core/services/receiving.h"
#include "core/store/officers.h"
#include "tests/bench/measure.h"
#include "tests/support/bag_fixture.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdio>
#include <unistd.h>

/// How long handing over and checking take beside tools that do less, and how much memory: a visit with many
/// photographs becomes a bundle beside `cp -r` and `sync` of the same files, is verified beside one
/// `openssl dgst -sha256` over them, and imported by another office beside the copy again. Usage:
/// bench_bundle FOLDER [PHOTOS [BYTES [ROUNDS]]]; the folder is made and removed. Prints ratios of the best
/// of some rounds, taken in turn; asserts nothing, since a loaded machine is no fault of the code.

using namespace chayan;
using namespace chayan::bench;
using namespace chayan::test;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs now = 1795485600000;
const QByteArray passphrase = "bench";

void shell(const QString& command) {
    if (run(u"sh"_s, {u"-c"_s, command}, u"/"_s) != 0)
        giveUp(u"failed: "_s + command);
}

/// A file of noise that no other has, put where the vault would: one by one durable it would take hours.
Digest makePhoto(const store::Vault& vault, qint64 bytes, quint32 number) {
    const QByteArray content = noise(bytes, number);
    const Digest digest = crypto::sha256(view(content));
    QDir().mkpath(QFileInfo(vault.pathOf(digest)).path());
    QFile file(vault.pathOf(digest));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != bytes)
        giveUp(u"no room for the photographs"_s);
    return digest;
}

Status append(store::Draft& draft, const DossierId& dossier, const domain::Body& body) {
    CHAYAN_TRY(const ledger::Entry entry,
               draft.append(dossier, domain::kindOf(body), domain::writeBody(body)));
    return {};
}

Status addPhotos(store::Draft& draft, const store::Vault& vault, const DossierId& visit, qint64 bytes,
                 int first, int last) {
    for (int i = first; i < last; ++i) {
        const Digest digest = makePhoto(vault, bytes, static_cast<quint32>(i));
        CHAYAN_CHECK(draft.learnt().addOriginal(digest, bytes));
        const ItemId item = ItemId::random();
        CHAYAN_CHECK(append(draft, visit,
                            domain::OriginalAdded{item, digest, bytes, u"image/jpeg"_s, u"imported"_s,
                                                  draft.signer().certificate.fingerprint().hex()}));
        domain::CodeScanned scanned{item,
                                    {{u"EAN-13"_s,
                                      u"69%1"_s.arg(i, 11, 10, '0'_L1),
                                      "6901234567892"_ba,
                                      {{{10, 10}, {200, 10}, {200, 90}, {10, 90}}},
                                      u"plain"_s}}};
        scanned.width = 4000;
        scanned.height = 3000;
        CHAYAN_CHECK(append(draft, visit, scanned));
    }
    return {};
}

std::shared_ptr<store::Signer> makeOfficer() {
    const auto key = need(crypto::OfficerKey::generate());
    return std::make_shared<store::Signer>(
        store::Signer{key,
                      need(crypto::Certificate::selfSigned(key, {u"张三"_s, u"1"_s, u"局"_s, {}}, now)),
                      need(crypto::SealKey::random()),
                      {}});
}

void makeStore(const QString& folder, int photos, qint64 bytes) {
    const auto signer = makeOfficer();
    const auto store =
        need(store::Store::create(folder, *signer, need(signer->key.toEncryptedPem(passphrase)),
                                  std::make_shared<SystemClock>(), u"bench"_s));
    const DossierId visit = DossierId::random();
    need(store
             ->write(signer,
                     [&](store::Draft& draft) {
                         return append(draft, visit, domain::DossierOpened{u"visit"_s, {}});
                     })
             .get());
    constexpr int group = 500;
    for (int first = 0; first < photos; first += group)
        need(store
                 ->write(signer,
                         [&](store::Draft& draft) {
                             return addPhotos(draft, store->vault(), visit, bytes, first,
                                              std::min(first + group, photos));
                         })
                 .get());
    ::sync();
}

QByteArray peak() {
    for (const QByteArray& line : get(u"/proc/self/status"_s).split('\n'))
        if (line.startsWith("VmHWM:"))
            return QByteArray::number(line.mid(6).trimmed().split(' ')[0].toLongLong() / 1024);
    return {};
}

/// The work itself, in a process of its own, so that its peak memory is its own: prints seconds and MiB.
int child(const QString& what, const QString& folder, const QString& round) {
    const QString zip = round + u"/bench.bundle.zip"_s;
    double took = 0;
    if (what == u"export") {
        const auto store = need(store::Store::open(folder + u"/store"_s, std::make_shared<SystemClock>()));
        auto database = need(store->reader());
        const auto signer =
            std::make_shared<const store::Signer>(need(store::unlock(database, {}, passphrase)));
        services::HandOver order;
        order.out = zip;
        took = seconds([&] { need(services::handOver(*store, signer, order, now, {})); });
    } else if (what == u"import") {
        const QString other = round + u"/other"_s;
        const auto signer = makeOfficer();
        const auto store =
            need(store::Store::create(other, *signer, need(signer->key.toEncryptedPem(passphrase)),
                                      std::make_shared<SystemClock>(), u"bench"_s));
        took = seconds([&] {
            if (need(services::importBundle(*store, signer, {zip, true}, {})).imported.originals == 0)
                giveUp(u"nothing was imported"_s);
        });
    } else {
        took = seconds([&] {
            if (!need(bundle::verifyBundle(zip, {})).ok())
                giveUp(u"the bundle does not verify"_s);
        });
    }
    std::printf("%.3f %s\n", took, peak().constData());
    return 0;
}

struct Measured {
    double seconds = 1e9;
    int peakMiB = 0;
    void better(const QString& what, const QString& folder, const QString& round) {
        QByteArray said;
        if (run(QCoreApplication::applicationFilePath(), {u"--child"_s, what, folder, round}, u"/"_s,
                &said) != 0)
            giveUp(QString::fromUtf8(said));
        const QList<QByteArray> words = said.trimmed().split(' ');
        seconds = std::min(seconds, words[0].toDouble());
        peakMiB = std::max(peakMiB, words[1].toInt());
    }
};

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments[1] == u"--child")
        return child(arguments[2], arguments[3], arguments[4]);
    if (arguments.size() < 2) {
        std::fprintf(stderr, "usage: bench_bundle FOLDER [PHOTOS [BYTES [ROUNDS]]]\n");
        return 2;
    }
    const QString folder = QDir(arguments[1]).absolutePath();
    const int photos = arguments.value(2, u"10000"_s).toInt();
    const qint64 bytes = arguments.value(3, u"100000"_s).toLongLong();
    const int rounds = arguments.value(4, u"3"_s).toInt();
    if (QDir(folder).exists())
        giveUp(u"the folder is there already"_s);
    need(makeFolder(folder));
    makeStore(folder + u"/store"_s, photos, bytes);

    const QString originals = folder + u"/store/originals"_s;
    double copy = 1e9;
    double digest = 1e9;
    Measured exporting;
    Measured verifying;
    Measured importing;
    // Nothing is removed meanwhile: a file system takes its time to use again what was just given back.
    for (int i = 0; i < rounds; ++i) {
        const QString round = folder + u"/round%1"_s.arg(i);
        need(makeFolder(round));
        ::sync();
        copy =
            std::min(copy, seconds([&] { shell(u"cp -r '%1' '%2/copy' && sync"_s.arg(originals, round)); }));
        exporting.better(u"export"_s, folder, round);
        ::sync();
        digest = std::min(
            digest, seconds([&] {
                shell(
                    u"find '%1' -type f -print0 | xargs -0 openssl dgst -sha256 >/dev/null"_s.arg(originals));
            }));
        verifying.better(u"verify"_s, folder, round);
        importing.better(u"import"_s, folder, round);
    }
    std::printf("%d photographs of %lld bytes, best of %d\n", photos, static_cast<long long>(bytes), rounds);
    std::printf("export  %6.2f s, cp -r and sync %6.2f s, ratio %.2f (at most 1.30), peak %d MiB (150)\n",
                exporting.seconds, copy, exporting.seconds / copy, exporting.peakMiB);
    std::printf("verify  %6.2f s, openssl dgst   %6.2f s, ratio %.2f (at most 0.70), peak %d MiB (150)\n",
                verifying.seconds, digest, verifying.seconds / digest, verifying.peakMiB);
    std::printf("import  %6.2f s, cp -r and sync %6.2f s, ratio %.2f (at most 1.80), peak %d MiB (150)\n",
                importing.seconds, copy, importing.seconds / copy, importing.peakMiB);
    std::ignore = QDir(folder).removeRecursively();
    return 0;
}
