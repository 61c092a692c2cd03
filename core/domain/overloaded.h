#pragma once

namespace chayan::domain {

/// One visitor out of a lambda a type; nothing outside core/domain includes it.
template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};

}  // namespace chayan::domain
