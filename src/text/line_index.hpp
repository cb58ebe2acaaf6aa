#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace statlint {

/// Where a byte stands, in every convention that a consumer asks for.
struct Position {
    std::uint32_t line = 1;         ///< 1-based
    std::uint32_t column = 1;       ///< 1-based, Unicode code points
    std::uint32_t column_utf16 = 1; ///< 1-based, UTF-16 code units
    std::uint32_t column_bytes = 1; ///< 1-based, UTF-8 bytes
};

/// Line starts of one buffer (LF, CRLF and lone CR end a line; a BOM is not counted as a column).
/// Keeps a view: the buffer must outlive it.
class LineIndex {
  public:
    explicit LineIndex(std::string_view text);
    /// Position of a byte offset; an offset past the end gives the end.
    [[nodiscard]] Position locate(std::uint32_t offset) const;
    /// The line's text without its line ending; `line` is 1-based.
    [[nodiscard]] std::string_view line(std::uint32_t line) const;
    /// Byte offset at which a 1-based line starts.
    [[nodiscard]] std::uint32_t line_start(std::uint32_t line) const;
    [[nodiscard]] std::uint32_t lines() const { return static_cast<std::uint32_t>(starts_.size()); }

  private:
    /// Characters before a byte that is a multiple of the stride, so that a column in a line of 200 MB is found at
    /// once.
    struct Checkpoint {
        std::uint32_t code_points = 0;
        std::uint32_t utf16_units = 0;
    };
    [[nodiscard]] Checkpoint characters_before(std::uint32_t offset) const;

    std::string_view text_;
    std::vector<std::uint32_t> starts_;
    std::vector<Checkpoint> checkpoints_; ///< empty where the text is ASCII
};

} // namespace statlint
