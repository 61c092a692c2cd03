// Storing photographs with their codes read, beside `cp` and beside plain ZXing on the same pictures, in one
// run:
//   bench_photos [--photos N] [--folder DIR]
// N pictures (1,000) of 300 kB each are made from resources/demo, all different. Printed are seconds and what
// the store took in units of the other two together; a laptop cannot do it in less than the slower of them.
#include "core/services/photos.h"
#include "core/services/visits.h"
#include "tests/bench/make_photographs.h"
#include "tests/support/programs.h"

#include <QDir>
#include <QElapsedTimer>
#include <QImage>
#include <QTemporaryDir>

#define ZX_USE_UTF8
#include <ZXing/ReadBarcode.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <thread>

using namespace Qt::StringLiterals;
using namespace chayan;
using chayan::bench::makePhotographs;
using chayan::bench::photoBytes;

namespace {

double seconds(const QElapsedTimer& clock) {
    return static_cast<double>(clock.nsecsElapsed()) / 1e9;
}

double copyByCp(const QString& from, const QString& to) {
    QElapsedTimer clock;
    clock.start();
    if (!test::copyFolder(from, to) || test::run(u"sync"_s, {u"-f"_s, to}) != 0)
        std::exit(3);
    return seconds(clock);
}

double readByZXing(const QStringList& files, unsigned cores, std::atomic<int>& codes) {
    QElapsedTimer clock;
    clock.start();
    std::atomic<qsizetype> next = 0;
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < cores; ++i)
        threads.emplace_back([&] {
            for (qsizetype at = next++; at < files.size(); at = next++) {
                const QImage image = QImage(files[at]).convertToFormat(QImage::Format_Grayscale8);
                const ZXing::ImageView view(image.constBits(), image.width(), image.height(),
                                            ZXing::ImageFormat::Lum, static_cast<int>(image.bytesPerLine()));
                codes += static_cast<int>(ZXing::ReadBarcodes(view).size());
            }
        });
    threads.clear();
    return seconds(clock);
}

double storeAll(const QString& folder, const QStringList& files, unsigned cores, int& codes) {
    const auto key = crypto::OfficerKey::generate().value();
    const store::Signer made{
        key,
        crypto::Certificate::selfSigned(key, {u"a"_s, u"1"_s, u"b"_s, u"510100"_s}, 0).value(),
        crypto::SealKey::random().value(),
        {}};
    const auto signer = std::make_shared<const store::Signer>(made);
    const auto store = store::Store::create(folder, made, key.toEncryptedPem("pass").value(),
                                            std::make_shared<SystemClock>(), u"bench"_s)
                           .value();
    const DossierId visit = services::openVisit(*store, signer, {}).value();
    const auto thumbnails = store::Thumbnails::open(folder).value();
    eye::EyePool eyes(static_cast<int>(cores), QStringLiteral(CHAYAN_BIN_DIR "/chayan-eye"));
    QElapsedTimer clock;
    clock.start();
    const auto answer = [&](std::size_t, Result<services::AddedPhoto> photo) {
        codes += photo ? static_cast<int>(photo->reading.codes.size()) : 0;
    };
    if (!services::addPhotos({*store, signer, eyes, thumbnails.get()}, visit, files, answer, {}))
        std::exit(3);
    return seconds(clock);
}

}  // namespace

int main(int argc, char** argv) {
    int count = 1000;
    QString parent = QDir::tempPath();
    for (int i = 1; i + 1 < argc; i += 2) {
        if (std::string_view(argv[i]) == "--photos")
            count = std::atoi(argv[i + 1]);
        else if (std::string_view(argv[i]) == "--folder")
            parent = QString::fromLocal8Bit(argv[i + 1]);
    }
    const QTemporaryDir work(parent + u"/bench_photos"_s);
    const QStringList files = makePhotographs(work.filePath(u"photos"_s), count);
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    std::atomic<int> plainCodes = 0;
    int codes = 0;
    const double cp = copyByCp(work.filePath(u"photos"_s), work.filePath(u"copy"_s));
    const double plain = readByZXing(files, cores, plainCodes);
    const double ours = storeAll(work.filePath(u"store"_s), files, cores, codes);
    std::printf("%d photographs of %lld kB, %u cores\n", count, static_cast<long long>(photoBytes / 1000),
                cores);
    std::printf("%-44s %8.2f s\n", "cp -r and sync", cp);
    std::printf("%-44s %8.2f s  %5d codes\n", "plain ZXing", plain, plainCodes.load());
    std::printf("%-44s %8.2f s  %5d codes\n", "stored, read, signed, with thumbnails", ours, codes);
    std::printf("%-44s %8.2f\n", "stored / (cp + plain ZXing)", ours / (cp + plain));
    return 0;
}
