// JUnit's XML, as Jenkins and GitLab read it: a draft is a suite and a statistic a test. One that no figure of the
// corpus covers was skipped, not passed. Places are in the names, as people read them: code points.
#include <fmt/format.h>

#include "report/finding_place.hpp"
#include "report/formats.hpp"
#include "report/xml_text.hpp"

namespace statlint {

namespace {

struct Suite {
    std::string cases;
    std::size_t tests = 0, failures = 0, skipped = 0;
};

std::string shown(const FindingPlace& place) {
    return place.location.empty() ? fmt::format("{}:{}", place.start.line, place.start.column) : place.location;
}

void add_case(Suite& suite, const CheckedDraft& draft, const std::string& title, const std::string& place,
              const std::vector<const Finding*>& findings, bool judged, Severity fail) {
    ++suite.tests;
    std::string body;
    bool failed = false;
    for (const Finding* finding : findings) {
        std::string text = finding->message;
        if (!finding->help.empty()) (text += "\nhelp: ") += finding->help;
        for (const std::string& note : finding->notes) (text += '\n') += note;
        // A test fails once; what else there is to say stands in its output.
        if (finding->severity >= fail && !failed) {
            body += fmt::format("      <failure type=\"{}\" message=\"{}\">{}:{}: {}</failure>\n", finding->rule,
                                xml_text(finding->message), xml_text(draft.path), xml_text(place), xml_text(text));
            failed = true;
        } else {
            body += fmt::format("      <system-out>{} [{}]: {}</system-out>\n", name(finding->severity), finding->rule,
                                xml_text(text));
        }
    }
    if (failed) ++suite.failures;
    if (!failed && !judged) {
        ++suite.skipped;
        body.insert(0, "      <skipped message=\"no figure of the corpus covers it\"/>\n");
    }
    suite.cases += fmt::format("    <testcase classname=\"{}\" name=\"{}\"", xml_text(draft.path),
                               xml_text(title + " at " + place));
    suite.cases += body.empty() ? "/>\n" : ">\n" + body + "    </testcase>\n";
}

} // namespace

void check_junit(const CheckedDraft& draft, const ReportOptions& options, std::string& out) {
    const Analysis& analysis = draft.analysis;
    const LineIndex lines(analysis.document.source);
    std::vector<std::vector<const Finding*>> by_statistic(analysis.statistics.size());
    std::vector<const Finding*> others;
    for (const Finding* finding : shown_findings(draft, options))
        (finding->statistic < by_statistic.size() ? by_statistic[finding->statistic] : others).push_back(finding);
    Suite suite;
    for (std::size_t i = 0; i < by_statistic.size(); ++i) {
        const Statistic& statistic = analysis.statistics[i];
        const std::string place = shown(place_of(draft, lines, statistic.quantity.span));
        add_case(suite, draft, std::string(analysis.document.view(statistic.quantity.span)), place, by_statistic[i],
                 statistic.figure != none, options.fail);
    }
    for (const Finding* finding : others)
        add_case(suite, draft, finding->rule, shown(place_of(draft, lines, *finding)), {finding}, true, options.fail);
    out += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">\n{}"
                       "  </testsuite>\n",
                       xml_text(draft.path), suite.tests, suite.failures, suite.skipped, suite.cases);
}

void junit_tail(const RunSummary& summary, const ReportOptions&, std::string& out) {
    if (const std::size_t count = summary.errors.size(); count > 0) {
        out += fmt::format(
            "  <testsuite name=\"unchecked\" tests=\"{0}\" failures=\"0\" errors=\"{0}\" skipped=\"0\">\n", count);
        for (const Error& error : summary.errors) {
            const std::string text = xml_text(error.to_string());
            out += fmt::format("    <testcase classname=\"unchecked\" name=\"{0}\">\n      <error type=\"unchecked\" "
                               "message=\"{1}\">{1}</error>\n    </testcase>\n",
                               xml_text(error.path.empty() ? "statlint" : error.path), text);
        }
        out += "  </testsuite>\n";
    }
    out += "</testsuites>\n";
}

} // namespace statlint
