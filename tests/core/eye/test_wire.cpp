#include "core/base/limits.h"
#include "core/eye/channel.h"
#include "core/eye/wire.h"

#include <QRandomGenerator>
#include <QtTest>

#include <sys/socket.h>

#include <functional>
#include <thread>

using namespace chayan;
using namespace chayan::eye;
using namespace Qt::StringLiterals;

namespace {

Reading sample() {
    Reading reading;
    reading.width = 640;
    reading.height = 480;
    reading.passes = {u"plain"_s, u"databar"_s};
    reading.thumbnail = QByteArray("\xFF\xD8\xFF\xE0 thumb");
    reading.codes.push_back({u"QRCode"_s,
                             u"查验"_s,
                             u"GB18030"_s,
                             "\xB2\xE9\xD1\xE9",
                             u"]Q1"_s,
                             {QPoint(0, 0), QPoint(639, 0), QPoint(639, 479), QPoint(0, 479)},
                             u"plain"_s});
    return reading;
}

Reading comparedSample() {
    Reading reading;
    reading.width = 640;
    reading.height = 480;
    Compared compared;
    compared.matches = 92;
    compared.score = 99.5;
    compared.unseen = 0.125;
    compared.blurred = true;
    compared.colourless = true;
    compared.outline = {QPoint(-3, 0), QPoint(640, 1), QPoint(639, 480), QPoint(0, 479)};
    compared.differences = {{Compared::Difference::Kind::Moved, {10, 20, 30, 40}, 0.025},
                            {Compared::Difference::Kind::Coarse, {20, 20, 600, 440}, 412.5}};
    compared.reference = compared.aligned = QByteArray("\xFF\xD8\xFF\xE0 label");
    compared.map = QByteArray("\x89PNG map");
    reading.compared = compared;
    return reading;
}

Reading labelledSample() {
    Reading reading;
    reading.width = 640;
    reading.height = 480;
    reading.passes = {u"label"_s};
    reading.label = Labelled{LabelCorners{QPointF(-0.5, 0.125), {639.5, 1}, {639, 479.5}, {0, 479}},
                             {700, 500},
                             true,
                             QByteArray("\x89PNG label")};
    return reading;
}

bool survives(const Reading& reading) {
    return answerFrom(toWire(reading)).has_value();
}

}  // namespace

class TestWire : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void messagesComeBackAsTheyWent() {
        const auto answer = answerFrom(toWire(sample()));
        QVERIFY(answer);
        QCOMPARE(answer->width, 640);
        QCOMPARE(answer->height, 480);
        QCOMPARE(answer->passes, sample().passes);
        QVERIFY(answer->codes == sample().codes);
        QCOMPARE(answer->thumbnail, sample().thumbnail);
        QVERIFY(!answer->notRead);

        Reading flawed = sample();
        flawed.codes.clear();
        flawed.flaws = {Flaw::Blurred, Flaw::Small};
        QVERIFY(answerFrom(toWire(flawed))->flaws == flawed.flaws);
        flawed.flaws.push_back(static_cast<Flaw>(9));
        QVERIFY(!survives(flawed));
        // Where a code was read nothing is said.
        flawed = sample();
        flawed.flaws = {Flaw::Dark};
        QVERIFY(!survives(flawed));

        Reading refused;
        refused.notRead = NotRead::TooLarge;
        refused.width = 1'000'000;
        refused.detail = QString(5000, u'查');
        const auto back = answerFrom(toWire(refused));
        QVERIFY(back);
        QVERIFY(back->notRead == NotRead::TooLarge);
        QCOMPARE(back->width, 1'000'000);

        const auto beside = answerFrom(toWire(comparedSample()));
        QVERIFY(beside && beside->compared == comparedSample().compared);
        Request two{MediaType::Tiff, PlanName::Compare, 1500, 0, 99, {}, MediaType::Png, 40};
        QVERIFY(requestFrom(toWire(two))->referenceType == MediaType::Png);
        two.referenceBytes = 100;  // more than there are
        QVERIFY(!requestFrom(toWire(two)));
        two.referenceBytes = 0;
        QVERIFY(!requestFrom(toWire(two)));

        const auto scanned = answerFrom(toWire(labelledSample()));
        QVERIFY(scanned && scanned->label == labelledSample().label);
        Reading none = labelledSample();
        none.label = Labelled();
        QVERIFY(answerFrom(toWire(none))->label == Labelled());
        Request scan{MediaType::Jpeg, PlanName::Label, 1500, 900, 99};
        QVERIFY(!requestFrom(toWire(scan)));  // without what is asked
        scan.label = LabelAsk{labelledSample().label->corners, false};
        QVERIFY(requestFrom(toWire(scan))->label == scan.label);
        scan.label = LabelAsk();
        QVERIFY(requestFrom(toWire(scan))->label == scan.label);
        scan.plan = PlanName::Full;
        QVERIFY(!requestFrom(toWire(scan)));

        const auto request =
            requestFrom(toWire(Request{MediaType::Tiff, PlanName::Cautious, 1500, 256, 99, {1, 2, 30, 40}}));
        QVERIFY(request);
        QVERIFY(request->type == MediaType::Tiff && request->plan == PlanName::Cautious);
        QCOMPARE(request->maxMs, 1500);
        QCOMPARE(request->thumbnailSide, 256);
        QCOMPARE(request->bytes, qint64(99));
        QCOMPARE(request->box, QRect(1, 2, 30, 40));

        const auto reply = replyFrom(toWire(Reply{Ending::Crashed, 6, "abc"}));
        QVERIFY(reply && reply->ending == Ending::Crashed && reply->signal == 6 && reply->answer == "abc");
        QCOMPARE(helloFrom(toWire(Hello{7, u"no seccomp"_s}))->failure, u"no seccomp"_s);
    }

    void anAnswerOutOfBoundsIsNone() {
        QVERIFY(survives(sample()));
        const auto broken = [](auto&& change) {
            Reading reading = sample();
            change(reading);
            return !survives(reading);
        };
        QVERIFY(broken([](Reading& r) { r.codes[0].corners[2].setX(640); }));
        QVERIFY(broken([](Reading& r) { r.codes[0].corners[2].setY(-1); }));
        QVERIFY(broken([](Reading& r) { r.codes[0].format = u"Telepathy"_s; }));
        QVERIFY(broken([](Reading& r) { r.codes[0].pass = u"never ran"_s; }));
        QVERIFY(broken([](Reading& r) { r.codes[0].bytes = QByteArray(limits::codeBytes + 1, 'x'); }));
        QVERIFY(broken([](Reading& r) { r.codes.resize(limits::codesInPicture + 1, r.codes[0]); }));
        QVERIFY(broken([](Reading& r) { r.width = limits::pictureSide + 1; }));
        QVERIFY(broken([](Reading& r) { r.height = 0; }));
        QVERIFY(broken([](Reading& r) { r.notRead = NotRead::Damaged; }));  // codes in what was not read
        QVERIFY(broken([](Reading& r) { r.thumbnail = "GIF89a"; }));
        QVERIFY(broken([](Reading& r) { r.thumbnail.resize(limits::shownBytes + 1); }));
        QVERIFY(!answerFrom(toWire(sample()) + 'x'));
        const auto comparedWith = [](const std::function<void(Compared&)>& change) {
            Reading reading = comparedSample();
            change(*reading.compared);
            return survives(reading);
        };
        QVERIFY(comparedWith([](Compared&) {}));
        QVERIFY(!comparedWith([](Compared& c) { c.score = 101; }));
        QVERIFY(!comparedWith([](Compared& c) { c.unseen = 1.1; }));
        QVERIFY(!comparedWith([](Compared& c) { c.outline[0].setX(1'000'000); }));
        QVERIFY(!comparedWith([](Compared& c) { c.differences[0].place.setWidth(0); }));
        QVERIFY(!comparedWith([](Compared& c) { c.differences.resize(limits::differencesInPicture + 1); }));
        QVERIFY(!comparedWith([](Compared& c) { c.map = c.aligned; }));

        const auto labelledWith = [](const std::function<void(Labelled&)>& change) {
            Reading reading = labelledSample();
            change(*reading.label);
            return survives(reading);
        };
        QVERIFY(labelledWith([](Labelled&) {}));
        QVERIFY(!labelledWith([](Labelled& l) { (*l.corners)[1].setX(639.6); }));
        QVERIFY(!labelledWith([](Labelled& l) { (*l.corners)[0].setY(-0.6); }));
        QVERIFY(!labelledWith([](Labelled& l) { l.size = {0, 500}; }));
        QVERIFY(!labelledWith([](Labelled& l) { l.size = {8000, 2001}; }));
        QVERIFY(!labelledWith([](Labelled& l) { l.picture = QByteArray("\xFF\xD8\xFF no PNG"); }));
        QVERIFY(!answerFrom({}));
    }

    void aFrameHasJustAsManyBytesAsPixels() {
        const auto taken = [](auto&& change) {
            Request request{MediaType::Unknown, PlanName::Live, 150, 0, 640 * 480, {}};
            request.frame = {640, 480};
            change(request);
            return requestFrom(toWire(request));
        };
        const auto good = taken([](Request&) {});
        QVERIFY(good && good->frame == QSize(640, 480) && good->plan == PlanName::Live);
        QVERIFY(taken([](Request& r) { r.plan = PlanName::Cautious; }));
        QVERIFY(!taken([](Request& r) { r.plan = PlanName::Full; }));
        QVERIFY(!taken([](Request& r) { r.plan = PlanName::NoCodes; }));
        QVERIFY(!taken([](Request& r) { r.type = MediaType::Jpeg; }));
        QVERIFY(taken([](Request& r) { r.stream = true; })->stream && !good->stream);
        QVERIFY(!taken([](Request& r) {
            r.plan = PlanName::Cautious;
            r.stream = true;
        }));
        QVERIFY(!taken([](Request& r) { r.thumbnailSide = 64; }));
        QVERIFY(!taken([](Request& r) { --r.bytes; }));
        QVERIFY(!taken([](Request& r) { ++r.bytes; }));
        QVERIFY(!taken([](Request& r) { r.frame = {640, 0}; }));
        QVERIFY(!taken([](Request& r) { r.frame = {-640, -480}; }));
        QVERIFY(!taken([](Request& r) { r.frame = {0, 480}; }));
        QVERIFY(!taken([](Request& r) {
            r.frame = {limits::pictureSide + 1, 1};
            r.bytes = limits::pictureSide + 1;
        }));
        QVERIFY(!taken([](Request& r) {  // more pixels than any picture may have
            r.frame = {30'000, 30'000};
            r.bytes = 900'000'000;
        }));
        QVERIFY(!taken([](Request& r) {  // 65536 * 65536 is 0 in 32 bits
            r.frame = {65'536, 65'536};
            r.bytes = 1;
        }));
    }

    void aMeterStaysWithinItsScales() {
        const auto taken = [](auto&& change) {
            Reading reading = sample();
            reading.meter = Meter{2.5, 12, 240, 0.125, {Flaw::Glare}};
            change(reading);
            return answerFrom(toWire(reading));
        };
        const auto good = taken([](Reading&) {});
        QVERIFY(good && good->meter && !good->codes.empty());  // told beside codes as well
        QVERIFY((good->meter == Meter{2.5, 12, 240, 0.125, {Flaw::Glare}}));
        QVERIFY(!taken([](Reading& r) { r.meter->edgeWidth = -1; }));
        QVERIFY(!taken([](Reading& r) { r.meter->darkest = 256; }));
        QVERIFY(!taken([](Reading& r) { r.meter->lightest = -1; }));
        QVERIFY(!taken([](Reading& r) { r.meter->glare = 1.5; }));
        QVERIFY(!taken([](Reading& r) { r.meter->flaws = {static_cast<Flaw>(9)}; }));
        QVERIFY(!taken([](Reading& r) { r.meter->flaws.resize(9, Flaw::Dark); }));
        QVERIFY(!taken([](Reading& r) {
            r.codes.clear();
            r.notRead = NotRead::Damaged;
        }));
    }

    void noCutOrFlippedMessageIsTakenBeyondItsBounds() {
        const unsigned seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const QByteArray whole = toWire(sample());
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY(!answerFrom(whole.left(length)));
        for (int i = 0; i < 20'000; ++i) {
            QByteArray bytes = whole;
            for (int flips = random.bounded(1, 4); flips > 0; --flips)
                bytes[random.bounded(int(bytes.size()))] = static_cast<char>(random.generate());
            const auto answer = answerFrom(bytes);
            if (!answer)
                continue;
            for (const Code& code : answer->codes)
                for (const QPoint& corner : code.corners)
                    QVERIFY(QRect(0, 0, answer->width, answer->height).contains(corner));
        }
    }

    void framesCrossASocketWithTheirFile() {
        std::array<int, 2> ends{};
        QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
        const UniqueFd a(ends[0]);
        UniqueFd b(ends[1]);
        const QByteArray large(3'000'000, 'x');  // far more than a socket holds
        std::thread sender([&] {
            sendFrame(b.get(), "first", QDeadlineTimer(10'000), 0);
            sendFrame(b.get(), large, QDeadlineTimer(10'000));
            sendFrame(b.get(), QByteArray(100, 'y'), QDeadlineTimer(10'000));
        });
        const Received first = receiveFrame(a.get(), limits::answerBytes, QDeadlineTimer(10'000));
        const Received second = receiveFrame(a.get(), limits::answerBytes, QDeadlineTimer(10'000));
        const Received third = receiveFrame(a.get(), 99, QDeadlineTimer(10'000));
        sender.join();
        QVERIFY(first.heard == Heard::Frame && first.frame == "first" && first.fd);
        QVERIFY(second.heard == Heard::Frame && second.frame == large && !second.fd);
        QVERIFY(third.heard == Heard::Malformed);
        QVERIFY(receiveFrame(b.get(), 99, QDeadlineTimer(20)).heard == Heard::TimedOut);
        b.reset();
        UniqueFd rest(::dup(a.get()));
        QByteArray sink(100, '\0');
        QCOMPARE(::read(rest.get(), sink.data(), 100), 100);
        QVERIFY(receiveFrame(a.get(), 99, QDeadlineTimer(10'000)).heard == Heard::Closed);
        QVERIFY(!sendFrame(a.get(), "gone", QDeadlineTimer(10'000)));
    }

    void framesAreCollectedFromPieces() {
        FrameCollector frames(10);
        const QByteArray stream = framed("one") + framed("") + framed("three");
        QByteArrayList got;
        for (const char byte : stream) {
            frames.add(&byte, 1);
            while (const auto frame = frames.next())
                got += *frame;
        }
        QCOMPARE(got, QByteArrayList({"one", "", "three"}));
        const QByteArray tooLong = framed("eleven char");
        frames.add(tooLong.constData(), tooLong.size());
        QVERIFY(!frames.next());
        QVERIFY(frames.malformed());
    }
};

QTEST_APPLESS_MAIN(TestWire)
#include "test_wire.moc"
