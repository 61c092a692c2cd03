#include "core/domain/kinds.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace chayan::domain {

namespace {

constexpr QStringView logKinds[] = {
    u"log.opened",      u"officer.admitted", u"officer.retired", u"clock.checked", u"anchor.received",
    u"bundle.exported", u"bundle.imported",  u"trust.added",     u"trust.removed", u"sealed.read"};
constexpr QStringView origins[] = {u"captured", u"imported", u"received", u"derived"};

/// Takes members out of an object one by one, remembers the first thing wrong, and at the end knows whether
/// any was left over.
class Members {
  public:
    explicit Members(const Json& json) : m_object(json.object()) {
        if (!m_object)
            m_problem = u"not an object"_s;
    }

    QString text(std::string_view key) { return optionalText(key).value_or(missing(key)); }
    QString filled(std::string_view key) {
        const QString value = text(key);
        if (value.isEmpty())
            problem(key, u"is empty");
        return value;
    }
    std::optional<QString> optionalText(std::string_view key) {
        const Json* member = take(key);
        if (member && !member->string())
            problem(key, u"is not a string");
        return member && member->string() ? std::optional(*member->string()) : std::nullopt;
    }
    std::optional<qint64> optionalCount(std::string_view key) {
        const Json* member = take(key);
        if (member && (!member->integer() || *member->integer() < 0))
            problem(key, u"is not a count");
        return member && member->integer() ? std::optional(*member->integer()) : std::nullopt;
    }
    std::optional<qint64> optionalWhole(std::string_view key) {
        const Json* member = take(key);
        if (member && !member->integer())
            problem(key, u"is not a whole number");
        return member && member->integer() ? std::optional(*member->integer()) : std::nullopt;
    }
    qint64 count(std::string_view key) {
        const auto value = optionalCount(key);
        if (!value)
            missing(key);
        return value.value_or(0);
    }
    ItemId id(std::string_view key) {
        if (const auto value = ItemId::fromText(text(key)))
            return *value;
        problem(key, u"is not a UUID");
        return ItemId::random();
    }
    Digest digest(std::string_view key) { return digestOf(text(key), key); }
    Digest digestOf(const QString& hex, std::string_view key) {
        const auto value = Digest::fromHex(hex);
        if (!value)
            problem(key, u"is not a SHA-256 in hex");
        return value.value_or(Digest{});
    }
    /// base64url of exactly `size` bytes.
    QString encoded(std::string_view key, qsizetype size) {
        const QString value = text(key);
        const auto bytes = fromBase64url(value);
        if (!bytes || bytes->size() != size)
            problem(key, u"is not base64url of the right length");
        return value;
    }
    const Json::Array& array(std::string_view key) {
        static const Json::Array none;
        const Json* member = take(key);
        if (member && member->array())
            return *member->array();
        problem(key, u"is not an array");
        return none;
    }
    const Json::Array* optionalArray(std::string_view key) {
        const Json* member = find(key);
        return member ? &array(key) : nullptr;
    }

    void problem(std::string_view key, QStringView what) {
        if (m_problem.isEmpty())
            m_problem = u"%1 %2"_s.arg(QString::fromUtf8(key.data(), qsizetype(key.size())), what);
    }
    /// An inner object's problem becomes this one's.
    void join(std::string_view key, Members& inner) {
        if (const QString what = inner.finish(); !what.isEmpty())
            problem(key, u"holds one whose %1"_s.arg(what));
    }
    /// Empty when every member was read and none was wrong.
    QString finish() {
        if (m_problem.isEmpty() && m_object && m_taken != m_object->size())
            m_problem = u"has a member that its kind does not know"_s;
        return m_problem;
    }

  private:
    const Json* find(std::string_view key) const {
        if (!m_object)
            return nullptr;
        const auto found = m_object->find(key);
        return found == m_object->end() ? nullptr : &found->second;
    }
    const Json* take(std::string_view key) {
        const Json* member = find(key);
        m_taken += member ? 1 : 0;
        return member;
    }
    QString missing(std::string_view key) {
        if (!find(key))
            problem(key, u"is missing");
        return {};
    }

    const Json::Object* m_object;
    std::size_t m_taken = 0;
    QString m_problem;
};

std::vector<SealedValue> readSealed(Members& members) {
    std::vector<SealedValue> sealed;
    for (const Json& element : members.array("sealed")) {
        Members inner(element);
        sealed.push_back({inner.encoded("d", 32), inner.encoded("slot", 16)});
        members.join("sealed", inner);
    }
    for (std::size_t i = 1; i < sealed.size(); ++i)
        if (sealed[i - 1].digest >= sealed[i].digest)
            members.problem("sealed", u"is not sorted");
    return sealed;
}

ItemAdded readItemAdded(Members& members) {
    ItemAdded added{members.id("item"), members.filled("list"), {}};
    std::set<QString> seen;
    for (const Json& element : members.array("values")) {
        Members inner(element);
        added.values.push_back({inner.filled("field"), inner.text("value")});
        members.join("values", inner);
        if (!seen.insert(added.values.back().field).second)
            members.problem("values", u"names a field twice");
    }
    return added;
}

OriginalAdded readOriginalAdded(Members& members) {
    OriginalAdded original{members.id("item"),     members.digest("sha256"), members.count("size"),
                           members.filled("type"), members.filled("origin"), members.filled("maker")};
    original.device = members.optionalText("device");
    original.app = members.optionalText("app");
    original.method = members.optionalText("method");
    original.medium = members.optionalText("medium");
    original.recipe = members.optionalText("recipe");
    original.sm3 = members.optionalText("sm3");
    if (original.sm3 && !Digest::fromHex(*original.sm3))
        members.problem("sm3", u"is not 32 bytes in hex");
    if (const auto text = members.optionalText("source_mtime")) {
        original.sourceMtime = fromRfc3339(*text);
        if (!original.sourceMtime)
            members.problem("source_mtime", u"is not a time");
    }
    original.clockOffset = members.optionalWhole("clock_offset_ms");
    if (const Json::Array* parents = members.optionalArray("parents")) {
        original.parents.emplace();
        for (const Json& parent : *parents)
            original.parents->push_back(
                members.digestOf(parent.string() ? *parent.string() : QString(), "parents"));
    }
    if (std::ranges::find(origins, original.origin) == std::end(origins))
        members.problem("origin", u"is not a known one");
    const bool derived = original.origin == u"derived";
    if (derived != (original.parents && !original.parents->empty()) || derived != original.recipe.has_value())
        members.problem("parents", u"and recipe go with derived objects, and only with them");
    return original;
}

std::array<Corner, 4> readCorners(Members& code) {
    std::array<Corner, 4> corners{};
    const Json::Array& points = code.array("corners");
    const auto coordinate = [](const Json::Array* point, std::size_t i) -> std::optional<qint32> {
        const qint64* value = point && point->size() == 2 ? (*point)[i].integer() : nullptr;
        // Corners may be found a little outside the picture, never far.
        constexpr qint64 far = 1 << 20;
        return value && *value >= -far && *value <= far ? std::optional(static_cast<qint32>(*value))
                                                        : std::nullopt;
    };
    if (points.size() != corners.size()) {
        code.problem("corners", u"are not four");
        return corners;
    }
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const auto x = coordinate(points[i].array(), 0);
        const auto y = coordinate(points[i].array(), 1);
        if (!x || !y)
            code.problem("corners", u"are not points");
        corners[i] = {x.value_or(0), y.value_or(0)};
    }
    return corners;
}

CodeScanned readCodeScanned(Members& members) {
    CodeScanned scanned{members.id("item"), {}};
    for (const Json& element : members.array("codes")) {
        Members inner(element);
        ScannedCode code{
            inner.filled("format"), inner.text("text"), {},
            readCorners(inner),     inner.text("pass"), inner.optionalText("symbology").value_or(QString())};
        const QString hex = inner.text("bytes");
        code.bytes = QByteArray::fromHex(hex.toLatin1());
        if (QString::fromLatin1(code.bytes.toHex()) != hex)
            inner.problem("bytes", u"are not lower-case hex");
        members.join("codes", inner);
        scanned.codes.push_back(std::move(code));
    }
    scanned.width = members.optionalCount("width");
    scanned.height = members.optionalCount("height");
    scanned.error = members.optionalText("error");
    if (const Json::Array* flaws = members.optionalArray("flaws"))
        for (const Json& flaw : *flaws) {
            if (!flaw.string())
                members.problem("flaws", u"are not strings");
            else
                scanned.flaws.push_back(*flaw.string());
        }
    return scanned;
}

Body readKnown(QStringView kind, Members& members) {
    if (kind == u"dossier.opened")
        return DossierOpened{members.filled("type"), readSealed(members)};
    if (kind == u"field.set")
        return FieldSet{members.filled("field"), members.text("value")};
    if (kind == u"sealed.set")
        return SealedSet{readSealed(members)};
    if (kind == u"item.added")
        return readItemAdded(members);
    if (kind == u"item.set")
        return ItemSet{members.id("item"), members.filled("field"), members.text("value")};
    if (kind == u"item.removed")
        return ItemRemoved{members.id("item")};
    if (kind == u"original.added")
        return readOriginalAdded(members);
    if (kind == u"code.scanned")
        return readCodeScanned(members);
    if (kind == u"record.signed")
        return RecordSigned{members.id("record"), members.filled("form"), members.optionalText("note")};
    if (kind == u"cosigned")
        return Cosigned{members.id("record")};
    if (kind == u"original.destroyed")
        return OriginalDestroyed{members.id("item"), members.text("reason")};
    return UnknownKind{};
}

}  // namespace

Body readBody(QStringView kind, const Json& body) {
    if (std::ranges::find(logKinds, kind) != std::end(logKinds))
        return LogEvent{};
    Members members(body);
    Body read = readKnown(kind, members);
    if (std::holds_alternative<UnknownKind>(read))
        return read;
    if (QString problem = members.finish(); !problem.isEmpty())
        return Malformed{std::move(problem)};
    return read;
}

}  // namespace chayan::domain
