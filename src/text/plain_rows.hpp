#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "text/plain_row.hpp"

namespace statlint {

/// Rows of plain values, all in one piece of memory: like PlainRow, what the build compiled is read in place.
template <class Value> class PlainRows {
  public:
    PlainRows() = default;
    explicit PlainRows(const std::vector<std::vector<Value>>& rows) {
        for (const std::vector<Value>& row : rows) push_back(row);
    }

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }
    [[nodiscard]] bool empty() const { return ends_.empty(); }
    /// Valid until the next push_back().
    [[nodiscard]] std::span<const Value> operator[](std::size_t row) const {
        const std::uint32_t start = row == 0 ? 0 : ends_[row - 1];
        return {values_.data() + start, ends_[row] - start};
    }
    void push_back(std::span<const Value> row) {
        values_.append(row);
        ends_.push_back(static_cast<std::uint32_t>(values_.size()));
    }

    template <class Archive> void archive(Archive& archive) { archive(values_, ends_); }

  private:
    PlainRow<Value> values_;
    PlainRow<std::uint32_t> ends_; ///< by row: one past its last value
};

} // namespace statlint
