#include "formats/asciidoc_inlines.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "formats/entities.hpp"
#include "formats/html_markers.hpp"
#include "formats/latex_math.hpp"
#include "formats/lexing.hpp"
#include "text/ascii.hpp"

namespace statlint {

namespace {

constexpr std::size_t most_expanded = 1'000'000; ///< bytes that attributes may add to the text
constexpr int deepest = 4;

struct Token {
    enum class Kind : std::uint8_t {
        text,
        space,
        line_break,
        escape,
        mark,
        macro,
        address,
        cross_reference,
        anchor,
        attribute,
        entity
    } kind = Kind::text;
    std::string_view name, inner;
};

namespace grammar {

using namespace tao::pegtl;

// Bounded, as many that lead to no bracket would each be looked through to the end of the paragraph.
struct target : rep_max<500, not_one<'[', ']', ' ', '\t', '\n', '\r', '"'>> {};
struct macro_name : sor<TAO_PEGTL_STRING("footnoteref"), TAO_PEGTL_STRING("footnote"), TAO_PEGTL_STRING("link"),
                        TAO_PEGTL_STRING("xref"), TAO_PEGTL_STRING("citenp"), TAO_PEGTL_STRING("cite"),
                        TAO_PEGTL_STRING("image"), TAO_PEGTL_STRING("stem"), TAO_PEGTL_STRING("latexmath"),
                        TAO_PEGTL_STRING("asciimath"), TAO_PEGTL_STRING("pass"), TAO_PEGTL_STRING("kbd"),
                        TAO_PEGTL_STRING("btn"), TAO_PEGTL_STRING("menu"), TAO_PEGTL_STRING("icon"),
                        TAO_PEGTL_STRING("anchor"), TAO_PEGTL_STRING("indexterm"), TAO_PEGTL_STRING("mailto")> {};
struct macro : seq<macro_name, one<':'>, target, at<one<'['>>> {};
struct scheme
    : seq<one<'h', 'f', 'i'>,
          sor<TAO_PEGTL_STRING("ttps"), TAO_PEGTL_STRING("ttp"), TAO_PEGTL_STRING("tp"), TAO_PEGTL_STRING("rc")>,
          TAO_PEGTL_STRING("://")> {};
struct address : seq<scheme, plus<not_one<'[', ']', ' ', '\t', '\n', '\r', '"', '<', '>'>>> {};

struct special : one<'\\', '*', '_', '#', '`', '^', '~', '{', '&', '<', '[', ' ', '\t', '\r', '\n', '"', '\'', '+'> {};

/// Whether the next two letters may start a macro or an address; most letters of prose don't, and that is found fast.
struct may_start {
    using rule_t = may_start;
    using subs_t = empty_list;

    template <class Input> static bool match(Input& in) {
        if (in.size(2) < 2) return false;
        const char second = in.peek_char(1);
        switch (in.peek_char()) {
        case 'a':
            return second == 's' || second == 'n';
        case 'b':
        case 'h':
        case 's':
            return second == 't';
        case 'c':
            return second == 'i';
        case 'f':
            return second == 'o' || second == 't';
        case 'i':
            return second == 'c' || second == 'm' || second == 'n' || second == 'r';
        case 'k':
            return second == 'b';
        case 'l':
            return second == 'a' || second == 'i';
        case 'm':
            return second == 'a' || second == 'e';
        case 'p':
            return second == 'a';
        case 'x':
            return second == 'r';
        default:
            return false;
        }
    }
};
struct started : seq<may_start, sor<macro, address>> {};
struct ordinary : seq<not_at<special>, not_at<started>, any> {};
struct between : seq<one<' ', '\n'>, at<ordinary>> {};
struct text : seq<ordinary, star<sor<ordinary, between>>> {};

struct white : plus<space> {};
struct line_break : seq<one<' '>, one<'+'>, at<sor<one<'\n', '\r'>, eof>>> {};
struct escape : seq<one<'\\'>, at<sor<special, started>>> {};
struct reference_name : plus<not_one<'>', '\n'>> {};
struct cross_reference : seq<two<'<'>, reference_name, two<'>'>> {};
struct anchor_name : plus<not_one<'[', ']', '\n'>> {};
struct anchor : sor<seq<three<'['>, anchor_name, three<']'>>, seq<two<'['>, anchor_name, two<']'>>> {};
// "[line-through]*words*"
struct role : seq<one<'['>, sor<alpha, one<'.', '#'>>, star<sor<alnum, one<'-', '_', '.', '#', ' '>>>, one<']'>,
                  at<one<'*', '_', '#', '`'>>> {};
struct attribute_name : plus<sor<alnum, one<'-', '_'>>> {};
struct attribute : seq<one<'{'>, attribute_name, one<'}'>> {};
struct entity : seq<at<one<'&'>>, one<'&'>, opt<one<'#'>>, rep_min_max<1, 30, alnum>, one<';'>> {};
struct mark : sor<two<'*'>, two<'_'>, two<'#'>, two<'`'>, three<'+'>, two<'+'>, TAO_PEGTL_STRING("\"`"),
                  TAO_PEGTL_STRING("`\""), TAO_PEGTL_STRING("'`"), TAO_PEGTL_STRING("`'"),
                  one<'*', '_', '#', '`', '^', '~', '+'>> {};
struct token : sor<text, line_break, white, escape, cross_reference, anchor, role, attribute, entity, macro, address,
                   mark, any> {};

} // namespace grammar

template <class Rule> struct action : tao::pegtl::nothing<Rule> {};
template <> struct action<grammar::white> : becomes<Token::Kind::space> {};
template <> struct action<grammar::line_break> : becomes<Token::Kind::line_break> {};
template <> struct action<grammar::escape> : becomes<Token::Kind::escape> {};
template <> struct action<grammar::cross_reference> : becomes<Token::Kind::cross_reference> {};
template <> struct action<grammar::anchor> : becomes<Token::Kind::anchor> {};
template <> struct action<grammar::role> : becomes<Token::Kind::anchor> {};
template <> struct action<grammar::attribute> : becomes<Token::Kind::attribute> {};
template <> struct action<grammar::entity> : becomes<Token::Kind::entity> {};
template <> struct action<grammar::mark> : becomes<Token::Kind::mark> {};
template <> struct action<grammar::text> : becomes<Token::Kind::text> {};
template <> struct action<grammar::macro> : becomes<Token::Kind::macro> {};
template <> struct action<grammar::address> : becomes<Token::Kind::address> {};
template <> struct action<grammar::macro_name> {
    template <class Input> static void apply(const Input& in, Token& token) { token.name = in.string_view(); }
};
template <> struct action<grammar::target> {
    template <class Input> static void apply(const Input& in, Token& token) { token.inner = in.string_view(); }
};
template <> struct action<grammar::reference_name> : action<grammar::target> {};
template <> struct action<grammar::attribute_name> : action<grammar::target> {};

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

/// Whether "*", "_" and "#" are open, single and double.
struct AsciidocInlines::Marks {
    std::array<bool, 3> single{}, twice{};
};

void AsciidocInlines::read(SourceSpan region) {
    if (depth_ >= deepest) return;
    ++depth_;
    const std::string_view source = builder_.source();
    Marks open;
    for (std::uint32_t at = region.start; at < region.end;) {
        Token token;
        SourceSpan span{at, at + read_token<grammar::token, action>(source.substr(at, region.end - at), token)};
        at = span.end;
        switch (token.kind) {
        case Token::Kind::text:
            builder_.append(span, true);
            break;
        case Token::Kind::space:
        case Token::Kind::line_break:
            builder_.space(span);
            break;
        case Token::Kind::escape:
            if (at < region.end) { // the next character means itself
                builder_.append(source.substr(at, 1), {span.start, at + 1});
                ++at;
            }
            break;
        case Token::Kind::mark: {
            const char c = source[span.start];
            if ((c == '`' || c == '+' || c == '^' || c == '~') && between(c, span, region))
                at = span.end;
            else
                mark(span, region, open);
            break;
        }
        case Token::Kind::macro:
            at = std::max(at, macro(token.name, token.inner, span));
            break;
        case Token::Kind::address:
            at = address(span, region);
            break;
        case Token::Kind::cross_reference:
            cross_reference(token.inner, span);
            break;
        case Token::Kind::anchor:
            break;
        case Token::Kind::attribute:
            attribute(token.inner, span);
            break;
        case Token::Kind::entity:
            if (const Entity entity = read_entity(builder_.slice(span), false); entity.size > 0)
                builder_.append(entity.text, span);
            else
                builder_.append(span);
            break;
        }
        at = std::min(at, region.end);
    }
    --depth_;
}

/// Marks whose text is no ordinary text: code, what passes through, raised and lowered; `at` becomes the whole.
bool AsciidocInlines::between(char c, SourceSpan& at, SourceSpan region) {
    const std::string_view source = builder_.source();
    const std::string_view opener = builder_.slice(at);
    if (opener.find_first_of("\"'") != std::string_view::npos) return false;
    const bool word_before = at.start > region.start && is_word(source[at.start - 1]);
    const bool white_behind = at.end >= region.end || is_white(source[at.end]);
    const bool raised = c == '^' || c == '~';
    if (white_behind || (opener.size() == 1 && word_before && !raised)) return false;
    const std::string_view rest = source.substr(at.end, region.end - at.end);
    std::size_t end = rest.find(opener, 1);
    const std::size_t bound = raised ? std::min(rest.substr(0, 100).find_first_of(" \n\t"), rest.size()) : rest.size();
    // The mark in a word closes nothing; to look at a few of them is enough.
    const auto in_word = [&] { return end + 1 < rest.size() && is_word(rest[end + 1]); };
    for (int tries = 0; end != std::string_view::npos && opener.size() == 1 && !raised && in_word(); ++tries)
        end = tries < 20 ? rest.find(opener, end + 1) : std::string_view::npos;
    if (end == std::string_view::npos || end > bound) return false;
    const SourceSpan inside{at.end, at.end + static_cast<std::uint32_t>(end)};
    if (c == '^')
        append_superscript(builder_, inside);
    else if (c == '`' || opener == "+++")
        builder_.space({});
    else
        builder_.append(inside, true);
    at.end = inside.end + static_cast<std::uint32_t>(opener.size());
    return true;
}

/// Bold, italic, marked text and curved quotation marks: the marks are left out where they are some.
void AsciidocInlines::mark(SourceSpan at, SourceSpan region, Marks& open) {
    const std::string_view source = builder_.source();
    const std::string_view written = builder_.slice(at);
    if (written == "\"`") return builder_.append("“", at);
    if (written == "`\"") return builder_.append("”", at);
    if (written == "'`") return builder_.append("‘", at);
    if (written == "`'") return builder_.append("’", at);
    const std::size_t which = std::string_view("*_#").find(written[0]);
    if (which == std::string_view::npos) return builder_.append(at);
    const bool twice = written.size() == 2;
    bool& is_open = twice ? open.twice[which] : open.single[which];
    const bool word_before = at.start > region.start && is_word(source[at.start - 1]);
    const bool white_before = at.start == region.start || is_white(source[at.start - 1]);
    const bool word_behind = at.end < region.end && is_word(source[at.end]);
    const bool white_behind = at.end >= region.end || is_white(source[at.end]);
    if (is_open && (twice || (!white_before && !word_behind))) {
        is_open = false;
        return;
    }
    const bool starts = !white_behind && (twice || !word_before);
    const bool ends = source.substr(0, region.end).find(written, at.end) != std::string_view::npos;
    if (!is_open && starts && ends)
        is_open = true;
    else
        builder_.append(at);
}

/// Reads a macro up to its "]"; where it ends.
std::uint32_t AsciidocInlines::macro(std::string_view name, std::string_view target, SourceSpan at) {
    const std::optional<SourceSpan> found = brackets_.inside(at.end);
    if (!found) {
        builder_.append(at);
        return at.end;
    }
    const SourceSpan inside = *found;
    const SourceSpan whole{at.start, inside.end + 1};
    if (name == "footnote" || name == "footnoteref") {
        note(target, inside, whole);
    } else if (name == "link" || name == "mailto") {
        linked(target, inside, builder_.span_of(target));
    } else if (name == "xref") {
        read(inside);
    } else if (name == "cite" || name == "citenp") {
        cite(inside, whole);
    } else if (name == "image") {
        picture(inside, whole);
    } else if (name == "stem" || name == "latexmath" || name == "asciimath") {
        SourceSpan formula = inside;
        const std::string_view text = builder_.slice(formula);
        if (text.size() > 2 && text.starts_with('$') && text.ends_with('$'))
            formula = {inside.start + 1, inside.end - 1};
        append_latex_math(builder_, formula);
    } else {
        builder_.space({});
    }
    return whole.end;
}

/// "https://…[words]", or an address alone.
std::uint32_t AsciidocInlines::address(SourceSpan at, SourceSpan region) {
    std::string_view written = builder_.slice(at);
    const auto words =
        at.end < region.end && builder_.source()[at.end] == '[' ? brackets_.inside(at.end) : std::nullopt;
    if (words) {
        linked(written, *words, at);
        return words->end + 1;
    }
    while (written.size() > 1 && std::string_view(".,;:!?)*_`").find(written.back()) != std::string_view::npos)
        written.remove_suffix(1);
    const SourceSpan link = builder_.span_of(written);
    builder_.begin_link(std::string(written));
    builder_.append(link);
    builder_.end_link();
    return link.end;
}

void AsciidocInlines::linked(std::string_view target, SourceSpan words, SourceSpan address) {
    // "[words^]" and "[words,window=_blank]" say how it opens.
    const std::string_view text = builder_.slice(words);
    if (const std::size_t comma = text.find(',');
        comma != std::string_view::npos && text.find('=') > comma && text.find('=') != std::string_view::npos)
        words.end = words.start + static_cast<std::uint32_t>(comma);
    if (!words.empty() && builder_.source()[words.end - 1] == '^') --words.end;
    builder_.begin_link(std::string(target));
    if (words.empty())
        builder_.append(address);
    else
        read(words);
    builder_.end_link();
}

/// "footnote:[words]", "footnote:id[words]", and "footnote:id[]" for the same note again.
void AsciidocInlines::note(std::string_view id, SourceSpan inside, SourceSpan at) {
    const std::string label = id.empty() ? fmt::format("footnote-{}", ++notes_) : std::string(id);
    if (builder_.in_aside()) return read(inside);
    builder_.add_note_reference(label, at);
    if (inside.empty()) return;
    Block note;
    note.kind = BlockKind::footnote;
    note.label = label;
    builder_.begin_aside(std::move(note));
    read(inside);
    builder_.end_aside();
}

/// "cite:[salter-2023(12)]" of asciidoctor-bibtex.
void AsciidocInlines::cite(SourceSpan keys, SourceSpan at) {
    const std::string_view text = builder_.slice(keys);
    const bool one = text.find_first_of(",( ") == std::string_view::npos;
    if (one && !text.empty()) {
        builder_.append("[@", {at.start, keys.start});
        builder_.append(keys);
        return builder_.append("]", {at.end, at.end});
    }
    std::string out;
    for (std::size_t from = 0; from < text.size();) {
        std::size_t end = from;
        for (bool inside = false; end < text.size() && (inside || text[end] != ','); ++end)
            inside = text[end] == '(' || (inside && text[end] != ')');
        std::string_view member = text.substr(from, end - from);
        while (member.starts_with(' ')) member.remove_prefix(1);
        const std::size_t open = member.find('(');
        std::string_view pages = open == std::string_view::npos ? std::string_view{} : member.substr(open + 1);
        pages = pages.substr(0, pages.find(')'));
        if (!out.empty()) out += "; ";
        out += fmt::format("@{}", member.substr(0, open));
        if (!pages.empty()) {
            const bool label = pages.find_first_not_of("0123456789-,ivxlS\xE2\x80\x93") == std::string_view::npos;
            out += fmt::format(", {}{}",
                               !label                                      ? ""
                               : pages.find('-') == std::string_view::npos ? "p. "
                                                                           : "pp. ",
                               pages);
        }
        from = end + 1;
    }
    if (!out.empty()) builder_.append("[" + out + "]", at);
}

void AsciidocInlines::picture(SourceSpan attributes, SourceSpan at) {
    Block alt;
    alt.kind = BlockKind::alt_text;
    builder_.space(at);
    builder_.begin_aside(std::move(alt));
    read(asciidoc_alt(builder_.source(), attributes));
    builder_.end_aside();
}

/// "<<name>>", "<<name,words>>"
void AsciidocInlines::cross_reference(std::string_view inner, SourceSpan at) {
    const std::size_t comma = inner.find(',');
    std::string_view name = inner.substr(0, comma);
    if (name.starts_with('#')) name.remove_prefix(1);
    if (comma != std::string_view::npos) read(builder_.span_of(inner.substr(comma + 1)));
    if (references_.contains(name)) builder_.add_note_reference(std::string(name), at);
}

void AsciidocInlines::attribute(std::string_view name, SourceSpan at) {
    const auto own = attributes_.find(name);
    if (own != attributes_.end()) {
        if (builder_.text_size() <= builder_.source().size() + most_expanded) builder_.append(own->second, at);
    } else if (name == "nbsp") {
        builder_.append("\u00A0", at);
    } else if (name == "plus") {
        builder_.append("+", at);
    } else if (name != "empty" && name != "zwsp" && name != "wj") {
        builder_.append(at);
    }
}

/// The words for a picture: "[words,400]", "[alt=words]", "[\"words, more\"]".
SourceSpan asciidoc_alt(std::string_view source, SourceSpan attributes) {
    const std::string_view text = source.substr(attributes.start, attributes.size());
    std::size_t start = text.find("alt=");
    const std::string_view first = text.substr(0, text.find(','));
    if (start != std::string_view::npos)
        start += 4;
    else if (first.find('=') != std::string_view::npos)
        return {attributes.start, attributes.start};
    else
        start = 0;
    const bool quoted = text.substr(start).starts_with('"');
    if (quoted) ++start;
    // Prose may hold commas: only what looks like a size or a name ends it.
    std::size_t end = std::min(text.find(quoted ? '"' : ',', start), text.size());
    while (!quoted && end + 1 < text.size() && text[end + 1] == ' ')
        end = std::min(text.find(',', end + 1), text.size());
    return {attributes.start + static_cast<std::uint32_t>(start), attributes.start + static_cast<std::uint32_t>(end)};
}

} // namespace statlint
