#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "formats/json_error.hpp"

namespace statlint {

/// A JSON value that knows where it stands in the file, which nlohmann::json does not.
struct JsonNode {
    enum class Kind : std::uint8_t { null, boolean, number, string, array, object };

    Kind kind = Kind::null;
    std::uint32_t offset = 0; ///< of its first byte
    bool truth = false;
    std::string text{}; ///< of a string; of a number its digits
    std::vector<JsonNode> items{};
    std::vector<std::pair<std::string, JsonNode>> members{}; ///< the offset of a member is that of its value
    std::vector<std::uint32_t> keys{};                       ///< offsets of the members' names

    /// The first member of that name, or null.
    [[nodiscard]] const JsonNode* find(std::string_view name) const;
};

/// Reads a whole file. Nothing in it may be nested deeper than 64.
[[nodiscard]] tl::expected<JsonNode, JsonError> read_json(std::string_view text);

} // namespace statlint
