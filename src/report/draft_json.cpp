#include "report/draft_json.hpp"

#include <algorithm>

namespace statlint {

namespace {

void add_once(std::vector<std::string_view>& list, std::string_view item) {
    if (std::ranges::find(list, item) == list.end()) list.push_back(item);
}

void write_fixes(JsonWriter& json, const Document& document, const std::vector<Fix>& fixes) {
    json.key("fixes").begin_array();
    for (const Fix& fix : fixes) {
        const SourceSpan span = document.to_source(fix.span);
        json.begin_object().member("start", span.start).member("end", span.end);
        json.member("replacement", fix.replacement).member("certain", fix.certain).end_object();
    }
    json.end_array();
}

void write_place(JsonWriter& json, std::string_view path, const Document& document, const LineIndex& lines,
                 SourceSpan source, std::uint32_t text) {
    const Position at = lines.locate(source.start);
    json.member("path", path).member("line", at.line).member("column", at.column);
    json.member("start", source.start).member("end", source.end).member("text", document.view(source));
    if (const std::string location = document.location_of(text); !location.empty()) json.member("location", location);
}

} // namespace

void write_place(JsonWriter& json, std::string_view path, const Document& document, const LineIndex& lines,
                 TextSpan span) {
    write_place(json, path, document, lines, document.to_source(span), span.start);
}

void write_quantity(JsonWriter& json, const Quantity& quantity) {
    json.member("kind", name(quantity.kind));
    if (quantity.is_pair())
        json.member("low", quantity.low).member("high", quantity.high);
    else
        json.member("value", quantity.value());
    if (!quantity.unit.empty()) json.member("unit", quantity.unit);
    json.member("hedge", name(quantity.hedge));
}

std::vector<std::vector<std::string_view>> rules_by_statistic(const Analysis& analysis) {
    std::vector<std::vector<std::string_view>> rules(analysis.statistics.size());
    for (const Finding& finding : analysis.findings)
        if (finding.statistic < rules.size()) add_once(rules[finding.statistic], finding.rule);
    return rules;
}

std::vector<std::string_view> cited_works(const CheckedDraft& draft, const Statistic& statistic) {
    std::vector<std::string_view> ids;
    const Corpus& corpus = draft.corpus;
    const WorkIndex own = statistic.figure < corpus.figures.size() ? corpus.figures[statistic.figure].work : none;
    for (const std::uint32_t index : statistic.citations) {
        const std::vector<WorkIndex>& works = draft.analysis.citations.at(index).works;
        // "Salter et al., 2023" may be any of three reports; beside a figure of one of them it is that one.
        const bool settled = std::ranges::find(works, own) != works.end();
        for (const WorkIndex work : works)
            if (work < corpus.works.size() && (!settled || work == own)) add_once(ids, corpus.works[work].id);
    }
    return ids;
}

void write_statistic(JsonWriter& json, const CheckedDraft& draft, const LineIndex& lines, std::uint32_t index,
                     std::span<const std::string_view> rules) {
    const Statistic& statistic = draft.analysis.statistics[index];
    json.begin_object();
    write_place(json, draft.path, draft.analysis.document, lines, statistic.quantity.span);
    json.key("quantity").begin_object();
    write_quantity(json, statistic.quantity);
    json.end_object().key("figure");
    if (statistic.figure < draft.corpus.figures.size())
        json.value(draft.corpus.figures[statistic.figure].id);
    else
        json.null();
    json.member("score", statistic.score).member("verdict", name(statistic.verdict)).key("rules").begin_array();
    for (const std::string_view rule : rules) json.value(rule);
    json.end_array().member("expected", statistic.expected).key("cited").begin_array();
    for (const std::string_view work : cited_works(draft, statistic)) json.value(work);
    json.end_array();
    if (statistic.near_miss < draft.corpus.figures.size()) {
        json.key("near-miss").begin_object().member("figure", draft.corpus.figures[statistic.near_miss].id);
        json.member("score", statistic.near_score).end_object();
    }
    json.end_object();
}

void write_finding(JsonWriter& json, const CheckedDraft& draft, const LineIndex& lines, const Finding& finding) {
    json.begin_object();
    const Document& document = draft.analysis.document;
    write_place(json, draft.path, document, lines, source_of(document, finding), finding.span.start);
    json.member("rule", finding.rule).member("severity", name(finding.severity)).member("message", finding.message);
    json.member("help", finding.help).key("notes").begin_array();
    for (const std::string& note : finding.notes) json.value(note);
    json.end_array().key("figure");
    if (finding.figure < draft.corpus.figures.size())
        json.value(draft.corpus.figures[finding.figure].id);
    else
        json.null();
    write_fixes(json, draft.analysis.document, finding.fixes);
    json.end_object();
}

void write_coverage(JsonWriter& json, const Coverage& coverage) {
    json.key("coverage").begin_object();
    json.member("statistics", coverage.statistics).member("matched", coverage.matched);
    json.member("verified", coverage.verified).member("misquoted", coverage.misquoted);
    json.member("unverified", coverage.unverified).member("unjudged", coverage.unjudged());
    json.member("share", coverage.share()).member("files", coverage.files).member("skipped", coverage.skipped);
    json.end_object();
}

void write_errors(JsonWriter& json, std::span<const Error> errors) {
    json.key("errors").begin_array();
    for (const Error& error : errors) {
        json.begin_object().member("path", error.path).member("line", error.line).member("column", error.column);
        json.member("message", error.message).end_object();
    }
    json.end_array();
}

} // namespace statlint
