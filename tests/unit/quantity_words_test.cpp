#include "quantity/quantity_reader.hpp"
#include "quantity_test_words.hpp"

using namespace statlint;

namespace {

std::string error_of(std::string numbers, std::string units, std::string hedges) {
    const auto loaded = NumberWords::load(numbers, units, hedges);
    return loaded ? "" : loaded.error().to_string();
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    std::string copy(text);
    const std::size_t at = copy.find(from);
    REQUIRE(at != std::string::npos);
    return copy.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("mistakes in the tables are told with file, line and column") {
    const std::string numbers(test::embedded("rules/en/numbers.toml"));
    const std::string units(test::embedded("rules/en/units.toml"));
    const std::string hedges(test::embedded("rules/en/hedges.toml"));
    CHECK(error_of(numbers, units, hedges) == "");
    CHECK(error_of(replaced(numbers, "two = 2", "two = \"2\""), units, hedges).find("must be a number") !=
          std::string::npos);
    CHECK(error_of(replaced(numbers, "[scales]", "[scale]"), units, hedges).find("unknown key \"scale\"") !=
          std::string::npos);
    CHECK(error_of(numbers, replaced(units, "\"percent\",", "\"percent\", \"percent\","), hedges)
              .find("\"percent\" stands here twice") != std::string::npos);
    CHECK(error_of(numbers, replaced(units, "seconds = 60", "secs = 60"), hedges).find("unknown key \"secs\"") !=
          std::string::npos);
    CHECK(error_of(numbers, units, replaced(hedges, "before = [", "befor = [")).find("hedges.toml:") == 0);
    CHECK(error_of(replaced(numbers, "two = 2", "twotwotwotwotwotwotwotwo = 2"), units, hedges)
              .find("is longer than 23 letters") != std::string::npos);
    CHECK(error_of("[cardinals", units, hedges).find("numbers.toml:1:") == 0);
}

TEST_CASE("a printed value is read as one quantity") {
    const auto read = [](std::string_view text) { return read_quantity(text, test::number_words()); };
    for (const std::string_view text : {"8,503",
                                        "16-65+",
                                        "five",
                                        "28.5%",
                                        "More than 1 in 3",
                                        "Almost 1 in 5",
                                        "1 in 4",
                                        "1,965",
                                        "Approximately half",
                                        "the other half",
                                        "6.7%",
                                        "exceeding $150,000",
                                        "193,277",
                                        "Nearly half",
                                        "past 12 months",
                                        "Between 21% and 65%",
                                        "25-47%",
                                        "2.2% - 4.4%",
                                        "seven",
                                        "$13 to $100 AUD",
                                        "dropped from 90% to 75%",
                                        "5.2 minutes",
                                        "13 hours",
                                        "28-day",
                                        "over twice as likely",
                                        "almost half a million",
                                        "1 in 100",
                                        "Nearly a quarter of a million",
                                        "1,339,597",
                                        "aged 17 to 72",
                                        "606",
                                        "$3,527,195 USD"}) {
        CAPTURE(text);
        CHECK(read(text).has_value());
    }
    CHECK(read("dropped from 90% to 75%")->kind == QuantityKind::change);
    CHECK(read("aged 17 to 72")->of == QuantityKind::age);
    CHECK(read("$13 to $100 AUD")->unit == "AUD");
    CHECK_FALSE(read("none at all").has_value());
    CHECK_FALSE(read("1 in 4 (23.7%)").has_value());
    CHECK_FALSE(read("").has_value());
}

TEST_CASE("the youngest and the oldest make one range of ages, ways down a change") {
    const auto read = [](std::string_view text) {
        std::vector<Quantity> found;
        find_quantities(text, 0, test::number_words(), found);
        return found;
    };
    for (const std::string_view text : {"The youngest buyer was 17 years old and the eldest 72.",
                                        "Youngest 17. Oldest 72.", "Age of the youngest and the oldest: 17 and 72"}) {
        CAPTURE(text);
        const std::vector<Quantity> found = read(text);
        REQUIRE(found.size() == 1);
        CHECK(found[0].kind == QuantityKind::range);
        CHECK(found[0].of == QuantityKind::age);
        CHECK(found[0].low == 17);
        CHECK(found[0].high == 72);
    }
    CHECK(read("The youngest was 17. Another was 72.").size() == 2);
    CHECK(read("The oldest was 72 and the youngest 17.").size() == 2);
    for (const std::string_view text : {"It went from 90 per cent down to 75.", "It went from 90% back to 75%."}) {
        CAPTURE(text);
        const std::vector<Quantity> found = read(text);
        REQUIRE(found.size() == 1);
        CHECK(found[0].kind == QuantityKind::change);
        CHECK(found[0].low == doctest::Approx(0.9));
        CHECK(found[0].high == doctest::Approx(0.75));
    }
    const std::vector<Quantity> arrow = read("-> 12 analysts");
    REQUIRE(arrow.size() == 1);
    CHECK(arrow[0].hedge == Hedge::none);
}
