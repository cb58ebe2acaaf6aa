// The report that people read and print: one page that loads nothing and runs nothing, the same bytes for the same
// drafts. Draft text goes through xml_text and stands only between tags.
#include <fmt/format.h>

#include "corpus/corpus.hpp"
#include "report/formats.hpp"
#include "report/html.hpp"
#include "report/xml_text.hpp"
#include "text/sha256.hpp"

namespace statlint {

namespace {

void write_count(Mark mark, std::string_view text, std::size_t count, std::string& out) {
    out += fmt::format("<li class=\"{}\">{}<b>{}</b> {}</li>\n", css_class(mark), icon(mark), count, text);
}

void write_overview(const RunSummary& summary, std::string& out) {
    out += "<section class=\"overview\"><h2>Drafts</h2>\n<div class=\"wide\"><table class=\"index\">\n<thead><tr>"
           "<th scope=\"col\">Draft</th><th scope=\"col\">Statistics</th><th scope=\"col\">Verified</th>"
           "<th scope=\"col\">Misquoted</th><th scope=\"col\">Not judged</th><th scope=\"col\">Findings</th>"
           "<th></th></tr></thead>\n";
    for (const DraftSummary& draft : summary.drafts) {
        const Coverage& c = draft.coverage;
        const std::size_t counts[mark_count] = {c.verified, 0, c.misquoted, c.unverified, c.unjudged() - c.unverified};
        out += fmt::format("<tr><th scope=\"row\"><a href=\"#d{}\">{}</a></th><td>{}</td><td>{}</td><td{}>{}</td>"
                           "<td>{}</td><td{}>{}</td><td class=\"bars\">{}</td></tr>\n",
                           draft.number + 1, xml_text(draft.path), c.statistics, c.verified,
                           c.misquoted > 0 ? " class=\"misquoted\"" : "", c.misquoted, c.unjudged(),
                           draft.findings > 0 ? " class=\"some\"" : "", draft.findings, bar(counts, c.statistics));
    }
    out += "</table></div></section>\n";
}

void write_errors(std::span<const Error> errors, std::string& out) {
    if (errors.empty()) return;
    out += "<section class=\"trouble\"><h2>Not checked</h2>\n<ul>\n";
    for (const Error& error : errors) out += fmt::format("<li>{}</li>\n", xml_text(error.to_string()));
    out += "</ul></section>\n";
}

void write_legend(std::string& out) {
    out += "<ul class=\"legend\" aria-label=\"Marks\">";
    for (std::size_t i = 0; i < mark_count; ++i)
        out += fmt::format("<li>{}{}</li>", icon(static_cast<Mark>(i)), label(static_cast<Mark>(i)));
    out += "</ul>\n";
}

void write_sign_off(const RunSummary& summary, const ReportOptions& options, std::string& out) {
    if (options.sign_off.empty()) return;
    const std::size_t open = summary.findings();
    out += fmt::format("<section class=\"sign-off\"><h2>Sign-off</h2><p><b>{}</b> has read this report{} and vouches "
                       "for the {}.</p><p class=\"lines\"><span>Signature</span><span>Date</span></p></section>\n",
                       xml_text(options.sign_off),
                       open == 0 ? std::string()
                                 : fmt::format(" with its {} open {}", open, open == 1 ? "finding" : "findings"),
                       summary.drafts.size() == 1 ? "draft" : "drafts");
}

/// What was left out has to be seen by whoever signs.
void write_suppressed(const Analysis& analysis, std::string& out) {
    if (analysis.suppressed.empty()) return;
    out += "<section class=\"references\"><h3>Suppressed in the draft</h3>\n<ul>\n";
    for (const Suppressed& one : analysis.suppressed)
        out += fmt::format("<li>{} <code>{}</code> {}</li>\n", xml_text(one.finding.message), one.finding.rule,
                           one.reason.empty() ? "(no reason given)" : xml_text(one.reason));
    out += "</ul></section>\n";
}

} // namespace

void html_front(const RunSummary& summary, const ReportOptions& options, std::string& out) {
    const std::string_view style = embedded_rules("html/report.css");
    const std::string title = summary.drafts.size() == 1 ? xml_text(summary.drafts.front().path)
                                                         : fmt::format("{} drafts", summary.drafts.size());
    out += "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
    out += fmt::format("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                       "'sha256-{}'; base-uri 'none'; form-action 'none'\">\n",
                       base64(sha256(style)));
    out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n";
    out += fmt::format("<title>Statistics of {}</title>\n<style>{}</style>\n</head>\n<body>\n", title, style);
    out += "<a class=\"skip\" href=\"#drafts\">Skip to the text</a>\n";
    out += embedded_rules("html/shapes.svg");
    out += fmt::format("<header class=\"page\"><p class=\"kind\">Statistics check</p><h1>{}</h1>\n", title);
    const Coverage& c = summary.coverage;
    out += "<ul class=\"counts\">\n";
    write_count(Mark::misquoted, "misquoted", c.misquoted, out);
    write_count(Mark::verified, c.verified == 1 ? "number verified" : "numbers verified", c.verified, out);
    write_count(Mark::unverified, "not in the corpus", c.unverified, out);
    write_count(Mark::unjudged, "not judged", c.unjudged() - c.unverified, out);
    out += "</ul>\n";
    out += fmt::format("<p class=\"coverage\">{} of {} {} matched to a figure of the corpus ({:.0f}%). "
                       "A number that was not judged is not a number that is right.</p>\n",
                       c.matched, c.statistics, c.statistics == 1 ? "statistic" : "statistics", 100 * c.share());
    write_legend(out);
    out += "</header>\n";
    write_errors(summary.errors, out);
    if (summary.drafts.size() > 1) write_overview(summary, out);
    write_sign_off(summary, options, out);
    out += "<main id=\"drafts\" tabindex=\"-1\">\n";
}

void html_draft(const CheckedDraft& draft, const ReportOptions& options, std::string& out) {
    const LineIndex lines(draft.analysis.document.source);
    const MarkedDraft marked = mark_statistics(draft, lines, options);
    Coverage coverage;
    coverage.add(draft.analysis);
    out += fmt::format("<section class=\"draft\" id=\"d{}\">\n<h2>{}</h2>\n", draft.number + 1, xml_text(draft.path));
    write_chart(draft, marked, out);
    write_text(draft, marked, lines, out);
    write_references(draft, marked, out);
    write_suppressed(draft.analysis, out);
    out += fmt::format("<p class=\"hash\">{}<br>SHA-256 of the text <code>{}</code></p>\n</section>\n",
                       coverage.to_string(), hex(sha256(draft.analysis.document.source)));
}

void html_tail(const RunSummary& summary, const ReportOptions&, std::string& out) {
    out += fmt::format("</main>\n<footer><p>statlint {} with the corpus {}<br>SHA-256 of the corpus <code>{}</code></p>"
                       "</footer>\n</body>\n</html>\n",
                       STATLINT_VERSION, xml_text(summary.edition), summary.hash);
}

} // namespace statlint
