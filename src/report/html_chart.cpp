#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "corpus/describe.hpp"
#include "report/html.hpp"
#include "report/xml_text.hpp"

namespace statlint {

namespace {

constexpr std::size_t bar_width = 240;

struct Tally {
    std::size_t counts[mark_count] = {};
    std::size_t sum = 0;
};

/// The study that a statistic is about: its figure's, or the work that is cited for it.
WorkIndex study_of(const CheckedDraft& draft, const Statistic& statistic) {
    if (statistic.figure < draft.corpus.figures.size()) return draft.corpus.figures[statistic.figure].work;
    for (const std::uint32_t index : statistic.citations)
        for (const WorkIndex work : draft.analysis.citations[index].works)
            if (work < draft.corpus.works.size()) return work;
    return none;
}

} // namespace

std::string bar(const std::size_t (&counts)[mark_count], std::size_t whole) {
    std::string out = fmt::format("<svg class=\"bar\" viewBox=\"0 0 {} 14\" preserveAspectRatio=\"none\" "
                                  "aria-hidden=\"true\" focusable=\"false\">",
                                  bar_width);
    double x = 0;
    for (std::size_t i = 0; i < mark_count; ++i) {
        if (counts[i] == 0 || whole == 0) continue;
        const double width = static_cast<double>(bar_width * counts[i]) / static_cast<double>(whole);
        out += fmt::format("<rect class=\"{0}\" x=\"{1:.1f}\" y=\"0\" width=\"{2:.1f}\" height=\"14\"/>"
                           "<rect class=\"pattern\" fill=\"url(#p-{0})\" x=\"{1:.1f}\" y=\"0\" width=\"{2:.1f}\" "
                           "height=\"14\"/>",
                           css_class(static_cast<Mark>(i)), x, width);
        x += width;
    }
    return out + "</svg>";
}

void write_chart(const CheckedDraft& draft, const MarkedDraft& marked, std::string& out) {
    std::map<WorkIndex, Tally> by_study;
    for (const MarkedStatistic& one : marked.statistics) {
        if (one.mark == Mark::unjudged) continue;
        Tally& tally = by_study[study_of(draft, *one.statistic)];
        ++tally.counts[static_cast<std::size_t>(one.mark)];
        ++tally.sum;
    }
    if (by_study.empty()) return;
    std::vector<std::pair<WorkIndex, Tally>> rows(by_study.begin(), by_study.end());
    std::ranges::stable_sort(rows, std::greater<>(), [](const auto& row) { return row.second.sum; });
    const std::size_t whole = rows.front().second.sum;
    out += "<table class=\"chart\"><caption>Verdicts by study</caption>\n";
    for (const auto& [study, tally] : rows) {
        std::string counts;
        for (std::size_t i = 0; i < mark_count; ++i)
            if (tally.counts[i] > 0)
                counts += fmt::format("<span class=\"count\">{}<span class=\"unseen\">{} </span>{}</span> ",
                                      icon(static_cast<Mark>(i)), label(static_cast<Mark>(i)), tally.counts[i]);
        const std::string name =
            study < draft.corpus.works.size() ? short_name(draft.corpus.works[study]) : "The draft's own numbers";
        out += fmt::format("<tr><th scope=\"row\">{}</th><td class=\"bars\">{}</td><td>{}</td></tr>\n", xml_text(name),
                           bar(tally.counts, whole), counts);
    }
    out += "</table>\n";
}

} // namespace statlint
