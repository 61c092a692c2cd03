#include "core/eye/media_type.h"

#include <QtTest>

using namespace chayan;
using namespace chayan::eye;
using namespace Qt::StringLiterals;

class TestMediaType : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void knowsThemByTheirFirstBytes_data() {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("mime");
        const auto row = [](const char* name, const QByteArray& head, const char* mime) {
            QTest::newRow(name) << head << QString::fromLatin1(mime);
        };
        const auto iso = [](const char* brands) {
            return QByteArray("\0\0\0\x20", 4) + "ftyp" + QByteArray(brands).left(4) + QByteArray(4, '\0') +
                   QByteArray(brands).mid(4);
        };
        row("JPEG", "\xFF\xD8\xFF\xE1", "image/jpeg");
        row("PNG", "\x89PNG\r\n\x1A\n", "image/png");
        row("WebP", QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16), "image/webp");
        row("TIFF, little", QByteArray("II*\0\x08\0\0\0", 8), "image/tiff");
        row("TIFF, big", QByteArray("MM\0*\0\0\0\x08", 8), "image/tiff");
        row("BigTIFF", QByteArray("II+\0\x08\0\0\0", 8), "image/tiff");
        row("GIF", "GIF89a", "image/gif");
        row("BMP", QByteArray("BM\x36\0\0\0\0\0\0\0\x36\0\0\0", 14), "image/bmp");
        row("HEIC of a phone", iso("heicmif1heic"), "image/heic");
        row("HEIC, general brand first", iso("mif1mif1heic"), "image/heic");
        row("HEIF sequence", iso("msf1"), "image/heif");
        row("AVIF", iso("avifmif1miaf"), "image/avif");
        row("MP4", iso("isomiso2avc1mp41"), "video/mp4");
        row("MOV", iso("qt  "), "video/quicktime");
        row("MOV without brands", QByteArray("\0\0\0\x08wide\0\0\0\0mdat", 16), "video/quicktime");
        row("3GP", iso("3gp43gp4"), "video/3gpp");
        row("AVI", QByteArray("RIFF\x10\0\0\0AVI LIST", 16), "video/x-msvideo");
        row("Matroska", "\x1A\x45\xDF\xA3\x42\x82\x88matroska", "video/x-matroska");
        row("WebM", "\x1A\x45\xDF\xA3\x42\x82\x84webm", "video/webm");
        row("PDF", "%PDF-1.7", "application/pdf");
        row("sound", iso("M4A isom"), "application/octet-stream");
        row("text", "BM is how this text begins", "application/octet-stream");
        row("RIFF sound", QByteArray("RIFF\x10\0\0\0WAVEfmt ", 16), "application/octet-stream");
        row("nothing", "", "application/octet-stream");
    }
    void knowsThemByTheirFirstBytes() {
        QFETCH(QByteArray, head);
        QFETCH(QString, mime);
        QCOMPARE(mimeType(sniff(view(head))), mime);
        for (qsizetype length = 0; length < head.size(); ++length)
            sniff(view(head.left(length)));  // no cut head is read beyond its end
    }
};

QTEST_APPLESS_MAIN(TestMediaType)
#include "test_media_type.moc"
