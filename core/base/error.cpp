#include "core/base/error.h"

#include <cerrno>

using namespace Qt::StringLiterals;

namespace chayan {

QString name(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::BadUsage:
            return u"bad_usage"_s;
        case ErrorKind::BadInput:
            return u"bad_input"_s;
        case ErrorKind::UnknownField:
            return u"unknown_field"_s;
        case ErrorKind::BadValue:
            return u"bad_value"_s;
        case ErrorKind::NotFound:
            return u"not_found"_s;
        case ErrorKind::Ambiguous:
            return u"ambiguous"_s;
        case ErrorKind::AlreadyExists:
            return u"already_exists"_s;
        case ErrorKind::NotAStore:
            return u"not_a_store"_s;
        case ErrorKind::NotEmpty:
            return u"not_empty"_s;
        case ErrorKind::TooLarge:
            return u"too_large"_s;
        case ErrorKind::WrongPassphrase:
            return u"wrong_passphrase"_s;
        case ErrorKind::PassphraseNeeded:
            return u"passphrase_needed"_s;
        case ErrorKind::OfficerNeeded:
            return u"officer_needed"_s;
        case ErrorKind::NotAdmitted:
            return u"not_admitted"_s;
        case ErrorKind::NotACertificate:
            return u"not_a_certificate"_s;
        case ErrorKind::Locked:
            return u"locked"_s;
        case ErrorKind::NotFinished:
            return u"not_finished"_s;
        case ErrorKind::Unsupported:
            return u"unsupported"_s;
        case ErrorKind::NothingFound:
            return u"nothing_found"_s;
        case ErrorKind::NotABundle:
            return u"not_a_bundle"_s;
        case ErrorKind::InvalidBundle:
            return u"invalid_bundle"_s;
        case ErrorKind::Untrusted:
            return u"untrusted"_s;
        case ErrorKind::KeyCompromised:
            return u"key_compromised"_s;
        case ErrorKind::Forked:
            return u"forked"_s;
        case ErrorKind::Damaged:
            return u"damaged"_s;
        case ErrorKind::UnsafePath:
            return u"unsafe_path"_s;
        case ErrorKind::NotComparable:
            return u"not_comparable"_s;
        case ErrorKind::Io:
            return u"io"_s;
        case ErrorKind::DiskFull:
            return u"disk_full"_s;
        case ErrorKind::NoPermission:
            return u"no_permission"_s;
        case ErrorKind::Busy:
            return u"busy"_s;
        case ErrorKind::ReadOnly:
            return u"read_only"_s;
        case ErrorKind::NewerVersion:
            return u"newer_version"_s;
        case ErrorKind::WorkerFailed:
            return u"worker_failed"_s;
        case ErrorKind::Cancelled:
            return u"cancelled"_s;
        case ErrorKind::Internal:
            return u"internal"_s;
    }
    return u"internal"_s;
}

int exitCode(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::NothingFound:
        case ErrorKind::NotABundle:
        case ErrorKind::InvalidBundle:
        case ErrorKind::Untrusted:
        case ErrorKind::KeyCompromised:
        case ErrorKind::Forked:
        case ErrorKind::Damaged:
        case ErrorKind::UnsafePath:
        case ErrorKind::NotComparable:
            return 1;
        case ErrorKind::Io:
        case ErrorKind::DiskFull:
        case ErrorKind::NoPermission:
        case ErrorKind::Busy:
        case ErrorKind::ReadOnly:
        case ErrorKind::NewerVersion:
        case ErrorKind::WorkerFailed:
        case ErrorKind::Cancelled:
        case ErrorKind::Internal:
            return 3;
        default:
            return 2;
    }
}

Error errorFromErrno(int code, QString thing, QStringView what) {
    const QString detail = u"%1: %2 (errno %3)"_s.arg(what, qt_error_string(code)).arg(code);
    switch (code) {
        case ENOENT:
        case ENOTDIR:
            return {ErrorKind::NotFound, std::move(thing), detail};
        case EACCES:
        case EPERM:
            return {ErrorKind::NoPermission, std::move(thing), detail};
        case EROFS:
            return {ErrorKind::ReadOnly, std::move(thing), detail};
        case ENOSPC:
        case EDQUOT:
            return {ErrorKind::DiskFull, std::move(thing), detail};
        case EFBIG:
            return {ErrorKind::TooLarge, std::move(thing), detail};
        default:
            return {ErrorKind::Io, std::move(thing), detail};
    }
}

}  // namespace chayan
