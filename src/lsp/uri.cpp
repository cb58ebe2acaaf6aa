#include "lsp/uri.hpp"

#include <charconv>

#include <fmt/format.h>

namespace statlint::lsp {

std::string path_of(std::string_view uri) {
    constexpr std::string_view scheme = "file://";
    if (!uri.starts_with(scheme)) return {};
    uri.remove_prefix(scheme.size());
    if (!uri.starts_with('/')) uri.remove_prefix(std::min(uri.find('/'), uri.size())); // "localhost"
    std::string path;
    for (std::size_t at = 0; at < uri.size(); ++at) {
        unsigned value = 0;
        const std::string_view code = uri.substr(at).substr(1, 2);
        if (uri[at] == '%' && code.size() == 2 &&
            std::from_chars(code.data(), code.data() + 2, value, 16).ptr == code.data() + 2) {
            path += static_cast<char>(value);
            at += 2;
        } else {
            path += uri[at];
        }
    }
    return path;
}

std::string uri_of(std::string_view path) {
    std::string uri = "file://";
    for (const char c : path) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter || std::string_view("/-._~").find(c) != std::string_view::npos)
            uri += c;
        else
            uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uri;
}

} // namespace statlint::lsp
