#pragma once
#include "quantity/quantity.hpp"

namespace statlint {

/// True where two printed forms of one figure can't both be right: no value fits both, within the precision to which
/// each is printed and the leeway of its hedge ("1 in 6" and "15.1%" fit, "1,965" and "1,945" don't).
[[nodiscard]] bool contradict(const Quantity& a, const Quantity& b);

} // namespace statlint
