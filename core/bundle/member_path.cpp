#include "core/bundle/member_path.h"

#include "core/base/bytes.h"
#include "core/base/limits.h"

#include <QList>

#include <unicode/unorm2.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::bundle {

namespace {

bool isAscii(QByteArrayView bytes) {
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Characters that make a name show as another: controls, bidirectional formatting (UAX #9), separators,
/// the byte order mark.
bool deceives(char32_t c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || c == 0x200e || c == 0x200f ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

QString wrongWithSegment(QByteArrayView segment) {
    if (segment.isEmpty())
        return u"an empty part: absolute, doubled or final slash"_s;
    if (segment == "." || segment == "..")
        return u"a part that is '.' or '..'"_s;
    if (segment.size() >= 2 && isAsciiLetter(segment[0]) && segment[1] == ':')
        return u"a drive letter"_s;
    if (segment.front() == ' ' || segment.back() == ' ' || segment.back() == '.')
        return u"a part that begins with a space or ends with a space or a dot"_s;
    return {};
}

QString wrongWith(QByteArrayView path) {
    if (path.isEmpty())
        return u"an empty name"_s;
    if (path.size() > limits::pathBytes)
        return u"longer than %1 bytes"_s.arg(limits::pathBytes);
    if (path.contains('\\'))
        return u"a backslash"_s;
    if (!isUtf8({reinterpret_cast<const std::uint8_t*>(path.data()), static_cast<std::size_t>(path.size())}))
        return u"not UTF-8"_s;
    for (const char32_t c : QString::fromUtf8(path).toUcs4()) {
        if (deceives(c))
            return u"the character U+%1"_s.arg(static_cast<uint>(c), 4, 16, '0'_L1);
    }
    if (std::count(path.begin(), path.end(), '/') >= limits::pathDepth)
        return u"deeper than %1 levels"_s.arg(limits::pathDepth);
    while (true) {
        const qsizetype slash = path.indexOf('/');
        const QString wrong = wrongWithSegment(slash < 0 ? path : path.first(slash));
        if (!wrong.isEmpty() || slash < 0)
            return wrong;
        path = path.sliced(slash + 1);
    }
}

}  // namespace

std::optional<Problem> checkMemberPath(QByteArrayView path) {
    const QString wrong = wrongWith(path);
    if (wrong.isEmpty())
        return {};
    return Problem{u"unsafe_path"_s, shown(path), wrong};
}

std::string collisionKey(QByteArrayView path) {
    if (isAscii(path)) {
        std::string key(path.data(), static_cast<std::size_t>(path.size()));
        std::transform(key.begin(), key.end(), key.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
        return key;
    }
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* folding = unorm2_getNFKCCasefoldInstance(&status);
    const QString text = QString::fromUtf8(path);
    // The longest expansion of one UTF-16 unit is 18 (U+FDFA).
    QString folded(18 * text.size(), Qt::Uninitialized);
    const auto units = [](const QString& s) { return reinterpret_cast<const UChar*>(s.utf16()); };
    const int32_t size = unorm2_normalize(folding, units(text), static_cast<int32_t>(text.size()),
                                          reinterpret_cast<UChar*>(folded.data()),
                                          static_cast<int32_t>(folded.size()), &status);
    // ICU's data is part of its library, so this cannot fail; if it did, the name itself is a safe key.
    return U_SUCCESS(status) ? folded.first(size).toStdString() : text.toStdString();
}

std::optional<Problem> NameRegistry::addParents(QByteArrayView path, bool ofFile) {
    const qsizetype end = path.lastIndexOf('/');
    if (end < 0)
        return {};
    const std::string parent(path.data(), static_cast<std::size_t>(end));
    if (ofFile && parent == m_lastParent)
        return {};
    for (qsizetype slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        const std::string folder(path.data(), static_cast<std::size_t>(slash));
        Seen& seen = m_seen.try_emplace(collisionKey(path.first(slash)), Seen{folder, true}).first->second;
        if (!seen.folder || seen.spelling != folder)
            return Problem{u"name_collision"_s, shown(path),
                           u"its folder and '%1' are one on some systems"_s.arg(shown(seen.spelling))};
        seen.holdsFiles |= ofFile;
    }
    if (ofFile)
        m_lastParent = parent;
    return {};
}

std::optional<Problem> NameRegistry::addFile(QByteArrayView path) {
    if (auto problem = checkMemberPath(path))
        return problem;
    if (auto problem = addParents(path, true))
        return problem;
    const std::string spelling(path.data(), static_cast<std::size_t>(path.size()));
    const auto [found, fresh] = m_seen.try_emplace(collisionKey(path), Seen{spelling});
    if (fresh)
        return {};
    if (!found->second.folder && found->second.spelling == spelling)
        return Problem{u"duplicate_name"_s, shown(path), u"the name occurs more than once"_s};
    return Problem{u"name_collision"_s, shown(path),
                   u"it and '%1' are one on some systems"_s.arg(shown(found->second.spelling))};
}

std::optional<Problem> NameRegistry::addFolder(QByteArrayView path) {
    if (auto problem = checkMemberPath(path))
        return problem;
    if (auto problem = addParents(path, false))
        return problem;
    const std::string spelling(path.data(), static_cast<std::size_t>(path.size()));
    const Seen& seen = m_seen.try_emplace(collisionKey(path), Seen{spelling, true}).first->second;
    if (seen.folder && seen.spelling == spelling)
        return {};
    return Problem{u"name_collision"_s, shown(path),
                   u"it and '%1' are one on some systems"_s.arg(shown(seen.spelling))};
}

bool NameRegistry::holdsFiles(QByteArrayView folder) const {
    const auto found = m_seen.find(collisionKey(folder));
    return found != m_seen.end() && found->second.holdsFiles;
}

}  // namespace chayan::bundle
