#pragma once

#include "core/phone/incoming.h"
#include "core/phone/snapshot.h"

#include <QMap>

namespace chayan::phone {

struct Settings {
    Intake intake;
    /// Where it listens: one of this machine's addresses, and a port that is free.
    QString address;
    /// What the page says, and in which language: see makePage().
    QMap<QString, QString> words = {};
    QString language = {};
    /// Something in the snapshot has changed. Called on the server's thread.
    std::function<void()> changed = {};
    /// Unused for so long, the address answers no more until renew().
    qint64 idleMs = 30LL * 60 * 1000;
    /// A clock that only goes on; for tests.
    std::function<qint64()> nowMs = {};
};

/// Takes files from phones over HTTP while it lives, and serves the page that sends them; nothing else. Who
/// does not name the session's secret in the address, or names it wrongly, learns only that there is nothing.
/// Plain HTTP: no phone would trust a certificate of ours without a warning, so whoever can read the
/// network's traffic can read what is sent. Has a thread of its own, on which the intake is called.
class Server {
  public:
    /// Io when it cannot listen there.
    static Result<std::unique_ptr<Server>> start(Settings settings);
    /// Cuts what is under way, lets go of what is not whole, and waits for its thread.
    ~Server();

    /// What a phone has to open.
    QString url() const;
    Snapshot snapshot() const;
    /// Another address of this machine, from now on; what has come stays, and phones go on there by a new
    /// secret.
    Status listen(const QString& address);
    /// A new secret: the old one answers no more.
    void renew();

  private:
    class Inside;
    explicit Server(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> m_inside;
};

}  // namespace chayan::phone
