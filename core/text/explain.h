#pragma once

#include "core/base/error.h"
#include "core/text/texts.h"

namespace chayan::text {

/// A failure in an officer's words: what happened (to which thing), and what to do about it. Error::detail,
/// the exact reason, is not part of it; whoever shows the words offers it as "details".
struct Explained {
    QString what;
    QString advice;
};

Explained explain(const Error& error, const Texts& texts);

}  // namespace chayan::text
