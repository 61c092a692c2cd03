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

/// Whether a picture's decoder may start threads: only libheif's wants to.
enum class Threads { None, Some };

/// What a child looks at its one picture with: also no fork, mostly no threads, no signals but to itself, no
/// messages, at most limits::workerMemory of memory and `cpuSeconds` of time. Called after dropRights(), in
/// the child.
Status dropRightsForOnePicture(int cpuSeconds, Threads threads = Threads::None);

}  // namespace chayan::eye
