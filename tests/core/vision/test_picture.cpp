#include "core/base/limits.h"
#include "core/vision/picture.h"
#include "tests/support/drawn_code.h"
#include "tests/support/drawn_heif.h"

#include <QtEndian>
#include <QtTest>

using namespace chayan;
using namespace chayan::vision;
using namespace Qt::StringLiterals;

namespace {

struct Kind {
    Format format;
    const char* name;
};
constexpr std::array kinds{Kind{Format::Jpeg, "jpeg"}, Kind{Format::Png, "png"}, Kind{Format::WebP, "webp"},
                           Kind{Format::Tiff, "tiff"}};

const std::array quarters{QColor(Qt::red), QColor(Qt::green), QColor(Qt::blue), QColor(Qt::yellow)};

/// Four coloured quarters: red, green, blue, yellow clockwise from the top left.
QImage quartered(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.fillRect(0, 0, width / 2, height / 2, quarters[0]);
    painter.fillRect(width / 2, 0, width / 2, height / 2, quarters[1]);
    painter.fillRect(width / 2, height / 2, width / 2, height / 2, quarters[2]);
    painter.fillRect(0, height / 2, width / 2, height / 2, quarters[3]);
    return image;
}

int nearestQuarter(QRgb pixel) {
    int best = 0, least = 4 * 255;
    for (int i = 0; i < 4; ++i) {
        const QColor& colour = quarters[static_cast<std::size_t>(i)];
        const int far = std::abs(qRed(pixel) - colour.red()) + std::abs(qGreen(pixel) - colour.green()) +
                        std::abs(qBlue(pixel) - colour.blue());
        if (far < least) {
            least = far;
            best = i;
        }
    }
    return best;
}

QString orderOf(const QImage& image) {
    const int x = image.width() / 4, y = image.height() / 4;
    QString out;
    for (const QPoint at : {QPoint(x, y), QPoint(3 * x, y), QPoint(3 * x, 3 * y), QPoint(x, 3 * y)})
        out += QChar(u"RGBY"_s[nearestQuarter(image.pixel(at))]);
    return out;
}

/// Of one size, and of one grey in the middle of each quarter. (Where colours meet, those of a JPEG
/// overflow.)
bool isAlike(const GreyImage& grey, const QImage& picture) {
    const auto other = greyOf(picture);
    if (!other || grey.width != other->width || grey.height != other->height)
        return false;
    for (const int x : {grey.width / 4, 3 * grey.width / 4})
        for (const int y : {grey.height / 4, 3 * grey.height / 4}) {
            const auto at = static_cast<std::size_t>(y * grey.width + x);
            constexpr int rounding = 4;
            if (std::abs(grey.pixels[at] - other->pixels[at]) > rounding)
                return false;
        }
    return true;
}

}  // namespace

class TestPicture : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void readsEveryFormat() {
        for (const Kind& kind : kinds) {
            const auto picture = decode(view(encoded(quartered(64, 32), kind.name)), kind.format);
            QVERIFY2(picture, kind.name);
            QCOMPARE(picture->size(), QSize(64, 32));
            QCOMPARE(orderOf(*picture), u"RGBY"_s);
        }
    }

    void theFormatIsNeverGuessed() {
        QVERIFY(!decode(view(encoded(quartered(64, 32), "png")), Format::Jpeg));
        QVERIFY(!decode(view(encoded(quartered(64, 32), "bmp")), Format::Png));
    }

    void everyPixelFormatOfPng_data() {
        QTest::addColumn<int>("format");
        for (const int format : {QImage::Format_Mono, QImage::Format_Indexed8, QImage::Format_Grayscale8,
                                 QImage::Format_Grayscale16, QImage::Format_RGB888, QImage::Format_ARGB32,
                                 QImage::Format_RGBA64})
            QTest::addRow("%d", format) << format;
    }
    void everyPixelFormatOfPng() {
        QFETCH(int, format);
        // Wide enough that Qt would convert it on several threads in one go.
        QImage image(700, 500, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter(&image).fillRect(0, 0, 350, 250, Qt::black);
        const auto picture = decode(
            view(encoded(image.convertToFormat(static_cast<QImage::Format>(format)), "png")), Format::Png);
        QVERIFY(picture);
        const auto grey = greyOf(*picture);
        QVERIFY(grey);
        const GreyView pixels = grey->view();
        QCOMPARE(int(pixels.data[10 * pixels.stride + 10]), 0);
        QCOMPARE(int(pixels.data[249 * pixels.stride + 349]), 0);
        QCOMPARE(int(pixels.data[250 * pixels.stride + 350]), 255);
        QCOMPARE(int(pixels.data[499 * pixels.stride + 699]), 255);
    }

    void transparencyLiesOnWhite() {
        QImage image(40, 40, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter(&image).fillRect(0, 0, 20, 40, QColor(0, 0, 0, 128));
        const auto picture = decode(view(encoded(image, "png")), Format::Png);
        QVERIFY(picture);
        QCOMPARE(picture->pixel(30, 20), qRgb(255, 255, 255));
        QVERIFY(std::abs(qRed(picture->pixel(10, 20)) - 127) <= 1);
    }

    // The eight values of Exif 2.32, tag 0x0112: what stands where once the picture is upright.
    void turnsUprightByExif_data() {
        QTest::addColumn<QString>("order");
        for (const char* order : {"RGBY", "GRYB", "BYRG", "YBGR", "RYBG", "YRGB", "BGRY", "GBYR"})
            QTest::addRow("%s", order) << QString::fromLatin1(order);
    }
    void turnsUprightByExif() {
        QFETCH(QString, order);
        static int orientation = 0;
        ++orientation;
        const QByteArray jpeg = withOrientation(encoded(quartered(64, 32), "jpeg"), orientation);
        const auto picture = decode(view(jpeg), Format::Jpeg);
        QVERIFY(picture);
        QCOMPARE(orderOf(*picture), order);
        QCOMPARE(picture->size(), orientation > 4 ? QSize(32, 64) : QSize(64, 32));
        // Without colours it is the same picture, and its thumbnail stands as upright.
        const auto opened = open(view(jpeg), Format::Jpeg, 16);
        QVERIFY(opened);
        QVERIFY(isAlike(opened->grey, *picture));
        QCOMPARE(orderOf(QImage::fromData(opened->thumbnail, "jpeg")), order);
    }

    void everyFormatIsOpenedAsItIsDecoded() {
        for (const Kind& kind : kinds) {
            const QByteArray bytes = encoded(quartered(64, 32), kind.name);
            const auto opened = open(view(bytes), kind.format, 0);
            QVERIFY2(opened, kind.name);
            QVERIFY(opened->thumbnail.isEmpty());
            QVERIFY2(isAlike(opened->grey, *decode(view(bytes), kind.format)), kind.name);
        }
    }

    void heicIsOpenedInGreyAndInColour() {
        const QByteArray bytes = drawnHeif(quartered(128, 64));
        const auto opened = open(view(bytes), Format::Heif, 32);
        QVERIFY(opened);
        const auto picture = decode(view(bytes), Format::Heif);
        QVERIFY(picture);
        QCOMPARE(picture->size(), QSize(128, 64));
        QCOMPARE(orderOf(*picture), u"RGBY"_s);
        QVERIFY(isAlike(opened->grey, *picture));
        QCOMPARE(orderOf(QImage::fromData(opened->thumbnail, "jpeg")), u"RGBY"_s);
        QVERIFY(open(view(bytes.chopped(1)), Format::Heif, 0).error().fault == Fault::CutOff);
        // The pixels are gone, the boxes stand.
        QByteArray broken = bytes;
        const qsizetype data = broken.indexOf("mdat") + 4;
        std::fill(broken.begin() + data, broken.end(), '\0');
        QVERIFY(!open(view(broken), Format::Heif, 0) || !decode(view(broken), Format::Heif));
        QVERIFY(open(view(QByteArray(2000, 'x')), Format::Heif, 0).error().fault == Fault::CutOff);
    }

    void whatIsNoWholeJpegIsRefusedWithoutColoursToo() {
        QByteArray jpeg = encoded(quartered(64, 32), "jpeg");
        QVERIFY(open(view(jpeg.left(jpeg.size() / 2)), Format::Jpeg, 16).error().fault == Fault::CutOff);
        // Its frame header says four bits a sample.
        const qsizetype frame = jpeg.indexOf("\xFF\xC0");
        QVERIFY(frame > 0);
        jpeg[frame + 4] = 4;
        QVERIFY(open(view(jpeg), Format::Jpeg, 16).error().fault == Fault::Damaged);
    }

    void aFileCutAnywhereIsNoPicture() {
        for (const Kind& kind : kinds) {
            const QByteArray whole = encoded(drawnCode(ZXing::BarcodeFormat::QRCode, L"cut me"), kind.name);
            QVERIFY(isWhole(view(whole), kind.format));
            for (qsizetype length = 0; length < whole.size(); length += 1 + whole.size() / 97) {
                const auto picture = decode(view(whole.left(length)), kind.format);
                QVERIFY2(!picture, qPrintable(u"%1 at %2"_s.arg(QString::fromLatin1(kind.name)).arg(length)));
                QCOMPARE(int(picture.error().fault), int(Fault::CutOff));
            }
        }
    }

    void theLastByteMatters() {
        for (const Kind& kind : {kinds[0], kinds[1], kinds[2]}) {
            const QByteArray whole = encoded(quartered(64, 32), kind.name);
            QVERIFY2(!decode(view(whole.chopped(1)), kind.format), kind.name);
        }
    }

    void bytesAfterTheEndAreAllowed() {
        const QByteArray jpeg = encoded(quartered(64, 32), "jpeg");
        QVERIFY(decode(view(jpeg + QByteArray(1000, 'x')), Format::Jpeg));
        // An end marker inside a segment is not the picture's: here a whole JPEG sits in a comment.
        QByteArray comment("\xFF\xFE", 2);
        comment += static_cast<char>((jpeg.size() + 2) / 256);
        comment += static_cast<char>((jpeg.size() + 2) % 256);
        const QByteArray nested = jpeg.left(2) + comment + jpeg + jpeg.mid(2);
        QVERIFY(decode(view(nested), Format::Jpeg));
        QVERIFY(!isWhole(view(nested.left(nested.size() - 40)), Format::Jpeg));
    }

    void sizesAreCheckedBeforeDecoding() {
        QByteArray png = encoded(quartered(64, 32), "png");
        qToBigEndian<quint32>(30'000, png.data() + 16);
        qToBigEndian<quint32>(30'000, png.data() + 20);
        const auto picture = decode(view(png), Format::Png);
        QVERIFY(!picture);
        // The header's checksum is wrong now, which Qt may notice first.
        QVERIFY(picture.error().fault == Fault::TooLarge || picture.error().fault == Fault::Damaged);

        QByteArray jpeg = encoded(quartered(64, 32), "jpeg");
        const qsizetype frame = jpeg.indexOf("\xFF\xC0");
        QVERIFY(frame > 0);
        qToBigEndian<quint16>(30'000, jpeg.data() + frame + 5);
        qToBigEndian<quint16>(30'000, jpeg.data() + frame + 7);
        const auto large = decode(view(jpeg), Format::Jpeg);
        QVERIFY(!large);
        QCOMPARE(int(large.error().fault), int(Fault::TooLarge));
        QCOMPARE(large.error().size, QSize(30'000, 30'000));
        qToBigEndian<quint16>(1, jpeg.data() + frame + 5);
        qToBigEndian<quint16>(32'768, jpeg.data() + frame + 7);
        QCOMPARE(int(decode(view(jpeg), Format::Jpeg).error().fault), int(Fault::TooLarge));
    }

    void fortyEightMegapixelsAreRead() {
        QImage image(8000, 6000, QImage::Format_Grayscale8);
        image.fill(200);
        const auto picture = decode(view(encoded(image, "jpeg", 50)), Format::Jpeg);
        QVERIFY(picture);
        QCOMPARE(picture->size(), image.size());
    }

    void thumbnailsAreUprightAndSmall() {
        const QByteArray jpeg = withOrientation(encoded(quartered(640, 320), "jpeg"), 6);
        const auto picture = decode(view(jpeg), Format::Jpeg);
        QVERIFY(picture);
        const auto bytes = thumbnail(*picture, 100);
        QVERIFY(bytes);
        const QImage small = QImage::fromData(*bytes, "jpeg");
        QCOMPARE(small.size(), QSize(50, 100));
        QCOMPARE(orderOf(small), u"YRGB"_s);
        QCOMPARE(QImage::fromData(*thumbnail(*picture, 5000), "jpeg").size(), picture->size());
        // A line is still a picture.
        QCOMPARE(QImage::fromData(*thumbnail(QImage(3000, 1, QImage::Format_RGB32), 100), "jpeg").size(),
                 QSize(100, 1));
    }
};

QTEST_GUILESS_MAIN(TestPicture)
#include "test_picture.moc"
