#include "formats/org_inlines.hpp"

#include <array>

#include <fmt/format.h>

#include "formats/html_markers.hpp"
#include "formats/latex_math.hpp"
#include "formats/lexing.hpp"
#include "text/ascii.hpp"

namespace statlint {

namespace {

constexpr int deepest = 4;

struct Token {
    enum class Kind : std::uint8_t {
        text,
        space,
        mark,
        bracket,
        address,
        raised,
        lowered,
        dash,
        math,
        entity,
        skipped
    } kind = Kind::text;
    std::string_view inner;
};

namespace grammar {

using namespace tao::pegtl;

struct scheme : seq<one<'h', 'f'>, sor<TAO_PEGTL_STRING("ttps"), TAO_PEGTL_STRING("ttp"), TAO_PEGTL_STRING("tp")>,
                    TAO_PEGTL_STRING("://")> {};
struct address : seq<scheme, plus<not_one<'[', ']', ' ', '\t', '\n', '\r', '"', '<', '>', '(', ')'>>> {};
struct special : one<'\\', '*', '/', '_', '+', '=', '~', '[', '^', '<', '$', ' ', '\t', '\r', '\n', '@'> {};
struct dashes : rep_min_max<2, 3, one<'-'>> {};
struct ordinary : seq<not_at<sor<special, address, dashes>>, any> {};
struct between : seq<one<' ', '\n'>, at<ordinary>> {};
struct text : seq<ordinary, star<sor<ordinary, between>>> {};

struct white : plus<space> {};
struct line_break : seq<two<'\\'>, at<sor<one<'\n', '\r'>, eof>>> {};
struct script : sor<seq<one<'{'>, star<not_one<'{', '}', '\n'>>, one<'}'>>, plus<alnum>> {};
struct raised : seq<one<'^'>, script> {};
struct braced : seq<one<'{'>, star<not_one<'{', '}', '\n'>>, one<'}'>> {};
struct lowered : seq<one<'_'>, braced> {};
struct formula : rep_max<200, not_at<TAO_PEGTL_STRING("\\)")>, not_one<'\n'>> {};
struct money_free : seq<not_at<space>, plus<not_one<'$', '\n'>>> {};
struct math : sor<seq<TAO_PEGTL_STRING("\\("), formula, TAO_PEGTL_STRING("\\)")>,
                  seq<one<'$'>, money_free, one<'$'>, not_at<alnum>>> {};
struct entity_name : plus<alpha> {};
struct entity : seq<one<'\\'>, entity_name, opt<TAO_PEGTL_STRING("{}")>> {};
struct quoted_address : seq<one<'<'>, address, one<'>'>> {};
struct snippet : seq<two<'@'>, until<two<'@'>>> {};
struct mark : one<'*', '/', '_', '+', '=', '~'> {};
struct bracket : one<'['> {};
struct token : sor<text, line_break, white, math, entity, raised, lowered, dashes, quoted_address, address, snippet,
                   mark, bracket, any> {};

} // namespace grammar

template <class Rule> struct action : tao::pegtl::nothing<Rule> {};
template <> struct action<grammar::text> : becomes<Token::Kind::text> {};
template <> struct action<grammar::white> : becomes<Token::Kind::space> {};
template <> struct action<grammar::line_break> : becomes<Token::Kind::space> {};
template <> struct action<grammar::mark> : becomes<Token::Kind::mark> {};
template <> struct action<grammar::bracket> : becomes<Token::Kind::bracket> {};
template <> struct action<grammar::raised> : becomes<Token::Kind::raised> {};
template <> struct action<grammar::lowered> : becomes<Token::Kind::lowered> {};
template <> struct action<grammar::dashes> : becomes<Token::Kind::dash> {};
template <> struct action<grammar::math> : becomes<Token::Kind::math> {};
template <> struct action<grammar::entity> : becomes<Token::Kind::entity> {};
template <> struct action<grammar::snippet> : becomes<Token::Kind::skipped> {};
template <> struct action<grammar::address> {
    template <class Input> static void apply(const Input& in, Token& token) {
        token.kind = Token::Kind::address;
        token.inner = in.string_view();
    }
};
template <> struct action<grammar::formula> {
    template <class Input> static void apply(const Input& in, Token& token) { token.inner = in.string_view(); }
};
template <> struct action<grammar::money_free> : action<grammar::formula> {};
template <> struct action<grammar::script> : action<grammar::formula> {};
template <> struct action<grammar::braced> : action<grammar::formula> {};
template <> struct action<grammar::entity_name> : action<grammar::formula> {};

std::string_view entity_text(std::string_view name) {
    struct Entity {
        std::string_view name, text;
    };
    constexpr std::array<Entity, 12> entities{{{"nbsp", "\u00A0"},
                                               {"ndash", "–"},
                                               {"mdash", "—"},
                                               {"percent", "%"},
                                               {"dollar", "$"},
                                               {"pound", "£"},
                                               {"euro", "€"},
                                               {"frac12", "½"},
                                               {"frac14", "¼"},
                                               {"asymp", "≈"},
                                               {"hellip", "…"},
                                               {"thinsp", "\u2009"}}};
    for (const Entity& entity : entities)
        if (entity.name == name) return entity.text;
    return {};
}

} // namespace

/// Whether "*", "/", "_" and "+" are open.
struct OrgInlines::Marks {
    std::array<bool, 4> open{};
};

void OrgInlines::read(SourceSpan region) {
    if (depth_ >= deepest) return;
    ++depth_;
    const std::string_view source = builder_.source();
    Marks open;
    for (std::uint32_t at = region.start; at < region.end;) {
        Token token;
        SourceSpan span{at, at + read_token<grammar::token, action>(source.substr(at, region.end - at), token)};
        SourceSpan inner = token.inner.data() != nullptr ? builder_.span_of(token.inner) : span;
        at = span.end;
        switch (token.kind) {
        case Token::Kind::text:
            builder_.append(span, true);
            break;
        case Token::Kind::space:
            builder_.space(span);
            break;
        case Token::Kind::mark:
            mark(span, region, open);
            at = span.end;
            break;
        case Token::Kind::bracket:
            at = bracket(span, region);
            break;
        case Token::Kind::address:
            while (inner.size() > 1 &&
                   std::string_view(".,;:!?'").find(source[inner.end - 1]) != std::string_view::npos)
                at = --inner.end;
            builder_.begin_link(std::string(builder_.slice(inner)));
            builder_.append(inner);
            builder_.end_link();
            if (source[span.start] == '<') at = span.end;
            break;
        case Token::Kind::raised:
            if (builder_.slice(inner).starts_with('{')) inner = {inner.start + 1, inner.end - 1};
            append_superscript(builder_, inner);
            break;
        case Token::Kind::lowered:
            builder_.append(SourceSpan{inner.start + 1, inner.end - 1});
            break;
        case Token::Kind::dash:
            builder_.append(span.size() == 2 ? "–" : "—", span);
            break;
        case Token::Kind::math:
            append_latex_math(builder_, inner);
            break;
        case Token::Kind::entity:
            if (const std::string_view text = entity_text(token.inner); !text.empty())
                builder_.append(text, span);
            else
                builder_.append(span);
            break;
        case Token::Kind::skipped:
            builder_.space({});
            break;
        }
        at = std::min(at, region.end);
    }
    --depth_;
}

/// "*bold*" loses its marks, "=verbatim=" and "~code~" are no prose.
void OrgInlines::mark(SourceSpan& at, SourceSpan region, Marks& open) {
    const std::string_view source = builder_.source();
    const char c = source[at.start];
    const bool white_before = at.start == region.start || is_white(source[at.start - 1]);
    const bool white_behind = at.end >= region.end || is_white(source[at.end]);
    const auto behind_fits = [&](std::size_t end) {
        return end >= region.end || is_white(source[end]) ||
               std::string_view("-.,;:!?'\")}[]\\").find(source[end]) != std::string_view::npos ||
               std::string_view("*/_+=~").find(source[end]) != std::string_view::npos ||
               static_cast<unsigned char>(source[end]) >= 0x80;
    };
    const bool before_fits = white_before ||
                             std::string_view("-({'\"*/_+=~[").find(source[at.start - 1]) != std::string_view::npos ||
                             static_cast<unsigned char>(source[at.start - 1]) >= 0x80;
    const std::size_t which = std::string_view("*/_+").find(c);
    if (which != std::string_view::npos && open.open[which] && !white_before && behind_fits(at.end)) {
        open.open[which] = false;
        return;
    }
    std::size_t end = std::string_view::npos;
    if (before_fits && !white_behind) {
        const std::string_view text = source.substr(0, region.end);
        end = text.find(c, at.end + 1);
        // A bounded look ahead: emphasis is short.
        for (int tries = 0; end != std::string_view::npos && tries < 20; ++tries) {
            if (!is_white(source[end - 1]) && behind_fits(end + 1)) break;
            end = tries == 19 ? std::string_view::npos : text.find(c, end + 1);
        }
    }
    if (end == std::string_view::npos) return builder_.append(at);
    if (which != std::string_view::npos) {
        open.open[which] = true;
        return;
    }
    builder_.space({});
    at.end = static_cast<std::uint32_t>(end) + 1;
}

/// A link, a note or a citation, or a bracket that is text; where it ends.
std::uint32_t OrgInlines::bracket(SourceSpan at, SourceSpan region) {
    const std::optional<SourceSpan> inside = brackets_.inside(at.start);
    if (!inside || inside->end >= region.end) {
        builder_.append(at);
        return at.end;
    }
    const std::string_view text = builder_.slice(*inside);
    const SourceSpan whole{at.start, inside->end + 1};
    if (text.starts_with("fn:")) {
        note(*inside, whole);
    } else if (text.starts_with("cite:") || text.starts_with("cite/")) {
        cite(*inside, whole);
    } else if (text.starts_with('[') && text.ends_with(']')) {
        link(*inside);
    } else {
        builder_.append(at);
        return at.end;
    }
    return whole.end;
}

/// "[target][words]" or "[target]", without the brackets around.
void OrgInlines::link(SourceSpan inside) {
    const std::optional<SourceSpan> target = brackets_.inside(inside.start);
    if (!target) return builder_.append(inside);
    const std::optional<SourceSpan> words = brackets_.inside(target->end + 1);
    const std::string_view address = builder_.slice(*target);
    const bool web = address.find("://") != std::string_view::npos || address.starts_with("mailto:");
    const bool file = address.starts_with("file:") || address.starts_with("./");
    if (!words) {
        if (file) return builder_.space(inside); // a picture
        if (web) builder_.begin_link(std::string(address));
        builder_.append(*target);
        return builder_.end_link();
    }
    if (web) builder_.begin_link(std::string(address));
    read(*words);
    builder_.end_link();
}

/// "fn:1", "fn::words", "fn:name:words"
void OrgInlines::note(SourceSpan inside, SourceSpan whole) {
    const std::string_view text = builder_.slice(inside).substr(3);
    const std::size_t colon = text.find(':');
    std::string label(text.substr(0, colon));
    if (label.empty()) label = fmt::format("footnote-{}", ++notes_);
    if (colon != std::string_view::npos && builder_.in_aside()) return;
    builder_.add_note_reference(label, whole);
    if (colon == std::string_view::npos) return;
    Block note;
    note.kind = BlockKind::footnote;
    note.label = label;
    builder_.begin_aside(std::move(note));
    read({inside.start + 3 + static_cast<std::uint32_t>(colon) + 1, inside.end});
    builder_.end_aside();
}

/// "cite:see @key p. 12; @other" in brackets; "cite/t:@key" in running text.
void OrgInlines::cite(SourceSpan inside, SourceSpan whole) {
    const std::string_view text = builder_.slice(inside);
    const std::size_t colon = text.find(':');
    SourceSpan rest{inside.start + static_cast<std::uint32_t>(std::min(colon + 1, text.size())), inside.end};
    if (colon == std::string_view::npos || rest.empty()) return;
    const bool narrative = text.starts_with("cite/t") && builder_.slice(rest).starts_with('@');
    if (!narrative) {
        builder_.append("[", {whole.start, rest.start});
        builder_.append(rest, true);
        return builder_.append("]", {whole.end, whole.end});
    }
    const std::string_view key = builder_.slice(rest).substr(0, builder_.slice(rest).find_first_of(" ;\n"));
    const std::uint32_t end = rest.start + static_cast<std::uint32_t>(key.size());
    builder_.append({rest.start, end});
    if (end >= rest.end) return;
    builder_.append(" [", {end, end + 1});
    builder_.append({end + 1, rest.end}, true);
    builder_.append("]", {whole.end, whole.end});
}

} // namespace statlint
