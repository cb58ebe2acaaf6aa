// What `fix` writes: in the draft's own style, never in a quotation, and so that nothing is left to fix.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "checked_draft.hpp"
#include "document/quotation.hpp"
#include "quantity/number_style.hpp"
#include "rules/fix_draft.hpp"

using namespace statlint;

namespace {

FixedDraft fixed(std::string text, bool suggested = false, const Format* format = format_by_name("markdown")) {
    return *fix_draft(std::move(text), *format, built_in(), Policy{}, {suggested, Severity::warning});
}

struct Row {
    std::string_view before, after;
};

constexpr std::string_view feelings =
    " of Australian men report sexual feelings towards children (Salter et al., 2023).";

} // namespace

TEST_CASE("a wrong number is mended in the draft's own style") {
    const Row rows[] = {
        {"1 in 5", "1 in 6"},
        {"One in five", "One in six"},
        {"1 out of 5", "1 out of 6"},
        {"1-in-5", "1-in-6"},
        {"A fifth", "A sixth"},
        {"1 in **5**", "1 in **6**"},
        {"**1 in 5**", "**1 in 6**"},
        {"**2**5.1%", "**1**5.1%"},
        {"2**5**.1%", "1**5**.1%"},
        {"1 in&nbsp;5", "1 in&nbsp;6"},
        {"One\nin five", "One\nin six"},
        {"About one in five", "About one in six"},
        {"More than 25%", "15.1%"},
        {"25.1%", "15.1%"},
        {"25.1 per cent", "15.1 per cent"},
        {"25.1&nbsp;per cent", "15.1&nbsp;per cent"},
        {"25.1&#37;", "15.1&#37;"},
        // Quoted words are not the writer's to mend.
        {"> 1 in 5", "> 1 in 5"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.before);
        const std::string text = std::string(row.before) + std::string(feelings) + "\n";
        CHECK(fixed(text).text == std::string(row.after) + std::string(feelings) + "\n");
    }
}

TEST_CASE("whole sentences are mended") {
    const Row rows[] = {
        {"In the ACMS, 1 in 4 boys had been sexually abused.",
         "In the ACMS, almost 1 in 5 boys had been sexually abused."},
        {"1 in 4 boys had been sexually abused (ACMS).", "Almost 1 in 5 boys had been sexually abused (ACMS)."},
        {"In the ACMS nearly one in four boys had been sexually abused.",
         "In the ACMS nearly one in five boys had been sexually abused."},
        {"One Australian man in five has sexual feelings towards children (Salter et al., 2023).",
         "One Australian man in six has sexual feelings towards children (Salter et al., 2023)."},
        {"Discord took 13 minutes to respond to reports about direct messages (eSafety).",
         "Discord took 13 hours to respond to reports about direct messages (eSafety)."},
        {"Discord had a 14-minute response time to reports about direct messages (eSafety).",
         "Discord had a 13-hour response time to reports about direct messages (eSafety)."},
        {"28.5 percentage points of Australians were sexually abused as children (ACMS).",
         "28.5% of Australians were sexually abused as children (ACMS)."},
        {"The ACMS surveyed 8,305 Australians.", "The ACMS surveyed 8,503 Australians."},
        {"The ACMS surveyed 8305 Australians.", "The ACMS surveyed 8503 Australians."},
        {"Salter et al. (2023) found that one Australian man in twelve would seek help for sexual feelings about "
         "children.",
         "Salter et al. (2023) found that one Australian man in twenty would seek help for sexual feelings about "
         "children."},
        {"The campaign brought 193,277 sessions to the Stop It Now website (AIC, 2023, p.ix).",
         "The campaign brought 193,277 sessions to the Stop It Now website (AIC, 2023, p.xi)."},
        // A hedge is the writer's choice of words: suggested, not certain.
        {"In the ACMS, more than 1 in 5 boys had been sexually abused.",
         "In the ACMS, more than 1 in 5 boys had been sexually abused."},
        {"He said: \"1 in 5 Australian men report sexual feelings towards children\" (Salter et al., 2023).",
         "He said: \"1 in 5 Australian men report sexual feelings towards children\" (Salter et al., 2023)."},
        {"The claim that \xE2\x80\x9C"
         "1 in 5 Australian men report sexual feelings towards children\xE2\x80\x9D (Salter et al., 2023).",
         "The claim that \xE2\x80\x9C"
         "1 in 5 Australian men report sexual feelings towards children\xE2\x80\x9D (Salter et al., 2023)."},
    };
    for (const Row& row : rows) {
        CAPTURE(row.before);
        CHECK(fixed(std::string(row.before)).text == row.after);
    }
}

TEST_CASE("a suggested fix mends the hedge, and leaves quotations alone too") {
    CHECK(fixed("In the ACMS, more than 1 in 5 boys had been sexually abused.", true).text ==
          "In the ACMS, almost 1 in 5 boys had been sexually abused.");
    CHECK(fixed("In the ACMS, 1 in 5 boys had been sexually abused.", true).text ==
          "In the ACMS, almost 1 in 5 boys had been sexually abused.");
    const std::string quoted =
        "As \"1 in 5 Australian men report sexual feelings towards children\" (Salter et al., 2023).";
    CHECK(fixed(quoted, true).text == quoted);
}

TEST_CASE("quotations") {
    const Row rows[] = {
        {"say \"now 1 in 5\" men", "quoted"},
        {"say \"now\" 1 in 5 men", "own"},
        {"say \xE2\x80\x98now 1 in 5\xE2\x80\x99 men", "quoted"},
        {"the men\xE2\x80\x99s 1 in 5", "own"},
        {"the '90s had 1 in 5", "own"},
        {"say 'now 1 in 5' men", "quoted"},
        {"say \xC2\xABnow 1 in 5\xC2\xBB men", "quoted"},
        {"> - 1 in 5 men", "quoted"},
        {"say <q>now 1 in 5</q> men", "quoted"},
        {"say <q>now</q> 1 in 5 men", "own"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.before);
        const Document document = *read_markdown(std::string(row.before));
        const auto at = static_cast<std::uint32_t>(document.text.find("1 in 5"));
        CHECK((in_quotation(document, 0, {at, at + 6}) ? "quoted" : "own") == std::string(row.after));
    }
}

TEST_CASE("numbers in the style of others") {
    struct Style {
        std::string_view draft, printed, text;
    };
    const Style rows[] = {
        {"30%", "28.5%", "28.5%"},
        {"thirty per cent", "42%", "forty-two per cent"},
        {"30 per cent", "42%", "42 per cent"},
        {"1 965", "20,254", "20 254"},
        {"1,965", "8503", "8,503"},
        {"A$600", "$3,527,195 USD", "A$3,527,195"},
        {"1.5 million", "1,339,597", "1.3 million"},
        {"twelve", "11", "eleven"},
        {"12", "eleven", "11"},
        {"ninety", "100", "one hundred"},
    };
    for (const Style& row : rows) {
        CAPTURE(row.draft);
        CHECK(number_like(row.draft, row.printed, number_words_of(built_in())).value_or("nothing") == row.text);
    }
}

TEST_CASE("nothing is left to fix in any draft that was fixed") {
    namespace fs = std::filesystem;
    std::size_t drafts = 0, made = 0;
    for (const char* folder : {"/accuracy/fresh/docs", "/samples", "/accuracy/fresh-2"}) {
        for (const auto& entry : fs::recursive_directory_iterator(std::string(STATLINT_TESTS_DIR) + folder)) {
            const Format* format = format_by_path(entry.path().string());
            if (format == nullptr) continue;
            CAPTURE(entry.path().string());
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string source{std::istreambuf_iterator<char>(file), {}};
            for (const bool suggested : {false, true}) {
                const FixedDraft once = fixed(source, suggested, format);
                const FixedDraft twice = fixed(once.text, suggested, format);
                CHECK(twice.made == 0);
                CHECK(twice.text == once.text);
                if (suggested) CHECK(twice.left == 0);
                made += once.made;
            }
            ++drafts;
        }
    }
    CHECK(drafts > 20);
    CHECK(made > 20);
}

TEST_CASE("for every figure a wrong value is mended to one that verifies") {
    const Corpus& corpus = corpus_of(built_in());
    std::size_t mended = 0, wrong = 0;
    for (const FigureExamples& examples : *corpus.examples) {
        for (const std::string& sentence : examples.reject) {
            CAPTURE(sentence);
            const Analysis before = check_draft(sentence);
            const FixedDraft once = fixed(sentence);
            CHECK(fixed(once.text).made == 0);
            for (const Finding& finding : before.findings) wrong += finding.rule == "value-mismatch";
            for (const Finding& finding : check_draft(once.text).findings) {
                CAPTURE(once.text);
                CHECK((once.made == 0 || finding.rule != "value-mismatch"));
            }
            mended += once.made;
        }
    }
    CHECK(wrong > 30);
    CHECK(mended * 10 >= wrong * 8);
}

TEST_CASE("in LaTeX a fix writes what LaTeX reads as the same words") {
    const Format* latex = format_by_name("latex");
    CHECK(written(*latex, "28.5% & $5") == "28.5\\% \\& \\$5");
    CHECK(written(*format_by_name("markdown"), "28.5%") == "28.5%");
    const std::string_view one =
        "1 in 5 Australian men report sexual feelings towards children \\citep{salter-2023}.\n\n";
    const std::string two = "Of all Australians, 28.5\\% experienced child sexual abuse. More is known.\n";
    const FixedDraft mended = fixed(std::string(one) + two, true, latex);
    CHECK(mended.text.find("1 in 6 Australian men") == 0);
    CHECK(mended.text.find("child sexual abuse \\citep{acms-2023}. More") != std::string::npos);
    CHECK(mended.text.find("28.5\\% experienced") != std::string::npos);
}
