#include "core/text/details.h"

#include <QtGlobal>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace chayan::text {

namespace {

/// What common bad input and the machine's common failures say; %1 to %9 stand for what is put in.
std::span<const char* const> inputDetails() {
    static constexpr const char* rows[] = {
        // What was typed.
        QT_TRANSLATE_NOOP("detail", "not the id of a dossier"),
        QT_TRANSLATE_NOOP("detail", "not the id of a record"),
        QT_TRANSLATE_NOOP("detail", "no such dossier in this store"),
        QT_TRANSLATE_NOOP("detail", "no such command"),
        QT_TRANSLATE_NOOP("detail", "a command is missing"),
        QT_TRANSLATE_NOOP("detail", "not expected here"),
        QT_TRANSLATE_NOOP("detail", "it must be given"),
        QT_TRANSLATE_NOOP("detail", "its value is missing or does not fit"),
        QT_TRANSLATE_NOOP("detail", "it cannot stand beside the other options"),
        QT_TRANSLATE_NOOP("detail", "not UTF-8"),
        QT_TRANSLATE_NOOP("detail", "fields are given as FIELD=VALUE"),
        QT_TRANSLATE_NOOP("detail", "the fields of %1 are %2"),
        QT_TRANSLATE_NOOP("detail", "there are no fields of %1"),
        QT_TRANSLATE_NOOP("detail", "name dossiers with --dossier, or give --all"),
        QT_TRANSLATE_NOOP("detail", "not a fingerprint of 64 hex digits"),
        QT_TRANSLATE_NOOP("detail", "neither a fingerprint of 64 hex digits nor a file"),
        QT_TRANSLATE_NOOP("detail", "not a date: 2026-11-24 or 2026-11-24T08:00:00+08:00"),
        QT_TRANSLATE_NOOP("detail", "not a date such as 2026-11-24 or 2026-11"),
        QT_TRANSLATE_NOOP("detail", "not a time such as 2026-11-24 09:12 or 2026-11-24T09:12:00+08:00"),
        QT_TRANSLATE_NOOP("detail", "not a decimal such as 120 or 12.50"),
        QT_TRANSLATE_NOOP("detail", "neither yes nor no"),
        QT_TRANSLATE_NOOP("detail", "control character U+%1 at %2"),
        QT_TRANSLATE_NOOP("detail", "half a surrogate pair at %1"),
        QT_TRANSLATE_NOOP("detail", "%1 characters, at most %2"),
        QT_TRANSLATE_NOOP("detail", "unknown scheme; known are %1"),
        QT_TRANSLATE_NOOP("detail", "nothing to look for: no letter, digit or character"),
        QT_TRANSLATE_NOOP("detail", "a visit has no such list"),
        QT_TRANSLATE_NOOP("detail", "the dossier has no such item"),
        QT_TRANSLATE_NOOP("detail", "an original stays"),
        QT_TRANSLATE_NOOP("detail", "a reason is wanted"),
        QT_TRANSLATE_NOOP("detail", "a log's own entries are no dossier to hand over"),
        // Officers and keys.
        QT_TRANSLATE_NOOP("detail", "name, badge and agency have 1 to 64 characters"),
        QT_TRANSLATE_NOOP("detail", "a name holds no characters that cannot be seen"),
        QT_TRANSLATE_NOOP("detail", "a division has six digits (GB/T 2260)"),
        QT_TRANSLATE_NOOP("detail", "neither --passphrase-file nor CHAYAN_PASSPHRASE_FILE names a file"),
        QT_TRANSLATE_NOOP("detail", "two different passphrases were typed"),
        QT_TRANSLATE_NOOP("detail", "nothing was typed"),
        QT_TRANSLATE_NOOP("detail", "the file is empty"),
        QT_TRANSLATE_NOOP("detail", "it does not open the key"),
        QT_TRANSLATE_NOOP("detail", "%1 officers have keys here"),
        QT_TRANSLATE_NOOP("detail", "this officer has no key here"),
        QT_TRANSLATE_NOOP("detail", "this officer was admitted before"),
        QT_TRANSLATE_NOOP("detail", "nobody has admitted this officer yet"),
        QT_TRANSLATE_NOOP("detail", "this officer retired, or another took over"),
        QT_TRANSLATE_NOOP("detail", "no officer who may write here"),
        QT_TRANSLATE_NOOP("detail", "nobody else may write here; admit another officer first"),
        QT_TRANSLATE_NOOP("detail", "no officer is at work"),
        QT_TRANSLATE_NOOP("detail", "may not write in this store's log"),
        QT_TRANSLATE_NOOP("detail", "the store's key was not enveloped to this officer"),
        QT_TRANSLATE_NOOP("detail", "no such certificate in this store"),
        QT_TRANSLATE_NOOP("detail", "it is not among the trusted certificates"),
        QT_TRANSLATE_NOOP("detail", "not a certificate (PEM)"),
        QT_TRANSLATE_NOOP("detail", "not a certificate (DER)"),
        QT_TRANSLATE_NOOP("detail", "more than one PEM block"),
        QT_TRANSLATE_NOOP("detail", "its key is not on P-256"),
        QT_TRANSLATE_NOOP("detail", "not an encrypted key (PEM)"),
        QT_TRANSLATE_NOOP("detail", "no such signed record in this dossier"),
        QT_TRANSLATE_NOOP("detail", "signed by this officer; another must confirm it"),
        QT_TRANSLATE_NOOP("detail", "this officer confirmed it before"),
        QT_TRANSLATE_NOOP("detail", "a record has a form's number or a name"),
        // Files and folders.
        QT_TRANSLATE_NOOP("detail", "a file of this name is already there"),
        QT_TRANSLATE_NOOP("detail", "something is there already"),
        QT_TRANSLATE_NOOP("detail", "exists and is not a folder"),
        QT_TRANSLATE_NOOP("detail", "not a regular file"),
        QT_TRANSLATE_NOOP("detail", "there is no such folder"),
        QT_TRANSLATE_NOOP("detail", "the folder holds files"),
        QT_TRANSLATE_NOOP("detail", "it lies within the store that is copied"),
        QT_TRANSLATE_NOOP("detail", "larger than %1 bytes"),
        QT_TRANSLATE_NOOP("detail", "over %1 bytes"),
        QT_TRANSLATE_NOOP("detail", "locked by process %1"),
        QT_TRANSLATE_NOOP("detail", "opened to read"),
        QT_TRANSLATE_NOOP("detail", "%1 of %2 files were stored"),
        // Stores.
        QT_TRANSLATE_NOOP("detail", "there is no store.sqlite"),
        QT_TRANSLATE_NOOP("detail", "the database holds no schema"),
        QT_TRANSLATE_NOOP("detail", "schema %1, this program knows up to %2"),
        QT_TRANSLATE_NOOP("detail", "it is too short for a database"),
        QT_TRANSLATE_NOOP("detail", "the file was cut: %1 bytes are left of %2"),
        QT_TRANSLATE_NOOP("detail", "the store holds visits already"),
        QT_TRANSLATE_NOOP("detail", "it is being written to, and this place allows no reading beside it"),
        QT_TRANSLATE_NOOP("detail", "the original is not the one that was recorded"),
        // Bundles, bags and receipts.
        QT_TRANSLATE_NOOP("detail", "the file has no bytes"),
        QT_TRANSLATE_NOOP("detail", "no ZIP end record"),
        QT_TRANSLATE_NOOP("detail", "it begins as a ZIP file, but its end is missing"),
        QT_TRANSLATE_NOOP("detail", "no bagit.txt, at the top or in a folder there"),
        QT_TRANSLATE_NOOP("detail", "it is a bundle of Chayan: import it without --foreign"),
        QT_TRANSLATE_NOOP("detail", "an earlier check failed"),
        QT_TRANSLATE_NOOP("detail", "not a receipt: %1"),
        QT_TRANSLATE_NOOP("detail", "not a receipt"),
        QT_TRANSLATE_NOOP("detail", "its signature does not fit"),
        QT_TRANSLATE_NOOP("detail", "another key signed it: %1"),
        QT_TRANSLATE_NOOP("detail", "it speaks of no log that is here"),
        QT_TRANSLATE_NOOP("detail", "signed by %1; give the receiver's certificate or trust it"),
        // What the system said: errorFromErrno(), its reasons by themselves.
        QT_TRANSLATE_NOOP("detail", "open: %1 (errno %2)"),
        QT_TRANSLATE_NOOP("detail", "open lock: %1 (errno %2)"),
        QT_TRANSLATE_NOOP("detail", "open folder: %1 (errno %2)"),
        QT_TRANSLATE_NOOP("detail", "create: %1 (errno %2)"),
        QT_TRANSLATE_NOOP("detail", "read: %1 (errno %2)"),
        QT_TRANSLATE_NOOP("detail", "write: %1 (errno %2)"),
        QT_TRANSLATE_NOOP("detail", "rename: %1 (errno %2)"),
        QT_TRANSLATE_NOOP("detail", "mkdir: %1 (errno %2)"),
        QT_TRANSLATE_NOOP("detail", "fsync: %1 (errno %2)"),
        QT_TRANSLATE_NOOP("detail", "look for store.sqlite: %1 (errno %2)"),
        QT_TRANSLATE_NOOP("detail", "No such file or directory"),
        QT_TRANSLATE_NOOP("detail", "Permission denied"),
        QT_TRANSLATE_NOOP("detail", "No space left on device"),
        QT_TRANSLATE_NOOP("detail", "Read-only file system"),
        QT_TRANSLATE_NOOP("detail", "Not a directory"),
        QT_TRANSLATE_NOOP("detail", "Is a directory"),
        QT_TRANSLATE_NOOP("detail", "Input/output error"),
        QT_TRANSLATE_NOOP("detail", "File name too long"),
        QT_TRANSLATE_NOOP("detail", "Disk quota exceeded"),
    };
    return rows;
}

std::array<std::span<const char* const>, 3> tables() {
    return {inputDetails(), bundleDetails(), storeDetails()};
}

/// What stands at %1, %2 ... where the whole of `text` is made from the pattern.
std::optional<QStringList> filledIn(QStringView pattern, QStringView text) {
    QStringList args;
    while (true) {
        const qsizetype mark = pattern.indexOf(u'%');
        if (mark < 0)
            return pattern == text ? std::optional(args) : std::nullopt;
        if (!text.startsWith(pattern.first(mark)))
            return {};
        text = text.sliced(mark);
        pattern = pattern.sliced(mark + 2);  // after %1
        const qsizetype next = pattern.indexOf(u'%');
        const QStringView literal = next < 0 ? pattern : pattern.first(next);
        const qsizetype end = next < 0 ? text.size() - literal.size() : text.indexOf(literal);
        if (end < 1)
            return {};
        args += text.first(end).toString();
        text = text.sliced(end);
    }
}

}  // namespace

QString detail(const QString& english, const Texts& texts) {
    for (const std::span<const char* const> table : tables()) {
        for (const char* pattern : table) {
            auto args = filledIn(QString::fromLatin1(pattern), english);
            if (!args)
                continue;
            for (QString& arg : *args)
                arg = detail(arg, texts);
            return texts.say("detail", pattern, *args);
        }
    }
    return english;
}

std::vector<QString> detailPatterns() {
    std::vector<QString> all;
    for (const std::span<const char* const> table : tables())
        for (const char* pattern : table)
            all.push_back(QString::fromLatin1(pattern));
    return all;
}

}  // namespace chayan::text
