// Reads a folder of pictures through the real pool and compares with its truth.tsv:
//   bench_scan FOLDER [--max-ms N] [--workers N] [--wrong] [--missed]
// A row for each folder of pictures; beside it what FOLDER/baseline.tsv says of Debian's decoder with safe
// hints. truth.tsv: path, format, text (escapes \\ \n \t \r \xHH), one row for each symbol, NONE for no
// symbol. EAN and UPC are compared as 13 digits, binary content as `bin:HEX`.
#include "core/base/limits.h"
#include "core/base/safe_file.h"
#include "core/eye/pool.h"

#include <QFileInfo>
#include <QMap>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace chayan;

namespace {

constexpr qint64 tableBytes = 16 * 1024 * 1024;

struct Symbol {
    QString format;
    QString text;
    bool operator==(const Symbol&) const = default;
};

struct Row {
    int pictures = 0, symbols = 0, read = 0, wrong = 0, unread = 0;
    std::vector<int> ms;

    void add(const Row& other) {
        pictures += other.pictures;
        symbols += other.symbols;
        read += other.read;
        wrong += other.wrong;
        unread += other.unread;
        ms.insert(ms.end(), other.ms.begin(), other.ms.end());
    }
    int percentile(int percent) const {
        if (ms.empty())
            return 0;
        std::vector<int> sorted = ms;
        std::sort(sorted.begin(), sorted.end());
        return sorted[(sorted.size() - 1) * static_cast<std::size_t>(percent) / 100];
    }
};

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
    Row row{1, static_cast<int>(truth.size()), 0, 0, reading.notRead ? 1 : 0, {reading.ms}};
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

void print(const QString& name, const Row& row, const QMap<QString, QStringList>& baseline) {
    const QStringList base = baseline.value(name);
    std::printf("%-30s %5d %6d %6d %6d %6d %7d %7d %7d   %6s %6s %8s\n", qPrintable(name), row.pictures,
                row.symbols, row.read, row.wrong, row.symbols - row.read, row.unread, row.percentile(50),
                row.percentile(95), qPrintable(base.value(9)), qPrintable(base.value(10)),
                qPrintable(base.value(7)));
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
        std::fputs("bench_scan FOLDER [--max-ms N] [--workers N] [--wrong] [--missed]\n", stderr);
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
    QMap<QString, QStringList> baseline;
    for (const QStringList& row : tableAt(folder + u"/baseline.tsv"_s))
        if (row.value(3) == u"zxing14-safe"_s)
            baseline.insert(row.value(0) + u'/' + row.value(1), row);

    eye::EyePool pool(number(u"--workers"_s, 1), QString::fromUtf8(CHAYAN_BIN_DIR) + u"/chayan-eye"_s);
    const eye::ReadOptions options{number(u"--max-ms"_s, 1000), 0, {}};
    std::vector<std::pair<QString, std::future<Result<eye::Reading>>>> readings;
    QMap<QString, Row> rows;
    for (auto it = truth.cbegin(); it != truth.cend(); ++it) {
        auto bytes = readFile(folder + u'/' + it.key(), limits::pictureBytes);
        if (!bytes) {
            std::fprintf(stderr, "%s: %s\n", qPrintable(it.key()), qPrintable(bytes.error().detail));
            return 2;
        }
        readings.emplace_back(it.key(), pool.submit(std::move(*bytes), options));
    }
    for (auto& [path, future] : readings) {
        const auto reading = future.get();
        if (!reading) {
            std::fprintf(stderr, "%s: %s\n", qPrintable(path), qPrintable(reading.error().detail));
            return 3;
        }
        const Row row = compare(path, truth.value(path), *reading, show);
        rows[QFileInfo(path).path()].add(row);
        rows[path.section(u'/', 0, 0) + u"/ALL"_s].add(row);
    }
    std::printf("%-30s %5s %6s %6s %6s %6s %7s %7s %7s   %6s %6s %8s\n", "folder", "n", "codes", "read",
                "wrong", "missed", "unread", "median", "p95", "b.read", "b.wrng", "b.median");
    for (auto it = rows.cbegin(); it != rows.cend(); ++it)
        print(it.key(), *it, baseline);
    return 0;
}
