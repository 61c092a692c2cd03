#include "core/base/event_log.h"
#include "core/base/json.h"
#include "core/base/places.h"
#include "core/base/safe_file.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/wait.h>

#include <set>
#include <unistd.h>

using namespace chayan;
using namespace Qt::StringLiterals;

namespace {

QString pathIn(const QTemporaryDir& folder) {
    return folder.filePath(u"state/chayan/chayan.log"_s);
}

}  // namespace

class TestEventLog : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void writesLines();
    void turnsOver();
    void severalProcesses();
    void cannotBeWritten();
    void places();
};

void TestEventLog::writesLines() {
    const QTemporaryDir folder;
    const EventLog log(pathIn(folder));
    QCOMPARE(log.contents(), QByteArray());
    QVERIFY(log.note(0, "failed", {{"command", "visit photo"}, {"kind", ErrorKind::DiskFull}}));
    QVERIFY(log.note(1, "opened", {{"strays", qint64{2}}}));
    QCOMPARE(
        log.contents(),
        QByteArray("{\"at\":\"1970-01-01T00:00:00.000Z\",\"command\":\"visit photo\",\"event\":\"failed\","
                   "\"kind\":\"disk_full\"}\n"
                   "{\"at\":\"1970-01-01T00:00:00.001Z\",\"event\":\"opened\",\"strays\":2}\n"));
    QCOMPARE(QFileInfo(pathIn(folder)).permissions() & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void TestEventLog::turnsOver() {
    const QTemporaryDir folder;
    constexpr qint64 limit = 4096;
    const EventLog log(pathIn(folder), limit);
    for (qint64 i = 0; i < 1000; ++i) {
        QVERIFY(log.note(i, "n", {{"i", i}}));
        QVERIFY(log.contents().size() < 2 * limit + 100);
    }
    // The newest are there, in order, down to what was turned over twice.
    QList<QByteArray> lines = log.contents().split('\n');
    QCOMPARE(lines.takeLast(), QByteArray());
    QVERIFY(lines.size() > 40);
    for (qsizetype i = 0; i < lines.size(); ++i)
        QCOMPARE(*parseCanonical(view(lines[i])).value().integerAt("i"), 1000 - lines.size() + i);
    QCOMPARE(QDir(QFileInfo(pathIn(folder)).path()).entryList(QDir::Files),
             (QStringList{u"chayan.log"_s, u"chayan.log.1"_s}));
}

/// All write until the file is turned over once, all at the same moment: nothing may be lost by it.
void TestEventLog::severalProcesses() {
    constexpr int processes = 8;
    constexpr int lines = 50;
    for (int round = 0; round < 20; ++round) {
        const QTemporaryDir folder;
        // A line takes some 60 bytes.
        const EventLog log(pathIn(folder), processes * lines * 40);
        std::vector<pid_t> children;
        for (int process = 0; process < processes; ++process) {
            const pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                bool done = true;
                for (int i = 0; i < lines; ++i)
                    done = done && log.note(0, "n", {{"i", qint64{process * lines + i}}});
                ::_exit(done ? 0 : 1);
            }
            children.push_back(child);
        }
        for (const pid_t child : children) {
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QCOMPARE(status, 0);
        }
        QVERIFY(QFileInfo::exists(pathIn(folder) + u".1"_s));
        std::set<qint64> seen;
        QList<QByteArray> written = log.contents().split('\n');
        written.removeLast();
        for (const QByteArray& line : written)
            seen.insert(*parseCanonical(view(line)).value().integerAt("i"));
        QCOMPARE(seen.size(), std::size_t{processes * lines});
    }
}

void TestEventLog::cannotBeWritten() {
    const QTemporaryDir folder;
    QVERIFY(writeFileDurably(folder.filePath(u"state"_s), {}));
    const EventLog log(pathIn(folder));
    QVERIFY(!log.note(0, "n", {}));
    QCOMPARE(log.contents(), QByteArray());
}

void TestEventLog::places() {
    const QByteArray before = qgetenv("XDG_STATE_HOME");
    qputenv("XDG_STATE_HOME", "/somewhere");
    QCOMPARE(eventLogPath(), u"/somewhere/chayan/chayan.log"_s);
    // What is not absolute does not count (XDG base directory specification).
    for (const char* value : {"", "somewhere"}) {
        qputenv("XDG_STATE_HOME", value);
        QCOMPARE(eventLogPath(), QDir::homePath() + u"/.local/state/chayan/chayan.log"_s);
    }
    qputenv("XDG_STATE_HOME", before);
    qputenv("CHAYAN_TEST_PLACE", "/data");
    QCOMPARE(xdgFolder("CHAYAN_TEST_PLACE", u".local/share"), u"/data"_s);
}

QTEST_APPLESS_MAIN(TestEventLog)
#include "test_event_log.moc"
