#include "quantity/number_words.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <optional>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "quantity/tables.hpp"

namespace statlint {

namespace {

bool all_letters(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c); });
}

/// Splits "per cent" and "a-little over" into words; empty where something else than letters stands in it.
std::vector<std::string> tokens_of(std::string_view phrase) {
    std::vector<std::string> tokens;
    std::size_t at = 0;
    while (at <= phrase.size()) {
        const std::size_t end = std::min(phrase.find_first_of(" -", at), phrase.size());
        const std::string_view token = phrase.substr(at, end - at);
        if (token.empty() || !all_letters(token)) return {};
        tokens.emplace_back(token);
        at = end + 1;
    }
    return tokens;
}

void longest_first(std::vector<Sign>& signs) {
    std::stable_sort(signs.begin(), signs.end(),
                     [](const Sign& a, const Sign& b) { return a.text.size() > b.text.size(); });
}

using Tables = NumberWords::Tables;

/// A Phrase while it is read.
struct PhraseText {
    std::vector<std::string> tokens;
    std::size_t meaning = 0;
    bool exact = false;
};
using PhrasesOfWord = std::array<std::vector<PhraseText>, phrase_kinds>;

struct RoleList {
    std::string_view key;
    Role role;
};

constexpr RoleList connectors[] = {
    {"article", Role::article},
    {"and", Role::conjunction},
    {"majority", Role::majority},
    {"alternative", Role::alternative},
    {"comparison", Role::comparison},
    {"point", Role::point},
    {"minus", Role::minus},
    {"in", Role::in},
    {"out", Role::out},
    {"of", Role::of},
    {"over", Role::over},
    {"per", Role::per},
    {"every", Role::every},
    {"to", Role::to},
    {"ways", Role::way},
    {"youngest", Role::youngest},
    {"oldest", Role::oldest},
    {"between", Role::between},
    {"from", Role::from},
    {"fraction_followers", Role::fraction_follower},
    {"factor_followers", Role::factor_follower},
    {"factor_leaders", Role::factor_leader},
    {"times_followers", Role::times_follower},
    {"part_of_a_whole", Role::part_of_a_whole},
    {"not_after_half", Role::not_after_half},
    {"not_after_one", Role::not_after_one},
    {"indefinite", Role::indefinite},
    {"persons", Role::person},
    {"counted", Role::counted},
    {"aged", Role::aged},
    {"change", Role::change},
    {"since", Role::since},
    {"duration_leaders", Role::duration_leader},
};

constexpr RoleList not_quantities[] = {
    {"months", Role::month},
    {"weekdays", Role::weekday},
    {"references", Role::strong_reference},
    {"everyday_references", Role::reference},
    {"clock", Role::clock},
    {"era", Role::era},
    {"street", Role::street},
};

constexpr std::pair<std::string_view, Hedge> hedge_sections[] = {
    {"approximately", Hedge::approximately}, {"almost", Hedge::almost}, {"under", Hedge::under}, {"over", Hedge::over},
    {"at_least", Hedge::at_least},           {"up_to", Hedge::up_to},
};

/// Fills the tables from three documents. The first mistake wins; after it everything else is skipped.
class Loader {
  public:
    explicit Loader(Tables& tables) : tables_(tables) {}

    std::optional<Error> error;

    toml::table parse(std::string_view text, std::string path) {
        path_ = std::move(path);
        try {
            return toml::parse(text, path_);
        } catch (const toml::parse_error& e) {
            fail(std::string(e.description()), e.source());
            return {};
        }
    }

    void numbers(const toml::table& document) {
        only(document, {"cardinals", "scales", "suffixes", "denominators", "denominators_plural",
                        "denominators_after_tens", "factors", "vulgar_fractions", "connectors", "not_quantities"});
        for_numbers(document, "cardinals", Role::cardinal, &NumberWord::cardinal, true);
        for_numbers(document, "scales", Role::scale, &NumberWord::scale, false);
        for_numbers(document, "denominators", Role::denominator, &NumberWord::denominator, true);
        for_numbers(document, "denominators_plural", Role::denominators, &NumberWord::denominator, true);
        for_numbers(document, "denominators_after_tens", Role::after_tens, &NumberWord::ordinal, false);
        signs_with_values(document, "vulgar_fractions", tables_.vulgar_fractions);
        const toml::table& suffixes = section(document, "suffixes");
        only(suffixes, {"glued", "spaced", "money"});
        signs_with_values(suffixes, "glued", tables_.suffixes_glued);
        signs_with_values(suffixes, "spaced", tables_.suffixes_spaced);
        signs_with_values(suffixes, "money", tables_.suffixes_money);
        const toml::table& factors = section(document, "factors");
        only(factors, {"always", "before", "verbs"});
        for_numbers(factors, "always", Role::factor, &NumberWord::factor, true);
        for_numbers(factors, "before", Role::factor_before, &NumberWord::factor, true);
        for_numbers(factors, "verbs", Role::factor_verb, &NumberWord::factor, true);
        const toml::table& joined = section(document, "connectors");
        role_lists(joined, connectors, {"verb_endings"});
        plain_strings(joined, "verb_endings", tables_.verb_endings);
        const toml::table& none = section(document, "not_quantities");
        role_lists(none, not_quantities, {"literals", "file_endings", "dotted_clock", "ordinal_endings"});
        plain_strings(none, "literals", tables_.literals);
        plain_strings(none, "file_endings", tables_.file_endings);
        plain_strings(none, "dotted_clock", tables_.dotted_clock);
        plain_strings(none, "ordinal_endings", tables_.ordinal_endings);
        std::ranges::stable_sort(tables_.ordinal_endings, std::ranges::greater(), &std::string::size);
    }

    void units(const toml::table& document) {
        only(document, {"percent", "multiplier", "age", "duration", "currency", "measure"});
        const toml::table& percent = section(document, "percent");
        only(percent, {"symbols", "words", "points", "heads", "count-heads"});
        plain_strings(percent, "heads", tables_.percent_heads);
        plain_strings(percent, "count-heads", tables_.count_heads);
        unit_texts(percent, "symbols", unit(UnitClass::percent, "%", 0.01));
        unit_texts(percent, "words", tables_.units.size() - 1);
        unit_texts(percent, "points", unit(UnitClass::points, "percentage points", 0.01));
        const toml::table& multiplier = section(document, "multiplier");
        only(multiplier, {"times", "fold", "signs"});
        unit_texts(multiplier, "times", unit(UnitClass::times, "times", 1));
        unit_texts(multiplier, "fold", unit(UnitClass::fold, "", 1));
        unit_texts(multiplier, "signs", tables_.units.size() - 1);
        const toml::table& age = section(document, "age");
        only(age, {"words", "months"});
        unit_texts(age, "words", unit(UnitClass::age, "year", 1));
        unit_texts(age, "months", unit(UnitClass::age_months, "year", 1.0 / 12));
        each_table(document, "duration", [&](const toml::table& entry) {
            only(entry, {"name", "seconds", "words"});
            unit_texts(entry, "words", unit(UnitClass::duration, text(entry, "name"), number(entry, "seconds")));
        });
        each_table(document, "currency", [&](const toml::table& entry) { currency(entry); });
        each_table(document, "measure", [&](const toml::table& entry) {
            only(entry, {"name", "words"});
            unit_texts(entry, "words", unit(UnitClass::measure, text(entry, "name"), 1));
        });
    }

    void hedges(const toml::table& document) {
        only(document,
             {"between", "not_before_durations", "approximately", "almost", "under", "over", "at_least", "up_to"});
        each_string(document, "between", [&](std::string_view text, const toml::node& node) {
            PhraseText phrase{tokens_of(text), 0, false};
            if (phrase.tokens.empty()) return fail("words expected", node.source());
            NumberWord& last = word(phrase.tokens[phrase.tokens.size() - 1], node);
            add(last, PhraseKind::fillers, std::move(phrase));
        });
        each_string(document, "not_before_durations",
                    [&](std::string_view text, const toml::node&) { tables_.not_before_durations.emplace_back(text); });
        for (const auto& [key, hedge] : hedge_sections) {
            const toml::table& table = section(document, key);
            only(table, {"before", "after"});
            hedge_texts(table, "before", hedge, true);
            hedge_texts(table, "after", hedge, false);
        }
    }

    void finish() {
        for (Sign& sign : tables_.currency_signs) sign.text = lower_case(sign.text);
        for (Sign& sign : tables_.unit_signs) sign.text = lower_case(sign.text);
        for (auto* signs :
             {&tables_.unit_signs, &tables_.currency_signs, &tables_.hedge_signs_before, &tables_.hedge_signs_after,
              &tables_.suffixes_glued, &tables_.suffixes_spaced, &tables_.suffixes_money})
            longest_first(*signs);
        for (const PhrasesOfWord& kinds : phrases_)
            for (const std::vector<PhraseText>& texts : kinds) tables_.phrases.push_back(stored(texts));
        for (NumberWord& word : tables_.words.change()) {
            if (word.is(Role::strong_reference)) word.add(Role::reference);
            if (word.is(Role::cardinal) || word.is(Role::denominator) || word.is(Role::scale) ||
                word.is(Role::majority) || word.is(Role::factor) || word.is(Role::factor_before) ||
                word.is(Role::factor_verb))
                word.add(Role::starts_number);
        }
        tables_.index();
    }

  private:
    void fail(std::string message, const toml::source_region& where) {
        if (error) return;
        error =
            Error{std::move(message), path_, static_cast<int>(where.begin.line), static_cast<int>(where.begin.column)};
    }

    void only(const toml::table& table, std::initializer_list<std::string_view> keys) {
        for (const auto& [key, node] : table)
            if (std::find(keys.begin(), keys.end(), key.str()) == keys.end())
                fail(fmt::format("unknown key \"{}\"", key.str()), key.source());
        for (const std::string_view key : keys)
            if (!table.contains(key) && !optional(key)) fail(fmt::format("missing key \"{}\"", key), table.source());
    }

    /// A currency needs neither signs nor codes nor names; everything else is there in every language.
    static bool optional(std::string_view key) {
        return key == "signs" || key == "codes" || key == "names" || key == "cents" || key == "marks";
    }

    const toml::table& section(const toml::table& table, std::string_view key) {
        static const toml::table empty;
        const toml::node* node = table.get(key);
        if (node == nullptr) return empty;
        if (node->is_table()) return *node->as_table();
        fail(fmt::format("\"{}\" must be a table", key), node->source());
        return empty;
    }

    template <class Do> void each_string(const toml::table& table, std::string_view key, Do what) {
        const toml::node* node = table.get(key);
        if (node == nullptr) return;
        if (!node->is_array()) return fail(fmt::format("\"{}\" must be a list", key), node->source());
        for (const toml::node& element : *node->as_array()) {
            const auto* value = element.as_string();
            if (value == nullptr || value->get().empty()) return fail("a word expected", element.source());
            what(value->get(), element);
        }
    }

    void plain_strings(const toml::table& table, std::string_view key, std::vector<std::string>& strings) {
        each_string(table, key, [&](std::string_view text, const toml::node&) { strings.emplace_back(text); });
    }

    template <class Do> void each_table(const toml::table& document, std::string_view key, Do what) {
        const toml::node* node = document.get(key);
        if (node == nullptr) return;
        if (!node->is_array_of_tables()) return fail(fmt::format("\"{}\" must be [[{}]]", key, key), node->source());
        for (const toml::node& element : *node->as_array()) what(*element.as_table());
    }

    double number(const toml::table& table, std::string_view key) {
        const toml::node* node = table.get(key);
        const auto value = node == nullptr ? std::nullopt : node->value<double>();
        if (!value) fail(fmt::format("\"{}\" must be a number", key), node ? node->source() : table.source());
        return value.value_or(0);
    }

    std::string text(const toml::table& table, std::string_view key) {
        const toml::node* node = table.get(key);
        const auto value = node == nullptr ? std::nullopt : node->value<std::string>();
        if (!value) fail(fmt::format("\"{}\" must be a text", key), node ? node->source() : table.source());
        return value.value_or(std::string());
    }

    NumberWord& word(std::string_view text, const toml::node& node) {
        if (text.size() > NumberWord::longest)
            fail(fmt::format("\"{}\" is longer than {} letters", text, NumberWord::longest), node.source());
        const std::string key = lower_case(text.substr(0, NumberWord::longest));
        const auto [place, added] = places_.try_emplace(key, tables_.words.size());
        if (added) {
            NumberWord entry;
            std::ranges::copy(key, entry.letters.begin());
            entry.size = static_cast<std::uint8_t>(key.size());
            tables_.words.push_back(entry);
        }
        return tables_.words.change()[place->second];
    }

    void add(NumberWord& word, PhraseKind kind, PhraseText phrase) {
        if (word.phrases == 0) {
            word.phrases = phrases_.size() * phrase_kinds;
            phrases_.emplace_back();
        }
        phrases_[word.phrases / phrase_kinds][static_cast<std::size_t>(kind)].push_back(std::move(phrase));
    }

    std::vector<Phrase> stored(const std::vector<PhraseText>& texts) {
        std::vector<Phrase> phrases;
        for (const PhraseText& text : texts) {
            const std::uint32_t first = tables_.tokens.size();
            for (const std::string& token : text.tokens) tables_.tokens.push_back(token);
            phrases.push_back({first, tables_.tokens.size(), static_cast<std::uint32_t>(text.meaning), text.exact});
        }
        std::ranges::stable_sort(phrases, std::ranges::greater(), &Phrase::size);
        return phrases;
    }

    void give_role(std::string_view text, Role role, const toml::node& node) {
        if (!all_letters(text)) return fail(fmt::format("\"{}\" is not one word", text), node.source());
        NumberWord& entry = word(text, node);
        if (entry.is(role)) return fail(fmt::format("\"{}\" stands here twice", text), node.source());
        entry.add(role);
    }

    void for_numbers(const toml::table& document, std::string_view key, Role role, double NumberWord::* field,
                     bool only_one) {
        for (const auto& [name, node] : section(document, key)) {
            const auto value = node.value<double>();
            if (!value) return fail(fmt::format("\"{}\" must be a number", name.str()), node.source());
            NumberWord& entry = word(name.str(), node);
            if (only_one && entry.*field != 0 && entry.*field != *value)
                return fail(fmt::format("\"{}\" has two values", name.str()), node.source());
            give_role(name.str(), role, node);
            entry.*field = *value;
        }
    }

    void signs_with_values(const toml::table& document, std::string_view key, std::vector<Sign>& signs) {
        for (const auto& [name, node] : section(document, key)) {
            const auto value = node.value<double>();
            if (!value) return fail(fmt::format("\"{}\" must be a number", name.str()), node.source());
            signs.push_back({std::string(name.str()), 0, *value});
        }
    }

    template <std::size_t N>
    void role_lists(const toml::table& table, const RoleList (&lists)[N],
                    std::initializer_list<std::string_view> others) {
        for (const auto& [key, node] : table) {
            const auto known = [&](const RoleList& list) { return list.key == key.str(); };
            if (std::find(others.begin(), others.end(), key.str()) == others.end() &&
                std::none_of(lists, lists + N, known))
                fail(fmt::format("unknown key \"{}\"", key.str()), key.source());
        }
        for (const RoleList& list : lists)
            each_string(table, list.key,
                        [&](std::string_view text, const toml::node& node) { give_role(text, list.role, node); });
    }

    std::size_t unit(UnitClass kind, std::string name, double factor) {
        tables_.units.push_back({kind, std::move(name), factor});
        return tables_.units.size() - 1;
    }

    void unit_texts(const toml::table& table, std::string_view key, std::size_t unit) {
        each_string(table, key, [&](std::string_view text, const toml::node& node) { unit_text(text, unit, node); });
    }

    void unit_text(std::string_view text, std::size_t unit, const toml::node& node) {
        PhraseText phrase{tokens_of(text), unit, text.size() <= 2};
        if (!unit_texts_seen_.emplace(text, unit).second)
            return fail(fmt::format("\"{}\" stands here twice", text), node.source());
        if (phrase.tokens.empty()) {
            tables_.unit_signs.push_back({std::string(text), unit, 0});
            return;
        }
        if (!phrase.exact)
            for (std::string& token : phrase.tokens) token = lower_case(token);
        NumberWord& first = word(phrase.tokens.front(), node);
        first.add(Role::unit);
        add(first, PhraseKind::units, std::move(phrase));
    }

    void currency(const toml::table& entry) {
        only(entry, {"unit", "signs", "codes", "names", "cents", "marks"});
        const std::size_t whole = unit(UnitClass::money, text(entry, "unit"), 1);
        each_string(entry, "signs", [&](std::string_view sign, const toml::node& node) {
            tables_.currency_signs.push_back({std::string(sign), whole, 0});
            unit_text(sign, whole, node);
        });
        each_string(entry, "codes", [&](std::string_view code, const toml::node& node) {
            give_role(code, Role::currency_code, node);
            unit_text(code, whole, node);
        });
        each_string(entry, "marks", [&](std::string_view mark, const toml::node&) {
            tables_.currency_marks.push_back({std::string(mark), whole, 0});
        });
        unit_texts(entry, "names", whole);
        if (entry.contains("cents")) unit_texts(entry, "cents", unit(UnitClass::money, text(entry, "unit"), 0.01));
    }

    void hedge_texts(const toml::table& table, std::string_view key, Hedge hedge, bool before) {
        each_string(table, key, [&](std::string_view text, const toml::node& node) {
            if (!hedges_seen_.emplace(fmt::format("{} {}", before, text), 0).second)
                return fail(fmt::format("\"{}\" stands here twice", text), node.source());
            PhraseText phrase{tokens_of(lower_case(text)), static_cast<std::size_t>(hedge), false};
            if (phrase.tokens.empty()) {
                auto& signs = before ? tables_.hedge_signs_before : tables_.hedge_signs_after;
                signs.push_back({std::string(text), phrase.meaning, 0});
                return;
            }
            NumberWord& anchor = word(before ? phrase.tokens.back() : phrase.tokens.front(), node);
            anchor.add(before ? Role::hedge_end : Role::hedge_start);
            add(anchor, before ? PhraseKind::hedges_before : PhraseKind::hedges_after, std::move(phrase));
        });
    }

    Tables& tables_;
    std::string path_;
    std::vector<PhrasesOfWord> phrases_{{}}; ///< the first holds none
    std::map<std::string, std::size_t, std::less<>> places_;
    std::map<std::string, std::size_t, std::less<>> unit_texts_seen_, hedges_seen_;
};

} // namespace

NumberWords::NumberWords(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
NumberWords::NumberWords(NumberWords&&) noexcept = default;
NumberWords& NumberWords::operator=(NumberWords&&) noexcept = default;
NumberWords::~NumberWords() = default;

Result<NumberWords> NumberWords::load(std::string_view numbers_toml, std::string_view units_toml,
                                      std::string_view hedges_toml) {
    auto tables = std::make_unique<Tables>();
    Loader loader(*tables);
    loader.numbers(loader.parse(numbers_toml, "numbers.toml"));
    if (!loader.error) loader.units(loader.parse(units_toml, "units.toml"));
    if (!loader.error) loader.hedges(loader.parse(hedges_toml, "hedges.toml"));
    if (loader.error) return tl::unexpected(*loader.error);
    loader.finish();
    return NumberWords(std::move(tables));
}

} // namespace statlint
