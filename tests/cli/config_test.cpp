#include <doctest/doctest.h>

#include "cli/config.hpp"

using namespace statlint;

namespace {

struct Bad {
    const char* text;
    int line, column;
    const char* message; ///< a part of it
};

constexpr Bad bad_table[] = {
    {"fail-on = \"warning\"\nfail_on = \"error\"", 2, 1, "unknown key \"fail_on\", did you mean"},
    {"corpora = \"corpus\"", 1, 11, "corpora must be a list of strings"},
    {"corpora = [1]", 1, 12, "corpora must be a list of strings"},
    {"builtin-corpus = \"no\"", 1, 18, "builtin-corpus must be true or false"},
    {"fail-on = \"warnings\"", 1, 11, "did you mean"},
    {"fail-on = \"off\"", 1, 11, "fail-on must be one of"},
    {"min-coverage = 80", 1, 16, "min-coverage must be a number from 0 to 1"},
    {"min-confidence = \"0.5\"", 1, 18, "min-confidence must be a number from 0 to 1"},
    {"[severity]\nrounding = \"hint\"", 2, 12, "rounding must be one of off, note, warning, error"},
    {"severity = 3", 1, 12, "severity must be a table"},
    {"[citation]\nreach = \"page\"", 2, 9, "reach must be one of sentence, paragraph, section"},
    {"[citation]\nraech = \"page\"", 2, 1, "did you mean"},
    {"ignore = \"archive\"", 1, 10, "ignore must be a list of strings"},
    {"[[override]]\nseverity = {}", 1, 1, "override has no glob"},
    {"[override]\nglob = \"x\"", 1, 1, "override must be written as [[override]]"},
    {"x = ", 1, 5, ""},
};

} // namespace

TEST_CASE("mistakes of a configuration have a place") {
    for (const Bad& row : bad_table) {
        CAPTURE(row.text);
        const auto config = parse_config(row.text, "conf/.statlint.toml");
        REQUIRE_FALSE(config);
        const Error& error = config.error().front();
        CAPTURE(error.to_string());
        CHECK(error.path == "conf/.statlint.toml");
        CHECK(error.line == row.line);
        CHECK(error.column == row.column);
        CHECK(error.message.find(row.message) != std::string::npos);
    }
}

TEST_CASE("all mistakes are reported, not just the first") {
    const auto config = parse_config("a = 1\nb = 2\n", ".statlint.toml");
    REQUIRE_FALSE(config);
    CHECK(config.error().size() == 2);
}

TEST_CASE("a configuration becomes a policy, with overrides by path") {
    const auto config = parse_config(R"(
corpora = ["own", "/abs/corpus"]
builtin-corpus = false
fail-on = "error"
min-coverage = 0.8
min-confidence = 0.5
ignore = ["archive/"]
[severity]
rounding = "error"
[citation]
reach = "section"
works = ["salter-2023"]
page-required = true
[[override]]
glob = "posts/**"
severity = { rounding = "off", missing-citation = "note" }
)",
                                     "conf/.statlint.toml");
    REQUIRE(config);
    CHECK(config->corpora.at(0).text == "conf/own");
    CHECK(config->corpora.at(1).text == "/abs/corpus");
    CHECK_FALSE(config->builtin_corpus);
    CHECK(config->fail_on == Severity::error);
    CHECK(config->min_coverage == 0.8);
    CHECK(config->ignore.covers("archive/2023/x.md"));

    const Policy report = policy_for(*config, "reports/x.md");
    CHECK(report.severities.at("rounding") == Severity::error);
    CHECK(report.severities.count("missing-citation") == 0);
    CHECK(report.reach == Reach::section);
    CHECK(report.page_required);
    CHECK(report.min_confidence == 0.5);
    CHECK(report.citable == std::vector<std::string>{"salter-2023"});

    const Policy post = policy_for(*config, "posts/2024/x.md");
    CHECK(post.severities.at("rounding") == Severity::off);
    CHECK(post.severities.at("missing-citation") == Severity::note);
}
