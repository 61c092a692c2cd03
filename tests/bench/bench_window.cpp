// How long the window ever keeps anybody waiting, offscreen, on a store as years of work leave it:
//   bench_window prepare FOLDER [VISITS [PHOTOS [GALLERY]]]   makes the store (100,000 visits of ten entries,
//   a
//                                                            visit with 2,000 photographs, 500 more to take
//                                                            in)
//   bench_window FOLDER                                       measures; the store stays, with what was taken
//   in
// Prints figures beside their goals, asserts nothing, since a loaded machine is no fault of the code.
#include "core/services/handing_over.h"
#include "core/services/photos.h"
#include "core/services/visits.h"
#include "core/store/listing.h"
#include "tests/bench/fill_visits.h"
#include "tests/bench/make_photographs.h"
#include "tests/bench/pulse.h"
#include "ui/bundles/bundles_page.h"
#include "ui/search/search_page.h"
#include "ui/shell/main_window.h"
#include "ui/visits/visits_page.h"

#include <QDir>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace chayan;
using namespace chayan::bench;
using namespace chayan::ui;

namespace {

constexpr char passphrase[] = "bench";
constexpr int bundlePhotos = 200;

struct Layout {
    QString folder;
    QString store() const { return folder + u"/store"_s; }
    QString photos() const { return folder + u"/photos"_s; }
    QString bundle() const { return folder + u"/large.bundle.zip"_s; }
    QString gallery() const { return folder + u"/gallery"_s; }  ///< holds the id of the visit
};

void addAll(const BenchOffice& office, store::Thumbnails* thumbnails, const DossierId& visit,
            const QStringList& files) {
    eye::EyePool eyes(static_cast<int>(std::max(1U, std::thread::hardware_concurrency())),
                      QStringLiteral(CHAYAN_BIN_DIR "/chayan-eye"));
    need(services::addPhotos({*office.store, office.signer, eyes, thumbnails}, visit, files,
                             [](std::size_t, const Result<services::AddedPhoto>& photo) {
                                 if (!photo)
                                     giveUp(photo.error().detail);
                             },
                             {}));
}

void prepare(const Layout& layout, qint64 visits, int photos, int gallery) {
    need(makeFolder(layout.folder));
    const BenchOffice office = makeOffice(layout.store(), passphrase);
    const double filling = seconds([&] { fillVisits(office, visits * 10); });
    std::printf("%lld visits in %.0f s\n", static_cast<long long>(visits), filling);
    const auto thumbnails = need(store::Thumbnails::open(layout.store()));
    const DossierId bundled =
        need(services::openVisit(*office.store, office.signer, {{u"title"_s, u"移交"_s}}));
    const DossierId large =
        need(services::openVisit(*office.store, office.signer, {{u"title"_s, u"图库"_s}}));
    const QStringList pictures = makePhotographs(layout.folder + u"/made"_s, gallery);
    const double taking = seconds([&] {
        addAll(office, thumbnails.get(), large, pictures);
        addAll(office, thumbnails.get(), bundled, pictures.mid(0, bundlePhotos));
    });
    std::printf("%d photographs in %.0f s\n", gallery + bundlePhotos, taking);
    need(services::handOver(*office.store, office.signer, {.dossiers = {bundled}, .out = layout.bundle()},
                            SystemClock().read().utc, {}));
    makePhotographs(layout.photos(), photos, gallery);
    QDir(layout.folder + u"/made"_s).removeRecursively();
    need(writeFileDurably(layout.gallery(), view(large.text().toUtf8())));
}

class Bench {
  public:
    Bench(TimedApplication& app, const Layout& layout) : m_app(app), m_layout(layout) {
        m_app.pulse = &m_pulse;
    }

    void run() {
        start();
        VisitsPage* visits = m_window->findChild<VisitsPage*>();
        scrollList(*visits);
        searchList(*visits);
        typing(*visits, "typing in a form");
        gallery(*visits);
        verifying(*visits);
        importing(*visits);
    }

  private:
    void say(const char* stage) {
        const Stalls seen = m_pulse.take();
        std::printf(
            "%-44s longest stall %6.1f ms (50), 99th percentile %5.1f ms (16), %zu samples; longest event "
            "%.1f ms: %s\n",
            stage, seen.longest, seen.percentile(0.99), seen.waits.size(), seen.longestEvent,
            seen.longestRan.constData());
        std::fflush(stdout);
    }
    template <class Condition>
    void until(Condition condition, const char* what, int ms = 120'000) {
        if (!QTest::qWaitFor(condition, ms))
            giveUp(u"waited in vain for "_s + QString::fromLatin1(what));
    }
    static void rest(int ms = 5) { QTest::qWait(ms); }

    void start() {
        const Moment begun = present();
        m_window = std::make_unique<MainWindow>(m_appearance, pages(), m_layout.store());
        m_window->resize(1366, 768);
        m_window->show();
        until([&] { return m_window->desk().session.state() == Session::State::Locked; }, "the lock");
        const Moment locked = present();
        const auto officer = m_window->desk().session.officers().front();
        need(m_window->desk().session.office()->unlock(officer.fingerprint, passphrase));
        const Moment opened = present();
        auto* visits = m_window->findChild<VisitsPage*>();
        m_window->desk().session.unlocked(officer);
        until([&] { return visits->list()->rowCount() > 0; }, "the first list");
        auto* list = listOf(*visits);
        m_app.watched = list->viewport();
        const Moment before = m_app.painted;
        list->viewport()->update();  // it may have been painted before it was watched
        until([&] { return m_app.painted != before; }, "the list to be painted");
        const double toLock = msBetween(begun, locked);
        const double toList = msBetween(opened, m_app.painted);
        std::printf(
            "%-44s %6.0f ms (500): window and store %.0f, list painted %.0f; the passphrase's own work "
            "%.0f beside\n",
            "start to first list", toLock + toList, toLock, toList, msBetween(locked, opened));
        until([&] { return visits->visit()->isRead(); }, "the first visit");
        rest(300);
        m_pulse.take();
    }
    static QListView* listOf(VisitsPage& visits) {
        for (QListView* list : visits.findChildren<QListView*>())
            if (list->model() == visits.list())
                return list;
        return nullptr;
    }
    static QLineEdit* finderOf(VisitsPage& visits) {
        for (QLineEdit* line : visits.findChildren<QLineEdit*>())
            if (line->placeholderText() == VisitsPage::tr("Find in visits"))
                return line;
        return nullptr;
    }

    /// To the very end of the list, then about in it.
    void scrollList(VisitsPage& visits) {
        QListView* list = listOf(visits);
        QScrollBar* bar = list->verticalScrollBar();
        while (visits.list()->canFetchMore({}) || visits.list()->loading()) {
            bar->setValue(bar->maximum());
            until([&] { return !visits.list()->loading(); }, "a page");
            rest(2);
        }
        std::printf("%d rows in the list\n", visits.list()->rowCount());
        say("scrolling to the end of the list");
        for (int i = 0; i < 600; ++i) {
            bar->setValue(static_cast<int>((i * 7919LL * 50) % std::max(1, bar->maximum())));
            rest();
        }
        for (int i = 0; i < 100; ++i) {
            QTest::keyClick(list, i % 2 == 0 ? Qt::Key_PageUp : Qt::Key_Up);
            rest(10);
        }
        say("scrolling about in the whole list");
    }

    void searchList(VisitsPage& visits) {
        QLineEdit* find = finderOf(visits);
        for (const QString& word : {u"双流区"_s, u"白酒"_s, u"轴承 乐山市"_s, u"第12345"_s, u"运动鞋第4"_s}) {
            find->clear();
            for (const QChar c : word) {
                find->insert(c);
                rest(40);
            }
            rest(250);
            until([&] { return !visits.list()->loading(); }, "a search");
        }
        find->clear();
        rest(300);
        until([&] { return !visits.list()->loading() && visits.list()->rowCount() > 0; }, "the whole list");
        say("searching as one types");
        auto* search = m_window->findChild<SearchPage*>();
        m_window->go(u"search"_s);
        for (const QString& word : {u"化妆品"_s, u"37型"_s, u"某某路"_s}) {
            search->open(word);
            rest(400);
        }
        m_window->go(u"visits"_s);
        say("searching everything");
    }

    /// As whoever goes there by Tab sees it.
    static void show(QWidget* editor) {
        for (QWidget* parent = editor->parentWidget(); parent != nullptr; parent = parent->parentWidget())
            if (auto* area = qobject_cast<QScrollArea*>(parent))
                area->ensureWidgetVisible(editor);
    }

    /// From the key to the painted character.
    void typing(VisitsPage& visits, const char* stage, const std::function<bool()>& whileThis = {}) {
        visits.createVisit();
        const QString before = visits.opened();
        until([&] { return visits.opened() != before && visits.visit()->isRead(); }, "a new visit");
        visits.showTab(VisitView::RecordTab);
        rest(200);
        QWidget* editor = visits.form()->row(u"findings"_s)->editor();
        show(editor);
        editor->setFocus();
        rest(50);
        m_app.watched = qobject_cast<QPlainTextEdit*>(editor)->viewport();
        m_pulse.take();
        std::vector<double> visible;
        const QByteArray letters = "shelf seven has forty boxes ";
        for (int i = 0; whileThis ? whileThis() : i < 300; ++i) {
            const Moment painted = m_app.painted;
            const Moment pressed = present();
            QTest::keyClick(editor, letters[i % letters.size()]);
            if (QTest::qWaitFor([&] { return m_app.painted != painted; }, 1000))
                visible.push_back(msBetween(pressed, m_app.painted));
            rest(i % 50 == 49 ? 400 : 15);  // now and then a pause, in which a draft is kept
        }
        say(stage);
        std::ranges::sort(visible);
        if (!visible.empty())
            std::printf("%-44s median %.1f ms, 99th percentile %.1f ms, longest %.1f ms (16), %zu letters\n",
                        "  a letter is visible after", visible[visible.size() / 2],
                        visible[visible.size() * 99 / 100], visible.back(), visible.size());
    }

    void gallery(VisitsPage& visits) {
        QString id = QString::fromUtf8(need(readFile(m_layout.gallery(), 100)));
        visits.open(id);
        until([&] { return visits.visit()->isRead() && visits.photos()->model()->photoCount() > 100; },
              "photos");
        say("opening a visit with a large gallery");
        visits.showTab(VisitView::PhotosTab);
        QListView* gallery = nullptr;
        for (QListView* list : visits.photos()->findChildren<QListView*>())
            if (list->model() == visits.photos()->model())
                gallery = list;
        QScrollBar* bar = gallery->verticalScrollBar();
        const auto blanks = [&] {
            int count = 0;
            for (int row = 0; row < visits.photos()->model()->photoCount(); ++row) {
                const QModelIndex index = visits.photos()->model()->index(row);
                if (gallery->visualRect(index).intersects(gallery->viewport()->rect()) &&
                    index.data(PhotoModel::Thumbnail).value<QImage>().isNull())
                    ++count;
            }
            return count;
        };
        rest(200);
        for (int at = 0; at <= bar->maximum(); at += std::max(1, bar->pageStep() / 2)) {
            bar->setValue(at);
            until([&] { return blanks() == 0; }, "thumbnails");
        }
        say("warming the gallery");
        int frames = 0;
        int blank = 0;
        std::vector<double> took;
        m_app.watched = gallery->viewport();
        for (int i = 0; i < 400; ++i) {
            const Moment painted = m_app.painted;
            const Moment moved = present();
            bar->setValue(i < 200 ? i * std::max(1, bar->maximum() / 200)
                                  : static_cast<int>(i * 7919LL * 100 % std::max(1, bar->maximum())));
            if (blanks() > 0)
                ++blank;
            if (QTest::qWaitFor([&] { return m_app.painted != painted; }, 500)) {
                took.push_back(msBetween(moved, m_app.painted));
                ++frames;
            }
        }
        std::ranges::sort(took);
        say("scrolling the gallery, warm");
        std::printf("%-44s %d of %d frames with a blank (0); a frame took %.1f ms, at worst %.1f\n",
                    "  photographs missing while it scrolls", blank, frames, took[took.size() / 2],
                    took.back());
    }

    /// Again and again, since one is over soon.
    void verifying(VisitsPage& visits) {
        auto* bundles = m_window->findChild<BundlesPage*>();
        int verified = 0;
        int letters = 0;
        bundles->open(m_layout.bundle());
        typing(visits, "typing while bundles are verified", [&] {
            if (!bundles->verdict().isEmpty()) {
                ++verified;
                bundles->open(m_layout.bundle());
            }
            return ++letters < 300;
        });
        until([&] { return !bundles->verdict().isEmpty(); }, "the last verdict");
        std::printf("%-44s %d, each with %d photographs\n", "  bundles verified meanwhile", verified,
                    bundlePhotos);
    }

    void importing(VisitsPage& visits) {
        visits.createVisit();
        const QString before = visits.opened();
        until([&] { return visits.opened() != before && visits.visit()->isRead(); }, "a new visit");
        QStringList files;
        for (const QFileInfo& file : QDir(m_layout.photos()).entryInfoList(QDir::Files, QDir::Name))
            files << file.absoluteFilePath();
        visits.showTab(VisitView::PhotosTab);
        m_pulse.take();
        const Moment begun = present();
        visits.photos()->add(files);
        QListView* list = listOf(visits);
        QLineEdit* find = finderOf(visits);
        QWidget* editor = visits.form()->row(u"findings"_s)->editor();
        const QStringList words{u"双流区"_s, u"白酒"_s, u"轴承"_s};
        int round = 0;
        while (m_window->desk().tasks.anyRunning()) {
            switch (round++ % 4) {
                case 0:
                    visits.showTab(VisitView::RecordTab);
                    editor->setFocus();
                    for (int i = 0; i < 40; ++i) {
                        QTest::keyClick(editor, "abcdefghij"[i % 10]);
                        rest(20);
                    }
                    break;
                case 1:
                    for (int i = 0; i < 60; ++i) {
                        list->verticalScrollBar()->setValue(list->verticalScrollBar()->value() + 300);
                        rest(10);
                    }
                    break;
                case 2:
                    find->clear();
                    for (const QChar c : words[round % words.size()]) {
                        find->insert(c);
                        rest(60);
                    }
                    rest(400);
                    find->clear();
                    rest(200);
                    break;
                default:
                    visits.showTab(VisitView::PhotosTab);
                    rest(500);
            }
        }
        const double took = msBetween(begun, present()) / 1000;
        say("typing, scrolling, searching while photos come");
        std::printf("%lld photographs taken in within %.0f s\n", static_cast<long long>(files.size()), took);
    }

    TimedApplication& m_app;
    Layout m_layout;
    Pulse m_pulse;
    Appearance m_appearance{Looks{}};
    std::unique_ptr<MainWindow> m_window;
};

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const bool making = arguments.value(0) == u"prepare";
    if (making)
        arguments.removeFirst();
    if (arguments.isEmpty()) {
        std::fprintf(stderr, "usage: bench_window [prepare] FOLDER [VISITS [PHOTOS [GALLERY]]]\n");
        return 2;
    }
    const Layout layout{QDir(arguments[0]).absolutePath()};
    if (making) {
        prepare(layout, arguments.value(1, u"100000"_s).toLongLong(), arguments.value(2, u"500"_s).toInt(),
                arguments.value(3, u"2000"_s).toInt());
        return 0;
    }
    QCoreApplication::setOrganizationName(u"chayan-bench"_s);
    QCoreApplication::setApplicationName(u"chayan-bench"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, layout.folder + u"/settings"_s);
    Bench(app, layout).run();
    return 0;
}
