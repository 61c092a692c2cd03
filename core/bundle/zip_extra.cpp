#include "core/bundle/zip_extra.h"

#include "core/bundle/zip_format.h"

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace chayan::bundle::zip {

namespace {

struct Known {
    quint16 id;
    quint16 most;
};

/// Harmless fields and the size they can have (Info-ZIP's extrafld.txt; APPNOTE 4.5.5).
constexpr std::array known{
    Known{extraZip64, 24}, Known{0x5455, 13},  // UT: three times
    Known{0x5855, 12},                         // UX: two times, uid, gid
    Known{0x7855, 4},                          // Ux: uid, gid
    Known{0x7875, 11},                         // ux: uid and gid of 4 bytes
    Known{0x000a, 32},                         // NTFS: three times
};

}  // namespace

Extra readExtra(ByteView bytes) {
    Extra extra;
    std::set<quint16> seen;
    while (!bytes.empty()) {
        if (bytes.size() < 4 || bytes.size() - 4 < read<quint16>(bytes.data() + 2)) {
            extra.wrong = u"an extra field that does not end within its record"_s;
            return extra;
        }
        const quint16 id = read<quint16>(bytes.data());
        const quint16 size = read<quint16>(bytes.data() + 2);
        const auto* row = std::find_if(known.begin(), known.end(), [id](Known k) { return k.id == id; });
        if (row == known.end() || size > row->most || !seen.insert(id).second) {
            extra.wrong = u"the extra field 0x%1 of %2 bytes"_s.arg(id, 4, 16, '0'_L1).arg(size);
            return extra;
        }
        if (id == extraZip64)
            extra.zip64 = QByteArray(reinterpret_cast<const char*>(bytes.data() + 4), size);
        else
            extra.others = true;
        bytes = bytes.subspan(4u + size);
    }
    return extra;
}

}  // namespace chayan::bundle::zip
