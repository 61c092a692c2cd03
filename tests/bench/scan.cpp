// Reads a folder of pictures through the real pool and compares with its truth.tsv:
//   bench_scan FOLDER [--only TEXT] [--max-ms N] [--workers N] [--plain] [--wrong] [--missed]
// A row for each folder of pictures: its codes, ours that are read, wrong and missed, our milliseconds, and
// beside them what FOLDER/baseline.tsv says that other decoders read (/ wrong where not none).
// --plain measures, before and in a process of its own for each picture since it may abort, what decoding and
// one call of ZXing with all its defaults take (the better of two). Two ratios follow, medians over the
// pictures: "x all" is our whole time, hand-over to the worker included, over decoding and that call; "x
// read" the same without decoding on either side. A last line says them of the easy pictures alone, those of
// which that call reads every code, and how far the longest look went beyond --max-ms. --only: pictures whose
// path holds TEXT. truth.tsv: path, format, text (escapes \\ \n \t \r \xHH), one row for each symbol, NONE
// for no symbol. EAN and UPC are compared as 13 digits, binary content as `bin:HEX`.
#include "core/base/limits.h"
#include "core/base/safe_file.h"
#include "core/eye/pool.h"
#include "core/vision/picture.h"

#include <QFileInfo>
#include <QMap>

#define ZX_USE_UTF8
#include <ZXing/ReadBarcode.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace chayan;

namespace {

constexpr qint64 tableBytes = 16 * 1024 * 1024;

struct Symbol {
    QString format;
    QString text;
    bool operator==(const Symbol&) const = default;
};

/// Milliseconds; 0 where not known.
struct Plain {
    double decoding = 0, call = 0;
    /// How many codes it read.
    double codes = 0;
};

double percentile(std::vector<double> values, int percent) {
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[(values.size() - 1) * static_cast<std::size_t>(percent) / 100];
}

struct Row {
    int pictures = 0, symbols = 0, read = 0, wrong = 0;
    std::vector<double> ms, plainMs, all, reading;
    /// Of the easy pictures: the ratios, and what both took in all.
    std::vector<double> easyAll, easyReading;
    double easyMs = 0, easyPlainMs = 0;

    void add(const Row& other) {
        pictures += other.pictures;
        symbols += other.symbols;
        read += other.read;
        wrong += other.wrong;
        ms.insert(ms.end(), other.ms.begin(), other.ms.end());
        plainMs.insert(plainMs.end(), other.plainMs.begin(), other.plainMs.end());
        all.insert(all.end(), other.all.begin(), other.all.end());
        reading.insert(reading.end(), other.reading.begin(), other.reading.end());
        easyAll.insert(easyAll.end(), other.easyAll.begin(), other.easyAll.end());
        easyReading.insert(easyReading.end(), other.easyReading.begin(), other.easyReading.end());
        easyMs += other.easyMs;
        easyPlainMs += other.easyPlainMs;
    }
    void compareWith(const Plain& plain) {
        if (plain.call <= 0)
            return;
        plainMs.push_back(plain.call);
        all.push_back(ms.back() / (plain.decoding + plain.call));
        reading.push_back(std::max(0.0, ms.back() - plain.decoding) / plain.call);
        if (symbols == 0 || plain.codes < symbols)
            return;
        easyAll.push_back(all.back());
        easyReading.push_back(reading.back());
        easyMs += ms.back();
        easyPlainMs += plain.decoding + plain.call;
    }
};

double msSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

std::optional<vision::Format> formatOf(const QByteArray& bytes) {
    switch (eye::sniff(view(bytes))) {
        case eye::MediaType::Jpeg:
            return vision::Format::Jpeg;
        case eye::MediaType::Png:
            return vision::Format::Png;
        case eye::MediaType::WebP:
            return vision::Format::WebP;
        default:
            return {};
    }
}

/// Processor time of children that have ended, and of theirs, in seconds.
double childrenSeconds() {
    rusage used{};
    ::getrusage(RUSAGE_CHILDREN, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// The child's work: what it knows is written at once, since the call may be its last.
void measurePlain(const QByteArray& bytes, int answers) {
    const auto format = formatOf(bytes);
    const auto start = std::chrono::steady_clock::now();
    const auto picture = format ? vision::decode(view(bytes), *format)
                                : tl::unexpected(vision::Refusal{vision::Fault::Damaged, {}, {}});
    const auto grey = picture ? vision::greyOf(*picture) : tl::unexpected(picture.error());
    if (!grey)
        return;
    const double decoding = msSince(start);
    const vision::GreyView pixels = grey->view();
    double best = 0;
    std::size_t codes = 0;
    for (int i = 0; i < 2; ++i) {
        const auto before = std::chrono::steady_clock::now();
        codes = ZXing::ReadBarcodes(ZXing::ImageView(pixels.data, pixels.width, pixels.height,
                                                     ZXing::ImageFormat::Lum, pixels.stride))
                    .size();
        const double took = msSince(before);
        best = i == 0 ? took : std::min(best, took);
    }
    const std::array<double, 3> out{decoding, best, static_cast<double>(codes)};
    static_cast<void>(!::write(answers, out.data(), sizeof out));
}

Plain plainOf(const QByteArray& bytes) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
        return {};
    const pid_t child = ::fork();
    if (child == 0) {
        static_cast<void>(!std::freopen("/dev/null", "w", stderr));  // assertions
        measurePlain(bytes, ends[1]);
        ::_exit(0);
    }
    ::close(ends[1]);
    std::array<double, 3> answer{};
    if (::read(ends[0], answer.data(), sizeof answer) != sizeof answer)
        answer = {};
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return {answer[0], answer[1], answer[2]};
}

QString unescaped(const QString& text) {
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        const QChar kind = text[++i];
        if (kind == u'x') {
            out += QChar(text.mid(i + 1, 2).toUShort(nullptr, 16));
            i += 2;
        } else {
            out += kind == u'n' ? u'\n' : kind == u't' ? u'\t' : kind == u'r' ? u'\r' : kind;
        }
    }
    return out;
}

/// UPC-E as UPC-A (GS1 General Specifications, 5.2.2.4.2), then everything as 13 digits; an add-on stays.
QString asThirteen(const QString& format, QString text) {
    if (format == u"UPC-E"_s && text.size() >= 8) {
        const QString d = text.mid(1, 6);
        const int last = d[5].digitValue();
        const QString body = last <= 2   ? d.left(2) + d[5] + u"0000"_s + d.mid(2, 3)
                             : last == 3 ? d.left(3) + u"00000"_s + d.mid(3, 2)
                             : last == 4 ? d.left(4) + u"00000"_s + d[4]
                                         : d.left(5) + u"0000"_s + d[5];
        text = text[0] + body + text.mid(7);
    }
    if (format == u"UPC-A"_s || format == u"UPC-E"_s)
        text.prepend(u'0');
    return text;
}

/// Symbologies that are one family, or that truth names in another way.
QString family(QString format) {
    format.remove(u'-');
    if (format == u"DataBarLimited"_s)
        return u"DataBarLtd"_s;
    return format == u"UPCA"_s || format == u"UPCE"_s ? u"EAN13"_s : format;
}

Symbol normalised(const eye::Code& code) {
    return {family(code.format), asThirteen(code.format, code.text)};
}

bool isRead(const Symbol& truth, const eye::Code& code) {
    const Symbol read = normalised(code);
    if (read.format != family(truth.format))
        return false;
    if (truth.text.startsWith(u"bin:"_s))
        return QString::fromLatin1(code.bytes.toHex()).compare(truth.text.mid(4), Qt::CaseInsensitive) == 0;
    if (read.text.trimmed() == truth.text.trimmed())
        return true;
    // Truth leaves most add-ons out.
    const qsizetype more = read.text.size() - truth.text.size();
    return read.format == u"EAN13"_s && read.text.startsWith(truth.text) && (more == 2 || more == 5);
}

struct Show {
    bool wrong = false;
    bool missed = false;
};

Row compare(const QString& path, std::vector<Symbol> truth, const eye::Reading& reading, Show show) {
    Row row;
    row.pictures = 1;
    row.symbols = static_cast<int>(truth.size());
    row.ms = {static_cast<double>(reading.us) / 1000};
    if (reading.notRead && show.missed)
        std::printf("not read  %s: %s %s\n", qPrintable(path), qPrintable(key(*reading.notRead)),
                    qPrintable(reading.detail));
    for (const eye::Code& code : reading.codes) {
        const auto found = std::find_if(truth.begin(), truth.end(),
                                        [&](const Symbol& symbol) { return isRead(symbol, code); });
        if (found != truth.end()) {
            ++row.read;
            truth.erase(found);
            continue;
        }
        ++row.wrong;
        if (show.wrong)
            std::printf("wrong     %s: %s \"%s\" (%s, %s)\n", qPrintable(path), qPrintable(code.format),
                        qPrintable(code.text), qPrintable(code.charset), qPrintable(code.pass));
    }
    if (show.missed)
        for (const Symbol& symbol : truth)
            std::printf("missed    %s: %s \"%s\"\n", qPrintable(path), qPrintable(symbol.format),
                        qPrintable(symbol.text));
    return row;
}

std::vector<QStringList> tableAt(const QString& path) {
    std::vector<QStringList> rows;
    const auto bytes = readFile(path, tableBytes);
    if (!bytes)
        return rows;
    for (const QString& line : QString::fromUtf8(*bytes).split(u'\n'))
        if (!line.isEmpty())
            rows.push_back(line.split(u'\t'));
    if (!rows.empty())
        rows.erase(rows.begin());
    return rows;
}

/// The other decoders' columns.
struct Other {
    QString title, name;
};
const std::array others{Other{u"Debian"_s, u"zxing14-safe"_s}, Other{u"ZXing3"_s, u"zxing-3.1.1-full"_s},
                        Other{u"ZBar"_s, u"zbar"_s}, Other{u"OpenCV"_s, u"opencv"_s},
                        Other{u"trial"_s, u"zxing14-cascade"_s}};

using Baseline = QMap<QString, QMap<QString, QStringList>>;

void printTitle() {
    std::printf("%-29s %4s %5s %5s %5s %6s %8s %8s %8s %6s %6s  ", "folder", "n", "codes", "read", "wrong",
                "missed", "median", "p95 ms", "ZXing ms", "x all", "x read");
    for (const Other& other : others)
        std::printf(" %7s", qPrintable(other.title));
    std::printf("\n");
}

void print(const QString& name, const Row& row, const Baseline& baseline) {
    std::printf("%-29s %4d %5d %5d %5d %6d %8.1f %8.1f %8.1f %6.2f %6.2f  ", qPrintable(name), row.pictures,
                row.symbols, row.read, row.wrong, row.symbols - row.read, percentile(row.ms, 50),
                percentile(row.ms, 95), percentile(row.plainMs, 50), percentile(row.all, 50),
                percentile(row.reading, 50));
    for (const Other& other : others) {
        const QStringList base = baseline.value(name).value(other.name);
        const QString wrong = base.value(10) == u"0"_s || base.isEmpty() ? QString() : u'/' + base.value(10);
        std::printf(" %7s", qPrintable(base.value(9) + wrong));
    }
    std::printf("\n");
}

}  // namespace

int main(int argc, char** argv) {
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    const auto number = [&](const QString& name, int otherwise) {
        const qsizetype at = arguments.indexOf(name);
        return at < 0 ? otherwise : arguments.value(at + 1).toInt();
    };
    if (arguments.isEmpty()) {
        std::fputs(
            "bench_scan FOLDER [--only TEXT] [--max-ms N] [--workers N] [--plain] [--wrong] [--missed]\n",
            stderr);
        return 2;
    }
    const QString folder = arguments.first();
    const Show show{arguments.contains(u"--wrong"_s), arguments.contains(u"--missed"_s)};
    QMap<QString, std::vector<Symbol>> truth;
    for (const QStringList& row : tableAt(folder + u"/truth.tsv"_s)) {
        auto& symbols = truth[row.value(0)];
        if (row.value(1) != u"NONE"_s)
            symbols.push_back({row.value(1), unescaped(row.value(2))});
    }
    Baseline baseline;
    for (const QStringList& row : tableAt(folder + u"/baseline.tsv"_s))
        baseline[row.value(0) + u'/' + row.value(1)].insert(row.value(3), row);

    const qsizetype only = arguments.indexOf(u"--only"_s);
    std::vector<std::pair<QString, QByteArray>> pictures;
    for (auto it = truth.cbegin(); it != truth.cend(); ++it) {
        if (only >= 0 && !it.key().contains(arguments.value(only + 1)))
            continue;
        auto bytes = readFile(folder + u'/' + it.key(), limits::pictureBytes);
        if (!bytes) {
            std::fprintf(stderr, "%s: %s\n", qPrintable(it.key()), qPrintable(bytes.error().detail));
            return 2;
        }
        pictures.emplace_back(it.key(), std::move(*bytes));
    }
    QMap<QString, Plain> plain;
    if (arguments.contains(u"--plain"_s))
        for (const auto& [path, bytes] : pictures)
            plain.insert(path, plainOf(bytes));

    const int workers = number(u"--workers"_s, 1);
    const double before = childrenSeconds();
    std::optional<eye::EyePool> pool;
    pool.emplace(workers, QString::fromUtf8(CHAYAN_BIN_DIR) + u"/chayan-eye"_s);
    const eye::ReadOptions options{number(u"--max-ms"_s, 1000), 0, {}};
    const auto start = std::chrono::steady_clock::now();
    std::vector<std::future<Result<eye::Reading>>> readings;
    for (const auto& [path, bytes] : pictures)
        readings.push_back(pool->submit(bytes, options));
    QMap<QString, Row> rows;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const QString& path = pictures[i].first;
        const auto reading = readings[i].get();
        if (!reading) {
            std::fprintf(stderr, "%s: %s\n", qPrintable(path), qPrintable(reading.error().detail));
            return 3;
        }
        Row row = compare(path, truth.value(path), *reading, show);
        row.compareWith(plain.value(path));
        rows[QFileInfo(path).path()].add(row);
        rows[path.section(u'/', 0, 0) + u"/ALL"_s].add(row);
    }
    const double seconds = msSince(start) / 1000;
    pool.reset();
    const double used = childrenSeconds() - before;
    printTitle();
    for (auto it = rows.cbegin(); it != rows.cend(); ++it)
        print(it.key(), *it, baseline);
    Row all;
    for (auto it = rows.cbegin(); it != rows.cend(); ++it)
        if (it.key().endsWith(u"/ALL"_s))
            all.add(*it);
    if (!all.easyAll.empty())
        std::printf("%zu easy pictures: x all %.2f (median), %.2f (in all), x read %.2f (median)\n",
                    all.easyAll.size(), percentile(all.easyAll, 50), all.easyMs / all.easyPlainMs,
                    percentile(all.easyReading, 50));
    std::printf("longest look: %.0f ms of %d\n", percentile(all.ms, 100), options.maxMs);
    std::printf("%zu pictures by %d workers in %.1f s, %.2f processors busy\n", pictures.size(), workers,
                seconds, used / seconds);
    return 0;
}
