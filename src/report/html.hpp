#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "report/finding_place.hpp"
#include "report/report.hpp"

// What the files of the HTML report share; nobody else needs it.
namespace statlint {

/// What a reader has to do about a statistic. Each has a colour and a shape of its own.
enum class Mark : std::uint8_t {
    verified,   ///< nothing
    attention,  ///< the number is right, but something about it was found: a citation, a rounding
    misquoted,  ///< mend it
    unverified, ///< look it up: a work of the corpus is cited for it, but no figure covers it
    unjudged,   ///< no card: statlint can't tell
};
inline constexpr std::size_t mark_count = 5;

[[nodiscard]] std::string_view css_class(Mark mark);
/// For people: "Misquoted".
[[nodiscard]] std::string_view label(Mark mark);
/// The shape that stands for it; hidden from screen readers, which read the label.
[[nodiscard]] std::string icon(Mark mark);

/// A statistic of the draft, with the findings about it that are shown.
struct MarkedStatistic {
    const Statistic* statistic = nullptr;
    Mark mark = Mark::unjudged;
    std::vector<const Finding*> findings;
    std::string card;   ///< id of its card; empty where it has none
    std::string anchor; ///< id of its place in the text
    std::string place;  ///< "line 12"
};

/// The statistics of a draft in reading order, and the findings that are about none of them.
struct MarkedDraft {
    std::vector<MarkedStatistic> statistics;
    std::vector<const Finding*> others;
};
[[nodiscard]] MarkedDraft mark_statistics(const CheckedDraft& draft, const LineIndex& lines,
                                          const ReportOptions& options);

/// The card of a statistic: what the draft says, what the corpus says and where, what to write, how to cite it.
void write_card(const CheckedDraft& draft, const MarkedStatistic& marked, std::string& out);
/// The card of a finding that is about no statistic.
void write_card(const CheckedDraft& draft, const Finding& finding, const std::string& place, std::string& out);

/// The reference list of the studies that the draft's figures come from.
void write_references(const CheckedDraft& draft, const MarkedDraft& marked, std::string& out);

/// The draft's text, block by block, with the cards of a block beside it.
void write_text(const CheckedDraft& draft, const MarkedDraft& marked, const LineIndex& lines, std::string& out);

/// Verdicts by study, as a table with bars.
void write_chart(const CheckedDraft& draft, const MarkedDraft& marked, std::string& out);
/// One bar with a stretch for each mark, `whole` units wide.
[[nodiscard]] std::string bar(const std::size_t (&counts)[mark_count], std::size_t whole);

} // namespace statlint
