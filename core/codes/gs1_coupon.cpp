#include "core/codes/gs1.h"
#include "core/codes/gs1_rules.h"
#include "core/codes/scheme.h"

#include <QDate>

// AI 8110: North American Coupon Application Guideline Using GS1 DataBar Expanded Symbols. AI 8112: GS1 AI
// (8112) Coupon Data Specification. Both are digits alone, cut by length digits that stand before their
// fields.
namespace chayan::codes {
namespace {

/// Takes fields off the front; once something does not fit, everything after fails too.
class Fields {
  public:
    explicit Fields(QStringView digits) : m_rest(digits), m_ok(allDigits(digits)) {}

    bool ok() const { return m_ok; }
    bool done() const { return m_ok && m_rest.isEmpty(); }
    bool nextIs(QChar digit) const { return m_ok && m_rest.startsWith(digit); }

    QStringView take(qsizetype count) {
        m_ok = m_ok && m_rest.size() >= count;
        if (!m_ok)
            return {};
        const QStringView field = m_rest.first(count);
        m_rest = m_rest.sliced(count);
        return field;
    }
    /// One digit that must be among `allowed`.
    int oneOf(QStringView allowed) {
        const QStringView field = take(1);
        m_ok = m_ok && allowed.contains(field);
        return m_ok ? value(field.front()) : 0;
    }
    /// A length digit among `allowed`, then that many digits and `more`.
    QStringView sized(QStringView allowed, int more) {
        const int length = oneOf(allowed);
        return take(length + more);
    }
    /// A company prefix with its length digit; 9 says that the first purchase's prefix counts again.
    void otherPrefix() {
        if (nextIs(u'9'))
            take(1);
        else
            sized(u"0123456", 6);
    }
    void purchase() {
        sized(u"12345", 0);
        oneOf(u"012349");
        take(3);
    }
    QStringView date() {
        const QStringView field = take(6);
        m_ok = m_ok && field.last(2) != u"00" && gs1Date(field, QDate::currentDate().year());
        return field;
    }

  private:
    QStringView m_rest;
    bool m_ok;
};

}  // namespace

bool isCouponCode(QStringView digits) {
    Fields fields(digits);
    fields.sized(u"0123456", 6);
    fields.take(6);
    fields.sized(u"12345", 0);
    fields.purchase();
    if (fields.nextIs(u'1')) {
        fields.take(1);
        fields.oneOf(u"0123");
        fields.purchase();
        fields.otherPrefix();
    }
    if (fields.nextIs(u'2')) {
        fields.take(1);
        fields.purchase();
        fields.otherPrefix();
    }
    QStringView expiry;
    if (fields.nextIs(u'3')) {
        fields.take(1);
        expiry = fields.date();
    }
    if (fields.nextIs(u'4')) {
        fields.take(1);
        const QStringView start = fields.date();
        if (fields.ok() && !expiry.isEmpty() && start > expiry)
            return false;
    }
    if (fields.nextIs(u'5')) {
        fields.take(1);
        fields.sized(u"0123456789", 6);
    }
    if (fields.nextIs(u'6')) {
        fields.take(1);
        fields.sized(u"1234567", 6);
    }
    if (fields.nextIs(u'9')) {
        fields.take(1);
        fields.oneOf(u"01256");
        fields.oneOf(u"012");
        fields.take(1);
        fields.oneOf(u"01");
    }
    return fields.done();
}

bool isPositiveOffer(QStringView digits) {
    Fields fields(digits);
    fields.oneOf(u"01");
    fields.sized(u"0123456", 6);
    fields.take(6);
    fields.sized(u"0123456789", 6);
    return fields.done();
}

}  // namespace chayan::codes
