#include "core/bundle/bag_check.h"

#include "core/base/limits.h"
#include "core/bundle/bag_layout.h"
#include "core/bundle/read_all.h"

using namespace Qt::StringLiterals;

namespace chayan::bundle {

namespace {

class Check {
  public:
    explicit Check(const BagSource& source) : m_source(source), m_listed(source.members().size()) {}

    BagReport report;

    void add(Problem problem) {
        if (++report.problemCount <= limits::problemsListed)
            report.problems.push_back(std::move(problem));
    }

    /// A small file of the bag's own; nothing, and a problem, when it is missing or cannot be read.
    Result<std::optional<QByteArray>> own(QByteArrayView path, qint64 limit, const QString& missing) {
        const auto member = m_source.find(path);
        if (!member) {
            add({missing, shown(path), u"not there"_s});
            return std::optional<QByteArray>();
        }
        auto text = m_source.readWhole(*member, limit);
        if (text)
            return std::optional(std::move(*text));
        if (!isFinding(text.error()))
            return fail(text.error());
        // What the container says of it comes up when every member is read.
        if (text.error().reason == u"too_large")
            add(problemOf(text.error()));
        return std::optional<QByteArray>();
    }

    Status bagit() {
        CHAYAN_TRY(const auto text, own(layout::bagit, limits::smallMemberBytes, u"bagit_missing"_s));
        if (text && *text != bagitText())
            add({u"bagit_invalid"_s, shown(layout::bagit), u"not as version 1.0 in UTF-8 is written"_s});
        return {};
    }

    Status bagInfo() {
        for (const Member& member : m_source.members()) {
            if (layout::isPayload(member.path)) {
                report.payload.bytes += member.size;
                ++report.payload.files;
            }
        }
        CHAYAN_TRY(const auto text, own(layout::bagInfo, limits::smallMemberBytes, u"bag_info_missing"_s));
        if (!text)
            return {};
        const auto info = parseBagInfo(*text, Rules::Ours);
        if (!info) {
            add(problemOf(info.error()));
            return {};
        }
        report.info = *info;
        if (const auto problem = checkOxum(*info, report.payload, true))
            add(*problem);
        return {};
    }

    /// Reads a manifest and notes what each member should be.
    Status manifest(QByteArrayView path, bool ofPayload) {
        CHAYAN_TRY(const auto text, own(path, limits::manifestBytes, u"manifest_missing"_s));
        if (!text)
            return {};
        if (!ofPayload)
            report.tagManifest = *text;
        const auto lines = parseManifest(*text, shown(path), 32, Rules::Ours);
        if (!lines) {
            add(problemOf(lines.error()));
            return {};
        }
        for (const ManifestLine& line : *lines) {
            if (layout::isPayload(line.path) != ofPayload || layout::isOutsideTagManifest(line.path))
                add({u"manifest_invalid"_s, shown(line.path), u"%1 must not list it"_s.arg(shown(path))});
            else if (const auto member = m_source.find(line.path))
                m_listed[*member] = *Digest::fromRaw(chayan::view(line.digest));
            else
                add({u"missing_file"_s, shown(line.path), u"%1 lists it"_s.arg(shown(path))});
        }
        return {};
    }

    void signature() {
        if (!m_source.find(layout::signature))
            add({u"missing_file"_s, shown(layout::signature), u"the bag is not signed"_s});
    }

    Status contents(const Progress& progress) {
        CHAYAN_TRY(const auto readings, readAll(m_source, {}, progress));
        report.digests.reserve(readings.size());
        for (std::size_t i = 0; i < readings.size(); ++i) {
            const QByteArray& path = m_source.members()[i].path;
            report.digests.push_back(readings[i].sha256);
            if (readings[i].problem)
                add(*readings[i].problem);
            else if (path == layout::fetch)
                add({u"fetch_file"_s, shown(path), u"parts of the bag lie elsewhere"_s});
            else if (layout::isOutsideTagManifest(path))
                continue;
            else if (!m_listed[i])
                add({u"unlisted_file"_s, shown(path), u"no manifest lists it"_s});
            else if (*m_listed[i] != readings[i].sha256)
                add({u"digest_mismatch"_s, shown(path),
                     u"SHA-256 %1, the manifest says %2"_s.arg(readings[i].sha256.hex(),
                                                               m_listed[i]->hex())});
        }
        return {};
    }

  private:
    const BagSource& m_source;
    std::vector<std::optional<Digest>> m_listed;
};

}  // namespace

Result<BagReport> checkBag(const BagSource& source, const Progress& progress) {
    Check check(source);
    CHAYAN_CHECK(check.bagit());
    CHAYAN_CHECK(check.bagInfo());
    CHAYAN_CHECK(check.manifest(layout::manifest, true));
    CHAYAN_CHECK(check.manifest(layout::tagManifest, false));
    check.signature();
    CHAYAN_CHECK(check.contents(progress));
    return std::move(check.report);
}

}  // namespace chayan::bundle
