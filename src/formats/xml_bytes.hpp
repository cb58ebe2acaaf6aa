#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace statlint {

/// Where nodes of a parsed XML part stand in its bytes, so that something can be put there and all else stays as it is.
class XmlBytes {
  public:
    explicit XmlBytes(std::string bytes) : bytes_(std::move(bytes)) {}

    [[nodiscard]] std::string_view bytes() const { return bytes_; }
    /// Where the start tag of an element begins.
    [[nodiscard]] static std::size_t start_of(pugi::xml_node element) {
        return static_cast<std::size_t>(element.offset_debug()) - 1;
    }
    /// Behind the end tag of the element whose start tag begins at `start`.
    [[nodiscard]] std::size_t end_of(std::size_t start) const;
    /// Behind the ">" of the tag that begins at `start`.
    [[nodiscard]] std::size_t tag_end(std::size_t start) const;
    /// The byte in front of which `offset` bytes of a text's value stand; nothing where the text can't be followed
    /// (CDATA, another encoding).
    [[nodiscard]] std::optional<std::size_t> place_in(pugi::xml_node text, std::size_t offset) const;
    /// In front of the end tag of the root element, or nothing where it has none ("<a/>").
    [[nodiscard]] std::optional<std::size_t> root_end() const;

  private:
    std::string bytes_;
};

/// Things to be put between the bytes of a part. Those at the same place come out in the order in which they came in.
class Insertions {
  public:
    void add(std::size_t place, std::string text) { added_.emplace(place, std::move(text)); }
    [[nodiscard]] bool empty() const { return added_.empty(); }
    [[nodiscard]] std::string apply(std::string_view bytes) const;

  private:
    std::multimap<std::size_t, std::string> added_;
};

/// For text between tags and in attributes; what XML can't hold is left out.
[[nodiscard]] std::string escape_xml(std::string_view text);

} // namespace statlint
