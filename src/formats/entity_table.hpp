#pragma once
#include <span>
#include <string_view>

namespace statlint {

/// "mdash" and its UTF-8. `bare`: known without the semicolon too ("&amp" but not "&mdash").
struct NamedEntity {
    std::string_view name;
    std::string_view text;
    bool bare = false;
};

/// Sorted by name, in byte order.
[[nodiscard]] std::span<const NamedEntity> named_entities();

} // namespace statlint
