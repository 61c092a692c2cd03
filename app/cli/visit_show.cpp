#include "app/cli/command.h"
#include "app/cli/conflicts.h"
#include "app/cli/dossier.h"
#include "app/cli/meanings.h"
#include "core/domain/fields.h"
#include "core/services/cross_checks.h"
#include "core/services/visits.h"
#include "core/store/officers.h"
#include "core/text/terms.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

Json shownPhotoJson(const domain::Dossier& dossier, const domain::Item& item) {
    std::vector<domain::ScannedCode> codes;
    for (const int scan : item.scans) {
        const auto& read = dossier.body<domain::CodeScanned>(scan).codes;
        codes.insert(codes.end(), read.begin(), read.end());
    }
    Json::Object photo{{"sha256", Json(dossier.original(item)->sha256.hex())}, {"codes", codesJson(codes)}};
    if (dossier.original(item)->device)
        photo.emplace("device", Json(*dossier.original(item)->device));
    if (dossier.original(item)->clockOffset)
        photo.emplace("clock_offset_ms", Json(*dossier.original(item)->clockOffset));
    const QString name = dossier.value(item, u"original_name");
    if (!name.isEmpty())
        photo.emplace("name", Json(name));
    return Json(std::move(photo));
}

Json signatureJson(const domain::Dossier& dossier, int entry) {
    const domain::Fact& fact = dossier.history[static_cast<std::size_t>(entry)].fact;
    return Json(Json::Object{{"officer", Json(fact.officer.hex())}, {"at", Json(rfc3339(fact.at))}});
}

Json recordJson(const domain::Dossier& dossier, const domain::Record& record) {
    Json::Object json{{"record", Json(record.id.text())}};
    Json::Array cosigned;
    for (const int entry : record.cosignatures)
        cosigned.push_back(signatureJson(dossier, entry));
    json.emplace("cosigned", Json(std::move(cosigned)));
    if (record.signatures.empty())
        return Json(std::move(json));
    const int entry = record.signatures.front();
    const auto& body = dossier.body<domain::RecordSigned>(entry);
    json.emplace("form", Json(body.form));
    if (body.note)
        json.emplace("note", Json(*body.note));
    json.emplace("signed", signatureJson(dossier, entry));
    return Json(std::move(json));
}

/// The sealed fields of the form that are shown: to look at one is recorded.
std::vector<QString> sealedShown(const domain::Dossier& dossier) {
    std::vector<QString> names;
    for (const domain::Field* field : domain::fieldsOf(dossier.type))
        if (field->sealed && dossier.sealed.contains(field->key.toString()))
            names.push_back(field->key.toString());
    return names;
}

QString whyClosed(ErrorKind kind, const text::Texts& texts) {
    if (kind == ErrorKind::PassphraseNeeded)
        return texts.say("cli",
                         QT_TRANSLATE_NOOP("cli",
                                           "Without a passphrase, sealed values and the names of files "
                                           "are left out."));
    if (kind == ErrorKind::Busy)
        return texts.say("cli", QT_TRANSLATE_NOOP("cli",
                                                  "Another program is writing here; sealed values and the "
                                                  "names of files are left out, since looking at them is "
                                                  "recorded."));
    return texts.say("cli", QT_TRANSLATE_NOOP("cli",
                                              "Nothing can be written here; sealed values and the names of "
                                              "files are left out, since looking at them is recorded."));
}

Result<domain::Dossier> readWithSealed(const DossierId& id, const Context& context) {
    if (context.passphraseFile.isEmpty())
        return fail(ErrorKind::PassphraseNeeded, u"--passphrase-file"_s);
    CHAYAN_TRY(const auto store, context.openStore());
    CHAYAN_TRY(const auto signer, context.unlock(*store));
    CHAYAN_TRY(domain::Dossier dossier, services::readDossier(*store, id, signer.get()));
    CHAYAN_CHECK(services::noteSealedRead(*store, signer, id, sealedShown(dossier), u"visit show"_s));
    return dossier;
}

/// A dossier, with what is sealed where there is a passphrase and no writer beside, since looking is
/// recorded.
Result<domain::Dossier> readForShow(const DossierId& id, const Context& context) {
    auto whole = readWithSealed(id, context);
    static constexpr std::array excused{ErrorKind::PassphraseNeeded, ErrorKind::Busy,     ErrorKind::ReadOnly,
                                        ErrorKind::NoPermission,     ErrorKind::DiskFull, ErrorKind::Io};
    if (whole || std::ranges::find(excused, whole.error().kind) == excused.end())
        return whole;
    CHAYAN_TRY(const auto store, context.openStoreToRead());
    CHAYAN_TRY(domain::Dossier dossier, services::readDossier(*store, id));
    if (!dossier.closed.empty())
        context.note(whyClosed(whole.error().kind, context.texts));
    return dossier;
}

void print(const domain::Dossier& dossier, const Json::Object& fields, const Json::Array& photos,
           const Context& context) {
    for (const auto& [key, value] : fields) {
        const QStringList lines = value.string()->split(u'\n');
        context.print(u"%1: %2"_s.arg(
            text::term(text::TermGroup::Field, QString::fromStdString(key), context.texts), lines.front()));
        for (const QString& line : lines.mid(1))
            context.print(u"    "_s + line);
    }
    printConflicts(dossier, context);
    for (const Json& photo : photos) {
        QStringList codes;
        for (const Json& code : *photo.arrayAt("codes"))
            codes += *code.stringAt("text");
        const QString* name = photo.stringAt("name");
        context.print(u"  %1  %2  %3"_s.arg(photo.stringAt("sha256")->left(16), name ? *name : QString(),
                                            codes.join(u", "_s)));
    }
    for (const domain::Record& record : dossier.records)
        context.print(
            context.texts.say("cli", QT_TRANSLATE_NOOP("cli", "Record %1: %2 signatures, %3 confirmations"),
                              {record.id.text().left(8), QString::number(record.signatures.size()),
                               QString::number(record.cosignatures.size())}));
}

/// What other dossiers of this store say is told beside the answer, which is the same in every store that
/// holds the dossier.
Status noteElsewhere(const domain::Dossier& dossier, const Context& context) {
    CHAYAN_TRY(const auto store, context.openStoreToRead());
    CHAYAN_TRY(const auto elsewhere, services::seenElsewhere(*store, dossier, {}));
    for (const services::Notice& notice : elsewhere)
        context.note(services::inWords(notice.what, context.texts));
    return {};
}

Result<int> visitShow(const std::string& argument, const Context& context) {
    CHAYAN_TRY(const DossierId id, dossierId(argument));
    CHAYAN_TRY(const domain::Dossier dossier, readForShow(id, context));
    Json::Object fields;
    for (const auto& [key, value] : dossier.fields)
        fields.emplace(key.toStdString(), Json(value.value()));
    for (const QString& name : sealedShown(dossier))
        fields.emplace(name.toStdString(), Json(dossier.value(name)));
    Json::Array photos;
    for (const domain::Item& item : dossier.items)
        if (item.present() && dossier.original(item) != nullptr)
            photos.push_back(shownPhotoJson(dossier, item));
    const auto notices = services::crossChecks(dossier, QDate::currentDate());
    CHAYAN_CHECK(noteElsewhere(dossier, context));
    if (!context.json) {
        print(dossier, fields, photos, context);
        for (const services::Notice& notice : notices)
            context.print(u"  ! "_s + services::inWords(notice.what, context.texts));
        return 0;
    }
    Json::Array noticed;
    for (const services::Notice& notice : notices) {
        Json::Object one = *noticeJson(notice.what, context.texts).object();
        one.emplace("about", Json(notice.about.text()));
        noticed.emplace_back(std::move(one));
    }
    Json::Array records;
    for (const domain::Record& record : dossier.records)
        records.push_back(recordJson(dossier, record));
    CHAYAN_CHECK(context.answer(Json(Json::Object{{"id", Json(id.text())},
                                                  {"fields", Json(std::move(fields))},
                                                  {"photos", Json(std::move(photos))},
                                                  {"records", Json(std::move(records))},
                                                  {"conflicts", conflictsJson(dossier)},
                                                  {"notices", Json(std::move(noticed))},
                                                  {"entries", Json(dossier.history.size())}})));
    return 0;
}

}  // namespace

Work addVisitShow(CLI::App& parent) {
    auto id = std::make_shared<std::string>();
    CLI::App* command = parent.add_subcommand("show", QT_TRANSLATE_NOOP("cli", "Show a visit"));
    command->add_option("ID", *id, QT_TRANSLATE_NOOP("cli", "The visit"))->required();
    return [id](const Context& context) { return visitShow(*id, context); };
}

}  // namespace chayan::cli
