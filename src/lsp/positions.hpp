#pragma once
#include <cstdint>
#include <string_view>

#include "lsp/protocol.hpp"
#include "text/line_index.hpp"
#include "text/span.hpp"

namespace statlint::lsp {

/// What the `character` of a position counts; agreed on when the session begins.
enum class Encoding : std::uint8_t { utf8, utf16, utf32 };

[[nodiscard]] std::string_view name(Encoding encoding);

/// Byte offsets of one text as positions of the protocol (both from 0), and back. Keeps a view of the text.
class Positions {
  public:
    Positions(std::string_view text, Encoding encoding) : text_(text), lines_(text), encoding_(encoding) {}

    [[nodiscard]] Json at(std::uint32_t offset) const;
    [[nodiscard]] Json range(SourceSpan span) const;
    /// The byte that a position names. Beyond the end of a line it is the line's end, beyond the text the text's end;
    /// inside a character its start.
    [[nodiscard]] std::uint32_t offset(const Json& position) const;
    /// Of a range of the client; its ends may come in any order.
    [[nodiscard]] SourceSpan span(const Json& range) const;
    [[nodiscard]] const LineIndex& lines() const { return lines_; }

  private:
    std::string_view text_;
    LineIndex lines_;
    Encoding encoding_;
};

} // namespace statlint::lsp
