#include "formats/latex_math.hpp"

#include <tao/pegtl.hpp>

#include "formats/html_markers.hpp"

namespace statlint {

namespace {

/// A stretch of a formula and what it is in prose; `text` is empty where it is the same bytes.
struct Part {
    enum class Kind : std::uint8_t { same, text, space, raised } kind = Kind::same;
    SourceSpan span;
    std::string_view text = {};
};

struct Formula {
    const char* base = nullptr;
    std::vector<Part> parts;
    bool says_something = false; ///< a number or a sign: "n" alone is a variable

    template <class Input> void add(const Input& in, Part::Kind kind, std::string_view text = {}) {
        const auto start = static_cast<std::uint32_t>(in.begin() - base);
        parts.push_back({kind, {start, start + static_cast<std::uint32_t>(in.size())}, text});
    }
};

namespace grammar {

using namespace tao::pegtl;

struct number : plus<digit> {};
struct marks : plus<one<'.', ',', '/', '(', ')', ':', '+', '-', '*'>> {};
struct relation : one<'<', '>', '='> {};
struct letters : plus<alpha> {};
struct blanks : plus<space> {};
struct braced_mark : seq<one<'{'>, one<',', '.'>, one<'}'>> {};
struct brace : one<'{', '}'> {};
struct tie : sor<one<'~'>, TAO_PEGTL_STRING("\\,")> {};
struct sign : seq<one<'\\'>, one<'%', '$', '&', '#'>> {};
struct gap : seq<one<'\\'>, one<' ', ';', ':', '!'>> {};
struct high_digits : plus<digit> {};
struct high : seq<one<'^'>, sor<seq<one<'{'>, high_digits, one<'}'>>, high_digits>> {};

struct top : plus<digit> {};
struct bottom : plus<digit> {};
struct bar : seq<one<'}'>, star<blank>, one<'{'>> {};
struct fraction
    : seq<one<'\\'>, opt<one<'t', 'd'>>, TAO_PEGTL_STRING("frac"), star<blank>, one<'{'>, top, bar, bottom, one<'}'>> {
};

struct name_end : seq<not_at<alpha>, star<blank>> {};
struct upright : seq<one<'\\'>,
                     sor<TAO_PEGTL_STRING("text"), TAO_PEGTL_STRING("mathrm"), TAO_PEGTL_STRING("mathbf"),
                         TAO_PEGTL_STRING("textbf"), TAO_PEGTL_STRING("mathit"), TAO_PEGTL_STRING("displaystyle")>,
                     name_end> {};
struct about : seq<TAO_PEGTL_STRING("\\approx"), name_end> {};
struct roughly : seq<TAO_PEGTL_STRING("\\sim"), name_end> {};
struct at_least : seq<TAO_PEGTL_STRING("\\ge"), opt<one<'q'>>, name_end> {};
struct at_most : seq<TAO_PEGTL_STRING("\\le"), opt<one<'q'>>, name_end> {};
struct times : seq<TAO_PEGTL_STRING("\\times"), name_end> {};
struct plus_minus : seq<TAO_PEGTL_STRING("\\pm"), name_end> {};

struct part : sor<number, marks, relation, letters, blanks, braced_mark, brace, tie, sign, gap, high, fraction, upright,
                  about, roughly, at_least, at_most, times, plus_minus> {};
struct formula : seq<star<part>, eof> {};

} // namespace grammar

template <class Rule> struct action : tao::pegtl::nothing<Rule> {};

template <Part::Kind Kind, bool Says = false> struct becomes {
    template <class Input> static void apply(const Input& in, Formula& formula) {
        formula.add(in, Kind);
        formula.says_something = formula.says_something || Says;
    }
};
template <> struct action<grammar::number> : becomes<Part::Kind::same, true> {};
template <> struct action<grammar::top> : becomes<Part::Kind::same, true> {};
template <> struct action<grammar::bottom> : becomes<Part::Kind::same, true> {};
template <> struct action<grammar::marks> : becomes<Part::Kind::same> {};
template <> struct action<grammar::letters> : becomes<Part::Kind::same> {};
template <> struct action<grammar::relation> : becomes<Part::Kind::same, true> {};
template <> struct action<grammar::blanks> : becomes<Part::Kind::space> {};
template <> struct action<grammar::gap> : becomes<Part::Kind::space> {};
template <> struct action<grammar::high_digits> : becomes<Part::Kind::raised, true> {};

/// What the command stands for is the last byte of it: "\%", "{,}".
template <std::size_t From> struct character {
    template <class Input> static void apply(const Input& in, Formula& formula) {
        formula.add(in, Part::Kind::text, std::string_view(in.begin() + From, 1));
    }
};
template <> struct action<grammar::braced_mark> : character<1> {};
template <> struct action<grammar::sign> : character<1> {};

template <class Input> void add_sign(const Input& in, Formula& formula, std::string_view text) {
    formula.add(in, Part::Kind::text, text);
    formula.says_something = true;
}
template <> struct action<grammar::tie> {
    template <class Input> static void apply(const Input& in, Formula& formula) {
        formula.add(in, Part::Kind::text, in.size() == 1 ? "\u00A0" : "\u2009");
    }
};
template <> struct action<grammar::bar> {
    template <class Input> static void apply(const Input& in, Formula& formula) { add_sign(in, formula, "/"); }
};
template <> struct action<grammar::about> {
    template <class Input> static void apply(const Input& in, Formula& formula) { add_sign(in, formula, "≈"); }
};
template <> struct action<grammar::roughly> {
    template <class Input> static void apply(const Input& in, Formula& formula) { add_sign(in, formula, "~"); }
};
template <> struct action<grammar::at_least> {
    template <class Input> static void apply(const Input& in, Formula& formula) { add_sign(in, formula, "≥"); }
};
template <> struct action<grammar::at_most> {
    template <class Input> static void apply(const Input& in, Formula& formula) { add_sign(in, formula, "≤"); }
};
template <> struct action<grammar::times> {
    template <class Input> static void apply(const Input& in, Formula& formula) { add_sign(in, formula, "×"); }
};
template <> struct action<grammar::plus_minus> {
    template <class Input> static void apply(const Input& in, Formula& formula) { add_sign(in, formula, "±"); }
};

constexpr std::uint32_t longest_formula = 200;

} // namespace

void append_latex_math(DocumentBuilder& builder, SourceSpan inside) {
    using Input = tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy, tao::pegtl::eol::lf, const char*>;
    const char* const base = builder.source().data();
    Formula formula{base, {}, false};
    Input in(base + inside.start, base + inside.end, "");
    const bool read = inside.size() <= longest_formula && tao::pegtl::parse<grammar::formula, action>(in, formula);
    if (!read || !formula.says_something) return builder.space(inside);
    for (const Part& part : formula.parts) {
        switch (part.kind) {
        case Part::Kind::same:
            builder.append(part.span);
            break;
        case Part::Kind::text:
            builder.append(part.text, part.span);
            break;
        case Part::Kind::space:
            builder.space(part.span);
            break;
        case Part::Kind::raised:
            append_superscript(builder, part.span);
            break;
        }
    }
}

} // namespace statlint
