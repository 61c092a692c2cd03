#pragma once

namespace chayan {

/// Gives a C library's object back by this function, as the deleter of a std::unique_ptr.
template <auto release>
struct Release {
    template <class T>
    void operator()(T* object) const {
        release(object);
    }
};

}  // namespace chayan
