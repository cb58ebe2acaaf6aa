#pragma once
#include <cstdint>
#include <string_view>

#include "text/plain_row.hpp"

namespace statlint {

/// Distinct strings, numbered from 0 as they come. All of them stand in one piece of memory, so that a filled table is
/// written and read back in one go.
class NumberedStrings {
  public:
    static constexpr std::uint32_t none = 0xffffffff;

    /// The number of a string, given out if it is new.
    std::uint32_t add(std::string_view text);
    [[nodiscard]] std::uint32_t find(std::string_view text) const; ///< or `none`
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }
    /// Valid until the next add().
    [[nodiscard]] std::string_view operator[](std::uint32_t number) const {
        const std::uint32_t start = number == 0 ? 0 : ends_[number - 1];
        return {letters_.data() + start, ends_[number] - start};
    }

    template <class Archive> void archive(Archive& archive) { archive(letters_, ends_, slots_); }

  private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = none;
    };
    [[nodiscard]] std::size_t place_of(std::string_view text, std::uint32_t hash) const;
    void grow();

    PlainRow<char> letters_;
    PlainRow<std::uint32_t> ends_;
    PlainRow<Slot> slots_; ///< open addressing, a power of two
};

} // namespace statlint
