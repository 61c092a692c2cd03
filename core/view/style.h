#pragma once

namespace chayan::page {

/// The page's one style sheet. Holds no `<`, `>` or `&`, so that it may stand in XML as it is.
extern const char* const styleSheet;

}  // namespace chayan::page
