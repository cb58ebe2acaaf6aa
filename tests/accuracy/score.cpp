#include "score.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/draft_json.hpp"

using namespace statlint;

namespace {

using Names = std::set<std::string_view>;

struct Family {
    std::string_view name;
    Names rules;
};

const std::vector<Family>& families() {
    static const std::vector<Family> all = {
        {"misquotes",
         {"value-mismatch", "qualifier-mismatch", "scope-mismatch", "unit-mismatch", "direction-mismatch"}},
        {"citations", {"missing-citation", "wrong-citation", "wrong-page"}},
        {"consistency", {"inconsistent-figures", "bad-equivalence", "bad-arithmetic"}},
    };
    return all;
}

/// What statlint said of one place of the draft.
struct Found {
    SourceSpan span;
    std::string_view figure, verdict;
    double score = 0;
    Names rules;
    bool used = false;
};

std::vector<Found> findings_of(const Analysis& analysis, const Corpus& corpus) {
    std::vector<Found> all;
    const auto rules = rules_by_statistic(analysis);
    for (std::size_t i = 0; i < analysis.statistics.size(); ++i) {
        const Statistic& s = analysis.statistics[i];
        Found found;
        found.span = analysis.document.to_source(s.quantity.span);
        if (s.figure != none) found.figure = corpus.figures[s.figure].id;
        found.verdict = name(s.verdict);
        found.score = s.score;
        found.rules = Names(rules[i].begin(), rules[i].end());
        all.push_back(std::move(found));
    }
    return all;
}

class Judge {
  public:
    Judge(const LabelledDraft& draft, Score& score) : draft_(draft), score_(score) {
        for (const Label& label : draft.labels)
            if (std::ranges::find(label.rules, "inconsistent-figures") != label.rules.end()) off_.insert(label.figure);
    }

    void labelled(const Label& label, const std::vector<const Found*>& found) {
        const Names wanted(label.rules.begin(), label.rules.end());
        Names got;
        std::string_view figure;
        std::string_view verdict = "none";
        double confidence = 0;
        for (const Found* one : found) {
            got.insert(one->rules.begin(), one->rules.end());
            if (!figure.empty() || one->figure.empty()) continue;
            figure = one->figure;
            confidence = one->score;
        }
        if (!found.empty()) verdict = found.front()->verdict;
        for (const Found* one : found)
            if (one->figure == label.figure) verdict = one->verdict;
        if (found.empty() && label.verdict == "unrelated") verdict = "unrelated";
        ++score_.statistics;
        score_.recognised += !found.empty();
        score_.verdicts += verdict == label.verdict;
        compare(label.text, label.figure, figure, confidence, wanted, std::move(got));
    }

    void unlabelled(std::string_view text, const Found& found) {
        compare(text, "", found.figure, found.score, {}, found.rules);
    }

  private:
    void compare(std::string_view text, const std::string& wanted_figure, std::string_view figure, double confidence,
                 const Names& wanted, Names got) {
        // It may fire on the right occurrence, too.
        if (off_.contains(wanted_figure) && !wanted.contains("inconsistent-figures")) got.erase("inconsistent-figures");
        const bool same = figure == wanted_figure;
        Tally& figures = score_.rules["figure"];
        figures.right += !figure.empty() && same;
        figures.wrong += !figure.empty() && !same;
        figures.missed += !wanted_figure.empty() && !same;
        if (!figure.empty()) {
            auto& [count, right] =
                score_.calibration[std::min<std::size_t>(9, static_cast<std::size_t>(confidence * 10))];
            ++count;
            right += same;
        }
        Names serious_wanted;
        Names serious_got;
        for (const Family& family : families()) {
            const auto in = [&](std::string_view rule) { return family.rules.contains(rule); };
            score_.rules[std::string(family.name)].add(std::ranges::any_of(wanted, in), std::ranges::any_of(got, in));
            std::ranges::copy_if(wanted, std::inserter(serious_wanted, serious_wanted.end()), in);
            std::ranges::copy_if(got, std::inserter(serious_got, serious_got.end()), in);
        }
        Names all = wanted;
        all.insert(got.begin(), got.end());
        for (const std::string_view rule : all)
            score_.rules[std::string(rule)].add(wanted.contains(rule), got.contains(rule));
        if (!same || serious_wanted != serious_got)
            score_.disagreements.push_back(fmt::format("{}: \"{}\" is {} [{}], taken as {} [{}]", draft_.path, text,
                                                       wanted_figure.empty() ? "no figure" : wanted_figure,
                                                       fmt::join(wanted, " "), figure.empty() ? "no figure" : figure,
                                                       fmt::join(got, " ")));
    }

    const LabelledDraft& draft_;
    Score& score_;
    std::set<std::string> off_; ///< figures that the draft gives twice with different values
};

} // namespace

void Score::add(const Score& other) {
    statistics += other.statistics;
    recognised += other.recognised;
    verdicts += other.verdicts;
    for (const auto& [rule, tally] : other.rules) rules[rule].add(tally);
    for (std::size_t i = 0; i < calibration.size(); ++i) {
        calibration[i].first += other.calibration[i].first;
        calibration[i].second += other.calibration[i].second;
    }
    disagreements.insert(disagreements.end(), other.disagreements.begin(), other.disagreements.end());
}

Score score_draft(const LabelledDraft& draft, const Analysis& analysis, const Corpus& corpus) {
    Score score;
    Judge judge(draft, score);
    std::vector<Found> all = findings_of(analysis, corpus);
    for (const Label& label : draft.labels) {
        std::vector<const Found*> over;
        for (Found& found : all) {
            if (!found.span.overlaps(label.span)) continue;
            found.used = true;
            over.push_back(&found);
        }
        if (label.verdict != "skip") judge.labelled(label, over);
    }
    for (const Found& found : all)
        if (!found.used) judge.unlabelled(analysis.document.view(found.span), found);
    return score;
}
