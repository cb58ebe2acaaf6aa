#pragma once
#include <cstdint>
#include <string_view>

#include "text/span.hpp"

namespace statlint {

/// A stretch of LaTeX. Tokens tile the source.
struct LatexToken {
    enum class Kind : std::uint8_t {
        end,
        text,
        space,     ///< with at most one line end
        paragraph, ///< an empty line
        comment,   ///< with its line end and the blanks of the next line
        word,      ///< "\section*": `name` is "section*"; the blanks behind it are its own
        symbol,    ///< "\%": `name` is "%"
        open,
        close,
        cell,  ///< "&"
        tie,   ///< "~"
        math,  ///< "$" or "$$"
        dash,  ///< "--" or "---"
        quote, ///< "``", "''", "`"
    } kind = Kind::end;
    SourceSpan span;
    std::string_view name;
};

/// Cuts LaTeX into tokens, as TeX does with its usual categories of characters.
class LatexTokenizer {
  public:
    /// Reads source[range]; tokens' spans are in `source`.
    LatexTokenizer(std::string_view source, SourceSpan range) : source_(source), at_(range.start), end_(range.end) {}

    [[nodiscard]] LatexToken next();
    /// Where the next token starts.
    [[nodiscard]] std::uint32_t position() const { return at_; }
    [[nodiscard]] std::uint32_t end() const { return end_; }
    void seek(std::uint32_t position) { at_ = position; }

  private:
    std::string_view source_;
    std::uint32_t at_;
    std::uint32_t end_;
    bool line_start_ = false; ///< behind a comment: another line end makes an empty line
};

} // namespace statlint
