#pragma once
#include <cstddef>
#include <string_view>

#include "formats/html_elements.hpp"
#include "text/span.hpp"

namespace statlint {

/// A stretch of HTML: text, a tag, a comment. Tokens tile the source.
struct HtmlToken {
    enum class Kind : std::uint8_t { text, start_tag, end_tag, comment, skipped, end } kind = Kind::end;
    SourceSpan span;
    const HtmlElement* element = nullptr; ///< tags; never null for them
    std::string_view name;                ///< tags; as written
    std::string_view attributes;          ///< start tags; as written
    bool self_closing = false;            ///< start tags: "<br/>"
};

/// The attributes that the reader looks at, as written (undecoded); empty where absent.
struct HtmlAttributes {
    std::string_view id, name, href, alt, colspan, rowspan;
    bool hidden = false; ///< hidden, aria-hidden="true", display:none, or of an earlier mail
};
[[nodiscard]] HtmlAttributes read_attributes(std::string_view text);

[[nodiscard]] constexpr bool is_html_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/// Cuts HTML into tokens as a browser's tokenizer does, without a tree: in one pass, and however deeply tags nest.
/// The content of raw elements (script, style, title) comes as one text token.
class HtmlTokenizer {
  public:
    /// Reads source[range]; tokens' spans are in `source`.
    HtmlTokenizer(std::string_view source, SourceSpan range)
        : source_(source.substr(0, range.end)), position_(range.start), text_from_(source_.size()) {}

    [[nodiscard]] HtmlToken next();

  private:
    [[nodiscard]] HtmlToken token(HtmlToken::Kind kind, std::size_t end);
    [[nodiscard]] HtmlToken tag();
    [[nodiscard]] HtmlToken raw_text();
    [[nodiscard]] std::size_t tag_end(std::size_t from) const;
    [[nodiscard]] bool markup_at(std::size_t at) const;

    std::string_view source_;
    std::size_t position_ = 0;
    std::size_t text_from_; ///< from here on there is no complete tag: all is text
    std::string_view raw_;  ///< the raw element that is open
};

} // namespace statlint
