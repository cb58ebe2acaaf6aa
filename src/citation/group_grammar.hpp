#pragma once
// The grammar of citation groups, apart from what is built from it (group.cpp). Seen by group.cpp and its test alone.
#include <tao/pegtl.hpp>

namespace statlint::citation_grammar {

using namespace tao::pegtl;

// A blank in any of the forms that prose has: space, tab, line end, no-break space, thin spaces.
struct blank : sor<ascii::one<' ', '\t', '\n', '\r'>, string<'\xC2', '\xA0'>,
                   seq<string<'\xE2', '\x80'>, ascii::range<'\x80', '\x8A'>>, string<'\xE2', '\x80', '\xAF'>> {};
struct blanks : star<blank> {};
struct dash : sor<ascii::one<'-'>, string<'\xE2', '\x80', '\x93'>, string<'\xE2', '\x80', '\x94'>> {};
struct not_inside_word : not_at<ascii::alnum> {};

// Pages: arabic, roman, or with a letter before ("S15").
struct page_number
    : seq<opt<ascii::one<'S', 's', 'e', 'A'>>, plus<ascii::digit>, opt<ascii::one<'a', 'b'>>, not_inside_word> {};
struct roman_number : seq<plus<ascii::one<'i', 'v', 'x', 'l', 'c', 'I', 'V', 'X', 'L', 'C'>>, not_inside_word> {};
struct place_number : seq<plus<ascii::digit>, star<seq<ascii::one<'.'>, plus<ascii::digit>>>, not_inside_word> {};
struct page : sor<roman_number, page_number> {};
struct first_page : page {};
struct last_page : page {};
struct page_range : seq<first_page, opt<seq<blanks, dash, blanks, last_page>>> {};
struct page_label
    : sor<TAO_PEGTL_ISTRING("pages"), TAO_PEGTL_ISTRING("page"), TAO_PEGTL_ISTRING("pgs"), TAO_PEGTL_ISTRING("pg"),
          seq<sor<TAO_PEGTL_ISTRING("pp"), ascii::one<'p', 'P'>>, at<sor<ascii::one<'.'>, blank, ascii::digit>>>> {};
struct page_locator : seq<page_label, opt<ascii::one<'.'>>, blanks, page_range> {};
struct first_place : place_number {};
struct place_label : sor<TAO_PEGTL_ISTRING("paragraph"), TAO_PEGTL_ISTRING("para"), TAO_PEGTL_ISTRING("table"),
                         TAO_PEGTL_ISTRING("figure"), TAO_PEGTL_ISTRING("section"), TAO_PEGTL_ISTRING("chapter"),
                         TAO_PEGTL_ISTRING("ch")> {};
struct place_locator : seq<place_label, opt<ascii::one<'.'>>, plus<blank>, first_place> {};
struct locator : sor<page_locator, place_locator> {};

// "Salter et al., 2023a": whatever stands before the year names who or what is cited.
struct year_digits : seq<sor<string<'1', '9'>, string<'2', '0'>>, ascii::digit, ascii::digit> {};
struct year_letter : seq<ascii::range<'a', 'h'>, not_inside_word> {};
struct dated : seq<year_digits, sor<year_letter, not_inside_word>> {};
struct undated : sor<TAO_PEGTL_STRING("n.d."), TAO_PEGTL_STRING("n.d"), TAO_PEGTL_STRING("forthcoming"),
                     TAO_PEGTL_STRING("in press")> {};
struct year : sor<dated, undated> {};
struct see : sor<TAO_PEGTL_ISTRING("see also"), TAO_PEGTL_ISTRING("see"), TAO_PEGTL_ISTRING("cf."),
                 TAO_PEGTL_ISTRING("e.g."), TAO_PEGTL_ISTRING("source:"), TAO_PEGTL_ISTRING("from")> {};
// What a year may stand behind: a blank, a comma, an opening parenthesis. Never part of a number or a range.
struct before_year : sor<blank, ascii::one<',', '('>> {};
struct authors : plus<not_at<seq<plus<before_year>, year>>, not_at<ascii::one<';'>>, any> {};
// "(Salter et al., 2023: 12)", "(…, 2023, at 12)", "(…, 2023, ix)": a page without its label, at the end of a member.
struct later_year : seq<sor<string<'1', '9'>, string<'2', '0'>>, ascii::digit, ascii::digit, not_inside_word> {};
struct at_word : seq<TAO_PEGTL_ISTRING("at"), plus<blank>> {};
struct bare_page
    : seq<blanks, sor<ascii::one<':'>, seq<ascii::one<','>, blanks, sor<at<at_word>, not_at<later_year>>>, at<at_word>>,
          blanks, opt<at_word>, page_range, blanks, eof> {};
// The same at the end of a note: "… (IWF, 2023) 15", "… Medical Journal of Australia S13, S15", "Ibid 12".
struct note_page : seq<not_at<later_year>, page_range, opt<ascii::one<'.'>>, blanks, eof> {};
struct author_year : seq<opt<seq<see, opt<ascii::one<','>>, blanks>>, authors, plus<before_year>, year,
                         star<not_at<ascii::one<';'>>, any>> {};
struct separator : seq<blanks, ascii::one<';'>, blanks> {};
// What stands between two semicolons without a year: "(1 in 6 men; Salter et al., 2023)".
struct aside : plus<not_at<ascii::one<';'>>, any> {};
struct author_years : seq<blanks, list<sor<author_year, aside>, separator>, blanks, eof> {};

// "¹²", "²,⁵⁻⁷", "^1,2^", "^1–3^"
struct high_digit : sor<string<'\xC2', '\xB9'>, string<'\xC2', '\xB2'>, string<'\xC2', '\xB3'>,
                        seq<string<'\xE2', '\x81'>, sor<ascii::one<'\xB0'>, ascii::range<'\xB4', '\xB9'>>>> {};
struct high_first : plus<high_digit> {};
struct high_last : plus<high_digit> {};
struct high_dash : sor<string<'\xE2', '\x81', '\xBB'>, dash> {};
struct high_number : seq<high_first, opt<seq<high_dash, high_last>>> {};
struct high_comma : seq<sor<ascii::one<','>, string<'\xCB', '\x92'>>, blanks> {};
struct high_numbers : list<high_number, high_comma> {};

// "[2, 5–7]", "[2, p. 3]", "[@key, p. 3; -@other]"
struct first_number : rep_min_max<1, 3, ascii::digit> {};
struct last_number : rep_min_max<1, 3, ascii::digit> {};
struct number : seq<first_number, opt<seq<blanks, dash, blanks, last_number>>, not_inside_word> {};
struct numbers
    : seq<blanks, number, star<seq<blanks, opt<ascii::one<',', ';'>>, blanks, sor<number, locator>>>, blanks, eof> {};
struct caret_numbers
    : seq<ascii::one<'^'>, list<number, seq<ascii::one<','>, blanks>>, ascii::one<'^'>, not_inside_word> {};
struct key_name
    : seq<sor<ascii::alnum, ascii::one<'_'>>,
          star<sor<
              ascii::alnum,
              seq<ascii::one<'_', ':', '.', '#', '$', '%', '&', '-', '+', '?', '<', '>', '~', '/'>, at<ascii::alnum>>,
              ascii::one<'_', '-'>>>> {};
struct braced_key_name : plus<not_at<ascii::one<'}', '\n'>>, any> {};
struct key : seq<opt<ascii::one<'-'>>, ascii::one<'@'>,
                 sor<seq<ascii::one<'{'>, braced_key_name, ascii::one<'}'>>, key_name>> {};
// "@key says", in running text.
struct bare_key : seq<ascii::one<'@'>, sor<seq<ascii::one<'{'>, braced_key_name, ascii::one<'}'>>, key_name>> {};
struct key_member : seq<star<not_at<key>, not_at<ascii::one<';'>>, any>, key, star<not_at<ascii::one<';'>>, any>> {};
struct keys : seq<blanks, list<key_member, separator>, blanks, eof> {};

} // namespace statlint::citation_grammar
