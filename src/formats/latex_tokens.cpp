#include "formats/latex_tokens.hpp"

#include <algorithm>

#include "formats/lexing.hpp"

namespace statlint {

namespace {

namespace grammar {

using namespace tao::pegtl;

struct blank : one<' ', '\t'> {};
struct line_end : sor<string<'\r', '\n'>, one<'\n', '\r'>> {};
struct white : plus<sor<blank, line_end>> {};

// "-" and "'" are ordinary as long as they stand alone, and so is a single blank between two ordinary characters.
struct ordinary : not_one<'\\', '{', '}', '%', '$', '&', '~', '`', '\'', '-', ' ', '\t', '\n', '\r'> {};
struct alone : sor<seq<one<'-'>, not_at<one<'-'>>>, seq<one<'\''>, not_at<one<'\''>>>> {};
struct between : seq<one<' ', '\n'>, at<ordinary>> {};
struct text : seq<sor<ordinary, alone>, star<sor<ordinary, alone, between>>> {};

struct control_name : seq<plus<sor<alpha, one<'@'>>>, opt<one<'*'>>> {};
struct control_word : seq<one<'\\'>, control_name, star<blank>> {};
struct any_symbol : sor<line_end, any> {};
struct symbol : seq<one<'\\'>, opt<any_symbol>> {};

struct comment : seq<one<'%'>, until<sor<line_end, eof>>, star<blank>> {};
struct open : one<'{'> {};
struct close : one<'}'> {};
struct cell : one<'&'> {};
struct tie : one<'~'> {};
struct math : seq<one<'$'>, opt<one<'$'>>> {};
struct dash : rep_min_max<2, 3, one<'-'>> {};
struct quote : sor<string<'`', '`'>, string<'\'', '\''>, one<'`'>> {};
struct token : sor<text, white, control_word, symbol, comment, open, close, cell, tie, math, dash, quote, any> {};

} // namespace grammar

/// CR LF is one line end, and so is a CR in a file that has no LF.
std::ptrdiff_t line_ends(std::string_view white) {
    const std::ptrdiff_t feeds = std::count(white.begin(), white.end(), '\n');
    return feeds > 0 ? feeds : std::count(white.begin(), white.end(), '\r');
}

template <class Rule> struct action : tao::pegtl::nothing<Rule> {};

template <> struct action<grammar::text> : becomes<LatexToken::Kind::text> {};
template <> struct action<grammar::control_word> : becomes<LatexToken::Kind::word> {};
template <> struct action<grammar::comment> : becomes<LatexToken::Kind::comment> {};
template <> struct action<grammar::open> : becomes<LatexToken::Kind::open> {};
template <> struct action<grammar::close> : becomes<LatexToken::Kind::close> {};
template <> struct action<grammar::cell> : becomes<LatexToken::Kind::cell> {};
template <> struct action<grammar::tie> : becomes<LatexToken::Kind::tie> {};
template <> struct action<grammar::math> : becomes<LatexToken::Kind::math> {};
template <> struct action<grammar::dash> : becomes<LatexToken::Kind::dash> {};
template <> struct action<grammar::quote> : becomes<LatexToken::Kind::quote> {};

template <> struct action<grammar::control_name> {
    template <class Input> static void apply(const Input& in, LatexToken& token) { token.name = in.string_view(); }
};
template <> struct action<grammar::symbol> {
    template <class Input> static void apply(const Input& in, LatexToken& token) {
        token.kind = LatexToken::Kind::symbol;
        token.name = in.string_view().substr(1);
    }
};
template <> struct action<grammar::white> {
    template <class Input> static void apply(const Input& in, LatexToken& token) {
        token.kind = line_ends(in.string_view()) > 1 ? LatexToken::Kind::paragraph : LatexToken::Kind::space;
    }
};

} // namespace

LatexToken LatexTokenizer::next() {
    LatexToken token;
    token.span = {at_, at_};
    if (at_ >= end_) return token;
    token.kind = LatexToken::Kind::text; // what is none of the others stands for itself
    at_ += read_token<grammar::token, action>(source_.substr(at_, end_ - at_), token);
    token.span.end = at_;
    if (line_start_ && token.kind == LatexToken::Kind::space &&
        line_ends(source_.substr(token.span.start, token.span.size())) > 0)
        token.kind = LatexToken::Kind::paragraph;
    line_start_ = token.kind == LatexToken::Kind::comment;
    return token;
}

} // namespace statlint
