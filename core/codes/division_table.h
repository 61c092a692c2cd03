#pragma once

#include <QString>

#include <span>

namespace chayan::codes {

/// A division of Sichuan by its six-digit code of GB/T 2260.
struct Division {
    int code;
    QStringView name;
};

/// All that are listed, by code.
std::span<const Division> sichuanDivisions();

/// The name of a division by its code; empty when it is not listed.
QString sichuanDivision(int code);

}  // namespace chayan::codes
