#include "rules/suppress.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "corpus/closest_name.hpp"
#include "rules/rule.hpp"
#include "rules/suppression.hpp"
#include "text/line_index.hpp"

namespace statlint {

namespace {

constexpr std::string_view own_rules[] = {"unused-suppression", "expired-suppression", "unreasoned-suppression"};

bool is_own(const Finding& finding) {
    return std::ranges::find(own_rules, finding.rule) != std::end(own_rules);
}

/// One id of one suppression.
struct Part {
    std::uint32_t suppression = 0;
    std::uint32_t id = 0;
};

/// Where which id is suppressed. Each id is kept once for a line, for the file and for what is open, so that a draft
/// full of comments costs no more than its length.
class Suppressor {
  public:
    Suppressor(Analysis& analysis, const Knowledge& knowledge, const Policy& policy)
        : analysis_(analysis), knowledge_(knowledge), policy_(policy), lines_(analysis.document.source) {
        for (const Comment& comment : analysis.document.comments)
            if (auto read = read_suppression(comment.text)) {
                read->span = comment.span;
                suppressions_.push_back(std::move(*read));
            }
        std::ranges::stable_sort(suppressions_, {}, &Suppression::span);
    }

    [[nodiscard]] bool empty() const { return suppressions_.empty(); }

    void run() {
        used_.resize(suppressions_.size());
        for (std::uint32_t i = 0; i < suppressions_.size(); ++i) {
            used_[i].resize(suppressions_[i].what.size());
            note_mistakes(suppressions_[i]);
            if (holds(suppressions_[i])) place(i);
        }
        // Those of an earlier call count again: who suppresses them is not unused.
        std::vector<Finding> findings = std::move(analysis_.findings);
        for (Suppressed& one : analysis_.suppressed) findings.push_back(std::move(one.finding));
        analysis_.suppressed.clear();
        analysis_.findings.clear();
        std::ranges::stable_sort(findings, {},
                                 [&](const Finding& f) { return source_of(analysis_.document, f).start; });
        for (Finding& finding : findings) {
            const Part* part = is_own(finding) ? nullptr : find(finding);
            if (part == nullptr) {
                analysis_.findings.push_back(std::move(finding));
                continue;
            }
            used_[part->suppression][part->id] = true;
            analysis_.suppressed.push_back({std::move(finding), suppressions_[part->suppression].reason});
        }
        close_until(static_cast<std::uint32_t>(analysis_.document.source.size()) + 1);
        report();
    }

  private:
    void note_mistakes(Suppression& one) {
        for (const std::string& id : one.what) {
            if (id.empty() || !one.mistake.empty() || knowledge_.texts.has(id) ||
                knowledge_.corpus.figure_by_id(id) != none)
                continue;
            std::vector<std::string_view> names;
            for (const RuleInfo& rule : knowledge_.texts.all()) names.push_back(rule.id);
            one.mistake = fmt::format("no rule and no figure is called \"{}\"", id);
            // Looking at all names is dear: a draft full of typos gets the first hints only.
            if (++hints_ <= 50) one.mistake += did_you_mean(id, names);
        }
    }

    [[nodiscard]] bool expired(const Suppression& one) const {
        return !one.until.empty() && !policy_.today.empty() && one.until < policy_.today;
    }
    [[nodiscard]] bool holds(const Suppression& one) const { return one.mistake.empty() && !expired(one); }

    void place(std::uint32_t index) {
        const Suppression& one = suppressions_[index];
        const std::uint32_t first = lines_.locate(one.span.start).line;
        const std::uint32_t last = lines_.locate(one.span.end).line;
        for (std::uint32_t id = 0; id < one.what.size(); ++id) {
            const Part part{index, id};
            switch (one.kind) {
            case Suppression::Kind::file:
                in_file_.try_emplace(one.what[id], part);
                break;
            case Suppression::Kind::line:
                for (std::uint32_t line = first; line <= last; ++line) on_line_.try_emplace({line, one.what[id]}, part);
                break;
            case Suppression::Kind::next_line:
                on_line_.try_emplace({line_after(last), one.what[id]}, part);
                break;
            default:
                break; // opened and closed while walking over the findings
            }
        }
    }

    /// The next line that holds something: between blocks stands an empty one.
    [[nodiscard]] std::uint32_t line_after(std::uint32_t line) const {
        for (++line; line < lines_.lines(); ++line)
            if (lines_.line(line).find_first_not_of(" \t\r") != std::string_view::npos) break;
        return line;
    }

    void close_until(std::uint32_t place) {
        for (; next_ < suppressions_.size() && suppressions_[next_].span.start < place; ++next_) {
            const Suppression& one = suppressions_[next_];
            if (!holds(one)) continue;
            for (std::uint32_t id = 0; id < one.what.size(); ++id) {
                if (one.kind == Suppression::Kind::open) {
                    open_.try_emplace(one.what[id], Part{next_, id});
                } else if (one.kind == Suppression::Kind::close) {
                    used_[next_][id] = one.what[id].empty() ? !open_.empty() : open_.contains(one.what[id]);
                    if (one.what[id].empty())
                        open_.clear();
                    else
                        open_.erase(one.what[id]);
                }
            }
        }
    }

    const Part* find(const Finding& finding) {
        const std::uint32_t start = source_of(analysis_.document, finding).start;
        close_until(start + 1);
        const std::uint32_t line = lines_.locate(start).line;
        const std::string figure =
            finding.figure < knowledge_.corpus.figures.size() ? knowledge_.corpus.figures[finding.figure].id : "";
        for (const std::string& id : {finding.rule, figure, std::string()}) {
            if (const auto at = on_line_.find({line, id}); at != on_line_.end()) return &at->second;
            if (const auto at = open_.find(id); at != open_.end()) return &at->second;
            if (const auto at = in_file_.find(id); at != in_file_.end()) return &at->second;
        }
        return nullptr;
    }

    void report() {
        std::erase_if(analysis_.findings, is_own);
        std::vector<Finding> found;
        RuleContext context(analysis_, knowledge_, policy_, found);
        for (std::uint32_t i = 0; i < suppressions_.size(); ++i) {
            const Suppression& one = suppressions_[i];
            const auto say = [&](std::string_view rule, std::string detail) {
                Finding* finding = context.report(rule, none, {{"detail", std::move(detail)}}, text_before(one.span));
                if (finding != nullptr) finding->source = one.span;
            };
            if (!one.mistake.empty())
                say("unused-suppression", one.mistake);
            else if (expired(one))
                say("expired-suppression", fmt::format("this suppression ran out on {}", one.until));
            else
                report_unused(one, used_[i], say);
            if (one.reason.empty() && one.kind != Suppression::Kind::close)
                say("unreasoned-suppression", "this suppression gives no reason");
        }
        for (Finding& finding : found) analysis_.findings.push_back(std::move(finding));
        std::ranges::stable_sort(analysis_.findings, {},
                                 [&](const Finding& f) { return source_of(analysis_.document, f).start; });
    }

    template <class Say> static void report_unused(const Suppression& one, const std::vector<bool>& used, Say say) {
        const char* what = one.kind == Suppression::Kind::close ? "enables" : "suppresses";
        if (std::ranges::none_of(used, [](bool b) { return b; }))
            return say("unused-suppression", fmt::format("this comment {} nothing", what));
        for (std::size_t id = 0; id < used.size(); ++id)
            if (!used[id]) say("unused-suppression", fmt::format("this comment {} no {}", what, one.what[id]));
    }

    /// The place in the text that is nearest before a comment, which itself is not in the text.
    [[nodiscard]] TextSpan text_before(SourceSpan comment) {
        if (ends_.empty()) {
            for (const Piece& piece : analysis_.document.pieces) ends_.emplace_back(piece.source.end, piece.text.end);
            std::ranges::sort(ends_);
        }
        const auto after = std::ranges::upper_bound(ends_, std::pair(comment.start, 0xffffffffU));
        const std::uint32_t at = after == ends_.begin() ? 0 : (after - 1)->second;
        return {at, at};
    }

    Analysis& analysis_;
    const Knowledge& knowledge_;
    const Policy& policy_;
    LineIndex lines_;
    std::vector<Suppression> suppressions_;
    std::vector<std::vector<bool>> used_; ///< for each id of each suppression
    std::map<std::string, Part, std::less<>> in_file_, open_;
    std::map<std::pair<std::uint32_t, std::string>, Part> on_line_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends_;
    std::uint32_t next_ = 0;
    std::size_t hints_ = 0;
};

} // namespace

void suppress(Analysis& analysis, const Knowledge& knowledge, const Policy& policy) {
    if (analysis.document.comments.empty()) return;
    Suppressor suppressor(analysis, knowledge, policy);
    if (!suppressor.empty()) suppressor.run();
}

} // namespace statlint
