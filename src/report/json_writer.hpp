#pragma once
#include <concepts>
#include <string>
#include <string_view>

namespace statlint {

/// Appends JSON to a string, one value after the other, commas included. Reports are written once for each statistic
/// of thousands of drafts, so nothing is built up in between.
class JsonWriter {
  public:
    explicit JsonWriter(std::string& out) : out_(out) {}

    JsonWriter& begin_object() { return open('{'); }
    JsonWriter& end_object() { return close('}'); }
    JsonWriter& begin_array() { return open('['); }
    JsonWriter& end_array() { return close(']'); }
    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
    JsonWriter& value(bool flag);
    JsonWriter& value(double number); ///< up to ten significant digits; null where it is not finite
    template <std::integral Integer> JsonWriter& value(Integer number) {
        separate();
        out_ += std::to_string(number);
        return *this;
    }
    JsonWriter& null();
    template <class T> JsonWriter& member(std::string_view name, const T& content) { return key(name).value(content); }

  private:
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    void separate();
    void quote(std::string_view text);

    std::string& out_;
    bool comma_ = false; ///< the next value of this array or object needs one before it
};

/// Up to ten significant digits, the same on every machine and in every locale.
[[nodiscard]] std::string format_number(double number);

} // namespace statlint
