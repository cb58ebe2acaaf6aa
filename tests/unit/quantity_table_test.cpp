#include <cmath>
#include <optional>

#include "quantity_test_words.hpp"

using namespace statlint;
using enum QuantityKind;

namespace {

struct Expected {
    std::string_view text;
    QuantityKind kind;
    double low;
    std::optional<double> high = {};
    std::string_view unit = {};
    Hedge hedge = Hedge::none;
};

struct Row {
    std::string_view text;
    std::vector<Expected> expected;
};

constexpr double minute = 60, hour = 3600, day = 86400, month = 2629800, year = 31557600;

bool close(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b));
}

void check(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto found = test::find(row.text);
        std::string texts;
        for (const Quantity& quantity : found)
            texts += "[" + std::string(row.text.substr(quantity.span.start, quantity.span.size())) + "]";
        CAPTURE(texts);
        REQUIRE(found.size() == row.expected.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            const Quantity& got = found[i];
            const Expected& want = row.expected[i];
            CHECK(row.text.substr(got.span.start, got.span.size()) == want.text);
            CHECK(name(got.kind) == name(want.kind));
            CAPTURE(got.low);
            CHECK(close(got.low, want.low));
            CHECK(close(got.high, want.high.value_or(want.low)));
            CHECK(got.unit == want.unit);
            CHECK(name(got.hedge) == name(want.hedge));
        }
    }
}

} // namespace

TEST_CASE("numbers in digits") {
    check({
        {"28.5 Per Cent of Australians", {{"28.5 Per Cent", percent, 0.285, {}, "%"}}},
        {"3.2 Million Reports", {{"3.2 Million", cardinal, 3'200'000}}},
        {"8,503 people", {{"8,503", cardinal, 8503}}},
        {"drew 193\u2009277 sessions", {{"193\u2009277", cardinal, 193277}}},
        {"20\u202f254 images", {{"20\u202f254", cardinal, 20254}}},
        {"found 20 254 images", {{"20 254", cardinal, 20254}}},
        {"an index of 4.75 or .08", {{"4.75", cardinal, 4.75}, {".08", cardinal, 0.08}}},
        {"3.2 million, 250k and 3.5bn",
         {{"3.2 million", cardinal, 3.2e6}, {"250k", cardinal, 25e4}, {"3.5bn", cardinal, 3.5e9}}},
        {"12,34,567.89 in all", {{"12,34,567.89", cardinal, 1234567.89}}},
        {"５０％ of them", {{"５０％", percent, 0.5, {}, "%"}}},
        {"−5% and -3%", {{"−5%", percent, -0.05, {}, "%"}, {"-3%", percent, -0.03, {}, "%"}}},
        {"4/5 of them, ½ of us, 2½ cups", {{"4/5", fraction, 0.8}, {"½", fraction, 0.5}, {"2½", cardinal, 2.5}}},
        {"n = 3,775 and n=1965", {{"3,775", cardinal, 3775}, {"1965", cardinal, 1965}}},
        {"1945 men answered", {{"1945", cardinal, 1945}}},
        {"more than 2000.", {{"2000", cardinal, 2000, {}, "", Hedge::over}}},
    });
}

TEST_CASE("numbers in words") {
    check({
        {"seven men and twelve women", {{"seven", cardinal, 7}, {"twelve", cardinal, 12}}},
        {"one hundred and forty-five offences", {{"one hundred and forty-five", cardinal, 145}}},
        {"three thousand seven hundred and fifty-seven",
         {{"three thousand seven hundred and fifty-seven", cardinal, 3757}}},
        {"eight-and-a-half thousand Australians", {{"eight-and-a-half thousand", cardinal, 8500}}},
        {"two and a half million", {{"two and a half million", cardinal, 2.5e6}}},
        {"3 million and a half", {{"3 million and a half", cardinal, 3.5e6}}},
        {"half a million, a quarter of a billion",
         {{"half a million", cardinal, 5e5}, {"a quarter of a billion", cardinal, 2.5e8}}},
        {"a dozen analysts, half a dozen more, two dozen",
         {{"a dozen", cardinal, 12}, {"half a dozen", cardinal, 6}, {"two dozen", cardinal, 24}}},
        {"Twenty-eight point five per cent", {{"Twenty-eight point five per cent", percent, 0.285, {}, "%"}}},
        {"two hundred and three hundred", {{"two hundred", cardinal, 200}, {"three hundred", cardinal, 300}}},
        {"ninety - five hundred fifths", {{"ninety - five hundred fifths", fraction, 1900}}},
        {"4 thousand 3 hundred and 21", {{"4 thousand 3 hundred and 21", cardinal, 4321}}},
        {"minus five point five", {{"minus five point five", cardinal, -5.5}}},
        {"tens of thousands, a few hundred, several thousand", {}},
    });
}

TEST_CASE("shares") {
    check({
        {"1 in 5, one in every five, 1-in-4",
         {{"1 in 5", ratio, 0.2}, {"one in every five", ratio, 0.2}, {"1-in-4", ratio, 0.25}}},
        {"7 out of 10 and 285 in every 1,000", {{"7 out of 10", ratio, 0.7}, {"285 in every 1,000", ratio, 0.285}}},
        {"12.5 per 100,000 children", {{"12.5 per 100,000", ratio, 0.000125}}},
        {"every sixth man, every third year", {{"sixth", ratio, 1.0 / 6}}},
        {"1 in 4 (23.7%)", {{"1 in 4", ratio, 0.25}, {"23.7%", percent, 0.237, {}, "%"}}},
        {"606 in 2018, 8 in 5, 12 in 45 schools",
         {{"606", cardinal, 606}, {"8", cardinal, 8}, {"5", cardinal, 5}, {"12", cardinal, 12}, {"45", cardinal, 45}}},
        {"a third of girls, two-thirds, One-tenth",
         {{"a third", fraction, 1.0 / 3}, {"two-thirds", fraction, 2.0 / 3}, {"One-tenth", fraction, 0.1}}},
        {"Of men, a sixth report it, a fifth never told", {{"a sixth", fraction, 1.0 / 6}, {"a fifth", fraction, 0.2}}},
        {"a third party, the third time, a third-party tool, twenty-first century", {}},
        {"Half of them, the other half, about half",
         {{"Half", fraction, 0.5}, {"half", fraction, 0.5}, {"half", fraction, 0.5, {}, "", Hedge::approximately}}},
        {"the second half, first half of 2020, half-hearted, last quarter, half time", {}},
        {"a majority of men, the vast majority of women",
         {{"a majority", fraction, 0.5, {}, "", Hedge::over}, {"majority", fraction, 0.5, {}, "", Hedge::over}}},
        {"28.5 per cent, 6.7\u00a0pc, 29 pc, 0.8 percent, .5%",
         {{"28.5 per cent", percent, 0.285, {}, "%"},
          {"6.7\u00a0pc", percent, 0.067, {}, "%"},
          {"29 pc", percent, 0.29, {}, "%"},
          {"0.8 percent", percent, 0.008, {}, "%"},
          {".5%", percent, 0.005, {}, "%"}}},
        {"28·5% (95% CI 27·3–29·8)",
         {{"28·5%", percent, 0.285, {}, "%"}, {"95%", percent, 0.95, {}, "%"}, {"27·3–29·8", range, 27.3, 29.8}}},
        {"47 percentage points, 2 pp",
         {{"47 percentage points", percentage_points, 0.47, {}, "percentage points"},
          {"2 pp", percentage_points, 0.02, {}, "percentage points"}}},
    });
}

TEST_CASE("money, durations, multipliers, ages") {
    check({
        {"$13 and US$3.5 million and A$100",
         {{"$13", money, 13, {}, "$"}, {"US$3.5 million", money, 3.5e6, {}, "USD"}, {"A$100", money, 100, {}, "AUD"}}},
        {"$3,527,195 USD, ₱3,527,195, $150k",
         {{"$3,527,195 USD", money, 3527195, {}, "USD"},
          {"₱3,527,195", money, 3527195, {}, "PHP"},
          {"$150k", money, 150000, {}, "$"}}},
        {"€1.2m, AUD 100, 13 dollars, 2 cents",
         {{"€1.2m", money, 1.2e6, {}, "EUR"},
          {"AUD 100", money, 100, {}, "AUD"},
          {"13 dollars", money, 13, {}, "$"},
          {"2 cents", money, 0.02, {}, "$"}}},
        {"It cost us $5.", {{"$5", money, 5, {}, "$"}}},
        {"5.2-minute median, 28-day notice, 13 hrs",
         {{"5.2-minute", duration, 5.2 * minute, {}, "minute"},
          {"28-day", duration, 28 * day, {}, "day"},
          {"13 hrs", duration, 13 * hour, {}, "hour"}}},
        {"the past 12 months, half an hour",
         {{"12 months", duration, year, {}, "month"}, {"half an hour", duration, hour / 2, {}, "hour"}}},
        {"sessions over six months; took over two hours",
         {{"six months", duration, 6 * month, {}, "month"},
          {"two hours", duration, 2 * hour, {}, "hour", Hedge::over}}},
        {"one day it took one month", {{"one month", duration, month, {}, "month"}}},
        {"twice as likely, two times as likely, 2x, 45-fold, tenfold",
         {{"twice", multiplier, 2},
          {"two times", multiplier, 2, {}, "times"},
          {"2x", multiplier, 2},
          {"45-fold", multiplier, 45},
          {"tenfold", multiplier, 10}}},
        {"It doubled, halved, tripled and more than doubled",
         {{"doubled", multiplier, 2},
          {"halved", multiplier, 0.5},
          {"tripled", multiplier, 3},
          {"doubled", multiplier, 2, {}, "", Hedge::over}}},
        {"abused more than fifty times; met twice; double-edged",
         {{"fifty times", cardinal, 50, {}, "times", Hedge::over}}},
        {"two to three times more likely", {{"two to three times", range, 2, 3, "times"}}},
        {"a 17-year-old, aged 25, children under 18, 18 months old",
         {{"17-year-old", age, 17, {}, "year"},
          {"25", age, 25, {}, "year"},
          {"18", age, 18, {}, "year", Hedge::under},
          {"18 months old", age, 1.5, {}, "year"}}},
    });
}

TEST_CASE("ranges, changes, lists") {
    check({
        {"between\n21 and 65 per cent", {{"21 and 65 per cent", range, 0.21, 0.65, "%"}}},
        {"2.2–4.4% of men, 2.2% - 4.4%, 25 to 74 per cent",
         {{"2.2–4.4%", range, 0.022, 0.044, "%"},
          {"2.2% - 4.4%", range, 0.022, 0.044, "%"},
          {"25 to 74 per cent", range, 0.25, 0.74, "%"}}},
        {"between US$13 and US$100, $13 to $100 AUD",
         {{"US$13 and US$100", range, 13, 100, "USD"}, {"$13 to $100 AUD", range, 13, 100, "AUD"}}},
        {"$13-100; $2-3 million; 2 to 3 million",
         {{"$13-100", range, 13, 100, "$"},
          {"$2-3 million", range, 2e6, 3e6, "$"},
          {"2 to 3 million", range, 2e6, 3e6}}},
        {"aged 17 to 72; aged 16 to 65 and over; 17–72 years of age",
         {{"17 to 72", range, 17, 72, "year"},
          {"16 to 65", range, 16, 65, "year", Hedge::at_least},
          {"17–72 years of age", range, 17, 72, "year"}}},
        {"18- to 24-year-olds", {{"18- to 24-year-olds", range, 18, 24, "year"}}},
        {"dropped from\n90% to 75% in a year", {{"90% to 75%", change, 0.9, 0.75, "%"}}},
        {"climbed from 75 to 90 per cent", {{"75 to 90 per cent", change, 0.75, 0.9, "%"}}},
        {"rose from 606 to 27,217; paid from A$13 to A$100",
         {{"606 to 27,217", change, 606, 27217}, {"A$13 to A$100", range, 13, 100, "AUD"}}},
        {"from 606 in 2018 to 27,217 in 2020", {{"606", cardinal, 606}, {"27,217", cardinal, 27217}}},
        {"11, 42 and 78 per cent",
         {{"11", percent, 0.11, {}, "%"}, {"42", percent, 0.42, {}, "%"}, {"78 per cent", percent, 0.78, {}, "%"}}},
        {"78%, 11% and 42%",
         {{"78%", percent, 0.78, {}, "%"}, {"11%", percent, 0.11, {}, "%"}, {"42%", percent, 0.42, {}, "%"}}},
        {"at least 20% and at most 40%", {{"20% and at most 40%", range, 0.2, 0.4, "%"}}},
        {"fell 32 cents to $51.43", {{"32 cents", money, 0.32, {}, "$"}, {"$51.43", money, 51.43, {}, "$"}}},
        {"won 3-1 and 6-4", {}},
    });
}

TEST_CASE("hedges") {
    check({
        {"Almost 1 in 5", {{"1 in 5", ratio, 0.2, {}, "", Hedge::almost}}},
        {"almost 1 in every 5, not quite half, approaching 30%",
         {{"1 in every 5", ratio, 0.2, {}, "", Hedge::almost},
          {"half", fraction, 0.5, {}, "", Hedge::almost},
          {"30%", percent, 0.3, {}, "%", Hedge::almost}}},
        {"just under 20%, just over a third, well over 20",
         {{"20%", percent, 0.2, {}, "%", Hedge::almost},
          {"a third", fraction, 1.0 / 3, {}, "", Hedge::over},
          {"20", cardinal, 20, {}, "", Hedge::over}}},
        {"no fewer than 12; as many as 1 in 3; fewer than half",
         {{"12", cardinal, 12, {}, "", Hedge::at_least},
          {"1 in 3", ratio, 1.0 / 3, {}, "", Hedge::up_to},
          {"half", fraction, 0.5, {}, "", Hedge::under}}},
        {"some 250,000; 500-odd; 5,000+; 1 in 5 or more; 60 or so",
         {{"250,000", cardinal, 250000, {}, "", Hedge::approximately},
          {"500", cardinal, 500, {}, "", Hedge::approximately},
          {"5,000", cardinal, 5000, {}, "", Hedge::at_least},
          {"1 in 5", ratio, 0.2, {}, "", Hedge::at_least},
          {"60", cardinal, 60, {}, "", Hedge::approximately}}},
        {"≥ 30%, ~15%, ±3%, < 5%",
         {{"30%", percent, 0.3, {}, "%", Hedge::at_least},
          {"15%", percent, 0.15, {}, "%", Hedge::approximately},
          {"3%", percent, 0.03, {}, "%", Hedge::approximately},
          {"5%", percent, 0.05, {}, "%", Hedge::under}}},
        {"more than a staggering 20,254 images", {{"20,254", cardinal, 20254, {}, "", Hedge::over}}},
        {"over twice as likely", {{"twice", multiplier, 2, {}, "", Hedge::over}}},
        {"exceeding $150,000", {{"$150,000", money, 150000, {}, "$", Hedge::over}}},
    });
}

TEST_CASE("what is no quantity") {
    for (const std::string_view text : {
             "on 3 April 2023, on April 3, 2023, 2023-04-03, 11/3/2024, March 11, 4 May and in the 1970s",
             "in 2023–24, from 2015 to 2020, between 2018 and 2020, since 1970, 2015 and 2020, 2023/24, up to 2010",
             "at 6 am, 9:30, 9.30pm, 9am-5pm, 6 to 8 pm, 10 a.m., 1830 GMT",
             "p. 3, pp. 3-4, page 76, pages 3, 4 and 7, Table 1, Tables 1 and 2, section 91HAA, s 12, s 474.22A",
             "Slide 2: what, Panel 1 and Workshop 1.",
             "3.4 On the local workforce",
             "Minutes:\n2.1 Dr Vass spoke\n2.1.3 Aims of it",
             "Step 3, Phase 2, Part 4, round 4, week 19, Policy brief 7, Crimes Act 1900, Fact sheet 3: more",
             "[1] and [2, p. 3] and [3–5]",
             "1. First",
             "2) second",
             "call 02 5550 0142, +61 2 5550 0142, 1800 RESPECT, 13 11 14, 1800 55 1800, (02) 9999 1234, 000",
             "v1.2, 1.2.3, doi:10.1016/j.chiabu.2023.106861, 10.1016/j.chiabu.2023.106861, ISBN 978-3-16-148410-0",
             "https://example.org/1/2-3?q=5 a5@example.org report-2023.pdf img_0012",
             "the third time, 21st century, 2nd report, one of them, no one, one another, one day, class of '83",
             "COVID-19, Twitter/X, MP3, A4, 4WD, G20, B2B, 24/7, 3D, Windows 11, Apollo 13.",
             "nineteen ninety-five, Level 5, 10 Downing Street, NSW 2052, PO Box 123, 501(c)(3), odds of 7/4",
         }) {
        CAPTURE(text);
        const auto found = test::find(text);
        for (const Quantity& quantity : found) {
            const std::string_view got = text.substr(quantity.span.start, quantity.span.size());
            CHECK_MESSAGE(false, "took for a quantity: ", got);
        }
    }
}

TEST_CASE("spans") {
    const std::string_view text = "Of men, almost 1 in 5 paid between $13 and $100.";
    const auto found = test::find(text, 100);
    REQUIRE(found.size() == 2);
    const auto view = [&](TextSpan span) { return text.substr(span.start - 100, span.size()); };
    CHECK(view(found[0].span) == "1 in 5");
    CHECK(view(found[0].hedge_span) == "almost");
    CHECK(view(found[0].first) == "1");
    CHECK(view(found[0].second) == "5");
    CHECK(view(found[1].first) == "$13");
    CHECK(view(found[1].second) == "$100");
    CHECK(found[1].of == money);
}

TEST_CASE("step is the place value of the last digit printed") {
    const auto step = [](std::string_view text) { return test::find(text).at(0).step; };
    CHECK(step("28.5%") == doctest::Approx(0.001));
    CHECK(step("1,965") == 1);
    CHECK(step("3.2 million") == doctest::Approx(1e5));
    CHECK(step("two hundred thousand") == doctest::Approx(1e5));
    CHECK(step("5.2 minutes") == doctest::Approx(6));
    CHECK(step("1 in 5") == 0);
    CHECK(step("half a million") == doctest::Approx(1e5));
}

TEST_CASE("ratios with their noun inside") {
    check({
        {"Almost 1 man in 12", {{"1 man in 12", ratio, 1.0 / 12, {}, {}, Hedge::almost}}},
        {"We met 40 men; 1 girl in 3 said so",
         {{"40", cardinal, 40, {}, {}, {}}, {"1 girl in 3", ratio, 1.0 / 3, {}, {}, {}}}},
        {"Nearly one boy in five is abused", {{"one boy in five", ratio, 0.2, {}, {}, Hedge::almost}}},
        {"One Australian man in ten has offended", {{"One Australian man in ten", ratio, 0.1}}},
        {"We have one office in five cities", {{"five", cardinal, 5}}},
    });
}
