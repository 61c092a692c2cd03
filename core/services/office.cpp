#include "core/services/office.h"

#include "core/services/officers.h"
#include "core/store/officers.h"

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;

namespace chayan::services {

Office::Office(std::unique_ptr<store::Store> store, std::unique_ptr<store::Thumbnails> thumbnails)
    : m_store(std::move(store)),
      // One core stays free for the window.
      m_eyes(std::make_unique<eye::EyePool>(
          std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1))),
      m_thumbnails(std::move(thumbnails)),
      m_drafts(m_store->folder()) {}

Result<std::shared_ptr<Office>> Office::around(std::unique_ptr<store::Store> store) {
    CHAYAN_TRY(auto thumbnails, store::Thumbnails::open(store->folder()));
    return std::shared_ptr<Office>(new Office(std::move(store), std::move(thumbnails)));
}

Result<std::shared_ptr<Office>> Office::found(const QString& folder, const crypto::OfficerName& officer,
                                              const QByteArray& passphrase, const QString& app) {
    const auto clock = std::make_shared<SystemClock>();
    CHAYAN_TRY(const NewOfficer made, makeOfficer(officer, passphrase, clock->read().utc));
    CHAYAN_TRY(auto store, createStore(folder, made, clock, app));
    CHAYAN_TRY(std::shared_ptr<Office> office, around(std::move(store)));
    CHAYAN_CHECK(office->unlock(made.certificate.fingerprint(), passphrase));
    return office;
}

Result<std::shared_ptr<Office>> Office::open(const QString& folder) {
    CHAYAN_TRY(auto store, store::Store::open(folder, std::make_shared<SystemClock>()));
    return around(std::move(store));
}

Result<std::vector<OfficerHere>> Office::officers() const {
    CHAYAN_TRY(const std::vector<store::Officer> known, listOfficers(*m_store));
    std::vector<OfficerHere> officers;
    for (const store::Officer& officer : known)
        if (officer.here && officer.admitted)
            officers.push_back({officer.certificate.fingerprint(), officer.certificate.officer()});
    return officers;
}

Status Office::unlock(const Digest& officer, const QByteArray& passphrase) {
    CHAYAN_TRY(std::shared_ptr<const store::Signer> signer, signerOf(officer, passphrase));
    const std::lock_guard lock(m_mutex);
    m_signer = std::move(signer);
    return {};
}

Result<std::shared_ptr<const store::Signer>> Office::signerOf(const Digest& officer,
                                                              const QByteArray& passphrase) const {
    CHAYAN_TRY(store::Database database, m_store->reader());
    CHAYAN_TRY(store::Signer signer, store::unlock(database, officer, passphrase));
    return std::make_shared<const store::Signer>(std::move(signer));
}

void Office::lock() {
    const std::lock_guard lock(m_mutex);
    m_signer.reset();
}

Result<std::shared_ptr<const store::Signer>> Office::signer() const {
    const std::lock_guard lock(m_mutex);
    if (!m_signer)
        return fail(ErrorKind::Locked, m_store->folder(), u"no officer is at work"_s);
    return m_signer;
}

}  // namespace chayan::services
