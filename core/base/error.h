#pragma once

#include <QString>

#include <utility>

namespace chayan {

/// What went wrong, as callers branch on it and as `text` explains it in two languages. The name of an
/// enumerator in snake case is the `kind` of the command line's JSON error. Add a kind together with its row
/// in core/text/explain.cpp and, when the exit code is not 2, in exitCode().
enum class ErrorKind {
    // Bad usage or bad input: exit 2.
    BadUsage,
    BadInput,
    UnknownField,
    BadValue,
    NotFound,
    Ambiguous,
    AlreadyExists,
    NotAStore,
    NotEmpty,
    TooLarge,
    WrongPassphrase,
    PassphraseNeeded,
    OfficerNeeded,
    NotAdmitted,
    NotACertificate,
    Locked,
    NotFinished,
    Unsupported,
    // The answer is no: exit 1.
    NothingFound,
    NotABundle,
    InvalidBundle,
    Untrusted,
    KeyCompromised,
    Forked,
    Damaged,
    UnsafePath,
    NotComparable,
    // The machine failed: exit 3.
    Io,
    DiskFull,
    NoPermission,
    Busy,
    ReadOnly,
    NewerVersion,
    WorkerFailed,
    Cancelled,
    Internal,
};

/// An expected failure: what happened, to which thing, and the exact reason. Untranslated; `text` words it.
struct Error {
    ErrorKind kind;
    /// The file, field, dossier or entry concerned, as the user named it.
    QString thing;
    /// The exact reason in English, for logs and for "details".
    QString detail;
    /// Which of many ways a kind covers, as a stable snake_case key that `text` words (see
    /// core/bundle/problem.h); empty where the kind says it all.
    QString reason = {};
};

/// The kind in snake case: `wrong_passphrase`.
QString name(ErrorKind kind);

/// The process exit code of cli.md for a failure of this kind: 1, 2 or 3.
int exitCode(ErrorKind kind);

/// An Io, DiskFull, NoPermission or NotFound error from an errno value.
Error errorFromErrno(int code, QString thing, QStringView what);

}  // namespace chayan
