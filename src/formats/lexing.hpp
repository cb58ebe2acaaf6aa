#pragma once
#include <cstdint>
#include <string_view>

#include <tao/pegtl.hpp>

namespace statlint {

/// An action that says which kind of token was met.
template <auto Kind> struct becomes {
    template <class Token> static void apply0(Token& token) { token.kind = Kind; }
};

/// The same, and what it was met by: for lines that start with a marker.
template <auto Kind> struct becomes_with_marker {
    template <class Input, class Start> static void apply(const Input& in, Start& start) {
        start.kind = Kind;
        start.marker = in.string_view();
    }
};

/// Reads what `Rule` meets at the start of a text into `token`: the bytes that it took, 0 where it meets nothing.
template <class Rule, template <class> class Action, class Token>
std::uint32_t read_token(std::string_view text, Token& token) {
    tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy, tao::pegtl::eol::lf, const char*> in(
        text.data(), text.data() + text.size(), "");
    if (!tao::pegtl::parse<Rule, Action>(in, token)) return 0;
    return static_cast<std::uint32_t>(in.current() - text.data());
}

} // namespace statlint
