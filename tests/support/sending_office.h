#pragma once

#include "core/domain/kinds.h"
#include "core/services/handing_over.h"
#include "core/services/items.h"
#include "core/services/receiving.h"
#include "core/services/visits.h"
#include "core/store/trust.h"
#include "tests/support/programs.h"

#include <QDirIterator>
#include <QtTest>

/// An office that sends bundles and receives them.
namespace chayan::services {

using namespace Qt::StringLiterals;

/// An installation of one officer, on disk.
struct Office {
    QString folder;
    std::shared_ptr<const store::Signer> signer;
    std::unique_ptr<store::Store> store;

    Office(const QString& path, const QString& name) : folder(path) {
        auto key = crypto::OfficerKey::generate().value();
        auto certificate = crypto::Certificate::selfSigned(key, {name, u"1"_s, u"局"_s, {}}, 0).value();
        signer = std::make_shared<store::Signer>(
            store::Signer{key, certificate, crypto::SealKey::random().value(), {}});
        const QByteArray pem = key.toEncryptedPem("pass"_ba).value();
        store =
            store::Store::create(folder, *signer, pem, std::make_shared<SystemClock>(), u"test"_s).value();
    }
    void close() { store.reset(); }
    void open() { store = store::Store::open(folder, std::make_shared<SystemClock>()).value(); }

    DossierId visit(const QString& title) { return openVisit(*store, signer, {{u"title"_s, title}}).value(); }
    void set(const DossierId& id, const QString& field, const QString& value) {
        QVERIFY(setFields(*store, signer, id, {{field, value}}));
    }
    QString send(const std::vector<DossierId>& dossiers) {
        static int number = 0;
        const QString path = u"%1.%2.bundle.zip"_s.arg(folder).arg(++number);
        HandOver what;
        what.dossiers = dossiers;
        what.out = path;
        const auto sent = handOver(*store, signer, what, SystemClock().read().utc, {});
        if (!sent)
            qFatal("%s", qPrintable(sent.error().detail));
        return path;
    }
    Imported receive(const QString& path, bool acceptUntrusted = true) {
        auto imported = importBundle(*store, signer, {path, acceptUntrusted}, {});
        if (!imported)
            qFatal("%s: %s", qPrintable(imported.error().thing), qPrintable(imported.error().detail));
        return std::move(*imported);
    }
    void trust(const Office& other) {
        QVERIFY(store
                    ->write(signer,
                            [&](store::Draft& draft) {
                                return store::addTrust(draft, other.signer->certificate);
                            })
                    .get());
    }
    /// An original of a visit without the eye that reads it.
    Digest addOriginal(const DossierId& visit, const QByteArray& bytes) {
        const QString path = folder + u".photo"_s;
        if (!writeFileDurably(path, view(bytes)))
            qFatal("no file");
        const UniqueFd fd = openForReading(path).value();
        const store::StoredOriginal stored = this->store->vault().add(fd.get(), path).value();
        const domain::OriginalAdded added{ItemId::random(), stored.sha256, stored.size,
                                          u"image/jpeg"_s,  u"imported"_s, u"x"_s};
        std::future<Status> done = this->store->write(signer, [&](store::Draft& draft) -> Status {
            CHAYAN_CHECK(draft.learnt().addOriginal(stored.sha256, stored.size));
            CHAYAN_TRY(const ledger::Entry entry,
                       draft.append(visit, u"original.added"_s, domain::writeBody(added)));
            return {};
        });
        if (!done.get())
            qFatal("not stored");
        return stored.sha256;
    }
    qint64 count(const char* sql) const {
        store::Database database = store->reader().value();
        return database.integer(sql).value();
    }
    /// Every table's rows, to see that nothing changed.
    QByteArray dump() const {
        QByteArray rows;
        if (test::run(u"sqlite3"_s, {folder + u"/store.sqlite"_s, u".dump"_s}, {}, &rows) != 0)
            qFatal("not dumped");
        return rows;
    }
    int files() const {
        int n = 0;
        QDirIterator all(folder + u"/originals"_s, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        for (; all.hasNext(); all.next())
            ++n;
        return n;
    }
};

}  // namespace chayan::services
