#include "formats/latex_groups.hpp"

#include <algorithm>

namespace statlint {

namespace {

bool holds_address(std::string_view before) {
    return before.ends_with("\\url") || before.ends_with("\\href") || before.ends_with("\\nolinkurl");
}

} // namespace

LatexGroups::LatexGroups(std::string_view source) {
    std::vector<std::size_t> open;
    bool more_closes = true;
    for (std::size_t at = source.find_first_of("\\%{}"); at < source.size();
         at = source.find_first_of("\\%{}", at + 1)) {
        switch (source[at]) {
        case '\\':
            ++at;
            break;
        case '%':
            at = std::min(source.find('\n', at), source.size());
            break;
        case '{':
            open.push_back(groups_.size());
            groups_.push_back({static_cast<std::uint32_t>(at) + 1, 0});
            if (more_closes && holds_address(source.substr(0, at))) {
                // "%20" is no comment.
                const std::size_t end = source.find('}', at);
                more_closes = end != std::string_view::npos;
                if (more_closes) at = end - 1;
            }
            break;
        default:
            if (open.empty()) break;
            groups_[open.back()].end = static_cast<std::uint32_t>(at);
            open.pop_back();
        }
    }
}

const SourceSpan* LatexGroups::inside(std::uint32_t open) const {
    const auto found = std::ranges::lower_bound(groups_, open + 1, {}, &SourceSpan::start);
    return found != groups_.end() && found->start == open + 1 && found->end != 0 ? &*found : nullptr;
}

} // namespace statlint
