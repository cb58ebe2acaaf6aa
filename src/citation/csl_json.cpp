// CSL-JSON as a user's bibliography: programs export many fields, of which only those are read that tell which work is
// meant. The corpus's own works are read more strictly, by corpus/works_reader.
#include <fmt/format.h>

#include "citation/bibliography.hpp"
#include "citation/references.hpp"
#include "corpus/json_tree.hpp"
#include "text/line_index.hpp"

namespace statlint {
namespace {

using Kind = JsonNode::Kind;

constexpr std::size_t most_errors = 20;

std::string text_of(const JsonNode& item, std::string_view name) {
    const JsonNode* node = item.find(name);
    return node != nullptr && (node->kind == Kind::string || node->kind == Kind::number) ? node->text : std::string();
}

int year_of(const JsonNode& item) {
    const JsonNode* node = item.find("issued");
    if (node == nullptr) return 0;
    if (const JsonNode* parts = node->find("date-parts")) node = parts;
    for (const std::string_view name : {"raw", "literal"})
        if (const JsonNode* raw = node->find(name)) node = raw;
    while (node->kind == Kind::array && !node->items.empty()) node = &node->items.front();
    return year_in(node->text);
}

void read_authors(const JsonNode& item, BibliographyItem& out) {
    const JsonNode* authors = item.find("author");
    if (authors == nullptr) authors = item.find("editor");
    if (authors == nullptr) return;
    for (const JsonNode& author : authors->items) {
        std::string name = text_of(author, "family");
        if (name.empty()) name = text_of(author, "literal");
        if (!name.empty()) out.authors.push_back(std::move(name));
    }
}

} // namespace

Bibliography read_csl_json(std::string_view text, const std::string& path, std::vector<Error>& errors) {
    Bibliography made;
    made.path = path;
    const LineIndex lines(text);
    std::size_t failures = 0;
    const auto fail = [&](std::uint32_t offset, std::string message) {
        made.complete = false;
        if (failures++ >= most_errors) return;
        const Position at = lines.locate(offset);
        errors.push_back({std::move(message), path, static_cast<int>(at.line), static_cast<int>(at.column)});
    };
    const tl::expected<JsonNode, JsonError> root = read_json(text);
    if (!root) {
        fail(root.error().offset, root.error().message);
        return made;
    }
    if (root->kind != Kind::array) {
        fail(root->offset, "a CSL-JSON bibliography is an array of items");
        return made;
    }
    for (const JsonNode& node : root->items) {
        const std::string id = text_of(node, "id");
        if (node.kind != Kind::object || id.empty()) {
            fail(node.offset, "an item without an \"id\"");
            continue;
        }
        BibliographyItem item;
        item.title = text_of(node, "title");
        item.doi = text_of(node, "DOI");
        item.url = text_of(node, "URL");
        item.isbn = text_of(node, "ISBN");
        item.year = year_of(node);
        item.line = lines.locate(node.offset).line;
        read_authors(node, item);
        if (!made.items.emplace(id, std::move(item)).second)
            fail(node.offset, fmt::format("the key \"{}\" is defined twice", id));
    }
    return made;
}

Bibliography read_bibliography(std::string_view text, const std::string& path, std::vector<Error>& errors) {
    return path.ends_with(".json") ? read_csl_json(text, path, errors) : read_bibtex(text, path, errors);
}

} // namespace statlint
