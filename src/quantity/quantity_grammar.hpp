#pragma once
// The grammar of quantities: a number with what it is of. One amount, or two that make a range.
#include "quantity/number_grammar.hpp"

namespace statlint::grammar {

// --- units

/// The longest unit here is one of these classes.
template <UnitClass... classes> struct unit_of : lexical<unit_of<classes...>> {
    static const char* look(const char* at, const char* end, Reading& reading) {
        const UnitMatch& match = reading.find_unit(at, end); // remembered: each class asks at the same place
        if (match.unit == nullptr || !((match.unit->kind == classes) || ...)) return nullptr;
        reading.now().unit = match.unit;
        return match.end;
    }
};

struct no_more_letters : pegtl::not_at<pegtl::alnum> {};
struct percent : pegtl::seq<pegtl::opt<joint>, unit_of<UnitClass::percent, UnitClass::points>> {};
struct age : pegtl::seq<pegtl::opt<joint>, unit_of<UnitClass::age, UnitClass::age_months>> {};
struct duration : pegtl::seq<pegtl::opt<joint>, unit_of<UnitClass::duration>> {};
struct measure : pegtl::seq<pegtl::opt<joint>, unit_of<UnitClass::measure>> {};
struct times : pegtl::seq<joint, unit_of<UnitClass::times>> {};
/// "20-fold", "2x"
struct fold : pegtl::seq<pegtl::opt<joint>, unit_of<UnitClass::fold>, pegtl::not_at<pegtl::opt<gap>, digit>> {};

// --- money

struct currency : lexical<currency> {
    static const char* look(const char* at, const char* end, Reading& reading);
};
/// A code or name behind a number: it says more than the sign before it ("$100 AUD").
struct currency_behind : lexical<currency_behind> {
    static const char* look(const char* at, const char* end, Reading& reading);
};
/// "75 USD million"
struct scale_behind_currency : attempt<joint, scale_word> {};
/// "3 dollars 50 cents", "thirteen dollars and forty-five cents", "15 dollars 50"
struct cents : lexical<cents> {
    static const char* look(const char* at, const char* end, Reading& reading);
};
struct money : pegtl::seq<pegtl::opt<joint>, currency_behind, pegtl::opt<scale_behind_currency>, pegtl::opt<cents>> {};

// --- ratios

struct link_in_every
    : pegtl::sor<pegtl::seq<word<Role::in>, joint, word<Role::every>>,
                 pegtl::seq<pegtl::opt<word<Role::out>, joint>, word<Role::of>, joint, word<Role::every>>> {};
struct link_out_of : pegtl::seq<word<Role::out>, joint, word<Role::of>> {};
struct link_in : word<Role::in> {};
struct link_per : word<Role::per> {};
struct link_over : word<Role::over> {};
struct ratio_link : pegtl::sor<link_in_every, link_out_of, link_in, link_per, link_over> {};
struct start_denominator : condition<start_denominator> {
    static bool holds(const char* at, const char* end, Reading& reading);
};
struct ratio_holds : condition<ratio_holds> {
    static bool holds(const char* at, const char* end, Reading& reading);
};
struct ratio_denominator : pegtl::seq<start_denominator, number> {};
struct ratio : attempt<joint, ratio_link, joint, ratio_denominator, ratio_holds> {};

/// "half an hour", "a quarter of a century"
struct share_of_duration
    : attempt<pegtl::opt<joint, word<Role::of>>, joint, article, joint, unit_of<UnitClass::duration>> {};

// --- amounts

struct is_share : condition<is_share> {
    static bool holds(const char*, const char*, Reading& reading);
};
struct has_currency : condition<has_currency> {
    static bool holds(const char*, const char*, Reading& reading);
};
/// Most numbers have no unit. The token behind the number tells that at once, and spares trying them all.
struct unit_may_follow : condition<unit_may_follow> {
    static bool holds(const char* at, const char* end, Reading& reading);
};
struct unit : pegtl::sor<ratio, attempt<percent, no_more_letters>, attempt<money>, attempt<age, no_more_letters>,
                         attempt<times, no_more_letters>, attempt<fold, no_more_letters>,
                         pegtl::seq<is_share, share_of_duration>, attempt<duration, no_more_letters>,
                         attempt<measure, no_more_letters>> {};
struct tail : pegtl::seq<unit_may_follow, pegtl::sor<pegtl::seq<has_currency, pegtl::opt<money>>, unit>> {};
struct minus : lexical<minus> {
    static const char* look(const char* at, const char* end, Reading& reading);
};
/// "doubled", "twice"
struct factor : lexical<factor> {
    static const char* look(const char* at, const char* end, Reading& reading);
};
/// the "sixth" of "every sixth"
struct nth : lexical<nth> {
    static const char* look(const char* at, const char* end, Reading& reading);
};
struct amount : pegtl::sor<attempt<nth>,
                           attempt<pegtl::opt<minus>, pegtl::opt<currency, pegtl::opt<gap>>, number, pegtl::opt<tail>>,
                           attempt<factor>> {};

// --- ranges

struct dash_sign : pegtl::sor<pegtl::string<'-', '-'>, pegtl::one<'-'>, pegtl::string<'\xe2', '\x80', '\x90'>,
                              pegtl::string<'\xe2', '\x80', '\x91'>, pegtl::string<'\xe2', '\x80', '\x92'>,
                              pegtl::string<'\xe2', '\x80', '\x93'>, pegtl::string<'\xe2', '\x88', '\x92'>> {};
/// An em dash with spaces is no range.
struct long_dash : pegtl::seq<pegtl::string<'\xe2', '\x80', '\x94'>, pegtl::at<pegtl::digit>> {};
struct dash_link : pegtl::sor<long_dash, pegtl::seq<pegtl::opt<gap>, dash_sign, pegtl::opt<gap>>> {};
/// "18- to 24-year-olds" hangs the hyphen on the first number.
/// Behind the link a hyphen after a space is a minus: "-10 to -5".
struct link_end : pegtl::sor<gap, hyphen> {};
struct after_from : condition<after_from> {
    static bool holds(const char*, const char*, Reading& reading) { return reading.around.after_from; }
};
/// "from 90 per cent down to 75"
struct to_link : pegtl::seq<pegtl::sor<pegtl::seq<hyphen, gap>, joint>, pegtl::opt<after_from, word<Role::way>, joint>,
                            word<Role::to>, link_end> {};
struct after_between : condition<after_between> {
    static bool holds(const char*, const char*, Reading& reading) { return reading.around.after_between; }
};
struct and_link : pegtl::seq<after_between, joint, word<Role::conjunction>, link_end> {};
/// "90% → 57%" is a change, whichever is greater.
struct arrow : pegtl::sor<pegtl::string<'\xe2', '\x86', '\x92'>, pegtl::string<'\xe2', '\x9e', '\x94'>,
                          pegtl::string<'\xe2', '\x9f', '\xb6'>, pegtl::string<'\xe2', '\x87', '\x92'>,
                          pegtl::seq<pegtl::rep_min_max<1, 2, pegtl::one<'-'>>, pegtl::one<'>'>>> {};
struct arrow_link : pegtl::seq<pegtl::opt<gap>, arrow, pegtl::opt<gap>> {};
/// "20~100"
struct tilde_link
    : pegtl::seq<pegtl::opt<gap>, pegtl::sor<pegtl::one<'~'>, pegtl::string<'\xef', '\xbd', '\x9e'>>, pegtl::opt<gap>> {
};
struct range_link : pegtl::sor<to_link, and_link, arrow_link, dash_link, tilde_link> {};
/// "from 90% to about 75%"
struct hedge_word : word<Role::hedge_end> {};
struct start_right : condition<start_right> {
    static bool holds(const char*, const char*, Reading& reading) {
        reading.reading_right = true;
        return true;
    }
};
struct range_holds : condition<range_holds> {
    static bool holds(const char* at, const char* end, Reading& reading);
};
/// "minus" ends a hedge too ("plus or minus"), but here it is the number's.
struct right_amount : pegtl::seq<start_right, pegtl::opt<pegtl::not_at<word<Role::minus>>, hedge_word, gap>, amount> {};
struct second_end : pegtl::seq<range_link, right_amount, range_holds> {};

struct quantity : pegtl::seq<amount, pegtl::opt<second_end>> {};

} // namespace statlint::grammar
