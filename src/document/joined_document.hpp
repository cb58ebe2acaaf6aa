#pragma once
#include <set>
#include <string>
#include <string_view>

#include "document/decoded_text.hpp"
#include "document/document.hpp"

namespace statlint {

/// Puts one Document together from others that were read from stretches of the same source: the strings of a JSON file,
/// the parts of a mail.
class JoinedDocument {
  public:
    explicit JoinedDocument(std::string source) { document_.source = std::move(source); }

    [[nodiscard]] std::string_view source() const { return document_.source; }
    [[nodiscard]] std::size_t block_count() const { return document_.blocks.size(); }

    /// Adds what was read from `from.text`. All its blocks get the location, and stand under a heading that was added
    /// before, if they have none of their own; its headings and notes do not reach beyond it.
    void add(Document part, const DecodedText& from, std::string_view location, std::uint32_t heading = no_block);
    /// Text without structure.
    void add(Block block, const DecodedText& text);
    void add_comment(SourceSpan span, std::string_view text) {
        document_.comments.push_back({span, std::string(text)});
    }

    [[nodiscard]] Document finish() &&;

  private:
    Document document_;
    std::set<std::string> labels_; ///< of notes
    std::uint32_t parts_ = 0, lists_ = 0, tables_ = 0;
};

} // namespace statlint
