#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/quantities.hpp"
#include "cli/run.hpp"
#include "cli/terminal.hpp"
#include "report/draft_json.hpp"

namespace statlint {

namespace {

struct ExtractOptions {
    RunOptions run;
    std::string format = "text";
    bool ndjson = false;
};

Outcome extract_draft(const Job& job, const NumberWords& words, const ReportFormat<ExtractedDraft>& format,
                      const ReportOptions& report) {
    Outcome outcome;
    const Result<Document> document = read_draft(job);
    if (!document) {
        outcome.errors.push_back(document.error());
        return outcome;
    }
    ++outcome.coverage.files;
    const std::vector<Quantity> quantities = quantities_of(*document, words);
    format.draft({.path = job.shown, .document = *document, .quantities = quantities}, report, outcome.output);
    return outcome;
}

int run_over_drafts(const ExtractOptions& options, const NumberWords& words) {
    Settings settings(options.run);
    const Plan plan = make_plan(options.run, settings, false);
    const auto& format = by_name(extract_formats(), options.format);
    const ReportOptions report{.color = wants_color(options.run.color), .show = Severity::note};
    return code_of(run_jobs(plan, frame_of(format, report), options.run.quiet,
                            [&](const Job& job) { return extract_draft(job, words, format, report); }));
}

Error no_request(const char* why) {
    return {.message = why, .path = "<stdin>"};
}

/// One line in, one line out. The id is handed back as it came, whatever its type. Offsets are bytes of the text.
Result<void> answer_line(const std::string& line, const NumberWords& words, std::string& out) {
    const nlohmann::json request = nlohmann::json::parse(line, nullptr, false);
    if (request.is_discarded() || !request.is_object()) return tl::unexpected(no_request("not a JSON object"));
    const auto id = request.find("id"), text = request.find("text");
    if (id == request.end()) return tl::unexpected(no_request("has no \"id\""));
    if (text == request.end() || !text->is_string()) return tl::unexpected(no_request("has no \"text\" string"));
    const auto& prose = text->get_ref<const std::string&>();
    std::vector<Quantity> quantities;
    find_quantities(prose, 0, words, quantities);
    out += "{\"id\":" + id->dump() + ",";
    JsonWriter json(out);
    json.key("quantities").begin_array();
    for (const Quantity& quantity : quantities) {
        json.begin_object().member("start", quantity.span.start).member("end", quantity.span.end);
        json.member("text", std::string_view(prose).substr(quantity.span.start, quantity.span.size()));
        write_quantity(json, quantity);
        json.end_object();
    }
    json.end_array();
    out += "}\n";
    return {};
}

int run_over_lines(const NumberWords& words) {
    std::ios::sync_with_stdio(false);
    int code = exit_clean;
    std::string line, out;
    for (int number = 1; std::getline(std::cin, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        out.clear();
        if (auto answered = answer_line(line, words, out); !answered) {
            answered.error().line = number;
            print_error(answered.error());
            code = exit_trouble;
        }
        print(out);
        // Who asks line by line waits for the answer.
        if (std::cin.rdbuf()->in_avail() <= 0) std::fflush(stdout);
    }
    return code;
}

int run_extract(const ExtractOptions& options) {
    const Result<NumberWords> words = builtin_number_words();
    if (!words) {
        print_error(words.error());
        return exit_trouble;
    }
    return options.ndjson ? run_over_lines(*words) : run_over_drafts(options, *words);
}

} // namespace

std::function<int()> declare_extract(CLI::App& app) {
    auto options = std::make_shared<ExtractOptions>();
    declare_input_options(app, options->run);
    app.add_option("--config", options->run.config, "use FILE instead of the nearest .statlint.toml");
    declare_format(app, options->format, names_of(extract_formats()));
    app.add_flag("--ndjson", options->ndjson, R"(read {"id","text"} lines, answer {"id","quantities"} lines)");
    declare_output_options(app, options->run);
    return [options] { return run_extract(*options); };
}

} // namespace statlint
