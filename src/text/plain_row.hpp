#pragma once
#include <algorithm>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace statlint {

/// A row of plain values that it owns, or that stand in the program itself: what the build compiled is read in place,
/// and is copied only when somebody changes it.
template <class Value> class PlainRow {
    static_assert(std::is_trivially_copyable_v<Value>);

  public:
    PlainRow() = default;
    explicit PlainRow(std::size_t size) : own_(size) { look_at_own(); }
    /// Views values that outlive the row.
    explicit PlainRow(std::span<const Value> values) : values_(values) {}
    PlainRow(const PlainRow& other) : own_(other.own_), values_(other.values_) {
        if (!own_.empty()) look_at_own();
    }
    PlainRow(PlainRow&& other) noexcept { swap(other); }
    PlainRow& operator=(PlainRow other) noexcept {
        swap(other);
        return *this;
    }
    ~PlainRow() = default;
    void swap(PlainRow& other) noexcept { // the values of a vector stay where they are
        own_.swap(other.own_);
        std::swap(values_, other.values_);
    }

    [[nodiscard]] std::size_t size() const { return values_.size(); }
    [[nodiscard]] bool empty() const { return values_.empty(); }
    [[nodiscard]] const Value& operator[](std::size_t i) const { return values_[i]; }
    [[nodiscard]] const Value* data() const { return values_.data(); }
    [[nodiscard]] auto begin() const { return values_.begin(); }
    [[nodiscard]] auto end() const { return values_.end(); }
    [[nodiscard]] std::span<const Value> values() const { return values_; }

    [[nodiscard]] std::span<Value> change() {
        take();
        return own_;
    }
    void resize(std::size_t size) {
        take();
        own_.resize(size);
        look_at_own();
    }
    void push_back(const Value& value) {
        take();
        own_.push_back(value);
        look_at_own();
    }
    void append(std::span<const Value> more) {
        take();
        own_.insert(own_.end(), more.begin(), more.end());
        look_at_own();
    }

  private:
    void take() {
        if (!own_.empty() || values_.empty()) return;
        own_.assign(values_.begin(), values_.end());
        look_at_own();
    }
    void look_at_own() { values_ = own_; }

    std::vector<Value> own_;
    std::span<const Value> values_;
};

} // namespace statlint
