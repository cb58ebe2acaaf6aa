#pragma once
#include <string>
#include <string_view>

namespace statlint {

/// The words of a BibTeX value without its TeX: "{\'E}tudes \& {IWF}" is "Etudes & IWF". Accents are dropped, because
/// titles are only compared.
[[nodiscard]] std::string without_tex(std::string_view value);

} // namespace statlint
