#pragma once

#include "app/cli/terminal.h"
#include "core/base/event_log.h"
#include "core/base/json.h"
#include "core/base/places.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/store/store.h"
#include "core/text/texts.h"

#include <functional>
#include <vector>

namespace CLI {
class App;
}

namespace chayan::cli {

/// What every command shares: how it answers, and in which language.
struct Context {
    bool json = false;
    text::Texts texts = text::Language::English;
    QString storeFolder;     ///< --store or CHAYAN_STORE
    QString passphraseFile;  ///< --passphrase-file or CHAYAN_PASSPHRASE_FILE
    QString officer;         ///< --officer: a fingerprint, where several have keys here
    std::stop_token stop;    ///< SIGINT or SIGTERM came
    EventLog log = EventLog(eventLogPath());
    std::shared_ptr<ProgressLine> line = std::make_shared<ProgressLine>();

    /// The store's folder: the one named, else `chayan/store` where XDG has a user's data.
    Result<QString> folder() const;
    /// From the file named for it (a last line end does not count), else asked for on the terminal.
    Result<QByteArray> passphrase() const;
    /// The same for one that is being chosen: asked for twice.
    Result<QByteArray> newPassphrase() const;
    /// To write; what its user should know of it is told first (notices.h).
    Result<std::unique_ptr<store::Store>> openStore() const;
    Result<std::unique_ptr<store::Store>> openStoreToRead() const;
    Result<std::shared_ptr<const store::Signer>> unlock(const store::Store& store) const;

    /// Readable text, on stdout.
    void print(const QString& line) const;
    /// A warning or note, on stderr.
    void note(const QString& line) const;
    /// A failure that does not end the command, as one line on stderr: what, which thing, what to do.
    void warn(const Error& error) const;
    /// For work that takes long: shown on a terminal, and stopped by a signal.
    Progress progress() const;
    /// The one JSON document of --json, on stdout.
    Status answer(const Json& json) const;
    /// Whether stdout took all that was printed: a full disk, a pipe that broke.
    Status allWritten() const;
    /// What such a document says of a failure: `{kind,thing,detail,advice}`.
    Json errorJson(const Error& error) const;
    /// Members that the document of a failure has as well: what was done before it.
    std::shared_ptr<Json::Object> done = std::make_shared<Json::Object>();
};

/// Does a command's work and gives its exit code (0 done, 1 the answer is no, 2 bad input); a failure is
/// printed by main(), with the exit code of its kind.
using Work = std::function<Result<int>(const Context&)>;

/// A command tells the parser its options and gives back its work, which runs when the command was named.
/// One function a command, each in its file.
Work addScan(CLI::App& parent);
Work addIdentify(CLI::App& parent);
Work addCompare(CLI::App& parent);
Work addRectify(CLI::App& parent);
Work addInit(CLI::App& parent);
Work addDemo(CLI::App& parent);
Work addVisitNew(CLI::App& parent);
Work addVisitSet(CLI::App& parent);
Work addVisitShow(CLI::App& parent);
Work addVisitList(CLI::App& parent);
Work addVisitPhoto(CLI::App& parent);
Work addVisitLabel(CLI::App& parent);
Work addBundleExport(CLI::App& parent);
Work addBundleVerify(CLI::App& parent);
Work addBundleImport(CLI::App& parent);
Work addBundleReceipt(CLI::App& parent);
Work addTrustAdd(CLI::App& parent);
Work addTrustList(CLI::App& parent);
Work addTrustRemove(CLI::App& parent);
Work addDiagnose(CLI::App& parent);
Work addCheck(CLI::App& parent);
Work addBackup(CLI::App& parent);
Work addRestore(CLI::App& parent);
Work addSearch(CLI::App& parent);
Work addRebuild(CLI::App& parent);
Work addOfficerNew(CLI::App& parent);
Work addOfficerAdmit(CLI::App& parent);
Work addOfficerRetire(CLI::App& parent);
Work addOfficerList(CLI::App& parent);
Work addRecordSign(CLI::App& parent);
Work addRecordCosign(CLI::App& parent);
Work addReferenceAdd(CLI::App& parent);
Work addReferenceList(CLI::App& parent);
Work addReferenceShow(CLI::App& parent);
Work addReferenceRetire(CLI::App& parent);

}  // namespace chayan::cli
