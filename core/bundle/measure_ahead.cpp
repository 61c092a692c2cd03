#include "core/bundle/measure_ahead.h"

#include "core/crypto/digest.h"

namespace chayan::bundle {

namespace {

/// The CRC of a file that has the SHA-256 that is expected of it.
std::optional<quint32> measured(const BagFile& file, ReadBuffer& buffer) {
    const auto source = std::get<1>(file.content)();
    if (!source)
        return {};
    const auto size = fileSize(source->get(), {});
    if (!size || *size != file.size)
        return {};
    const auto whole = buffer.room(file.size);
    if (!preadAll(source->get(), 0, whole, {}) || crypto::sha256(whole) != file.sha256)
        return {};
    return crc32(0, whole);
}

}  // namespace

MeasureAhead::MeasureAhead(const std::vector<BagFile>& files, std::size_t first, qint64 greatest) {
    for (std::size_t i = first; i < files.size(); ++i) {
        if (files[i].content.index() == 1 && files[i].size <= greatest)
            m_files.emplace_back(i, files[i]);
    }
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void MeasureAhead::run(const std::stop_token& stop) {
    ReadBuffer buffer;
    for (const auto& [place, file] : m_files) {
        if (stop.stop_requested())
            return;
        if (const auto crc = measured(file, buffer))
            m_found.push_back({place, *crc});
    }
}

void MeasureAhead::finish(std::vector<BagFile>& files) {
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
    for (const Found& found : m_found)
        files[found.place].crc = found.crc;
}

}  // namespace chayan::bundle
