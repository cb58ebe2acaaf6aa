#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace statlint {

using Sha256 = std::array<std::uint8_t, 32>;

[[nodiscard]] Sha256 sha256(std::string_view bytes);
/// 64 lower-case digits.
[[nodiscard]] std::string hex(const Sha256& digest);
/// With padding, as content security policies want it.
[[nodiscard]] std::string base64(const Sha256& digest);

} // namespace statlint
