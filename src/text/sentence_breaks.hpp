#pragma once
#include <cstddef>
#include <string_view>

namespace statlint {

/// Where the sentences of `text` end by the rules of Unicode's UAX #29, with ICU's character properties: the first
/// boundary behind `from`, which is one itself (or 0). The size of the text where there is none before.
///
/// The same boundaries as ICU's break iterator (a test compares them), which takes milliseconds to load its data and
/// walks every character through its tables; most characters of prose cannot end a sentence.
[[nodiscard]] std::size_t next_sentence_break(std::string_view text, std::size_t from);

} // namespace statlint
