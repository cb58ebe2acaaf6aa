#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus.hpp"
#include "text/numbered_strings.hpp"
#include "text/plain_rows.hpp"

namespace statlint {

/// Works by a text that they share: a title, a name, an address. Filled once, then only read.
class NamedWorks {
  public:
    using Lists = std::map<std::string, std::vector<WorkIndex>, std::less<>>;

    NamedWorks() = default;
    explicit NamedWorks(const Lists& lists) {
        for (const auto& [name, works] : lists) {
            names_.add(name);
            works_.push_back(works);
        }
    }

    /// Empty where there are none.
    [[nodiscard]] std::span<const WorkIndex> find(std::string_view name) const {
        const std::uint32_t number = names_.find(name);
        return number == NumberedStrings::none ? std::span<const WorkIndex>() : works_[number];
    }
    [[nodiscard]] std::uint32_t size() const { return names_.size(); }
    [[nodiscard]] std::string_view name(std::uint32_t number) const { return names_[number]; } ///< ascending
    [[nodiscard]] std::span<const WorkIndex> works(std::uint32_t number) const { return works_[number]; }

    template <class Archive> void archive(Archive& archive) { archive(names_, works_); }

  private:
    NumberedStrings names_;
    PlainRows<WorkIndex> works_;
};

} // namespace statlint
