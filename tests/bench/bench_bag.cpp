#include "core/crypto/digest.h"
#include "tests/support/bag_fixture.h"

#include <QCoreApplication>

#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <unistd.h>

/// How long checking and writing a bundle takes beside tools that do less: `openssl dgst` over the same
/// files, and `cp -r` with `sync`. Usage: bench_bag FOLDER [FILES [BYTES]]. Prints ratios; asserts nothing,
/// since a loaded machine is no fault of the code.

using namespace chayan;
using namespace chayan::bundle;
using namespace chayan::test;
using namespace Qt::StringLiterals;

namespace {

double seconds(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// The best of a few: noise only ever adds.
double best(int rounds, const std::function<void()>& work, const std::function<void()>& before = {}) {
    double least = 1e9;
    for (int i = 0; i < rounds; ++i) {
        if (before)
            before();
        least = std::min(least, seconds(work));
    }
    return least;
}

void shell(const QString& command) {
    if (run(u"sh"_s, {u"-c"_s, command}, u"/"_s) != 0)
        std::fprintf(stderr, "failed: %s\n", qPrintable(command));
}

long peakMiB() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

/// Writes a file of noise that no other has, in pieces; gives its SHA-256.
Digest makePhoto(const QString& path, qint64 bytes, int number) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    crypto::Sha256 hash;
    for (qint64 done = 0; done < bytes;) {
        const QByteArray piece =
            noise(std::min<qint64>(bytes - done, 1'000'000), static_cast<quint32>(number));
        file.write(piece);
        hash.add(view(piece));
        done += piece.size();
    }
    return hash.finish();
}

BagPlan makePlan(const QString& folder, int files, qint64 bytes) {
    BagPlan plan = smallPlan();
    plan.files.clear();
    QDir().mkpath(folder);
    for (int i = 0; i < files; ++i) {
        const QString path = u"%1/%2.jpg"_s.arg(folder).arg(i, 6, 10, '0'_L1);
        const Digest digest = makePhoto(path, bytes, i);
        plan.files.push_back(BagFile::ofFile("data/originals/" + digest.hex().toLatin1() + ".jpg", bytes,
                                             digest, [path] { return openForReading(path); }));
    }
    return plan;
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_bag FOLDER [FILES [BYTES]]\n");
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const int files = argc > 2 ? std::atoi(argv[2]) : 10'000;
    const qint64 bytes = argc > 3 ? std::atoll(argv[3]) : 100'000;
    const QString photos = folder + u"/photos"_s;
    const QString zip = folder + u"/bench.bundle.zip"_s;
    const BagPlan plan = makePlan(photos, files, bytes);
    const double total = static_cast<double>(files) * static_cast<double>(bytes) / 1e9;
    std::printf("%d files of %lld bytes\n", files, static_cast<long long>(bytes));

    // Large sets are written once, to spare the disk.
    const int rounds = total > 2 ? 1 : 3;
    const auto clear = [&] {
        std::ignore = QFile::remove(zip);
        std::ignore = QDir(folder + u"/copy"_s).removeRecursively();
        ::sync();
    };
    const double copy = best(
        rounds, [&] { shell(u"cp -r '%1/photos' '%1/copy' && sync"_s.arg(folder)); }, clear);
    const auto writeAgain = [&] {
        if (const auto written = writePlan(zip, plan); !written)
            std::fprintf(stderr, "%s\n", qPrintable(written.error().detail));
    };
    const double write = best(rounds, writeAgain, clear);
    std::printf("write   %.2f s (%.2f GB/s), cp -r + sync %.2f s, ratio %.2f, peak %ld MiB\n", write,
                total / write, copy, write / copy, peakMiB());

    const QString command =
        u"find '%1' -type f -print0 | xargs -0 openssl dgst -sha256 >/dev/null"_s.arg(photos);
    const double dgst = best(rounds, [&] { shell(command); });
    QString said;
    const double check = best(rounds, [&] { said = verdict(zip); });
    std::printf("verify  %.2f s (%.2f GB/s), openssl dgst %.2f s, ratio %.2f, peak %ld MiB: %s\n", check,
                total / check, dgst, check / dgst, peakMiB(), qPrintable(said));
    clear();
    return 0;
}
