#pragma once
#include <string>
#include <string_view>

namespace statlint {

/// A character reference at the start of a text: how many bytes it takes, and what it stands for. Size 0: none.
struct Entity {
    std::size_t size = 0;
    std::string text;
};

/// Reads "&amp;", "&#8217;", "&#x2019;" at the start of `text`; with `bare` also "&amp" as HTML does.
[[nodiscard]] Entity read_entity(std::string_view text, bool bare);

/// `text` with all its character references replaced: for attribute values and titles, whose places don't matter.
[[nodiscard]] std::string decode_entities(std::string_view text);

} // namespace statlint
