#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace statlint {

/// Which "]" closes which "[" in the same paragraph, found in one pass: many brackets that stay open cost no search.
class BracketPairs {
  public:
    explicit BracketPairs(std::string_view source);

    /// What stands between the bracket at `open` and its partner; nothing where it has none.
    [[nodiscard]] std::optional<SourceSpan> inside(std::uint32_t open) const;

  private:
    std::vector<SourceSpan> pairs_; ///< ascending by start
};

} // namespace statlint
