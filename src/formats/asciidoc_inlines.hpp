#pragma once
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

#include "document/builder.hpp"
#include "formats/bracket_pairs.hpp"

namespace statlint {

/// The words for a picture, among its attributes in brackets.
[[nodiscard]] SourceSpan asciidoc_alt(std::string_view source, SourceSpan attributes);

/// Reads running text of AsciiDoc: formatting marks, macros, notes, links, attributes. Keeps a reference to the
/// builder.
class AsciidocInlines {
  public:
    explicit AsciidocInlines(DocumentBuilder& builder) : builder_(builder), brackets_(builder.source()) {}

    /// Reads source[region], which may go over several lines.
    void read(SourceSpan region);
    /// ":name: value", for "{name}" further down.
    void define(std::string_view name, std::string_view value) { attributes_[std::string(name)] = value; }
    /// "[[[name]]]": an entry of a list of references, which "<<name>>" points to.
    void add_reference(std::string_view name) { references_.insert(name); }

  private:
    struct Marks; ///< what is open, by mark
    void mark(SourceSpan at, SourceSpan region, Marks& open);
    bool between(char mark, SourceSpan& at, SourceSpan region);
    std::uint32_t macro(std::string_view name, std::string_view target, SourceSpan at);
    std::uint32_t address(SourceSpan at, SourceSpan region);
    void linked(std::string_view target, SourceSpan words, SourceSpan address);
    void note(std::string_view id, SourceSpan inside, SourceSpan at);
    void cite(SourceSpan keys, SourceSpan at);
    void picture(SourceSpan attributes, SourceSpan at);
    void cross_reference(std::string_view inner, SourceSpan at);
    void attribute(std::string_view name, SourceSpan at);

    DocumentBuilder& builder_;
    BracketPairs brackets_;
    std::map<std::string, std::string_view, std::less<>> attributes_;
    std::unordered_set<std::string_view> references_;
    unsigned notes_ = 0;
    int depth_ = 0; ///< texts of macros that are read inside each other
};

} // namespace statlint
