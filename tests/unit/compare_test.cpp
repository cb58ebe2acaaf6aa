#include <doctest/doctest.h>

#include "corpus/corpus.hpp"
#include "match/compare.hpp"
#include "quantity/quantity_reader.hpp"

using namespace statlint;

namespace {

const NumberWords& words() {
    static const NumberWords loaded = *NumberWords::load(
        embedded_rules("en/numbers.toml"), embedded_rules("en/units.toml"), embedded_rules("en/hedges.toml"));
    return loaded;
}

Figure figure_of(const std::vector<std::string>& values) {
    Figure figure;
    for (const std::string& value : values) {
        Statement statement;
        statement.value = value;
        statement.quantity = *read_quantity(value, words());
        figure.statements.push_back(statement);
    }
    return figure;
}

} // namespace

TEST_CASE("a draft's number against what is printed") {
    using enum Agreement;
    struct Row {
        std::vector<std::string> printed;
        std::string draft;
        Agreement want;
    };
    const Row rows[] = {
        {{"28.5%"}, "28.5 per cent", exact},
        {{"28.5%"}, "285 in 1,000", exact},
        {{"28.5%"}, "29%", rounded},
        {{"28.5%"}, "28%", rounded},
        {{"28.5%"}, "nearly 30%", bound},
        {{"28.5%"}, "more than a quarter", bound},
        {{"28.5%"}, "25.8%", value_wrong},
        {{"28.5%"}, "more than 30%", value_wrong},
        {{"28.5%"}, "28.5 percentage points", unit_wrong},
        {{"28.5%"}, "about 28.5%", exact},
        {{"28.5%"}, "nearly 28.5%", hedge_wrong},
        {{"1 in 6"}, "one in six", exact},
        {{"1 in 6"}, "a sixth", exact},
        {{"1 in 6"}, "16.7%", exact},
        {{"1 in 6"}, "17%", exact},
        {{"1 in 6"}, "1 in 5", value_wrong},
        {{"1 in 6", "15.1%"}, "almost one in six", bound},
        {{"1 in 6", "15.1%"}, "more than one in six", hedge_wrong},
        {{"almost 1 in 5", "18.8%"}, "nearly 1 in 5", exact},
        {{"almost 1 in 5", "18.8%"}, "1 in 5", hedge_wrong},
        {{"almost 1 in 5", "18.8%"}, "more than 1 in 5", hedge_wrong},
        {{"almost 1 in 5", "18.8%"}, "almost 1 in 4", value_wrong},
        {{"almost 1 in 5", "18.8%"}, "19%", rounded},
        {{"More than 1 in 3", "37.3%"}, "over a third", exact},
        {{"More than 1 in 3", "37.3%"}, "1 in 3", hedge_wrong},
        {{"More than 1 in 3", "37.3%"}, "nearly 1 in 3", hedge_wrong},
        {{"42%"}, "more than four in ten", bound},
        {{"8,503"}, "about 8,500", rounded},
        {{"8,503"}, "8,305", value_wrong},
        {{"20,254"}, "over 20,000", bound},
        {{"3,188,793"}, "3.19 million", rounded},
        {{"almost half a million"}, "almost 500,000", exact},
        {{"almost half a million"}, "half a million", hedge_wrong},
        {{"$13 to $100 AUD"}, "A$13 to A$100", exact},
        {{"$13 to $100 AUD"}, "US$13 to US$100", unit_wrong},
        {{"13 hours"}, "13 minutes", unit_wrong},
        {{"13 hours"}, "30 hours", value_wrong},
        {{"28-day"}, "28 days", exact},
        {{"28-day"}, "four weeks", exact},
        {{"dropped from 90% to 75%"}, "from 75% to 90%", direction_wrong},
        {{"Between 21% and 65%"}, "21 to 65 per cent", exact},
        {{"25-47%"}, "25 to 74 per cent", value_wrong},
        {{"over twice as likely"}, "more than two times as likely", exact},
        {{"over twice as likely"}, "almost twice as likely", hedge_wrong},
        {{"145"}, "145%", incomparable},
    };
    for (const Row& row : rows) {
        CAPTURE(row.printed.front());
        CAPTURE(row.draft);
        std::vector<Quantity> found;
        find_quantities(row.draft, 0, words(), found);
        REQUIRE(found.size() == 1);
        CHECK(static_cast<int>(compare(found[0], figure_of(row.printed)).agreement) == static_cast<int>(row.want));
    }
}
