#include "core/base/safe_file.h"
#include "core/bundle/verify_bundle.h"
#include "tests/fuzz/fuzz_input.h"

#include <sys/mman.h>

#include <unistd.h>

using namespace chayan;

/// Any file as a bundle: it is judged, and what is no bundle of ours never verifies.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const UniqueFd file(::memfd_create("bundle", 0));
    fuzz::require(file.get() >= 0 && ::write(file.get(), data, size) == static_cast<ssize_t>(size));
    const auto report = bundle::verifyBundle(QStringLiteral("/proc/self/fd/%1").arg(file.get()), {});
    // Nobody signs by chance.
    fuzz::require(report && !report->ok());
    return 0;
}
