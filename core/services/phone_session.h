#pragma once

#include "core/phone/addresses.h"
#include "core/phone/server.h"
#include "core/services/office.h"
#include "core/services/photos.h"

namespace chayan::services {

/// What the session is for and whom it tells.
struct PhoneSettings {
    DossierId visit;
    /// One of phone::localAddresses().
    QString address;
    /// What the page says (text::phoneWords()), and its language as HTML names it.
    QMap<QString, QString> words = {};
    QString language = {};
    /// The snapshot has changed. Any thread.
    std::function<void()> changed = {};
    /// One is durable. A thread of the session's own.
    std::function<void(const QString& name, const AddedPhoto& photo)> added = {};
    qint64 idleMs = 30LL * 60 * 1000;
    /// For how long room on the disk is kept for a file of which nothing comes.
    qint64 stallMs = 60LL * 1000;
};

/// The phone as camera: while it lives, phones may send photographs and videos into one visit, by the address
/// that url() gives (core/phone). What has come whole becomes an original of the visit as an imported file
/// does, with the phone's own name for itself as its device, and is told to the phone as safe after the
/// commit only.
class PhoneSession {
  public:
    static Result<std::unique_ptr<PhoneSession>> begin(std::shared_ptr<Office> office,
                                                       std::shared_ptr<const store::Signer> signer,
                                                       PhoneSettings settings);
    /// Closes, and waits until what came whole is saved.
    ~PhoneSession();

    /// From now on nothing is served or taken, at once; what is not whole is gone.
    void close();

    QString url() const { return m_server ? m_server->url() : QString(); }
    phone::Snapshot snapshot() const { return m_server ? m_server->snapshot() : phone::Snapshot(); }
    Status listen(const QString& address);
    void renew();

  private:
    class Keeper;
    PhoneSession();
    std::unique_ptr<Keeper> m_keeper;
    std::unique_ptr<phone::Server> m_server;
};

}  // namespace chayan::services
