#pragma once
// The words of a language are data, so the grammar can't hold them as literals: these rules look the word at the
// current position up in the tables that the parse carries as its state. Only the .cpp files that hold a grammar
// include this.
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze_traits.hpp>

#include "quantity/amount.hpp"
#include "quantity/lookup.hpp"

namespace statlint::grammar {

namespace pegtl = tao::pegtl;

/// A rule whose `look(at, end, reading)` returns where it ends, or null. It consumes at least a byte.
template <class Rule> struct lexical {
    using rule_t = lexical;
    using subs_t = pegtl::empty_list;

    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class, class Input>
    static bool match(Input& in, Reading& reading) {
        const char* stop = in.empty() ? nullptr : Rule::look(in.current(), in.end(), reading);
        if (stop == nullptr) return false;
        in.bump_in_this_line(static_cast<std::size_t>(stop - in.current()));
        return true;
    }
};

/// A rule that consumes nothing: it holds, or it does not, or it notes something and holds.
template <class Rule> struct condition {
    using rule_t = condition;
    using subs_t = pegtl::empty_list;

    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class, class Input>
    static bool match(Input& in, Reading& reading) {
        return Rule::holds(in.current(), in.end(), reading);
    }
};

/// A sequence that leaves the reading as it was when it fails: alternatives may note things freely.
template <class... Rules> struct attempt {
    using rule_t = attempt;
    using subs_t = pegtl::type_list<Rules...>;

    template <pegtl::apply_mode A, pegtl::rewind_mode, template <class...> class Action,
              template <class...> class Control, class Input>
    static bool match(Input& in, Reading& reading) {
        const Amount saved = reading.now();
        if (pegtl::seq<Rules...>::template match<A, pegtl::rewind_mode::required, Action, Control>(in, reading))
            return true;
        reading.now() = saved;
        return false;
    }
};

/// A word with a role: `word<Role::in>` matches "in".
template <Role role> struct word : lexical<word<role>> {
    static const char* look(const char* at, const char* end, const Reading& reading) {
        const std::string_view text = word_at(at, end);
        return !text.empty() && reading.tables.is(text, role) ? at + text.size() : nullptr;
    }
};

/// The "th" of "4th", in any case.
struct ordinal_letters : lexical<ordinal_letters> {
    static const char* look(const char* at, const char* end, const Reading& reading) {
        for (const std::string& ending : reading.tables.ordinal_endings)
            if (starts_with_any_case(at, end, ending)) return at + ending.size();
        return nullptr;
    }
};

struct space : lexical<space> {
    static const char* look(const char* at, const char* end, const Reading&) {
        const std::size_t size = space_at(at, end);
        return size == 0 ? nullptr : at + size;
    }
};
struct gap : pegtl::rep_min_max<1, 4, space> {};
struct hyphen
    : pegtl::sor<pegtl::one<'-'>, pegtl::string<'\xe2', '\x80', '\x90'>, pegtl::string<'\xe2', '\x80', '\x91'>> {};
/// Between the words of one number: "twenty-five", "twenty five".
struct joint : pegtl::sor<pegtl::seq<pegtl::opt<gap>, hyphen, pegtl::opt<gap>>, gap> {};

} // namespace statlint::grammar

namespace tao::pegtl {
template <class Name, class Rule>
struct analyze_traits<Name, statlint::grammar::lexical<Rule>> : analyze_any_traits<> {};
template <class Name, class Rule>
struct analyze_traits<Name, statlint::grammar::condition<Rule>> : analyze_opt_traits<> {};
template <class Name, class... Rules>
struct analyze_traits<Name, statlint::grammar::attempt<Rules...>> : analyze_seq_traits<Rules...> {};
} // namespace tao::pegtl
