#include "citation/group.hpp"

#include <algorithm>

#include "citation/group_grammar.hpp"
#include "text/ascii.hpp"

namespace statlint {
namespace {

namespace grammar = citation_grammar;
using Input = tao::pegtl::memory_input<tao::pegtl::tracking_mode::eager, tao::pegtl::eol::lf, const char*>;

struct State {
    std::string_view text;
    std::uint32_t base = 0;
    std::vector<GroupMember> members;
    GroupMember member;
    Locator locator;
    std::uint32_t year_end = 0;

    template <class In> [[nodiscard]] TextSpan span(const In& in) const {
        const auto start = base + static_cast<std::uint32_t>(in.begin() - text.data());
        return {start, start + static_cast<std::uint32_t>(in.size())};
    }
};

/// The number that superscript digits write; more than three are none.
int high_value(std::string_view digits) {
    int value = 0;
    for (std::size_t at = 0; at < digits.size() && value < 1000;) {
        const auto lead = static_cast<unsigned char>(digits[at]);
        const auto last = static_cast<unsigned char>(digits[at + (lead == 0xC2 ? 1 : 2)]);
        const int digit = lead != 0xC2 ? last - 0xB0 : last == 0xB9 ? 1 : last - 0xB0;
        value = value * 10 + digit;
        at += lead == 0xC2 ? 2 : 3;
    }
    return value;
}

template <class Rule> struct Action : tao::pegtl::nothing<Rule> {};

template <> struct Action<grammar::authors> {
    template <class In> static void apply(const In& in, State& state) { state.member.authors = state.span(in); }
};
template <> struct Action<grammar::year_digits> {
    template <class In> static void apply(const In& in, State& state) {
        state.member.year = std::stoi(in.string());
        state.member.dated = state.span(in);
    }
};
template <> struct Action<grammar::undated> {
    static void apply0(State& state) { state.member.year = -1; }
};
template <> struct Action<grammar::year> {
    template <class In> static void apply(const In& in, State& state) { state.year_end = state.span(in).end; }
};
template <> struct Action<grammar::author_year> {
    template <class In> static void apply(const In& in, State& state) {
        state.member.span = state.span(in);
        const std::string_view rest = in.string_view().substr(state.year_end - state.member.span.start);
        state.member.locators = read_year_tail(rest, state.year_end);
        state.members.push_back(state.member);
        state.member = {};
    }
};
template <> struct Action<grammar::first_number> {
    template <class In> static void apply(const In& in, State& state) {
        state.member.first = state.member.last = std::stoi(in.string());
    }
};
template <> struct Action<grammar::last_number> {
    template <class In> static void apply(const In& in, State& state) { state.member.last = std::stoi(in.string()); }
};
template <> struct Action<grammar::high_first> {
    template <class In> static void apply(const In& in, State& state) {
        state.member.first = state.member.last = high_value(in.string_view());
    }
};
template <> struct Action<grammar::high_last> {
    template <class In> static void apply(const In& in, State& state) {
        state.member.last = high_value(in.string_view());
    }
};
template <> struct Action<grammar::number> {
    template <class In> static void apply(const In& in, State& state) {
        state.member.span = state.span(in);
        state.members.push_back(state.member);
        state.member = {};
    }
};
template <> struct Action<grammar::high_number> : Action<grammar::number> {};
template <> struct Action<grammar::first_page> {
    template <class In> static void apply(const In& in, State& state) {
        state.locator.first = state.locator.last = lower_case(in.string());
        state.locator.page = true;
    }
};
template <> struct Action<grammar::last_page> {
    template <class In> static void apply(const In& in, State& state) { state.locator.last = lower_case(in.string()); }
};
template <> struct Action<grammar::first_place> {
    template <class In> static void apply(const In& in, State& state) {
        state.locator.first = state.locator.last = in.string();
        state.locator.page = false;
    }
};
template <> struct Action<grammar::locator> {
    template <class In> static void apply(const In& in, State& state) {
        state.locator.span = state.span(in);
        // In a bracket of numbers a locator belongs to the number before it.
        if (!state.members.empty()) state.members.back().locators.push_back(state.locator);
    }
};
template <> struct Action<grammar::key_name> {
    template <class In> static void apply(const In& in, State& state) {
        if (state.member.key.empty()) state.member.key = in.string();
    }
};
template <> struct Action<grammar::braced_key_name> : Action<grammar::key_name> {};
template <> struct Action<grammar::key_member> {
    template <class In> static void apply(const In& in, State& state) {
        state.member.span = state.span(in);
        state.member.locators = read_locators(in.string_view(), state.member.span.start);
        state.members.push_back(state.member);
        state.member = {};
    }
};

/// Every place where `Rule` is met, at the start of a word.
template <class Rule> std::vector<Locator> scan(std::string_view text, std::uint32_t base) {
    std::vector<Locator> found;
    bool inside_word = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
        if (letter && !inside_word && c < 0x80 && !(c >= '0' && c <= '9')) {
            State state{text.substr(at), base + static_cast<std::uint32_t>(at), {}, {}, {}, 0};
            Input in(text.data() + at, text.data() + text.size(), "");
            if (tao::pegtl::parse<Rule, Action>(in, state)) {
                state.locator.span = {state.base,
                                      state.base + static_cast<std::uint32_t>(in.current() - (text.data() + at))};
                found.push_back(state.locator);
            }
        }
        inside_word = letter;
    }
    return found;
}

} // namespace

std::vector<Locator> read_locators(std::string_view text, std::uint32_t base) {
    return scan<grammar::locator>(text, base);
}

std::vector<Locator> read_year_tail(std::string_view rest, std::uint32_t base) {
    std::vector<Locator> found = read_locators(rest, base);
    if (!found.empty()) return found;
    State state{rest, base, {}, {}, {}, 0};
    Input in(rest.data(), rest.data() + rest.size(), "");
    if (!tao::pegtl::parse<grammar::bare_page, Action>(in, state)) return found;
    // The page alone, without the comma or colon before it.
    std::size_t start = rest.find_first_not_of(",: \t\n");
    if (start == std::string_view::npos) start = 0;
    const std::size_t end = rest.find_last_not_of(" \t\n") + 1;
    state.locator.span = {base + static_cast<std::uint32_t>(start), base + static_cast<std::uint32_t>(end)};
    found.push_back(state.locator);
    return found;
}

std::vector<Locator> read_closing_page(std::string_view note, std::uint32_t base) {
    const std::size_t blank = note.rfind(' ', note.find_last_not_of(" .\n"));
    if (blank == std::string_view::npos || blank < 2) return {};
    const std::string_view before = note.substr(0, blank);
    // A page stands behind the parenthesis with the year, behind the article's first page, or behind "ibid".
    const bool after_page = before.ends_with(',') && before[blank - 2] >= '0' && before[blank - 2] <= '9';
    const bool short_note = before.find(' ') == std::string_view::npos;
    if (!before.ends_with(')') && !after_page && !short_note) return {};
    const auto start = base + static_cast<std::uint32_t>(blank + 1);
    State state{note.substr(blank + 1), start, {}, {}, {}, 0};
    Input in(note.data() + blank + 1, note.data() + note.size(), "");
    if (!tao::pegtl::parse<grammar::note_page, Action>(in, state)) return {};
    state.locator.span = {start, base + static_cast<std::uint32_t>(note.find_last_not_of(" .\n") + 1)};
    return {state.locator};
}

std::vector<GroupMember> read_raised_numbers(std::string_view text, std::uint32_t base, std::size_t& size) {
    State state{text, base, {}, {}, {}, 0};
    Input in(text.data(), text.data() + text.size(), "");
    const bool caret = text.starts_with('^');
    const bool read = caret ? tao::pegtl::parse<grammar::caret_numbers, Action>(in, state)
                            : tao::pegtl::parse<grammar::high_numbers, Action>(in, state);
    size = read ? static_cast<std::size_t>(in.current() - text.data()) : 0;
    if (!read) state.members.clear();
    return std::move(state.members);
}

GroupMember read_bare_key(std::string_view text, std::uint32_t base) {
    State state{text, base, {}, {}, {}, 0};
    Input in(text.data(), text.data() + text.size(), "");
    if (!tao::pegtl::parse<grammar::bare_key, Action>(in, state)) return {};
    state.member.span = {base, base + static_cast<std::uint32_t>(in.current() - text.data())};
    return std::move(state.member);
}

std::vector<GroupMember> read_author_years(std::string_view inside, std::uint32_t base) {
    State state{inside, base, {}, {}, {}, 0};
    Input in(inside.data(), inside.data() + inside.size(), "");
    if (!tao::pegtl::parse<grammar::author_years, Action>(in, state)) return {};
    return std::move(state.members);
}

std::vector<GroupMember> read_bracket(std::string_view inside, std::uint32_t base) {
    State state{inside, base, {}, {}, {}, 0};
    Input in(inside.data(), inside.data() + inside.size(), "");
    if (inside.find('@') != std::string_view::npos) {
        if (!tao::pegtl::parse<grammar::keys, Action>(in, state)) return {};
    } else if (!tao::pegtl::parse<grammar::numbers, Action>(in, state)) {
        return {};
    }
    return std::move(state.members);
}

} // namespace statlint
