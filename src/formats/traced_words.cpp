#include "formats/traced_words.hpp"

#include <algorithm>

namespace statlint {

TracedWords find_traced(const std::vector<TracedText>& trace, TextSpan span) {
    const auto first = std::partition_point(trace.begin(), trace.end(),
                                            [&](const TracedText& words) { return words.text.end <= span.start; });
    const auto after =
        std::partition_point(first, trace.end(), [&](const TracedText& words) { return words.text.start < span.end; });
    if (first == after) return {};
    const TracedText& last = *(after - 1);
    return {.first = &*first,
            .last = &last,
            .start = first->offset + (std::max(span.start, first->text.start) - first->text.start),
            .end = last.offset + (std::min(span.end, last.text.end) - last.text.start)};
}

} // namespace statlint
