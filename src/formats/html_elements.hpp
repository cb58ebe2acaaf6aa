#pragma once
#include <cstdint>
#include <string_view>

namespace statlint {

/// The elements that the reader treats in a way of their own; all others are `other`.
enum class HtmlTag : std::uint8_t {
    other,
    a,
    aside,
    base,
    blockquote,
    body,
    br,
    caption,
    code,
    dd,
    div,
    dl,
    dt,
    figcaption,
    figure,
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    hr,
    html,
    img,
    li,
    ol,
    p,
    plaintext,
    pre,
    sup,
    table,
    tbody,
    td,
    tfoot,
    th,
    thead,
    title,
    tr,
    ul,
};

/// What a tag means for the flow of text.
struct HtmlElement {
    std::string_view name; ///< lower case
    HtmlTag tag = HtmlTag::other;
    bool block = false; ///< starts a new line, so it separates blocks
    bool empty = false; ///< has no content and no end tag
    bool raw = false;   ///< its content is not markup, up to its end tag
    bool prose = true;  ///< a reader of the page sees its content as text
};

/// By name in any case; an unknown name is an inline element.
[[nodiscard]] const HtmlElement& html_element(std::string_view name);

/// 1 to 6 for h1 to h6, else 0.
[[nodiscard]] constexpr std::uint8_t heading_level(HtmlTag tag) {
    if (tag < HtmlTag::h1 || tag > HtmlTag::h6) return 0;
    return static_cast<std::uint8_t>(static_cast<int>(tag) - static_cast<int>(HtmlTag::h1) + 1);
}

} // namespace statlint
