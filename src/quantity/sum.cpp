#include <cmath>

#include "quantity/amount.hpp"

namespace statlint {

namespace {

bool has_free_tens(double group) {
    return std::fmod(group, 100) == 0;
}
bool has_free_ones(double group) {
    return has_free_tens(group) || (std::fmod(group, 10) == 0 && std::fmod(group, 100) >= 20);
}

} // namespace

bool power_of_ten(double value) {
    if (!std::isfinite(value)) return false;
    while (value >= 10) value /= 10;
    return value == 1;
}

bool Sum::take(const NumberWord& word) {
    if (word.is(Role::scale)) {
        if (!started || word.scale == 12) {
            if (started && (group <= 0 || total > 0)) return false;
            group = (started ? group : 1) * word.scale;
        } else if (word.scale == 100) {
            if (group <= 0 || group >= 100) return false;
            group *= 100;
        } else if (group > 0) {
            if (word.scale >= last_scale) return false;
            total += group * word.scale;
            group = 0;
            last_scale = word.scale;
        } else { // "three thousand millions"
            if (total <= 0 || word.scale <= last_scale) return false;
            total *= word.scale;
            last_scale = word.scale;
        }
        started = after_scale = true;
        digits = false;
        if (word.scale > 100 && total == 0) { // "a million": the article is the one before it
            total = group;
            group = 0;
            last_scale = word.scale;
        }
        return true;
    }
    if (!word.is(Role::cardinal) || digits) return false;
    const double value = word.cardinal;
    if (started && value == 0) return false;
    if (started && value < 10 && !has_free_ones(group)) return false;
    if (started && value >= 10 && !has_free_tens(group)) return false;
    if (started && value >= last_scale) return false;
    if (started && group == 0 && total == 0) return false; // nothing goes on after "zero"
    group += value;
    started = true;
    after_scale = false;
    return true;
}

bool Sum::take_digits(double value) {
    if (!after_scale || value <= 0 || value != std::floor(value)) return false;
    if (!has_free_tens(group)) return false;
    if (value >= (group > 0 ? 100 : std::min(last_scale, 1000.0))) return false;
    group += value;
    after_scale = false;
    digits = true;
    return true;
}

} // namespace statlint
