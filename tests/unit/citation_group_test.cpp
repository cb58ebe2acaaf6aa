#include <doctest/doctest.h>
#include <tao/pegtl/contrib/analyze.hpp>

#include "citation/group.hpp"
#include "citation/group_grammar.hpp"
#include "citation/key_words.hpp"
#include "citation/links.hpp"
#include "citation/pages.hpp"

using namespace statlint;

TEST_CASE("the grammars of citations make progress") {
    CHECK(tao::pegtl::analyze<citation_grammar::author_years>() == 0);
    CHECK(tao::pegtl::analyze<citation_grammar::numbers>() == 0);
    CHECK(tao::pegtl::analyze<citation_grammar::keys>() == 0);
    CHECK(tao::pegtl::analyze<citation_grammar::locator>() == 0);
}

TEST_CASE("author and year in a parenthesis") {
    struct Row {
        std::string_view inside;
        std::vector<std::pair<std::string_view, int>> members;
        std::string_view page = {};
    };
    const Row rows[] = {
        {"Salter et al., 2023", {{"Salter et al.", 2023}}},
        {"see also Mathews et al. 2023; Higgins et al. 2023", {{"Mathews et al.", 2023}, {"Higgins et al.", 2023}}},
        {"Brown & Bricknell, 2018, p. 3", {{"Brown & Bricknell", 2018}}, "3"},
        {"AIC, Preventing offending, 2023, pp. ix\xE2\x80\x93xi", {{"AIC, Preventing offending", 2023}}, "ix"},
        {"Thorn, n.d.", {{"Thorn", -1}}},
        {"Salter et al., 2023a", {{"Salter et al.", 2023}}},
        {"95% CI 27.3-29.8", {}},
        {"23.7%", {}},
        {"member survey", {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.inside);
        const auto members = read_author_years(row.inside, 0);
        REQUIRE(members.size() == row.members.size());
        for (std::size_t i = 0; i < members.size(); ++i) {
            CHECK(row.inside.substr(members[i].authors.start, members[i].authors.size()) == row.members[i].first);
            CHECK(members[i].year == row.members[i].second);
        }
        if (!row.page.empty()) {
            REQUIRE(members.back().locators.size() == 1);
            CHECK(members.back().locators[0].first == row.page);
        }
    }
}

TEST_CASE("numbers and keys in brackets") {
    const auto numbers = read_bracket("2, 5\xE2\x80\x93"
                                      "7, p. 3",
                                      10);
    REQUIRE(numbers.size() == 2);
    CHECK(numbers[0].first == 2);
    CHECK(numbers[1].first == 5);
    CHECK(numbers[1].last == 7);
    REQUIRE(numbers[1].locators.size() == 1);
    CHECK(numbers[1].locators[0].first == "3");

    const auto keys = read_bracket("see @salter-2023, p. xi; -@acms_2023", 0);
    REQUIRE(keys.size() == 2);
    CHECK(keys[0].key == "salter-2023");
    CHECK(keys[0].locators.at(0).first == "xi");
    CHECK(keys[1].key == "acms_2023");
    CHECK(read_bracket("sic", 0).empty());
    CHECK(read_bracket("1,965", 0).size() != 1);
}

TEST_CASE("pages") {
    const auto pages = read_locators("see p.xi, pages 3-4, page 76 and Table 2, but not people or 2 p.m.", 0);
    REQUIRE(pages.size() == 4);
    CHECK(pages[0].first == "xi");
    CHECK(pages[1].last == "4");
    CHECK(pages[2].first == "76");
    CHECK_FALSE(pages[3].page);
    const auto holds = [](std::string_view cited, std::string_view page) {
        return holds_page(read_locators(cited, 0).at(0), page);
    };
    CHECK(holds("p. xi", "xi"));
    CHECK(holds("pp. ix-xii", "xi"));
    CHECK_FALSE(holds("p. ix", "xi"));
    CHECK_FALSE(holds("p. 11", "xi"));
    CHECK(holds("p. S15", "S13-S18"));
    CHECK_FALSE(holds("p. 31", "3"));
}

TEST_CASE("links are compared in one form") {
    CHECK(normal_link("https://doi.org/10.5694/MJA2.51873") == normal_link("doi:10.5694/mja2.51873"));
    CHECK(normal_link("http://www.iwf.org.uk/about/?utm_source=x#top") == normal_link("https://iwf.org.uk/about"));
    const auto links =
        links_in("See https://doi.org/10.1016/j.childyouth.2023.106861) and 10.52922/rr78764, not 3.10.2.");
    REQUIRE(links.size() == 2);
    CHECK(normal_link(links[0]) == "10.1016/j.childyouth.2023.106861");
    CHECK(normal_link(links[1]) == "10.52922/rr78764");
}

TEST_CASE("a key spells author, year and words of the title") {
    struct Row {
        const char* key;
        std::vector<std::string> words;
        int year;
    };
    const Row rows[] = {{"salter2023", {"salter"}, 2023},
                        {"mathewsPrevalenceMaltreatment2023", {"mathews", "prevalence", "maltreatment"}, 2023},
                        {"ACMS-2023", {"acms"}, 2023},
                        {"salteretal2023a", {"salter"}, 2023},
                        {"roche:23", {"roche"}, 2023},
                        {"iwf_ai_2023", {"iwf", "ai"}, 2023},
                        {"ref12345", {"ref"}, 0},
                        {"", {}, 0},
                        {"2023", {}, 2023}};
    for (const Row& row : rows) {
        CAPTURE(row.key);
        const KeyWords read = read_key(row.key);
        CHECK(read.words == row.words);
        CHECK(read.year == row.year);
    }
}
