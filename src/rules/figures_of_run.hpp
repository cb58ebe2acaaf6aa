#pragma once
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "rules/analysis.hpp"
#include "rules/given_value.hpp"

namespace statlint {

/// The values that the drafts of one run state for figures: two drafts that give one figure differently can't both go
/// out. Several threads may add drafts at once.
class FiguresOfRun {
  public:
    /// Notes what a draft states. True where one of its values is off, so that another draft may contradict it; then
    /// `compare` tells when all drafts were added.
    bool add(const Analysis& analysis, const Knowledge& knowledge, std::string_view path);

    /// Adds findings for the values that another draft gives otherwise, and that the draft itself doesn't contradict.
    void compare(Analysis& analysis, const Knowledge& knowledge, const Policy& policy, std::string_view path) const;

  private:
    struct Place {
        std::string path;
        GivenValue value;
    };
    /// A corpus of one configuration is not that of another.
    using Key = std::pair<const Knowledge*, FigureIndex>;

    std::mutex mutex_;
    std::map<Key, std::vector<Place>> places_;
};

} // namespace statlint
