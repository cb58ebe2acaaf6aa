#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace statlint {

/// Elements in a row of a vector, by their indices; end exclusive.
struct IndexRange {
    std::uint32_t first = 0, last = 0;

    [[nodiscard]] constexpr std::uint32_t size() const { return last - first; }
    [[nodiscard]] constexpr bool holds(std::size_t index) const { return index >= first && index < last; }
};

/// The elements of a vector whose keys are in a range; the vector must be sorted by them.
template <class T, class KeyOf> IndexRange with_keys(const std::vector<T>& all, IndexRange keys, KeyOf key_of) {
    const auto index = [&](std::uint32_t key) {
        return static_cast<std::uint32_t>(std::ranges::lower_bound(all, key, {}, key_of) - all.begin());
    };
    return {index(keys.first), index(keys.last)};
}

} // namespace statlint
