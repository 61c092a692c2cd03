#pragma once

#include <QString>

namespace chayan::codes {

/// The name of a division of Sichuan by its six-digit code of GB/T 2260; empty when it is not listed.
QString sichuanDivision(int code);

}  // namespace chayan::codes
