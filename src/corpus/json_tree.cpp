#include "corpus/json_tree.hpp"

#include <cstddef>

#include "formats/json_places.hpp"

namespace statlint {

namespace {

/// Builds the tree from nlohmann's SAX events.
class TreeBuilder : public JsonPlaces {
  public:
    using JsonPlaces::JsonPlaces;

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

    JsonNode root;

  private:
    bool number(std::string digits) { return add({.kind = JsonNode::Kind::number, .text = std::move(digits)}); }

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
        if (!open_level(node.offset)) return false;
        open_.push_back(std::move(node));
        return true;
    }

    bool close() {
        close_level();
        JsonNode node = std::move(open_.back());
        open_.pop_back();
        place(std::move(node));
        return true;
    }

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
    if (!feed_json(text, read, builder)) return tl::unexpected(std::move(builder.error));
    return std::move(builder.root);
}

} // namespace statlint
