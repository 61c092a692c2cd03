#pragma once

#include "core/base/bytes.h"

#include <QHash>
#include <QUuid>

#include <functional>

namespace chayan {

/// An identity that cannot be empty or malformed: there is no default constructor. Dossier, item and record
/// ids are UUIDv4 in lower-case text without braces (RFC 9562); the dossier of a log's own entries is the log
/// id, 64 hex digits (formats.md section 2).
template <class Tag>
class Id {
  public:
    static Id random() { return Id(QUuid::createUuid().toString(QUuid::WithoutBraces)); }

    /// Accepts exactly the spelling that text() gives.
    static std::optional<Id> fromText(const QString& text) {
        if (Tag::allowsLog && Digest::fromHex(text))
            return Id(text);
        const QUuid uuid = QUuid::fromString(text);
        if (uuid.isNull() || uuid.toString(QUuid::WithoutBraces) != text)
            return {};
        return Id(text);
    }

    const QString& text() const { return m_text; }
    bool operator==(const Id&) const = default;
    bool operator<(const Id& other) const { return m_text < other.m_text; }

  private:
    explicit Id(QString text) : m_text(std::move(text)) {}
    QString m_text;
};

struct DossierTag {
    static constexpr bool allowsLog = true;
};
struct ItemTag {
    static constexpr bool allowsLog = false;
};
using DossierId = Id<DossierTag>;
using ItemId = Id<ItemTag>;

}  // namespace chayan

template <class Tag>
struct std::hash<chayan::Id<Tag>> {
    std::size_t operator()(const chayan::Id<Tag>& id) const noexcept { return qHash(id.text()); }
};
