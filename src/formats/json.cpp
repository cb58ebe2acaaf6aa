// The strings of a JSON file: site data, schedules of posts. Names and numbers are no prose.
#include "document/joined_document.hpp"
#include "formats/data.hpp"
#include "formats/data_strings.hpp"
#include "formats/format.hpp"
#include "formats/json_places.hpp"
#include "text/utf8.hpp"

namespace statlint {

namespace {

/// "\u00e9" and the like; takes the escape at `at`.
std::string read_escape(std::string_view source, std::uint32_t& at) {
    const auto hex = [&](std::uint32_t from) {
        std::uint32_t value = 0;
        for (const char c : source.substr(from, 4))
            value = value * 16 + static_cast<std::uint32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        return value;
    };
    const char kind = source[at + 1];
    if (kind != 'u') {
        at += 2;
        constexpr std::string_view letters = "bfnrt";
        const std::size_t letter = letters.find(kind);
        return {letter == std::string_view::npos ? kind : "\b\f\n\r\t"[letter]};
    }
    std::uint32_t value = hex(at + 2);
    at += 6;
    if (value >= 0xD800 && value < 0xDC00 && source.substr(at).starts_with("\\u")) {
        value = 0x10000 + ((value - 0xD800) << 10U) + (hex(at + 2) - 0xDC00);
        at += 6;
    }
    std::string text;
    append_utf8(text, value);
    return text;
}

/// A string that the parser has found good; `at` is its opening mark.
DecodedText decode(std::string_view source, std::uint32_t at) {
    DecodedText decoded;
    for (++at; at < source.size() && source[at] != '"';) {
        const std::uint32_t start = at;
        if (source[at] == '\\') {
            const std::string text = read_escape(source, at);
            decoded.append(text, source, {start, at});
        } else {
            at = static_cast<std::uint32_t>(std::min(source.find_first_of("\"\\", at), source.size()));
            decoded.append(source, {start, at});
        }
    }
    return decoded;
}

class JsonStrings : public JsonPlaces {
  public:
    JsonStrings(JoinedDocument& document, const std::size_t& read)
        : JsonPlaces(document.source(), read), document_(document) {}

    bool null() { return value(); }
    bool boolean(bool) { return value(); }
    bool number_integer(std::int64_t) { return value(); }
    bool number_unsigned(std::uint64_t) { return value(); }
    bool number_float(double, const std::string&) { return value(); }
    bool binary(std::vector<std::uint8_t>&) { return false; }
    bool string(std::string&) {
        const std::uint32_t start = token_start();
        add_data_string(document_, decode(text(), start), path_.to_string());
        return counted(start);
    }
    bool key(std::string& name) {
        token_start();
        path_.set_key(std::move(name));
        return true;
    }
    bool start_object(std::size_t) {
        return open([&] { path_.enter_map(); });
    }
    bool start_array(std::size_t) {
        return open([&] { path_.enter_list(); });
    }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

  private:
    bool value() { return counted(token_start()); }
    bool counted(std::uint32_t start) {
        path_.next();
        if (++values_ <= most_data_values) return true;
        error = {too_many_values().message, start};
        return false;
    }
    template <class Enter> bool open(Enter enter) {
        std::uint32_t start = 0;
        if (!open_level(start)) return false;
        enter();
        return true;
    }
    bool close() {
        close_level();
        path_.leave();
        path_.next();
        return true;
    }

    JoinedDocument& document_;
    KeyPath path_;
    std::size_t values_ = 0;
};

} // namespace

Result<Document> read_json_strings(std::string bytes) {
    if (const Result<void> checked = check_data(bytes); !checked) return tl::unexpected(checked.error());
    JoinedDocument document(std::move(bytes));
    std::size_t read = 0;
    JsonStrings strings(document, read);
    if (!feed_json(document.source(), read, strings))
        return tl::unexpected(error_at(document.source(), strings.error.offset, strings.error.message));
    return std::move(document).finish();
}

} // namespace statlint
