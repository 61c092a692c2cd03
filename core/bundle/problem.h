#pragma once

#include "core/base/result.h"

#include <QByteArrayView>

namespace chayan::bundle {

/// One thing that is wrong with a container or a bag.
///
/// `reason` is one of these keys; the two interface languages word them, so they never change meaning:
///
/// | not a ZIP at all | `empty not_a_zip not_an_archive` |
/// | damaged          | `truncated crc_mismatch bad_compression` |
/// | smuggled bytes   | `prefix gap trailing_bytes comment extra_field overlap` |
/// | false headers    | `header_mismatch size_lie split_archive` |
/// | not supported    | `encrypted compression encoding bag_version` |
/// | unsafe names     | `unsafe_path duplicate_name name_collision link special_file` |
/// | too much         | `bomb too_many_members too_large` |
/// | not a whole bag  | `bagit_missing bagit_invalid bag_info_missing bag_info_invalid manifest_missing
/// manifest_invalid
///                       missing_file unlisted_file digest_mismatch oxum_mismatch fetch_file line_too_long` |
struct Problem {
    QString reason;
    /// The member concerned, or the file as the user named it.
    QString thing;
    /// The exact reason in English, for logs and for "details".
    QString detail;

    bool operator==(const Problem&) const = default;
};

/// The failed side of a Result for a problem: NotABundle when the file is nothing of the kind, UnsafePath for
/// names that must not be unpacked, InvalidBundle otherwise. `reason` is carried along.
tl::unexpected<Error> refuse(Problem problem);
tl::unexpected<Error> refuse(QString reason, QString thing, QString detail);

/// Tells a finding about the data from a failure of the machine or a cancelled job.
inline bool isFinding(const Error& error) {
    return !error.reason.isEmpty();
}

/// The problem that a finding carries.
Problem problemOf(const Error& error);

/// A member name for people: UTF-8, what is not shows as replacement characters.
QString shown(QByteArrayView name);

}  // namespace chayan::bundle
