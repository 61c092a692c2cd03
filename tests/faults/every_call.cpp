#include "failing_calls.h"
#include "office.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

using namespace chayan;
using namespace Qt::StringLiterals;

namespace {

/// All of it in this process: starting a program for each call would take an hour.
class Sweep {
  public:
    Sweep(const char* mode, QLatin1StringView only, long call)
        : m_mode(mode),
          m_only(only),
          m_call(call),
          m_whole(faults::Room::make(m_folder.filePath(u"whole"_s))),
          m_before(faults::entriesIn(m_whole)) {}

    int run() {
        int failures = 0;
        int borne = 0;
        long all = 0;
        for (const faults::Command& command : faults::commandsIn(m_whole)) {
            if (!m_only.isEmpty() && m_only != QLatin1StringView(command.name))
                continue;
            // Undisturbed, to know what it makes and how many calls there are; then once beyond the last.
            faults::Room room = m_whole.copiedTo(m_folder.filePath(u"room"_s));
            const faults::Ended whole = act(room, command, 0);
            const long calls = m_calls;
            if (whole.code != 0 || calls == 0) {
                std::printf("%s: exit %d, %ld calls: %s\n", command.name, whole.code, calls,
                            whole.err.constData());
                return 2;
            }
            const qint64 after = faults::entriesIn(room);
            int borneHere = 0;
            for (long call = std::max(1L, m_call); call <= (m_call > 0 ? m_call : calls); ++call) {
                room = m_whole.copiedTo(m_folder.filePath(u"room"_s));
                QFile::remove(told());
                const faults::Ended ended = act(room, command, call);
                borneHere += ended.code == 0;
                QString wrong;
                if (ended.code != 0 && ended.code != 3)
                    wrong += u"exit %1 for a machine that failed\n"_s.arg(ended.code);
                wrong += faults::wrongAfter(room, command, ended, m_before, after,
                                            [this](const faults::Room& there, const faults::Command& again) {
                                                return act(there, again, 0);
                                            });
                if (wrong.isEmpty())
                    continue;
                ++failures;
                QFile file(told());
                std::printf("%s, %s at call %ld of %ld (%s): exit %d: %s\n%s", command.name, m_mode, call,
                            calls, file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().constData() : "",
                            ended.code, ended.err.constData(), qPrintable(wrong));
                std::fflush(stdout);
            }
            std::printf("%s: %ld calls failed, %d of them borne\n", command.name, calls, borneHere);
            std::fflush(stdout);
            borne += borneHere;
            all += calls;
        }
        std::printf("%s: %ld calls failed, one at a time, %d of them borne, %d times something was wrong\n",
                    m_mode, all, borne, failures);
        return failures == 0 ? 0 : 1;
    }

  private:
    QString told() const { return m_folder.filePath(u"told"_s); }

    /// The work, in which this call fails; 0: none.
    faults::Ended act(const faults::Room& room, const faults::Command& command, long call) {
        const QByteArray path = QFile::encodeName(room.path);
        if (::chdir(path.constData()) != 0)
            return {-1, {}, "the room is not there"};
        faults::Ended ended;
        ::chayan_fail_call(path.constData(), QFile::encodeName(told()).constData(), m_mode, call);
        const Status done = command.act(room, ended.out);
        m_calls = ::chayan_fail_no_call();
        ended.code = done ? 0 : exitCode(done.error().kind);
        if (!done) {
            ended.err = (done.error().thing + u": "_s + done.error().detail).toUtf8();
            ended.wasDone =
                done.error().kind == ErrorKind::AlreadyExists || done.error().kind == ErrorKind::NotEmpty;
        }
        return ended;
    }

    const char* m_mode;
    QLatin1StringView m_only;
    long m_call = 0;
    QTemporaryDir m_folder{faults::placeForRooms()};
    faults::Room m_whole;
    qint64 m_before = 0;
    long m_calls = 0;  // of the last act
};

}  // namespace

/// every_call MODE [COMMAND [CALL]]: lets every call by which the work of a command changes a file fail, n
/// from 1 to the last, in one of the ways of failing_calls.cpp. The work bears it or says that the machine
/// failed; what it acknowledged is there, nothing is half done, check() is clean, it works once the disk
/// does, and nothing is left lying about. soak_calls does the same with the program itself, for as long as it
/// is given.
int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "every_call eio|full|short|denied [COMMAND [CALL]]\n");
        return 2;
    }
    return Sweep(argv[1], QLatin1StringView(argc > 2 ? argv[2] : ""), argc > 3 ? std::atol(argv[3]) : 0)
        .run();
}
