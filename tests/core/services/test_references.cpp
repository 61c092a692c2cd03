#include "core/services/compare.h"
#include "core/services/cross_checks.h"
#include "core/services/derived.h"
#include "core/services/label_scan.h"
#include "core/services/references.h"
#include "core/store/listing.h"
#include "tests/support/label_scene.h"
#include "tests/support/pictured_office.h"

#include <QGuiApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chayan;
using namespace chayan::services;

class TestReferences : public QObject {
    Q_OBJECT

    test::PicturedOffice m_office;
    QTemporaryDir m_folder;

    PhotoTarget target() const { return m_office.office().photoTarget(m_office.signer()); }

    QByteArray saved(const QImage& picture, const QString& name) const {
        const QString file = m_folder.filePath(name);
        if (!picture.save(file))
            qFatal("no picture");
        return QFile::encodeName(file);
    }

  private Q_SLOTS:
    void aReferenceIsAFileWithWhatIsKnownOfIt() {
        const QByteArray file =
            saved(drawnCode(ZXing::BarcodeFormat::EAN13, L"6901234567892"), u"genuine.png"_s);
        const auto id = addReference(target(),
                                     {{u"brand"_s, u"云岭"_s},
                                      {u"goods_name"_s, u"普洱茶"_s},
                                      {u"shows"_s, u"front_label"_s},
                                      {u"given_how"_s, u"right_holder"_s}},
                                     file);
        QVERIFY(id);
        const auto reference = readReference(m_office.store(), *id);
        QVERIFY(reference);
        QCOMPARE(reference->title, u"云岭 普洱茶"_s);
        QCOMPARE(reference->gtins, QStringList{u"06901234567892"_s});
        QCOMPARE(reference->pictures.size(), 1U);
        QVERIFY(!reference->retired);
        // It is no visit, and what it shows was not read in another visit.
        auto database = m_office.store().reader().value();
        QCOMPARE(store::Listing::of(database, u"visit"_s).value().total(database).value(), 0);
        const DossierId visit = m_office.visit(u"城东"_s);
        m_office.photograph(visit, {{ZXing::BarcodeFormat::EAN13, L"6901234567892"}});
        QVERIFY(seenElsewhere(m_office.store(), m_office.read(visit), {}).value().empty());
        QCOMPARE(gtinsOf(m_office.read(visit)), QStringList{u"06901234567892"_s});
    }

    void whatIsNoReferenceLeavesNothingBehind() {
        const QByteArray file = saved(drawnCode(ZXing::BarcodeFormat::QRCode, L"x"), u"none.png"_s);
        const auto before = references(m_office.store(), {}).value().size();
        const auto kindOf = [&](const std::vector<Typed>& fields, const QByteArray& of) {
            const auto id = addReference(target(), fields, of);
            return id ? ErrorKind::Internal : id.error().kind;
        };
        QCOMPARE(kindOf({{u"shows"_s, u"seal"_s}}, file), ErrorKind::BadValue);
        QCOMPARE(kindOf({{u"brand"_s, u"a"_s}, {u"article_numbers"_s, u"123"_s}}, file), ErrorKind::BadValue);
        QCOMPARE(kindOf({{u"brand"_s, u"a"_s}, {u"colour"_s, u"red"_s}}, file), ErrorKind::UnknownField);
        QCOMPARE(kindOf({{u"brand"_s, u"a"_s}}, "/nowhere.png"), ErrorKind::NotFound);
        QFile text(m_folder.filePath(u"text.jpg"_s));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("words") == 5);
        text.close();
        QCOMPARE(kindOf({{u"brand"_s, u"a"_s}}, QFile::encodeName(text.fileName())), ErrorKind::BadInput);
        QCOMPARE(references(m_office.store(), {.retiredToo = true}).value().size(), before);
    }

    void thoseOfTheSuspectsArticleComeFirst() {
        const auto add = [&](const QString& brand, const QString& gtins) {
            const auto of =
                saved(drawnCode(ZXing::BarcodeFormat::QRCode, brand.toStdWString()), brand + u".png"_s);
            return addReference(target(), {{u"brand"_s, brand}, {u"article_numbers"_s, gtins}}, of).value();
        };
        const DossierId wanted = add(u"wanted"_s, u"6901234567908 96385074"_s);
        const DossierId newer = add(u"newer"_s, {});
        auto found = references(m_office.store(), {.gtins = {u"6901234567908"_s}}).value();
        QVERIFY(found.size() >= 2);
        QCOMPARE(found.front().id, wanted);
        QVERIFY(found.front().matches && !found[1].matches);
        QCOMPARE(references(m_office.store(), {.gtins = {u"00000096385074"_s}}).value().front().id, wanted);
        found = references(m_office.store(), {.text = u"newer"_s}).value();
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found.front().id, newer);
        QCOMPARE(references(m_office.store(), {.most = 1}).value().size(), 1U);

        // Out of use it is suggested no more, and stays.
        QCOMPARE(retireReference(m_office.store(), m_office.signer(), wanted, u" "_s).error().kind,
                 ErrorKind::BadValue);
        QVERIFY(retireReference(m_office.store(), m_office.signer(), wanted, u"新版包装"_s));
        found = references(m_office.store(), {.gtins = {u"6901234567908"_s}}).value();
        QVERIFY(std::ranges::none_of(found, [&](const Reference& one) { return one.id == wanted; }));
        QCOMPARE(readReference(m_office.store(), wanted)->retiredReason, u"新版包装"_s);
        const DossierId visit = m_office.visit(u"城西"_s);
        QCOMPARE(retireReference(m_office.store(), m_office.signer(), visit, u"x"_s).error().kind,
                 ErrorKind::NotFound);
    }

    void aScannedLabelIsKeptAndComparedAndBecomesAReference() {
        QRandomGenerator dice(7);
        test::SceneOptions how;
        const test::LabelScene scene = test::labelScene(how, dice);
        const DossierId visit = m_office.visit(u"标签"_s);
        const QString file = QString::fromUtf8(saved(scene.photo, u"scene.png"_s));
        const AddedPhoto photo = addPhoto(target(), visit, file).value();

        const auto kept = keepLabelScan(m_office.store(), m_office.signer(), m_office.office().eyes(), visit,
                                        photo.sha256, {});
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
        QVERIFY(test::farthest(*kept->label.corners, scene.corners) < 1.5);
        domain::Dossier dossier = m_office.read(visit);
        const domain::OriginalAdded* scan = dossier.original(*dossier.item(kept->item));
        QVERIFY(scan != nullptr);
        QCOMPARE(scan->origin, u"derived"_s);
        QCOMPARE(*scan->parents, std::vector<Digest>{photo.sha256});
        QCOMPARE(*scan->recipe, recipeOf(kept->label));
        QVERIFY(scan->recipe->contains(u"\"light\":\"evened\""));
        // By the recipe's corners the same bytes come again.
        const auto again = keepLabelScan(m_office.store(), m_office.signer(), m_office.office().eyes(), visit,
                                         photo.sha256, {kept->label.corners, true});
        QVERIFY(again);
        QCOMPARE(again->sha256, kept->sha256);

        // The scan becomes the office's reference, and the photograph is laid over it.
        const auto reference = addReference(target(), {{u"brand"_s, u"清润"_s}}, visit, kept->sha256);
        QVERIFY(reference);
        QCOMPARE(readReference(m_office.store(), *reference)->pictures, std::vector<Digest>{kept->sha256});
        const auto compared = compareOriginals(m_office.office(), kept->sha256, photo.sha256);
        QVERIFY(compared);
        const auto result = keepComparison(m_office.store(), m_office.signer(), visit, kept->sha256,
                                           photo.sha256, *reference, *compared);
        QVERIFY(result);

        // A suspect of another visit has the reference's picture as a parent, which is none of its own.
        const DossierId other = m_office.visit(u"另一家"_s);
        const AddedPhoto suspect = addPhoto(target(), other, file).value();
        QCOMPARE(keepComparison(m_office.store(), m_office.signer(), other, kept->sha256, suspect.sha256, {},
                                *compared)
                     .error()
                     .kind,
                 ErrorKind::NotFound);
        QVERIFY(keepComparison(m_office.store(), m_office.signer(), other, kept->sha256, suspect.sha256,
                               *reference, *compared));
        dossier = m_office.read(other);
        QCOMPARE(*dossier.original(dossier.items.back())->parents,
                 (std::vector<Digest>{kept->sha256, suspect.sha256}));
    }

    void withoutALabelItSaysSo() {
        QImage grey(400, 300, QImage::Format_RGB32);
        grey.fill(Qt::gray);
        const auto none = scanLabel(m_office.office().eyes(), encoded(grey, "png"), {}, 0, u"grey"_s);
        QVERIFY(!none);
        QCOMPARE(none.error().kind, ErrorKind::NothingFound);
        QCOMPARE(none.error().reason, u"no_label"_s);
        // By hand all the same, and as a preview.
        const eye::LabelCorners corners{QPointF(40, 30), {300, 40}, {310, 200}, {30, 210}};
        const auto scan =
            scanLabel(m_office.office().eyes(), encoded(grey, "png"), {corners, true}, 100, u"grey"_s);
        QVERIFY(scan);
        QVERIFY(scan->label.picture.isEmpty() && scan->preview.startsWith("\xFF\xD8"));
        QCOMPARE(*scan->label.corners, corners);
        QCOMPARE(scan->picture, QSize(400, 300));
        const eye::LabelCorners beyond{QPointF(40, 30), {500, 40}, {310, 200}, {30, 210}};
        QCOMPARE(scanLabel(m_office.office().eyes(), encoded(grey, "png"), {beyond, true}, 0, u"grey"_s)
                     .error()
                     .kind,
                 ErrorKind::BadValue);
    }
};

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    TestReferences test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_references.moc"
