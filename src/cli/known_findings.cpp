#include "cli/known_findings.hpp"

#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/terminal.hpp"
#include "text/line_index.hpp"

namespace statlint {

namespace {

/// Where git's lines are not the text's: in containers, and where a lone carriage return ends a line.
bool has_other_lines(const Document& document) {
    if (document.form == SourceForm::extracted) return true;
    const std::string& source = document.source;
    for (std::size_t at = source.find('\r'); at != std::string::npos; at = source.find('\r', at + 1))
        if (at + 1 == source.size() || source[at + 1] != '\n') return true;
    return false;
}

/// A finding is touched where its paragraph was: what makes it true may stand in another line of it. Of a comment that
/// suppresses, the line behind it counts, too.
bool is_touched(const Finding& finding, const Document& document, const LineIndex& lines, const ChangedLines& changes,
                const std::string& path) {
    SourceSpan span = source_of(document, finding);
    std::uint32_t more = 1;
    if (finding.source.empty()) {
        more = 0;
        if (const std::uint32_t block = document.block_at(finding.span.start); block != no_block)
            span = span.cover(document.to_source(document.blocks[block].text));
    }
    return changes.touches(path, lines.locate(span.start).line, lines.locate(span.end).line + more);
}

std::string counted(std::size_t count, std::string_view rest) {
    return fmt::format("{} {} {}", count, count == 1 ? "finding" : "findings", rest);
}

} // namespace

void declare_known_findings_options(CLI::App& app, KnownFindingsOptions& options) {
    app.add_option("--baseline", options.baseline, "leave out the findings that FILE lists")->type_name("FILE");
    app.add_flag("--update-baseline,--write-baseline", options.update,
                 "write what there is into the file of --baseline");
    app.add_option("--diff-base", options.diff_base, "report only paragraphs that changed since REV, as git tells")
        ->type_name("REV");
}

std::unique_ptr<KnownFindings> KnownFindings::open(const KnownFindingsOptions& options) {
    auto made = std::make_unique<KnownFindings>();
    made->update_ = options.update;
    made->diff_base_ = options.diff_base;
    const auto fail = [](const Error& error) {
        print_error(error);
        return nullptr;
    };
    if (options.update && options.baseline.empty())
        return fail({.message = "--update-baseline wants --baseline FILE", .path = {}});
    if (options.update && !options.diff_base.empty())
        return fail(
            {.message = "a baseline of a part of the findings: --update-baseline excludes --diff-base", .path = {}});
    std::error_code code;
    if (options.update && !std::filesystem::exists(options.baseline, code)) {
        made->baseline_.emplace(options.baseline);
    } else if (!options.baseline.empty()) {
        auto loaded = Baseline::load(options.baseline);
        if (!loaded) return fail(loaded.error());
        made->baseline_.emplace(std::move(*loaded));
    }
    if (!options.diff_base.empty()) {
        auto changes = ChangedLines::since(options.diff_base);
        if (!changes) return fail(changes.error());
        made->changes_.emplace(std::move(*changes));
    }
    return made;
}

void KnownFindings::filter(const Job& job, Analysis& analysis, Severity from) {
    const Corpus& corpus = corpus_of(*job.knowledge);
    if (update_) {
        baseline_->note(analysis, corpus, job.shown, from);
        accepted_ += static_cast<std::size_t>(
            std::erase_if(analysis.findings, [from](const Finding& f) { return f.severity >= from; }));
        return;
    }
    if (baseline_) accepted_ += baseline_->filter(analysis, corpus, job.shown);
    if (!changes_ || analysis.findings.empty() || changes_->touches_all(job.shown, has_other_lines(analysis.document)))
        return;
    const LineIndex lines(analysis.document.source);
    untouched_ += static_cast<std::size_t>(std::erase_if(analysis.findings, [&](const Finding& finding) {
        return !is_touched(finding, analysis.document, lines, *changes_, job.shown);
    }));
}

bool KnownFindings::finish(bool trouble, bool quiet) {
    if (update_) {
        if (trouble) {
            print_remark("the baseline was not written, because not everything could be checked");
            return false;
        }
        const auto written = baseline_->write();
        if (!written) {
            print_error(written.error());
            return false;
        }
        if (!quiet) print_remark(counted(*written, "in the baseline"));
        return true;
    }
    // What is not reported is said: a gate must not look greener than it is.
    if (!quiet && accepted_ > 0) print_remark(counted(accepted_, "of the baseline not shown"));
    if (!quiet && untouched_ > 0)
        print_remark(counted(untouched_, fmt::format("outside of what changed since {} not shown", diff_base_)));
    return true;
}

} // namespace statlint
