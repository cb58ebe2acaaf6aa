#pragma once
#include <algorithm>
#include <compare>
#include <cstdint>

namespace statlint {

/// A half-open range [start, end) of byte offsets into one buffer. `Space` names the buffer, so that an offset into
/// the source file can't be taken for one into the extracted text.
template <class Space> struct Span {
    std::uint32_t start = 0; ///< first byte, 0-based
    std::uint32_t end = 0;   ///< one past the last byte

    [[nodiscard]] constexpr std::uint32_t size() const { return end - start; }
    [[nodiscard]] constexpr bool empty() const { return end <= start; }
    [[nodiscard]] constexpr bool contains(Span other) const { return start <= other.start && other.end <= end; }
    [[nodiscard]] constexpr bool overlaps(Span other) const { return start < other.end && other.start < end; }
    [[nodiscard]] constexpr Span cover(Span other) const {
        return {std::min(start, other.start), std::max(end, other.end)};
    }
    constexpr auto operator<=>(const Span&) const = default;
};

struct InSource; ///< bytes of the file as it was read
struct InText;   ///< bytes of Document::text, the prose without its markup

using SourceSpan = Span<InSource>;
using TextSpan = Span<InText>;

} // namespace statlint
