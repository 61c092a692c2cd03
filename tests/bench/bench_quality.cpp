// Photographs that are spoilt more and more, and photographs of a folder:
//   bench_quality [--seed N] [--rounds N] [--show FOLDER] | bench_quality FILE...
// For each harm and level: how many codes can still be read, how many pictures are named as flawed by their
// pixels alone, and how often both agree. Of files, what is measured.
#include "core/base/limits.h"
#include "core/base/safe_file.h"
#include "core/eye/media_type.h"
#include "core/vision/quality.h"
#include "core/vision/read_codes.h"
#include "tests/support/drawn_scene.h"

#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace chayan;
using namespace chayan::test;

namespace {

constexpr std::array flawNames{"blurred", "dark", "washed", "glare", "small"};

struct Look {
    vision::Quality quality;
    std::vector<vision::Flaw> flaws;
    bool isRead = false;
    double ms = 0;
};

std::optional<Look> lookAt(vision::GreyView view) {
    Look look;
    QElapsedTimer clock;
    clock.start();
    const auto quality = vision::qualityOf(view);
    if (!quality)
        return {};
    const auto flaws = vision::flawsOf(view);
    if (!flaws)
        return {};
    look.flaws = *flaws;
    look.ms = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    look.quality = *quality;
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(1);
    const auto seen = vision::readCodes(view, {vision::everyPass(), until});
    look.isRead = seen && !seen->codes.empty();
    return look;
}

void print(const QString& name, const Look& look) {
    std::printf(
        "%-44s %s edges %5.1f px, print %4.1f px, %3d to %3d, noise %4.1f, glare %.3f, depth %.2f, %4.0f ms ",
        qPrintable(name), look.isRead ? "read  " : "unread", look.quality.edgeWidth, look.quality.stroke,
        look.quality.darkest, look.quality.lightest, look.quality.noise, look.quality.glare,
        look.quality.depth, look.ms);
    std::printf("contrast %3.0f, burnt %2.0f %% to %.2f, speck %3.0f, smear %4.1f to %4.1f ",
                look.quality.print, 100 * look.quality.burnt, look.quality.burntDepth, look.quality.speck,
                look.quality.smear.along, look.quality.smear.across);
    for (const vision::Flaw flaw : look.flaws)
        std::printf(" %s", flawNames[static_cast<std::size_t>(flaw)]);
    std::printf("\n");
}

int files(const QStringList& paths) {
    for (const QString& path : paths) {
        const auto bytes = readFile(path, limits::pictureBytes);
        if (!bytes)
            continue;
        const auto type = eye::sniff(view(*bytes));
        const auto format = type == eye::MediaType::Jpeg  ? vision::Format::Jpeg
                            : type == eye::MediaType::Png ? vision::Format::Png
                                                          : vision::Format::WebP;
        const auto opened = vision::open(view(*bytes), format, 0);
        if (const auto look = opened ? lookAt(opened->grey.view()) : std::nullopt)
            print(path.section(u'/', -3), *look);
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    vision::useOneThread();
    unsigned seed = 20'261'128;
    int rounds = 3;
    QString show;
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 1 && !arguments[1].startsWith(u"--"))
        return files(arguments.sliced(1));
    for (qsizetype i = 1; i + 1 < arguments.size(); i += 2) {
        if (arguments[i] == u"--seed")
            seed = arguments[i + 1].toUInt();
        else if (arguments[i] == u"--rounds")
            rounds = arguments[i + 1].toInt();
        else if (arguments[i] == u"--show")
            show = arguments[i + 1];
    }
    QRandomGenerator dice(seed);
    std::printf("seed %u\n%-16s %8s %6s %6s %7s  %s\n", seed, "harm", "level", "read", "flawed", "agree",
                "median edge, print, contrast, noise, glare");
    int agreed = 0, all = 0;
    for (const Series& series : seriesOfHarm())
        for (const double level : series.levels) {
            int read = 0, flawed = 0, agree = 0, of = 0;
            std::vector<vision::Quality> seen;
            for (int round = 0; round < rounds; ++round)
                for (const ZXing::BarcodeFormat format : sceneFormats) {
                    const std::wstring text = sceneText(format, dice);
                    const QImage photo = drawnScene(format, text, series.harm, level, dice);
                    const auto grey = vision::greyOf(photo);
                    const auto look = grey ? lookAt(grey->view()) : std::nullopt;
                    if (!look)
                        continue;
                    const bool isFlawed = !look->flaws.empty();
                    ++of;
                    read += look->isRead ? 1 : 0;
                    flawed += isFlawed ? 1 : 0;
                    agree += isFlawed != look->isRead ? 1 : 0;
                    seen.push_back(look->quality);
                    if (!show.isEmpty()) {
                        QDir().mkpath(show);
                        const QString name = u"%1/%2-%3-%4-%5.png"_s.arg(show, QString::fromUtf8(series.name))
                                                 .arg(level)
                                                 .arg(round)
                                                 .arg(static_cast<int>(format));
                        photo.save(name);
                        print(name.section(u'/', -1), *look);
                    }
                }
            const auto median = [&](auto value) {
                std::vector<double> values;
                for (const vision::Quality& quality : seen)
                    values.push_back(value(quality));
                std::ranges::sort(values);
                return values[values.size() / 2];
            };
            std::printf(
                "%-16s %8.2f %3d/%-2d %3d/%-2d %4d/%-2d  %5.1f %5.1f %5.0f %5.1f %6.3f %5.2f\n", series.name,
                level, read, of, flawed, of, agree, of, median([](const auto& q) { return q.edgeWidth; }),
                median([](const auto& q) { return q.stroke; }),
                median([](const auto& q) { return q.lightest - q.darkest; }),
                median([](const auto& q) { return q.noise; }), median([](const auto& q) { return q.glare; }),
                median([](const auto& q) { return q.depth; }));
            std::fflush(stdout);
            agreed += agree;
            all += of;
        }
    std::printf("the pixels alone agree with the reader on %d of %d\n", agreed, all);
    return 0;
}
