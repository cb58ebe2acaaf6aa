#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace statlint {

/// A value that may be made only when it is asked for first, by whichever thread asks: for what few runs need. Copies
/// share it.
template <class Value> class Later {
  public:
    Later() = default;
    explicit Later(Value value) : state_(std::make_shared<State>()) { state_->value = std::move(value); }
    explicit Later(std::function<Value()> make) : state_(std::make_shared<State>()) { state_->make = std::move(make); }

    [[nodiscard]] const Value& operator*() const {
        if (state_ == nullptr) return none();
        std::call_once(state_->once, [this] {
            if (state_->make) state_->value = state_->make();
        });
        return state_->value;
    }
    [[nodiscard]] const Value* operator->() const { return &**this; }

  private:
    struct State {
        std::once_flag once;
        std::function<Value()> make;
        Value value;
    };
    static const Value& none() {
        static const Value value{};
        return value;
    }

    std::shared_ptr<State> state_;
};

} // namespace statlint
