#include "cli/debug_output.hpp"

#include <iterator>
#include <memory>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/quantities.hpp"
#include "cli/run.hpp"
#include "cli/terminal.hpp"
#include "document/dump.hpp"
#include "report/json_writer.hpp"

namespace statlint {

namespace {

void write_quantity_line(const Document& document, const Quantity& quantity, std::string& out) {
    fmt::format_to(std::back_inserter(out), "{}-{} {} {} {} {} ", quantity.span.start, quantity.span.end,
                   name(quantity.kind), format_number(quantity.low), format_number(quantity.high),
                   name(quantity.hedge));
    JsonWriter(out).value(document.view(quantity.span));
    out += '\n';
}

/// Runs `look` over the documents of all drafts.
int run_over(const RunOptions& options, bool with_knowledge,
             const std::function<void(const Job&, Document&&, std::string& out)>& look) {
    Settings settings(options);
    const Plan plan = make_plan(options, settings, with_knowledge);
    const Frame frame{.head = "", .separator = "", .tail = [](const RunSummary&, std::string&) {}};
    return code_of(run_jobs(plan, frame, options.quiet, [&](const Job& job) {
        Outcome outcome;
        Result<Document> document = read_draft(job);
        if (document)
            look(job, std::move(*document), outcome.output);
        else
            outcome.errors.push_back(document.error());
        return outcome;
    }));
}

} // namespace

int run_debug(const RunOptions& options, const std::string& what) {
    if (what == "document")
        return run_over(options, false, [](const Job& job, const Document& document, std::string& out) {
            out += job.shown + "\n" + dump(document);
        });
    const Result<NumberWords> words = builtin_number_words();
    if (!words) {
        print_error(words.error());
        return exit_trouble;
    }
    return run_over(options, false, [&words](const Job& job, const Document& document, std::string& out) {
        out += job.shown + "\n";
        for (const Quantity& quantity : quantities_of(document, *words)) write_quantity_line(document, quantity, out);
    });
}

int run_stage(const RunOptions& options, const std::string& stage) {
    if (stage == "parse") return run_over(options, false, [](const Job&, const Document&, std::string&) {});
    if (stage == "check")
        return run_over(options, true, [](const Job& job, Document&& document, std::string&) {
            const Analysis analysis = analyse(std::move(document), *job.knowledge, job.policy);
        });
    const Result<NumberWords> words = builtin_number_words();
    if (!words) {
        print_error(words.error());
        return exit_trouble;
    }
    return run_over(options, false, [&words](const Job&, const Document& document, std::string&) {
        const std::vector<Quantity> quantities = quantities_of(document, *words);
    });
}

} // namespace statlint
