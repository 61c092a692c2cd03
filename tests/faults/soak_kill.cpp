#include "office.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

#include <cstdio>
#include <random>

using namespace chayan;
using namespace Qt::StringLiterals;

/// soak_kill [--seed N] [--seconds N] [--rounds N] [--only COMMAND]: kills a command with SIGKILL at a random
/// moment, again and again, until the seconds are over or the rounds done. After each: what it had
/// acknowledged is there, check() is clean, nothing is half done, the command works when it is given again,
/// and nothing is left lying about.
int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const faults::Options options = faults::Options::from(argc, argv);
    std::mt19937_64 random(options.seed);
    const QTemporaryDir folder(faults::placeForRooms());
    const faults::Room whole = faults::Room::make(folder.filePath(u"whole"_s));
    const qint64 before = faults::entriesIn(whole);
    struct Known {
        faults::Command command;
        qint64 after = 0;
        qint64 ms = 0;  ///< how long it takes when nobody disturbs it
    };
    std::vector<Known> all;
    for (const faults::Command& command : faults::commandsIn(whole)) {
        if (!options.only.isEmpty() && options.only != QLatin1StringView(command.name))
            continue;
        const faults::Room room = whole.copiedTo(folder.filePath(u"room"_s));
        QElapsedTimer timer;
        timer.start();
        const faults::Ended ended = faults::run(room, command, room.environment());
        const qint64 ms = timer.elapsed();
        if (ended.code != 0) {
            std::printf("%s: exit %d: %s\n", command.name, ended.code, ended.err.constData());
            return 1;
        }
        all.push_back({command, faults::entriesIn(room), ms});
    }
    QElapsedTimer clock;
    clock.start();
    int rounds = 0;
    int killed = 0;
    qsizetype told = 0;
    while ((options.rounds == 0 || rounds < options.rounds) &&
           (options.seconds == 0 || clock.elapsed() < options.seconds * 1000)) {
        const Known& known = all[random() % all.size()];
        const faults::Room room = whole.copiedTo(folder.filePath(u"room"_s));
        const auto us = static_cast<unsigned long>(random() % (static_cast<quint64>(known.ms) * 1100 + 1));
        QProcess program;
        faults::prepare(program, room, known.command, room.environment());
        program.start();
        program.waitForStarted();
        QThread::usleep(us);
        program.kill();
        program.waitForFinished();
        const faults::Ended ended{program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1,
                                  program.readAllStandardOutput(), program.readAllStandardError()};
        ++rounds;
        killed += ended.code == -1;
        told += ended.code == -1 ? ended.out.count('\n') : 0;
        const QString wrong = faults::wrongAfter(room, known.command, ended, before, known.after);
        if (!wrong.isEmpty()) {
            std::printf("seed %llu, round %d: %s, killed after %lu us of about %lld ms (exit %d):\n%s",
                        static_cast<unsigned long long>(options.seed), rounds, known.command.name, us,
                        static_cast<long long>(known.ms), ended.code, qPrintable(wrong));
            return 1;
        }
    }
    std::printf("%d commands, %d killed at work, %lld lines that they had told, nothing lost\n", rounds,
                killed, static_cast<long long>(told));
    return killed > 0 || rounds == 0 ? 0 : 1;
}
