#pragma once

namespace chayan::domain {

/// One visitor out of a lambda a type, for std::visit over bodies and effects.
template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

}  // namespace chayan::domain
