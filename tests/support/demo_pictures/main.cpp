#include "scenes.h"

#include <QDir>
#include <QFontInfo>
#include <QGuiApplication>
#include <QImageWriter>
#include <QTextStream>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace chayan::demo;

// demo_pictures FOLDER: paints every picture and contents.tsv, the list of what stands in them. A symbol that
// a decoder does not find in the finished file is a failure, as is a missing font.
int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    if (app.arguments().size() != 2 || !QDir(app.arguments()[1]).exists()) {
        std::fputs("usage: demo_pictures FOLDER\n", stderr);
        return 2;
    }
    if (QFontInfo(QFont(u"Noto Sans CJK SC"_s)).family() != u"Noto Sans CJK SC") {
        std::fputs("the font Noto Sans CJK SC is missing (package fonts-noto-cjk)\n", stderr);
        return 3;
    }
    const QDir folder(app.arguments()[1]);
    QFile list(folder.filePath(u"contents.tsv"_s));
    if (!list.open(QIODevice::WriteOnly))
        return 3;
    QTextStream rows(&list);
    rows << "# Codes in these pictures; U+001D stands as {GS}.\nfile\tformat\ttext\n";

    int failures = 0;
    for (const Scene& scene : scenes) {
        QRandomGenerator random(scene.seed);
        std::vector<Symbol> symbols;
        const QImage picture = scene.paint(symbols, random);
        const QString file = QString::fromUtf16(scene.file);
        QImageWriter writer(folder.filePath(file), "jpeg");
        writer.setQuality(78);
        writer.setOptimizedWrite(true);
        if (!writer.write(picture))
            return 3;
        const std::vector<Symbol> found = readSymbols(QImage(folder.filePath(file)));
        for (const Symbol& symbol : symbols) {
            const bool read = std::any_of(found.begin(), found.end(), [&](const Symbol& f) {
                return f.format == symbol.format && f.text == symbol.text;
            });
            if (!read) {
                std::fprintf(stderr, "%s: %s %s is not readable\n", qUtf8Printable(file),
                             qUtf8Printable(symbol.format), qUtf8Printable(symbol.text));
                ++failures;
            }
            rows << file << '\t' << symbol.format << '\t'
                 << QString(symbol.text).replace(QChar(0x1D), u"{GS}"_s) << '\n';
        }
    }
    return failures == 0 ? 0 : 1;
}
