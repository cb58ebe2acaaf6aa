// What begins with a digit and is no quantity: dates, times of day, phone and version numbers, identifiers.
#include <tao/pegtl/contrib/analyze.hpp>

#include "quantity/lexical_rules.hpp"

namespace statlint {

namespace grammar {
namespace {

using pegtl::digit;
using pegtl::one;
using pegtl::opt;
using pegtl::rep;
using pegtl::rep_min_max;
using pegtl::seq;
using pegtl::sor;

struct no_digit : pegtl::not_at<digit> {};
struct no_word : pegtl::not_at<pegtl::alnum> {};
struct short_dash : sor<one<'-'>, pegtl::string<'\xe2', '\x80', '\x93'>, pegtl::string<'\xe2', '\x80', '\x91'>,
                        pegtl::string<'\xe2', '\x80', '\x90'>> {};

struct nineteenth : seq<one<'1'>, one<'8', '9'>> {};
struct year : seq<sor<nineteenth, pegtl::string<'2', '0'>>, rep<2, digit>, no_digit> {};
struct year_end : sor<year, seq<rep<2, digit>, no_word>> {};
/// "2023–24", "2015/16", "2019-2022"
struct years : seq<year, opt<gap>, sor<short_dash, one<'/'>>, opt<gap>, year_end,
                   pegtl::not_at<sor<one<'%', '-'>, seq<one<'.', ','>, digit>>>> {};

/// "(Lee 2019: 44)": a year and its page
struct page_of_year
    : seq<year, one<':'>, opt<gap>, pegtl::plus<digit>, opt<short_dash, pegtl::plus<digit>>, pegtl::at<one<')', ';'>>> {
};

/// "May" but not "may": months are written with a capital.
struct month : lexical<month> {
    static const char* look(const char* at, const char* end, const Reading& reading) {
        const std::string_view text = word_at(at, end);
        if (text.size() < 3 || !is_upper(text[0]) || !reading.tables.is(text, Role::month)) return nullptr;
        return at + text.size();
    }
};
struct day : seq<rep_min_max<1, 2, digit>, opt<ordinal_letters>> {};
struct day_link : sor<short_dash, seq<gap, sor<word<Role::to>, word<Role::conjunction>, one<'&'>, short_dash>, gap>> {};
struct year_behind : seq<opt<one<'.'>>, opt<one<','>>, sor<gap, short_dash>, year> {};
struct written_date
    : seq<day, opt<day_link, day>, sor<gap, short_dash>, opt<word<Role::of>, gap>, month, no_word, opt<year_behind>> {};
struct iso_date : seq<rep<4, digit>, one<'-', '/', '.'>, rep_min_max<1, 2, digit>, one<'-', '/', '.'>,
                      rep_min_max<1, 2, digit>, no_digit> {};
struct slashed_date
    : seq<rep_min_max<1, 2, digit>, one<'/'>, rep_min_max<1, 2, digit>, one<'/'>, rep_min_max<2, 4, digit>, no_digit> {
};

struct clock : lexical<clock> {
    static const char* look(const char* at, const char* end, const Reading& reading) {
        const std::string_view text = word_at(at, end);
        if (reading.tables.is(text, Role::clock)) return at + text.size();
        for (const std::string& dotted : reading.tables.dotted_clock)
            if (starts_with_any_case(at, end, dotted)) return at + dotted.size();
        return nullptr;
    }
};
struct minutes : seq<one<':', '.'>, rep<2, digit>, no_digit> {};
struct clock_time : seq<rep_min_max<1, 2, digit>, opt<minutes>, opt<gap>, clock, no_word> {};
struct clock_range
    : seq<rep_min_max<1, 2, digit>, opt<minutes>, opt<gap>, sor<short_dash, word<Role::to>>, opt<gap>, clock_time> {};
/// "9:30", and whatever else has a colon between digits: verses, scores, odds.
struct colon_number
    : seq<pegtl::plus<digit>, pegtl::plus<one<':'>, pegtl::plus<digit>>, opt<opt<gap>, clock, no_word>> {};
/// "1830 GMT"
struct military_time : seq<rep<4, digit>, gap, clock, no_word> {};
struct time_of_day : sor<clock_range, clock_time, military_time, colon_number> {};

struct version : seq<pegtl::plus<digit>, pegtl::rep_min<2, one<'.'>, pegtl::plus<pegtl::alnum>>> {};
struct hyphened_identifier : seq<pegtl::plus<digit>, pegtl::rep_min<2, one<'-'>, pegtl::plus<pegtl::alnum>>> {};
/// ISBN 978-…, US phone numbers; but "2-in-5-year" has words in it
struct digits_with_hyphens
    : seq<pegtl::plus<digit>, pegtl::rep_min<2, short_dash, pegtl::plus<digit>>, opt<one<'-'>, one<'X', 'x'>>> {};

struct phone_gap : seq<opt<one<')'>>, pegtl::rep_min_max<0, 1, one<' ', '-', '.'>>> {};
struct phone_group : seq<phone_gap, rep_min_max<2, 4, digit>> {};
/// 02 5550 0142, 0412 345 678, 1800 123 456, 13 11 14
struct zero_phone : seq<one<'0'>, rep_min_max<1, 3, digit>, opt<one<')'>>,
                        rep_min_max<2, 4, phone_gap, rep_min_max<2, 4, digit>>, no_digit> {};
struct free_phone : seq<one<'1'>, one<'3', '8', '9'>, pegtl::string<'0', '0'>, sor<one<' '>, one<'-'>>,
                        sor<seq<rep_min_max<2, 3, digit>, one<' ', '-'>, rep_min_max<2, 4, digit>,
                                opt<one<' '>, rep_min_max<2, 3, digit>>, no_digit>,
                            seq<rep<6, digit>, no_digit>, seq<pegtl::upper, pegtl::plus<pegtl::upper>>>> {};
struct short_phone : seq<pegtl::string<'1', '3'>, one<' '>, rep<2, digit>, one<' '>, rep<2, digit>, no_digit> {};
struct hyphened_phone : seq<rep<3, digit>, one<'-'>, rep<4, digit>, no_digit> {};
struct phone : sor<zero_phone, free_phone, short_phone, hyphened_phone,
                   seq<rep<3, digit>, one<')'>, opt<one<' '>>, rep<3, digit>, one<'-', ' '>, rep<4, digit>, no_digit>> {
};

/// "4/ And it gets worse": a part of a thread
struct thread_number : seq<rep_min_max<1, 2, digit>, one<'/'>, pegtl::at<sor<one<' '>, one<'\n'>>>> {};

struct ordinal : seq<pegtl::plus<digit>, ordinal_letters, no_word> {};
struct apostrophe : sor<one<'\''>, pegtl::string<'\xe2', '\x80', '\x99'>> {};
/// "1970s", "20s", "the 90's"
struct decade : seq<pegtl::plus<digit>, opt<apostrophe>, one<'s'>, no_word> {};
/// "007"
struct zero_code : seq<one<'0'>, pegtl::plus<digit>, pegtl::not_at<one<'.', ','>, digit>> {};

/// "24/7"
struct literal : lexical<literal> {
    static const char* look(const char* at, const char* end, const Reading& reading) {
        for (const std::string& text : reading.tables.literals) {
            const char* stop = at + text.size();
            if (text[0] == *at && starts_with(at, end, text) &&
                (stop == end || (!is_digit(*stop) && !is_letter(*stop) && *stop != '%')))
                return stop;
        }
        return nullptr;
    }
};

struct exclusion : sor<literal, years, page_of_year, iso_date, slashed_date, written_date, time_of_day, version, phone,
                       digits_with_hyphens, decade, thread_number, ordinal, zero_code> {};

} // namespace
} // namespace grammar

std::size_t not_a_quantity(const char* begin, const char* end, const NumberWords::Tables& tables) {
    Reading reading{tables, begin, {}};
    tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy, tao::pegtl::eol::lf, const char*> in(begin, end, "");
    return tao::pegtl::parse<grammar::exclusion>(in, reading) ? static_cast<std::size_t>(in.current() - begin) : 0;
}

std::size_t problems_of_exclusion_grammar() {
    return tao::pegtl::analyze<grammar::exclusion>(-1);
}

} // namespace statlint
