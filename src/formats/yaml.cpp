// The strings of a YAML file: site data, schedules of posts. Keys and numbers are no prose. What an anchor names is
// read where it stands, and not again where an alias repeats it.
#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include <fmt/format.h>
#include <yaml.h>

#include "document/joined_document.hpp"
#include "formats/data.hpp"
#include "formats/data_strings.hpp"
#include "formats/format.hpp"
#include "formats/line_cursor.hpp"
#include "formats/yaml_scalar.hpp"
#include "text/utf8.hpp"

namespace statlint {

namespace {

constexpr std::size_t deepest = 64;

/// libyaml's marks count code points; events come in the order of the source.
class CodePointOffsets {
  public:
    CodePointOffsets(std::string_view source, std::size_t start) : source_(source), at_(start) {}

    std::uint32_t operator()(std::size_t code_points) {
        while (counted_ < code_points && at_ < source_.size()) {
            ++at_;
            while (at_ < source_.size() && (static_cast<unsigned char>(source_[at_]) & 0xC0U) == 0x80) ++at_;
            ++counted_;
        }
        return static_cast<std::uint32_t>(at_);
    }

  private:
    std::string_view source_;
    std::size_t at_;
    std::size_t counted_ = 0;
};

YamlStyle style_of(yaml_scalar_style_t style) {
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        return YamlStyle::single_quoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return YamlStyle::double_quoted;
    case YAML_LITERAL_SCALAR_STYLE:
        return YamlStyle::literal;
    case YAML_FOLDED_SCALAR_STYLE:
        return YamlStyle::folded;
    default:
        return YamlStyle::plain;
    }
}

/// A plain scalar that YAML takes for a number, a truth value or nothing.
bool is_no_string(std::string_view value) {
    constexpr std::array<std::string_view, 12> words{"",     "~",    "null",  "Null",  "NULL",  "true",
                                                     "True", "TRUE", "false", "False", "FALSE", ".nan"};
    if (std::ranges::find(words, value) != words.end()) return true;
    if (value.starts_with('+')) value.remove_prefix(1);
    double number = 0;
    const auto [end, code] = std::from_chars(value.data(), value.data() + value.size(), number);
    return code == std::errc{} && end == value.data() + value.size();
}

class YamlReader {
  public:
    explicit YamlReader(std::string bytes)
        : document_(std::move(bytes)), start_(text_start(document_.source())), offsets_(document_.source(), start_),
          last_end_(start_) {}

    Result<Document> read() && {
        yaml_parser_t parser;
        if (yaml_parser_initialize(&parser) == 0) return tl::unexpected(Error{.message = "no memory", .path = {}});
        const std::unique_ptr<yaml_parser_t, void (*)(yaml_parser_t*)> owner(&parser, yaml_parser_delete);
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
        const std::string_view text = document_.source().substr(start_);
        yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
        for (bool done = false; !done;) {
            yaml_event_t event;
            if (yaml_parser_parse(&parser, &event) == 0) return tl::unexpected(problem_of(parser));
            done = event.type == YAML_STREAM_END_EVENT;
            take(event);
            yaml_event_delete(&event);
            if (path_.depth() > deepest)
                return tl::unexpected(
                    error_at(document_.source(), last_end_, fmt::format("nested deeper than {} levels", deepest)));
            if (values_ > most_data_values) return tl::unexpected(too_many_values());
        }
        comments(static_cast<std::uint32_t>(document_.source().size()));
        return std::move(document_).finish();
    }

  private:
    static Error problem_of(const yaml_parser_t& parser) {
        Error error{.message = fmt::format("not valid YAML: {}", parser.problem != nullptr ? parser.problem : "?"),
                    .path = {}};
        if (parser.context != nullptr) error.message += fmt::format(" {}", parser.context);
        error.line = static_cast<int>(parser.problem_mark.line) + 1;
        error.column = static_cast<int>(parser.problem_mark.column) + 1;
        return error;
    }

    void take(const yaml_event_t& event) {
        switch (event.type) {
        case YAML_DOCUMENT_START_EVENT:
            ++documents_;
            return;
        case YAML_SCALAR_EVENT:
            return scalar(event);
        case YAML_ALIAS_EVENT:
            return value();
        case YAML_SEQUENCE_START_EVENT:
            enter_node();
            path_.enter_list();
            return at_key_.push_back(false);
        case YAML_MAPPING_START_EVENT:
            enter_node();
            path_.enter_map();
            return at_key_.push_back(true);
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_END_EVENT:
            path_.leave();
            at_key_.pop_back();
            return value();
        default:
            return;
        }
    }

    /// A key that is no scalar has no name.
    void enter_node() {
        if (!at_key_.empty() && at_key_.back()) path_.set_key("?");
    }

    /// A node is complete: after a key comes its value, after the value the next key.
    void value() {
        ++values_;
        path_.next();
        if (!at_key_.empty() && !path_.in_list()) at_key_.back() = !at_key_.back();
    }

    void scalar(const yaml_event_t& event) {
        const std::string_view text(reinterpret_cast<const char*>(event.data.scalar.value), event.data.scalar.length);
        const SourceSpan span = without_properties({offsets_(event.start_mark.index), offsets_(event.end_mark.index)});
        const YamlStyle style = style_of(event.data.scalar.style);
        const bool block = style == YamlStyle::literal || style == YamlStyle::folded;
        comments(block ? yaml_header_end(document_.source(), span) : span.start);
        last_end_ = std::max(last_end_, span.end);
        const bool key = !at_key_.empty() && at_key_.back();
        if (key) {
            path_.set_key(std::string(text));
        } else if (style != YamlStyle::plain || event.data.scalar.plain_implicit == 0 || !is_no_string(text)) {
            std::string location = path_.to_string();
            if (documents_ > 1) location = fmt::format("document {}: {}", documents_, location);
            add_data_string(document_, decode_yaml_scalar(document_.source(), span, style), location);
        }
        value();
    }

    /// An anchor ("&name") and a tag ("!!str") may stand before a scalar.
    [[nodiscard]] SourceSpan without_properties(SourceSpan span) const {
        const std::string_view source = document_.source().substr(0, span.end);
        std::size_t at = span.start;
        while (at < span.end && (source[at] == '&' || source[at] == '!')) {
            at = source.find_first_of(" \t\r\n", at);
            at = source.find_first_not_of(" \t\r\n", std::min<std::size_t>(at, span.end));
            while (at < span.end && source[at] == '#')
                at = source.find_first_not_of(" \t\r\n",
                                              std::min<std::size_t>(source.find_first_of("\r\n", at), span.end));
        }
        return {static_cast<std::uint32_t>(std::min<std::size_t>(at, span.end)), span.end};
    }

    /// The comments between the scalar before and `end`. Outside of scalars a "#" behind white space starts one.
    void comments(std::uint32_t end) {
        const std::string_view source = document_.source();
        for (std::uint32_t at = last_end_; at < end; ++at) {
            if (source[at] != '#') continue;
            if (at > start_ && std::string_view(" \t\r\n").find(source[at - 1]) == std::string_view::npos) continue;
            const SourceSpan line = *LineCursor(source.substr(0, end), at).next();
            document_.add_comment(line, source.substr(line.start + 1, line.size() - 1));
            at = line.end;
        }
        last_end_ = std::max(last_end_, end);
    }

    JoinedDocument document_;
    std::uint32_t start_; ///< behind a byte order mark
    CodePointOffsets offsets_;
    std::uint32_t last_end_; ///< up to where comments were looked for, or a scalar's end
    KeyPath path_;
    std::vector<bool> at_key_; ///< of each open node: a mapping's next node is a key
    std::size_t documents_ = 0, values_ = 0;
};

} // namespace

Result<Document> read_yaml(std::string bytes) {
    if (const Result<void> checked = check_data(bytes); !checked) return tl::unexpected(checked.error());
    return YamlReader(std::move(bytes)).read();
}

} // namespace statlint
