#include "formats/xml_bytes.hpp"

#include <algorithm>

#include "formats/entities.hpp"

namespace statlint {

namespace {

/// Behind the next `close`, or the end.
std::size_t behind(std::string_view bytes, std::string_view close, std::size_t from) {
    const std::size_t at = bytes.find(close, from);
    return at == std::string_view::npos ? bytes.size() : at + close.size();
}

} // namespace

std::size_t XmlBytes::tag_end(std::size_t start) const {
    char quote = '\0';
    for (std::size_t at = start; at < bytes_.size(); ++at) {
        const char c = bytes_[at];
        if (quote != '\0')
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at + 1;
    }
    return bytes_.size();
}

std::size_t XmlBytes::end_of(std::size_t start) const {
    const std::string_view bytes = bytes_;
    int depth = 0;
    for (std::size_t at = start; at < bytes.size();) {
        const std::string_view rest = bytes.substr(at);
        if (rest.starts_with("<!--")) {
            at = behind(bytes, "-->", at);
        } else if (rest.starts_with("<![CDATA[")) {
            at = behind(bytes, "]]>", at);
        } else if (rest.starts_with("<?")) {
            at = behind(bytes, "?>", at);
        } else {
            const std::size_t end = tag_end(at);
            if (rest.starts_with("</"))
                --depth;
            else if (bytes[end - 2] != '/')
                ++depth;
            at = end;
            if (depth == 0) return at;
        }
        at = std::min(bytes.find('<', at), bytes.size());
    }
    return bytes.size();
}

std::optional<std::size_t> XmlBytes::place_in(pugi::xml_node text, std::size_t offset) const {
    const std::ptrdiff_t start = text.offset_debug();
    if (start < 0 || text.type() != pugi::node_pcdata) return std::nullopt;
    const std::string_view value = text.value();
    std::size_t at = static_cast<std::size_t>(start);
    for (std::size_t seen = 0; seen < offset;) {
        if (at >= bytes_.size()) return std::nullopt;
        std::string decoded(1, bytes_[at]);
        std::size_t size = 1;
        if (bytes_[at] == '&') {
            const Entity entity = read_entity(std::string_view(bytes_).substr(at, 32), false);
            decoded = entity.text;
            size = entity.size;
        } else if (bytes_[at] == '\r') { // line ends are read as one line feed
            decoded = "\n";
            size = bytes_.compare(at, 2, "\r\n") == 0 ? 2 : 1;
        }
        if (size == 0 || value.substr(seen, decoded.size()) != decoded) return std::nullopt;
        seen += decoded.size();
        at += size;
    }
    return at;
}

std::optional<std::size_t> XmlBytes::root_end() const {
    const std::size_t close = bytes_.rfind("</");
    return close == std::string::npos ? std::nullopt : std::optional(close);
}

std::string Insertions::apply(std::string_view bytes) const {
    std::string out;
    std::size_t at = 0;
    for (const auto& [place, text] : added_) {
        out += bytes.substr(at, place - at);
        out += text;
        at = place;
    }
    out += bytes.substr(at);
    return out;
}

std::string escape_xml(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') out += c;
        }
    }
    return out;
}

} // namespace statlint
