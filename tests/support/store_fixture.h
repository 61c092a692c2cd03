#pragma once

#include "core/store/schema.h"
#include "core/store/writer.h"

#include <QFileInfo>

#include <atomic>

/// Officers and a store's database of their own, for tests of what lies in it.
namespace chayan::test {

class TickingClock : public Clock {
  public:
    ClockReading read() const override {
        return {1795485600000 + ++m_ticks, QStringLiteral("boot"), m_ticks, QStringLiteral("none")};
    }

  private:
    mutable std::atomic<qint64> m_ticks = 0;
};

/// A new officer, who has this store's key where one is given.
inline std::shared_ptr<const store::Signer> officer(const QString& name,
                                                    std::optional<crypto::SealKey> storeKey = {}) {
    const auto key = crypto::OfficerKey::generate().value();
    const crypto::OfficerName who{name, QStringLiteral("1"), QStringLiteral("局"), {}};
    return std::make_shared<store::Signer>(
        store::Signer{key, crypto::Certificate::selfSigned(key, who, 0).value(), std::move(storeKey), {}});
}

/// A writer on the database at `path`, which is made, with a log that this officer starts, when it is new;
/// nullptr when that fails.
inline std::unique_ptr<store::Writer> writerOn(const QString& path,
                                               const std::shared_ptr<const store::Signer>& signer,
                                               const std::shared_ptr<const Clock>& clock) {
    using namespace chayan::store;
    Database database = Database::open(path, Database::Mode::Create).value();
    if (!migrate(database))
        return nullptr;
    if (database.integer("SELECT count(*) FROM log").value() == 0) {
        Transaction transaction = Transaction::begin(database).value();
        if (!OwnLog::start(database, *signer, *clock, QStringLiteral("test")) || !transaction.commit())
            return nullptr;
    }
    return Writer::start(std::move(database), openFolder(QFileInfo(path).path()).value(), clock).value();
}

}  // namespace chayan::test
