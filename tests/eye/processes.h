#pragma once

#include <QByteArray>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <sys/types.h>

#include <algorithm>
#include <vector>

/// The children of a process, out of /proc: the tests find workers and pictures' processes by it.
inline std::vector<pid_t> childrenOf(pid_t parent) {
    std::vector<pid_t> out;
    for (const QString& name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool number = false;
        const pid_t pid = name.toInt(&number);
        QFile file(QStringLiteral("/proc/%1/stat").arg(name));
        if (!number || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray stat = file.readAll();
        // pid (name) state parent ...; the name may hold anything.
        const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 1 && fields[0] != "Z" && fields[1].toInt() == parent)
            out.push_back(pid);
    }
    std::sort(out.begin(), out.end());
    return out;
}

/// Waits until a process has a child that `known` does not name; 0 when none comes.
inline pid_t newChildOf(pid_t parent, const std::vector<pid_t>& known = {}, int ms = 20'000) {
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < ms) {
        for (const pid_t pid : childrenOf(parent))
            if (std::find(known.begin(), known.end(), pid) == known.end())
                return pid;
        QThread::usleep(300);
    }
    return 0;
}

/// One field of /proc/PID/status.
inline QByteArray statusOf(pid_t pid, const QByteArray& field) {
    QFile file(QStringLiteral("/proc/%1/status").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray& line : file.readAll().split('\n'))
        if (line.startsWith(field + ":"))
            return line.mid(field.size() + 1).trimmed();
    return {};
}

/// Waits until a worker has a child that `known` does not name and that looks at a picture, which is told by
/// its own filter upon the worker's; 0 when none comes. Children that wait for a picture have no such filter.
inline pid_t lookingChildOf(pid_t worker, const std::vector<pid_t>& known = {}, int ms = 20'000) {
    QElapsedTimer clock;
    clock.start();
    const auto filters = [](pid_t pid) { return statusOf(pid, "Seccomp_filters").toInt(); };
    while (clock.elapsed() < ms) {
        for (const pid_t pid : childrenOf(worker))
            if (std::find(known.begin(), known.end(), pid) == known.end() && filters(pid) > filters(worker))
                return pid;
        QThread::usleep(300);
    }
    return 0;
}
