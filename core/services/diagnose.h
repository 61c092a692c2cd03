#pragma once

#include "core/base/event_log.h"
#include "core/store/store.h"

namespace chayan::services {

/// What a supporter needs to know, and nothing about persons: versions, the machine, figures of the store,
/// the event log. No name, title, file name, path or value is in it. `store` may be null, with the error that
/// kept it from being opened. UTF-8.
QByteArray diagnosis(const store::Store* store, const std::optional<Error>& notOpened, const EventLog& log,
                     UtcMs now);

/// The same into a file; AlreadyExists rather than replacing one.
Status diagnose(const QString& out, const store::Store* store, const std::optional<Error>& notOpened,
                const EventLog& log, UtcMs now);

}  // namespace chayan::services
