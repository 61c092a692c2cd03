// How often a label is found, how exactly, and in what time: `bench_label [PICTURE... OUT_FOLDER]`. Without
// pictures, generated ones; with them, each one's label as PNG in the folder.
#include "core/vision/picture.h"
#include "core/vision/read_codes.h"
#include "core/vision/rectify.h"
#include "tests/support/label_scene.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>

#include <cstdio>

using namespace chayan;
using namespace chayan::test;

namespace {

std::vector<vision::Corners> codesOf(const QImage& picture) {
    std::vector<vision::Corners> codes;
    const auto grey = vision::greyOf(picture);
    if (grey)
        if (const auto seen = vision::readCodes(grey->view(), {vision::cautiousPasses()}))
            for (const vision::Code& code : seen->codes)
                codes.push_back(code.corners);
    return codes;
}

void ofPictures(const QStringList& files, const QString& out) {
    for (const QString& file : files) {
        QFile device(file);
        if (!device.open(QIODevice::ReadOnly))
            continue;
        const QImage picture = vision::normalised(QImage::fromData(device.readAll()));
        const auto codes = codesOf(picture);
        QElapsedTimer clock;
        clock.start();
        const auto label = vision::labelIn(picture, codes);
        const qint64 ms = clock.elapsed();
        const QString name = QFileInfo(file).completeBaseName();
        if (!label || !*label) {
            std::printf("%s: none, %zu codes, %lld ms\n", qPrintable(name), codes.size(),
                        static_cast<long long>(ms));
            continue;
        }
        QImage drawn = picture.copy();
        {
            QPainter painter(&drawn);
            painter.setPen(QPen(Qt::red, std::max(2, drawn.width() / 200)));
            QPolygonF outline;
            for (const QPointF& corner : **label)
                outline << corner;
            painter.drawPolygon(outline);
            painter.setBrush(Qt::green);
            painter.drawEllipse(outline[0], drawn.width() / 80.0, drawn.width() / 80.0);
        }
        clock.restart();
        const auto scan = vision::rectified(picture, **label, true);
        const qint64 second = clock.elapsed();
        drawn.scaled(700, 700, Qt::KeepAspectRatio, Qt::SmoothTransformation)
            .save(QDir(out).filePath(name + u"-found.png"_s));
        if (scan)
            scan->picture.save(QDir(out).filePath(name + u"-label.png"_s));
        std::printf("%s: %zu codes, %lld ms, %d x %d in %lld ms%s\n", qPrintable(name), codes.size(),
                    static_cast<long long>(ms), scan ? scan->picture.width() : 0,
                    scan ? scan->picture.height() : 0, static_cast<long long>(second),
                    scan && scan->evened ? ", evened" : "");
    }
}

void generated() {
    QRandomGenerator dice(20'261'128);
    constexpr int each = 12;
    for (const bool hasCode : {true, false})
        for (const auto& [table, name] : tables) {
            int found = 0, exact = 0, read = 0, turned = 0;
            double worst = 0;
            qint64 ms = 0;
            for (int i = 0; i < each; ++i) {
                SceneOptions how;
                how.table = table;
                how.share = 0.12 + dice.generateDouble() * 0.45;
                how.tilt = dice.generateDouble();
                how.turn = (dice.generateDouble() - 0.5) * 80;
                how.uneven = dice.generateDouble() * 0.7;
                how.hasCode = hasCode;
                how.format = sceneFormats[i % 4];
                const LabelScene scene = labelScene(how, dice);
                const auto codes = codesOf(scene.photo);
                QElapsedTimer clock;
                clock.start();
                const auto label = vision::labelIn(scene.photo, codes);
                ms += clock.elapsed();
                if (!label || !*label)
                    continue;
                double off = 1e9;
                for (std::size_t turn = 0; turn < 4; ++turn) {
                    vision::LabelCorners other;
                    for (std::size_t c = 0; c < 4; ++c)
                        other[c] = (**label)[(c + turn) % 4];
                    if (const double here = farthest(other, scene.corners); here < off) {
                        off = here;
                        if (here < 30 && turn > 0)
                            ++turned;
                    }
                }
                if (qEnvironmentVariableIsSet("SHOW") && off > 3 && i < 8) {
                    QImage drawn = scene.photo.copy();
                    QPainter painter(&drawn);
                    painter.setPen(QPen(Qt::red, 8));
                    QPolygonF outline;
                    for (const QPointF& corner : **label)
                        outline << corner;
                    painter.drawPolygon(outline);
                    painter.end();
                    drawn.scaled(500, 400, Qt::KeepAspectRatio)
                        .save(u"/tmp/lib/%1-%2-%3.png"_s.arg(QLatin1StringView(name)).arg(i).arg(hasCode));
                }
                found += off < 30;
                exact += off < 2;
                if (off < 30)
                    worst = std::max(worst, off);
                if (hasCode)
                    if (const auto scan = vision::rectified(scene.photo, **label, true))
                        read += !codesOf(scan->picture).empty();
            }
            std::printf(
                "%-9s %-15s found %2d of %d, within 2 pixels %2d, worst %.2f, wrong way up %d, read %d, %lld "
                "ms\n",
                hasCode ? "code" : "no code", name, found, each, exact, worst, turned, read,
                static_cast<long long>(ms / each));
        }
    int false_ = 0;
    for (const auto& [table, name] : tables)
        for (int i = 0; i < 4; ++i) {
            QRandomGenerator own(static_cast<unsigned>(i + 1));
            const auto label = vision::labelIn(blurred(drawnTable(table, {1600, 1200}, own), 0.7), {});
            if (label && *label) {
                ++false_;
                std::printf("found where there is none: %s\n", name);
            }
        }
    std::printf("found where there is none: %d of %zu\n", false_, std::size(tables) * 4);
    SceneOptions large;
    large.size = {4000, 3000};
    const LabelScene scene = labelScene(large, dice);
    const auto codes = codesOf(scene.photo);
    QElapsedTimer clock;
    clock.start();
    const auto label = vision::labelIn(scene.photo, codes);
    const qint64 first = clock.restart();
    if (!label || !*label)
        return;
    const auto scan = vision::rectified(scene.photo, **label, true);
    const qint64 second = clock.restart();
    const auto png = vision::pngOf(scan->picture);
    std::printf(
        "12 megapixels: found in %lld ms, %d x %d pixels rectified and evened in %lld ms, PNG of %lld kB in "
        "%lld ms\n",
        static_cast<long long>(first), scan->picture.width(), scan->picture.height(),
        static_cast<long long>(second), static_cast<long long>(png->size() / 1000),
        static_cast<long long>(clock.elapsed()));
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    vision::useOneThread();
    QStringList files = QGuiApplication::arguments().mid(1);
    if (files.size() < 2) {
        generated();
        return 0;
    }
    const QString out = files.takeLast();
    QDir().mkpath(out);
    ofPictures(files, out);
    return 0;
}
