#include "core/phone/addresses.h"

#include <QNetworkInterface>

#include <algorithm>

namespace chayan::phone {

std::vector<Address> localAddresses() {
    std::vector<Address> addresses;
    for (const QNetworkInterface& interface : QNetworkInterface::allInterfaces()) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || !flags.testFlag(QNetworkInterface::IsRunning) ||
            flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        for (const QNetworkAddressEntry& entry : interface.addressEntries())
            if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol && !entry.ip().isLoopback())
                addresses.push_back(
                    {entry.ip().toString(), interface.name(), interface.type() == QNetworkInterface::Wifi});
    }
    std::ranges::stable_sort(addresses, std::ranges::greater(), &Address::wireless);
    return addresses;
}

}  // namespace chayan::phone
