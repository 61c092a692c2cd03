#include "core/bundle/bag_text.h"

#include "core/base/bytes.h"
#include "core/bundle/bag_layout.h"
#include "core/bundle/member_path.h"

#include <QVersionNumber>

#include <algorithm>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace chayan::bundle {

namespace {

/// Lines without their ends: LF alone by our rules; CR, LF or CR LF by the RFC's.
Result<std::vector<QByteArray>> splitLines(const QByteArray& text, const QString& reason,
                                           const QString& thing, Rules rules) {
    if (!isUtf8(view(text)))
        return refuse(reason, thing, u"not UTF-8"_s);
    QByteArray plain = text;
    if (rules == Rules::Foreign) {
        plain.replace("\r\n", "\n").replace('\r', '\n');
        if (plain.startsWith("\xef\xbb\xbf"))
            plain.remove(0, 3);
    } else if (!plain.endsWith('\n')) {
        return refuse(reason, thing, u"the last line does not end"_s);
    }
    std::vector<QByteArray> lines;
    for (qsizetype from = 0; from < plain.size();) {
        const qsizetype end = plain.indexOf('\n', from);
        lines.push_back(plain.mid(from, end < 0 ? -1 : end - from));
        from = end < 0 ? plain.size() : end + 1;
    }
    return lines;
}

QByteArray encodePath(const QByteArray& path) {
    QByteArray encoded = path;
    return encoded.replace('%', "%25").replace('\n', "%0A").replace('\r', "%0D");
}

QByteArray decodePath(const QByteArray& path) {
    if (!path.contains('%'))
        return path;
    QByteArray decoded = path;
    return decoded.replace("%0A", "\n")
        .replace("%0a", "\n")
        .replace("%0D", "\r")
        .replace("%0d", "\r")
        .replace("%25", "%");
}

bool isSpace(char c) {
    return c == ' ' || c == '\t';
}

/// The two parts of a manifest's line, or nothing.
std::optional<ManifestLine> splitManifestLine(const QByteArray& line, int digestBytes, Rules rules) {
    const qsizetype hexSize = 2 * digestBytes;
    if (line.size() < hexSize + 2 || !isSpace(line[hexSize]))
        return {};
    const QByteArray hex = line.first(hexSize);
    const QByteArray digest = QByteArray::fromHex(hex);
    if (digest.toHex() != (rules == Rules::Ours ? hex : hex.toLower()))
        return {};
    QByteArray path;
    if (rules == Rules::Ours) {
        if (line.sliced(hexSize, 2) != "  ")
            return {};
        path = decodePath(line.sliced(hexSize + 2));
        if (encodePath(path) != line.sliced(hexSize + 2))
            return {};
    } else {
        qsizetype from = hexSize;
        while (from < line.size() && isSpace(line[from]))
            ++from;
        path = line.sliced(from);
        if (path.startsWith('*'))
            path.remove(0, 1);
        if (path.startsWith("./"))
            path.remove(0, 2);
        path = decodePath(path);
    }
    return ManifestLine{path, digest};
}

}  // namespace

QByteArray bagitText() {
    return "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"_ba;
}

QByteArray manifestText(const std::vector<ManifestLine>& lines) {
    QByteArray text;
    for (const ManifestLine& line : lines)
        text += line.digest.toHex() + "  " + encodePath(line.path) + '\n';
    return text;
}

Result<std::vector<ManifestLine>> parseManifest(const QByteArray& text, const QString& thing, int digestBytes,
                                                Rules rules) {
    std::vector<ManifestLine> lines;
    if (text.isEmpty())
        return lines;
    CHAYAN_TRY(const std::vector<QByteArray> raw, splitLines(text, u"manifest_invalid"_s, thing, rules));
    lines.reserve(raw.size());
    std::unordered_set<std::string_view> seen;
    seen.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (rules == Rules::Foreign && raw[i].trimmed().isEmpty())
            continue;
        auto line = splitManifestLine(raw[i], digestBytes, rules);
        if (!line)
            return refuse(u"manifest_invalid"_s, thing, u"line %1 is not a digest and a path"_s.arg(i + 1));
        if (const auto problem = checkMemberPath(line->path))
            return refuse(*problem);
        lines.push_back(std::move(*line));
        const QByteArray& path = lines.back().path;
        if (!seen.insert({path.constData(), static_cast<std::size_t>(path.size())}).second)
            return refuse(u"duplicate_name"_s, shown(path), u"%1 lists it twice"_s.arg(thing));
    }
    return lines;
}

Result<QByteArray> bagInfoText(const BagInfo& info) {
    const auto plain = [](const QString& text) {
        return !text.isEmpty() && text == text.trimmed() &&
               std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
    };
    QByteArray bytes;
    for (const auto& [label, value] : info) {
        if (!plain(label) || !plain(value) || label.contains(u':'))
            return fail(ErrorKind::BadInput, label, u"not one plain line"_s);
        bytes += label.toUtf8() + ": " + value.toUtf8() + '\n';
    }
    return bytes;
}

Result<BagInfo> parseBagInfo(const QByteArray& text, Rules rules) {
    const QString thing = shown(layout::bagInfo);
    CHAYAN_TRY(const std::vector<QByteArray> lines, splitLines(text, u"bag_info_invalid"_s, thing, rules));
    BagInfo info;
    for (const QByteArray& line : lines) {
        if (rules == Rules::Foreign && line.trimmed().isEmpty())
            continue;
        if (rules == Rules::Foreign && isSpace(line.front()) && !info.empty()) {
            info.back().second += u' ' + QString::fromUtf8(line.trimmed());
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        const QByteArray value = line.mid(colon + 1);
        if (colon < 1 || (rules == Rules::Ours && !value.startsWith(' ')))
            return refuse(u"bag_info_invalid"_s, thing,
                          u"'%1' is not a label and a value"_s.arg(shown(line)));
        info.emplace_back(QString::fromUtf8(line.first(colon)).trimmed(), QString::fromUtf8(value).trimmed());
    }
    return info;
}

Result<QString> parseBagit(const QByteArray& text) {
    const QString thing = shown(layout::bagit);
    const auto info = parseBagInfo(text, Rules::Foreign);
    if (!info || info->size() != 2 || (*info)[0].first != u"BagIt-Version" ||
        (*info)[1].first != u"Tag-File-Character-Encoding")
        return refuse(u"bagit_invalid"_s, thing, u"not the two lines that BagIt asks for"_s);
    const QString version = (*info)[0].second;
    qsizetype end = 0;
    const auto number = QVersionNumber::fromString(version, &end);
    if (number.segmentCount() != 2 || end != version.size())
        return refuse(u"bagit_invalid"_s, thing, u"the version '%1'"_s.arg(version));
    if (number > QVersionNumber(1, 0))
        return refuse(u"bag_version"_s, thing, u"version %1 is later than 1.0"_s.arg(version));
    if ((*info)[1].second.compare(u"UTF-8", Qt::CaseInsensitive) != 0)
        return refuse(u"encoding"_s, thing, u"the encoding '%1'"_s.arg((*info)[1].second));
    return version;
}

QString Oxum::text() const {
    return u"%1.%2"_s.arg(bytes).arg(files);
}

std::optional<Problem> checkOxum(const BagInfo& info, const Oxum& actual, bool needed) {
    const QString thing = shown(layout::bagInfo);
    qsizetype found = 0;
    for (const auto& [label, value] : info) {
        if (label.compare(u"Payload-Oxum", Qt::CaseInsensitive) != 0)
            continue;
        ++found;
        if (value != actual.text())
            return Problem{u"oxum_mismatch"_s, thing,
                           u"Payload-Oxum says %1, the payload has %2"_s.arg(value, actual.text())};
    }
    if (found > 1 || (needed && found == 0))
        return Problem{u"bag_info_invalid"_s, thing, u"Payload-Oxum stands there %1 times"_s.arg(found)};
    return {};
}

}  // namespace chayan::bundle
