#include "core/services/items.h"
#include "core/services/visits.h"
#include "tests/support/programs.h"
#include "tests/ui/desk_fixture.h"
#include "ui/search/search_page.h"
#include "ui/visits/visits_page.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chayan;
using namespace chayan::ui;

/// Finding visits, and what is sealed in them.
class TestVisits : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;

    VisitsPage* visits() { return m_window->findChild<VisitsPage*>(); }
    const store::Store& store() { return m_window->desk().session.office()->store(); }
    /// Entries that say that something sealed was shown.
    std::vector<Json> readings() {
        auto database = store().reader();
        store::Query query =
            database->prepare("SELECT bytes FROM entry WHERE kind='sealed.read' ORDER BY id");
        std::vector<Json> found;
        while (query.step().value())
            found.push_back(parseCanonical(view(query.blob(0)))->object()->at("body"));
        return found;
    }

  private Q_SLOTS:
    void init() {
        m_appearance.reset();
        test::useOwnSettings(m_folder.path());
        Looks looks;
        looks.language = text::Language::English;
        m_appearance = std::make_unique<Appearance>(looks);
        const QString store = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()));
        test::fillAgain(store);
        m_window = std::make_unique<MainWindow>(*m_appearance, pages(), store);
        m_window->resize(1366, 768);
        m_window->show();
        test::unlock(*m_window);
        QTRY_COMPARE_WITH_TIMEOUT(visits()->list()->rowCount(), 4, 20'000);
    }
    void cleanup() { m_window.reset(); }

    void theListFindsAsOneTypes() {
        QAbstractItemModelTester tester(visits()->list(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QLineEdit* find = nullptr;
        for (QLineEdit* line : visits()->findChildren<QLineEdit*>())
            if (line->accessibleName() == u"Find in visits"_s)
                find = line;
        QVERIFY(find != nullptr);
        find->setText(u"敷料"_s);
        QTRY_COMPARE(visits()->list()->rowCount(), 1);
        QCOMPARE(visits()->list()->index(0).data().toString(), u"医用敷料抽样"_s);
        find->setText(u"no such word"_s);
        QTRY_COMPARE(visits()->list()->rowCount(), 0);
        find->clear();
        QTRY_COMPARE(visits()->list()->rowCount(), 4);
    }

    void searchShowsHitsInContextAndOpensThem() {
        auto* page = m_window->findChild<SearchPage*>();
        QAbstractItemModelTester tester(page->hits(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_window->go(u"search"_s, u"进货查验"_s);
        QTRY_COMPARE(page->hits()->rowCount(), 1);
        const QModelIndex hit = page->hits()->index(0);
        QCOMPARE(hit.data().toString(), u"云岭鹤仓库现场检查"_s);
        QVERIFY(hit.data(HitModel::Snippet).toString().contains(u"进货查验"_s));
        QVERIFY(!hit.data(HitModel::Where).toString().isEmpty());
        m_window->go(u"search"_s, u"云岭鹤"_s);
        QTRY_VERIFY(page->hits()->rowCount() >= 3);
        m_window->go(u"search"_s, u"LK100000992CN"_s);  // a code that was read
        QTRY_COMPARE(page->hits()->rowCount(), 1);
        Q_EMIT page->findChild<QListView*>()->activated(page->hits()->index(0));
        QCOMPARE(m_window->current(), 0);
        QTRY_COMPARE(visits()->opened(), page->hits()->hit(0).dossier.text());
        m_window->go(u"search"_s, u"!!"_s);
        QTRY_COMPARE(page->hits()->rowCount(), 0);
    }

    void whatIsSealedIsShownForAReasonThatIsRecorded() {
        QTRY_VERIFY_WITH_TIMEOUT(visits()->visit()->isRead(), 20'000);
        VisitForm* form = visits()->form();
        FieldRow* who = form->row(u"complainant_name"_s);
        QVERIFY(who != nullptr && !who->isVisibleTo(form));
        auto* gate = form->findChild<SealedGate*>();
        QVERIFY(gate->isVisibleTo(form));
        auto* show = gate->findChild<QPushButton*>();
        QVERIFY(!show->isEnabled());  // not without a reason
        form->openSealed(u"filling in"_s);
        QTRY_VERIFY_WITH_TIMEOUT(who->isVisibleTo(form), 10'000);
        QVERIFY(readings().empty());  // nothing was there to see
        who->editor()->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(who->editor(), u"Zhou"_s);
        QFocusEvent out(QEvent::FocusOut, Qt::TabFocusReason);
        QCoreApplication::sendEvent(who->editor(), &out);
        QTRY_COMPARE_WITH_TIMEOUT(who->state(), FieldRow::State::Saved, 10'000);
        const auto id = DossierId::fromText(visits()->opened());
        QVERIFY(services::readDossier(store(), *id)->value(u"complainant_name").isEmpty());
        const auto signer = m_window->desk().session.office()->signer();
        QCOMPARE(services::readDossier(store(), *id, signer->get())->value(u"complainant_name"), u"Zhou"_s);

        // Locking takes it off the screen, and looking again is recorded.
        m_window->desk().session.lock();
        QVERIFY(!who->isVisibleTo(form));
        QVERIFY(who->typed().isEmpty());
        test::unlock(*m_window);
        QTRY_VERIFY_WITH_TIMEOUT(form->isVisible() && visits()->visit()->isRead(), 20'000);
        form->openSealed(u"calling back"_s);
        QTRY_COMPARE_WITH_TIMEOUT(who->typed(), u"Zhou"_s, 10'000);
        const std::vector<Json> read = readings();
        QCOMPARE(read.size(), 1u);
        const Json::Object& body = *read[0].object();
        QCOMPARE(*body.at("reason").string(), u"calling back"_s);
        QCOMPARE(*body.at("name").string(), u"complainant_name"_s);
        QCOMPARE(*body.at("dossier").string(), visits()->opened());
    }

    void anEntryOfTheHistoryIsProven() {
        visits()->showTab(VisitView::HistoryTab);
        HistoryModel* history = visits()->history()->model();
        QTRY_VERIFY_WITH_TIMEOUT(history->rowCount() > 20, 20'000);
        visits()->history()->findChild<QListView*>()->setCurrentIndex(history->index(3));
        const auto says = [&](const QString& words) {
            for (const QLabel* label : visits()->inspector()->findChildren<QLabel*>())
                if (label->isVisibleTo(visits()) && label->text().contains(words))
                    return true;
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Its hash leads to the checkpoint"_s), 10'000);
        QVERIFY(says(u"王建国"_s));
    }

    void whoWasThereIsListedAndWhatIsPrivateOfThemIsSealed() {
        QTRY_VERIFY_WITH_TIMEOUT(visits()->visit()->isRead(), 20'000);
        PeopleView* people = visits()->visit()->people();
        visits()->showTab(VisitView::PeopleTab);
        const int before = people->count();
        people->addLine();
        QTRY_COMPARE_WITH_TIMEOUT(people->count(), before + 1, 10'000);
        // What is typed next goes into the new line, not to the button again.
        QTRY_VERIFY_WITH_TIMEOUT(m_window->focusWidget() == people->row(before, u"name"_s)->editor(), 10'000);
        QTRY_VERIFY(!people->row(before, u"name"_s)->visibleRegion().isEmpty());
        const auto type = [](FieldRow* row, const QString& text) {
            row->editor()->setFocus(Qt::TabFocusReason);
            QTest::keyClicks(row->editor(), text);
            QFocusEvent out(QEvent::FocusOut, Qt::TabFocusReason);
            QCoreApplication::sendEvent(row->editor(), &out);
        };
        type(people->row(before, u"name"_s), u"Wu"_s);
        QTRY_COMPARE_WITH_TIMEOUT(people->row(before, u"name"_s)->state(), FieldRow::State::Saved, 10'000);
        QVERIFY(!people->row(before, u"phone"_s)->isVisibleTo(people));
        const std::size_t seen = readings().size();
        people->openSealed(u"filling in"_s);
        QTRY_VERIFY_WITH_TIMEOUT(people->row(before, u"phone"_s)->isVisibleTo(people), 10'000);
        QCOMPARE(readings().size(), seen);
        type(people->row(before, u"phone"_s), u"13912345678"_s);
        QTRY_COMPARE_WITH_TIMEOUT(people->row(before, u"phone"_s)->state(), FieldRow::State::Saved, 10'000);

        // Another line leaves what is on the screen where it is.
        people->addLine();
        QTRY_COMPARE_WITH_TIMEOUT(people->count(), before + 2, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(people->row(before, u"phone"_s)->typed(), u"13912345678"_s, 10'000);
        QVERIFY(people->row(before + 1, u"phone"_s)->isVisibleTo(people));

        // What another one seals meanwhile is seen, too.
        for (const Lane lane : {Lane::Saving, Lane::Reading})
            QTRY_VERIFY(m_window->desk().lanes.idle(lane));
        QTest::qWait(100);
        const auto id = DossierId::fromText(visits()->opened());
        const auto open = services::readDossier(store(), *id);
        const ItemId first = open->list(u"people")[static_cast<std::size_t>(before)]->id;
        const auto signer = m_window->desk().session.office()->signer();
        QVERIFY(services::setItem(m_window->desk().session.office()->store(), *signer, *id, first,
                                  {{u"address"_s, u"Lane 5"_s}}));
        m_window->desk().session.noteChange(*id);
        QTRY_COMPARE_WITH_TIMEOUT(people->row(before, u"address"_s)->typed(), u"Lane 5"_s, 10'000);

        const auto closed = services::readDossier(store(), *id);
        const domain::Item* person = closed->list(u"people")[static_cast<std::size_t>(before)];
        QCOMPARE(closed->value(*person, u"name"), u"Wu"_s);
        QVERIFY(closed->value(*person, u"phone").isEmpty());

        m_window->desk().session.lock();
        QVERIFY(!people->row(before, u"phone"_s)->isVisibleTo(people));
        QVERIFY(people->row(before, u"phone"_s)->typed().isEmpty());
        test::unlock(*m_window);
        QTRY_VERIFY_WITH_TIMEOUT(people->isVisible() && visits()->visit()->isRead(), 20'000);
        people->openSealed(u"calling back"_s);
        QTRY_COMPARE_WITH_TIMEOUT(people->row(before, u"phone"_s)->typed(), u"13912345678"_s, 10'000);
        const std::vector<Json> read = readings();
        QCOMPARE(read.size(), seen + 2);
        QCOMPARE(*read[seen].object()->at("name").string(), u"phone/"_s + person->id.text());
        QCOMPARE(*read[seen + 1].object()->at("name").string(), u"address/"_s + person->id.text());
    }

    void goodsComeFromTheCodesInPhotographs() {
        GoodsView* goods = visits()->goods();
        visits()->showTab(VisitView::GoodsTab);
        QTRY_VERIFY_WITH_TIMEOUT(goods->proposed() > 0, 20'000);
        QCOMPARE(goods->count(), 0);
        const int proposed = goods->proposed();
        goods->takeProposals();
        QTRY_COMPARE_WITH_TIMEOUT(goods->count(), proposed, 20'000);
        QCOMPARE(goods->proposed(), 0);
        QStringList numbers;
        for (int line = 0; line < goods->count(); ++line)
            numbers << goods->row(line, u"gtin"_s)->typed().right(13);
        QVERIFY(numbers.contains(u"9521234543213"_s));

        // A field of a line is recorded as it is left.
        FieldRow* name = goods->row(0, u"name"_s);
        name->editor()->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(name->editor(), u"Lotion"_s);
        QFocusEvent out(QEvent::FocusOut, Qt::TabFocusReason);
        QCoreApplication::sendEvent(name->editor(), &out);
        QTRY_COMPARE_WITH_TIMEOUT(name->state(), FieldRow::State::Saved, 10'000);
        const auto id = DossierId::fromText(visits()->opened());
        const auto dossier = services::readDossier(store(), *id);
        const auto lines = dossier->list(u"goods");
        QCOMPARE(static_cast<int>(lines.size()), proposed);
        QCOMPARE(dossier->value(*lines[0], u"name"), u"Lotion"_s);
        goods->addLine();
        QTRY_COMPARE_WITH_TIMEOUT(goods->count(), proposed + 1, 10'000);

        // What is typed in a line is a draft beside that of the form, and both are there after the end.
        FieldRow* mark = goods->row(0, u"mark"_s);
        mark->editor()->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(mark->editor(), u"Crane"_s);
        QCOMPARE(mark->state(), FieldRow::State::Typing);
        QTRY_COMPARE_WITH_TIMEOUT(mark->state(), FieldRow::State::Kept, 10'000);
        FieldRow* notes = visits()->form()->row(u"notes"_s);
        notes->editor()->setFocus(Qt::OtherFocusReason);
        QTest::keyClicks(notes->editor(), u"later"_s);
        QTRY_COMPARE_WITH_TIMEOUT(notes->state(), FieldRow::State::Kept, 10'000);
        const QString copy = m_folder.filePath(u"copy"_s);
        QVERIFY(test::copyFolder(m_window->desk().session.folder(), copy));
        const test::OpenWindow again(copy);
        auto* visits = again.page<VisitsPage>();
        again->go(u"visits"_s, id->text());
        QTRY_COMPARE_WITH_TIMEOUT(visits->goods()->count(), proposed + 1, 20'000);
        // Leaving the line by the mouse made its entry; whichever it is, nothing typed is lost.
        QTRY_COMPARE(visits->goods()->row(0, u"mark"_s)->typed(), u"Crane"_s);
        QCOMPARE(visits->form()->row(u"notes"_s)->typed(), u"later"_s);
    }
};

QTEST_MAIN(TestVisits)
#include "test_visits.moc"
