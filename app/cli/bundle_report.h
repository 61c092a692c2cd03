#pragma once

#include "app/cli/command.h"
#include "core/services/judgement.h"
#include "core/services/receiving.h"

namespace chayan::cli {

/// The members that `bundle verify` and `bundle import` answer alike (docs/cli.md).
Json::Object reportJson(const QString& file, const bundle::BundleReport& report,
                        const services::Judgement& judgement);

/// The same for people: what the verifier says, and no more (formats.md section 8).
void printReport(const bundle::BundleReport& report, const services::Judgement& judgement,
                 const Context& context);

/// `{dossiers,entries,originals}`
Json amountJson(const services::Amount& amount);

/// A certificate from a PEM file; errors name the file.
Result<crypto::Certificate> readCertificate(const QString& path);

}  // namespace chayan::cli
