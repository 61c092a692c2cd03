#include "tests/ui/desk_fixture.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/status_strip.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chayan;
using namespace chayan::ui;
using test::buttonIn;
using test::says;

/// Care of the records and who may write, on the page of settings.
class TestSettings : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    SettingsPage* m_page = nullptr;

    QString store() const { return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())); }

  private Q_SLOTS:
    void init() {
        m_appearance.reset();
        test::useOwnSettings(m_folder.path());
        Looks looks;
        looks.language = text::Language::English;
        m_appearance = std::make_unique<Appearance>(looks);
        test::fillAgain(store());
        m_window = std::make_unique<MainWindow>(*m_appearance, pages(), store());
        m_window->resize(1366, 768);
        m_window->show();
        test::unlock(*m_window);
        m_window->go(u"settings"_s);
        m_page = m_window->findChild<SettingsPage*>();
    }
    void cleanup() { m_window.reset(); }

    void theRecordsAreChecked() {
        m_page->upkeep()->check();
        QTRY_VERIFY_WITH_TIMEOUT(says(m_page->upkeep(), u"Everything is as it was recorded"_s), 60'000);
        // A byte of an original is changed behind its back.
        QDir originals(store() + u"/originals"_s);
        const QString part = originals.entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0);
        QVERIFY(originals.cd(part));
        QFile file(originals.filePath(originals.entryList(QDir::Files).value(0)));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(100));
        char byte = 0;
        QVERIFY(file.peek(&byte, 1) == 1);
        byte = static_cast<char>(byte ^ 1);
        QVERIFY(file.write(&byte, 1) == 1);
        file.close();
        m_page->upkeep()->check();
        QTRY_VERIFY_WITH_TIMEOUT(says(m_page->upkeep(), u"original:"_s), 60'000);
        QVERIFY(!says(m_page->upkeep(), u"Everything is as it was recorded"_s));
    }

    void aBackupIsMadeAndRestored() {
        QTRY_VERIFY_WITH_TIMEOUT(says(m_page->upkeep(), u"There is no backup yet"_s), 10'000);
        const QString parent = m_folder.filePath(u"disk"_s);
        QVERIFY(QDir().mkpath(parent));
        m_page->upkeep()->backUpInto(parent);
        QTRY_VERIFY_WITH_TIMEOUT(says(m_page->upkeep(), u"Backed up today"_s), 60'000);
        const QString backup =
            QDir(parent).filePath(QDir(parent).entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0));
        MainWindow fresh(*m_appearance, pages(), m_folder.filePath(u"restored"_s));
        fresh.show();
        auto* start = fresh.findChild<StartPage*>();
        QTRY_VERIFY_WITH_TIMEOUT(start->findChild<QLineEdit*>()->isVisible(), 20'000);
        start->restore(backup);
        test::unlock(fresh);
        QVERIFY(QFile::exists(m_folder.filePath(u"restored/store.sqlite"_s)));
    }

    void anOfficerIsAddedAdmittedAndRetired() {
        OfficersGroup* officers = m_page->officers();
        QTRY_VERIFY_WITH_TIMEOUT(says(officers, u"王建国"_s), 10'000);
        QVERIFY(buttonIn(officers, u"Retire 王建国"_s) == nullptr);  // nobody else may write
        test::press(officers, u"Add an officer …"_s);
        const QStringList typed{u"李敏"_s,   u"川510100023"_s,  u"成都市市场监督管理局"_s,
                                u"510100"_s, u"纸船 南门 七"_s, u"纸船 南门 七"_s};
        const QList<QLineEdit*> fields = officers->form()->findChildren<QLineEdit*>();
        QCOMPARE(fields.size(), typed.size());
        for (qsizetype i = 0; i < typed.size(); ++i)
            fields[i]->setText(typed[i]);
        QAbstractButton* make = buttonIn(officers, u"Make the key"_s);
        QVERIFY(make->isEnabled());
        make->click();
        QTRY_VERIFY_WITH_TIMEOUT(buttonIn(officers, u"Admit 李敏"_s) != nullptr, 20'000);
        QCOMPARE(m_window->desk().session.officers().size(), 1u);
        test::press(officers, u"Admit 李敏"_s);
        QTRY_VERIFY_WITH_TIMEOUT(buttonIn(officers, u"Retire 李敏"_s) != nullptr, 20'000);
        QCOMPARE(m_window->desk().session.officers().size(), 2u);

        // Both stand on the lock page, and either may unlock.
        m_window->desk().session.lock();
        auto* lock = m_window->findChild<LockPage*>();
        auto* box = lock->findChild<QComboBox*>();
        QCOMPARE(box->count(), 2);
        box->setCurrentIndex(box->findText(u"李敏  川510100023"_s));
        lock->findChild<QLineEdit*>()->setText(u"纸船 南门 七"_s);
        QTest::keyClick(lock->findChild<QLineEdit*>(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->desk().session.state(), Session::State::Unlocked, 20'000);
        QCOMPARE(m_window->desk().session.officer()->who.name, u"李敏"_s);
        m_window->go(u"settings"_s);
        QTRY_VERIFY_WITH_TIMEOUT(buttonIn(officers, u"Retire 王建国"_s) != nullptr, 20'000);
        test::press(officers, u"Retire 王建国"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->desk().session.officers().size(), 1u, 20'000);
    }

    void theAgeOfTheBackupStandsBelowAndReminds() {
        auto* strip = m_window->findChild<StatusStrip*>();
        QTRY_VERIFY_WITH_TIMEOUT(buttonIn(strip, u"There is no backup yet."_s) != nullptr, 10'000);
        auto* toast = m_window->findChild<Toast*>();
        QTRY_VERIFY(toast->isVisible() && says(toast, u"There is no backup yet."_s));
        m_window->go(u"visits"_s);
        test::press(strip, u"There is no backup yet."_s);
        QCOMPARE(m_window->rows()[static_cast<std::size_t>(m_window->current())].key, u"settings"_s);
        const QString parent = m_folder.filePath(u"another disk"_s);
        QVERIFY(QDir().mkpath(parent));
        m_page->upkeep()->backUpInto(parent);
        QTRY_VERIFY_WITH_TIMEOUT(buttonIn(strip, u"Backed up today"_s) != nullptr, 60'000);
    }

    void theProblemReportIsShownBeforeItIsSaved() {
        ReportGroup* report = m_page->report();
        QVERIFY(buttonIn(report, u"Save as …"_s) == nullptr);  // not before it was seen
        test::press(report, u"Show what it contains"_s);
        QTRY_VERIFY_WITH_TIMEOUT(report->shownText().contains(u"rows entry"_s), 10'000);
        QVERIFY(!report->shownText().contains(u"王建国"_s));
        QVERIFY(!report->shownText().contains(u"云岭鹤"_s));
        QVERIFY(!report->shownText().contains(m_folder.path()));
        QVERIFY(buttonIn(report, u"Save as …"_s) != nullptr);
        const QString file = m_folder.filePath(u"report.txt"_s);
        report->saveTo(file);
        QTRY_VERIFY_WITH_TIMEOUT(says(report, u"Saved:"_s), 10'000);
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(saved.readAll()), report->shownText());
        report->saveTo(file);  // nothing is overwritten
        QTRY_VERIFY_WITH_TIMEOUT(says(report, u"already there"_s) || says(report, u"exists"_s), 10'000);
    }

    void aboutTellsVersionsAndLicences() {
        AboutGroup* about = m_page->about();
        QVERIFY(says(about, u"Qt "_s + QString::fromLatin1(qVersion())));
        QVERIFY(says(about, u"OpenSSL"_s) && says(about, u"SQLite"_s) && says(about, u"ZXing"_s));
        about->toggleLicences();
        auto* text = about->findChild<QPlainTextEdit*>();
        QVERIFY(text->isVisibleTo(about));
        QVERIFY(text->toPlainText().contains(u"LGPL-3.0"_s));
        QVERIFY(text->toPlainText().contains(u"TERMS AND CONDITIONS"_s));
    }

    void helpSaysTheKeysOfThePage() {
        for (QAction* action : m_window->actions())
            if (action->shortcut() == QKeySequence(u"F1"_s))
                action->trigger();
        auto* help = m_window->findChild<HelpPanel*>();
        QVERIFY(help->isVisible());
        QVERIFY(says(help, u"Settings"_s));
        QVERIFY(says(help, u"Ctrl+L"_s));
        QTest::keyClick(help, Qt::Key_Escape);
        QVERIFY(!help->isVisible());
    }
};

QTEST_MAIN(TestSettings)
#include "test_settings.moc"
