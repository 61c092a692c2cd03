#pragma once

#include <QtGlobal>

#include <cstddef>

/// Every limit on data from outside, in one place (architecture.md section 4, formats.md section 1).
/// Sizes are bytes unless the name says otherwise.
namespace chayan::limits {

inline constexpr int jsonDepth = 16;
inline constexpr qint64 entryBytes = 64 * 1024;
inline constexpr qint64 bundleMembers = 200'000;
inline constexpr qint64 pathBytes = 512;
inline constexpr qint64 pathDepth = 8;
/// Text members of a bundle that are read whole: bag-info, statement, certificates, signatures.
inline constexpr qint64 smallMemberBytes = 4 * 1024 * 1024;
/// Manifests and proofs are read whole too; 200,000 members of 200 bytes fit.
inline constexpr qint64 manifestBytes = 64 * 1024 * 1024;
inline constexpr qint64 lineBytes = entryBytes + 1;
/// The text of one sealed value; with its entry's hash it stands on one line of a bundle.
inline constexpr qint64 disclosureCharacters = 32 * 1024;
inline constexpr qint64 certificateBytes = 64 * 1024;
inline constexpr qint64 keyFileBytes = 64 * 1024;
inline constexpr qint64 passphraseBytes = 1024;
inline constexpr qint64 fieldCharacters = 16 * 1024;
/// A form field of one line.
inline constexpr qint64 lineCharacters = 1024;
/// Installations that wrote in one dossier, a forked log's branches counted apart.
inline constexpr std::size_t dossierLogs = 256;
inline constexpr int pictureSide = 32'767;
inline constexpr qint64 picturePixels = 120'000'000;
/// A picture file larger than this is kept as evidence and not decoded.
inline constexpr qint64 pictureBytes = 512LL * 1024 * 1024;
/// What the worker process may answer about one picture, and what it may use while it looks.
inline constexpr qint64 answerBytes = 52LL * 1024 * 1024;
inline constexpr int codesInPicture = 1000;
/// Places at which a label may differ from the genuine one; the largest are told.
inline constexpr int differencesInPicture = 500;
inline constexpr qint64 codeBytes = 8 * 1024;
inline constexpr int readingPasses = 64;
/// A picture that comes back to be looked at: its longest side, and its JPEG.
inline constexpr int shownSide = 8192;
inline constexpr qint64 shownBytes = 48LL * 1024 * 1024;
/// A label that was rectified; its PNG fits into shownBytes.
inline constexpr qint64 rectifiedPixels = 16'000'000;
/// Files of one card or stick that are taken in at a time.
inline constexpr std::size_t deviceFiles = 100'000;
inline constexpr qint64 workerMemory = 2LL * 1024 * 1024 * 1024;
inline constexpr int readingMs = 600'000;
/// Foreign bags, unpacked: members, total bytes, and how far a compressed member may swell.
inline constexpr qint64 foreignMembers = 200'000;
inline constexpr qint64 foreignBytes = 64LL * 1024 * 1024 * 1024;
inline constexpr qint64 foreignRatio = 200;
/// The longest string that codes judges, in UTF-16 units: a QR code holds at most 7,089 digits.
inline constexpr qsizetype codeCharacters = 8 * 1024;
/// Elements of one GS1 message; real symbols hold a handful.
inline constexpr std::size_t gs1Elements = 128;
/// Compressed data is no bomb below this size, however far it swells.
inline constexpr qint64 bombFloorBytes = 64LL * 1024 * 1024;
/// Findings about one bag that are kept one by one; the rest is counted.
inline constexpr qint64 problemsListed = 100;
/// A wall clock that moved by itself by this much since the last entry is recorded: clocks drift by seconds a
/// day.
inline constexpr qint64 clockJumpMs = 60'000;
/// Below this much free space the officer is warned before the disk is full.
inline constexpr qint64 freeSpaceWarning = 1024LL * 1024 * 1024;

}  // namespace chayan::limits
