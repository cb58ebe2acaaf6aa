// Numbers as advocacy writes them, each in a sentence, and what only looks like them.
#include <cmath>
#include <optional>
#include <string>

#include "quantity_test_words.hpp"

using namespace statlint;
using enum QuantityKind;

namespace {

struct Form {
    std::string_view sentence;
    std::string_view text; ///< what is read, without its hedge
    QuantityKind kind;
    double low;
    std::optional<double> high = {};
    std::string_view unit = {};
    Hedge hedge = Hedge::none;
};

constexpr double minute = 60, day = 86400, month = 2629800;
constexpr std::string_view pct = "%";

bool close(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b));
}

void check_forms(const std::vector<Form>& forms) {
    for (const Form& form : forms) {
        CAPTURE(form.sentence);
        const auto found = test::find(form.sentence);
        std::string texts;
        for (const Quantity& q : found)
            texts += "[" + std::string(form.sentence.substr(q.span.start, q.span.size())) + "]";
        CAPTURE(texts);
        const auto got = std::find_if(found.begin(), found.end(), [&](const Quantity& q) {
            return form.sentence.substr(q.span.start, q.span.size()) == form.text;
        });
        REQUIRE(got != found.end());
        CHECK(name(got->kind) == name(form.kind));
        CAPTURE(got->low);
        CHECK(close(got->low, form.low));
        CHECK(close(got->high, form.high.value_or(form.low)));
        CHECK(got->unit == form.unit);
        CHECK(name(got->hedge) == name(form.hedge));
    }
}

} // namespace

TEST_CASE("every form that advocacy uses is read with kind, value, unit, hedge and span") {
    check_forms({
        {"Some 1 in 4 (23.7%) were.", "1 in 4", ratio, 0.25, {}, {}, Hedge::approximately},
        {"About 1 in 4 (23.7%) were.", "23.7%", percent, 0.237, {}, pct},
        {"In all, 28.5 per cent (95% CI 27.3–29.8) were.", "28.5 per cent", percent, 0.285, {}, pct},
        {"In all, 28.5 per cent (95% CI 27.3–29.8) were.", "27.3–29.8", range, 27.3, 29.8},
        {"The women (n = 3,775) answered.", "3,775", cardinal, 3775},
        {"They were two to three times more likely.", "two to three times", range, 2, 3, "times"},
        {"That is a 45-fold increase.", "45-fold", multiplier, 45},
        {"The number halved.", "halved", multiplier, 0.5},
        {"The number doubled in a year.", "doubled", multiplier, 2},
        {"The number more than doubled.", "doubled", multiplier, 2, {}, {}, Hedge::over},
        {"The number nearly tripled.", "tripled", multiplier, 3, {}, {}, Hedge::almost},
        {"It is one in every five.", "one in every five", ratio, 0.2},
        {"It is every sixth man.", "sixth", ratio, 1.0 / 6},
        {"It is six in ten girls.", "six in ten", ratio, 0.6},
        {"It is nine in 10 parents.", "nine in 10", ratio, 0.9},
        {"A majority of parents agree.", "A majority", fraction, 0.5, {}, {}, Hedge::over},
        {"The vast majority of parents agree.", "majority", fraction, 0.5, {}, {}, Hedge::over},
        {"Fewer than half of parents agree.", "half", fraction, 0.5, {}, {}, Hedge::under},
        {"Just over a third of parents agree.", "a third", fraction, 1.0 / 3, {}, {}, Hedge::over},
        {"Just under two-thirds of them agree.", "two-thirds", fraction, 2.0 / 3, {}, {}, Hedge::almost},
        {"It reached some 250,000 people.", "250,000", cardinal, 250000, {}, {}, Hedge::approximately},
        {"It reached a quarter of a million people.", "a quarter of a million", cardinal, 250000},
        {"Quarter of a million people heard.", "Quarter of a million", cardinal, 250000},
        {"It reached half a million people.", "half a million", cardinal, 500000},
        {"It reached three-quarters of a million.", "three-quarters of a million", cardinal, 750000},
        {"It cost US$3.5 million.", "US$3.5 million", money, 3.5e6, {}, "USD"},
        {"It cost A$100.", "A$100", money, 100, {}, "AUD"},
        {"It cost 13 dollars.", "13 dollars", money, 13, {}, "$"},
        {"It cost AUD 100.", "AUD 100", money, 100, {}, "AUD"},
        {"It cost €1.2m.", "€1.2m", money, 1.2e6, {}, "EUR"},
        {"It cost £3bn.", "£3bn", money, 3e9, {}, "GBP"},
        {"It cost 50¢ a day.", "50¢", money, 0.5, {}, "$"},
        {"It cost 20 Kenyan shillings.", "20 Kenyan shillings", money, 20, {}, "KES"},
        {"It cost 4,000 Polish zlotys.", "4,000 Polish zlotys", money, 4000, {}, "PLN"},
        {"It cost Rs.20.", "Rs.20", money, 20, {}, "INR"},
        {"There are 3.5bn users.", "3.5bn", cardinal, 3.5e9},
        {"There are 40k users.", "40k", cardinal, 40000},
        {"It rose by 0.8 percent.", "0.8 percent", percent, 0.008, {}, pct},
        {"It rose by .5%.", ".5%", percent, 0.005, {}, pct},
        {"The 5.2-minute median fell.", "5.2-minute", duration, 5.2 * minute, {}, "minute"},
        {"Over a 12-month period it fell.", "12-month", duration, 12 * month, {}, "month"},
        {"A 28-day deadline applies.", "28-day", duration, 28 * day, {}, "day"},
        {"It was 7 out of 10 men.", "7 out of 10", ratio, 0.7},
        {"We had 5,000+ calls.", "5,000", cardinal, 5000, {}, {}, Hedge::at_least},
        {"We had 500-odd calls.", "500", cardinal, 500, {}, {}, Hedge::approximately},
        {"Only those with ≥ 30% were kept.", "30%", percent, 0.3, {}, pct, Hedge::at_least},
        {"It was ~15% of them.", "15%", percent, 0.15, {}, pct, Hedge::approximately},
        {"The margin is ±3%.", "3%", percent, 0.03, {}, pct, Hedge::approximately},
        {"It was 28.5\u00a0% of them.", "28.5\u00a0%", percent, 0.285, {}, pct},
        {"It was 28.5\u2009% of them.", "28.5\u2009%", percent, 0.285, {}, pct},
        {"It was 1\u2009234\u2009567 files.", "1\u2009234\u2009567", cardinal, 1234567},
        {"It was 1\u202f234 files.", "1\u202f234", cardinal, 1234},
        {"It was 3½ years.", "3½ years", duration, 3.5 * 31557600, {}, "year"},
        {"It was ¼ of them.", "¼", fraction, 0.25},
        {"It changed by −3%.", "−3%", percent, -0.03, {}, pct},
        {"It was ２５％ of them.", "２５％", percent, 0.25, {}, pct},
        {"Between 21 to 65 per cent agreed.", "21 to 65 per cent", range, 0.21, 0.65, pct},
        {"From 21 to 65 per cent agreed.", "21 to 65 per cent", range, 0.21, 0.65, pct},
        {"For boys it was 11, 42 and 78 per cent, respectively.", "11", percent, 0.11, {}, pct},
        {"For boys it was 11, 42 and 78 per cent, respectively.", "42", percent, 0.42, {}, pct},
        {"For boys it was 11, 42, or 78 per cent.", "42", percent, 0.42, {}, pct},
        {"It was 120, or 30 per cent, of them.", "120", cardinal, 120},
        {"One child in every hundred is harmed.", "One child in every hundred", ratio, 0.01},
        {"Nearly one girl in three is harmed.", "one girl in three", ratio, 1.0 / 3, {}, {}, Hedge::almost},
        {"Six men in ten agree.", "Six men in ten", ratio, 0.6},
        {"About 12 women in every 1,000 agree.", "12 women in every 1,000", ratio, 0.012, {}, {}, Hedge::approximately},
        {"Detection went 90% → 57%.", "90% → 57%", change, 0.9, 0.57, pct},
        {"Detection: 57% -> 90%", "57% -> 90%", change, 0.57, 0.9, pct},
        {"Calls more than doubled, from 410 to 760.", "410 to 760", change, 410, 760},
        {"It was two to three hundred girls.", "two to three hundred", range, 200, 300},
        {"It was 2 to 3 million girls.", "2 to 3 million", range, 2e6, 3e6},
        {"It was as many as 40 a day.", "40", cardinal, 40, {}, {}, Hedge::up_to},
        {"It is 12.5 per 100,000 children.", "12.5 per 100,000", ratio, 0.000125},
        {"It is a tenfold rise.", "tenfold", multiplier, 10},
        {"They are 3.4 times as likely.", "3.4 times", multiplier, 3.4, {}, "times"},
        {"They are twice as likely.", "twice", multiplier, 2},
        {"Turnout rose 4.5 percentage points.",
         "4.5 percentage points",
         percentage_points,
         0.045,
         {},
         "percentage points"},
        {"Those aged 16 to 24 agree.", "16 to 24", range, 16, 24, "year"},
        {"A 17-year-old agrees.", "17-year-old", age, 17, {}, "year"},
        {"Some two hundred and twelve thousand agree.",
         "two hundred and twelve thousand",
         cardinal,
         212000,
         {},
         {},
         Hedge::approximately},
        {"It was nought point seven five.", "nought point seven five", cardinal, 0.75},
        {"It was two hundred point seventy-one.", "two hundred point seventy-one", cardinal, 200.71},
        {"It lay between -10% and -5%.", "-10% and -5%", range, -0.1, -0.05, pct},
        {"It went from minus 10 to minus 5.", "minus 10 to minus 5", change, -10, -5},
        {"It was a two-to-three-fold rise.", "two-to-three-fold", range, 2, 3},
        {"It was 1,000—5,000 people.", "1,000—5,000", range, 1000, 5000},
        {"It cost 10m euros.", "10m euros", money, 1e7, {}, "EUR"},
        {"They took 1650 samples.", "1650", cardinal, 1650},
        {"They asked 1213 people.", "1213", cardinal, 1213},
        {"It was 28,5% of them.", "28,5%", percent, 0.285, {}, pct},
        {"It was 305/1,200 girls.", "305/1,200", fraction, 305.0 / 1200},
        {"It was 2/3rds of them.", "2/3rds", fraction, 2.0 / 3},
        {"It rose from 12.1 to 15.3 per 1,000.", "12.1 to 15.3 per 1,000", change, 0.0121, 0.0153},
        {"Girls aged 10–17 years agree.", "10–17 years", range, 10, 17, "year"},
        {"The 12- and 13-year-olds agree.", "12", age, 12, {}, "year"},
        {"It was one hundred and thirty-two fifths.", "one hundred and thirty-two fifths", fraction, 26.4},
        {"It was one hundred and a quarter.", "one hundred and a quarter", cardinal, 100.25},
        {"It is more than 10, less than 20.", "10, less than 20", range, 10, 20},
    });
}

TEST_CASE("what looks like a number of something and is none") {
    for (const std::string_view sentence : {
             // dates and times
             "It opened on 12 May 2021 and closed on May 14th, 2022.",
             "It ran from 3 to 9 March 2023, and again on 3-9 March.",
             "See the minutes of 2023-05-12, 12/05/2023, 12.05.2023 and 12 May.",
             "In 2020–21, FY2021, the 1990s, the mid-2010s and the '90s.",
             "We meet at 10.30am, 9:30, 17:45, 5 pm and 9–5pm.",
             "In March 2023, by June 2024, since 2019 and until 2030.",
             "It is open 24/7 from Monday 4 May.",
             "The summer of 2019 and the spring of 2020 were dry.",
             "On May 28, 1754 and in 1889; The Ethical Religion (1849); a play of 1605, the 1676 edition.",
             // phone numbers and addresses
             "Ring 1800 737 732, 13 11 14, 000 or +61 2 9000 1234.",
             "Ring (02) 9555 0100, 0412 345 678 or 555-0134.",
             "Call 1300 659 467 or text 0477 13 11 14.",
             "Write to 12 Example Street, Level 3, 45 Sample Road, GPO Box 1234.",
             "We are at Suite 5, 100 King Street.",
             // identifiers
             "ISBN 978-3-16-148410-0, ISBN 0-306-40615-2 and ISSN 1834-7444.",
             "ABN 53 004 085 616, ACN 004 085 616.",
             "doi:10.1016/j.chiabu.2023.106861 and https://doi.org/10.5694/mja2.51873",
             "See https://example.org/2023/05/report-12.pdf?page=3#s4 and www.example.org/7",
             "Write to team42@example.org or @kids4kids.",
             "Version 2.10.3, v1.2, RFC 3339, ISO 8601 and UTF-8.",
             "An iPhone 14, a Boeing 737, Windows 11, Covid-19, GPT-4, PS5 and MP3 files.",
             "Build a1b2c3 of img_0042.jpg, file 2023-report-v2.docx.",
             // law
             "under § 5034, §1291 and §§ 12",
             "Section 474.22A of the Criminal Code Act 1995, s 12(3), ss 4–7 and cl 9.",
             "Article 34 of the Convention, articles 19 and 34, and Part 5.",
             "Under Rule 12.3, Schedule 2 and regulation 7.",
             "the Online Safety Act 2021 and the Crimes Act 1914",
             // pages, lists, references
             "See p. 12, pp. 12–14, page 7, pages 3 and 4, Table 2, Figure 3a, Chapter 9, Appendix 2.",
             "See [1], [2, 3], [4–6] and [7, p. 8].",
             "As Smith and Jones (2021, p. 12) and Lee (2019: 44) say.",
             "Trends & issues no. 671, vol. 12, no. 3 and issue 4.",
             "Item 3 and question 12 are new; see note 4.",
             "1. First\n2. Second\n3) Third",
             "the one hundred and fifth visitor, the one hundred and twenty-first time, her twenty-first",
             // scores and the like
             "They won 3-1, 6–4 and 21:14.",
             "Grade 6, Year 12 and Stage 2 pupils",
             "She came first, second and 3rd, in the 21st century.",
             "a one-off, no one, one of them, one another, a second opinion, a third party",
             "first half, second quarter, half-time, half-hearted and quarter-final",
             "a few hundred, several thousand, tens of thousands, dozens of them",
             "Catch-22, a 50/50 chance, 9/11 and 20/20 vision",
         }) {
        CAPTURE(std::string(sentence));
        std::string texts;
        for (const Quantity& q : test::find(sentence))
            texts += "[" + std::string(sentence.substr(q.span.start, q.span.size())) + "]";
        CHECK(texts == "");
    }
}
