#include "core/bundle/bag_layout.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace chayan::bundle::layout {

namespace {

constexpr std::array order{bagit,       bagInfo,      manifest,  tagManifest, signature,
                           timestamp,   officer,      statement, entries,     proofs,
                           disclosures, certificates, originals, payload,     aids};

std::size_t rank(QByteArrayView path) {
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (order[i].endsWith('/') ? path.startsWith(order[i]) : path == order[i])
            return i;
    }
    return order.size();
}

}  // namespace

bool before(QByteArrayView a, QByteArrayView b) {
    const std::size_t rankA = rank(a);
    const std::size_t rankB = rank(b);
    return rankA != rankB ? rankA < rankB : a < b;
}

Result<QByteArray> findRoot(const std::vector<QByteArray>& names, const QString& thing) {
    QByteArray root;
    if (std::ranges::find(names, bagit) == names.end()) {
        if (names.empty())
            return refuse(u"empty"_s, thing, u"no files"_s);
        const qsizetype slash = names.front().indexOf('/');
        root = names.front().first(slash + 1);
        if (slash < 0 || std::ranges::find(names, root + bagit.toByteArray()) == names.end())
            return refuse(u"bagit_missing"_s, thing, u"no bagit.txt, at the top or in a folder there"_s);
    }
    for (const QByteArray& name : names) {
        if (!name.startsWith(root))
            return refuse(u"unlisted_file"_s, shown(name), u"it lies outside the bag's folder"_s);
    }
    return root;
}

}  // namespace chayan::bundle::layout
