#pragma once

#include "core/services/officers.h"

#include <string>

namespace CLI {
class App;
}

namespace chayan::cli {

struct Context;

/// Who a new officer is, for init and officer new.
struct OfficerOptions {
    std::string name;
    std::string badge;
    std::string agency;
    std::string division;

    void addTo(CLI::App& command);
    /// The key under the passphrase that the context names.
    Result<services::NewOfficer> make(const Context& context) const;
};

/// Writes the certificate into the store's folder, for others to trust; its path. Says in words that nobody
/// can recover the passphrase, and what an office does then.
Result<QString> handOutCertificate(const crypto::Certificate& certificate, const QString& file,
                                   const Context& context);
void warnOfPassphrase(const Context& context);

}  // namespace chayan::cli
