#pragma once

#include "core/eye/pool.h"
#include "core/services/photos.h"
#include "core/store/drafts.h"
#include "core/store/store.h"
#include "core/store/thumbnails.h"

#include <mutex>

namespace chayan::services {

/// An officer who may unlock the store: admitted, with a key that lies here.
struct OfficerHere {
    Digest fingerprint;
    crypto::OfficerName who;
};

/// The store, the worker processes and the unlocked key, as a program that stays open holds them. Any thread.
class Office {
  public:
    /// A new store for its first officer, who is at work at once; see makeOfficer() and createStore(). `app`
    /// is recorded in the log.
    static Result<std::shared_ptr<Office>> found(const QString& folder, const crypto::OfficerName& officer,
                                                 const QByteArray& passphrase, const QString& app);
    /// Locked. Busy when another process writes there.
    static Result<std::shared_ptr<Office>> open(const QString& folder);

    store::Store& store() const { return *m_store; }
    eye::EyePool& eyes() const { return *m_eyes; }
    store::Thumbnails& thumbnails() const { return *m_thumbnails; }
    const store::Drafts& drafts() const { return m_drafts; }
    /// Where this officer's photographs go.
    PhotoTarget photoTarget(std::shared_ptr<const store::Signer> signer) const {
        return {*m_store, std::move(signer), *m_eyes, m_thumbnails.get()};
    }

    Result<std::vector<OfficerHere>> officers() const;
    /// WrongPassphrase, NotAdmitted, or NotFound for an officer without a key here.
    Status unlock(const Digest& officer, const QByteArray& passphrase);
    void lock();
    /// Another officer's key for one act, as a second signature; who is at work stays so. Errors as above.
    Result<std::shared_ptr<const store::Signer>> signerOf(const Digest& officer,
                                                          const QByteArray& passphrase) const;
    /// The officer at work; Locked when none is.
    Result<std::shared_ptr<const store::Signer>> signer() const;

  private:
    Office(std::unique_ptr<store::Store> store, std::unique_ptr<store::Thumbnails> thumbnails);
    static Result<std::shared_ptr<Office>> around(std::unique_ptr<store::Store> store);

    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<eye::EyePool> m_eyes;
    std::unique_ptr<store::Thumbnails> m_thumbnails;
    store::Drafts m_drafts;
    mutable std::mutex m_mutex;
    std::shared_ptr<const store::Signer> m_signer;
};

}  // namespace chayan::services
