#include "core/bundle/tally.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace chayan::bundle {

void Tally::add(const ledger::Entry& entry) {
    ++m_entries;
    m_officers.insert(entry.officer);
    const auto [at, isNew] = m_at.try_emplace(entry.dossier, m_dossiers.size());
    if (isNew)
        m_dossiers.push_back({entry.dossier, {}, {}, {}});
    Statement::Dossier& dossier = m_dossiers[at->second];
    for (const Digest& ancestor : entry.after)
        std::erase(dossier.heads, ancestor);
    dossier.heads.push_back(entry.hash);
    const auto count = std::ranges::find(dossier.counts, entry.log, &std::pair<Digest, qint64>::first);
    if (count == dossier.counts.end())
        dossier.counts.emplace_back(entry.log, 1);
    else
        ++count->second;

    if (entry.kind == u"log.opened")
        dossier.kind = u"log"_s;
    if (entry.dossier.text() == entry.log.hex()) {
        const QString* text = entry.body.stringAt("certificate");
        if (const auto officer = text != nullptr ? Digest::fromHex(*text) : std::nullopt)
            m_named.insert(*officer);
    } else if (entry.kind == u"dossier.opened") {
        const QString* type = entry.body.stringAt("type");
        if (type != nullptr)
            dossier.kind = *type;
    } else if (entry.kind == u"original.added") {
        const QString* text = entry.body.stringAt("sha256");
        const auto sha256 = text != nullptr ? Digest::fromHex(*text) : std::nullopt;
        const qint64* size = entry.body.integerAt("size");
        const QString* type = entry.body.stringAt("type");
        if (sha256)
            m_originals.try_emplace(
                *sha256, Original{size != nullptr ? *size : 0, type != nullptr ? *type : QString()});
    }
}

QString originalName(const Digest& sha256, QStringView mediaType) {
    struct Ending {
        QStringView type;
        QStringView ending;
    };
    static constexpr std::array endings{
        Ending{u"image/jpeg", u"jpg"},      Ending{u"image/png", u"png"},
        Ending{u"image/webp", u"webp"},     Ending{u"image/tiff", u"tif"},
        Ending{u"image/gif", u"gif"},       Ending{u"image/bmp", u"bmp"},
        Ending{u"image/heic", u"heic"},     Ending{u"image/heif", u"heif"},
        Ending{u"image/avif", u"avif"},     Ending{u"video/mp4", u"mp4"},
        Ending{u"video/quicktime", u"mov"}, Ending{u"video/3gpp", u"3gp"},
        Ending{u"video/x-msvideo", u"avi"}, Ending{u"video/x-matroska", u"mkv"},
        Ending{u"video/matroska", u"mkv"},  Ending{u"video/webm", u"webm"},
        Ending{u"application/pdf", u"pdf"}, Ending{u"text/plain", u"txt"},
        Ending{u"audio/mpeg", u"mp3"},      Ending{u"audio/mp4", u"m4a"},
        Ending{u"audio/wav", u"wav"},       Ending{u"application/zip", u"zip"},
    };
    const auto known = std::ranges::find(endings, mediaType, &Ending::type);
    return sha256.hex() + u'.' + (known != endings.end() ? known->ending.toString() : u"bin"_s);
}

}  // namespace chayan::bundle
