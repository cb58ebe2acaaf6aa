// For every figure of the corpus: its own accept sentences verify; with another value, a turned hedge or another unit
// the same sentences are flagged; digits, words and equal forms are judged alike.
#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "checked_draft.hpp"
#include "match/compare.hpp"

using namespace statlint;

namespace {

/// The statistic of a sentence that is about a figure, or null.
const Statistic* about(const Analysis& analysis, FigureIndex figure) {
    for (const Statistic& s : analysis.statistics)
        if (s.figure == figure) return &s;
    return nullptr;
}

struct Place {
    std::string sentence;
    Statistic statistic;
    SourceSpan number; ///< with its hedge
    SourceSpan bare;
};

std::vector<Place> places(FigureIndex index) {
    std::vector<Place> found;
    for (const std::string& sentence : (*corpus_of(built_in()).examples)[index].accept) {
        const Analysis analysis = check_draft(sentence);
        const Statistic* s = about(analysis, index);
        if (s == nullptr) continue;
        // "one boy in five" has its noun inside: another form in its place would lose it.
        const TextSpan middle{s->quantity.first.end, s->quantity.second.start};
        const std::string_view joint = middle.empty() ? " in " : analysis.document.view(middle);
        if (s->quantity.kind == QuantityKind::ratio && joint != " in " && joint != "-in-" && joint != " out of ")
            continue;
        TextSpan span = s->quantity.span;
        const SourceSpan bare = analysis.document.to_source(span);
        if (!s->quantity.hedge_span.empty()) span = span.cover(s->quantity.hedge_span);
        found.push_back({sentence, *s, analysis.document.to_source(span), bare});
    }
    return found;
}

std::string with(const Place& place, SourceSpan span, std::string text) {
    // "between 17 and 72", but "from 17 to 72".
    if (place.sentence.substr(0, span.start).ends_with("between ") && text.find(" to ") != std::string::npos)
        text.replace(text.find(" to "), 4, " and ");
    return place.sentence.substr(0, span.start) + text + place.sentence.substr(span.end);
}

/// Another value of the same kind, far enough to be no rounding and no bound.
std::string other_value(const Quantity& q) {
    switch (q.is_pair() ? q.of : q.kind) {
    case QuantityKind::percent:
        if (q.is_pair()) return fmt::format("{:.0f}% to {:.0f}%", q.low * 100 + 11, q.high * 100 + 9);
        return fmt::format("{:.1f}%", q.low < 0.5 ? q.low * 160 + 3 : q.low * 60);
    case QuantityKind::ratio:
    case QuantityKind::fraction:
        return fmt::format("1 in {:.0f}", std::round(1 / q.low) + 7);
    case QuantityKind::money:
        if (q.is_pair()) return fmt::format("${:.0f} to ${:.0f}", q.low * 2, q.high * 3);
        return fmt::format("${:.0f}", q.low * 1.7);
    case QuantityKind::duration:
        return q.unit == "hour"     ? "41 hours"
               : q.unit == "minute" ? "9.4 minutes"
               : q.unit == "day"    ? "45 days"
                                    : "19 months";
    case QuantityKind::multiplier:
        return "five times as likely";
    case QuantityKind::age:
    default:
        if (q.is_pair()) return fmt::format("{:.0f} to {:.0f}", q.low + 5, q.high + 9);
        return fmt::format("{:.0f}", std::round(q.low * 1.6) + 3);
    }
}

/// Each of a figure's sentences must have a statistic about it, with this verdict.
void check_sentences(std::vector<std::string> FigureExamples::* sentences, Verdict wanted) {
    const Corpus& corpus = corpus_of(built_in());
    for (FigureIndex i = 0; i < corpus.figures.size(); ++i) {
        CAPTURE(corpus.figures[i].id);
        for (const std::string& sentence : (*corpus.examples)[i].*sentences) {
            CAPTURE(sentence);
            const Analysis analysis = check_draft(sentence);
            CAPTURE(judged(analysis));
            const Statistic* s = about(analysis, i);
            CHECK(s != nullptr);
            if (s != nullptr) CHECK(s->verdict == wanted);
        }
    }
}

} // namespace

TEST_CASE("every figure's accept sentences verify") {
    check_sentences(&FigureExamples::accept, Verdict::verified);
    for (const FigureExamples& examples : *corpus_of(built_in()).examples) REQUIRE_FALSE(examples.accept.empty());
}

TEST_CASE("every figure's reject sentences are flagged") {
    check_sentences(&FigureExamples::reject, Verdict::misquoted);
}

TEST_CASE("a wrong value is flagged for every figure") {
    const Corpus& corpus = corpus_of(built_in());
    for (FigureIndex i = 0; i < corpus.figures.size(); ++i) {
        for (const Place& place : places(i)) {
            const std::string sentence = with(place, place.number, other_value(place.statistic.quantity));
            CAPTURE(corpus.figures[i].id);
            CAPTURE(sentence);
            const Analysis analysis = check_draft(sentence);
            CAPTURE(judged(analysis));
            const Statistic* s = about(analysis, i);
            CHECK(s != nullptr);
            if (s != nullptr) CHECK(s->verdict == Verdict::misquoted);
        }
    }
}

TEST_CASE("a turned hedge is flagged for every single value that is printed exactly or with the other hedge") {
    const Corpus& corpus = corpus_of(built_in());
    for (FigureIndex i = 0; i < corpus.figures.size(); ++i) {
        for (const Place& place : places(i)) {
            const Quantity& q = place.statistic.quantity;
            if (q.is_pair() || q.in_words || place.statistic.match().comparison.agreement != Agreement::exact) continue;
            const bool low = q.hedge == Hedge::almost || q.hedge == Hedge::under;
            const std::string bare = place.sentence.substr(place.bare.start, place.bare.end - place.bare.start);
            const std::string sentence = with(place, place.number, (low ? "more than " : "almost ") + bare);
            const Analysis analysis = check_draft(sentence);
            const Statistic* s = about(analysis, i);
            if (s == nullptr || s->quantity.hedge == q.hedge) continue;
            // "almost 1 in 6" is true where the study's own value is 15.1 %.
            if (s->match().comparison.agreement == Agreement::bound) continue;
            // The corpus may print both forms: "250,000" and "nearly a quarter of a million".
            const auto& statements = corpus.figures[i].statements;
            const auto same_hedge = [&](const Statement& t) { return t.quantity.hedge == s->quantity.hedge; };
            if (std::ranges::any_of(statements, same_hedge)) continue;
            CAPTURE(corpus.figures[i].id);
            CAPTURE(sentence);
            CHECK(s->verdict == Verdict::misquoted);
        }
    }
}

TEST_CASE("a wrong unit is flagged for every percentage, duration and sum of money") {
    const Corpus& corpus = corpus_of(built_in());
    for (FigureIndex i = 0; i < corpus.figures.size(); ++i) {
        for (const Place& place : places(i)) {
            const Quantity& q = place.statistic.quantity;
            if (q.is_pair()) continue;
            std::string wrong;
            if (q.kind == QuantityKind::percent)
                wrong = fmt::format("{:g} percentage points", q.low * 100);
            else if (q.kind == QuantityKind::duration && q.unit == "hour")
                wrong = fmt::format("{:g} minutes", q.low / 3600);
            else if (q.kind == QuantityKind::duration && q.unit == "minute")
                wrong = fmt::format("{:g} hours", q.low / 60);
            else if (q.kind == QuantityKind::money)
                wrong = fmt::format("\xE2\x82\xAC{:.0f}", q.low);
            else
                continue;
            const std::string sentence = with(place, place.bare, wrong);
            CAPTURE(corpus.figures[i].id);
            CAPTURE(sentence);
            const Analysis analysis = check_draft(sentence);
            CAPTURE(judged(analysis));
            const Statistic* s = about(analysis, i);
            CHECK(s != nullptr);
            if (s != nullptr) CHECK(s->match().comparison.agreement == Agreement::unit_wrong);
        }
    }
}

TEST_CASE("equal forms of a number are judged alike") {
    const Corpus& corpus = corpus_of(built_in());
    for (FigureIndex i = 0; i < corpus.figures.size(); ++i) {
        for (const Place& place : places(i)) {
            const Quantity& q = place.statistic.quantity;
            std::vector<std::string> forms;
            if (q.is_pair()) continue;
            if (q.kind == QuantityKind::percent) {
                const std::string number = fmt::format("{:g}", q.low * 100);
                forms = {number + "%", number + " per cent", number + " percent", number + "\xC2\xA0%", number + " pc"};
            } else if (q.kind == QuantityKind::ratio && std::abs(1 / q.low - std::round(1 / q.low)) < 1e-9) {
                const std::string n = fmt::format("{:.0f}", 1 / q.low);
                forms = {"1 in " + n, "one in " + n, "1 out of " + n, "1 in every " + n, "1-in-" + n};
            } else if (q.kind == QuantityKind::cardinal && q.low >= 1000) {
                const std::string digits = fmt::format("{:.0f}", q.low);
                std::string spaced;
                for (std::size_t k = 0; k < digits.size(); ++k) {
                    if (k > 0 && (digits.size() - k) % 3 == 0) spaced += "\xE2\x80\x89";
                    spaced += digits[k];
                }
                forms = {spaced};
            }
            for (const std::string& form : forms) {
                const std::string sentence = with(place, place.bare, form);
                CAPTURE(corpus.figures[i].id);
                CAPTURE(sentence);
                const Analysis analysis = check_draft(sentence);
                CAPTURE(judged(analysis));
                const Statistic* s = about(analysis, i);
                CHECK(s != nullptr);
                if (s != nullptr) CHECK(s->verdict == place.statistic.verdict);
            }
        }
    }
}
