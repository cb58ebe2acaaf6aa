#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace statlint {

/// A DOI or URL in one form, to be compared: without scheme, "www.", resolver, query, fragment and closing marks, in
/// lower case. Empty where it is neither.
[[nodiscard]] std::string normal_link(std::string_view link);

/// The DOIs and URLs in a text, in order; views into it.
[[nodiscard]] std::vector<std::string_view> links_in(std::string_view text);

} // namespace statlint
