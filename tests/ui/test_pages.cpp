#include "tests/ui/desk_fixture.h"
#include "ui/bundles/bundles_page.h"
#include "ui/capture/capture_view.h"
#include "ui/capture/device_panel.h"
#include "ui/visits/visits_page.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStyleOptionComboBox>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace chayan;
using namespace chayan::ui;

/// Walks every page of the table in both languages and looks for what a person would stumble over.
class TestPages : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static bool hasCjk(const QString& text) {
        return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x3400; });
    }
    static bool hasWords(const QString& text) {
        return std::count_if(text.begin(), text.end(), [](QChar c) { return c >= u'a' && c <= u'z'; }) > 3;
    }
    static QString where(const QWidget* widget) {
        QStringList path;
        for (const QWidget* at = widget; at != nullptr; at = at->parentWidget())
            path.prepend(QString::fromLatin1(at->metaObject()->className()));
        return path.mid(std::max<qsizetype>(0, path.size() - 4)).join(u'>') + u" “"_s +
               widget->accessibleName() + u"”"_s;
    }

    void checkWidgets(QWidget* root, text::Language language) {
        for (QWidget* widget : root->findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->visibleRegion().isEmpty())
                continue;
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            const auto* label = qobject_cast<QLabel*>(widget);
            const QString text = button != nullptr  ? button->text()
                                 : label != nullptr ? label->text()
                                                    : QString();
            const bool internal = qobject_cast<QScrollBar*>(widget) != nullptr ||
                                  widget->inherits("QComboBoxListView") ||
                                  qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) != nullptr ||
                                  widget->inherits("QLineEditIconButton");
            if ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isEnabled() && !internal)
                QVERIFY2(!widget->accessibleName().isEmpty() || !text.isEmpty(), qPrintable(where(widget)));
            if (const auto* box = qobject_cast<QComboBox*>(widget)) {
                QStyleOptionComboBox option;
                option.initFrom(box);
                option.subControls = QStyle::SC_All;
                const int room =
                    box->style()
                        ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box)
                        .width();
                QVERIFY2(room >= box->fontMetrics().horizontalAdvance(box->currentText()),
                         qPrintable(where(widget) + box->currentText()));
            }
            if (!internal && (button != nullptr || qobject_cast<QLineEdit*>(widget) != nullptr ||
                              qobject_cast<QComboBox*>(widget) != nullptr)) {
                const QSize least = widget->minimumSizeHint();
                QVERIFY2(widget->width() >= least.width() && widget->height() >= least.height(),
                         qPrintable(u"%1: %2x%3 < %4x%5"_s.arg(where(widget))
                                        .arg(widget->width())
                                        .arg(widget->height())
                                        .arg(least.width())
                                        .arg(least.height())));
            }
            if (button != nullptr && !internal && !text.isEmpty())
                QVERIFY2(button->width() >= QFontMetrics(button->font()).horizontalAdvance(text),
                         qPrintable(where(widget) + text));
            if (label != nullptr && !text.isEmpty()) {
                const int needed =
                    label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
                QVERIFY2(label->height() >= needed, qPrintable(where(widget) + text));
                if (!label->wordWrap())
                    QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(where(widget) + text));
            }
            if (language == text::Language::Chinese && button != nullptr && hasWords(text))
                QVERIFY2(hasCjk(text) || text == u"English", qPrintable(where(widget) + text));
        }
    }

    /// Texts that have just come want the layout again, and what is around them after that: until nothing has
    /// moved for a while.
    static void settle(MainWindow& window) {
        QTRY_VERIFY(window.desk().lanes.idle(Lane::Reading));
        QList<QRect> places;
        for (int i = 0, still = 0; i < 200 && still < 5; ++i) {
            QTest::qWait(20);
            QList<QRect> now;
            for (const QWidget* widget : window.findChildren<QWidget*>())
                now += widget->geometry();
            still = now == places ? still + 1 : 0;
            places = std::move(now);
        }
    }

    /// The panels beside the gallery: with no network, with several, and after photographs that are hard to
    /// read; a card with its files, and a clock that is off.
    void walkPanels(MainWindow& window, PhotosView* photos, text::Language language) {
        const auto check = [&] {
            settle(window);
            checkWidgets(&window, language);
        };
        PhonePanel* phone = photos->phone();
        phone->setAddresses([] { return std::vector<phone::Address>(); });
        photos->takeFromPhone();
        QVERIFY(phone->isVisible());
        check();
        phone->close();
        phone->setAddresses([] {
            return std::vector<phone::Address>{{u"127.0.0.1"_s, u"enp0s31f6"_s},
                                               {u"127.0.0.2"_s, u"wlp0s20f3"_s, true}};
        });
        photos->takeFromPhone();
        QVERIFY(phone->isOn());
        check();
        phone->session()->renew();
        check();
        phone->close();
        DevicePanel* device = photos->device();
        photos->takeFromDevice();
        QVERIFY(device->isVisible());
        check();
        device->setFolder(QStringLiteral(CHAYAN_SOURCE_DIR "/resources/demo"));
        QTRY_VERIFY_WITH_TIMEOUT(device->fileCount() > 1, 60'000);
        for (const int seconds : {0, -3600, 86'400 * 3 + 61}) {
            device->shown()->setDateTime(QDateTime::currentDateTime().addSecs(seconds));
            device->measure();
            check();
        }
        device->setFolder(m_folder.filePath(u"gone"_s));
        QTRY_VERIFY_WITH_TIMEOUT(device->notice()->isVisible(), 60'000);
        check();
        device->close();
    }

    /// What is done with a photograph that stands large: its label, references, and one laid over another.
    void walkLabels(MainWindow& window, VisitsPage* visits, text::Language language) {
        const auto check = [&] {
            settle(window);
            checkWidgets(&window, language);
        };
        PhotosView* photos = visits->photos();
        photos->openLarge(0);
        photos->scanLabel();
        QTRY_VERIFY_WITH_TIMEOUT(!photos->labelScan()->isLooking(), 60'000);
        check();
        photos->openLarge(0);
        photos->keepAsReference();
        check();
        photos->openLarge(0);
        photos->large()->chooseGenuine();
        check();
        photos->openLarge(0);
        LargeView* large = photos->large();
        large->setComparing(true);
        check();
        large->showDifferences();
        QTRY_VERIFY_WITH_TIMEOUT(large->comparison()->isDone(), 60'000);
        check();
        const Digest genuine = photos->model()->photo(0)->sha256;
        large->comparison()->compare({*DossierId::fromText(visits->opened()), genuine, genuine, {}});
        QTRY_VERIFY_WITH_TIMEOUT(large->comparison()->isDone(), 60'000);
        for (const LaidOver::Way way : {LaidOver::Differences, LaidOver::Overlay}) {
            large->comparison()->setWay(way);
            check();
        }
        visits->showReferences();
        check();
        visits->references()->add(QStringLiteral(CHAYAN_SOURCE_DIR "/resources/demo/pallet.jpg"));
        check();
        visits->showTab(VisitView::PhotosTab);
    }

    static void bringIntoView(QWidget* widget) {
        for (QWidget* at = widget->parentWidget(); at != nullptr; at = at->parentWidget())
            if (auto* area = qobject_cast<QScrollArea*>(at))
                area->ensureWidgetVisible(widget);
    }

    void checkKeys(MainWindow& window) {
        std::set<QString> keys;
        QList<QAction*> actions = window.actions() + window.page(window.current())->actions();
        QVERIFY(actions.size() >= 6);
        for (const QAction* action : actions) {
            QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
            QVERIFY2(keys.insert(action->shortcut().toString()).second,
                     qPrintable(action->shortcut().toString()));
            QVERIFY(!action->text().isEmpty() && !action->icon().isNull());
        }
    }

  private Q_SLOTS:
    void initTestCase() {
        test::useOwnSettings(m_folder.path());
        test::fill(m_folder.filePath(u"store"_s));
    }

    void everyPage_data() {
        QTest::addColumn<int>("language");
        QTest::addColumn<int>("percent");
        QTest::addColumn<QSize>("size");
        QTest::newRow("zh_CN") << int(text::Language::Chinese) << 100 << QSize(1366, 768);
        QTest::newRow("en") << int(text::Language::English) << 100 << QSize(1366, 768);
        QTest::newRow("en, large text") << int(text::Language::English) << 150 << QSize(1366, 768);
        QTest::newRow("zh_CN, small window") << int(text::Language::Chinese) << 100 << QSize(1024, 600);
    }
    void everyPage() {
        QFETCH(int, language);
        QFETCH(int, percent);
        QFETCH(QSize, size);
        QTest::failOnWarning(QRegularExpression(u"no icon"_s));
        Looks looks;
        looks.language = static_cast<text::Language>(language);
        looks.textPercent = percent;
        Appearance appearance(looks);
        {
            MainWindow first(appearance, pages(), m_folder.filePath(u"none"_s));
            first.resize(size);
            first.show();
            QTRY_VERIFY_WITH_TIMEOUT(first.findChild<StartPage*>()->findChild<QLineEdit*>()->isVisible(),
                                     20'000);
            checkWidgets(&first, looks.language);
        }
        MainWindow window(appearance, pages(), m_folder.filePath(u"store"_s));
        window.resize(size);
        window.show();
        QTRY_COMPARE_WITH_TIMEOUT(window.desk().session.state(), Session::State::Locked, 20'000);
        checkWidgets(&window, looks.language);
        test::unlock(window);
        auto* visits = window.findChild<VisitsPage*>();
        QTRY_VERIFY_WITH_TIMEOUT(visits->photos()->model()->photoCount() == 7, 20'000);
        QCOMPARE(window.size(), size);  // nothing forces it larger
        for (std::size_t i = 0; i < window.rows().size(); ++i) {
            window.go(window.rows()[i].key);
            settle(window);
            checkWidgets(&window, looks.language);
            checkKeys(window);
        }
        window.go(u"visits"_s);
        for (int tab = VisitView::RecordTab; tab <= VisitView::ConflictsTab; ++tab) {
            visits->showTab(tab);
            settle(window);
            checkWidgets(&window, looks.language);
        }
        // What is sealed, once it is open; a line of goods with a warning; a signature and what confirms it;
        // a photograph that is drawn upon; the history of a field.
        visits->showTab(VisitView::RecordTab);
        visits->form()->openSealed(u"walk"_s);
        FieldRow* sealed = visits->form()->row(u"complainant_name"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sealed->isVisibleTo(visits->form()), 20'000);
        sealed->editor()->setFocus();
        visits->visit()->showFieldHistory();
        settle(window);  // the history takes its room first
        bringIntoView(sealed);
        settle(window);
        QVERIFY(!sealed->visibleRegion().isEmpty());
        checkWidgets(&window, looks.language);
        visits->showTab(VisitView::GoodsTab);
        if (visits->goods()->count() == 0)
            visits->goods()->takeProposals();
        QTRY_VERIFY_WITH_TIMEOUT(visits->goods()->count() > 0, 20'000);
        QTest::keyClicks(visits->goods()->row(0, u"gtin"_s)->editor(), u"1"_s);
        settle(window);
        checkWidgets(&window, looks.language);
        for (const QString& key : {u"quantity"_s, u"note"_s}) {
            bringIntoView(visits->goods()->row(0, key));
            settle(window);
            checkWidgets(&window, looks.language);
        }
        visits->showTab(VisitView::SignaturesTab);
        visits->visit()->records()->sign();
        QTRY_VERIFY_WITH_TIMEOUT(visits->visit()->records()->count() > 0, 20'000);
        settle(window);
        checkWidgets(&window, looks.language);
        visits->showTab(VisitView::PhotosTab);
        visits->photos()->openLarge(0);
        settle(window);
        checkWidgets(&window, looks.language);
        visits->photos()->annotate();
        settle(window);
        checkWidgets(&window, looks.language);
        visits->photos()->capture();
        settle(window);
        checkWidgets(&window, looks.language);
        visits->photos()->capturer()->sources()->useFolder(
            QStringLiteral(CHAYAN_SOURCE_DIR "/resources/demo"), 25);
        QTRY_VERIFY_WITH_TIMEOUT(visits->photos()->capturer()->shownNumber() == 6, 20'000);
        settle(window);
        checkWidgets(&window, looks.language);
        visits->photos()->endCapture();
        walkPanels(window, visits->photos(), looks.language);
        walkLabels(window, visits, looks.language);
        window.go(u"bundles"_s, visits->opened());
        settle(window);
        checkWidgets(&window, looks.language);
    }

    void tabOrderOfTheFormIsReadingOrder() {
        Looks looks;
        looks.language = text::Language::English;
        Appearance appearance(looks);
        MainWindow window(appearance, pages(), m_folder.filePath(u"store"_s));
        window.resize(1366, 768);
        window.show();
        test::unlock(window);
        auto* form = window.findChild<VisitForm*>();
        QTRY_VERIFY_WITH_TIMEOUT(form->isVisible(), 20'000);
        QPoint before(-1, -1);
        int count = 0;
        QWidget* at = form->row(u"title"_s)->editor();
        QWidget* first = at;
        do {
            if (form->isAncestorOf(at) && (at->focusPolicy() & Qt::TabFocus) != 0 && at->isVisibleTo(form) &&
                qobject_cast<FieldRow*>(at->parentWidget()) != nullptr) {
                const QPoint place = at->mapTo(form, QPoint());
                QVERIFY2(place.y() > before.y() || (place.y() == before.y() && place.x() > before.x()),
                         qPrintable(at->accessibleName()));
                before = place;
                ++count;
            }
            at = at->nextInFocusChain();
        } while (at != first);
        QVERIFY(count > 15);
    }
};

QTEST_MAIN(TestPages)
#include "test_pages.moc"
