#pragma once

#include "core/base/result.h"

namespace chayan::eye {

/// Drops the rights of a process that has loaded all it needs, for good and for its children: no files, no
/// network, no new programs, no executable memory, no core file, no look at it by others
/// (seccomp, rlimits, PR_SET_NO_NEW_PRIVS, PR_SET_DUMPABLE). Left are memory, the file descriptors it has,
/// threads and forking. Opening files fails with EPERM; calls that no decoder has a use for (execve, socket,
/// ptrace,
/// ...) end the process by SIGSYS. Unsupported when the machine does not let us, or when a file can still be
/// opened after: then nothing may be decoded.
Status dropRights();

/// What a child needs besides looking at one picture in memory.
enum class Need {
    Nothing,
    /// Its decoder starts threads: only libheif's wants to.
    Threads,
    /// It waits for the next frame of a live preview.
    Frames,
};

/// What a child looks at its one picture with, or at its frames: also no fork, mostly no threads, no signals
/// but to itself, no messages but the frames it waits for, at most limits::workerMemory of memory and
/// `cpuSeconds` of time. Called after dropRights(), in the child.
Status dropRightsForOnePicture(int cpuSeconds, Need need = Need::Nothing);

}  // namespace chayan::eye
