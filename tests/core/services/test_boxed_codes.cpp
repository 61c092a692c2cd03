#include "core/services/boxed_codes.h"
#include "tests/support/pictured_office.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace chayan;
using ZXing::BarcodeFormat;

/// Codes that a person points at, on pictures that are drawn, stored and read.
class TestBoxedCodes : public QObject {
    Q_OBJECT

    std::optional<test::PicturedOffice> m_own;
    DossierId m_visit = DossierId::random();
    std::optional<services::AddedPhoto> m_photo;

    std::vector<domain::ScannedCode> recorded() const {
        const domain::Dossier dossier = m_own->read(m_visit);
        std::vector<domain::ScannedCode> codes;
        for (const int scan : dossier.item(m_photo->item)->scans) {
            const auto& read = dossier.body<domain::CodeScanned>(scan).codes;
            codes.insert(codes.end(), read.begin(), read.end());
        }
        return codes;
    }
    std::size_t entries() const { return m_own->read(m_visit).history.size(); }
    Status add(const std::vector<domain::ScannedCode>& codes) const {
        return services::addCodes(m_own->store(), m_own->signer(), m_visit, m_photo->item, codes);
    }

  private Q_SLOTS:
    void init() {
        m_own.emplace();
        m_visit = m_own->visit(u"检查"_s);
        m_photo = m_own->photograph(
            m_visit, {{BarcodeFormat::Code128, L"A-100"}, {BarcodeFormat::QRCode, L"https://example.com/b"}});
        QCOMPARE(m_photo->reading.codes.size(), 2U);
    }
    void cleanup() { m_own.reset(); }

    void onlyWhatStandsInTheBoxIsRead() {
        const QRect box = test::PicturedOffice::placeOf(1);
        const auto codes = services::readInBox(m_own->office(), m_photo->sha256, box);
        QVERIFY(codes);
        QCOMPARE(codes->size(), 1U);
        QCOMPARE(codes->front().text, u"https://example.com/b"_s);
        for (const domain::Corner& corner : codes->front().corners)
            QVERIFY(box.contains(static_cast<int>(corner.x), static_cast<int>(corner.y)));
        // As the whole picture's reading places it, but for a pixel.
        for (std::size_t i = 0; i < 4; ++i) {
            const domain::Corner& corner = codes->front().corners[i];
            const auto whole = std::ranges::find(m_photo->reading.codes, u"QRCode"_s, &eye::Code::format);
            QVERIFY((QPoint(static_cast<int>(corner.x), static_cast<int>(corner.y)) - whole->corners[i])
                        .manhattanLength() <= 4);
        }
        // Beyond the picture there is nothing, and an empty box is none.
        const auto none = services::readInBox(m_own->office(), m_photo->sha256, {5000, 5000, 10, 10});
        QVERIFY(none && none->empty());
        QCOMPARE(services::readInBox(m_own->office(), m_photo->sha256, {}).error().kind, ErrorKind::BadInput);
        QCOMPARE(recorded().size(), 2U);  // nothing was recorded so far
    }

    void whatIsKnownIsNotRecordedAgain() {
        const std::size_t before = entries();
        QVERIFY(add(recorded()));
        QVERIFY(add({services::typedCode(u"A-100"_s, {0, 0, 10, 10})}));  // typed what was read
        QCOMPARE(entries(), before);
    }

    void whatIsTypedIsMarkedAsTyped() {
        QVERIFY(add({services::typedCode(u"  6901234567892 "_s, {10, 20, 30, 40})}));
        const auto codes = recorded();
        QCOMPARE(codes.size(), 3U);
        QCOMPARE(codes[2].text, u"6901234567892"_s);
        QCOMPARE(codes[2].format, u"typed"_s);
        QCOMPARE(codes[2].pass, u"typed"_s);
        QCOMPARE(codes[2].corners[0], (domain::Corner{10, 20}));
        QCOMPARE(add({services::typedCode(u"  "_s, {0, 0, 1, 1})}).error().kind, ErrorKind::BadValue);
        QCOMPARE(add({services::typedCode(QString(9000, u'1'), {0, 0, 1, 1})}).error().kind,
                 ErrorKind::TooLarge);
        QCOMPARE(services::addCodes(m_own->store(), m_own->signer(), m_visit, ItemId::random(), codes)
                     .error()
                     .kind,
                 ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestBoxedCodes)
#include "test_boxed_codes.moc"
