#pragma once

#include "core/base/bytes.h"

#include <QByteArray>
#include <QString>

#include <concepts>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace chayan {

/// A JSON value in the narrowed form of formats.md section 1: no fractions, keys `[a-z0-9_.]+`, strings
/// without lone surrogates. It holds whatever it is given; canonical() is only called on values that keep
/// those rules, and refuses the others, so that nothing malformed is ever hashed.
class Json {
  public:
    using Array = std::vector<Json>;
    using Object = std::map<std::string, Json, std::less<>>;

    Json() : m_value(nullptr) {}
    Json(std::nullptr_t) : m_value(nullptr) {}
    Json(bool value) : m_value(value) {}
    // clang-format off
    template <std::integral T>
        requires(!std::same_as<T, bool>)
    Json(T value) : m_value(static_cast<qint64>(value)) {}
    // clang-format on
    Json(QString value) : m_value(std::move(value)) {}
    Json(Array value) : m_value(std::move(value)) {}
    Json(Object value) : m_value(std::move(value)) {}
    template <class T>
    Json(const T*) = delete;  // a literal would become a bool

    bool isNull() const { return std::holds_alternative<std::nullptr_t>(m_value); }
    const bool* boolean() const { return std::get_if<bool>(&m_value); }
    const qint64* integer() const { return std::get_if<qint64>(&m_value); }
    const QString* string() const { return std::get_if<QString>(&m_value); }
    const Array* array() const { return std::get_if<Array>(&m_value); }
    const Object* object() const { return std::get_if<Object>(&m_value); }
    Array* array() { return std::get_if<Array>(&m_value); }
    Object* object() { return std::get_if<Object>(&m_value); }

    /// The member of an object, or nothing.
    const Json* find(std::string_view key) const;
    /// The string, integer or array member of an object, or nothing.
    const QString* stringAt(std::string_view key) const;
    const qint64* integerAt(std::string_view key) const;
    const Array* arrayAt(std::string_view key) const;

    bool operator==(const Json&) const = default;

  private:
    std::variant<std::nullptr_t, bool, qint64, QString, Array, Object> m_value;
};

/// The one spelling of a value (RFC 8785 narrowed by formats.md section 1), as UTF-8.
/// Fails with BadValue on keys, integers, strings or depths outside the rules.
Result<QByteArray> canonical(const Json& value);

/// Reads canonical bytes and nothing else: whatever canonical() would not have written is refused with
/// BadInput and the offset of the first wrong byte. Never reads beyond limits::jsonDepth.
Result<Json> parseCanonical(ByteView bytes);

}  // namespace chayan
