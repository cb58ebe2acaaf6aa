#pragma once
// The grammar of numbers without their units: "1,965", "28.5", "3.2 million", "two hundred and twelve", "two-thirds",
// "eight-and-a-half thousand", "a quarter of a million".
#include "quantity/lexical_rules.hpp"

namespace statlint::grammar {

// --- digits

struct full_width_digit : pegtl::seq<pegtl::one<'\xef'>, pegtl::one<'\xbc'>, pegtl::range<'\x90', '\x99'>> {};
struct digit : pegtl::sor<pegtl::digit, full_width_digit> {};
struct three_digits : pegtl::seq<pegtl::rep<3, digit>, pegtl::not_at<digit>> {};
struct thin_mark : pegtl::sor<pegtl::string<'\xc2', '\xa0'>, pegtl::string<'\xe2', '\x80', '\x87'>,
                              pegtl::string<'\xe2', '\x80', '\x88'>, pegtl::string<'\xe2', '\x80', '\x89'>,
                              pegtl::string<'\xe2', '\x80', '\xaf'>, pegtl::string<'\xe2', '\x81', '\x9f'>> {};
struct comma_groups : pegtl::plus<pegtl::one<','>, three_digits> {};
struct thin_groups : pegtl::plus<thin_mark, three_digits> {};
/// A plain space groups digits too ("1 234 567"), but not before a decimal point: "in 12 100.5 km".
struct space_groups
    : pegtl::seq<pegtl::plus<pegtl::one<' '>, three_digits>, pegtl::not_at<pegtl::one<',', '.'>, digit>> {};
struct grouped : pegtl::seq<pegtl::not_at<pegtl::one<'0'>>, pegtl::rep_min_max<1, 3, digit>,
                            pegtl::sor<comma_groups, thin_groups, space_groups>> {};
/// "12,34,567"
struct indian_grouped : pegtl::seq<pegtl::rep_min_max<1, 2, digit>,
                                   pegtl::plus<pegtl::one<','>, pegtl::rep<2, digit>, pegtl::at<pegtl::one<','>>>,
                                   pegtl::one<','>, three_digits> {};
struct decimal_point : pegtl::sor<pegtl::one<'.'>, pegtl::string<'\xc2', '\xb7'>> {};
struct decimals : pegtl::seq<decimal_point, pegtl::plus<digit>> {};
struct whole : pegtl::sor<indian_grouped, grouped, pegtl::plus<digit>> {};
/// "28,5%": nothing else can be meant.
struct comma_decimals
    : pegtl::seq<pegtl::one<','>, pegtl::rep_min_max<1, 2, pegtl::digit>, pegtl::at<pegtl::one<'%'>>> {};
struct numeral : pegtl::sor<pegtl::seq<whole, pegtl::opt<pegtl::sor<decimals, comma_decimals>>>, decimals> {};

/// "305/1,200"
struct slash_count : pegtl::sor<pegtl::seq<pegtl::rep_min_max<1, 3, pegtl::digit>, pegtl::one<','>, three_digits>,
                                pegtl::rep_min_max<1, 4, pegtl::digit>> {};
struct slash_bottom : slash_count {};
struct slash_top : slash_count {};
struct slash_fraction : attempt<slash_top, pegtl::opt<gap>, pegtl::one<'/'>, pegtl::opt<gap>, slash_bottom,
                                pegtl::opt<ordinal_letters>, pegtl::not_at<pegtl::sor<pegtl::alnum, pegtl::one<'/'>>>,
                                pegtl::not_at<pegtl::one<'.', '-'>, pegtl::digit>> {};
/// Digits are followed by "/": 4/5, or a mixed 1 4/5.
struct mixed_whole : pegtl::rep_min_max<1, 4, pegtl::digit> {};
struct mixed_number : attempt<mixed_whole, gap, slash_fraction> {};

/// "½"
struct vulgar_fraction : lexical<vulgar_fraction> {
    static const char* look(const char* at, const char* end, Reading& reading) {
        if (end - at < 2 || is_digit(*at) || is_letter(*at)) return nullptr;
        for (const Sign& sign : reading.tables.vulgar_fractions) {
            if (!starts_with(at, end, sign.text)) continue;
            Amount& amount = reading.now();
            amount.shape = amount.digit_count == 0 ? Shape::fraction : Shape::cardinal;
            amount.value += sign.value;
            amount.step = amount.digit_count == 0 ? 0 : 0.1;
            amount.decimal = true;
            return at + sign.text.size();
        }
        return nullptr;
    }
};

/// "k", "bn" behind digits; "m" only behind money, because it is metres otherwise.
struct suffix : lexical<suffix> {
    static const char* look(const char* at, const char* end, Reading& reading);
};

// --- words

struct first_number_word : lexical<first_number_word> {
    static const char* look(const char* at, const char* end, Reading& reading);
};
struct next_number_word : lexical<next_number_word> {
    static const char* look(const char* at, const char* end, Reading& reading);
};
struct digit_word : lexical<digit_word> {
    static const char* look(const char* at, const char* end, Reading& reading);
};
struct decimal_words : attempt<joint, word<Role::point>, pegtl::plus<joint, digit_word>> {};
struct start_sum : condition<start_sum> {
    static bool holds(const char*, const char*, Reading& reading);
};

// --- shares

/// "thirds" behind "two": what it is the denominator of is already read.
struct denominator : lexical<denominator> {
    static const char* look(const char* at, const char* end, Reading& reading);
};
/// "and a half", "and three quarters", behind the number that it is added to
struct share_count : lexical<share_count> {
    static const char* look(const char* at, const char* end, Reading& reading);
};
struct added_share : attempt<joint, word<Role::conjunction>, joint, share_count, joint, denominator> {};
/// "thirty-fifths" behind "one hundred and"
struct compound_denominator : lexical<compound_denominator> {
    static const char* look(const char* at, const char* end, Reading& reading);
};
/// "thirds" behind "two"
struct count_of_shares
    : pegtl::sor<attempt<joint, denominator>, attempt<joint, word<Role::conjunction>, joint, compound_denominator>> {};
struct article : word<Role::article> {};
/// "a third", "half", "quarter million"; "third" alone is an ordinal
struct single_share : lexical<single_share> {
    static const char* look(const char* at, const char* end, Reading& reading);
};

struct scale_word : lexical<scale_word> {
    static const char* look(const char* at, const char* end, Reading& reading);
};
struct scale_of_share : attempt<pegtl::opt<joint, word<Role::of>>, pegtl::opt<joint, article>, joint, scale_word> {};

/// A slash near by: without one there is no "4/5" to try.
struct slash_ahead : condition<slash_ahead> {
    static bool holds(const char* at, const char* end, Reading&) {
        const auto size = static_cast<std::size_t>(std::min<std::ptrdiff_t>(end - at, 16));
        return std::string_view(at, size).find('/') != std::string_view::npos;
    }
};
struct digit_number : pegtl::seq<pegtl::sor<pegtl::seq<slash_ahead, pegtl::sor<mixed_number, slash_fraction>>, numeral>,
                                 pegtl::opt<pegtl::opt<gap>, vulgar_fraction>, pegtl::opt<suffix>, start_sum,
                                 pegtl::star<next_number_word>> {};
struct worded_number : pegtl::seq<first_number_word, pegtl::star<next_number_word>,
                                  pegtl::opt<decimal_words, pegtl::opt<joint, scale_word>>> {};
struct number : pegtl::seq<pegtl::sor<vulgar_fraction, digit_number, worded_number, single_share>,
                           pegtl::opt<pegtl::sor<count_of_shares, added_share>>, pegtl::opt<scale_of_share>> {};

} // namespace statlint::grammar
