#pragma once

#include <QString>

#include <vector>

namespace chayan::phone {

/// An address of this machine under which a phone near by may reach it.
struct Address {
    QString text;       ///< `192.168.43.1`
    QString interface;  ///< `wlan0`
    bool wireless = false;
    bool operator==(const Address&) const = default;
};

/// Those of all networks that are up, wireless ones first; none where there is no network. IPv4 alone, since
/// that is what hotspots give out.
std::vector<Address> localAddresses();

}  // namespace chayan::phone
