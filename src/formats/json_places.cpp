#include "formats/json_places.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "text/utf8.hpp"

namespace statlint {

namespace {

/// What nlohmann says after its own place ("… parsing object - unexpected '}'; expected …"), without the text that it
/// repeats.
std::string reason(std::string_view what) {
    const std::size_t dash = what.find(" - ");
    if (dash != std::string_view::npos) what.remove_prefix(dash + 3);
    return std::string(what.substr(0, what.find("; last read")));
}

} // namespace

JsonPlaces::JsonPlaces(std::string_view text, const std::size_t& read)
    : text_(text), read_(&read), last_end_(text_start(text)) {}

bool JsonPlaces::parse_error(std::size_t position, const std::string& token,
                             const nlohmann::detail::exception& problem) {
    // The position counts the bytes up to and including the last one read.
    std::size_t offset = std::min(position > 0 ? position - 1 : 0, text_.size());
    const std::string why = reason(problem.what());
    // A text or number in the wrong place: its start tells more than its end. (Of other tokens the parser does not
    // know the start: it hands out all that it has read since the last text.)
    const bool literal = why.starts_with("unexpected string") || why.starts_with("unexpected number");
    if (literal && text_.substr(0, offset + 1).ends_with(token)) offset = offset + 1 - token.size();
    error.offset = static_cast<std::uint32_t>(offset);
    error.message = "not valid JSON: " + (offset < text_.size() ? why : "the file ends too early");
    return false;
}

std::uint32_t JsonPlaces::token_start() {
    std::size_t start = text_.find_first_not_of(" \t\r\n,:", last_end_);
    if (start == std::string_view::npos) start = text_.size();
    last_end_ = *read_;
    return static_cast<std::uint32_t>(start);
}

bool JsonPlaces::open_level(std::uint32_t& start) {
    start = token_start();
    if (++depth_ <= deepest) return true;
    error = {fmt::format("nested deeper than {} levels", deepest), start};
    return false;
}

void JsonPlaces::close_level() {
    last_end_ = *read_;
    --depth_;
}

} // namespace statlint
