#pragma once
#include <cmath>
#include <string_view>
#include <vector>

#include "quantity/quantity.hpp"

namespace statlint::test {

/// Where code points begin, and the end; a byte that belongs to none stands for itself.
inline std::vector<bool> borders_of(std::string_view text) {
    std::vector<bool> borders(text.size() + 1, false);
    std::size_t at = 0;
    while (at < text.size()) {
        borders[at] = true;
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
        std::size_t taken = 1;
        while (taken < size && at + taken < text.size() &&
               (static_cast<unsigned char>(text[at + taken]) & 0xc0u) == 0x80u)
            ++taken;
        at += taken == size ? size : 1;
    }
    borders[text.size()] = true;
    return borders;
}

/// What holds for every text: spans inside it, in order, apart, on borders of code points; numbers finite.
inline bool sound(std::string_view text, const std::vector<Quantity>& found) {
    const std::vector<bool> borders = borders_of(text);
    std::uint32_t end = 0;
    for (const Quantity& quantity : found) {
        if (quantity.span.start < end || quantity.span.empty() || quantity.span.end > text.size()) return false;
        for (const TextSpan span : {quantity.span, quantity.hedge_span, quantity.first, quantity.second})
            if (span.end < span.start || span.end > text.size() || !borders[span.start] || !borders[span.end])
                return false;
        if (!std::isfinite(quantity.low) || !std::isfinite(quantity.high) || !std::isfinite(quantity.step))
            return false;
        if (quantity.kind != QuantityKind::change && quantity.low > quantity.high) return false;
        end = quantity.span.end;
    }
    return true;
}

} // namespace statlint::test
