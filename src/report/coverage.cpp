#include <fmt/format.h>

#include "report/report.hpp"

namespace statlint {

void Coverage::add(const Analysis& analysis) {
    ++files;
    suppressed += analysis.suppressed.size();
    statistics += analysis.statistics.size();
    for (const Statistic& statistic : analysis.statistics) {
        if (statistic.figure != none) ++matched;
        if (statistic.verdict == Verdict::verified) ++verified;
        if (statistic.verdict == Verdict::misquoted) ++misquoted;
        if (statistic.verdict == Verdict::unverified) ++unverified;
    }
}

Coverage& Coverage::operator+=(const Coverage& other) {
    statistics += other.statistics;
    verified += other.verified;
    misquoted += other.misquoted;
    unverified += other.unverified;
    matched += other.matched;
    files += other.files;
    skipped += other.skipped;
    suppressed += other.suppressed;
    return *this;
}

double Coverage::share() const {
    return statistics == 0 ? 1.0 : static_cast<double>(matched) / static_cast<double>(statistics);
}

std::size_t RunSummary::findings() const {
    std::size_t sum = 0;
    for (const DraftSummary& draft : drafts) sum += draft.findings;
    return sum;
}

std::string Coverage::to_string() const {
    std::string text =
        fmt::format("{} {}: {} matched to a figure ({} verified, {} misquoted), {} left unjudged, {} {} skipped",
                    statistics, statistics == 1 ? "statistic" : "statistics", matched, verified, misquoted, unjudged(),
                    skipped, skipped == 1 ? "file" : "files");
    if (suppressed > 0) text += fmt::format(", {} {} suppressed", suppressed, suppressed == 1 ? "finding" : "findings");
    return text;
}

} // namespace statlint
