#include "core/services/handing_over.h"
#include "core/services/upkeep.h"
#include "tests/support/programs.h"
#include "tests/ui/desk_fixture.h"
#include "ui/bundles/bundles_page.h"
#include "ui/visits/visits_page.h"

#include <QAbstractItemModelTester>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chayan;
using namespace chayan::ui;

/// The real main window, offscreen, with real stores: what an officer does from the first start on.
class TestWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;

    QString store() const { return m_folder->filePath(u"store"_s); }
    void start(const std::vector<PageRow>& rows = pages()) {
        m_window = std::make_unique<MainWindow>(*m_appearance, rows, store());
        m_window->resize(1366, 768);
        m_window->show();
    }
    VisitsPage* visits() { return test::pageOf<VisitsPage>(*m_window); }
    BundlesPage* bundles() { return test::pageOf<BundlesPage>(*m_window); }

    static void drop(QWidget* onto, const QStringList& files) {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& file : files)
            urls << QUrl::fromLocalFile(file);
        data.setUrls(urls);
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(onto, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(onto, &dropped);
    }
    /// What is recorded, asked of the store itself.
    QString recorded(const QString& key) {
        const auto id = DossierId::fromText(visits()->opened());
        const auto dossier = services::readDossier(m_window->desk().session.office()->store(), *id);
        return dossier ? dossier->value(key) : QString();
    }
    void type(const QString& key, const QString& text) {
        FieldRow* row = visits()->form()->row(key);
        row->editor()->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(row->editor(), text);
    }
    void leave(const QString& key) {
        FieldRow* row = visits()->form()->row(key);
        QFocusEvent out(QEvent::FocusOut, Qt::TabFocusReason);
        QCoreApplication::sendEvent(row->editor(), &out);
    }

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        test::useOwnSettings(m_folder->path());
        Looks looks;
        looks.language = text::Language::English;
        m_appearance = std::make_unique<Appearance>(looks);
    }
    void cleanup() {
        m_window.reset();
        m_appearance.reset();
        m_folder.reset();
    }

    void firstRunMakesTheOfficerAndTheStore() {
        start();
        auto* page = m_window->findChild<StartPage*>();
        const QList<QLineEdit*> fields = page->findChildren<QLineEdit*>();
        QCOMPARE(fields.size(), 6);
        QTRY_VERIFY_WITH_TIMEOUT(fields[0]->isVisible(), 20'000);
        fields[0]->setText(u"王建国"_s);
        fields[1]->setText(u"川510100017"_s);
        fields[2]->setText(u"成都市市场监督管理局"_s);
        QCOMPARE(fields[3]->text(), u"510100"_s);  // the office says where it is
        fields[4]->setText(u"paper crane"_s);
        fields[5]->setText(u"paper"_s);
        auto* begin = page->findChild<QPushButton*>();
        for (QPushButton* button : page->findChildren<QPushButton*>())
            if (button->property("primary").toBool())
                begin = button;
        QVERIFY(!begin->isEnabled());  // the passphrases differ
        fields[5]->setText(u"paper crane"_s);
        QVERIFY(begin->isEnabled());
        begin->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->desk().session.state(), Session::State::Unlocked, 20'000);
        QVERIFY(QFile::exists(store() + u"/officer.pem"_s));
        QCOMPARE(m_window->desk().session.officer()->who.agency, u"成都市市场监督管理局"_s);
        QCOMPARE(m_window->current(), 0);
    }

    void theDemonstrationIsMadeAndShown() {
        start();
        auto* page = m_window->findChild<StartPage*>();
        QTRY_VERIFY_WITH_TIMEOUT(page->findChild<QLineEdit*>()->isVisible(), 20'000);
        QVERIFY(test::buttonIn(page, u"Show the demonstration"_s) != nullptr);
        page->showDemo(m_folder->filePath(u"demo"_s));
        QTRY_COMPARE_WITH_TIMEOUT(m_window->desk().session.state(), Session::State::Unlocked, 120'000);
        QTRY_COMPARE_WITH_TIMEOUT(visits()->list()->rowCount(), 18, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(visits()->visit()->conflicts()->count(), 2, 20'000);

        // Two bundles wait there to be tried.
        m_window->go(u"bundles"_s);
        QTRY_COMPARE_WITH_TIMEOUT(bundles()->traffic()->count(), 2, 20'000);
        test::press(bundles(), u"Verify one that was tampered with"_s);
        QTRY_COMPARE_WITH_TIMEOUT(bundles()->verdict(), u"invalid"_s, 30'000);
        test::press(bundles(), u"What was sent and received"_s);
        test::press(bundles(), u"Verify a bundle that came"_s);
        QTRY_COMPARE_WITH_TIMEOUT(bundles()->verdict(), u"valid"_s, 30'000);

        // Locked, it tells its passphrase, and asked for again it is opened as it is.
        m_window->desk().session.lock();
        auto* lock = m_window->findChild<LockPage*>();
        QVERIFY(test::says(lock, QString::fromLatin1(services::demoPassphrase)));
        m_window.reset();
        start();
        page = m_window->findChild<StartPage*>();
        page->showDemo(m_folder->filePath(u"demo"_s));
        QTRY_COMPARE_WITH_TIMEOUT(m_window->desk().session.state(), Session::State::Unlocked, 20'000);
    }

    void aVisitIsTypedSavedAndThereAfterAKill() {
        test::fillAgain(store());
        start();
        test::unlock(*m_window);
        QAbstractItemModelTester tester(visits()->list(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE_WITH_TIMEOUT(visits()->list()->rowCount(), 4, 20'000);
        const QString before = visits()->opened();
        QTRY_VERIFY(!visits()->opened().isEmpty());
        visits()->createVisit();
        QTRY_COMPARE_WITH_TIMEOUT(visits()->list()->rowCount(), 5, 20'000);
        QVERIFY(visits()->opened() != before);
        QTRY_COMPARE(recorded(u"status"_s), u"open"_s);
        QTRY_VERIFY(visits()->form()->row(u"title"_s)->editor()->hasFocus() || !m_window->isActiveWindow());

        // Typed, it is a draft; left, an entry.
        FieldRow* title = visits()->form()->row(u"title"_s);
        type(u"title"_s, u"Cold store"_s);
        QCOMPARE(title->state(), FieldRow::State::Typing);
        QTRY_COMPARE_WITH_TIMEOUT(title->state(), FieldRow::State::Kept, 10'000);
        QCOMPARE(recorded(u"title"_s), QString());
        const QString draft = store() + u"/drafts/"_s + visits()->opened();
        QVERIFY(QFile::exists(draft));
        QFile file(draft);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("Cold store"));  // sealed
        const auto whole = services::checkStore(m_window->desk().session.office()->store(), {});
        QVERIFY(whole && whole->ok());  // a draft is nothing to complain of
        leave(u"title"_s);
        QTRY_COMPARE_WITH_TIMEOUT(title->state(), FieldRow::State::Saved, 10'000);
        QCOMPARE(recorded(u"title"_s), u"Cold store"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(draft), 10'000);
        QTRY_COMPARE(visits()->list()->index(0).data().toString(), u"Cold store"_s);

        // A draft alone survives the end of the program.
        type(u"place"_s, u"Dock 7"_s);
        QTRY_COMPARE_WITH_TIMEOUT(visits()->form()->row(u"place"_s)->state(), FieldRow::State::Kept, 10'000);
        const QString id = visits()->opened();
        const QString copy = m_folder->filePath(u"copy"_s);
        QVERIFY(test::copyFolder(store(), copy));  // as a power cut would leave it
        m_window = std::make_unique<MainWindow>(*m_appearance, pages(), copy);
        m_window->show();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->desk().session.state(), Session::State::Locked, 20'000);
        bool told = false;  // of what was recovered
        for (const Notice* notice : m_window->findChild<LockPage*>()->findChildren<Notice*>())
            told |= notice->isVisible() && notice->what().contains(u"did not end"_s);
        QVERIFY(told);
        test::unlock(*m_window);
        visits()->open(id);
        QTRY_COMPARE_WITH_TIMEOUT(visits()->form()->row(u"place"_s)->typed(), u"Dock 7"_s, 10'000);
        QCOMPARE(visits()->form()->row(u"title"_s)->typed(), u"Cold store"_s);
    }

    void whatCannotBeRecordedSaysSoBesideItsField() {
        test::fillAgain(store());
        start();
        test::unlock(*m_window);
        QTRY_VERIFY_WITH_TIMEOUT(!visits()->opened().isEmpty(), 20'000);
        QTRY_COMPARE(visits()->form()->row(u"title"_s)->typed(), u"云岭鹤仓库现场检查"_s);
        FieldRow* ended = visits()->form()->row(u"ended_at"_s);
        type(u"ended_at"_s, u"yesterday"_s);
        leave(u"ended_at"_s);
        auto* notice = ended->findChild<Notice*>();
        QTRY_VERIFY(notice->isVisibleTo(ended));
        QVERIFY(notice->what().contains(u"Ended at"_s));
        QCOMPARE(recorded(u"ended_at"_s), QString());

        FieldRow* code = visits()->form()->row(u"party_credit_code"_s);
        type(u"party_credit_code"_s, u"91510100MA00000000"_s);
        leave(u"party_credit_code"_s);
        QTRY_COMPARE_WITH_TIMEOUT(code->state(), FieldRow::State::Saved,
                                  10'000);  // it warns and never blocks
        bool warned = false;
        for (const QLabel* label : code->findChildren<QLabel*>())
            warned |= label->isVisibleTo(code) && label->text().contains(u"check"_s, Qt::CaseInsensitive);
        QVERIFY(warned);
    }

    void photographsComeByDragAndDrop() {
        test::fillAgain(store());
        start();
        test::unlock(*m_window);
        QTRY_VERIFY_WITH_TIMEOUT(!visits()->opened().isEmpty(), 20'000);
        // The first visit's stand there, so that none can only mean the new one.
        QTRY_COMPARE_WITH_TIMEOUT(visits()->photos()->model()->photoCount(), 7, 20'000);
        visits()->createVisit();
        QTRY_COMPARE_WITH_TIMEOUT(visits()->list()->rowCount(), 5, 20'000);
        PhotosView* photos = visits()->photos();
        QTRY_COMPARE(photos->model()->photoCount(), 0);
        QAbstractItemModelTester tester(photos->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        visits()->showTab(VisitView::PhotosTab);
        const QStringList files = test::demoPictures();
        QCOMPARE(files.size(), 7);
        drop(photos, files);
        QVERIFY(photos->model()->rowCount() == 7);  // each has its place, shown as being saved
        QVERIFY(photos->model()->index(0).data(PhotoModel::Saving).toBool());
        QTRY_COMPARE_WITH_TIMEOUT(photos->model()->photoCount(), 7, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->desk().tasks.anyRunning(), 20'000);
        QCOMPARE(photos->model()->rowCount(), 7);
        const auto id = DossierId::fromText(visits()->opened());
        const auto dossier = services::readDossier(m_window->desk().session.office()->store(), *id);
        QCOMPARE(dossier->list(u"originals").size(), 7u);
        QStringList codes;
        for (int row = 0; row < 7; ++row)
            for (const domain::ScannedCode& code : photos->model()->photo(row)->codes)
                codes << code.text;
        QVERIFY(codes.contains(u"9521234543213"_s));
        QVERIFY(codes.contains(u"LK100000992CN"_s));
        // Thumbnails arrive by themselves, and one can be seen large.
        for (int row = 0; row < 7; ++row)
            photos->model()->index(row).data(PhotoModel::Thumbnail);
        QTRY_VERIFY_WITH_TIMEOUT(
            !photos->model()->index(0).data(PhotoModel::Thumbnail).value<QImage>().isNull(), 30'000);
        photos->openLarge(0);
        QTRY_VERIFY(photos->findChild<PictureView*>()->isVisible());

        // What is missing is named; the rest stays.
        drop(photos, {m_folder->filePath(u"gone.jpg"_s)});
        auto* notice = photos->findChild<Notice*>();
        QTRY_VERIFY_WITH_TIMEOUT(notice->isVisibleTo(photos), 20'000);
        QVERIFY(notice->what().startsWith(u"1 "_s));
        QTRY_COMPARE(photos->model()->rowCount(), 7);
    }

    void aVisitIsHandedOverAndVerified() {
        const DossierId id = test::fillAgain(store());
        start();
        test::unlock(*m_window);
        m_window->go(u"bundles"_s, id.text());
        ExportView* exporter = bundles()->exporter();
        QPushButton* write = nullptr;
        for (QPushButton* button : exporter->findChildren<QPushButton*>())
            if (button->property("primary").toBool())
                write = button;
        QTRY_VERIFY_WITH_TIMEOUT(write->isEnabled(), 20'000);
        const QString file = m_folder->filePath(u"a.bundle.zip"_s);
        exporter->setPath(file);
        write->click();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(write->isEnabled(), 20'000);

        // Nothing is overwritten.
        write->click();
        QTRY_VERIFY_WITH_TIMEOUT(exporter->findChild<Notice*>()->isVisibleTo(exporter), 20'000);

        drop(m_window.get(), {file});
        QTRY_COMPARE_WITH_TIMEOUT(bundles()->verdict(), u"valid"_s, 30'000);

        // A changed byte, a file cut short, and something that is no bundle.
        QFile good(file);
        QVERIFY(good.open(QIODevice::ReadOnly));
        const QByteArray bytes = good.readAll();
        const auto put = [&](const QString& name, const QByteArray& content) {
            QFile out(m_folder->filePath(name));
            if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
                qFatal("cannot write");
            return out.fileName();
        };
        QByteArray changed = bytes;
        changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
        for (const QString& bad :
             {put(u"changed.zip"_s, changed), put(u"cut.zip"_s, bytes.left(bytes.size() / 2)),
              put(u"none.zip"_s, "this is no bundle")}) {
            drop(m_window.get(), {bad});
            QTRY_COMPARE_WITH_TIMEOUT(bundles()->verdict(), u"invalid"_s, 30'000);
            auto* report = bundles()->findChild<ReportView*>();
            QVERIFY(report->findChild<Notice*>() != nullptr);  // the reason stands there
        }
    }

    void aBundleOfAnotherOfficeIsIntactButNotKnown() {
        QTemporaryDir elsewhere;
        const DossierId id = test::fill(elsewhere.filePath(u"store"_s));
        const QString file = m_folder->filePath(u"theirs.bundle.zip"_s);
        {
            auto office = services::Office::open(elsewhere.filePath(u"store"_s));
            const auto officers = (*office)->officers();
            QVERIFY((*office)->unlock(officers->front().fingerprint, test::passphrase));
            QVERIFY(services::handOver((*office)->store(), *(*office)->signer(),
                                       {.dossiers = {id}, .out = file}, SystemClock().read().utc, {}));
        }
        test::fillAgain(store());
        start();
        m_window->openFiles({file});  // given at the start; shown once unlocked
        test::unlock(*m_window);
        QTRY_COMPARE_WITH_TIMEOUT(bundles()->verdict(), u"untrusted"_s, 30'000);
    }

    void itLocksAndUnlocks() {
        test::fillAgain(store());
        start();
        test::unlock(*m_window);
        QTRY_VERIFY_WITH_TIMEOUT(!visits()->opened().isEmpty(), 20'000);
        QTRY_COMPARE(visits()->form()->row(u"title"_s)->typed(), u"云岭鹤仓库现场检查"_s);
        type(u"measures"_s, u" Sealed."_s);
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
        if (m_window->desk().session.state() == Session::State::Unlocked)
            m_window->desk().session.lock();  // offscreen, a window need not be active
        QCOMPARE(m_window->desk().session.state(), Session::State::Locked);
        QVERIFY(!m_window->desk().session.office()->signer());
        auto* lock = m_window->findChild<LockPage*>();
        QVERIFY(lock->isVisible());
        QVERIFY(!visits()->isVisible());
        auto* field = lock->findChild<QLineEdit*>();
        field->setText(u"not this one"_s);
        QTest::keyClick(field, Qt::Key_Return);
        auto* notice = lock->findChild<Notice*>();
        QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), 20'000);
        QCOMPARE(m_window->desk().session.state(), Session::State::Locked);
        QVERIFY(field->text().isEmpty());
        test::unlock(*m_window);
        QTRY_VERIFY_WITH_TIMEOUT(recorded(u"measures"_s).contains(u"Sealed."_s),
                                 10'000);  // locking lost nothing
    }

    void languageAndThemeChangeWhileItRuns() {
        test::fillAgain(store());
        start();
        test::unlock(*m_window);
        QTRY_VERIFY_WITH_TIMEOUT(!visits()->opened().isEmpty(), 20'000);
        const QString open = visits()->opened();
        Looks looks = m_appearance->looks();
        looks.language = text::Language::Chinese;
        looks.shade = Looks::Shade::Dark;
        m_appearance->apply(looks);
        QTRY_COMPARE_WITH_TIMEOUT(titleOf(m_window->rows()[0]), u"检查"_s, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(visits() != nullptr && visits()->opened() == open, 10'000);
        QTRY_COMPARE(&coloursOf(m_window->palette()), &coloursOf(Theme::Dark));
        QCOMPARE(m_window->desk().session.state(), Session::State::Unlocked);
        QCOMPARE(loadLooks(), looks);
    }

    void aPageIsOneRow() {
        test::fillAgain(store());
        std::vector<PageRow> rows = pages();
        struct Extra : Page {
            explicit Extra(QString* asked) : asked(asked) {}
            void open(const QString& what) override { *asked = what; }
            QString* asked;
        };
        QString asked;
        rows.insert(rows.begin() + 1,
                    {u"extra"_s, "Extra", u"goods", [&asked](Desk&) { return new Extra(&asked); }});
        start(rows);
        test::unlock(*m_window);
        const auto buttons = m_window->findChild<Rail*>()->findChildren<QToolButton*>();
        QCOMPARE(static_cast<std::size_t>(buttons.size()), rows.size());
        buttons[1]->click();
        QCOMPARE(m_window->current(), 1);
        m_window->go(u"extra"_s, u"here"_s);
        QCOMPARE(asked, u"here"_s);
        bool hasKey = false;
        for (const QAction* action : m_window->actions())
            hasKey |= action->shortcut() == QKeySequence(u"Ctrl+2"_s) && action->text().contains(u"Extra"_s);
        QVERIFY(hasKey);
    }
};

QTEST_MAIN(TestWindow)
#include "test_window.moc"
