#pragma once
#include <cstddef>
#include <utility>

/// Found and missed, of one rule or family of rules.
struct Tally {
    std::size_t right = 0;  ///< asked for and found
    std::size_t wrong = 0;  ///< found, not asked for
    std::size_t missed = 0; ///< asked for, not found

    void add(bool wanted, bool got) {
        right += wanted && got;
        wrong += got && !wanted;
        missed += wanted && !got;
    }
    void add(const Tally& other) {
        right += other.right;
        wrong += other.wrong;
        missed += other.missed;
    }
    [[nodiscard]] double f1() const {
        const auto twice = static_cast<double>(2 * right);
        return twice > 0 ? twice / (twice + static_cast<double>(wrong + missed)) : 0;
    }
};

/// The 95 % interval of a share of `count` (Wilson 1927), which holds for small counts, too. 0-1.
[[nodiscard]] std::pair<double, double> wilson(std::size_t hits, std::size_t count);
