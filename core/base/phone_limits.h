#pragma once

#include <QtGlobal>

#include <cstddef>

/// The limits on what phones send over the network (core/phone); beside limits.h, with all others. Sizes are
/// bytes unless the name says otherwise.
namespace chayan::limits {

/// What phones send (core/phone): one file; what must stay free on the disk beside it; the largest piece of
/// one request, and a request's head; other requests' bodies.
inline constexpr qint64 phoneFileBytes = 64LL * 1024 * 1024 * 1024;
inline constexpr qint64 phoneSpareBytes = 512LL * 1024 * 1024;
inline constexpr qint64 phonePieceBytes = 4LL * 1024 * 1024;
inline constexpr qint64 phoneHeadBytes = 8 * 1024;
inline constexpr qint64 phoneOfferBytes = 8 * 1024;
/// Connections at once, in all and of one phone: browsers open at most six.
inline constexpr int phoneConnections = 48;
inline constexpr int phoneConnectionsEach = 12;
/// Phones of one session (a page in a private window is another one each time it is opened), files of one
/// session, and files that are under way at once.
inline constexpr std::size_t phones = 500;
inline constexpr std::size_t phoneFiles = 5000;
inline constexpr std::size_t phoneFilesUnderWay = 64;
/// A file's name as a phone says it, and what the phone says of itself.
inline constexpr qsizetype phoneNameBytes = 255;
inline constexpr qsizetype phoneDeviceCharacters = 200;
/// A request's head comes within this time, the whole request within that one, and an idle connection is
/// closed.
inline constexpr int phoneHeadMs = 10'000;
inline constexpr int phoneRequestMs = 120'000;
inline constexpr int phoneIdleMs = 60'000;

}  // namespace chayan::limits
