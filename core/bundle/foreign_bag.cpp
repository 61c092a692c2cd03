#include "core/bundle/foreign_bag.h"

#include "core/base/limits.h"
#include "core/bundle/bag_layout.h"
#include "core/bundle/folder_source.h"
#include "core/bundle/read_all.h"
#include "core/bundle/unpack.h"

#include <QFileInfo>
#include <QVersionNumber>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::bundle {

namespace {

/// What one manifest says of each member.
struct Manifest {
    QString name;
    bool ofPayload = true;
    crypto::Algorithm algorithm{};
    std::vector<QByteArray> listed;  // by member; empty where it is not listed
};

class Check {
  public:
    explicit Check(ForeignBag& bag) : m_bag(bag), m_source(*bag.source) {}

    Status run(const Progress& progress) {
        CHAYAN_CHECK(bagit());
        CHAYAN_CHECK(bagInfo());
        CHAYAN_CHECK(manifests());
        completeness();
        return contents(progress);
    }

  private:
    void add(Problem problem) {
        if (++m_bag.problemCount <= limits::problemsListed)
            m_bag.problems.push_back(std::move(problem));
    }

    Status bagit() {
        const auto member = m_source.find(layout::bagit);
        if (!member)
            return refuse(u"bagit_missing"_s, shown(layout::bagit), u"not there"_s);
        CHAYAN_TRY(const QByteArray text, m_source.readWhole(*member, limits::smallMemberBytes));
        auto version = parseBagit(text);
        if (version)
            m_bag.version = *version;
        else
            add(problemOf(version.error()));
        return {};
    }

    Status bagInfo() {
        for (const Member& member : m_source.members()) {
            if (layout::isPayload(member.path)) {
                m_bag.payload.bytes += member.size;
                ++m_bag.payload.files;
            }
        }
        if (m_source.find(layout::fetch))
            add({u"fetch_file"_s, shown(layout::fetch), u"parts of the bag lie elsewhere"_s});
        const auto member = m_source.find(layout::bagInfo);
        if (!member)
            return {};
        CHAYAN_TRY(const QByteArray text, m_source.readWhole(*member, limits::smallMemberBytes));
        auto info = parseBagInfo(text, Rules::Foreign);
        if (!info) {
            add(problemOf(info.error()));
            return {};
        }
        m_bag.info = std::move(*info);
        if (const auto problem = checkOxum(m_bag.info, m_bag.payload, false))
            add(*problem);
        return {};
    }

    Status manifests() {
        for (std::size_t i = 0; i < m_source.members().size(); ++i) {
            const QByteArray& path = m_source.members()[i].path;
            const bool ofPayload = path.startsWith("manifest-");
            if (path.contains('/') || !path.endsWith(".txt") ||
                !(ofPayload || path.startsWith("tagmanifest-")))
                continue;
            const QByteArray name = path.sliced(path.indexOf('-') + 1).chopped(4).toLower();
            const auto algorithm = crypto::algorithmByName(name);
            if (!algorithm) {
                add({u"manifest_invalid"_s, shown(path),
                     u"the digest '%1' is not known here"_s.arg(shown(name))});
                continue;
            }
            CHAYAN_CHECK(manifest(i, ofPayload, *algorithm));
        }
        if (std::ranges::none_of(m_manifests, &Manifest::ofPayload))
            add({u"manifest_missing"_s, u"manifest-*.txt"_s, u"no payload manifest"_s});
        return {};
    }

    Status manifest(std::size_t member, bool ofPayload, crypto::Algorithm algorithm) {
        const QString name = shown(m_source.members()[member].path);
        CHAYAN_TRY(const QByteArray text, m_source.readWhole(member, limits::manifestBytes));
        const auto lines = parseManifest(text, name, crypto::digestBytes(algorithm), Rules::Foreign);
        Manifest& manifest = m_manifests.emplace_back(Manifest{name, ofPayload, algorithm, {}});
        manifest.listed.resize(m_source.members().size());
        if (!m_bag.algorithms.contains(crypto::name(algorithm)))
            m_bag.algorithms.push_back(crypto::name(algorithm));
        if (!lines) {
            add(problemOf(lines.error()));
            return {};
        }
        for (const ManifestLine& line : *lines) {
            if (layout::isPayload(line.path) != ofPayload)
                add({u"manifest_invalid"_s, shown(line.path), u"%1 must not list it"_s.arg(name)});
            else if (const auto found = m_source.find(line.path))
                manifest.listed[*found] = line.digest;
            else
                add({u"missing_file"_s, shown(line.path), u"%1 lists it"_s.arg(name)});
        }
        return {};
    }

    /// From version 1.0 on every payload manifest lists every payload file, before that any one of them.
    void completeness() {
        const bool each =
            m_bag.version.isEmpty() || QVersionNumber::fromString(m_bag.version) >= QVersionNumber(1, 0);
        for (std::size_t i = 0; i < m_source.members().size(); ++i) {
            const QByteArray& path = m_source.members()[i].path;
            if (!layout::isPayload(path))
                continue;
            bool listed = false;
            const Manifest* missing = nullptr;
            for (const Manifest& manifest : m_manifests) {
                if (!manifest.ofPayload)
                    continue;
                listed = listed || !manifest.listed[i].isEmpty();
                if (manifest.listed[i].isEmpty() && !missing)
                    missing = &manifest;
            }
            if (missing && (each || !listed))
                add({u"unlisted_file"_s, shown(path), u"%1 does not list it"_s.arg(missing->name)});
        }
    }

    Status contents(const Progress& progress) {
        // SHA-256 comes with every reading.
        std::vector<crypto::Algorithm> others;
        for (const Manifest& manifest : m_manifests) {
            if (manifest.algorithm != crypto::Algorithm::Sha256 &&
                std::ranges::find(others, manifest.algorithm) == others.end())
                others.push_back(manifest.algorithm);
        }
        CHAYAN_TRY(const auto readings, readAll(m_source, others, progress));
        for (std::size_t i = 0; i < readings.size(); ++i) {
            m_bag.digests.push_back(readings[i].sha256);
            if (readings[i].problem) {
                add(*readings[i].problem);
                continue;
            }
            for (const Manifest& manifest : m_manifests) {
                const auto place = std::ranges::find(others, manifest.algorithm);
                const QByteArray actual =
                    place == others.end()
                        ? readings[i].sha256.raw()
                        : readings[i].others[static_cast<std::size_t>(std::distance(others.begin(), place))];
                if (!manifest.listed[i].isEmpty() && manifest.listed[i] != actual)
                    add({u"digest_mismatch"_s, shown(m_source.members()[i].path),
                         u"%1 %2, %3 says %4"_s.arg(crypto::name(manifest.algorithm), shown(actual.toHex()),
                                                    manifest.name, shown(manifest.listed[i].toHex()))});
            }
        }
        return {};
    }

    ForeignBag& m_bag;
    const BagSource& m_source;
    std::vector<Manifest> m_manifests;
};

/// The bag's own folder in `folder`; errors name `thing`.
Result<std::unique_ptr<FolderSource>> findBag(const QString& folder, const QString& thing) {
    CHAYAN_TRY(std::unique_ptr<FolderSource> source, FolderSource::open(folder));
    std::vector<QByteArray> names;
    for (const Member& member : source->members())
        names.push_back(member.path);
    CHAYAN_TRY(const QByteArray root, layout::findRoot(names, thing));
    if (root.isEmpty())
        return source;
    return FolderSource::open(folder + u'/' + QString::fromUtf8(root));
}

}  // namespace

Result<ForeignBag> openForeignBag(const QString& path, const QString& temporary, const Progress& progress) {
    ForeignBag bag;
    QString folder = path;
    if (!QFileInfo(path).isDir()) {
        bag.unpacked = std::make_unique<QTemporaryDir>(temporary + u"/foreign-XXXXXX"_s);
        if (!bag.unpacked->isValid())
            return fail(ErrorKind::Io, temporary, bag.unpacked->errorString());
        folder = bag.unpacked->path();
        CHAYAN_CHECK(unpackArchive(path, folder, progress));
    }
    CHAYAN_TRY(bag.source, findBag(folder, path));
    CHAYAN_CHECK(Check(bag).run(progress));
    return bag;
}

}  // namespace chayan::bundle
