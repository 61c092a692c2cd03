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

/// The best of three: noise only ever adds.
double best(const std::function<void()>& work) {
    return std::min({seconds(work), seconds(work), seconds(work)});
}

double shell(const QString& command) {
    return best([&] { std::ignore = run(u"sh"_s, {u"-c"_s, command}, u"/"_s); });
}

long peakMiB() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

/// Makes the files, unless they are there, and the plan of a bag with them.
BagPlan makePlan(const QString& folder, int files, qint64 bytes) {
    BagPlan plan = smallPlan();
    plan.files.clear();
    QByteArray content = noise(bytes, 1);
    for (int i = 0; i < files; ++i) {
        std::memcpy(content.data(), &i, sizeof i);
        const QString path = u"%1/%2.jpg"_s.arg(folder).arg(i, 6, 10, '0'_L1);
        if (QFileInfo(path).size() != bytes)
            put(path, content);
        const Digest digest = crypto::sha256(view(content));
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

    ::sync();
    const double copy = shell(u"rm -rf '%1/copy'; cp -r '%1/photos' '%1/copy' && sync"_s.arg(folder));
    const double write = best([&] {
        if (const auto written = writePlan(zip, plan); !written)
            std::fprintf(stderr, "%s\n", qPrintable(written.error().detail));
    });
    std::printf("write   %.2f s (%.2f GB/s), cp -r + sync %.2f s, ratio %.2f, peak %ld MiB\n", write,
                total / write, copy, write / copy, peakMiB());

    const double dgst = shell(
        u"find '%1' -type f -print0 | xargs -0 -n 100000 openssl dgst -sha256 >/dev/null"_s.arg(photos));
    QString said;
    const double check = best([&] { said = verdict(zip); });
    std::printf("verify  %.2f s (%.2f GB/s), openssl dgst %.2f s, ratio %.2f, peak %ld MiB: %s\n", check,
                total / check, dgst, check / dgst, peakMiB(), qPrintable(said));
    std::ignore = QFile::remove(zip);
    std::ignore = QDir(folder + u"/copy"_s).removeRecursively();
    return 0;
}
