#include "formats/data_strings.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "formats/format.hpp"

namespace statlint {

namespace {

bool is_plain_key(std::string_view key) {
    return !key.empty() && std::ranges::all_of(key, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               (static_cast<unsigned char>(c) & 0x80) != 0;
    });
}

} // namespace

std::string KeyPath::to_string() const {
    std::string path;
    for (const Step& step : steps_) {
        if (step.list)
            path += fmt::format("[{}]", step.index);
        else if (is_plain_key(step.key))
            path += (path.empty() ? "" : ".") + step.key;
        else
            path += fmt::format("[\"{}\"]", step.key);
    }
    return path;
}

void add_data_string(JoinedDocument& document, const DecodedText& string, std::string_view location) {
    // White space at the start would make code of it.
    const std::size_t start = string.text.find_first_not_of(" \t\r\n\f\v");
    if (start == std::string::npos) return;
    DecodedText words;
    words.append(string, start, string.text.size());
    if (auto read = read_markdown(words.text)) document.add(*std::move(read), words, location);
}

} // namespace statlint
