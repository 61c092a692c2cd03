#include "core/eye/wire.h"
#include "tests/fuzz/fuzz_input.h"

using namespace chayan::eye;

/// What pool and worker say to each other: a message that is taken is written again as it came.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray frame(chayan::fuzz::bytesOf(data, size));
    if (const auto answer = answerFrom(frame))
        chayan::fuzz::require(answerFrom(toWire(*answer)).has_value());
    if (const auto reply = replyFrom(frame))
        chayan::fuzz::require(toWire(*reply) == frame);
    if (const auto request = requestFrom(frame))
        chayan::fuzz::require(toWire(*request) == frame);
    helloFrom(frame);
    return 0;
}
