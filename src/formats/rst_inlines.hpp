#pragma once
#include <map>
#include <string>
#include <string_view>

#include "document/builder.hpp"

namespace statlint {

/// What explicit markup of a reStructuredText file defines for use in its text.
struct RstDefinitions {
    std::map<std::string, std::string, std::less<>> targets;     ///< lower-case name → address
    std::map<std::string, SourceSpan, std::less<>> replacements; ///< "|name|" → the words for it
    std::map<std::string, SourceSpan, std::less<>> pictures;     ///< "|name|" → the words of the picture
};

/// A name as targets are compared: lower case, single blanks.
[[nodiscard]] std::string rst_target_name(std::string_view text);

/// Reads running text: emphasis, links, roles, notes. Keeps references: builder and definitions must outlive it.
class RstInlines {
  public:
    RstInlines(DocumentBuilder& builder, const RstDefinitions& definitions)
        : builder_(builder), definitions_(definitions) {}

    /// Reads source[region], which may go over several lines.
    void read(SourceSpan region);

  private:
    void stars(SourceSpan at, SourceSpan region);
    void role(std::string_view name, SourceSpan at, std::string_view text);
    void link(std::string_view text);
    void note(std::string_view label, SourceSpan at);
    void substitution(std::string_view name, SourceSpan at);
    void words(std::string_view text);
    [[nodiscard]] std::uint32_t code_point_size(std::uint32_t at, std::uint32_t end) const;

    DocumentBuilder& builder_;
    const RstDefinitions& definitions_;
    unsigned auto_notes_ = 0, symbol_notes_ = 0;
    std::size_t emphasis_ = 0; ///< stars of the emphasis that is open
};

} // namespace statlint
