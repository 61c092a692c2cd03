#include "app/cli/officer_options.h"

#include "app/cli/command.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace chayan::cli {

void OfficerOptions::addTo(CLI::App& command) {
    command.add_option("--name", name, QT_TRANSLATE_NOOP("cli", "The officer's name"))->required();
    command.add_option("--badge", badge, QT_TRANSLATE_NOOP("cli", "The number of the officer's badge"))
        ->required();
    command.add_option("--agency", agency, QT_TRANSLATE_NOOP("cli", "The agency's name"))->required();
    command
        .add_option("--division", division, QT_TRANSLATE_NOOP("cli", "The division, six digits of GB/T 2260"))
        ->required();
}

Result<services::NewOfficer> OfficerOptions::make(const Context& context) const {
    CHAYAN_TRY(const QByteArray passphrase, context.newPassphrase());
    return services::makeOfficer({QString::fromStdString(name), QString::fromStdString(badge),
                                  QString::fromStdString(agency), QString::fromStdString(division)},
                                 passphrase, SystemClock().read().utc);
}

Result<QString> handOutCertificate(const crypto::Certificate& certificate, const QString& file,
                                   const Context& context) {
    CHAYAN_TRY(const QString folder, context.folder());
    const QString path = folder + u'/' + file;
    CHAYAN_CHECK(writeFileDurably(path, view(certificate.pem())));
    return path;
}

void warnOfPassphrase(const Context& context) {
    context.print(context.texts.say(
        "cli", QT_TRANSLATE_NOOP("cli", "Nobody can recover the passphrase; there is no back door.")));
    context.print(context.texts.say(
        "cli",
        QT_TRANSLATE_NOOP("cli",
                          "If it is forgotten, another admitted officer of this store goes on and admits a "
                          "new key; if there is none, “officer new --take-over” starts a new log here, and "
                          "what was sealed before stays closed.")));
}

}  // namespace chayan::cli
