#include "core/services/handing_over.h"
#include "core/services/references.h"
#include "tests/support/browser.h"
#include "tests/support/drawn_label.h"
#include "tests/support/label_scene.h"
#include "tests/support/programs.h"
#include "tests/ui/desk_fixture.h"
#include "ui/bundles/bundles_page.h"
#include "ui/capture/capture_view.h"
#include "ui/capture/device_panel.h"
#include "ui/settings/settings_page.h"
#include "ui/visits/visits_page.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPainter>
#include <QScrollBar>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace chayan;
using namespace chayan::ui;

/// build/release/tests/screenshots FOLDER [SUFFIX...]: writes every page as PNG, in Chinese and English,
/// light and dark, at 1366 x 768; with QT_SCALE_FACTOR=2 the same at 200 %. SUFFIX, as `zh_CN-light` or
/// `en-dark-200`, asks for some only.
namespace {

struct Shoot {
    QString folder;
    QString suffix;
    int* written;

    void operator()(QWidget& window, const QString& name) const {
        for (int i = 0; i < 3; ++i)
            QTest::qWait(30);  // layouts and repaints that wait for each other
        const QString file = u"%1/%2-%3.png"_s.arg(folder, name, suffix);
        if (!window.grab().save(file))
            qFatal("cannot write %s", qPrintable(file));
        ++*written;
    }
};

void settle(MainWindow& window) {
    for (const Lane lane : {Lane::Reading, Lane::Saving, Lane::Pictures, Lane::Long})
        (void)QTest::qWaitFor([&] { return window.desk().lanes.idle(lane); }, 60'000);
    QTest::qWait(100);
}

QString changedCopy(const QString& file) {
    QFile good(file);
    if (!good.open(QIODevice::ReadOnly))
        qFatal("no bundle");
    QByteArray bytes = good.readAll();
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    QFile bad(QFileInfo(file).path() + u"/changed.bundle.zip"_s);
    if (!bad.open(QIODevice::WriteOnly) || bad.write(bytes) != bytes.size())
        qFatal("cannot write");
    return bad.fileName();
}

/// A label and a forgery of it, photographed.
void shootComparison(MainWindow& window, const Shoot& shoot) {
    auto* visits = window.findChild<VisitsPage*>();
    window.go(u"visits"_s);
    visits->createVisit();
    settle(window);
    const QTemporaryDir work;
    QRandomGenerator dice(20'261'128);
    QStringList files;
    for (const test::Forgery forgery : {test::Forgery::None, test::Forgery::Character}) {
        files << work.filePath(u"%1.png"_s.arg(files.size()));
        const QImage label = test::drawnLabel(5, forgery);
        const bool isGenuine = forgery == test::Forgery::None;
        if (!(isGenuine ? label : test::photographed(label, test::Disturbance::Askew, dice))
                 .save(files.back()))
            qFatal("cannot write");
    }
    visits->showTab(VisitView::PhotosTab);
    visits->photos()->add(files);
    (void)QTest::qWaitFor([&] { return visits->photos()->model()->photoCount() == 2; }, 60'000);
    settle(window);
    visits->photos()->openLarge(0);
    LargeView* large = visits->photos()->large();
    large->setComparing(true);
    large->showDifferences();
    (void)QTest::qWaitFor([&] { return large->comparison()->isDone(); }, 60'000);
    shoot(window, u"32-what-differs"_s);
    large->comparison()->setWay(LaidOver::Overlay);
    shoot(window, u"33-one-over-the-other"_s);
}

/// A live picture of a folder, and of no camera.
void shootCapture(MainWindow& window, const Shoot& shoot) {
    auto* visits = window.findChild<VisitsPage*>();
    window.go(u"visits"_s);
    visits->createVisit();
    settle(window);
    visits->showTab(VisitView::PhotosTab);
    visits->photos()->capture();
    settle(window);
    shoot(window, u"35-capture-no-camera"_s);
    CaptureView* view = visits->photos()->capturer();
    const QTemporaryDir folder;
    int frame = 0;
    const auto see = [&](const QString& from) {
        const qint64 before = view->shownNumber();
        if (!QFile::copy(from, folder.filePath(u"frame_%1.%2"_s.arg(++frame).arg(QFileInfo(from).suffix()))))
            qFatal("cannot copy");
        (void)QTest::qWaitFor([&] { return view->shownNumber() > before; }, 30'000);
    };
    view->sources()->useFolder(folder.path(), 0);
    see(QStringLiteral(CHAYAN_SOURCE_DIR "/resources/demo/lotion.jpg"));
    bool isRead = false;  // the pallet's two
    const auto reads = QObject::connect(view, &CaptureView::frameRead, [&](const ReadFrame& read) {
        isRead = isRead || (read.reading.codes.size() == 2 && read.reading.codes[0].format == u"Code128");
    });
    see(QStringLiteral(CHAYAN_SOURCE_DIR "/resources/demo/pallet.jpg"));
    view->shoot();
    (void)QTest::qWaitFor([&] { return isRead && view->savedStills() == 1; }, 60'000);
    settle(window);
    // Outlines fade; once more the same, so that they show, and only they.
    see(QStringLiteral(CHAYAN_SOURCE_DIR "/resources/demo/carton.jpg"));
    QTest::qWait(3000);
    isRead = false;
    see(QStringLiteral(CHAYAN_SOURCE_DIR "/resources/demo/pallet.jpg"));
    (void)QTest::qWaitFor([&] { return isRead; }, 30'000);
    shoot(window, u"36-capture"_s);
    QObject::disconnect(reads);
    const QTemporaryDir work;
    if (!test::blurred(test::drawnLabel(7, test::Forgery::None), 9).save(work.filePath(u"soft.png"_s)))
        qFatal("cannot write");
    see(work.filePath(u"soft.png"_s));
    QTest::qWait(500);
    shoot(window, u"37-capture-not-sharp"_s);
    visits->photos()->endCapture();
}

/// A photograph's label pulled straight, one that a person points at, and the office's genuine labels.
void shootLabels(MainWindow& window, const Shoot& shoot) {
    auto* visits = window.findChild<VisitsPage*>();
    window.go(u"visits"_s);
    visits->createVisit();
    settle(window);
    const QTemporaryDir work;
    QRandomGenerator dice(11);
    test::SceneOptions how;
    how.table = test::Table::Wood;
    how.uneven = 0.6;
    QImage grey(1200, 900, QImage::Format_RGB32);
    grey.fill(QColor(120, 105, 90));
    const QStringList files{work.filePath(u"IMG_3001.png"_s), work.filePath(u"IMG_3002.png"_s)};
    const test::LabelScene scene = test::labelScene(how, dice);
    if (!scene.photo.save(files[0]) || !grey.save(files[1]))
        qFatal("cannot write");
    visits->showTab(VisitView::PhotosTab);
    PhotosView* photos = visits->photos();
    photos->add(files);
    (void)QTest::qWaitFor([&] { return photos->model()->photoCount() == 2; }, 60'000);
    settle(window);
    LabelView* label = photos->labelScan();
    const auto scan = [&](int row) {
        photos->openLarge(row);
        photos->scanLabel();
        settle(window);
        (void)QTest::qWaitFor([&] { return label->canvas()->hasPicture() && !label->isLooking(); }, 60'000);
        settle(window);
    };
    scan(1);
    shoot(window, u"51-label-by-hand"_s);
    Q_EMIT label->closed();
    scan(0);
    shoot(window, u"50-label-scan"_s);
    label->keep();
    (void)QTest::qWaitFor([&] { return photos->model()->photoCount() == 3; }, 60'000);
    settle(window);
    photos->gallery()->setCurrentIndex(photos->model()->index(2));
    settle(window);
    shoot(window, u"52-label-kept"_s);
    photos->openLarge(2);
    photos->keepAsReference();
    ReferenceForm* form = photos->referenceForm();
    form->field(u"brand")->setText(u"云岭鹤"_s);
    form->field(u"goods_name")->setText(u"护手霜 75 ml"_s);
    form->field(u"given_by")->setText(u"云岭鹤日化有限公司"_s);
    form->field(u"article_numbers")->setText(scene.text);
    settle(window);
    shoot(window, u"53-keep-as-reference"_s);
    form->keep();
    settle(window);
    const auto office = window.desk().session.office();
    const QDir demo(QStringLiteral(CHAYAN_SOURCE_DIR "/resources/demo"));
    for (const QString& name : {u"lotion"_s, u"carton"_s, u"shoebox"_s, u"pesticide"_s})
        test::must(services::addReference(office->photoTarget(*office->signer()),
                                          {{u"brand"_s, u"云岭鹤"_s},
                                           {u"goods_name"_s, name},
                                           {u"shows"_s, u"front_label"_s},
                                           {u"given_how"_s, u"right_holder"_s},
                                           {u"given_by"_s, u"云岭鹤日化有限公司"_s},
                                           {u"given_at"_s, u"2026-11-02"_s}},
                                          QFile::encodeName(demo.filePath(name + u".jpg"_s))));
    visits->showReferences();
    settle(window);
    shoot(window, u"54-references"_s);
    visits->references()->retire(u"新版包装"_s);
    visits->references()->add(demo.filePath(u"pallet.jpg"_s));
    settle(window);
    shoot(window, u"55-reference-from-file"_s);
    visits->showTab(VisitView::PhotosTab);
    photos->openLarge(0);
    photos->large()->chooseGenuine();
    settle(window);
    shoot(window, u"56-choose-genuine"_s);
    // Its own article's comes first, and fits; the others do not.
    const ComparisonView* comparison = photos->large()->comparison();
    photos->large()->chooser()->choose();
    (void)QTest::qWaitFor([&] { return comparison->isDone(); }, 60'000);
    settle(window);
    if (!comparison->picture()->isVisibleTo(comparison))
        qFatal("the photograph does not fit its reference");
    shoot(window, u"57-beside-genuine"_s);
    photos->large()->chooseGenuine();
    settle(window);
    ReferencesView* chooser = photos->large()->chooser();
    chooser->list()->setCurrentIndex(chooser->model()->index(chooser->model()->rowCount() - 1));
    chooser->choose();
    (void)QTest::qWaitFor([&] { return comparison->isDone(); }, 60'000);
    settle(window);
    shoot(window, u"58-genuine-not-found"_s);
}

/// One out of focus and one in the dark, and what is said of them at once.
void shootFlawed(MainWindow& window, const Shoot& shoot) {
    auto* visits = window.findChild<VisitsPage*>();
    window.go(u"visits"_s);
    visits->createVisit();
    settle(window);
    const QTemporaryDir work;
    const QImage label = test::drawnLabel(7, test::Forgery::None);
    QImage night(label.size(), QImage::Format_RGB32);
    night.fill(QColor(6, 6, 8));
    const QStringList files{work.filePath(u"IMG_2041.png"_s), work.filePath(u"IMG_2042.png"_s)};
    if (!test::blurred(label, 9).save(files[0]) || !night.save(files[1]))
        qFatal("cannot write");
    visits->showTab(VisitView::PhotosTab);
    visits->photos()->add(files);
    (void)QTest::qWaitFor(
        [&] {
            const PhotoModel* model = visits->photos()->model();
            return model->photoCount() == 2 && model->index(0).data(PhotoModel::Flawed).toBool() &&
                   model->index(1).data(PhotoModel::Flawed).toBool() && !window.desk().tasks.anyRunning();
        },
        60'000);
    settle(window);
    shoot(window, u"34-hard-to-read"_s);
}

/// The panel for phones, and the page that it leads them to, where a browser is installed.
void shootPhone(MainWindow& window, const Shoot& shoot) {
    auto* visits = window.findChild<VisitsPage*>();
    window.go(u"visits"_s);
    visits->createVisit();
    settle(window);
    visits->showTab(VisitView::PhotosTab);
    PhonePanel* panel = visits->photos()->phone();
    panel->setAddresses([] { return std::vector<phone::Address>(); });
    visits->photos()->takeFromPhone();
    settle(window);
    shoot(window, u"35-phone-no-network"_s);
    panel->close();
    panel->setAddresses([] { return std::vector<phone::Address>{{u"127.0.0.1"_s, u"wlan0"_s, true}}; });
    visits->photos()->takeFromPhone();
    settle(window);
    shoot(window, u"36-phone"_s);
    if (!test::Browser::isInstalled())
        return;
    test::Browser phone;
    phone.setDark(shoot.suffix.contains(u"dark"_s));
    phone.go(panel->url());
    const auto shootPage = [&](const QString& name) {
        QTest::qWait(400);
        QFile file(u"%1/%2-%3.png"_s.arg(shoot.folder, name, shoot.suffix));
        if (!file.open(QIODevice::WriteOnly) || file.write(phone.screenshot()) < 1)
            qFatal("cannot write");
        ++*shoot.written;
    };
    shootPage(u"37-phone-page"_s);
    const QTemporaryDir work;
    QFile note(work.filePath(u"说明.pdf"_s));
    if (!note.open(QIODevice::WriteOnly) || note.write(QByteArray(2000, ' ')) < 1 || !note.flush())
        qFatal("cannot write");
    phone.choose(test::demoPictures().mid(0, 4) + QStringList{note.fileName()});
    (void)QTest::qWaitFor(
        [&] { return visits->photos()->model()->photoCount() == 4 && !window.desk().tasks.anyRunning(); },
        60'000);
    QTest::qWait(1500);
    settle(window);
    shootPage(u"38-phone-page-sent"_s);
    shoot(window, u"39-phone-arrived"_s);
    panel->session()->renew();
    phone.choose({test::demoPictures()[5]});
    QTest::qWait(1000);
    shootPage(u"40-phone-page-over"_s);
    panel->close();
}

/// The panel for body cameras and cards, before a folder is chosen and after.
void shootDevice(MainWindow& window, const Shoot& shoot) {
    auto* visits = window.findChild<VisitsPage*>();
    window.go(u"visits"_s);
    visits->createVisit();
    settle(window);
    visits->showTab(VisitView::PhotosTab);
    visits->photos()->takeFromDevice();
    DevicePanel* panel = visits->photos()->device();
    const auto setClock = [&](int seconds) {
        panel->shown()->setDateTime(QDateTime::currentDateTime().addSecs(seconds));
    };
    settle(window);
    shoot(window, u"41-device"_s);
    panel->setFolder(QStringLiteral(CHAYAN_SOURCE_DIR "/resources/demo"));
    panel->device()->setText(shoot.suffix.startsWith(u"zh"_s) ? u"执法记录仪 04"_s : u"Body camera 04"_s);
    setClock(754);
    panel->measure();
    settle(window);
    shoot(window, u"42-device-files"_s);
    panel->setFolder(u"/media/gone"_s);
    settle(window);
    shoot(window, u"43-device-gone"_s);
    panel->close();
}

void shootAll(Appearance& appearance, const QString& store, const QString& bundle, const QString& theirs,
              const Shoot& shoot) {
    {
        MainWindow first(appearance, pages(), store + u"-none"_s);
        first.resize(1366, 768);
        first.show();
        settle(first);
        shoot(first, u"01-first-run"_s);
    }
    MainWindow window(appearance, pages(), store);
    window.resize(1366, 768);
    window.show();
    settle(window);
    shoot(window, u"02-locked"_s);
    test::unlock(window);
    settle(window);
    auto* visits = window.findChild<VisitsPage*>();
    auto* bundles = window.findChild<BundlesPage*>();
    shoot(window, u"03-visit-record"_s);
    auto* ended = visits->form()->row(u"ended_at"_s);
    ended->editor()->setFocus();
    qobject_cast<QLineEdit*>(ended->editor())->selectAll();  // a draft of the last round
    QTest::keyClicks(ended->editor(), u"2026-13-01"_s);
    QFocusEvent out(QEvent::FocusOut, Qt::TabFocusReason);
    QCoreApplication::sendEvent(ended->editor(), &out);
    auto* code = visits->form()->row(u"party_credit_code"_s);
    qobject_cast<QLineEdit*>(code->editor())->selectAll();
    QTest::keyClicks(code->editor(), u"91510100MA0000000X"_s);
    settle(window);
    shoot(window, u"04-visit-warnings"_s);
    visits->showTab(VisitView::PeopleTab);
    settle(window);
    shoot(window, u"29-people"_s);
    visits->showTab(VisitView::GoodsTab);
    if (visits->goods()->proposed() > 0 && visits->goods()->count() == 0)
        visits->goods()->takeProposals();
    settle(window);
    shoot(window, u"16-visit-goods"_s);
    visits->showTab(VisitView::PhotosTab);
    settle(window);
    visits->photos()->gallery()->setCurrentIndex(visits->photos()->model()->index(3));
    settle(window);
    shoot(window, u"05-visit-photos"_s);
    visits->photos()->openLarge(2);
    settle(window);
    shoot(window, u"06-visit-photo-large"_s);
    visits->photos()->large()->setComparing(true);
    settle(window);
    shoot(window, u"28-side-by-side"_s);
    visits->photos()->large()->setComparing(false);
    visits->showTab(VisitView::HistoryTab);
    visits->history()->findChild<QListView*>()->setCurrentIndex(visits->history()->model()->index(1));
    settle(window);
    shoot(window, u"07-visit-history"_s);
    window.go(u"bundles"_s);
    settle(window);
    shoot(window, u"08-bundles"_s);
    window.go(u"bundles"_s, visits->opened());
    settle(window);
    shoot(window, u"09-export"_s);
    const QString out2 = QFileInfo(store).path() + u"/"_s + shoot.suffix + u".bundle.zip"_s;
    bundles->exporter()->setPath(out2);
    bundles->exporter()->write();
    settle(window);
    shoot(window, u"10-exported"_s);
    window.go(u"bundles"_s, bundle);
    settle(window);
    shoot(window, u"11-verified-good"_s);
    window.go(u"bundles"_s, theirs);
    settle(window);
    shoot(window, u"12-verified-unknown"_s);
    window.go(u"bundles"_s, changedCopy(bundle));
    settle(window);
    shoot(window, u"13-verified-changed"_s);
    window.go(u"settings"_s);
    settle(window);
    shoot(window, u"14-settings"_s);
    window.findChild<SettingsPage*>()->upkeep()->check();
    settle(window);
    shoot(window, u"17-checked"_s);
    window.go(u"search"_s, u"云岭鹤"_s);
    QTest::qWait(200);
    settle(window);
    shoot(window, u"18-search"_s);
    for (QAction* action : window.actions())
        if (action->shortcut() == QKeySequence(u"F1"_s))
            action->trigger();
    settle(window);
    shoot(window, u"19-help"_s);
    window.go(u"visits"_s);
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    for (QAction* action : window.actions())
        if (action->shortcut() == QKeySequence(u"Ctrl+K"_s))
            action->trigger();
    settle(window);
    shoot(window, u"15-palette"_s);
}

/// The demonstration: what offices set differently, signatures, traffic, and a photograph that is drawn upon.
void shootDemo(Appearance& appearance, const QString& demo, const Shoot& shoot) {
    MainWindow window(appearance, pages(), services::demoPlaces(demo).store);
    window.resize(1366, 768);
    window.show();
    settle(window);
    shoot(window, u"20-demo-locked"_s);
    const auto officer = window.desk().session.officers().front();
    if (!window.desk().session.office()->unlock(officer.fingerprint, services::demoPassphrase))
        qFatal("locked");
    window.desk().session.unlocked(officer);
    settle(window);
    auto* visits = window.findChild<VisitsPage*>();
    FieldRow* place = visits->form()->row(u"place"_s);
    place->editor()->setFocus();
    visits->visit()->showFieldHistory();
    settle(window);
    shoot(window, u"21-field-history"_s);
    visits->showTab(VisitView::ConflictsTab);
    settle(window);
    shoot(window, u"22-disagreements"_s);
    visits->showTab(VisitView::SignaturesTab);
    settle(window);
    shoot(window, u"23-signatures"_s);
    visits->showTab(VisitView::PeopleTab);
    settle(window);
    shoot(window, u"30-people-there"_s);
    visits->visit()->people()->openSealed(u"核对"_s);
    settle(window);
    shoot(window, u"31-people-opened"_s);
    visits->showTab(VisitView::GoodsTab);
    settle(window);
    shoot(window, u"24-goods"_s);
    visits->showTab(VisitView::PhotosTab);
    visits->photos()->openLarge(0);
    visits->photos()->annotate();
    settle(window);
    AnnotateCanvas* canvas = visits->photos()->annotator()->canvas();
    const QSizeF size = canvas->picture().size();
    const auto at = [&](double x, double y) { return QPointF(size.width() * x, size.height() * y); };
    canvas->add({Annotation::Kind::Box, at(0.3, 0.3), at(0.6, 0.5), {}});
    canvas->add({Annotation::Kind::Arrow, at(0.8, 0.2), at(0.62, 0.38), {}});
    canvas->add({Annotation::Kind::Text, at(0.66, 0.12), {}, u"批号不一致"_s});
    settle(window);
    shoot(window, u"25-annotate"_s);
    window.go(u"bundles"_s);
    settle(window);
    shoot(window, u"26-sent-and-received"_s);
    window.go(u"settings"_s);
    auto* settings = window.findChild<SettingsPage*>();
    settings->report()->prepare();
    settings->about()->toggleLicences();
    settle(window);
    if (auto* area = settings->findChild<QScrollArea*>())
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    settle(window);
    shoot(window, u"27-report-and-about"_s);
    shootComparison(window, shoot);
    shootFlawed(window, shoot);
    shootCapture(window, shoot);
    shootPhone(window, shoot);
    shootDevice(window, shoot);
    shootLabels(window, shoot);
}

QString writeBundle(const QString& store, const QString& file) {
    auto office = services::Office::open(store);
    if (!office)
        qFatal("%s", qPrintable(office.error().detail));
    const auto officers = (*office)->officers();
    if (!(*office)->unlock(officers->front().fingerprint, test::passphrase))
        qFatal("locked");
    const auto done = services::handOver((*office)->store(), *(*office)->signer(),
                                         {.dossiers = {}, .out = file}, SystemClock().read().utc, {});
    if (!done)
        qFatal("%s", qPrintable(done.error().detail));
    return file;
}

}  // namespace

int main(int argc, char* argv[]) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("TZ", "Asia/Shanghai");  // where its officers are
    QApplication app(argc, argv);
    if (argc < 2) {
        std::fputs("screenshots FOLDER [zh_CN-dark ...]\n", stderr);
        return 2;
    }
    QTemporaryDir work;
    test::useOwnSettings(work.path());
    const QString folder = QString::fromLocal8Bit(argv[1]);
    QDir().mkpath(folder);
    const QString store = work.filePath(u"store"_s);
    test::fill(store);
    const QString bundle = writeBundle(store, work.filePath(u"云岭鹤仓库现场检查.bundle.zip"_s));
    test::fill(work.filePath(u"elsewhere"_s));
    const QString theirs = writeBundle(work.filePath(u"elsewhere"_s), work.filePath(u"theirs.bundle.zip"_s));
    const QString demo = work.filePath(u"demo"_s);
    test::must(
        services::makeDemo(demo, {1, QStringLiteral(CHAYAN_SOURCE_DIR "/resources/demo")}, u"test"_s, {}));
    const QString scale = app.devicePixelRatio() > 1.5 ? u"-200"_s : QString();
    const QStringList wanted = QCoreApplication::arguments().mid(2);
    int written = 0;
    Appearance appearance(Looks{});
    for (const text::Language language : {text::Language::Chinese, text::Language::English}) {
        for (const Looks::Shade shade : {Looks::Shade::Light, Looks::Shade::Dark}) {
            Looks looks;
            looks.language = language;
            looks.shade = shade;
            appearance.apply(looks);
            const QString suffix =
                text::code(language) + (shade == Looks::Shade::Dark ? u"-dark"_s : u"-light"_s) + scale;
            if (!wanted.isEmpty() && !wanted.contains(suffix))
                continue;
            shootAll(appearance, store, bundle, theirs, {folder, suffix, &written});
            const QString own = demo + u'-' + suffix;
            if (!test::copyFolder(demo, own))
                qFatal("cannot copy");
            shootDemo(appearance, own, {folder, suffix, &written});
        }
    }
    std::printf("%d pictures in %s\n", written, argv[1]);
    return 0;
}
