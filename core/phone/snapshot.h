#pragma once

#include "core/base/bytes.h"

#include <vector>

namespace chayan::phone {

/// One file of one phone, as the officer sees it.
struct Arrival {
    enum class State {
        Sending,
        Keeping,  ///< all of it is here and is being made durable
        Safe,
        Failed,
    };
    QString id;
    int phone = 0;  ///< Phone::number
    QString name;
    qint64 size = 0;
    qint64 received = 0;
    State state = State::Sending;
    Digest sha256 = {};  ///< where it is safe
    std::optional<Error> error = {};
};

struct Phone {
    int number = 0;  ///< from 1, as they came
    QString device;  ///< `iPhone`, `Android`, or empty
};

/// How a session stands: what there is at this moment.
struct Snapshot {
    std::vector<Phone> phones = {};
    /// In the order they were offered.
    std::vector<Arrival> files = {};
    /// Until the address answers no more, if no phone uses it; 0 once it does not.
    qint64 leftMs = 0;
};

}  // namespace chayan::phone
