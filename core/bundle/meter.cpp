#include "core/bundle/meter.h"

namespace chayan::bundle {

Status Meter::add(qint64 bytes, QByteArrayView on) {
    using namespace std::chrono_literals;
    const qint64 done = m_done += bytes;
    if (m_progress.cancelled())
        return fail(ErrorKind::Cancelled, shown(on));
    if (!m_progress.report)
        return {};
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    if (!lock)
        return {};
    const auto now = std::chrono::steady_clock::now();
    if (now - m_last >= 200ms) {
        m_last = now;
        m_progress.tell(done, m_total, shown(on));
    }
    return {};
}

}  // namespace chayan::bundle
