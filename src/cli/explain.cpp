#include <charconv>
#include <iterator>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/explain_statistic.hpp"
#include "cli/run.hpp"
#include "cli/terminal.hpp"
#include "corpus/closest_name.hpp"

namespace statlint {

namespace {

struct ExplainOptions {
    RunOptions run;
    std::string target;
};

/// "FILE:LINE[:COL]"
struct Place {
    std::string path;
    std::uint32_t line = 0;
    std::uint32_t column = 0; ///< 0: the whole line
};

/// Takes ":12" off the end of `text`.
std::optional<std::uint32_t> take_number(std::string& text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0) return std::nullopt;
    const std::string_view digits = std::string_view(text).substr(colon + 1);
    std::uint32_t number = 0;
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (code != std::errc() || end != digits.data() + digits.size() || number == 0) return std::nullopt;
    text.resize(colon);
    return number;
}

std::optional<Place> parse_place(std::string text) {
    const auto last = take_number(text);
    if (!last) return std::nullopt;
    if (const auto line = take_number(text)) return Place{.path = text, .line = *line, .column = *last};
    return Place{.path = text, .line = *last};
}

std::string describe(const RuleInfo& rule) {
    std::string out = fmt::format("{} ({})\n{}\n", rule.id, name(rule.severity), rule.summary);
    if (!rule.text.empty()) out += fmt::format("\n{}\n", rule.text);
    if (!rule.bad.empty()) out += fmt::format("\nwrong: {}\n", rule.bad);
    if (!rule.good.empty()) out += fmt::format("right: {}\n", rule.good);
    return out;
}

int explain_rule(const std::string& id) {
    const auto knowledge = load_knowledge({}, true);
    if (!knowledge) {
        print_errors(knowledge.error());
        return exit_trouble;
    }
    std::vector<std::string_view> known;
    for (const RuleInfo& rule : rules_of(**knowledge)) {
        if (rule.id == id) {
            print(describe(rule));
            return exit_clean;
        }
        known.push_back(rule.id);
    }
    print_error({.message = fmt::format("unknown rule \"{}\"{}\n  the rules are {}; for a statistic: FILE:LINE[:COL]",
                                        id, did_you_mean(id, known), fmt::join(known, ", ")),
                 .path = {}});
    return exit_trouble;
}

/// The statistics on the line; with a column those that stand on it.
std::vector<std::uint32_t> statistics_at(const Analysis& analysis, const LineIndex& lines, const Place& place) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < analysis.statistics.size(); ++i) {
        const SourceSpan span = analysis.document.to_source(analysis.statistics[i].quantity.span);
        const Position from = lines.locate(span.start), to = lines.locate(span.end);
        if (place.line < from.line || place.line > to.line) continue;
        const bool before = place.line == from.line && place.column < from.column;
        const bool after = place.line == to.line && place.column >= to.column;
        if (place.column == 0 || (!before && !after)) found.push_back(i);
    }
    return found;
}

int explain_place(const ExplainOptions& options, const Place& place) {
    RunOptions run = options.run;
    run.paths = {place.path};
    Settings settings(run);
    const Plan plan = make_plan(run, settings, true);
    print_errors(plan.errors);
    if (!plan.errors.empty()) return exit_trouble;
    if (plan.jobs.size() != 1) {
        print_error({.message = "is not one draft that is checked", .path = place.path});
        return exit_trouble;
    }
    const Job& job = plan.jobs.front();
    Result<Document> document = read_draft(job);
    if (!document) {
        print_error(document.error());
        return exit_trouble;
    }
    const Analysis analysis = analyse(std::move(*document), *job.knowledge, job.policy, true);
    const LineIndex lines(analysis.document.source);
    if (place.line > lines.lines()) {
        print_error({.message = fmt::format("has only {} lines", lines.lines()), .path = place.path});
        return exit_trouble;
    }
    const auto found = statistics_at(analysis, lines, place);
    const CheckedDraft draft{.path = job.shown, .analysis = analysis, .corpus = corpus_of(*job.knowledge)};
    for (const std::uint32_t index : found) print(explain_statistic(draft, lines, index));
    if (found.empty()) print(fmt::format("{}:{}: no statistic here\n", place.path, place.line));
    return exit_clean;
}

int run_explain(const ExplainOptions& options) {
    if (const auto place = parse_place(options.target)) return explain_place(options, *place);
    return explain_rule(options.target);
}

} // namespace

std::function<int()> declare_explain(CLI::App& app) {
    auto options = std::make_shared<ExplainOptions>();
    app.add_option("target", options->target, "a rule's id, or FILE:LINE or FILE:LINE:COLUMN")
        ->type_name("RULE|FILE:LINE[:COL]")
        ->required();
    app.add_option("--format-in", options->run.format_in, "read the file as this format");
    declare_corpus_options(app, options->run);
    return [options] { return run_explain(*options); };
}

} // namespace statlint
