#include "lsp/framing.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace statlint::lsp {
namespace {

constexpr std::size_t longest_line = 4096; ///< a header line; a longer one is no header
constexpr std::size_t longest_body = std::size_t{1} << 30;

bool is_length(std::string_view line, std::size_t& length) {
    constexpr std::string_view name = "content-length:";
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
    if (line.size() < name.size() ||
        !std::equal(name.begin(), name.end(), line.begin(), [&](char a, char b) { return a == lower(b); }))
        return false;
    line.remove_prefix(name.size());
    while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
    const auto [end, code] = std::from_chars(line.data(), line.data() + line.size(), length);
    return code == std::errc() && end == line.data() + line.size() && length <= longest_body;
}

} // namespace

bool MessageReader::read_header() {
    std::optional<std::size_t> length;
    std::size_t at = used_;
    while (true) {
        const std::size_t end = waiting_.find('\n', at);
        if (end == std::string::npos) {
            if (waiting_.size() - at > longest_line) used_ = waiting_.size();
            return false;
        }
        const std::string_view line = std::string_view(waiting_).substr(at, end - at);
        at = end + 1;
        std::size_t value = 0;
        if (is_length(line, value)) {
            length = value;
        } else if (line.empty() || line == "\r") {
            used_ = at;
            if (!length) continue; // an empty line before any header
            length_ = length;
            return true;
        } else if (!length) {
            used_ = at; // no header, or one before the length, which nobody needs
        }
    }
}

std::optional<std::string> MessageReader::next() {
    if (!length_ && !read_header()) return std::nullopt;
    if (waiting_.size() - used_ < *length_) return std::nullopt;
    std::string body = waiting_.substr(used_, *length_);
    used_ += *length_;
    length_.reset();
    // Taken bytes are dropped when they are the larger part, so that each is moved only now and then.
    if (used_ * 2 >= waiting_.size()) {
        waiting_.erase(0, used_);
        used_ = 0;
    }
    return body;
}

std::string framed(std::string_view body) {
    return fmt::format("Content-Length: {}\r\n\r\n{}", body.size(), body);
}

} // namespace statlint::lsp
