#include "core/services/foreign_evidence.h"

#include "core/base/limits.h"
#include "core/bundle/bag_layout.h"
#include "core/services/bag_pictures.h"
#include "core/services/dossiers.h"
#include "core/services/originals.h"
#include "core/services/staging.h"

#include <QDir>
#include <QFileInfo>

#include <unordered_set>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

namespace layout = bundle::layout;

/// What others wrote, as one plain line that a field takes.
QString plain(QString text, qint64 limit) {
    for (QChar& c : text)
        if (c.category() == QChar::Other_Control)
            c = u' ';
    text.truncate(limit);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    return text.trimmed();
}

/// The first value of a label of bag-info.txt (RFC 8493 section 2.2.2).
QString infoOf(const bundle::ForeignBag& bag, QStringView label, qint64 limit = limits::lineCharacters) {
    for (const auto& [name, value] : bag.info)
        if (name.compare(label, Qt::CaseInsensitive) == 0)
            return plain(value, limit);
    return {};
}

std::vector<Typed> fieldsOf(const bundle::ForeignBag& bag, const QString& path) {
    const QString identifier = infoOf(bag, u"External-Identifier");
    const QString description = infoOf(bag, u"External-Description", limits::fieldCharacters);
    QString title = plain(description, limits::lineCharacters);
    if (title.isEmpty())
        title = identifier.isEmpty() ? u"BagIt"_s : identifier;
    std::vector<Typed> fields{
        {u"title"_s, title},
        {u"bag_name"_s,
         plain(QFileInfo(QDir::cleanPath(QDir().absoluteFilePath(path))).fileName(), limits::lineCharacters)},
        {u"bag_version"_s, bag.version},
        {u"bag_algorithms"_s, bag.algorithms.join(u", "_s)},
        {u"bag_result"_s, u"whole"_s},
        {u"bag_sender"_s, infoOf(bag, u"Source-Organization")},
        {u"bag_identifier"_s, identifier},
        {u"bag_description"_s, description},
    };
    std::erase_if(fields, [](const Typed& typed) { return typed.value.isEmpty(); });
    return fields;
}

/// The media type of a member: by its bytes, and of the bag's own text files by their names.
QString mediaTypeOf(const bundle::Member& member, eye::MediaType sniffed) {
    const bool isTagText = !member.path.contains('/') && member.path.endsWith(".txt");
    return isTagText && sniffed == eye::MediaType::Unknown ? u"text/plain"_s : eye::mimeType(sniffed);
}

/// One import, from the checked bag to the commit.
class Import {
  public:
    Import(store::Store& store, const bundle::ForeignBag& bag, std::vector<BagFile> files,
           ForeignEvidence& answer)
        : m_store(store), m_bag(bag), m_files(std::move(files)), m_answer(answer) {}

    Status run(const std::shared_ptr<const store::Signer>& signer, const std::vector<Typed>& fields,
               const Progress& progress) {
        CHAYAN_TRY(m_recorded, recordable(evidenceType, {}, fields));
        CHAYAN_TRY(m_staged, stageOriginals(m_store, *m_bag.source, different(), progress));
        const Status done =
            m_store.write(signer, [&](store::Draft& draft) { return job(draft, progress); }).get();
        if (!done && m_placed)
            m_store.sweepNextTime();
        return done;
    }

  private:
    using Original = bundle::VerifiedBundle::Original;

    /// Each content once, however often it stands in the bag.
    std::vector<Original> different() const {
        std::vector<Original> originals;
        std::unordered_set<Digest> seen;
        for (std::size_t i = 0; i < m_bag.digests.size(); ++i)
            if (seen.insert(m_bag.digests[i]).second)
                originals.push_back({m_bag.digests[i], i});
        return originals;
    }

    Status job(store::Draft& draft, const Progress& progress) {
        const DossierId& dossier = m_answer.dossier;
        CHAYAN_TRY(const ledger::Entry opened,
                   store::openDossier(draft, dossier, evidenceType.toString(), m_recorded.sealed));
        for (const domain::FieldValue& value : m_recorded.open)
            CHAYAN_CHECK(append(draft, dossier, domain::FieldSet{value.field, value.value}));
        for (StagedOriginal& original : m_staged.files) {
            m_placed = true;
            CHAYAN_CHECK(m_store.vault().place(original.file));
        }
        for (const bool payload : {true, false})
            for (std::size_t i = 0; i < m_files.size(); ++i)
                if (layout::isPayload(m_bag.source->members()[i].path) == payload)
                    CHAYAN_CHECK(take(draft, i, payload, progress));
        store::Query entries = draft.database().prepare("SELECT count(*) FROM entry WHERE dossier=?");
        CHAYAN_TRY(const bool row, entries.bind(dossier.text()).step());
        m_answer.imported = {1, row ? entries.integer(0) : 0, static_cast<qint64>(m_files.size())};
        return {};
    }

    Status take(store::Draft& draft, std::size_t index, bool payload, const Progress& progress) {
        const bundle::Member& member = m_bag.source->members()[index];
        const BagFile& file = m_files[index];
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled, bundle::shown(member.path));
        NewOriginal original;
        original.sha256 = m_bag.digests[index];
        original.size = member.size;
        original.mediaType = mediaTypeOf(member, file.type);
        original.origin = u"received"_s;
        original.maker = u"unknown"_s;  // whoever packed the bag need not have made what is in it
        original.name = QString::fromUtf8(member.path);
        CHAYAN_CHECK(recordOriginal(draft, m_answer.dossier, evidenceType, original));
        if (!payload)
            CHAYAN_CHECK(
                append(draft, m_answer.dossier, domain::ItemSet{original.item, u"bag_part"_s, u"tag"_s}));
        return file.reading ? recordReading(draft, m_answer.dossier, original.item, *file.reading) : Status();
    }

    store::Store& m_store;
    const bundle::ForeignBag& m_bag;
    std::vector<BagFile> m_files;
    ForeignEvidence& m_answer;
    Recorded m_recorded;
    StagedOriginals m_staged;
    bool m_placed = false;
};

/// By what no other bag has: a signed statement beside the entries of a ledger.
bool isOurs(const bundle::BagSource& source) {
    return source.find(layout::statement) && source.find(layout::entries) && source.find(layout::signature);
}

struct Evidence {
    DossierId dossier;
    Amount amount;
};

/// The originals of a dossier, sorted, one for each time that it has them.
Result<std::vector<Digest>> originalsOf(store::Database& database, const QString& dossier) {
    store::Query added =
        database.prepare("SELECT bytes FROM entry WHERE dossier=? AND kind='original.added'");
    added.bind(dossier);
    std::vector<Digest> originals;
    while (true) {
        CHAYAN_TRY(const bool row, added.step());
        if (!row)
            break;
        CHAYAN_TRY(const ledger::Entry entry, ledger::parseEntry(added.blob(0)));
        const QString* sha256 = entry.body.stringAt("sha256");
        if (const auto digest = sha256 != nullptr ? Digest::fromHex(*sha256) : std::nullopt)
            originals.push_back(*digest);
    }
    std::ranges::sort(originals);
    return originals;
}

/// The dossier that this bag became before: evidence of the same files. Their names stand in its manifests,
/// which are files of it too.
Result<std::optional<Evidence>> dossierOf(const store::Store& store, const bundle::ForeignBag& bag) {
    std::vector<Digest> wanted = bag.digests;
    std::ranges::sort(wanted);
    CHAYAN_TRY(store::Database database, store.reader());
    store::Query all = database.prepare("SELECT dossier, entries FROM dossier WHERE type=? AND originals=?");
    all.bind(evidenceType.toString()).bind(static_cast<qint64>(wanted.size()));
    while (true) {
        CHAYAN_TRY(const bool row, all.step());
        if (!row)
            return std::optional<Evidence>();
        CHAYAN_TRY(const std::vector<Digest> originals, originalsOf(database, all.text(0)));
        const auto dossier = DossierId::fromText(all.text(0));
        if (dossier && originals == wanted)
            return std::optional(
                Evidence{*dossier, {1, all.integer(1), static_cast<qint64>(originals.size())}});
    }
}

Result<ForeignEvidence> import(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                               eye::EyePool& eyes, const QString& path, const QString& scratch,
                               const Progress& progress) {
    CHAYAN_TRY(const bundle::ForeignBag bag, bundle::openForeignBag(path, scratch, progress));
    if (isOurs(*bag.source))
        return fail(ErrorKind::BadInput, path, u"it is a bundle of Chayan: import it without --foreign"_s);
    if (!bag.ok()) {
        const bundle::Problem& problem = bag.problems.front();
        return fail(ErrorKind::InvalidBundle, path, problem.thing + u": "_s + problem.detail);
    }
    ForeignEvidence answer;
    answer.algorithms = bag.algorithms;
    answer.payload = bag.payload;
    CHAYAN_TRY(const auto same, dossierOf(store, bag));
    if (same) {
        answer.dossier = same->dossier;
        answer.alreadyThere = same->amount;
        return answer;
    }
    CHAYAN_TRY(std::vector<BagFile> files, lookAtBag(eyes, bag, progress));
    for (const BagFile& file : files)
        answer.codes += file.reading ? static_cast<qint64>(file.reading->codes.size()) : 0;
    CHAYAN_CHECK(Import(store, bag, std::move(files), answer).run(signer, fieldsOf(bag, path), progress));
    return answer;
}

}  // namespace

Result<ForeignEvidence> importForeign(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                                      eye::EyePool& eyes, const QString& path, const Progress& progress) {
    CHAYAN_TRY(const QString scratch, store.scratch());
    auto imported = import(store, signer, eyes, path, scratch, progress);
    QDir().rmdir(scratch);  // where another import is at work in it, it stays
    return imported;
}

}  // namespace chayan::services
