#include "rules/rule.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "corpus/describe.hpp"

namespace statlint {

DraftPart part_of(const Analysis& analysis, IndexRange blocks) {
    DraftPart part;
    part.blocks = blocks;
    part.statistics = with_keys(analysis.statistics, blocks, &Statistic::block);
    part.citations = with_keys(analysis.citations, blocks, &Citation::block);
    part.derivations = with_keys(analysis.derivations, blocks,
                                 [&](const Derivation& d) { return analysis.statistics[d.statistic].block; });
    part.stated_findings = with_keys(analysis.stated_findings, blocks,
                                     [&](const StatedFinding& s) { return analysis.citations[s.citation].block; });
    return part;
}

DraftPart whole(const Analysis& analysis) {
    return part_of(analysis, {0, static_cast<std::uint32_t>(analysis.document.blocks.size())});
}

std::string RuleContext::words_of(const Statistic& statistic) const {
    TextSpan span = statistic.quantity.span;
    if (!statistic.quantity.hedge_span.empty()) span = span.cover(statistic.quantity.hedge_span);
    return std::string(analysis.document.view(span));
}

Severity RuleContext::severity_of(const RuleInfo& info) const {
    const auto set = policy.severities.find(info.id);
    if (set != policy.severities.end()) return set->second;
    if (info.id == "missing-page" && policy.page_required) return Severity::warning;
    return info.severity;
}

bool RuleContext::enabled(std::string_view rule) const {
    return severity_of(knowledge.texts.find(rule)) != Severity::off;
}

Finding* RuleContext::report(std::string_view rule, std::uint32_t index, Fills values, TextSpan span) {
    const RuleInfo& info = knowledge.texts.find(rule);
    const Severity severity = severity_of(info);
    if (severity == Severity::off) return nullptr;
    Finding finding;
    finding.rule = info.id;
    finding.severity = severity;
    finding.span = span;
    finding.statistic = index;
    if (index != none) {
        const Statistic& statistic = analysis.statistics[index];
        if (span.empty()) finding.span = statistic.quantity.span;
        values.emplace_back("draft", words_of(statistic));
        if (statistic.figure != none) {
            const Figure& figure = figure_of(statistic);
            finding.figure = statistic.figure;
            if (std::ranges::find(values, "right", &Fills::value_type::first) == values.end())
                values.emplace_back("right", expected_text(statistic.quantity, figure));
            values.emplace_back("figure", figure.measure);
            if (figure.work != none) values.emplace_back("work", short_name(knowledge.corpus.works[figure.work]));
            finding.notes.push_back(fmt::format("{}: {}", figure.id, printed_at(knowledge.corpus, figure)));
        }
    }
    finding.message = fill(info.message, values);
    finding.help = fill(info.help, values);
    out_.push_back(std::move(finding));
    return &out_.back();
}

} // namespace statlint
