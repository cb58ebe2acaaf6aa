#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "text/span.hpp"

namespace statlint {

/// The lines of a source one by one, without their ends (LF, CRLF, CR) and without a byte order mark.
class LineCursor {
  public:
    explicit LineCursor(std::string_view source, std::size_t start = 0);

    [[nodiscard]] std::optional<SourceSpan> next();
    /// The line that `next` will give.
    [[nodiscard]] std::optional<SourceSpan> peek() const;
    /// Where that line starts.
    [[nodiscard]] std::size_t position() const { return at_; }

  private:
    std::string_view source_;
    std::size_t at_;
};

} // namespace statlint
