#pragma once
#include <algorithm>
#include <iterator>
#include <vector>

#include "citation/references.hpp"
#include "rules/analysis.hpp"
#include "text/index_range.hpp"

namespace statlint {

/// What is added to offsets or indices from `from` on when something before them grows or shrinks; modulo 2^32.
struct Move {
    std::uint32_t from = 0;
    std::uint32_t by = 0;

    void operator()(std::uint32_t& at) const {
        if (at >= from && at != none) at += by;
    }
    template <class Space> void operator()(Span<Space>& span) const {
        (*this)(span.start);
        (*this)(span.end);
    }
};

/// A change of a document, as it moves places in the text and indices of blocks.
struct Moves {
    Move text, block;

    void apply(Citation& citation) const;
    void apply(EntryPointer& pointer) const;
    void apply(Statistic& statistic) const; ///< but for its citations and other statistics
    void apply(StatedFinding& stated) const;
    void apply(Finding& finding) const;
    void apply(References& references) const;
    template <class T> void apply(std::vector<T>& all) const {
        for (T& one : all) apply(one);
    }
};

/// Puts `now` in the place of the `old` elements.
template <class T> void replace(std::vector<T>& all, IndexRange old, std::vector<T> now) {
    const std::size_t kept = std::min<std::size_t>(old.size(), now.size());
    const auto at = std::move(now.begin(), now.begin() + static_cast<std::ptrdiff_t>(kept), all.begin() + old.first);
    if (kept < now.size())
        all.insert(at, std::move_iterator(now.begin() + static_cast<std::ptrdiff_t>(kept)),
                   std::move_iterator(now.end()));
    else
        all.erase(at, all.begin() + old.last);
}

} // namespace statlint
