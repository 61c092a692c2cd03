#include "core/services/handing_over.h"
#include "core/services/items.h"
#include "core/services/receipts.h"
#include "core/services/receiving.h"
#include "tests/ui/desk_fixture.h"
#include "ui/bundles/bundles_page.h"
#include "ui/settings/settings_page.h"
#include "ui/visits/visits_page.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace chayan;
using namespace chayan::ui;
using test::buttonIn;
using test::must;
using test::says;

/// Several offices and officers on one visit: what they set differently, whose signatures stand under it, and
/// what was sent, received and confirmed.
class TestOffices : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::shared_ptr<services::Office> m_theirs;

    std::shared_ptr<const store::Signer> theirSigner() const { return must(m_theirs->signer()); }
    QString send(const services::Office& office, const DossierId& id, const QString& name) {
        const QString file = m_folder.filePath(name);
        must(services::handOver(office.store(), must(office.signer()), {.dossiers = {id}, .out = file},
                                SystemClock().read().utc, {}));
        return file;
    }
    static QString valueOf(const test::OpenWindow& window, const DossierId& id, QStringView key) {
        return must(services::readDossier(window->desk().session.office()->store(), id)).value(key);
    }
    static void leave(FieldRow* row) {
        QFocusEvent out(QEvent::FocusOut, Qt::TabFocusReason);
        QCoreApplication::sendEvent(row->editor(), &out);
    }
    static void trigger(QWidget* page, const QString& key) {
        for (QAction* action : page->actions())
            if (action->shortcut() == QKeySequence(key))
                return action->trigger();
        QFAIL("no such key");
    }

  private Q_SLOTS:
    void initTestCase() {
        test::useOwnSettings(m_folder.path());
        m_theirs = must(
            services::Office::found(m_folder.filePath(u"theirs"_s),
                                    {u"李敏"_s, u"川510700009"_s, u"绵阳市市场监督管理局"_s, u"510700"_s},
                                    test::passphrase, u"test"_s));
    }
    void cleanupTestCase() { m_theirs.reset(); }

    void whatTwoOfficesSetDifferentlyIsSettled() {
        const QString store = m_folder.filePath(u"conflicts"_s);
        const DossierId id = test::fillAgain(store);
        QString theirs;
        {
            auto ours = must(services::Office::open(store));
            QVERIFY(ours->unlock(must(ours->officers()).front().fingerprint, test::passphrase));
            const ItemId line = must(services::addItem(ours->store(), must(ours->signer()), id, u"goods"_s,
                                                       {{u"name"_s, u"润肤乳"_s}}));
            must(services::importBundle(m_theirs->store(), theirSigner(),
                                        {send(*ours, id, u"begun.bundle.zip"_s), true}, {}));
            QVERIFY(services::setFields(m_theirs->store(), theirSigner(), id, {{u"place"_s, u"二号库"_s}}));
            QVERIFY(
                services::setItem(m_theirs->store(), theirSigner(), id, line, {{u"quantity"_s, u"40"_s}}));
            theirs = send(*m_theirs, id, u"theirs.bundle.zip"_s);
            QVERIFY(
                services::setFields(ours->store(), must(ours->signer()), id, {{u"place"_s, u"一号库"_s}}));
            QVERIFY(
                services::setItem(ours->store(), must(ours->signer()), id, line, {{u"quantity"_s, u"36"_s}}));
        }
        const test::OpenWindow window(store);
        auto* bundles = window.page<BundlesPage>();
        auto* visits = window.page<VisitsPage>();
        window->openFiles({theirs});
        QTRY_COMPARE_WITH_TIMEOUT(bundles->verdict(), u"untrusted"_s, 30'000);
        QTRY_VERIFY(buttonIn(bundles, u"Take it in all the same"_s) != nullptr);
        test::press(bundles, u"Take it in all the same"_s);
        QTRY_VERIFY_WITH_TIMEOUT(says(bundles, u"2 values were set differently"_s), 60'000);
        test::press(bundles, u"Open what came"_s);
        ConflictsView* conflicts = visits->visit()->conflicts();
        QTRY_COMPARE_WITH_TIMEOUT(conflicts->count(), 2, 20'000);

        // Its field says so, with both values.
        FieldRow* place = visits->form()->row(u"place"_s);
        QVERIFY(says(place, u"一号库 | 二号库"_s) || says(place, u"二号库 | 一号库"_s));
        trigger(visits, u"Alt+7"_s);
        QTRY_VERIFY(conflicts->isVisible());
        QVERIFY(says(conflicts, u"绵阳市市场监督管理局"_s));
        test::press(conflicts, u"Let hold: 二号库"_s);
        QTRY_COMPARE_WITH_TIMEOUT(conflicts->count(), 1, 20'000);
        QCOMPARE(valueOf(window, id, u"place"), u"二号库"_s);
        QTRY_COMPARE(place->typed(), u"二号库"_s);
        QVERIFY(!says(place, u" | "_s));
        test::press(conflicts, u"Let hold: 36"_s);
        QTRY_COMPARE_WITH_TIMEOUT(conflicts->count(), 0, 20'000);
        QTRY_VERIFY(!visits->visit()->findChild<QTabBar*>()->isTabVisible(VisitView::ConflictsTab));

        // The history of the field tells of all three, each proven.
        visits->showTab(VisitView::RecordTab);
        place->editor()->setFocus(Qt::TabFocusReason);
        trigger(visits, u"Alt+H"_s);
        Inspector* inspector = visits->visit()->inspector();
        QTRY_VERIFY_WITH_TIMEOUT(says(inspector, u"History of: Place"_s), 10'000);
        QVERIFY(says(inspector, u"一号库"_s) && says(inspector, u"二号库"_s) && says(inspector, u"李敏"_s));
        QVERIFY(says(inspector, u"成都市龙泉驿区经开区南四路66号"_s));  // before they went apart
        QVERIFY(says(inspector, u"Its hash leads to the checkpoint"_s));
    }

    void aRecordIsSignedAndConfirmedByASecondOfficer() {
        const QString store = m_folder.filePath(u"records"_s);
        const DossierId id = test::fillAgain(store);
        const QByteArray other = "纸船 南门 七";
        {
            auto office = must(services::Office::open(store));
            QVERIFY(office->unlock(must(office->officers()).front().fingerprint, test::passphrase));
            const auto made = must(services::makeOfficer(
                {u"赵琳"_s, u"川510100044"_s, u"成都市市场监督管理局"_s, u"510100"_s}, other, 0));
            QVERIFY(services::addOfficer(office->store(), made));
            QVERIFY(services::admitOfficer(office->store(), must(office->signer()),
                                           made.certificate.fingerprint()));
        }
        const test::OpenWindow window(store);
        QCOMPARE(window->desk().session.officer()->who.name, test::officer.name);
        auto* visits = window.page<VisitsPage>();
        window->go(u"visits"_s, id.text());
        RecordsView* records = visits->visit()->records();
        QTRY_VERIFY_WITH_TIMEOUT(visits->visit()->isVisible(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(visits->form()->row(u"title"_s)->typed() == u"云岭鹤仓库现场检查"_s, 20'000);

        // What is still being typed stands under the signature too.
        FieldRow* role = visits->form()->row(u"on_site_role"_s);
        role->editor()->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(role->editor(), u"manager"_s);
        trigger(visits, u"Alt+5"_s);
        QTRY_VERIFY(records->isVisible());
        test::press(records, u"Sign the record"_s);
        QTRY_COMPARE_WITH_TIMEOUT(records->count(), 1, 20'000);
        QTRY_VERIFY(says(records, u"Signed by 王建国"_s));
        QVERIFY(says(records, u"On-site record (form 9)"_s));
        QCOMPARE(valueOf(window, id, u"on_site_role"), u"manager"_s);
        QVERIFY(!says(records, u"after this signature"_s));

        QLineEdit* passphrase = nullptr;
        const auto field = [&] {
            for (QLineEdit* line : records->findChildren<QLineEdit*>())
                if (line->echoMode() == QLineEdit::Password && line->isVisibleTo(records))
                    passphrase = line;
            return passphrase;
        };
        QVERIFY(field() != nullptr);
        QVERIFY(!buttonIn(records, u"Confirm as second officer"_s)->isEnabled());
        passphrase->setText(u"wrong"_s);
        test::press(records, u"Confirm as second officer"_s);
        QTRY_VERIFY_WITH_TIMEOUT(says(records, u"second officer"_s) && says(records, u"assphrase"_s), 20'000);
        QVERIFY(!says(records, u"Confirmed by"_s));
        passphrase->setText(QString::fromUtf8(other));
        test::press(records, u"Confirm as second officer"_s);
        QTRY_VERIFY_WITH_TIMEOUT(says(records, u"Confirmed by 赵琳"_s), 20'000);
        QCOMPARE(window->desk().session.officer()->who.name, test::officer.name);  // still at work

        // Whoever worked here last is chosen on the lock page.
        auto* officers = window.page<LockPage>()->findChild<QComboBox*>();
        Session& session = window->desk().session;
        for (const auto& [name, secret] :
             {std::pair(u"赵琳"_s, other), {test::officer.name, test::passphrase}}) {
            session.lock();
            QVERIFY(!officers->currentText().startsWith(name));
            test::unlock(*window.window, name, secret);
            QCOMPARE(session.officer()->who.name, name);
            session.lock();
            QVERIFY(officers->currentText().startsWith(name));
            test::unlock(*window.window, name, secret);
        }

        // A later entry stays visible as later.
        visits->showTab(VisitView::RecordTab);
        FieldRow* notes = visits->form()->row(u"notes"_s);
        notes->editor()->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(notes->editor(), u"later"_s);
        leave(notes);
        QTRY_VERIFY_WITH_TIMEOUT(says(records, u"1 entry was made after this signature"_s), 20'000);
    }

    void aReceiptComesHome() {
        const QString store = m_folder.filePath(u"receipts"_s);
        const DossierId id = test::fillAgain(store);
        QString bundle;
        {
            auto ours = must(services::Office::open(store));
            QVERIFY(ours->unlock(must(ours->officers()).front().fingerprint, test::passphrase));
            bundle = send(*ours, id, u"out.bundle.zip"_s);
        }
        const auto imported =
            must(services::importBundle(m_theirs->store(), theirSigner(), {bundle, true}, {}));
        const QString receipt = m_folder.filePath(u"out.receipt.json"_s);
        QVERIFY(writeFileDurably(receipt, view(must(canonical(ledger::toJson(*imported.receipt))))));
        const QString certificate = m_theirs->store().folder() + u"/officer.pem"_s;

        const test::OpenWindow window(store);
        auto* bundles = window.page<BundlesPage>();
        auto* visits = window.page<VisitsPage>();
        window->go(u"bundles"_s);
        QTRY_COMPARE_WITH_TIMEOUT(bundles->traffic()->count(), 1, 20'000);
        QTRY_VERIFY(says(bundles, u"No receipt has come home yet"_s));
        QTRY_VERIFY_WITH_TIMEOUT(says(visits, u"Sent"_s), 20'000);
        window->openFiles({receipt});
        ReceiptView* view = bundles->receipt();
        QTRY_VERIFY_WITH_TIMEOUT(says(view, u"is not known here"_s), 20'000);
        QVERIFY(!view->isTaken());
        view->takeWith(certificate);
        QTRY_VERIFY_WITH_TIMEOUT(view->isTaken(), 20'000);
        QVERIFY(says(view, u"李敏"_s));
        QVERIFY(says(view, u"the visits in it count as received now"_s));
        QTRY_VERIFY_WITH_TIMEOUT(says(visits, u"Received"_s), 20'000);
        test::press(bundles, u"What was sent and received"_s);
        QTRY_VERIFY_WITH_TIMEOUT(says(bundles->traffic(), u"Received by 李敏"_s), 20'000);
        test::press(bundles->traffic(), u"Open 云岭鹤仓库现场检查"_s);
        QCOMPARE(window->current(), 0);

        // What is no receipt says so.
        const QString none = m_folder.filePath(u"none.json"_s);
        QVERIFY(writeFileDurably(none, chayan::view("{}")));
        window->openFiles({none});
        QTRY_VERIFY_WITH_TIMEOUT(view->findChild<Notice*>()->isVisibleTo(view), 20'000);
        QVERIFY(!view->isTaken());
    }
};

QTEST_MAIN(TestOffices)
#include "test_offices.moc"
