#include "office.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace chayan;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* modes[] = {"eio", "full", "short", "denied"};

struct Trial {
    std::size_t command = 0;
    const char* mode = nullptr;
    int call = 0;
};

class Soak {
  public:
    explicit Soak(const faults::Options& options)
        : m_options(options),
          m_whole(faults::Room::make(m_folder.filePath(u"whole"_s))),
          m_before(faults::entriesIn(m_whole)) {}

    int run() {
        std::vector<Trial> trials = list();
        std::shuffle(trials.begin(), trials.end(), std::mt19937_64(m_options.seed));
        QElapsedTimer clock;
        clock.start();
        int done = 0;
        int failures = 0;
        int tolerated = 0;
        for (const Trial& trial : trials) {
            if ((m_options.rounds != 0 && done >= m_options.rounds) ||
                (m_options.seconds != 0 && clock.elapsed() >= m_options.seconds * 1000))
                break;
            ++done;
            faults::Ended ended;
            const QString wrong = tried(trial, ended);
            tolerated += ended.code == 0;
            if (wrong.isEmpty())
                continue;
            ++failures;
            std::printf("%s, %s at call %d (%s): exit %d: %s%s\n", m_commands[trial.command].name, trial.mode,
                        trial.call, told().trimmed().constData(), ended.code, ended.err.constData(),
                        qPrintable(wrong));
            std::fflush(stdout);
        }
        std::printf("%d of %zu calls failed, %d of them borne, %d times something was wrong\n", done,
                    trials.size(), tolerated, failures);
        return failures == 0 && done > 0 ? 0 : 1;
    }

  private:
    /// Every call of every command that each mode concerns.
    std::vector<Trial> list() {
        std::vector<Trial> trials;
        for (const faults::Command& command : faults::commandsIn(m_whole)) {
            if (!m_options.only.isEmpty() && m_options.only != QLatin1StringView(command.name))
                continue;
            m_commands.push_back(command);
            for (const char* mode : modes) {
                faults::Ended ended;
                disturb({m_commands.size() - 1, mode, 0}, ended);
                const QByteArray counted = told().trimmed();
                if (ended.code != 0 || !counted.startsWith("counted ") || counted.mid(8).toInt() == 0) {
                    std::printf("%s: exit %d, %s: %s\n", command.name, ended.code, counted.constData(),
                                ended.err.constData());
                    std::exit(2);
                }
                for (int call = 1; call <= counted.mid(8).toInt(); ++call)
                    trials.push_back({m_commands.size() - 1, mode, call});
            }
            m_after.push_back(faults::entriesIn(room()));
        }
        return trials;
    }

    faults::Room room() const {
        faults::Room room = m_whole;
        room.path = m_folder.filePath(u"room"_s);
        return room;
    }
    QByteArray told() const {
        QFile file(m_folder.filePath(u"told"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void disturb(const Trial& trial, faults::Ended& ended) {
        const faults::Room room = m_whole.copiedTo(m_folder.filePath(u"room"_s));
        QFile::remove(m_folder.filePath(u"told"_s));
        QProcessEnvironment environment = room.environment();
        environment.insert(u"LD_PRELOAD"_s, QStringLiteral(CHAYAN_FAILING_CALLS));
        environment.insert(u"CHAYAN_FAULT_PROGRAM"_s, u"chayanctl"_s);
        environment.insert(u"CHAYAN_FAULT_BELOW"_s, room.path);
        environment.insert(u"CHAYAN_FAULT_CALL"_s, QString::number(trial.call));
        environment.insert(u"CHAYAN_FAULT_MODE"_s, QString::fromLatin1(trial.mode));
        environment.insert(u"CHAYAN_FAULT_TOLD"_s, m_folder.filePath(u"told"_s));
        ended = faults::run(room, m_commands[trial.command], environment);
    }

    QString tried(const Trial& trial, faults::Ended& ended) {
        disturb(trial, ended);
        const faults::Command& command = m_commands[trial.command];
        QString wrong;
        if (ended.code != 0 && ended.code != 3)
            wrong += u"exit %1 for a machine that failed\n"_s.arg(ended.code);
        // Beside the pictures that it could not read, each with a line.
        qsizetype lines = 0;
        for (const QByteArray& line : ended.err.split('\n'))
            lines += !line.isEmpty() && !line.startsWith("x.jpg: This") && !line.startsWith("y.jpg: This") &&
                     !line.startsWith("z.jpg: This");
        if (ended.code != 0 && lines != 1)
            wrong += u"%1 lines on stderr\n"_s.arg(lines);
        return wrong + faults::wrongAfter(room(), command, ended, m_before, m_after[trial.command]);
    }

    faults::Options m_options;
    QTemporaryDir m_folder{faults::placeForRooms()};
    faults::Room m_whole;
    qint64 m_before = 0;
    std::vector<faults::Command> m_commands;
    std::vector<qint64> m_after;
};

}  // namespace

/// soak_calls [--seed N] [--seconds N] [--rounds N] [--only COMMAND]: lets every call by which a command
/// changes a file fail, one at a time, in an order that the seed gives, until the seconds are over or the
/// rounds done (else all): a bad disk, a full one, a short write, a missing permission. The command bears it
/// or says so in one line with exit code 3; what it acknowledged is there, nothing is half done, check() is
/// clean, and it works once the disk does.
int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    return Soak(faults::Options::from(argc, argv)).run();
}
