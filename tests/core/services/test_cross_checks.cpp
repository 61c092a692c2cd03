#include "core/services/cross_checks.h"
#include "core/services/items.h"
#include "tests/support/pictured_office.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace chayan;
using ZXing::BarcodeFormat;

/// What does not go together in a visit, on pictures that are drawn, stored and read.
class TestCrossChecks : public QObject {
    Q_OBJECT

    std::optional<test::PicturedOffice> m_own;

    store::Store& store() const { return m_own->store(); }
    std::shared_ptr<const store::Signer> signer() const { return m_own->signer(); }
    std::vector<services::Notice> notices(const DossierId& id) {
        const auto dossier = m_own->read(id);
        auto all = services::crossChecks(dossier, QDate(2026, 11, 24));
        const auto elsewhere = services::seenElsewhere(store(), dossier, {}).value();
        all.insert(all.end(), elsewhere.begin(), elsewhere.end());
        return all;
    }

  private Q_SLOTS:
    void init() { m_own.emplace(); }
    void cleanup() { m_own.reset(); }

    void aLineIsHeldAgainstItsLabels() {
        const DossierId id = m_own->visit(u"一"_s);
        const std::wstring label = L"https://example.com/01/06901234567892/10/A7?17=280131";
        m_own->photograph(id, {{BarcodeFormat::QRCode, label}});
        const auto line = services::addItem(store(), signer(), id, u"goods"_s,
                                            {{u"gtin"_s, u"6901234567892"_s},
                                             {u"lot"_s, u"A7"_s},
                                             {u"expiry_date"_s, u"2029-01-31"_s},
                                             {u"origin"_s, u"日本"_s}})
                              .value();
        const auto found = notices(id);
        QCOMPARE(found.size(), 2U);
        for (const services::Notice& notice : found)
            QCOMPARE(notice.about, line);
        QCOMPARE(found[0].what.key, u"origin_prefix"_s);
        QCOMPARE(found[1].what, (codes::CrossNotice{u"label_differs"_s,
                                                    {u"expiry_date"_s, u"2029-01-31"_s, u"2028-01-31"_s}}));
        QVERIFY(services::inWords(found[1].what, text::Language::English).contains(u"Expiry date"_s));
        QVERIFY(services::inWords(found[1].what, text::Language::Chinese).contains(u"2028-01-31"_s));
        // Corrected, it goes together.
        QVERIFY(services::setItem(store(), signer(), id, line,
                                  {{u"expiry_date"_s, u"2028-01-31"_s}, {u"origin"_s, u"中国"_s}}));
        QCOMPARE(notices(id).size(), 0U);
    }

    void aCodeThatExistsOnceIsSeenInTwoVisits() {
        const std::wstring code = L"81000010000000000001";
        const DossierId first = m_own->visit(u"第一处"_s), second = m_own->visit(u"第二处"_s);
        m_own->photograph(first, {{BarcodeFormat::Code128, code}});
        m_own->photograph(first, {{BarcodeFormat::Code128, code}});  // the same item from another side
        QCOMPARE(notices(first).size(), 0U);
        const ItemId seen = m_own->photograph(second, {{BarcodeFormat::Code128, code}}).item;
        m_own->photograph(second, {{BarcodeFormat::Code128, L"81000010000000000002"}});
        const auto found = notices(second);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found[0].about, seen);
        QCOMPARE(found[0].what, (codes::CrossNotice{u"seen_elsewhere"_s,
                                                    {QString::fromStdWString(code), u"第一处"_s, u"1"_s}}));
        QCOMPARE(notices(first).size(), 1U);
        // An article number is on every item of its kind.
        m_own->photograph(first, {{BarcodeFormat::EAN13, L"6901234567892"}});
        m_own->photograph(second, {{BarcodeFormat::EAN13, L"6901234567892"}});
        QCOMPARE(notices(second).size(), 1U);
    }

    void whoeverIsToStopStops() {
        const DossierId id = m_own->visit(u"一"_s);
        m_own->photograph(id, {{BarcodeFormat::Code128, L"81000010000000000001"}});
        std::stop_source stop;
        stop.request_stop();
        const auto answer = services::seenElsewhere(store(), m_own->read(id), stop.get_token());
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestCrossChecks)
#include "test_cross_checks.moc"
