#include "corpus/json_tree.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "text/utf8.hpp"

namespace statlint {

namespace {

constexpr std::size_t deepest = 64;

/// Hands the text to the parser byte by byte and tells how far it has read: the SAX events carry no positions.
class CountingIterator {
  public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, std::size_t* read) : at_(at), read_(read) {}
    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        ++at_;
        ++*read_;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator old = *this;
        ++*this;
        return old;
    }
    bool operator==(const CountingIterator& other) const { return at_ == other.at_; }

  private:
    const char* at_;
    std::size_t* read_;
};

/// What nlohmann says after its own place ("… parsing object - unexpected '}'; expected …"), without the text that it
/// repeats.
std::string reason(std::string_view what) {
    const std::size_t dash = what.find(" - ");
    if (dash != std::string_view::npos) what.remove_prefix(dash + 3);
    return std::string(what.substr(0, what.find("; last read")));
}

/// Builds the tree from nlohmann's SAX events.
class TreeBuilder {
  public:
    TreeBuilder(std::string_view text, const std::size_t& read)
        : text_(text), read_(&read), last_end_(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0) {}

    bool null() { return add({}); }
    bool boolean(bool value) { return add({.kind = JsonNode::Kind::boolean, .truth = value}); }
    bool number_integer(std::int64_t value) { return number(std::to_string(value)); }
    bool number_unsigned(std::uint64_t value) { return number(std::to_string(value)); }
    bool number_float(double, const std::string& digits) { return number(digits); }
    bool string(std::string& value) { return add({.kind = JsonNode::Kind::string, .text = std::move(value)}); }
    bool binary(std::vector<std::uint8_t>&) { return false; }
    bool start_object(std::size_t) { return open(JsonNode::Kind::object); }
    bool start_array(std::size_t) { return open(JsonNode::Kind::array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(std::string& name) {
        open_.back().keys.push_back(token_start());
        open_.back().members.emplace_back(std::move(name), JsonNode{});
        return true;
    }

    bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception& problem) {
        // The position counts the bytes up to and including the last one read.
        std::size_t offset = std::min(position > 0 ? position - 1 : 0, text_.size());
        const std::string why = reason(problem.what());
        // A text or number in the wrong place: its start tells more than its end. (Of other tokens the parser does not
        // know the start: it hands out all that it has read since the last text.)
        const bool literal = why.starts_with("unexpected string") || why.starts_with("unexpected number");
        if (literal && text_.substr(0, offset + 1).ends_with(token)) offset = offset + 1 - token.size();
        error.offset = static_cast<std::uint32_t>(offset);
        error.message = "not valid JSON: " + (offset < text_.size() ? why : "the file ends too early");
        return false;
    }

    JsonNode root;
    JsonError error;

  private:
    bool number(std::string digits) { return add({.kind = JsonNode::Kind::number, .text = std::move(digits)}); }

    /// Start of the token that has just been read. After a number the parser has read one byte more, but that can only
    /// be a mark that is skipped here anyway.
    std::uint32_t token_start() {
        std::size_t start = text_.find_first_not_of(" \t\r\n,:", last_end_);
        if (start == std::string_view::npos) start = text_.size();
        last_end_ = *read_;
        return static_cast<std::uint32_t>(start);
    }

    bool add(JsonNode node) {
        node.offset = token_start();
        place(std::move(node));
        return true;
    }

    void place(JsonNode node) {
        if (open_.empty()) {
            root = std::move(node);
        } else if (open_.back().kind == JsonNode::Kind::array) {
            open_.back().items.push_back(std::move(node));
        } else {
            open_.back().members.back().second = std::move(node);
        }
    }

    bool open(JsonNode::Kind kind) {
        JsonNode node{.kind = kind};
        node.offset = token_start();
        if (open_.size() >= deepest) {
            error = {fmt::format("nested deeper than {} levels", deepest), node.offset};
            return false;
        }
        open_.push_back(std::move(node));
        return true;
    }

    bool close() {
        last_end_ = *read_;
        JsonNode node = std::move(open_.back());
        open_.pop_back();
        place(std::move(node));
        return true;
    }

    std::string_view text_;
    const std::size_t* read_;
    std::size_t last_end_; ///< of the token before
    std::vector<JsonNode> open_;
};

} // namespace

const JsonNode* JsonNode::find(std::string_view name) const {
    for (const auto& [key, value] : members) {
        if (key == name) return &value;
    }
    return nullptr;
}

tl::expected<JsonNode, JsonError> read_json(std::string_view text) {
    std::size_t read = 0;
    TreeBuilder builder(text, read);
    const CountingIterator first(text.data(), &read);
    const CountingIterator last(text.data() + text.size(), &read);
    if (!nlohmann::json::sax_parse(first, last, &builder)) return tl::unexpected(std::move(builder.error));
    return std::move(builder.root);
}

} // namespace statlint
