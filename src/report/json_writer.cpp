#include "report/json_writer.hpp"

#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "text/code_point.hpp"

namespace statlint {

std::string format_number(double number) {
    return fmt::format("{:.10g}", number);
}

void JsonWriter::separate() {
    if (comma_) out_ += ',';
    comma_ = true;
}

JsonWriter& JsonWriter::open(char bracket) {
    separate();
    out_ += bracket;
    comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    out_ += bracket;
    comma_ = true;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    quote(name);
    out_ += ':';
    comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    separate();
    quote(text);
    return *this;
}

JsonWriter& JsonWriter::value(bool flag) {
    separate();
    out_ += flag ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::value(double number) {
    if (!std::isfinite(number)) return null();
    separate();
    fmt::format_to(std::back_inserter(out_), "{:.10g}", number);
    return *this;
}

JsonWriter& JsonWriter::null() {
    separate();
    out_ += "null";
    return *this;
}

void JsonWriter::quote(std::string_view text) {
    out_ += '"';
    while (!text.empty()) {
        // File names need not be UTF-8; a reader of JSON would refuse the whole line because of one.
        const CodePoint c = first_code_point(text);
        const std::string_view bytes = text.substr(0, c.size);
        text.remove_prefix(c.size);
        if (!c.valid)
            out_ += "\xEF\xBF\xBD";
        else if (c.value == '"' || c.value == '\\')
            (out_ += '\\') += bytes;
        else if (c.value == '\n')
            out_ += "\\n";
        else if (c.value == '\t')
            out_ += "\\t";
        else if (c.value < 0x20 || c.value == 0x7F)
            fmt::format_to(std::back_inserter(out_), "\\u{:04x}", c.value);
        else
            out_ += bytes;
    }
    out_ += '"';
}

} // namespace statlint
