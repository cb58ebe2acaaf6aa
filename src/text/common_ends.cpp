#include "text/common_ends.hpp"

#include <algorithm>
#include <cstring>

namespace statlint {

namespace {
constexpr std::size_t stride = 4096; ///< compared at memcmp's speed, which does not say where two texts part
}

std::size_t common_start(std::string_view a, std::string_view b) {
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t at = 0;
    while (at + stride <= most && std::memcmp(a.data() + at, b.data() + at, stride) == 0) at += stride;
    while (at < most && a[at] == b[at]) ++at;
    return at;
}

std::size_t common_end(std::string_view a, std::string_view b) {
    const std::size_t most = std::min(a.size(), b.size());
    const char* const a_end = a.data() + a.size();
    const char* const b_end = b.data() + b.size();
    std::size_t size = 0;
    while (size + stride <= most && std::memcmp(a_end - size - stride, b_end - size - stride, stride) == 0)
        size += stride;
    while (size < most &&
           a_end[-static_cast<std::ptrdiff_t>(size) - 1] == b_end[-static_cast<std::ptrdiff_t>(size) - 1])
        ++size;
    return size;
}

} // namespace statlint
