#pragma once

#include "core/bundle/bag_writer.h"

#include <thread>

namespace chayan::bundle {

/// Looks at files of a plan on a thread of its own while the rest of the plan is still being made: those
/// found to have the SHA-256 that the plan says get their CRC, so that writing them out need not hash them
/// again. What it does not get to, or cannot read, is left to the writer, who says what is wrong. It ends
/// with the file at hand when it is destroyed.
class MeasureAhead {
  public:
    /// Begins with the files from `first` on, all of which can be opened more than once; those larger than
    /// `greatest` are left out, since the disk would have to read them twice.
    MeasureAhead(const std::vector<BagFile>& files, std::size_t first, qint64 greatest);
    MeasureAhead(const MeasureAhead&) = delete;
    MeasureAhead& operator=(const MeasureAhead&) = delete;

    /// Stops, and notes what was found in the same plan, to which others may have been added behind.
    void finish(std::vector<BagFile>& files);

  private:
    struct Found {
        std::size_t place = 0;
        quint32 crc = 0;
    };
    void run(const std::stop_token& stop);

    std::vector<std::pair<std::size_t, BagFile>> m_files;
    std::vector<Found> m_found;
    std::jthread m_thread;
};

}  // namespace chayan::bundle
