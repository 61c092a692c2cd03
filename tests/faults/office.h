#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QProcess>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace chayan::services {
struct NewOfficer;
}

/// What the soaks of this folder share: a room with stores and files, commands that users give there, and the
/// judge who looks at the room after one of them was disturbed.
namespace faults {

/// The folders and files that every command finds: `store` with a visit and an officer who waits to be
/// admitted, a bundle and a bag made by others, a backup.
struct Room {
    QString path;
    chayan::DossierId visit;     ///< in `store`
    chayan::DossierId incoming;  ///< in the bundle
    chayan::Digest officer;      ///< who writes in `store`
    chayan::Digest waiting;      ///< who is to be admitted there
    QStringList names;           ///< of all that lies in it
    /// Who makes a store of his own; made beforehand, since a key is slow to protect.
    std::shared_ptr<const chayan::services::NewOfficer> newcomer;

    static Room make(const QString& path);
    /// The same room elsewhere.
    Room copiedTo(const QString& there) const;
    QProcessEnvironment environment() const;
};

/// How a command ended.
struct Ended {
    int code = -1;  ///< -1: killed
    QByteArray out;
    QByteArray err;
    bool wasDone = false;  ///< refused because it had been done already
};

/// A command's work by the services, in a process that stands in the room; `told` is what it acknowledged,
/// failed or not.
using Act = std::function<chayan::Status(const Room&, QByteArray& told)>;

struct Command {
    const char* name = "";
    QStringList arguments;
    /// What it may leave beside what was there.
    QString makes;
    /// Whether it records all or nothing.
    bool isOneStep = true;
    /// What is missing of what it acknowledged; empty where all of it is there.
    std::function<QString(const Room&, const Ended&)> missing;
    Act act;
};
std::vector<Command> commandsIn(const Room& room);

/// The program with these arguments, in a room, ready to start.
void prepare(QProcess& program, const Room& room, const Command& command,
             const QProcessEnvironment& environment);
Ended run(const Room& room, const Command& command, const QProcessEnvironment& environment);

/// How a command is given once more, undisturbed: run() in the room's environment.
using Giver = std::function<Ended(const Room&, const Command&)>;
Ended giveAgain(const Room& room, const Command& command);

/// For a QTemporaryDir: in memory where the system has room there, since what a killed process had written is
/// there either way, and a disk only makes the rounds wait.
QString placeForRooms();

/// The number of entries of the room's store; -1 where it does not open.
qint64 entriesIn(const Room& room);

/// Everything that is wrong after a command was disturbed, a line each; empty when all is well. `before` and
/// `after` are the numbers of entries that the store has without and with it. The command is given once more
/// where it failed.
QString wrongAfter(const Room& room, const Command& command, const Ended& ended, qint64 before, qint64 after,
                   const Giver& again = giveAgain);

/// The options of a soak: `--seed N`, `--seconds N`, `--rounds N`, `--only COMMAND`.
struct Options {
    quint64 seed = 0;
    int seconds = 0;  ///< 0: no end
    int rounds = 0;
    QString only;

    static Options from(int argc, char** argv);
};

}  // namespace faults
