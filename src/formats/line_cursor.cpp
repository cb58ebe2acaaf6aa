#include "formats/line_cursor.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace statlint {

LineCursor::LineCursor(std::string_view source, std::size_t start)
    : source_(source), at_(start == 0 ? text_start(source) : start) {}

std::optional<SourceSpan> LineCursor::peek() const {
    if (at_ >= source_.size()) return std::nullopt;
    const std::size_t end = std::min(source_.find_first_of("\r\n", at_), source_.size());
    return SourceSpan{static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
}

std::optional<SourceSpan> LineCursor::next() {
    const auto line = peek();
    if (!line) return line;
    at_ = line->end;
    if (source_.substr(at_).starts_with("\r\n")) ++at_;
    if (at_ < source_.size()) ++at_;
    return line;
}

} // namespace statlint
