// A live picture, offscreen: labels that move, out of focus and then in focus, as a folder of pictures that
// serves as a camera.
//   bench_capture FOLDER [LABELS [FRAMES_A_SECOND]]
// Prints figures beside their goals, asserts nothing, since a loaded machine is no fault of the code.
#include "core/services/visits.h"
#include "tests/bench/measure.h"
#include "tests/bench/pulse.h"
#include "tests/support/moving_label.h"
#include "tests/ui/desk_fixture.h"
#include "ui/capture/capture_view.h"
#include "ui/visits/visits_page.h"

#include <QDir>
#include <QTest>

#include <cstdio>
#include <map>

using namespace Qt::StringLiterals;
using namespace chayan;
using namespace chayan::bench;
using namespace chayan::ui;

namespace {

template <class Condition>
void until(Condition condition, const char* what, int ms = 120'000) {
    if (!QTest::qWaitFor(condition, ms))
        giveUp(u"waited in vain for "_s + QString::fromLatin1(what));
}

void row(const char* what, double figure, const char* unit, const char* goal) {
    std::printf("%-52s %8.1f %-10s (%s)\n", what, figure, unit, goal);
}

double median(std::vector<double> values) {
    if (values.empty())
        return -1;
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void measure(TimedApplication& app, MainWindow& window, const QString& frames, test::LabelFilm& film,
             int labels, double rate) {
    auto* visits = window.findChild<VisitsPage*>();
    until([&] { return visits->visit()->isRead(); }, "the visit");
    visits->showTab(VisitView::PhotosTab);
    Pulse pulse;
    app.pulse = &pulse;
    QTest::qWait(200);
    pulse.take();
    visits->photos()->capture();
    QTest::qWait(1500);  // the back end of Qt Multimedia is loaded beside
    const Stalls opening = pulse.take();

    CaptureView* view = visits->photos()->capturer();
    std::map<QString, double> readAt;  // frames after its first sharp one
    std::vector<double> late;          // ms from a frame's delivery to its reading
    int shown = 0, read = 0, last = -1;
    std::chrono::steady_clock::time_point begun;  // of the frames
    const auto frameTime = std::chrono::duration<double>(1 / rate);
    QObject::connect(view, &CaptureView::frameShown, [&](qint64 number) {
        if (shown++ == 0)
            pulse.take();
        last = static_cast<int>(number);
    });
    QObject::connect(view, &CaptureView::frameRead, [&](const ReadFrame& frame) {
        ++read;
        const auto now = std::chrono::steady_clock::now();
        late.push_back(std::chrono::duration<double, std::milli>(now - frame.at).count());
        // When frame 0 was delivered, from any frame: they come at an even rate.
        begun = frame.at - std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                               frameTime * static_cast<double>(frame.number));
        for (const eye::Code& code : frame.reading.codes) {
            const int label = film.labelOf(static_cast<int>(frame.number));
            if (code.text == test::textOfLabel(label) || code.text.startsWith(test::textOfLabel(label)))
                readAt.try_emplace(code.text, std::chrono::duration<double>(now - begun) / frameTime -
                                                  film.firstSharp(label));
        }
    });
    view->sources()->useFolder(frames, rate);
    until([&] { return last >= film.frames() - 1; }, "the last frame");
    const Stalls stalls = pulse.take();
    const double seconds = film.frames() / rate;

    // And while ten stills are stored.
    view->sources()->useFolder(frames, rate);
    until([&] { return view->shownNumber() > 10; }, "frames");
    pulse.take();
    const int shownBefore = shown;
    const auto pressed = present();
    view->burst();
    until([&] { return view->savedStills() == CaptureView::burstStills; }, "the burst");
    const double burstMs = msBetween(pressed, present());
    const Stalls saving = pulse.take();
    const double burstRate = (shown - shownBefore) / (burstMs / 1000);
    app.pulse = nullptr;

    std::vector<double> frameCounts;
    double worst = 0;
    for (const auto& [text, count] : readAt) {
        frameCounts.push_back(count);
        worst = std::max(worst, count);
    }
    std::printf("%d labels, %d frames of 1280 x 720 at %.0f a second\n", labels, film.frames(), rate);
    row("labels read", static_cast<double>(readAt.size()), "", QByteArray::number(labels).constData());
    row("frames from first sharp to read: median", median(frameCounts), "frames", "3");
    row("frames from first sharp to read: worst", worst, "frames", "3");
    row("frames shown a second", shownBefore / seconds, "", "20");
    row("frames read a second", read / seconds, "", "");
    row("from a frame's delivery to its reading: median", median(late), "ms", "");
    row("longest stall while live", stalls.longest, "ms", "50");
    row("99th percentile while live", stalls.percentile(0.99), "ms", "16");
    std::printf("%-52s %8.1f ms: %s\n", "  longest event", stalls.longestEvent,
                stalls.longestRan.constData());
    row("longest stall while it opens", opening.longest, "ms", "50");
    std::printf("%-52s %8.1f ms: %s\n", "  longest event", opening.longestEvent,
                opening.longestRan.constData());
    row("burst of ten: all durable after", burstMs, "ms", "");
    row("  frames shown a second meanwhile", burstRate, "", "");
    row("  longest stall meanwhile", saving.longest, "ms", "50");
    std::printf("%-52s %8.1f ms: %s\n", "  longest event", saving.longestEvent,
                saving.longestRan.constData());
}

}  // namespace

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.isEmpty()) {
        std::fprintf(stderr, "usage: bench_capture FOLDER [LABELS [FRAMES_A_SECOND]]\n");
        return 2;
    }
    const QString folder = QDir(arguments[0]).absolutePath();
    QDir(folder).removeRecursively();
    test::MovingLabels how;
    how.labels = arguments.value(1, u"10"_s).toInt();
    test::LabelFilm film(how);
    test::writeFrames(film, folder + u"/frames"_s);
    test::useOwnSettings(folder);
    QSettings().setValue(u"capture/sound"_s, false);
    test::fill(folder + u"/store"_s);
    Appearance appearance{Looks{}};
    MainWindow window(appearance, pages(), folder + u"/store"_s);
    window.resize(1366, 768);
    window.show();
    test::unlock(window);
    measure(app, window, folder + u"/frames"_s, film, how.labels, arguments.value(2, u"25"_s).toDouble());
    return 0;
}
