#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace chayan {

/// A value, or the Error that kept it from being made. Never ignored: tl::expected is [[nodiscard]] by class.
template <class T>
using Result = tl::expected<T, Error>;

/// Done, or the Error that kept it from being done.
using Status = Result<void>;

/// Makes the failed side of any Result.
inline tl::unexpected<Error> fail(ErrorKind kind, QString thing, QString detail = {}) {
    return tl::unexpected<Error>(Error{kind, std::move(thing), std::move(detail)});
}
inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

}  // namespace chayan

// Returns the error of a Result from the enclosing function, or goes on. One statement each, so that the
// happy path reads straight down.
#define CHAYAN_JOIN_(a, b) a##b
#define CHAYAN_JOIN(a, b) CHAYAN_JOIN_(a, b)
#define CHAYAN_CHECK(expression)                                     \
    do {                                                             \
        if (auto chayanStatus_ = (expression); !chayanStatus_)       \
            return ::chayan::fail(std::move(chayanStatus_).error()); \
    } while (false)
#define CHAYAN_TRY(declaration, expression)                                             \
    auto CHAYAN_JOIN(chayanResult_, __LINE__) = (expression);                           \
    if (!CHAYAN_JOIN(chayanResult_, __LINE__))                                          \
        return ::chayan::fail(std::move(CHAYAN_JOIN(chayanResult_, __LINE__)).error()); \
    declaration = std::move(*CHAYAN_JOIN(chayanResult_, __LINE__))
