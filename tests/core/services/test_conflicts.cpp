#include "core/services/conflicts.h"
#include "core/services/field_history.h"
#include "core/services/handing_over.h"
#include "core/services/items.h"
#include "core/services/receipts.h"
#include "core/services/receiving.h"
#include "core/services/traffic_list.h"
#include "core/services/visits.h"

#include <QtTest>

using namespace chayan;
using namespace chayan::services;
using namespace Qt::StringLiterals;

namespace {

using About = domain::Conflict::About;

/// An installation of one officer, on disk.
struct Place {
    QString folder;
    std::shared_ptr<const store::Signer> signer;
    std::unique_ptr<store::Store> store;

    Place(const QString& path, const QString& name) : folder(path) {
        const auto key = crypto::OfficerKey::generate().value();
        const auto certificate =
            crypto::Certificate::selfSigned(key, {name, u"1"_s, name + u"局"_s, {}}, 0).value();
        signer = std::make_shared<store::Signer>(
            store::Signer{key, certificate, crypto::SealKey::random().value(), {}});
        store = store::Store::create(folder, *signer, key.toEncryptedPem("pass").value(),
                                     std::make_shared<SystemClock>(), u"test"_s)
                    .value();
    }
    void set(const DossierId& id, const QString& field, const QString& value) {
        QVERIFY(setFields(*store, signer, id, {{field, value}}));
    }
    QString send(const std::vector<DossierId>& dossiers, const QString& recipient = {}) {
        static int number = 0;
        HandOver what{.dossiers = dossiers, .out = u"%1.%2.bundle.zip"_s.arg(folder).arg(++number)};
        what.recipient = recipient;
        const auto sent = handOver(*store, signer, what, SystemClock().read().utc, {});
        if (!sent)
            qFatal("%s", qPrintable(sent.error().detail));
        return what.out;
    }
    Imported receive(const QString& path) {
        auto imported = importBundle(*store, signer, {path, true}, {});
        if (!imported)
            qFatal("%s: %s", qPrintable(imported.error().thing), qPrintable(imported.error().detail));
        return std::move(*imported);
    }
    domain::Dossier read(const DossierId& id, bool sealed = false) const {
        return readDossier(*store, id, sealed ? signer.get() : nullptr).value();
    }
    std::vector<domain::Conflict> conflicts(const DossierId& id, bool sealed = false) const {
        return domain::conflicts(read(id, sealed));
    }
};

std::size_t choiceOf(const domain::Conflict& conflict, const QString& value) {
    const auto found = std::ranges::find(conflict.values.live, value, &domain::Setting::value);
    return static_cast<std::size_t>(found - conflict.values.live.begin());
}

}  // namespace

class TestConflicts : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_places = 0;

    Place place(const QString& name) { return Place(m_folder.filePath(u"place%1"_s.arg(++m_places)), name); }

  private Q_SLOTS:
    void aFieldIsSettledByAnEntryThatFollowsBoth() {
        Place ours = place(u"甲"_s);
        Place theirs = place(u"乙"_s);
        const DossierId id = openVisit(*ours.store, ours.signer, {{u"title"_s, u"检查"_s}}).value();
        theirs.receive(ours.send({id}));
        ours.set(id, u"place"_s, u"一号库"_s);
        theirs.set(id, u"place"_s, u"二号库"_s);
        QCOMPARE(ours.receive(theirs.send({id})).conflicts, 1);
        const auto seen = ours.conflicts(id);
        QCOMPARE(seen.size(), 1u);
        QVERIFY(seen[0].about == About::Field);
        QCOMPARE(seen[0].values.live.size(), 2u);

        QVERIFY(settleConflict(*ours.store, ours.signer, id, seen[0], choiceOf(seen[0], u"二号库"_s)));
        QVERIFY(ours.conflicts(id).empty());
        QCOMPARE(ours.read(id).value(u"place"), u"二号库"_s);
        QCOMPARE(ours.read(id).history.back().fact.officer, ours.signer->certificate.fingerprint());

        // It holds at the other office too, once it arrives.
        theirs.receive(ours.send({id}));
        QVERIFY(theirs.conflicts(id).empty());
        QCOMPARE(theirs.read(id).value(u"place"), u"二号库"_s);

        // Whoever decided on what was seen before is told so, and nothing is recorded.
        const std::size_t entries = ours.read(id).history.size();
        const Status late = settleConflict(*ours.store, ours.signer, id, seen[0], 0);
        QVERIFY(!late && late.error().kind == ErrorKind::NotFound);
        QCOMPARE(ours.read(id).history.size(), entries);
    }

    void aThirdValueThatCameMeanwhileIsNotDecidedUnseen() {
        Place ours = place(u"甲"_s);
        Place theirs = place(u"乙"_s);
        Place third = place(u"丙"_s);
        const DossierId id = openVisit(*ours.store, ours.signer, {{u"title"_s, u"检查"_s}}).value();
        const QString begun = ours.send({id});
        theirs.receive(begun);
        third.receive(begun);
        ours.set(id, u"place"_s, u"一"_s);
        theirs.set(id, u"place"_s, u"二"_s);
        third.set(id, u"place"_s, u"三"_s);
        ours.receive(theirs.send({id}));
        const auto seen = ours.conflicts(id);
        ours.receive(third.send({id}));
        const Status late = settleConflict(*ours.store, ours.signer, id, seen[0], 0);
        QVERIFY(!late && late.error().kind == ErrorKind::NotFound);
        QCOMPARE(ours.conflicts(id)[0].values.live.size(), 3u);
    }

    void linesOfAListAreSettled() {
        Place ours = place(u"甲"_s);
        Place theirs = place(u"乙"_s);
        const DossierId id = openVisit(*ours.store, ours.signer, {}).value();
        const ItemId kept = addItem(*ours.store, ours.signer, id, u"goods"_s, {{u"name"_s, u"瓶"_s}}).value();
        const ItemId gone = addItem(*ours.store, ours.signer, id, u"goods"_s, {}).value();
        theirs.receive(ours.send({id}));
        QVERIFY(setItem(*ours.store, ours.signer, id, kept, {{u"quantity"_s, u"3"_s}}));
        QVERIFY(setItem(*theirs.store, theirs.signer, id, kept, {{u"quantity"_s, u"4"_s}}));
        for (const ItemId& item : {kept, gone})
            QVERIFY(removeItem(*ours.store, ours.signer, id, item));
        QVERIFY(setItem(*theirs.store, theirs.signer, id, gone, {{u"name"_s, u"箱"_s}}));
        ours.receive(theirs.send({id}));
        for (int round = 0; round < 5 && !ours.conflicts(id).empty(); ++round) {
            const domain::Conflict conflict = ours.conflicts(id)[0];
            const QString wanted = conflict.about == About::ItemField ? u"4"_s
                                   : conflict.item == kept            ? u"present"_s
                                                                      : u"removed"_s;
            QVERIFY(settleConflict(*ours.store, ours.signer, id, conflict, choiceOf(conflict, wanted)));
        }
        QVERIFY(ours.conflicts(id).empty());
        const domain::Dossier dossier = ours.read(id);
        QCOMPARE(dossier.list(u"goods").size(), 1u);
        QCOMPARE(dossier.value(*dossier.item(kept), u"quantity"), u"4"_s);
        QVERIFY(!dossier.item(gone)->present());
    }

    void whatIsSealedIsSettledByWhoMaySeeIt() {
        Place ours = place(u"甲"_s);
        Place theirs = place(u"乙"_s);
        const DossierId id =
            openVisit(*ours.store, ours.signer, {{u"complainant_name"_s, u"周某"_s}}).value();
        theirs.receive(ours.send({id}));
        ours.set(id, u"complainant_name"_s, u"周某甲"_s);
        theirs.set(id, u"complainant_name"_s, u"周某乙"_s);
        ours.receive(theirs.send({id}));
        const auto closed = ours.conflicts(id);
        QCOMPARE(closed.size(), 1u);
        QVERIFY(closed[0].about == About::Slot);
        const Status blind = settleConflict(*ours.store, ours.signer, id, closed[0], 0);
        QVERIFY(!blind && blind.error().kind == ErrorKind::BadValue);

        const auto seen = ours.conflicts(id, true);
        QCOMPARE(seen.size(), 1u);
        QVERIFY(seen[0].about == About::Sealed);
        QVERIFY(settleConflict(*ours.store, ours.signer, id, seen[0], choiceOf(seen[0], u"周某乙"_s)));
        QVERIFY(ours.conflicts(id, true).empty());
        QVERIFY(ours.conflicts(id).empty());
        QCOMPARE(ours.read(id, true).value(u"complainant_name"), u"周某乙"_s);
        QVERIFY(ours.read(id).value(u"complainant_name").isEmpty());

        // Its history says who and when to all who know the name, and of values the one that stands.
        const auto history =
            fieldHistory(*ours.store, id, u"complainant_name", {}, ours.signer.get()).value();
        QCOMPARE(history.changes.size(), 3u);
        QVERIFY(history.changes[0].known);
        QCOMPARE(history.changes[0].value, u"周某乙"_s);
        QVERIFY(!history.changes[1].known && history.changes[1].value.isEmpty());
        QVERIFY(fieldHistory(*ours.store, id, u"complainant_name", {}).value().changes.empty());
    }

    void theHistoryOfAFieldIsProven() {
        Place ours = place(u"甲"_s);
        const DossierId id = openVisit(*ours.store, ours.signer, {{u"title"_s, u"一"_s}}).value();
        ours.set(id, u"title"_s, u"二"_s);
        ours.set(id, u"place"_s, u"别处"_s);
        ours.set(id, u"title"_s, {});
        const auto history = fieldHistory(*ours.store, id, u"title", {}).value();
        QStringList values;
        for (const FieldHistory::Change& change : history.changes)
            values << change.value;
        QCOMPARE(values, QStringList({{}, u"二"_s, u"一"_s}));
        QCOMPARE(history.proofs.size(), 3u);
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY(history.proofs[i].has_value());
            QCOMPARE(history.proofs[i]->seq, history.changes[i].event.fact.seq);
        }
        const ItemId item = addItem(*ours.store, ours.signer, id, u"goods"_s, {{u"name"_s, u"瓶"_s}}).value();
        QVERIFY(setItem(*ours.store, ours.signer, id, item, {{u"name"_s, u"箱"_s}}));
        QCOMPARE(fieldHistory(*ours.store, id, u"name", item).value().changes.size(), 2u);
        QVERIFY(fieldHistory(*ours.store, id, u"name", ItemId::random()).value().changes.empty());
    }

    void whatWasSentAndReceivedIsListed() {
        Place ours = place(u"甲"_s);
        Place theirs = place(u"乙"_s);
        const DossierId id = openVisit(*ours.store, ours.signer, {{u"title"_s, u"检查"_s}}).value();
        const QString bundle = ours.send({id}, u"乙局"_s);
        auto sent = listTraffic(*ours.store, 10).value();
        QCOMPARE(sent.size(), 1u);
        QVERIFY(sent[0].direction == Passage::Direction::Sent);
        QCOMPARE(sent[0].recipient, u"乙局"_s);
        QCOMPARE(sent[0].dossierCount, 1);
        QCOMPARE(sent[0].dossiers[0].title, u"检查"_s);
        QVERIFY(sent[0].dossiers[0].id == id);
        QVERIFY(sent[0].receipts.empty());

        const Imported imported = theirs.receive(bundle);
        const auto received = listTraffic(*theirs.store, 10).value();
        QCOMPARE(received.size(), 1u);
        QVERIFY(received[0].direction == Passage::Direction::Received);
        QCOMPARE(received[0].signer->name, u"甲"_s);
        QCOMPARE(received[0].tagManifest, sent[0].tagManifest);

        const QByteArray receipt = canonical(ledger::toJson(*imported.receipt)).value();
        QVERIFY(takeReceipt(*ours.store, ours.signer, receipt, u"r"_s, theirs.signer->certificate));
        sent = listTraffic(*ours.store, 10).value();
        QCOMPARE(sent[0].receipts.size(), 1u);
        QCOMPARE(sent[0].receipts[0].by.name, u"乙"_s);
        ours.send({id});
        QCOMPARE(listTraffic(*ours.store, 10).value().size(), 2u);
        QCOMPARE(listTraffic(*ours.store, 1).value().size(), 1u);
    }
};

QTEST_GUILESS_MAIN(TestConflicts)
#include "test_conflicts.moc"
