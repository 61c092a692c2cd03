#pragma once

#include "core/base/progress.h"
#include "core/bundle/problem.h"

namespace chayan::bundle {

/// Unpacks an archive made by others into an existing, empty, private folder: ZIP, or tar (ustar, pax, GNU),
/// plain or packed by gzip, bzip2, xz or zstd. Only plain files and folders come out, with rights for the
/// user alone; a leading `./` is dropped from names.
///
/// Refuses `empty`, `not_an_archive`, `truncated`/`bad_compression`, `encrypted`, `link` (hard ones too),
/// `special_file`, unsafe, doubled and colliding names, `size_lie`, `too_many_members`
/// (limits::foreignMembers), `too_large` (limits::foreignBytes) and `bomb` (limits::foreignRatio times the
/// archive's size, from limits::bombFloorBytes on), each before more than that is written. DiskFull when the
/// folder's disk is. On failure the folder may hold a part.
Status unpackArchive(const QString& archive, const QString& folder, const Progress& progress);

}  // namespace chayan::bundle
