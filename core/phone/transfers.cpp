#include "core/phone/transfers.h"

#include "core/base/phone_limits.h"
#include "core/phone/phone_name.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <algorithm>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace chayan::phone {

namespace {

constexpr int badRequest = 400;
constexpr int notFound = 404;
constexpr int conflict = 409;
constexpr int tooMany = 429;
/// JavaScript counts exactly so far.
constexpr double exact = 9'007'199'254'740'991.0;
constexpr qsizetype phoneIdCharacters = 32;

std::optional<qint64> integer(const QJsonValue& value) {
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number < 0 || number > exact)
        return std::nullopt;
    return static_cast<qint64>(number);
}

QString newId() {
    return QString::number(QRandomGenerator::system()->generate64(), 16);
}

QString key(Arrival::State state) {
    switch (state) {
        case Arrival::State::Sending:
            return u"sending"_s;
        case Arrival::State::Keeping:
            return u"keeping"_s;
        case Arrival::State::Safe:
            return u"safe"_s;
        case Arrival::State::Failed:
            break;
    }
    return u"failed"_s;
}

}  // namespace

Transfers::Transfers(Intake intake, std::function<void(std::function<void()>)> post,
                     std::function<void()> changed)
    : m_intake(std::move(intake)), m_post(std::move(post)), m_changed(std::move(changed)) {}
Transfers::~Transfers() = default;

QJsonObject Transfers::stateOf(const File& file) {
    QJsonObject state{{u"id"_s, file.shown.id},
                      {u"state"_s, key(file.shown.state)},
                      {u"received"_s, static_cast<double>(file.shown.received)}};
    if (file.shown.state == Arrival::State::Sending && file.shown.received > 0)
        state[u"crc"_s] = static_cast<double>(file.crc);
    if (file.shown.state == Arrival::State::Safe)
        state[u"sha256"_s] = file.shown.sha256.hex();
    // The kind alone: what exactly failed here is none of the phone's business.
    if (file.shown.error)
        state[u"why"_s] = name(file.shown.error->kind);
    return state;
}

int Transfers::numberOf(const QString& phone, const QString& userAgent) {
    if (const auto known = m_numbers.find(phone); known != m_numbers.end())
        return known->second;
    if (m_numbers.size() >= limits::phones)
        return 0;
    const int number = static_cast<int>(m_numbers.size()) + 1;
    m_numbers[phone] = number;
    const std::scoped_lock lock(m_mutex);
    m_phones.push_back({number, shortDevice(userAgent)});
    return number;
}

Transfers::File* Transfers::find(const QString& phone, const Offer& offer) const {
    for (const auto& file : m_files)
        if (file->phone == phone && file->shown.name == offer.name && file->shown.size == offer.size &&
            file->modified == offer.modified)
            return file.get();
    return nullptr;
}

void Transfers::forget(const File& file) {
    const std::scoped_lock lock(m_mutex);
    m_byId.erase(file.shown.id);
    std::erase_if(m_files, [&](const auto& one) { return one.get() == &file; });
}

Transfers::Answer Transfers::offer(const QByteArray& body, const QString& userAgent) {
    const QJsonObject said = QJsonDocument::fromJson(body).object();
    const QString phone = said[u"phone"_s].toString();
    const std::optional<qint64> size = integer(said[u"size"_s]);
    if (phone.isEmpty() || phone.size() > phoneIdCharacters || !size || !said[u"name"_s].isString())
        return {badRequest};
    const int number = numberOf(phone, userAgent);
    if (number == 0)
        return {tooMany};
    Offer offer{nameFrom(said[u"name"_s].toString()), *size, integer(said[u"modified"_s]),
                deviceFrom(userAgent)};
    if (File* known = find(phone, offer)) {
        const Arrival::State state = known->shown.state;
        // What is whole is told of under its own name; another file of the same name, size and time is a new
        // one.
        const bool again =
            state == Arrival::State::Failed || (state == Arrival::State::Sending && said[u"anew"_s].toBool());
        if (!again)
            return {200, stateOf(*known)};
        forget(*known);
    }
    const auto underWay = std::ranges::count_if(
        m_files, [](const auto& file) { return file->shown.state == Arrival::State::Sending; });
    if (m_files.size() >= limits::phoneFiles ||
        static_cast<std::size_t>(underWay) >= limits::phoneFilesUnderWay)
        return {tooMany};
    auto file = std::make_unique<File>();
    file->shown = {newId(), number, offer.name, offer.size};
    file->phone = phone;
    file->modified = offer.modified;
    File& added = *file;
    auto incoming =
        *size > 0 ? m_intake(offer) : chayan::fail(ErrorKind::BadInput, offer.name, u"the file is empty"_s);
    {
        const std::scoped_lock lock(m_mutex);
        m_byId[added.shown.id] = &added;
        m_files.push_back(std::move(file));
    }
    if (incoming)
        added.incoming = std::move(*incoming);
    else
        end(added, incoming.error());
    tell();
    return {200, stateOf(added)};
}

Transfers::Answer Transfers::add(const QString& id, qint64 at, const QByteArray& piece) {
    const auto known = m_byId.find(id);
    if (known == m_byId.end())
        return {notFound};
    File& file = *known->second;
    if (file.shown.state != Arrival::State::Sending)
        return {200, stateOf(file)};
    if (at != file.shown.received || piece.isEmpty())
        return {conflict, stateOf(file)};
    if (piece.size() > file.shown.size - at) {
        end(file, {ErrorKind::TooLarge, file.shown.name, u"more came than was announced"_s});
    } else if (const Status added = file.incoming->add(view(piece)); !added) {
        end(file, added.error());
    } else {
        {
            const std::scoped_lock lock(m_mutex);
            file.shown.received += piece.size();
            file.crc =
                static_cast<quint32>(::crc32(file.crc, reinterpret_cast<const Bytef*>(piece.constData()),
                                             static_cast<uInt>(piece.size())));
        }
        if (file.shown.received == file.shown.size)
            finish(file);
    }
    tell();
    return {200, stateOf(file)};
}

void Transfers::finish(File& file) {
    {
        const std::scoped_lock lock(m_mutex);
        file.shown.state = Arrival::State::Keeping;
    }
    // It may answer at once, or long after the phone is gone.
    file.incoming->finish([this, post = m_post, id = file.shown.id](const Result<Digest>& digest) {
        post([this, id, digest] {
            const auto known = m_byId.find(id);
            if (known == m_byId.end())
                return;
            File& kept = *known->second;
            if (digest) {
                const std::scoped_lock lock(m_mutex);
                kept.shown.sha256 = *digest;
                kept.shown.state = Arrival::State::Safe;
                kept.incoming.reset();
            } else {
                end(kept, digest.error());
            }
            tell();
        });
    });
}

void Transfers::end(File& file, const Error& error) {
    file.incoming.reset();
    const std::scoped_lock lock(m_mutex);
    file.shown.state = Arrival::State::Failed;
    file.shown.error = error;
}

Transfers::Answer Transfers::states(const QString& phone) const {
    QJsonArray all;
    for (const auto& file : m_files)
        if (file->phone == phone)
            all += stateOf(*file);
    return {200, {{u"files"_s, all}}};
}

Snapshot Transfers::list() const {
    const std::scoped_lock lock(m_mutex);
    Snapshot snapshot{m_phones};
    for (const auto& file : m_files)
        snapshot.files.push_back(file->shown);
    return snapshot;
}

void Transfers::tell() {
    if (m_changed)
        m_changed();
}

}  // namespace chayan::phone
