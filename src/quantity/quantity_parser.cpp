// Puts the grammar of quantities and its actions together: no other file pays for their templates.
#include <charconv>
#include <cmath>

#include <tao/pegtl/contrib/analyze.hpp>

#include "quantity/quantity_grammar.hpp"

namespace statlint {

namespace {

/// Value and precision of "1,965", "28.5", "２０" as printed.
void read_numeral(std::string_view text, Amount& amount) {
    char buffer[64] = {};
    std::size_t size = 0;
    std::uint32_t places = 0;
    bool point = false;
    for (std::size_t i = 0; i < text.size() && size < sizeof buffer; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        char digit = 0;
        if (is_digit(text[i])) digit = text[i];
        if (byte == 0xef) { // full width
            digit = static_cast<char>(static_cast<unsigned char>(text[i + 2]) - 0x90 + '0');
            i += 2;
        }
        const bool middle_dot = byte == 0xc2 && i + 1 < text.size() && text[i + 1] == '\xb7';
        if (digit != 0) {
            buffer[size++] = digit;
            places += point ? 1 : 0;
            amount.digit_count += point ? 0 : 1;
        } else if (text[i] == '.' || middle_dot || (text[i] == ',' && text.size() - i <= 3)) { // "28,5%"
            point = true;
            buffer[size++] = '.';
            i += middle_dot ? 1 : 0;
        } else {
            amount.grouped = true;
        }
    }
    double value = 0;
    std::from_chars(buffer, buffer + size, value);
    amount.value = size < sizeof buffer ? value : HUGE_VAL;
    amount.decimal = point;
    amount.step = std::pow(10.0, -static_cast<double>(places));
}

double small_number(std::string_view digits) {
    double value = 0;
    for (const char c : digits)
        if (is_digit(c)) value = value * 10 + (c - '0');
    return value;
}

template <class Rule> struct action : tao::pegtl::nothing<Rule> {};

template <> struct action<grammar::numeral> {
    template <class Input> static void apply(const Input& in, Reading& reading) {
        read_numeral(in.string_view(), reading.now());
    }
};

template <> struct action<grammar::mixed_whole> {
    template <class Input> static void apply(const Input& in, Reading& reading) {
        reading.now().share_base = small_number(in.string_view());
    }
};

template <> struct action<grammar::slash_top> {
    template <class Input> static void apply(const Input& in, Reading& reading) {
        reading.now().numerator = small_number(in.string_view());
    }
};

template <> struct action<grammar::slash_bottom> {
    template <class Input> static bool apply(const Input& in, Reading& reading) {
        Amount& amount = reading.now();
        amount.denominator = small_number(in.string_view());
        if (amount.denominator <= 1 || amount.numerator >= amount.denominator || amount.numerator < 1) return false;
        amount.value = amount.numerator / amount.denominator;
        amount.step = 0;
        amount.slash = true;
        amount.shape = Shape::fraction;
        return true;
    }
};

template <> struct action<grammar::mixed_number> {
    static void apply0(Reading& reading) {
        Amount& amount = reading.now();
        amount.value += amount.share_base;
        amount.share_base = 0;
        amount.shape = Shape::cardinal;
        amount.decimal = true;
    }
};

template <> struct action<grammar::number> {
    template <class Input> static void apply(const Input& in, Reading& reading) {
        Amount& amount = reading.now();
        amount.number_begin = in.begin();
        amount.number_end = in.end();
        amount.value *= amount.unit_scale;
        amount.step *= amount.unit_scale;
    }
};

template <> struct action<grammar::share_of_duration> {
    static void apply0(Reading& reading) { reading.now().shape = Shape::cardinal; }
};

template <> struct action<grammar::amount> {
    template <class Input> static void apply(const Input& in, Reading& reading) {
        reading.now().begin = in.begin();
        reading.now().end = in.end();
    }
};

template <RatioLink link> struct note_ratio_link {
    static void apply0(Reading& reading) { reading.ratio_link = link; }
};
template <> struct action<grammar::link_in_every> : note_ratio_link<RatioLink::in_every> {};
template <> struct action<grammar::link_out_of> : note_ratio_link<RatioLink::out_of> {};
template <> struct action<grammar::link_in> : note_ratio_link<RatioLink::in> {};
template <> struct action<grammar::link_per> : note_ratio_link<RatioLink::per> {};
template <> struct action<grammar::link_over> : note_ratio_link<RatioLink::over> {};

template <Link link> struct note_link {
    static void apply0(Reading& reading) { reading.link = link; }
};
template <> struct action<grammar::to_link> : note_link<Link::to> {};
template <> struct action<grammar::and_link> : note_link<Link::conjunction> {};
template <> struct action<grammar::dash_link> : note_link<Link::dash> {};
template <> struct action<grammar::tilde_link> : note_link<Link::dash> {};
template <> struct action<grammar::arrow_link> : note_link<Link::arrow> {};

} // namespace

bool read_amounts(const char* begin, const char* end, Reading& reading) {
    tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy, tao::pegtl::eol::lf, const char*> in(begin, end, "");
    if (!tao::pegtl::parse<grammar::quantity, action>(in, reading)) return false;
    return std::isfinite(reading.left.value) && (!reading.paired || std::isfinite(reading.right.value));
}

std::size_t problems_of_quantity_grammar() {
    return tao::pegtl::analyze<grammar::quantity>(-1);
}

} // namespace statlint
