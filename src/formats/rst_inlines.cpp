#include "formats/rst_inlines.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "formats/html_markers.hpp"
#include "formats/latex_math.hpp"
#include "formats/lexing.hpp"
#include "text/ascii.hpp"

namespace statlint {

namespace {

constexpr std::size_t most_expanded = 1'000'000; ///< bytes that substitutions may add to the text

struct Token {
    enum class Kind : std::uint8_t {
        text,
        space,
        escape,
        literal,
        interpreted,
        note,
        substitution,
        stars,
        reference
    } kind = Kind::text;
    std::string_view role, inner, behind; ///< inner: what stands between the marks
};

namespace grammar {

using namespace tao::pegtl;

struct role_name : seq<alpha, star<sor<alnum, one<'-', '_', '.'>, seq<one<':'>, at<alpha>>>>> {};
struct role : seq<one<':'>, role_name, one<':'>, at<one<'`'>>> {};
struct label : sor<one<'*'>, seq<opt<one<'#'>>, star<sor<alnum, one<'-', '_', '.', ':', '+'>>>>> {};
struct note : seq<one<'['>, label, one<']'>, one<'_'>, not_at<alnum>> {};

struct ordinary : not_one<'\\', '`', '*', '|', '[', ':', '_', ' ', '\t', '\r', '\n'> {};
struct inside_word : seq<one<'_'>, at<alnum>> {};
struct mark : sor<seq<one<'['>, not_at<seq<label, one<']'>, one<'_'>>>>, seq<at<one<':'>>, not_at<role>, one<':'>>> {};
struct between : seq<one<' ', '\n'>, at<ordinary>> {};
struct word : sor<ordinary, inside_word, mark> {};
struct text : seq<word, star<sor<word, between>>> {};

struct white : plus<space> {};
struct escape : seq<one<'\\'>, opt<any>> {};
struct literal : seq<two<'`'>, until<two<'`'>>> {};
struct inner : plus<not_one<'`'>> {};
struct behind : sor<two<'_'>, one<'_'>> {};
struct interpreted : seq<opt<role>, opt<one<'_'>>, one<'`'>, not_at<space>, inner, one<'`'>, opt<behind>> {};
struct name : plus<not_one<'|', '\n'>> {};
struct substitution : seq<one<'|'>, not_at<space>, name, one<'|'>, opt<behind>> {};
struct stars : plus<one<'*'>> {};
struct token : sor<text, white, escape, literal, interpreted, note, substitution, stars, behind, any> {};

} // namespace grammar

template <class Rule> struct action : tao::pegtl::nothing<Rule> {};
template <> struct action<grammar::text> : becomes<Token::Kind::text> {};
template <> struct action<grammar::white> : becomes<Token::Kind::space> {};
template <> struct action<grammar::escape> : becomes<Token::Kind::escape> {};
template <> struct action<grammar::literal> : becomes<Token::Kind::literal> {};
template <> struct action<grammar::interpreted> : becomes<Token::Kind::interpreted> {};
template <> struct action<grammar::note> : becomes<Token::Kind::note> {};
template <> struct action<grammar::substitution> : becomes<Token::Kind::substitution> {};
template <> struct action<grammar::stars> : becomes<Token::Kind::stars> {};
template <> struct action<grammar::role_name> {
    template <class Input> static void apply(const Input& in, Token& token) { token.role = in.string_view(); }
};
template <> struct action<grammar::behind> {
    template <class Input> static void apply(const Input& in, Token& token) {
        token.behind = in.string_view();
        if (token.kind == Token::Kind::text) token.kind = Token::Kind::reference;
    }
};
template <> struct action<grammar::inner> {
    template <class Input> static void apply(const Input& in, Token& token) { token.inner = in.string_view(); }
};
template <> struct action<grammar::label> : action<grammar::inner> {};
template <> struct action<grammar::name> : action<grammar::inner> {};

std::string target_name(std::string_view text) {
    std::string name;
    for (const char c : trimmed(text)) {
        if (!is_white(c))
            name.push_back(lower_case(c));
        else if (name.back() != ' ')
            name.push_back(' ');
    }
    return name;
}

/// Roles whose text is code, or names a place instead of saying something.
bool is_code(std::string_view role) {
    constexpr std::array<std::string_view, 14> names{"code",     "literal", "kbd",    "samp",  "file",
                                                     "command",  "program", "ref",    "doc",   "token",
                                                     "download", "numref",  "envvar", "option"};
    return std::ranges::find(names, role) != names.end() || role.starts_with("raw") || role.starts_with("py:") ||
           role.starts_with("c:") || role.starts_with("cpp:");
}

} // namespace

std::string rst_target_name(std::string_view text) {
    return target_name(text);
}

void RstInlines::read(SourceSpan region) {
    const std::string_view source = builder_.source();
    emphasis_ = 0;
    for (std::uint32_t at = region.start; at < region.end;) {
        Token token;
        const SourceSpan span{at, at + read_token<grammar::token, action>(source.substr(at, region.end - at), token)};
        at = span.end;
        switch (token.kind) {
        case Token::Kind::text:
            builder_.append(span, true);
            break;
        case Token::Kind::space:
            builder_.space(span);
            break;
        case Token::Kind::escape:
            // "\ " keeps markup apart and is nothing itself.
            if (span.size() == 2 && !is_white(source[span.start + 1]))
                builder_.append(source.substr(span.start + 1, code_point_size(span.start + 1, region.end)),
                                {span.start, at = span.start + 1 + code_point_size(span.start + 1, region.end)});
            break;
        case Token::Kind::literal:
            builder_.space({});
            break;
        case Token::Kind::interpreted:
            if (token.role.empty() && !token.behind.empty())
                link(token.inner);
            else
                role(token.role, span, token.inner);
            break;
        case Token::Kind::note:
            note(token.inner, span);
            break;
        case Token::Kind::substitution:
            substitution(token.inner, span);
            break;
        case Token::Kind::stars:
            stars(span, region);
            break;
        case Token::Kind::reference:
            // "word_": the word is a link; alone it is a character.
            if (span.start == region.start || is_white(source[span.start - 1])) builder_.append(span);
            break;
        }
    }
}

std::uint32_t RstInlines::code_point_size(std::uint32_t at, std::uint32_t end) const {
    std::uint32_t size = 1;
    while (at + size < end && (static_cast<unsigned char>(builder_.source()[at + size]) & 0xC0U) == 0x80) ++size;
    return size;
}

/// Emphasis starts before a word and ends behind one; what never ends is a star.
void RstInlines::stars(SourceSpan at, SourceSpan region) {
    const std::string_view source = builder_.source();
    const std::size_t size = std::min<std::size_t>(at.size(), 2);
    const bool word_before = at.start > region.start && !is_white(source[at.start - 1]);
    const bool word_behind = at.end < region.end && !is_white(source[at.end]);
    if (emphasis_ != 0 && word_before && at.size() >= emphasis_) {
        emphasis_ = 0;
        return;
    }
    const char before = word_before ? source[at.start - 1] : ' ';
    const bool starts = std::string_view(" '\"([{<-/:\n>").find(before) != std::string_view::npos ||
                        static_cast<unsigned char>(before) >= 0x80;
    const bool ends =
        source.substr(0, region.end).find(std::string_view("**").substr(0, size), at.end) != std::string_view::npos;
    if (emphasis_ == 0 && word_behind && starts && ends)
        emphasis_ = size;
    else
        builder_.append(at);
}

/// Words without markup but for backslashes.
void RstInlines::words(std::string_view text) {
    SourceSpan run = builder_.span_of(text);
    for (std::uint32_t at = run.start; at < run.end; ++at) {
        const char c = builder_.source()[at];
        if (c != '\\' && !is_white(c)) continue;
        builder_.append({run.start, at});
        if (is_white(c)) builder_.space({at, at + 1});
        run.start = at + 1;
    }
    builder_.append(run);
}

void RstInlines::role(std::string_view name, SourceSpan at, std::string_view text) {
    if (is_code(name)) {
        builder_.space({});
    } else if (name == "math") {
        append_latex_math(builder_, builder_.span_of(text));
    } else if (name == "sup" || name == "superscript") {
        append_superscript(builder_, builder_.span_of(text));
    } else if (name.starts_with("cite") || name.starts_with("footcite")) {
        const bool narrative = name.ends_with(":t");
        if (text.find(',') != std::string_view::npos) {
            std::string keys;
            for (const char c : text)
                if (c == ',')
                    keys += "; @";
                else if (!is_white(c))
                    keys += c;
            return builder_.append(narrative ? "@" + keys : "[@" + keys + "]", at);
        }
        const SourceSpan key = builder_.span_of(text);
        builder_.append(narrative ? "@" : "[@", {at.start, key.start});
        builder_.append(key);
        if (!narrative) builder_.append("]", {at.end, at.end});
    } else {
        words(text);
    }
}

/// "words <https://…>", or the name of a target.
void RstInlines::link(std::string_view text) {
    const std::size_t open = text.rfind('<');
    std::string_view shown = text, address;
    if (open != std::string_view::npos && text.ends_with('>')) {
        shown = trimmed(text.substr(0, open));
        address = text.substr(open + 1, text.size() - open - 2);
        if (shown.empty()) shown = address;
    }
    const bool named = address.empty() || address.ends_with('_');
    const auto target = definitions_.targets.find(
        target_name(address.empty() ? shown : address.substr(0, address.size() - (named ? 1 : 0))));
    if (!named)
        builder_.begin_link(std::string(address));
    else if (target != definitions_.targets.end())
        builder_.begin_link(target->second);
    words(shown);
    builder_.end_link();
}

void RstInlines::note(std::string_view label, SourceSpan at) {
    if (label == "#")
        builder_.add_note_reference(fmt::format("#{}", ++auto_notes_), at);
    else if (label == "*")
        builder_.add_note_reference(fmt::format("*{}", ++symbol_notes_), at);
    else
        builder_.add_note_reference(std::string(label.substr(label.starts_with('#') ? 1 : 0)), at);
}

void RstInlines::substitution(std::string_view name, SourceSpan at) {
    if (builder_.text_size() > builder_.source().size() + most_expanded) return;
    if (const auto words_for = definitions_.replacements.find(name); words_for != definitions_.replacements.end())
        return builder_.append(builder_.slice(words_for->second), at);
    const auto picture = definitions_.pictures.find(name);
    if (picture == definitions_.pictures.end()) return builder_.append(at);
    Block alt;
    alt.kind = BlockKind::alt_text;
    builder_.space(at);
    builder_.begin_aside(std::move(alt));
    words(builder_.slice(picture->second));
    builder_.end_aside();
}

} // namespace statlint
