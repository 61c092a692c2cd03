#include "office.h"

#include "core/bundle/verify_bundle.h"
#include "core/services/foreign_evidence.h"
#include "core/services/handing_over.h"
#include "core/services/officers.h"
#include "core/services/photos.h"
#include "core/services/receiving.h"
#include "core/services/upkeep.h"
#include "core/services/visits.h"
#include "core/store/copy_store.h"
#include "tests/support/programs.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <cstdio>
#include <filesystem>
#include <random>

using namespace chayan;
using namespace Qt::StringLiterals;

namespace faults {

namespace {

constexpr int patienceMs = 60'000;

[[noreturn]] void giveUp(const QString& why) {
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(2);
}
template <class T>
T must(Result<T> result, const char* what) {
    if (!result)
        giveUp(u"%1: %2: %3"_s.arg(QLatin1StringView(what), result.error().thing, result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

QByteArray output(const QString& program, const QStringList& arguments, const QString& folder) {
    QByteArray said;
    if (test::run(program, arguments, folder, &said) != 0)
        giveUp(program + u": "_s + QString::fromUtf8(said));
    return said;
}

/// The same key under the same passphrase, but quick to open: thousands of commands do.
void makeQuick(services::NewOfficer& officer, const QString& folder) {
    const QString slow = folder + u"/slow.pem"_s;
    must(writeFileDurably(slow, view(officer.keyPem)), "key");
    officer.keyPem = output(u"openssl"_s,
                            {u"pkcs8"_s, u"-topk8"_s, u"-in"_s, slow, u"-passin"_s, u"pass:secret"_s,
                             u"-passout"_s, u"pass:secret"_s, u"-v2"_s, u"aes-256-cbc"_s, u"-iter"_s, u"1"_s},
                            folder);
    QFile::remove(slow);
}

services::NewOfficer officerNamed(const QString& name, const QString& folder) {
    services::NewOfficer made = must(services::makeOfficer({name, u"510001"_s, u"局"_s, u"510100"_s},
                                                           "secret"_ba, SystemClock().read().utc),
                                     "officer");
    makeQuick(made, folder);
    return made;
}

struct Office {
    std::unique_ptr<store::Store> store;
    std::shared_ptr<const store::Signer> signer;
};

Office office(const QString& folder, const QString& name, const QString& room) {
    const services::NewOfficer made = officerNamed(name, room);
    Office office{
        must(services::createStore(folder, made, std::make_shared<SystemClock>(), u"faults"_s), "store"), {}};
    store::Database database = must(office.store->reader(), "reader");
    office.signer = std::make_shared<store::Signer>(
        must(store::unlock(database, made.certificate.fingerprint(), "secret"_ba), "unlock"));
    return office;
}

/// What an officer does in the store of the room that the process stands in.
Act writing(std::function<Status(const Office&, const Room&, QByteArray&)> work) {
    return [work = std::move(work)](const Room& room, QByteArray& told) -> Status {
        Office office;
        CHAYAN_TRY(office.store, store::Store::open(u"store"_s, std::make_shared<SystemClock>()));
        CHAYAN_TRY(store::Database database, office.store->reader());
        CHAYAN_TRY(store::Signer signer, store::unlock(database, room.officer, "secret"_ba));
        office.signer = std::make_shared<store::Signer>(std::move(signer));
        return work(office, room, told);
    };
}

/// Bytes that no decoder knows: stored all the same, and quickly.
QString photo(const QString& room, const QString& name, char fill) {
    const QString path = room + u'/' + name;
    must(writeFileDurably(path, view(QByteArray(30'000 + fill, fill))), "photo");
    return path;
}

void addPhoto(const Office& office, const DossierId& visit, const QString& file) {
    eye::EyePool eyes(1, QStringLiteral(CHAYAN_BIN_DIR "/chayan-eye"));
    must(services::addPhoto({*office.store, office.signer, eyes}, visit, file), "photo");
}

/// Tells each as soon as it is durable, as the program does: a line of the result, or of its error.
Status takePhotos(const Office& office, const Room& room, QByteArray& told) {
    eye::EyePool eyes(1, QStringLiteral(CHAYAN_BIN_DIR "/chayan-eye"));
    std::optional<Error> failed;
    const auto answer = [&](std::size_t, const Result<services::AddedPhoto>& photo) {
        if (photo)
            told += "\"sha256\":\"" + photo->sha256.hex().toLatin1() + "\"\n";
        else
            failed = photo.error();
    };
    CHAYAN_CHECK(services::addPhotos({*office.store, office.signer, eyes}, room.visit,
                                     {u"x.jpg"_s, u"y.jpg"_s, u"z.jpg"_s}, answer, {}));
    return failed ? Status(fail(*failed)) : Status();
}

void makeBag(const QString& room) {
    QDir(room).mkpath(u"bag/data"_s);
    const QString bag = room + u"/bag"_s;
    must(writeFileDurably(bag + u"/bagit.txt"_s,
                          view("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"_ba)),
         "bag");
    photo(bag, u"data/one.jpg"_s, 'b');
    photo(bag, u"data/two.jpg"_s, 'c');
    const QByteArray manifest = output(u"sha256sum"_s, {u"data/one.jpg"_s, u"data/two.jpg"_s}, bag);
    must(writeFileDurably(bag + u"/manifest-sha256.txt"_s, view(manifest)), "bag");
}

Result<std::unique_ptr<store::Store>> openStore(const QString& folder) {
    return store::Store::open(folder, std::make_shared<SystemClock>());
}

/// What check() finds in a store, a line each.
QString wrongWith(const QString& folder, bool toRead = false) {
    auto opened = toRead ? store::Store::openToRead(folder) : openStore(folder);
    if (!opened)
        return u"%1 cannot be opened: %2\n"_s.arg(folder, opened.error().detail);
    const auto report = services::checkStore(**opened, {});
    if (!report)
        return u"%1 cannot be checked: %2\n"_s.arg(folder, report.error().detail);
    QString all;
    for (const store::Finding& finding : report->findings)
        all += u"%1 %2 (%3)\n"_s.arg(finding.what, finding.where, finding.detail);
    const auto strays = (*opened)->vault().strays();
    for (const QString& stray : strays ? *strays : std::vector<QString>{})
        if (!toRead)
            all += u"left: %1\n"_s.arg(stray);
    return all;
}

QString valueIn(const Room& room, const DossierId& visit, const char16_t* field) {
    const auto store = openStore(room.path + u"/store"_s);
    const auto dossier = store ? services::readDossier(**store, visit) : fail(store.error());
    return dossier ? dossier->value(field) : QString();
}

QString lostPhotos(const Room& room, const Ended& ended) {
    const auto store = openStore(room.path + u"/store"_s);
    if (!store)
        return u"the store does not open: "_s + store.error().detail;
    store::Database database = must((*store)->reader(), "reader");
    static const QRegularExpression told(u"\"sha256\":\"([0-9a-f]{64})\""_s);
    int count = 0;
    for (auto all = told.globalMatch(QString::fromUtf8(ended.out)); all.hasNext(); ++count) {
        const QString hash = all.next().captured(1);
        const auto there = (*store)->vault().measure(*Digest::fromHex(hash));
        store::Query record = database.prepare(
            "SELECT 1 FROM entry WHERE dossier=? AND kind='original.added' AND instr(bytes, CAST(? AS BLOB)) "
            "> 0");
        record.bind(room.visit.text()).bind(hash);
        if (!there || there->sha256.hex() != hash || !must(record.step(), "query"))
            return u"acknowledged and not there: "_s + hash;
    }
    return ended.code == 0 && count < 3 ? u"only %1 photographs told"_s.arg(count) : QString();
}

QString lostVisit(const Room& room, const Ended& ended) {
    const auto id = DossierId::fromText(QString::fromUtf8(ended.out).trimmed());
    if (!id)
        return ended.code == 0 ? u"no id: "_s + QString::fromUtf8(ended.out) : QString();
    const bool there = valueIn(room, *id, u"title") == u"市场" && valueIn(room, *id, u"place") == u"成都";
    return there ? QString() : u"acknowledged and not there: "_s + id->text();
}

/// A bundle that has its name is whole.
QString badBundle(const Room& room, const Ended& ended) {
    const QString path = room.path + u"/out.bundle.zip"_s;
    if (!QFile::exists(path))
        return ended.code == 0 ? u"no bundle"_s : QString();
    const auto opened = bundle::openBundle(path, {});
    return opened && opened->report.ok() ? QString() : u"the bundle is not whole"_s;
}

/// A copy that has its name is whole.
std::function<QString(const Room&, const Ended&)> badCopy(const QString& name) {
    return [name](const Room& room, const Ended& ended) {
        const QString path = room.path + u'/' + name;
        if (!QFile::exists(path))
            return ended.code == 0 ? u"no copy"_s : QString();
        return wrongWith(path, true);
    };
}

/// A fact that a query finds once the command was acknowledged.
std::function<QString(const Room&, const Ended&)> recorded(const char* sql, const QString& value) {
    return [sql, value](const Room& room, const Ended& ended) {
        if (ended.code != 0)
            return QString();
        const auto store = openStore(room.path + u"/store"_s);
        if (!store)
            return u"the store does not open: "_s + store.error().detail;
        store::Database database = must((*store)->reader(), "reader");
        store::Query query = database.prepare(sql);
        query.bind(value);
        return must(query.step(), "query") ? QString() : u"acknowledged and not there: "_s + value;
    };
}

/// What lies around that nobody knows.
QString leftIn(const Room& room, const Command& command) {
    QString left;
    for (const QString& name :
         QDir(room.path).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
        if (!room.names.contains(name) && name != command.makes)
            left += u"left: %1\n"_s.arg(name);
    static const QRegularExpression known(
        u"^(store\\.sqlite(-wal|-shm)?|lock|officer(_[0-9a-f]{16})?\\.pem|originals|"
        u"cache_v1\\.sqlite(-wal|-shm)?|last_backup)$"_s);
    for (const QString& name :
         QDir(room.path + u"/store"_s).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
        if (!known.match(name).hasMatch())
            left += u"left: store/%1\n"_s.arg(name);
    return left;
}

constexpr qint64 roomForRooms = 256 << 20;

}  // namespace

QString placeForRooms() {
    const QString memory = u"/dev/shm"_s;
    const bool fits = QFileInfo(memory).isWritable() && freeSpace(memory) > roomForRooms;
    return (fits ? memory : QDir::tempPath()) + u"/chayan-faults-XXXXXX"_s;
}

Room Room::make(const QString& path) {
    QDir().mkpath(path);
    const Office here = office(path + u"/store"_s, u"甲"_s, path);
    const DossierId visit =
        must(services::openVisit(*here.store, here.signer, {{u"title"_s, u"仓库"_s}}), "visit");
    addPhoto(here, visit, photo(path, u"earlier.jpg"_s, 'a'));
    const services::NewOfficer waiting = officerNamed(u"丙"_s, path);
    must(services::addOfficer(*here.store, waiting), "officer");
    must(store::backUp(*here.store, path + u"/copy"_s, SystemClock().read().utc, {}), "backup");

    const Office there = office(path + u"/other"_s, u"乙"_s, path);
    const DossierId incoming =
        must(services::openVisit(*there.store, there.signer, {{u"title"_s, u"来件"_s}}), "visit");
    for (char fill : {'f', 'g'})
        addPhoto(there, incoming, photo(path, u"sent.jpg"_s, fill));
    services::HandOver what;
    what.out = path + u"/in.bundle.zip"_s;
    must(services::handOver(*there.store, there.signer, what, SystemClock().read().utc, {}), "bundle");

    for (char fill : {'x', 'y', 'z'})
        photo(path, QChar::fromLatin1(fill) + u".jpg"_s, fill);
    makeBag(path);
    must(writeFileDurably(path + u"/pass"_s, view("secret\n"_ba)), "passphrase");
    QDir(path).mkpath(u"state"_s);
    return {path,
            visit,
            incoming,
            here.signer->certificate.fingerprint(),
            waiting.certificate.fingerprint(),
            QDir(path).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
            std::make_shared<services::NewOfficer>(officerNamed(u"丁"_s, path))};
}

Room Room::copiedTo(const QString& there) const {
    std::filesystem::remove_all(there.toStdString());
    std::filesystem::copy(path.toStdString(), there.toStdString(), std::filesystem::copy_options::recursive);
    Room copy = *this;
    copy.path = there;
    return copy;
}

QProcessEnvironment Room::environment() const {
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    all.insert(u"CHAYAN_STORE"_s, path + u"/store"_s);
    all.insert(u"CHAYAN_PASSPHRASE_FILE"_s, path + u"/pass"_s);
    all.insert(u"XDG_STATE_HOME"_s, path + u"/state"_s);
    all.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    return all;
}

std::vector<Command> commandsIn(const Room& room) {
    const QString visit = room.visit.text();
    const auto none = [](const Room&, const Ended&) { return QString(); };
    return {
        {"visit new",
         {u"visit"_s, u"new"_s, u"title=市场"_s, u"place=成都"_s},
         {},
         true,
         lostVisit,
         writing([](const Office& office, const Room&, QByteArray& told) -> Status {
             CHAYAN_TRY(const DossierId id,
                        services::openVisit(*office.store, office.signer,
                                            {{u"title"_s, u"市场"_s}, {u"place"_s, u"成都"_s}}));
             told = id.text().toUtf8();
             return {};
         })},
        {"visit set",
         {u"visit"_s, u"set"_s, visit, u"notes=说明"_s, u"place=成都"_s},
         {},
         true,
         recorded("SELECT 1 FROM text_row WHERE key='notes' AND value=?", u"说明"_s),
         writing([](const Office& office, const Room& r, QByteArray&) -> Status {
             CHAYAN_CHECK(services::setFields(*office.store, office.signer, r.visit,
                                              {{u"notes"_s, u"说明"_s}, {u"place"_s, u"成都"_s}}));
             return {};
         })},
        {"visit photo",
         {u"visit"_s, u"photo"_s, u"--json-lines"_s, visit, u"x.jpg"_s, u"y.jpg"_s, u"z.jpg"_s},
         {},
         false,
         lostPhotos,
         writing(takePhotos)},
        {"bundle export",
         {u"bundle"_s, u"export"_s, u"--all"_s, u"--redact"_s, u"--out"_s, u"out.bundle.zip"_s},
         u"out.bundle.zip"_s,
         true,
         badBundle,
         writing([](const Office& office, const Room&, QByteArray&) -> Status {
             services::HandOver what;
             what.out = u"out.bundle.zip"_s;
             what.redact = true;
             CHAYAN_CHECK(
                 services::handOver(*office.store, office.signer, what, SystemClock().read().utc, {}));
             return {};
         })},
        {"bundle import",
         {u"bundle"_s, u"import"_s, u"--accept-untrusted"_s, u"in.bundle.zip"_s},
         {},
         true,
         recorded("SELECT 1 FROM dossier WHERE dossier=? AND title='来件'", room.incoming.text()),
         writing([](const Office& office, const Room&, QByteArray&) -> Status {
             CHAYAN_TRY(const services::Imported taken,
                        services::importBundle(*office.store, office.signer, {u"in.bundle.zip"_s, true}, {}));
             return taken.refusal ? Status(fail(*taken.refusal)) : Status();
         })},
        {"bundle import --foreign",
         {u"bundle"_s, u"import"_s, u"--foreign"_s, u"bag"_s},
         {},
         true,
         recorded("SELECT 1 FROM dossier WHERE type=?", u"evidence"_s),
         writing([](const Office& office, const Room&, QByteArray&) -> Status {
             eye::EyePool eyes(1, QStringLiteral(CHAYAN_BIN_DIR "/chayan-eye"));
             CHAYAN_CHECK(services::importForeign(*office.store, office.signer, eyes, u"bag"_s, {}));
             return {};
         })},
        {"backup",
         {u"backup"_s, u"out"_s},
         u"out"_s,
         true,
         badCopy(u"out"_s),
         [](const Room&, QByteArray&) -> Status {
             CHAYAN_TRY(const auto store, store::Store::openToRead(u"store"_s));
             CHAYAN_CHECK(store::backUp(*store, u"out"_s, SystemClock().read().utc, {}));
             return {};
         }},
        {"restore",
         {u"--store"_s, u"restored"_s, u"restore"_s, u"copy"_s},
         u"restored"_s,
         true,
         badCopy(u"restored"_s),
         [](const Room&, QByteArray&) -> Status {
             CHAYAN_TRY(const auto store, store::Store::openToRead(u"copy"_s));
             CHAYAN_CHECK(store::copyStore(*store, u"restored"_s, SystemClock().read().utc, {}));
             return {};
         }},
        {"officer admit",
         {u"--officer"_s, room.officer.hex(), u"officer"_s, u"admit"_s, room.waiting.hex()},
         {},
         true,
         recorded("SELECT 1 FROM officer_key WHERE lower(hex(fingerprint))=?", room.waiting.hex()),
         writing([](const Office& office, const Room& r, QByteArray&) -> Status {
             CHAYAN_CHECK(services::admitOfficer(*office.store, office.signer, r.waiting));
             return {};
         })},
        {"rebuild",
         {u"rebuild"_s},
         {},
         true,
         none,
         [](const Room&, QByteArray&) -> Status {
             CHAYAN_CHECK(store::Store::open(u"store"_s, std::make_shared<SystemClock>(),
                                             store::Store::Projections::Anew));
             return {};
         }},
        {"init",
         {u"--store"_s, u"fresh"_s, u"init"_s, u"--name"_s, u"丁"_s, u"--badge"_s, u"1"_s, u"--agency"_s,
          u"局"_s, u"--division"_s, u"510100"_s},
         u"fresh"_s,
         true,
         [](const Room& r, const Ended& ended) {
             return ended.code == 0 ? wrongWith(r.path + u"/fresh"_s) : QString();
         },
         [](const Room& r, QByteArray&) -> Status {
             CHAYAN_CHECK(services::createStore(u"fresh"_s, *r.newcomer, std::make_shared<SystemClock>(),
                                                u"faults"_s));
             return {};
         }},
    };
}

void prepare(QProcess& program, const Room& room, const Command& command,
             const QProcessEnvironment& environment) {
    program.setWorkingDirectory(room.path);
    program.setProcessEnvironment(environment);
    program.setStandardInputFile(QProcess::nullDevice());
    program.setProgram(QStringLiteral(CHAYAN_BIN_DIR "/chayanctl"));
    program.setArguments(command.arguments);
}

Ended run(const Room& room, const Command& command, const QProcessEnvironment& environment) {
    QProcess program;
    prepare(program, room, command, environment);
    program.start();
    if (!program.waitForFinished(patienceMs)) {
        program.kill();
        program.waitForFinished();
        return {-1, program.readAllStandardOutput(), "it did not end"};
    }
    return {program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1,
            program.readAllStandardOutput(), program.readAllStandardError()};
}

Ended giveAgain(const Room& room, const Command& command) {
    Ended again = run(room, command, room.environment());
    if (again.code == 2) {
        Command asked = command;
        asked.arguments.prepend(u"--json"_s);
        const QByteArray out = run(room, asked, room.environment()).out;
        again.wasDone = out.contains("\"kind\":\"already_exists\"") || out.contains("\"kind\":\"not_empty\"");
    }
    return again;
}

qint64 entriesIn(const Room& room) {
    const auto store = openStore(room.path + u"/store"_s);
    auto database = store ? (*store)->reader() : fail(store.error());
    const auto entries = database ? database->integer("SELECT count(*) FROM entry") : fail(database.error());
    return entries ? *entries : -1;
}

QString wrongAfter(const Room& room, const Command& command, const Ended& ended, qint64 before, qint64 after,
                   const Giver& giver) {
    QString wrong = wrongWith(room.path + u"/store"_s) + command.missing(room, ended);
    const qint64 entries = entriesIn(room);
    if (command.isOneStep && entries != before && entries != after)
        wrong += u"half done: %1 records, not %2 or %3\n"_s.arg(entries).arg(before).arg(after);
    // What a killed program left goes with the next one that does the same.
    if (ended.code != 0) {
        const Ended again = giver(room, command);
        if (again.code != 0 && !again.wasDone)
            wrong += u"once more: exit %1: %2\n"_s.arg(again.code).arg(QString::fromUtf8(again.err));
        wrong += wrongWith(room.path + u"/store"_s) + command.missing(room, again.wasDone ? Ended{} : again);
    }
    return wrong + leftIn(room, command);
}

Options Options::from(int argc, char** argv) {
    Options options{std::random_device()(), 0, 0, {}};
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view option = argv[i];
        const QByteArray value = argv[i + 1];
        if (option == "--seed")
            options.seed = value.toULongLong();
        else if (option == "--seconds")
            options.seconds = value.toInt();
        else if (option == "--rounds")
            options.rounds = value.toInt();
        else if (option == "--only")
            options.only = QString::fromUtf8(value);
    }
    std::printf("seed %llu\n", static_cast<unsigned long long>(options.seed));
    std::fflush(stdout);
    return options;
}

}  // namespace faults
