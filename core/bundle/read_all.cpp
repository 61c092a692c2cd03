#include "core/bundle/read_all.h"

#include "core/bundle/meter.h"
#include "core/crypto/digest.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <numeric>
#include <thread>

namespace chayan::bundle {

namespace {

/// A member of this size keeps one core busy for a while: such go first, so that none is left for the end.
constexpr qint64 largeBytes = 32 * 1024 * 1024;

class Reader {
  public:
    static Result<Reader> create(const BagSource& source, const std::vector<crypto::Algorithm>& others,
                                 Meter& meter) {
        Reader reader(source, meter);
        for (const crypto::Algorithm algorithm : others) {
            CHAYAN_TRY(auto digest, crypto::NamedDigest::create(algorithm));
            reader.m_others.push_back(std::move(digest));
        }
        return reader;
    }

    Result<MemberReading> read(std::size_t member) {
        const QByteArray& path = m_source.members()[member].path;
        const Status status = m_source.read(member, m_buffer, [&](ByteView block) {
            m_sha256.add(block);
            for (crypto::NamedDigest& digest : m_others)
                digest.add(block);
            return m_meter.add(static_cast<qint64>(block.size()), path);
        });
        // Also after a failure, so that the digests start afresh for the next member.
        MemberReading reading{m_sha256.finish(), {}, {}};
        for (crypto::NamedDigest& digest : m_others)
            reading.others.push_back(digest.finish());
        if (!status && !isFinding(status.error()))
            return fail(status.error());
        if (!status)
            reading.problem = problemOf(status.error());
        return reading;
    }

  private:
    Reader(const BagSource& source, Meter& meter) : m_source(source), m_meter(meter) {}
    const BagSource& m_source;
    Meter& m_meter;
    ReadBuffer m_buffer;
    crypto::Sha256 m_sha256;
    std::vector<crypto::NamedDigest> m_others;
};

}  // namespace

Result<std::vector<MemberReading>> readAll(const BagSource& source,
                                           const std::vector<crypto::Algorithm>& others,
                                           const Progress& progress) {
    const auto& members = source.members();
    qint64 total = 0;
    for (const Member& member : members)
        total += member.size;
    Meter meter(progress, total);

    std::vector<quint32> order(members.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_partition(order, [&](quint32 i) { return members[i].size >= largeBytes; });

    std::vector<MemberReading> readings(members.size());
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    Status failure;
    const auto work = [&] {
        auto reader = Reader::create(source, others, meter);
        Status status;
        if (!reader)
            status = fail(reader.error());
        while (status) {
            const std::size_t i = next++;
            if (i >= order.size())
                return;
            if (auto reading = reader->read(order[i]))
                readings[order[i]] = std::move(*reading);
            else
                status = fail(reading.error());
        }
        next = order.size();
        const std::lock_guard lock(mutex);
        if (failure)
            failure = status;
    };
    {
        std::vector<std::jthread> threads;
        const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
        for (std::size_t i = 1; i < std::min(cores, members.size()); ++i)
            threads.emplace_back(work);
        work();
    }
    CHAYAN_CHECK(failure);
    progress.tell(total, total);
    return readings;
}

}  // namespace chayan::bundle
