#pragma once
#include <string>
#include <string_view>

#include "document/builder.hpp"
#include "formats/bracket_pairs.hpp"

namespace statlint {

/// Reads running text of Org: emphasis, links, notes, citations. Keeps a reference to the builder.
class OrgInlines {
  public:
    explicit OrgInlines(DocumentBuilder& builder) : builder_(builder), brackets_(builder.source()) {}

    /// Reads source[region], which may go over several lines.
    void read(SourceSpan region);

  private:
    struct Marks; ///< what is open, by mark
    void mark(SourceSpan& at, SourceSpan region, Marks& open);
    std::uint32_t bracket(SourceSpan at, SourceSpan region);
    void link(SourceSpan inside);
    void note(SourceSpan inside, SourceSpan whole);
    void cite(SourceSpan inside, SourceSpan whole);

    DocumentBuilder& builder_;
    BracketPairs brackets_;
    unsigned notes_ = 0;
    int depth_ = 0; ///< texts that are read inside each other
};

} // namespace statlint
