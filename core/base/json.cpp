#include "core/base/json.h"

#include "core/base/limits.h"

#include <cstring>

using namespace Qt::StringLiterals;

namespace chayan {

namespace {

constexpr qint64 greatestInteger = 9007199254740991;  // 2^53 - 1

bool isKeyByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

bool hasLoneSurrogate(const QString& text) {
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (text[i].isSurrogate())
            return true;
    }
    return false;
}

class Writer {
  public:
    QByteArray out;
    QString wrong;

    bool write(const Json& value, int depth) {
        if (value.isNull()) {
            out += "null";
        } else if (const bool* boolean = value.boolean()) {
            out += *boolean ? "true" : "false";
        } else if (const qint64* integer = value.integer()) {
            if (*integer > greatestInteger || *integer < -greatestInteger)
                return refuse(u"integer beyond 2^53-1"_s);
            out += QByteArray::number(*integer);
        } else if (const QString* text = value.string()) {
            return writeString(*text);
        } else if (const Json::Array* array = value.array()) {
            return writeArray(*array, depth);
        } else {
            return writeObject(*value.object(), depth);
        }
        return true;
    }

  private:
    bool refuse(QString reason) {
        wrong = std::move(reason);
        return false;
    }

    bool writeString(const QString& text) {
        if (hasLoneSurrogate(text))
            return refuse(u"lone surrogate"_s);
        out += '"';
        const QByteArray utf8 = text.toUtf8();
        for (const char c : utf8) {
            switch (c) {
                case '\b':
                    out += "\\b";
                    break;
                case '\t':
                    out += "\\t";
                    break;
                case '\n':
                    out += "\\n";
                    break;
                case '\f':
                    out += "\\f";
                    break;
                case '\r':
                    out += "\\r";
                    break;
                case '"':
                    out += "\\\"";
                    break;
                case '\\':
                    out += "\\\\";
                    break;
                default:
                    if (static_cast<unsigned char>(c) < 0x20) {
                        out += "\\u00";
                        out += QByteArray(1, c).toHex();
                    } else {
                        out += c;
                    }
            }
        }
        out += '"';
        return true;
    }

    bool writeArray(const Json::Array& array, int depth) {
        if (depth >= limits::jsonDepth)
            return refuse(u"nested too deep"_s);
        out += '[';
        for (std::size_t i = 0; i < array.size(); ++i) {
            if (i > 0)
                out += ',';
            if (!write(array[i], depth + 1))
                return false;
        }
        out += ']';
        return true;
    }

    bool writeObject(const Json::Object& object, int depth) {
        if (depth >= limits::jsonDepth)
            return refuse(u"nested too deep"_s);
        out += '{';
        bool first = true;
        for (const auto& [key, member] : object) {
            if (key.empty() || !std::all_of(key.begin(), key.end(), isKeyByte))
                return refuse(u"key outside [a-z0-9_.]+"_s);
            if (!first)
                out += ',';
            first = false;
            out += '"';
            out.append(key.data(), static_cast<qsizetype>(key.size()));
            out += "\":";
            if (!write(member, depth + 1))
                return false;
        }
        out += '}';
        return true;
    }
};

class Parser {
  public:
    explicit Parser(ByteView bytes)
        : m_begin(reinterpret_cast<const char*>(bytes.data())),
          m_at(m_begin),
          m_end(m_begin + bytes.size()) {}

    Result<Json> parse() {
        Json value;
        if (!readValue(value, 0))
            return refused();
        if (m_at != m_end) {
            m_wrong = "bytes after the value";
            return refused();
        }
        return value;
    }

  private:
    tl::unexpected<Error> refused() const {
        return fail(ErrorKind::BadInput, u"JSON"_s,
                    u"%1 at byte %2"_s.arg(QString::fromLatin1(m_wrong)).arg(m_at - m_begin));
    }
    bool refuse(const char* reason) {
        m_wrong = reason;
        return false;
    }
    bool take(char c) {
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }
    bool takeWord(const char* word) {
        const auto length = static_cast<std::ptrdiff_t>(std::strlen(word));
        if (m_end - m_at < length || std::memcmp(m_at, word, static_cast<std::size_t>(length)) != 0)
            return refuse("unknown word");
        m_at += length;
        return true;
    }

    bool readValue(Json& value, int depth) {
        if (m_at == m_end)
            return refuse("value missing");
        switch (*m_at) {
            case '{':
                return readObject(value, depth);
            case '[':
                return readArray(value, depth);
            case '"': {
                QString text;
                if (!readString(text))
                    return false;
                value = Json(std::move(text));
                return true;
            }
            case 't':
                value = Json(true);
                return takeWord("true");
            case 'f':
                value = Json(false);
                return takeWord("false");
            case 'n':
                value = Json(nullptr);
                return takeWord("null");
            default:
                return readInteger(value);
        }
    }

    bool readInteger(Json& value) {
        const bool negative = take('-');
        if (m_at == m_end || *m_at < '0' || *m_at > '9')
            return refuse("value expected");
        qint64 number = 0;
        if (*m_at == '0') {
            if (negative)
                return refuse("number not canonical");
            ++m_at;
        } else {
            while (m_at != m_end && *m_at >= '0' && *m_at <= '9') {
                number = number * 10 + (*m_at - '0');
                if (number > greatestInteger)
                    return refuse("integer beyond 2^53-1");
                ++m_at;
            }
        }
        if (m_at != m_end && ((*m_at >= '0' && *m_at <= '9') || *m_at == '.' || *m_at == 'e' || *m_at == 'E'))
            return refuse("number not canonical");
        value = Json(negative ? -number : number);
        return true;
    }

    bool readString(QString& text) {
        ++m_at;  // the opening quote
        QByteArray raw;
        const char* run = m_at;
        while (true) {
            if (m_at == m_end)
                return refuse("string not closed");
            const auto c = static_cast<unsigned char>(*m_at);
            if (c < 0x20)
                return refuse("control character in a string");
            if (c == '"' || c == '\\') {
                raw.append(run, m_at - run);
                ++m_at;
                if (c == '"')
                    break;
                if (!readEscape(raw))
                    return false;
                run = m_at;
                continue;
            }
            ++m_at;
        }
        if (!isUtf8(view(raw)))
            return refuse("string is not UTF-8");
        text = QString::fromUtf8(raw);
        return true;
    }

    bool readEscape(QByteArray& raw) {
        if (m_at == m_end)
            return refuse("string not closed");
        switch (*m_at++) {
            case 'b':
                raw += '\b';
                return true;
            case 't':
                raw += '\t';
                return true;
            case 'n':
                raw += '\n';
                return true;
            case 'f':
                raw += '\f';
                return true;
            case 'r':
                raw += '\r';
                return true;
            case '"':
                raw += '"';
                return true;
            case '\\':
                raw += '\\';
                return true;
            case 'u':
                break;
            default:
                return refuse("escape not canonical");
        }
        // Only the control characters without a short form are written as \u00xx, in lower case.
        if (m_end - m_at < 4 || m_at[0] != '0' || m_at[1] != '0' || (m_at[2] != '0' && m_at[2] != '1'))
            return refuse("escape not canonical");
        const char low = m_at[3];
        const bool digit = low >= '0' && low <= '9';
        if (!digit && !(low >= 'a' && low <= 'f'))
            return refuse("escape not canonical");
        const int value = (m_at[2] - '0') * 16 + (digit ? low - '0' : low - 'a' + 10);
        if (value == '\b' || value == '\t' || value == '\n' || value == '\f' || value == '\r')
            return refuse("escape not canonical");
        raw += static_cast<char>(value);
        m_at += 4;
        return true;
    }

    bool readArray(Json& value, int depth) {
        if (depth >= limits::jsonDepth)
            return refuse("nested too deep");
        ++m_at;
        Json::Array array;
        if (!take(']')) {
            do {
                if (!readValue(array.emplace_back(), depth + 1))
                    return false;
            } while (take(','));
            if (!take(']'))
                return refuse("',' or ']' expected");
        }
        value = Json(std::move(array));
        return true;
    }

    bool readObject(Json& value, int depth) {
        if (depth >= limits::jsonDepth)
            return refuse("nested too deep");
        ++m_at;
        Json::Object object;
        std::string last;
        if (!take('}')) {
            do {
                std::string key;
                if (!readKey(key))
                    return false;
                if (key <= last)
                    return refuse(key == last ? "key twice" : "keys not sorted");
                if (!take(':'))
                    return refuse("':' expected");
                if (!readValue(object.emplace_hint(object.end(), key, Json())->second, depth + 1))
                    return false;
                last = std::move(key);
            } while (take(','));
            if (!take('}'))
                return refuse("',' or '}' expected");
        }
        value = Json(std::move(object));
        return true;
    }

    bool readKey(std::string& key) {
        if (!take('"'))
            return refuse("key expected");
        const char* start = m_at;
        while (m_at != m_end && isKeyByte(*m_at))
            ++m_at;
        key.assign(start, m_at);
        if (key.empty() || !take('"'))
            return refuse("key outside [a-z0-9_.]+");
        return true;
    }

    const char* m_begin;
    const char* m_at;
    const char* m_end;
    const char* m_wrong = "";
};

}  // namespace

const Json* Json::find(std::string_view key) const {
    const Object* members = object();
    if (members == nullptr)
        return nullptr;
    const auto found = members->find(key);
    return found == members->end() ? nullptr : &found->second;
}

const QString* Json::stringAt(std::string_view key) const {
    const Json* member = find(key);
    return member != nullptr ? member->string() : nullptr;
}

const qint64* Json::integerAt(std::string_view key) const {
    const Json* member = find(key);
    return member != nullptr ? member->integer() : nullptr;
}

const Json::Array* Json::arrayAt(std::string_view key) const {
    const Json* member = find(key);
    return member != nullptr ? member->array() : nullptr;
}

Result<QByteArray> canonical(const Json& value) {
    Writer writer;
    if (!writer.write(value, 0))
        return fail(ErrorKind::BadValue, u"JSON"_s, writer.wrong);
    return std::move(writer.out);
}

Result<Json> parseCanonical(ByteView bytes) {
    return Parser(bytes).parse();
}

}  // namespace chayan
