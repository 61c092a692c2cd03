#include "core/services/handing_over.h"
#include "core/services/trust.h"
#include "core/store/traffic.h"
#include "tests/ui/desk_fixture.h"
#include "ui/bundles/bundles_page.h"
#include "ui/bundles/taking_in.h"
#include "ui/bundles/trust_decision.h"
#include "ui/visits/visits_page.h"

#include <QCheckBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chayan;
using namespace chayan::ui;

/// What another office handed over: judged, trusted after comparing, taken in.
class TestBundles : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_theirs;
    Digest m_theirKey;

    static QPushButton* buttonIn(QWidget* root, const QString& text) {
        for (QPushButton* button : root->findChildren<QPushButton*>())
            if (button->text() == text && button->isVisibleTo(root))
                return button;
        return nullptr;
    }

  private Q_SLOTS:
    void initTestCase() {
        test::useOwnSettings(m_folder.path());
        const QString elsewhere = m_folder.filePath(u"elsewhere"_s);
        m_theirs = m_folder.filePath(u"theirs.bundle.zip"_s);
        test::fill(elsewhere);
        auto office = services::Office::open(elsewhere);
        const auto officers = (*office)->officers();
        m_theirKey = officers->front().fingerprint;
        QVERIFY((*office)->unlock(m_theirKey, test::passphrase));
        QVERIFY(services::handOver((*office)->store(), *(*office)->signer(),
                                   {.dossiers = {}, .out = m_theirs}, SystemClock().read().utc, {}));
    }

    void digitsReadOutAreCompared() {
        const QString whole = m_theirKey.hex();
        QVERIFY(agrees(whole, m_theirKey));
        QVERIFY(agrees(grouped(m_theirKey).left(24), m_theirKey));  // five groups of four
        QVERIFY(!agrees(grouped(m_theirKey).left(23), m_theirKey));
        QVERIFY(!agrees({}, m_theirKey));
        QString wrong = whole;
        wrong[19] = wrong[19] == u'0' ? u'1' : u'0';
        QVERIFY(!agrees(wrong, m_theirKey));
    }

    void anUnknownKeyIsComparedTrustedAndItsBundleTakenIn() {
        Looks looks;
        looks.language = text::Language::English;
        Appearance appearance(looks);
        const QString store = m_folder.filePath(u"store"_s);
        test::fillAgain(store);
        MainWindow window(appearance, pages(), store);
        window.resize(1366, 768);
        window.show();
        test::unlock(window);
        auto* bundles = window.findChild<BundlesPage*>();
        window.openFiles({m_theirs});
        QTRY_COMPARE_WITH_TIMEOUT(bundles->verdict(), u"untrusted"_s, 30'000);
        QVERIFY(buttonIn(bundles, u"Take it in all the same"_s) != nullptr);

        // Comparing: a wrong digit does not do.
        QPushButton* compare = buttonIn(bundles, u"Compare the fingerprint …"_s);
        QVERIFY(compare != nullptr);
        compare->click();
        auto* decision = bundles->findChild<TrustDecision*>();
        QVERIFY(decision->isVisible());
        auto* readOut = decision->findChild<QLineEdit*>();
        QPushButton* trust = buttonIn(decision, u"Trust this key"_s);
        QVERIFY(!trust->isEnabled());
        QString digits = m_theirKey.hex().left(comparedDigits);
        const QChar last = digits.back();
        digits.back() = last == u'7' ? u'8' : u'7';
        readOut->setText(digits);
        QVERIFY(!trust->isEnabled());
        digits.back() = last;
        readOut->setText(digits);
        QVERIFY(trust->isEnabled());
        trust->click();
        QTRY_COMPARE_WITH_TIMEOUT(bundles->verdict(), u"valid"_s, 30'000);
        const store::Store& own = window.desk().session.office()->store();
        const auto trusted = services::listTrusted(own);
        QCOMPARE(trusted->size(), 1u);
        QCOMPARE(trusted->front().certificate.fingerprint(), m_theirKey);

        // Taking it in.
        auto* visits = window.findChild<VisitsPage*>();
        QTRY_COMPARE_WITH_TIMEOUT(visits->list()->rowCount(), 4, 20'000);
        QPushButton* take = nullptr;
        QTRY_VERIFY((take = buttonIn(bundles, u"Take it into the records"_s)) != nullptr);
        take->click();
        QPushButton* open = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((open = buttonIn(bundles, u"Open what came"_s)) != nullptr, 60'000);
        QVERIFY(buttonIn(bundles, u"Save the receipt for the sender …"_s) != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(visits->list()->rowCount(), 8, 20'000);
        open->click();
        QTRY_COMPARE(window.current(), 0);
        QTRY_VERIFY(visits->form()->isVisible());

        // Once more, and all of it was here.
        window.openFiles({m_theirs});
        QTRY_VERIFY_WITH_TIMEOUT((take = buttonIn(bundles, u"Take it into the records"_s)) != nullptr,
                                 30'000);
        take->click();
        const auto said = [&](const QString& words) {
            for (const QLabel* label : bundles->findChildren<QLabel*>())
                if (label->text() == words && label->isVisible())
                    return true;
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(said(u"All of it was here already."_s), 60'000);
        QCOMPARE(visits->list()->rowCount(), 8);
    }

    void theReceiverAndThePurposeStandInTheBundle() {
        Looks looks;
        looks.language = text::Language::English;
        Appearance appearance(looks);
        const QString store = m_folder.filePath(u"third"_s);
        const DossierId id = test::fillAgain(store);
        MainWindow window(appearance, pages(), store);
        window.resize(1366, 768);
        window.show();
        test::unlock(window);
        auto* bundles = window.findChild<BundlesPage*>();
        window.go(u"bundles"_s, id.text());
        ExportView* exporter = bundles->exporter();
        auto* redact = exporter->findChild<QCheckBox*>();
        QPushButton* write = buttonIn(exporter, u"Write the bundle"_s);
        QTRY_VERIFY_WITH_TIMEOUT(write->isEnabled(), 20'000);
        QVERIFY(redact->isVisible());  // names of files are sealed
        redact->setChecked(true);
        for (QLineEdit* line : exporter->findChildren<QLineEdit*>())
            if (line->accessibleName().startsWith(u"Receiver"_s))
                line->setText(u"绵阳市涪城区市场监督管理局"_s);
        const QString file = m_folder.filePath(u"redacted.bundle.zip"_s);
        exporter->setPath(file);
        exporter->write();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), 30'000);
        auto* visits = window.findChild<VisitsPage*>();
        const auto says = [&](const QString& words) {
            for (const Mark* mark : visits->findChildren<Mark*>())
                if (mark->words() == words)
                    return true;
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Sent"_s), 20'000);
        QVERIFY(!says(u"Received"_s));  // nobody has said so
        const auto report = bundle::verifyBundle(file, {});
        QVERIFY(report && report->ok());
        QCOMPARE(report->statement->recipient, u"绵阳市涪城区市场监督管理局"_s);
        QVERIFY(report->statement->withheldValues >= 7);
    }
};

QTEST_MAIN(TestBundles)
#include "test_bundles.moc"
