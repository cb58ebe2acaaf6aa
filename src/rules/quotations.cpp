// misquoted-quotation: words in quotation marks, attributed to a work whose text is at hand, that are not in it.
#include <algorithm>
#include <array>
#include <cctype>

#include "corpus/describe.hpp"
#include "rules/rule.hpp"
#include "rules/source_text.hpp"

namespace statlint {
namespace {

constexpr std::size_t fewest_words = 4;         ///< fewer are a term or a title more often than a quotation
constexpr std::size_t longest_quotation = 4000; ///< bytes
constexpr std::uint32_t citation_behind = 80;   ///< bytes from a quotation to the citation that follows it
constexpr std::uint32_t citation_before = 240;  ///< bytes from a name to the words that are quoted from it

struct Marks {
    std::string_view open, close;
};
constexpr std::array<Marks, 3> quotation_marks{
    {{"\xE2\x80\x9C", "\xE2\x80\x9D"}, {"\"", "\""}, {"\xE2\x80\x98", "\xE2\x80\x99"}}};

/// The next quotation of a text from `at` on: what stands between its marks; empty where there is none.
std::string_view next_quotation(std::string_view text, std::size_t& at) {
    for (; at < text.size(); ++at) {
        for (const Marks& marks : quotation_marks) {
            if (!text.substr(at).starts_with(marks.open)) continue;
            const std::size_t start = at + marks.open.size();
            std::size_t end = text.find(marks.close, start);
            // A closing single mark inside a word is an apostrophe.
            const auto inner = [&](std::size_t place) {
                const std::size_t after = place + marks.close.size();
                return marks.close.size() == 3 && after < text.size() &&
                       std::isalnum(static_cast<unsigned char>(text[after])) != 0;
            };
            while (end != std::string_view::npos && inner(end)) end = text.find(marks.close, end + 1);
            if (end == std::string_view::npos || end - start > longest_quotation) continue;
            at = end + marks.close.size();
            return text.substr(start, end - start);
        }
    }
    return {};
}

class QuotationChecker {
  public:
    QuotationChecker(RuleContext& context, const SourceTexts& sources) : context_(context), sources_(sources) {}

    void block(const Block& block, std::span<const Citation> citations) {
        const std::string_view text = context_.analysis.document.view(block.text);
        std::size_t at = 0;
        for (std::string_view quoted = next_quotation(text, at); !quoted.empty(); quoted = next_quotation(text, at)) {
            const auto start = block.text.start + static_cast<std::uint32_t>(quoted.data() - text.data());
            check(quoted, {start, start + static_cast<std::uint32_t>(quoted.size())}, citations);
        }
    }

  private:
    /// The citation right behind a quotation, or else the last one before it.
    static const Citation* attributed(TextSpan quoted, std::span<const Citation> citations) {
        const Citation* before = nullptr;
        for (const Citation& citation : citations) {
            if (quoted.contains(citation.span) && !citation.span.empty()) continue;
            if (citation.span.start >= quoted.end) {
                if (citation.span.start - quoted.end <= citation_behind && (citation.marker || before == nullptr))
                    return &citation;
                break;
            }
            if (quoted.start - std::min(quoted.start, citation.span.end) <= citation_before) before = &citation;
        }
        return before;
    }

    void check(std::string_view quoted, TextSpan span, std::span<const Citation> citations) {
        const std::vector<QuotedWords> parts = read_quotation(quoted);
        std::size_t words = 0;
        for (const QuotedWords& part : parts) words += part.words.size();
        if (words < fewest_words) return;
        const Citation* citation = attributed(span, citations);
        if (citation == nullptr || citation->works.empty() || is_title(quoted)) return;
        const SourceText* nearest_in = nullptr;
        WorkIndex work = none;
        for (const WorkIndex index : citation->works) {
            const auto known = sources_.find(index);
            if (known == sources_.end()) return; // it may be in a work that nobody can look into
            if (known->second.holds(parts)) return;
            nearest_in = &known->second;
            work = index;
        }
        report(parts, span, *nearest_in, work);
    }

    void report(const std::vector<QuotedWords>& parts, TextSpan span, const SourceText& source, WorkIndex work) {
        const CitationWords& words = context_.knowledge.citing;
        const std::string name = short_name(context_.knowledge.corpus.works[work]);
        Finding* finding =
            context_.report("misquoted-quotation", none, {{"detail", fill(words.not_quoted, {{"work", name}})}}, span);
        if (finding == nullptr) return;
        for (const QuotedWords& part : parts) {
            if (source.holds({part})) continue;
            const SourceText::Nearest nearest = source.nearest(part);
            if (nearest.passage.empty()) continue;
            finding->notes.push_back(
                fill(words.nearest,
                     {{"passage", nearest.passage}, {"place", nearest.place.empty() ? "" : ", " + nearest.place}}));
            if (!nearest.differences.empty())
                finding->notes.push_back(fill(words.differences, {{"differences", nearest.differences}}));
        }
    }

    [[nodiscard]] bool is_title(std::string_view quoted) const {
        return std::ranges::any_of(context_.knowledge.corpus.works, [&](const Work& work) {
            return !work.title.empty() && (work.title.starts_with(quoted) || quoted.starts_with(work.title));
        });
    }

    RuleContext& context_;
    const SourceTexts& sources_;
};

} // namespace

void check_quotations(RuleContext& context) {
    const SourceTexts* sources = context.policy.sources;
    if (sources == nullptr || sources->empty() || !context.enabled("misquoted-quotation")) return;
    QuotationChecker checker(context, *sources);
    const std::vector<Citation>& citations = context.analysis.citations;
    const std::vector<Block>& blocks = context.analysis.document.blocks;
    std::size_t start = context.part.citations.first;
    for (std::uint32_t block = context.part.blocks.first; block < context.part.blocks.last; ++block) {
        std::size_t end = start;
        while (end < citations.size() && citations[end].block == block) ++end;
        if (end > start) checker.block(blocks[block], std::span(citations).subspan(start, end - start));
        start = end;
    }
}

} // namespace statlint
