#pragma once

#include "core/phone/incoming.h"
#include "core/phone/snapshot.h"

#include <QJsonObject>

#include <map>
#include <mutex>
#include <vector>

namespace chayan::phone {

/// What one session's phones have sent so far, and what they are told: the protocol without its transport. A
/// file is known by its phone, name, size and time, so that a phone that lost its connection or its page goes
/// on where it was. Used on one thread but for list(), which any may call.
class Transfers {
  public:
    struct Answer {
        int status = 200;
        QJsonObject body = {};
    };
    /// `post` brings a call to this thread, and drops it once this is gone; `changed` is called on this
    /// thread.
    Transfers(Intake intake, std::function<void(std::function<void()>)> post, std::function<void()> changed);
    ~Transfers();

    /// `{phone,name,size,modified,anew?}`: where to go on, and the CRC-32 of what is here, so that a page
    /// that was opened again can tell whether it has the same file; `anew` when it has not.
    Answer offer(const QByteArray& body, const QString& userAgent);
    /// The piece of a file that begins at `at`. 409 with the right place when it is another.
    Answer add(const QString& file, qint64 at, const QByteArray& piece);
    /// How all files of one phone stand.
    Answer states(const QString& phone) const;

    Snapshot list() const;

  private:
    struct File {
        Arrival shown;
        QString phone;
        std::optional<UtcMs> modified;
        quint32 crc = 0;  ///< CRC-32 of what was received
        std::unique_ptr<Incoming> incoming;
    };
    int numberOf(const QString& phone, const QString& userAgent);
    File* find(const QString& phone, const Offer& offer) const;
    /// It is sent once more, from its start.
    void forget(const File& file);
    void finish(File& file);
    void end(File& file, const Error& error);
    void tell();
    static QJsonObject stateOf(const File& file);

    Intake m_intake;
    std::function<void(std::function<void()>)> m_post;
    std::function<void()> m_changed;
    std::vector<std::unique_ptr<File>> m_files;
    std::map<QString, File*> m_byId;
    std::map<QString, int> m_numbers;
    mutable std::mutex m_mutex;  // what list() sees
    std::vector<Phone> m_phones;
};

}  // namespace chayan::phone
