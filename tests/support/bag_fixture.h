#pragma once

#include "core/bundle/bag_check.h"
#include "core/bundle/bag_writer.h"
#include "core/bundle/zip_source.h"
#include "tests/support/programs.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// A small bag with the files that a bundle has, and what tests do with it.
namespace chayan::test {

inline QByteArray noise(qint64 size, quint32 seed) {
    QByteArray bytes(size, '\0');
    quint32 state = seed * 2654435761u + 1;
    for (char& byte : bytes) {
        state = state * 1664525u + 1013904223u;
        byte = static_cast<char>(state >> 24);
    }
    return bytes;
}

inline bundle::BagPlan smallPlan() {
    using namespace Qt::StringLiterals;
    bundle::BagPlan plan;
    plan.name = u"visit-1"_s;
    plan.at = 1795485600000;
    plan.info = {{u"Bagging-Date"_s, u"2026-11-24"_s}, {u"Source-Organization"_s, u"成都市市场监管局"_s}};
    plan.files = {
        bundle::BagFile::ofBytes("signature/officer.pem"_ba, "-----BEGIN CERTIFICATE-----\n"_ba),
        bundle::BagFile::ofBytes("view/index.html"_ba, "<!doctype html><title>1</title>\n"_ba),
        bundle::BagFile::ofBytes("data/statement.json"_ba, "{\"v\":1}"_ba),
        bundle::BagFile::ofBytes("data/entries.jsonl"_ba, "{\"seq\":0}\n{\"seq\":1}\n{\"seq\":2}\n"_ba),
        bundle::BagFile::ofBytes("data/proofs.json"_ba, "{\"logs\":[],\"v\":1}"_ba),
    };
    for (const qint64 size : {0, 1, 700}) {
        bundle::BagFile file = bundle::BagFile::ofBytes({}, noise(size, static_cast<quint32>(size)));
        file.path = "data/originals/" + file.sha256.hex().toLatin1() + ".jpg";
        plan.files.push_back(file);
    }
    plan.sign = [](ByteView) -> Result<bundle::BagSignature> {
        return bundle::BagSignature{"signature bytes"_ba, "time-stamp bytes"_ba};
    };
    return plan;
}

/// Writes the plan to a file.
inline Result<bundle::BagWritten> writePlan(const QString& path, bundle::BagPlan plan) {
    CHAYAN_TRY(AtomicFile file, AtomicFile::create(path));
    CHAYAN_TRY(const auto written, bundle::writeBag(file.fd(), path, std::move(plan), {}));
    CHAYAN_CHECK(file.commit());
    return written;
}

inline void put(const QString& path, const QByteArray& bytes) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    // A fresh file: ext4 waits for the disk when one is cut to nothing and written again.
    file.remove();
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

inline QByteArray get(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What container and bag checks say of a file, in one line: `original ok`, `repacked ok`, or the reason and
/// the thing of the first problem.
inline QString verdict(const QString& path) {
    using namespace Qt::StringLiterals;
    const auto source = bundle::ZipSource::open(path);
    if (!source)
        return source.error().reason + u' ' + (source.error().thing == path ? u"-"_s : source.error().thing);
    const auto report = bundle::checkBag(**source, {});
    if (!report)
        return u"machine: "_s + report.error().detail;
    if (!report->ok())
        return report->problems.front().reason + u' ' + report->problems.front().thing;
    return (*source)->packing() == bundle::Packing::Original ? u"original ok"_s : u"repacked ok"_s;
}

}  // namespace chayan::test
