#pragma once
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "text/span.hpp"

namespace statlint {

/// Which brace closes which, found in one pass: an argument may be looked up without a search that could end nowhere.
class LatexGroups {
  public:
    explicit LatexGroups(std::string_view source);

    /// What stands between the brace at `open` and its partner; nothing where it has none, or where no brace is.
    [[nodiscard]] const SourceSpan* inside(std::uint32_t open) const;

  private:
    std::vector<SourceSpan> groups_; ///< ascending by start
};

} // namespace statlint
