#pragma once

#include <QFile>
#include <QStringList>

#include <sys/wait.h>

#include <array>
#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>
#include <vector>

/// Other programs, which prepare what ours reads and judge what ours made.
namespace chayan::test {

/// The exit code of a program, with all that it said in `output`; -1 if it did not end by itself. Not by
/// QProcess: Qt 6.4 starts programs by clone() in the memory of this one, after which ThreadSanitizer takes
/// the thread that did for the child and no longer sees its locks.
inline int run(const QString& program, const QStringList& arguments, const QString& folder = {},
               QByteArray* output = nullptr) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return -1;
    std::vector<QByteArray> words{QFile::encodeName(program)};
    for (const QString& argument : arguments)
        words.push_back(QFile::encodeName(argument));
    std::vector<char*> argv;
    for (QByteArray& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (!folder.isEmpty())
        posix_spawn_file_actions_addchdir_np(&actions, QFile::encodeName(folder).constData());
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
    pid_t pid = -1;
    const bool started = posix_spawnp(&pid, argv[0], &actions, nullptr, argv.data(), environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    QFile said;
    if (said.open(ends[0], QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        const QByteArray all = said.readAll();
        if (output != nullptr)
            *output = all;
    }
    int status = 0;
    return started && ::waitpid(pid, &status, 0) == pid && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// A folder as it lies there now, elsewhere.
inline bool copyFolder(const QString& from, const QString& to) {
    return run(QStringLiteral("cp"), {QStringLiteral("-a"), from, to}) == 0;
}

}  // namespace chayan::test
