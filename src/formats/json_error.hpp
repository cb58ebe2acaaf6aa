#pragma once
#include <cstdint>
#include <string>

namespace statlint {

/// What is wrong with a JSON text, and at which byte.
struct JsonError {
    std::string message;
    std::uint32_t offset = 0;
};

} // namespace statlint
