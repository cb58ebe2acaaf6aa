#include "formats/bracket_pairs.hpp"

#include <algorithm>

namespace statlint {

BracketPairs::BracketPairs(std::string_view source) {
    std::vector<std::size_t> open;
    for (std::size_t at = source.find_first_of("[]\\\n"); at < source.size();
         at = source.find_first_of("[]\\\n", at + 1)) {
        switch (source[at]) {
        case '\\':
            ++at;
            break;
        case '\n':
            if (source.substr(at + 1, 1) == "\n" || source.substr(at + 1, 2) == "\r\n") open.clear();
            break;
        case '[':
            open.push_back(pairs_.size());
            pairs_.push_back({static_cast<std::uint32_t>(at) + 1, 0});
            break;
        default:
            if (open.empty()) break;
            pairs_[open.back()].end = static_cast<std::uint32_t>(at);
            open.pop_back();
        }
    }
}

std::optional<SourceSpan> BracketPairs::inside(std::uint32_t open) const {
    const auto found = std::ranges::lower_bound(pairs_, open + 1, {}, &SourceSpan::start);
    if (found == pairs_.end() || found->start != open + 1 || found->end == 0) return std::nullopt;
    return *found;
}

} // namespace statlint
