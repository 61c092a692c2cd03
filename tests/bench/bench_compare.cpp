// Labels that are drawn and forged, photographed by arithmetic, and compared:
//   bench_compare [--seed N] [--labels N] [--show FOLDER]
// For each label its genuine self and every forgery, each under every disturbance: 252 pairs. Prints for each
// forgery and each disturbance how many pairs were told apart (of genuine ones that is a false alarm) and the
// mean score; then the time for two pictures of 12 megapixels. --show writes each photograph and map.
#include "core/vision/compare.h"
#include "core/vision/picture.h"
#include "tests/support/drawn_label.h"

#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>

#include <cstdio>
#include <ctime>
#include <map>

using namespace Qt::StringLiterals;
using namespace chayan;
using namespace chayan::test;

namespace {

void save(const QString& folder, const QString& name, const QImage& photo,
          const vision::Comparison& comparison) {
    QDir().mkpath(folder);
    photo.save(u"%1/%2-photo.png"_s.arg(folder, name));
    comparison.map.save(u"%1/%2-map.png"_s.arg(folder, name));
    std::printf("%s: %.1f", qPrintable(name), comparison.score);
    for (const vision::Difference& d : comparison.differences)
        std::printf("  %d(%d,%d %dx%d %.2f)", static_cast<int>(d.kind), d.place.x(), d.place.y(),
                    d.place.width(), d.place.height(), d.amount);
    std::printf("\n");
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    vision::useOneThread();
    unsigned seed = 20'261'128;
    int labels = 6;
    QString show;
    const QStringList arguments = app.arguments();
    for (qsizetype i = 1; i + 1 < arguments.size(); i += 2) {
        if (arguments[i] == u"--seed")
            seed = arguments[i + 1].toUInt();
        else if (arguments[i] == u"--labels")
            labels = arguments[i + 1].toInt();
        else if (arguments[i] == u"--show")
            show = arguments[i + 1];
    }
    QRandomGenerator dice(seed);
    struct Count {
        int apart = 0, of = 0, unread = 0;
        double score = 0;
    };
    std::map<std::pair<Forgery, Disturbance>, Count> counts;
    int pairs = 0;
    for (int label = 0; label < labels; ++label) {
        const unsigned its = dice.generate();
        const QImage reference = blurred(drawnLabel(its, Forgery::None), 0.6);
        for (const auto& [forgery, name] : forgeries)
            for (const auto& [disturbance, how] : disturbances) {
                const QImage photo = photographed(drawnLabel(its, forgery), disturbance, dice);
                const auto comparison = vision::compareLabels(reference, photo);
                Count& count = counts[{forgery, disturbance}];
                ++pairs;
                if (!comparison || comparison->map.isNull()) {
                    ++count.unread;
                    continue;
                }
                ++count.of;
                count.apart += comparison->differences.empty() ? 0 : 1;
                count.score += comparison->score;
                if (!show.isEmpty())
                    save(show, u"%1 %2 %3"_s.arg(label).arg(QLatin1String(name), QLatin1String(how)), photo,
                         *comparison);
            }
    }
    std::printf("seed %u: %d pairs; told apart, of so many\n%-18s", seed, pairs, "");
    for (const auto& [disturbance, how] : disturbances)
        std::printf(" %12s", how);
    std::printf(" %12s %7s %9s\n", "all", "score", "not laid");
    for (const auto& [forgery, name] : forgeries) {
        std::printf("%-18s", name);
        Count all;
        for (const auto& [disturbance, how] : disturbances) {
            const Count& count = counts[{forgery, disturbance}];
            std::printf(" %6d of %2d", count.apart, count.of);
            all.apart += count.apart;
            all.of += count.of;
            all.unread += count.unread;
            all.score += count.score;
        }
        std::printf(" %5d of %3d %7.1f %9d\n", all.apart, all.of, all.score / std::max(1, all.of),
                    all.unread);
    }
    const QSize large(4000, 3000);
    const QImage genuine = drawnLabel(1, Forgery::None).scaled(large);
    const QImage suspect =
        photographed(drawnLabel(1, Forgery::Character), Disturbance::Askew, dice).scaled(large);
    QElapsedTimer timer;
    timer.start();
    const std::clock_t before = std::clock();
    const auto comparison = vision::compareLabels(genuine, suspect);
    std::printf("two pictures of 12 megapixels, decoded: %lld ms, %lld of the processor\n",
                static_cast<long long>(timer.elapsed()), 1000LL * (std::clock() - before) / CLOCKS_PER_SEC);
    return comparison && comparison->matches >= vision::leastMatches ? 0 : 1;
}
