#include "text/line_index.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace statlint {

namespace {

constexpr std::uint32_t stride = 1024;

std::uint32_t narrow(std::size_t offset) {
    return static_cast<std::uint32_t>(offset);
}

} // namespace

LineIndex::LineIndex(std::string_view text) : text_(text) {
    starts_.push_back(text_start(text));
    // Each of the two is searched for again only when it has been passed: two runs over the text at memchr's speed.
    std::size_t feed = text.find('\n');
    std::size_t carriage = text.find('\r');
    while (feed != std::string_view::npos || carriage != std::string_view::npos) {
        if (carriage < feed) {
            const std::size_t next = carriage + 1;
            if (next != feed) starts_.push_back(narrow(next));
            carriage = text.find('\r', next);
        } else {
            starts_.push_back(narrow(feed + 1));
            feed = text.find('\n', feed + 1);
        }
    }
    if (is_ascii(text)) return;
    checkpoints_.reserve(text.size() / stride + 1);
    Checkpoint sum;
    for (std::size_t at = 0; at <= text.size(); at += stride) {
        checkpoints_.push_back(sum);
        const Utf8Length length = utf8_length(text.substr(at, stride));
        sum.code_points += length.code_points;
        sum.utf16_units += length.utf16_units;
    }
}

LineIndex::Checkpoint LineIndex::characters_before(std::uint32_t offset) const {
    if (checkpoints_.empty()) return {offset, offset};
    Checkpoint sum = checkpoints_[offset / stride];
    const std::uint32_t from = offset / stride * stride;
    const Utf8Length length = utf8_length(text_.substr(from, offset - from));
    return {sum.code_points + length.code_points, sum.utf16_units + length.utf16_units};
}

Position LineIndex::locate(std::uint32_t offset) const {
    offset = std::clamp(offset, starts_.front(), narrow(text_.size()));
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    const std::uint32_t start = *(after - 1);
    const Checkpoint before = characters_before(start);
    const Checkpoint here = characters_before(offset);
    return {
        .line = static_cast<std::uint32_t>(after - starts_.begin()),
        .column = here.code_points - before.code_points + 1,
        .column_utf16 = here.utf16_units - before.utf16_units + 1,
        .column_bytes = offset - start + 1,
    };
}

std::string_view LineIndex::line(std::uint32_t line) const {
    if (line == 0 || line > starts_.size()) return {};
    const std::uint32_t start = starts_[line - 1];
    const std::uint32_t end = line < starts_.size() ? starts_[line] : narrow(text_.size());
    std::string_view text = text_.substr(start, end - start);
    if (text.ends_with('\n')) text.remove_suffix(1);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

std::uint32_t LineIndex::line_start(std::uint32_t line) const {
    if (line == 0) return starts_.front();
    return line <= starts_.size() ? starts_[line - 1] : narrow(text_.size());
}

} // namespace statlint
