#include "core/eye/wire.h"

#include "core/base/limits.h"

#include <QtEndian>

#include <cmath>

namespace chayan::eye {

namespace {

class Writer {
  public:
    template <class T>
    requires std::is_integral_v<T>
    void number(T value) {
        const T little = qToLittleEndian(value);
        m_bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
    }
    void bytes(const QByteArray& value) {
        number(static_cast<std::uint32_t>(value.size()));
        m_bytes += value;
    }
    void text(const QString& value) { bytes(value.toUtf8()); }
    QByteArray take() { return std::move(m_bytes); }

  private:
    QByteArray m_bytes;
};

/// Once something did not fit, everything after reads as empty and finished() is false.
class Reader {
  public:
    explicit Reader(const QByteArray& bytes) : m_bytes(bytes) {}
    explicit Reader(QByteArray&&) = delete;

    template <class T>
    requires std::is_integral_v<T> T number(qint64 least, qint64 most) {
        if (!has(sizeof(T)))
            return {};
        const T value = qFromLittleEndian<T>(m_bytes.constData() + m_at);
        m_at += static_cast<qsizetype>(sizeof(T));
        m_good = static_cast<qint64>(value) >= least && static_cast<qint64>(value) <= most;
        return m_good ? value : T{};
    }
    QByteArray bytes(qint64 most) {
        const qsizetype length = number<std::uint32_t>(0, most);
        if (!has(static_cast<std::size_t>(length)))
            return {};
        const QByteArray value = m_bytes.mid(m_at, length);
        m_at += length;
        return value;
    }
    QString text(qint64 most) {
        const QByteArray value = bytes(most);
        m_good = m_good && isUtf8(view(value));
        return m_good ? QString::fromUtf8(value) : QString();
    }
    void refuseUnless(bool condition) { m_good = m_good && condition; }
    bool good() const { return m_good; }
    bool finished() const { return m_good && m_at == m_bytes.size(); }

  private:
    bool has(std::size_t count) {
        m_good = m_good && static_cast<std::size_t>(m_bytes.size() - m_at) >= count;
        return m_good;
    }
    const QByteArray& m_bytes;
    qsizetype m_at = 0;
    bool m_good = true;
};

constexpr int shortText = 256;
// A character of a code's bytes takes at most three bytes of UTF-8.
constexpr qint64 codeTextBytes = 3 * limits::codeBytes;

void write(Writer& out, const Code& code) {
    out.text(code.format);
    out.text(code.text);
    out.text(code.charset);
    out.bytes(code.bytes);
    out.text(code.symbology);
    for (const QPoint& corner : code.corners) {
        out.number(static_cast<std::int32_t>(corner.x()));
        out.number(static_cast<std::int32_t>(corner.y()));
    }
    out.text(code.pass);
}

Code readCode(Reader& in, const Reading& picture) {
    Code code;
    code.format = in.text(shortText);
    in.refuseUnless(formatNames().contains(code.format));
    code.text = in.text(codeTextBytes);
    code.charset = in.text(shortText);
    code.bytes = in.bytes(limits::codeBytes);
    code.symbology = in.text(shortText);
    for (QPoint& corner : code.corners) {
        corner.setX(in.number<std::int32_t>(0, picture.width - 1));
        corner.setY(in.number<std::int32_t>(0, picture.height - 1));
    }
    code.pass = in.text(shortText);
    in.refuseUnless(picture.passes.contains(code.pass));
    return code;
}

/// Shares and percentages travel as thousandths.
constexpr double thousand = 1000;

void write(Writer& out, const Compared& compared) {
    out.number(static_cast<std::int32_t>(compared.matches));
    out.number(static_cast<std::int32_t>(std::lround(compared.score * thousand)));
    out.number(static_cast<std::int32_t>(std::lround(compared.unseen * thousand)));
    out.number(static_cast<std::uint8_t>(compared.blurred ? 1 : 0));
    out.number(static_cast<std::uint8_t>(compared.colourless ? 1 : 0));
    for (const QPoint& corner : compared.outline) {
        out.number(static_cast<std::int32_t>(corner.x()));
        out.number(static_cast<std::int32_t>(corner.y()));
    }
    out.number(static_cast<std::uint32_t>(compared.differences.size()));
    for (const Compared::Difference& difference : compared.differences) {
        out.number(static_cast<std::uint8_t>(difference.kind));
        for (const int side : {difference.place.x(), difference.place.y(), difference.place.width(),
                               difference.place.height()})
            out.number(static_cast<std::int32_t>(side));
        out.number(static_cast<std::int32_t>(std::lround(difference.amount * thousand)));
    }
    out.bytes(compared.reference);
    out.bytes(compared.aligned);
    out.bytes(compared.map);
}

constexpr int flawsKnown = static_cast<int>(Flaw::Small) + 1;

void write(Writer& out, const std::vector<Flaw>& flaws) {
    out.number(static_cast<std::uint8_t>(flaws.size()));
    for (const Flaw flaw : flaws)
        out.number(static_cast<std::uint8_t>(flaw));
}

std::vector<Flaw> readFlaws(Reader& in, int most) {
    std::vector<Flaw> flaws;
    const auto count = in.number<std::uint8_t>(0, most);
    for (int i = 0; i < count && in.good(); ++i)
        flaws.push_back(static_cast<Flaw>(in.number<std::uint8_t>(0, flawsKnown - 1)));
    return flaws;
}

void write(Writer& out, const Meter& meter) {
    out.number(static_cast<std::int32_t>(std::lround(meter.edgeWidth * thousand)));
    out.number(static_cast<std::int32_t>(meter.darkest));
    out.number(static_cast<std::int32_t>(meter.lightest));
    out.number(static_cast<std::int32_t>(std::lround(meter.glare * thousand)));
    write(out, meter.flaws);
}

Meter readMeter(Reader& in) {
    constexpr int most = 255;
    Meter meter;
    meter.edgeWidth = in.number<std::int32_t>(0, limits::pictureSide * 1000) / thousand;
    meter.darkest = in.number<std::int32_t>(0, most);
    meter.lightest = in.number<std::int32_t>(0, most);
    meter.glare = in.number<std::int32_t>(0, 1000) / thousand;
    meter.flaws = readFlaws(in, flawsKnown);
    return meter;
}

/// Of a kind by its first bytes, or nothing.
QByteArray readPicture(Reader& in, const char* begin) {
    QByteArray bytes = in.bytes(limits::shownBytes);
    in.refuseUnless(bytes.isEmpty() || bytes.startsWith(begin));
    return bytes;
}
constexpr const char* jpeg = "\xFF\xD8\xFF";
constexpr const char* png = "\x89PNG";

Compared readCompared(Reader& in) {
    constexpr int far = 4 * limits::pictureSide;  // a label that lies beyond the picture in part
    Compared compared;
    compared.matches = in.number<std::int32_t>(0, limits::pictureSide);
    compared.score = in.number<std::int32_t>(0, 100'000) / thousand;
    compared.unseen = in.number<std::int32_t>(0, 1000) / thousand;
    compared.blurred = in.number<std::uint8_t>(0, 1) == 1;
    compared.colourless = in.number<std::uint8_t>(0, 1) == 1;
    for (QPoint& corner : compared.outline) {
        corner.setX(in.number<std::int32_t>(-far, far));
        corner.setY(in.number<std::int32_t>(-far, far));
    }
    const auto differences = in.number<std::uint32_t>(0, limits::differencesInPicture);
    for (std::uint32_t i = 0; i < differences && in.good(); ++i) {
        Compared::Difference difference;
        difference.kind = static_cast<Compared::Difference::Kind>(
            in.number<std::uint8_t>(0, static_cast<int>(Compared::Difference::Kind::Coarse)));
        const auto x = in.number<std::int32_t>(0, limits::pictureSide);
        const auto y = in.number<std::int32_t>(0, limits::pictureSide);
        const auto width = in.number<std::int32_t>(1, limits::pictureSide);
        const auto height = in.number<std::int32_t>(1, limits::pictureSide);
        difference.place = {x, y, width, height};
        difference.amount = in.number<std::int32_t>(0, 1'000'000) / thousand;
        compared.differences.push_back(difference);
    }
    compared.reference = readPicture(in, jpeg);
    compared.aligned = readPicture(in, jpeg);
    compared.map = readPicture(in, png);
    return compared;
}

void write(Writer& out, const LabelCorners& corners) {
    for (const QPointF& corner : corners)
        for (const double at : {corner.x(), corner.y()})
            out.number(static_cast<std::int32_t>(std::lround(at * thousand)));
}

LabelCorners readCorners(Reader& in, int width, int height) {
    constexpr int half = 500;  // a pixel reaches so far from its middle
    LabelCorners corners;
    for (QPointF& corner : corners) {
        corner.setX(in.number<std::int32_t>(-half, 1000LL * width - half) / thousand);
        corner.setY(in.number<std::int32_t>(-half, 1000LL * height - half) / thousand);
    }
    return corners;
}

void write(Writer& out, const Labelled& label) {
    out.number(static_cast<std::uint8_t>(label.corners ? 1 : 0));
    if (!label.corners)
        return;
    write(out, *label.corners);
    out.number(static_cast<std::int32_t>(label.size.width()));
    out.number(static_cast<std::int32_t>(label.size.height()));
    out.number(static_cast<std::uint8_t>(label.evened ? 1 : 0));
    out.bytes(label.picture);
}

Labelled readLabelled(Reader& in, const Reading& picture) {
    Labelled label;
    if (in.number<std::uint8_t>(0, 1) == 0)
        return label;
    label.corners = readCorners(in, picture.width, picture.height);
    const auto width = in.number<std::int32_t>(1, limits::pictureSide);
    const auto height = in.number<std::int32_t>(1, limits::pictureSide);
    in.refuseUnless(qint64(width) * height <= limits::rectifiedPixels);
    label.size = {width, height};
    label.evened = in.number<std::uint8_t>(0, 1) == 1;
    label.picture = readPicture(in, png);
    return label;
}

}  // namespace

bool isFrame(QSize size, qint64 bytes) {
    const auto isSide = [](int side) { return side > 0 && side <= limits::pictureSide; };
    const qint64 pixels = qint64{size.width()} * size.height();
    return isSide(size.width()) && isSide(size.height()) && pixels <= limits::picturePixels &&
           bytes == pixels;
}

QByteArray toWire(const Hello& hello) {
    Writer out;
    out.number(hello.version);
    out.text(hello.failure);
    return out.take();
}

QByteArray toWire(const Request& request) {
    Writer out;
    out.number(static_cast<std::uint8_t>(request.type));
    out.number(static_cast<std::uint8_t>(request.plan));
    out.number(static_cast<std::int32_t>(request.maxMs));
    out.number(static_cast<std::int32_t>(request.thumbnailSide));
    out.number(static_cast<qint64>(request.bytes));
    for (const int side : {request.box.x(), request.box.y(), request.box.width(), request.box.height()})
        out.number(static_cast<std::int32_t>(side));
    out.number(static_cast<std::uint8_t>(request.referenceType));
    out.number(static_cast<qint64>(request.referenceBytes));
    out.number(static_cast<std::int32_t>(request.frame.width()));
    out.number(static_cast<std::int32_t>(request.frame.height()));
    out.number(static_cast<std::uint8_t>(request.stream ? 1 : 0));
    if (request.label) {
        out.number(static_cast<std::uint8_t>(request.label->evened ? 1 : 0));
        out.number(static_cast<std::uint8_t>(request.label->corners ? 1 : 0));
        if (request.label->corners)
            write(out, *request.label->corners);
    }
    return out.take();
}

QByteArray toWire(const Reply& reply) {
    Writer out;
    out.number(static_cast<std::uint8_t>(reply.ending));
    out.number(static_cast<std::int32_t>(reply.signal));
    out.bytes(reply.answer);
    return out.take();
}

QByteArray toWire(const Reading& answer) {
    constexpr std::uint8_t read = 0xFF;
    Writer out;
    out.number(answer.notRead ? static_cast<std::uint8_t>(*answer.notRead) : read);
    out.text(answer.detail.left(shortText / 4));
    out.number(static_cast<std::int32_t>(answer.width));
    out.number(static_cast<std::int32_t>(answer.height));
    out.number(static_cast<std::uint32_t>(answer.passes.size()));
    for (const QString& pass : answer.passes)
        out.text(pass);
    out.number(static_cast<std::uint32_t>(answer.codes.size()));
    for (const Code& code : answer.codes)
        write(out, code);
    write(out, answer.flaws);
    out.bytes(answer.thumbnail);
    out.number(static_cast<std::uint8_t>(answer.compared ? 1 : 0));
    if (answer.compared)
        write(out, *answer.compared);
    out.number(static_cast<std::uint8_t>(answer.meter ? 1 : 0));
    if (answer.meter)
        write(out, *answer.meter);
    out.number(static_cast<std::uint8_t>(answer.label ? 1 : 0));
    if (answer.label)
        write(out, *answer.label);
    return out.take();
}

std::optional<Hello> helloFrom(const QByteArray& frame) {
    Reader in(frame);
    Hello hello;
    hello.version = in.number<std::uint32_t>(0, std::numeric_limits<std::uint32_t>::max());
    hello.failure = in.text(16 * shortText);
    return in.finished() ? std::optional(hello) : std::nullopt;
}

std::optional<Request> requestFrom(const QByteArray& frame) {
    Reader in(frame);
    Request request;
    request.type = static_cast<MediaType>(in.number<std::uint8_t>(0, static_cast<int>(MediaType::Pdf)));
    request.plan = static_cast<PlanName>(in.number<std::uint8_t>(0, static_cast<int>(PlanName::Label)));
    request.maxMs = in.number<std::int32_t>(1, limits::readingMs);
    request.thumbnailSide = in.number<std::int32_t>(0, limits::shownSide);
    request.bytes = in.number<qint64>(1, 2 * limits::pictureBytes);
    const auto x = in.number<std::int32_t>(0, limits::pictureSide);
    const auto y = in.number<std::int32_t>(0, limits::pictureSide);
    const auto width = in.number<std::int32_t>(0, limits::pictureSide);
    const auto height = in.number<std::int32_t>(0, limits::pictureSide);
    request.box = {x, y, width, height};
    request.referenceType =
        static_cast<MediaType>(in.number<std::uint8_t>(0, static_cast<int>(MediaType::Pdf)));
    request.referenceBytes = in.number<qint64>(0, request.bytes);
    in.refuseUnless((request.plan == PlanName::Compare) == (request.referenceBytes > 0) &&
                    request.bytes - request.referenceBytes <= limits::pictureBytes);
    const auto frameWidth = in.number<std::int32_t>(-1, limits::pictureSide);
    const auto frameHeight = in.number<std::int32_t>(-1, limits::pictureSide);
    request.frame = {frameWidth, frameHeight};
    if (request.frame.isEmpty())
        in.refuseUnless(request.frame == QSize() || request.frame == QSize(0, 0));
    else  // pixels are no file: there is nothing to decode, and exactly so many bytes
        in.refuseUnless(isFrame(request.frame, request.bytes) && request.type == MediaType::Unknown &&
                        (request.plan == PlanName::Live || request.plan == PlanName::Cautious) &&
                        request.thumbnailSide == 0);
    request.stream = in.number<std::uint8_t>(0, 1) == 1;
    in.refuseUnless(!request.stream || request.plan == PlanName::Live || request.plan == PlanName::NoCodes);
    if (request.plan == PlanName::Label) {
        request.label.emplace();
        request.label->evened = in.number<std::uint8_t>(0, 1) == 1;
        if (in.number<std::uint8_t>(0, 1) == 1)
            request.label->corners = readCorners(in, limits::pictureSide, limits::pictureSide);
    }
    return in.finished() ? std::optional(request) : std::nullopt;
}

std::optional<Reply> replyFrom(const QByteArray& frame) {
    Reader in(frame);
    Reply reply;
    reply.ending = static_cast<Ending>(in.number<std::uint8_t>(0, static_cast<int>(Ending::Crashed)));
    reply.signal = in.number<std::int32_t>(0, 128);
    reply.answer = in.bytes(limits::answerBytes);
    return in.finished() ? std::optional(reply) : std::nullopt;
}

std::optional<Reading> answerFrom(const QByteArray& frame) {
    constexpr std::uint8_t read = 0xFF;
    Reader in(frame);
    Reading answer;
    const auto notRead = in.number<std::uint8_t>(0, read);
    in.refuseUnless(notRead == read || notRead <= static_cast<std::uint8_t>(NotRead::Memory));
    if (notRead != read)
        answer.notRead = static_cast<NotRead>(notRead);
    answer.detail = in.text(shortText);
    // A picture that was refused may well claim to be larger than the limit.
    const qint64 mostSide = answer.notRead ? std::numeric_limits<std::int32_t>::max() : limits::pictureSide;
    answer.width = in.number<std::int32_t>(answer.notRead ? 0 : 1, mostSide);
    answer.height = in.number<std::int32_t>(answer.notRead ? 0 : 1, mostSide);
    const auto passes = in.number<std::uint32_t>(0, limits::readingPasses);
    for (std::uint32_t i = 0; i < passes && in.good(); ++i)
        answer.passes += in.text(shortText);
    const auto codes = in.number<std::uint32_t>(0, answer.notRead ? 0 : limits::codesInPicture);
    for (std::uint32_t i = 0; i < codes && in.good(); ++i)
        answer.codes.push_back(readCode(in, answer));
    answer.flaws = readFlaws(in, answer.notRead || codes > 0 ? 0 : flawsKnown);
    answer.thumbnail = readPicture(in, jpeg);
    if (in.number<std::uint8_t>(0, answer.notRead ? 0 : 1) == 1)
        answer.compared = readCompared(in);
    if (in.number<std::uint8_t>(0, answer.notRead ? 0 : 1) == 1)
        answer.meter = readMeter(in);
    if (in.number<std::uint8_t>(0, answer.notRead ? 0 : 1) == 1)
        answer.label = readLabelled(in, answer);
    return in.finished() ? std::optional(std::move(answer)) : std::nullopt;
}

}  // namespace chayan::eye
