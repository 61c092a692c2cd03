#pragma once

#include <QString>

#include <functional>
#include <stop_token>

namespace chayan {

/// How long work tells how far it is and hears that it should end. Both parts may be empty.
/// The report is called on the working thread, at most a few times a second.
struct Progress {
    /// Done, total (0 where unknown), and what it is on.
    std::function<void(qint64 done, qint64 total, const QString& on)> report;
    std::stop_token stop;

    bool cancelled() const { return stop.stop_requested(); }
    void tell(qint64 done, qint64 total, const QString& on = {}) const {
        if (report)
            report(done, total, on);
    }
};

}  // namespace chayan
