// How often statlint is right on labelled drafts: precision and recall by rule with their 95 % intervals, verdicts,
// numbers that it did not recognise, and what its scores are worth.
// usage: statlint_accuracy [--errors] [--halves] SET…
#include <cstdio>
#include <string_view>

#include <fmt/format.h>

#include "formats/format.hpp"
#include "score.hpp"

using namespace statlint;

namespace {

std::string share(std::size_t hits, std::size_t count) {
    if (count == 0) return fmt::format("{:>22}", "-");
    const auto [low, high] = wilson(hits, count);
    return fmt::format("{:5.1f}% ({:3.0f}-{:3.0f}%) {:>4}/{:<4}",
                       100 * static_cast<double>(hits) / static_cast<double>(count), 100 * low, 100 * high, hits,
                       count);
}

void print(std::string_view title, const Score& score, bool errors) {
    fmt::print("## {}\n{:<24}  {:<26}  {:<26}  F1\n", title, "", "precision (95% interval)", "recall (95% interval)");
    for (const auto& [rule, tally] : score.rules) {
        if (tally.right + tally.wrong + tally.missed == 0) continue;
        fmt::print("{:<24}  {:<26}  {:<26}  {:.3f}\n", rule, share(tally.right, tally.right + tally.wrong),
                   share(tally.right, tally.right + tally.missed), tally.f1());
    }
    fmt::print("verdicts: {}\nnumbers recognised: {}\n", share(score.verdicts, score.statistics),
               share(score.recognised, score.statistics));
    fmt::print("of the statistics matched with a score of …, so many were about that figure:\n");
    for (std::size_t i = 0; i < score.calibration.size(); ++i) {
        const auto& [count, right] = score.calibration[i];
        if (count > 0) fmt::print("  0.{}-{:.1f}: {}\n", i, static_cast<double>(i + 1) / 10, share(right, count));
    }
    if (errors)
        for (const std::string& line : score.disagreements) fmt::print("  {}\n", line);
    fmt::print("\n");
}

/// FNV-1a: which half a draft belongs to must not change with the machine.
bool first_half(std::string_view name) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return (hash >> 32 & 1U) == 0;
}

} // namespace

int main(int argc, char** argv) {
    const auto knowledge = load_knowledge({}, true);
    if (!knowledge) return 2;
    bool errors = false;
    bool halves = false;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--errors" || word == "--halves") {
            (word == "--errors" ? errors : halves) = true;
            continue;
        }
        const auto drafts = read_labelled(argv[i]);
        if (!drafts) {
            fmt::print(stderr, "{}:{}: {}\n", drafts.error().path, drafts.error().line, drafts.error().message);
            return 2;
        }
        Score first;
        Score second;
        for (const auto& [name, draft] : *drafts) {
            const Format* format = format_by_path(draft.path);
            auto document = (format != nullptr ? format->read : read_plain)(draft.source);
            if (!document) {
                fmt::print(stderr, "{}: {}\n", draft.path, document.error().message);
                return 2;
            }
            const Analysis analysis = analyse(std::move(*document), **knowledge, Policy{});
            (first_half(name) ? first : second).add(score_draft(draft, analysis, corpus_of(**knowledge)));
        }
        if (halves) {
            print(fmt::format("{}, first half", word), first, errors);
            print(fmt::format("{}, second half", word), second, errors);
        }
        first.add(second);
        print(word, first, errors && !halves);
    }
    return 0;
}
