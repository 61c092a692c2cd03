#pragma once

#include "core/base/json.h"
#include "core/codes/cross_checks.h"
#include "core/eye/reading.h"
#include "core/text/texts.h"

namespace chayan::cli {

/// `{scheme,valid,parts,reason?,detail?,warnings?}`, for identify and scan alike.
Json toJson(const codes::Meaning& meaning);

/// `{notice,values,text}`.
Json noticeJson(const codes::CrossNotice& notice, const text::Texts& texts);

/// The keys of what makes a picture hard to read.
Json flawsJson(const eye::Reading& reading);

/// One line for people: the scheme's name, valid or why not, and its parts.
QString inWords(const codes::Meaning& meaning, const text::Texts& texts);

}  // namespace chayan::cli
