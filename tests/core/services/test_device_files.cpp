#include "core/base/safe_file.h"
#include "core/services/device_files.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <stop_token>

using namespace chayan;
using namespace chayan::services;
using namespace Qt::StringLiterals;

class TestDeviceFiles : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    void put(const QString& path, const QByteArray& bytes) {
        const QString whole = m_folder.filePath(path);
        QVERIFY(QDir().mkpath(QFileInfo(whole).path()));
        QVERIFY(writeFileDurably(whole, view(bytes)));
    }

  private Q_SLOTS:
    void everyFileButTheSystems() {
        put(u"card/DCIM/100/IMG_2.JPG"_s, "two");
        put(u"card/DCIM/100/IMG_1.JPG"_s, "1");
        put(u"card/MOVIE/M0001.MP4"_s, "film");
        put(u"card/.Trashes/old.JPG"_s, "x");
        put(u"card/DCIM/.hidden"_s, "x");
        put(u"card/System Volume Information/IndexerVolumeGuid"_s, "x");
        QVERIFY(QFile::link(m_folder.filePath(u"card/MOVIE"_s), m_folder.filePath(u"card/again"_s)));
        QVERIFY(QFile::link(u"/etc/passwd"_s, m_folder.filePath(u"card/passwd"_s)));
        const QByteArray card = QFile::encodeName(m_folder.filePath(u"card"_s));
        // As cards of cameras have them.
        const std::filesystem::path foreign(card.toStdString() + "/DCIM/100/\xff.JPG");
        std::filesystem::copy_file(card.toStdString() + "/DCIM/100/IMG_1.JPG", foreign);

        const auto found = deviceFiles(card, {});
        QVERIFY(found);
        const std::vector<DeviceFile> expected{{card + "/DCIM/100/IMG_1.JPG", 1},
                                               {card + "/DCIM/100/IMG_2.JPG", 3},
                                               {card + "/DCIM/100/\xff.JPG", 1},
                                               {card + "/MOVIE/M0001.MP4", 4}};
        QCOMPARE(found->files, expected);
        QCOMPARE(found->bytes, 9);
    }

    void whatIsNoFolder() {
        put(u"file"_s, "x");
        const auto gone = deviceFiles(QFile::encodeName(m_folder.filePath(u"gone"_s)), {});
        const auto file = deviceFiles(QFile::encodeName(m_folder.filePath(u"file"_s)), {});
        QCOMPARE(gone.error().kind, ErrorKind::NotFound);
        QCOMPARE(file.error().kind, ErrorKind::NotFound);
        std::stop_source stop;
        stop.request_stop();
        const auto cancelled = deviceFiles(QFile::encodeName(m_folder.path()), {{}, stop.get_token()});
        QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
    }

    void offsetsAreToTheSecond() {
        QCOMPARE(clockOffset(192'000, 300), 192'000);
        QCOMPARE(clockOffset(0, 61'700), -62'000);
        QCOMPARE(clockOffset(1'000, 1'400), 0);
    }
};

QTEST_GUILESS_MAIN(TestDeviceFiles)
#include "test_device_files.moc"
