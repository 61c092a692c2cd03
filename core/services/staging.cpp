#include "core/services/staging.h"

#include "core/bundle/meter.h"
#include "core/crypto/digest.h"

#include <atomic>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

using Original = bundle::VerifiedBundle::Original;

Result<StagedOriginal> stage(const store::Vault& vault, const bundle::BagSource& source,
                             const Original& original, bundle::ReadBuffer& buffer, bundle::Meter& meter) {
    const bundle::Member& member = source.members()[original.member];
    crypto::Sha256 hash;
    CHAYAN_TRY(store::Vault::Staged file, vault.stage(original.sha256, [&](int fd) -> Result<Digest> {
        CHAYAN_CHECK(source.read(original.member, buffer, [&](ByteView block) -> Status {
            CHAYAN_CHECK(writeAll(fd, block, QString::fromUtf8(member.path)));
            hash.add(block);
            return meter.add(static_cast<qint64>(block.size()), member.path);
        }));
        return hash.finish();
    }));
    if (file.sha256 != original.sha256)
        return bundle::refuse(u"digest_mismatch"_s, bundle::shown(member.path),
                              u"it was changed while it was read"_s);
    return StagedOriginal{std::move(file), member.size};
}

}  // namespace

Result<StagedOriginals> stageOriginals(const store::Store& store, const bundle::BagSource& source,
                                       const std::vector<Original>& originals, const Progress& progress) {
    CHAYAN_TRY(store::Database database, store.reader());
    store::Query known = database.prepare("SELECT 1 FROM original WHERE sha256=?");
    StagedOriginals staged;
    struct Wanted {
        Original original;
        bool known;
    };
    std::vector<Wanted> wanted;
    qint64 total = 0;
    for (const Original& original : originals) {
        CHAYAN_TRY(const bool isKnown, known.bind(original.sha256).step());
        known.reset();
        wanted.push_back({original, isKnown});
        total += source.members()[original.member].size;
    }
    bundle::Meter meter(progress, total);
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    Status failure;
    const auto work = [&] {
        bundle::ReadBuffer buffer;
        while (true) {
            const std::size_t i = next++;
            if (i >= wanted.size())
                return;
            const Original& one = wanted[i].original;
            const qint64 size = source.members()[one.member].size;
            // Known, and as it was: what was damaged meanwhile is taken from the bag.
            if (wanted[i].known && store.vault().holds({one.sha256, size})) {
                const std::lock_guard lock(mutex);
                ++staged.alreadyThere;
                continue;
            }
            auto original = stage(store.vault(), source, one, buffer, meter);
            const std::lock_guard lock(mutex);
            if (original) {
                staged.files.push_back(std::move(*original));
                continue;
            }
            next = wanted.size();
            if (failure)
                failure = fail(original.error());
            return;
        }
    };
    {
        std::vector<std::jthread> threads;
        const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
        for (std::size_t i = 1; i < std::min(cores, wanted.size()); ++i)
            threads.emplace_back(work);
        work();
    }
    CHAYAN_CHECK(failure);
    if (!staged.files.empty()) {
        // Here and not in the writer's job, where others would wait for it.
        CHAYAN_TRY(const UniqueFd folder, openFolder(store.folder()));
        CHAYAN_CHECK(syncFileSystem(folder.get(), store.folder()));
    }
    return staged;
}

}  // namespace chayan::services
