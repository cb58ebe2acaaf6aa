#include "formats/xml_part.hpp"

#include <fmt/format.h>

namespace statlint {

namespace {

constexpr int deepest = 400;

tl::unexpected<Error> fail(std::string message) {
    return tl::unexpected(Error{.message = std::move(message), .path = {}});
}

/// Walks without recursion, since the depth is not known yet.
bool too_deep(pugi::xml_node root) {
    int depth = 0;
    pugi::xml_node node = root;
    while (node) {
        if (const pugi::xml_node first = node.first_child()) {
            node = first;
            if (++depth > deepest) return true;
            continue;
        }
        while (node && node != root && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        if (!node || node == root) return false;
        node = node.next_sibling();
    }
    return false;
}

} // namespace

Result<std::unique_ptr<pugi::xml_document>> parse_xml(std::string_view bytes, std::string_view part) {
    auto document = std::make_unique<pugi::xml_document>();
    const pugi::xml_parse_result parsed =
        document->load_buffer(bytes.data(), bytes.size(), pugi::parse_full | pugi::parse_ws_pcdata);
    if (!parsed) return fail(fmt::format("part \"{}\" is broken XML: {}", part, parsed.description()));
    for (const pugi::xml_node node : document->children())
        if (node.type() == pugi::node_doctype)
            return fail(fmt::format("part \"{}\" declares a document type or entities: refused", part));
    if (too_deep(*document)) return fail(fmt::format("part \"{}\" nests more than {} deep: refused", part, deepest));
    return document;
}

Result<std::unique_ptr<pugi::xml_document>> read_xml(ZipArchive& archive, const std::string& part) {
    const Result<std::string> bytes = archive.read(part);
    if (!bytes) return tl::unexpected(bytes.error());
    return parse_xml(*bytes, part);
}

std::string_view local_name(pugi::xml_node node) {
    const std::string_view name = node.name();
    return name.substr(name.find(':') + 1); // npos + 1 is 0
}

std::string_view attribute(pugi::xml_node node, std::string_view name) {
    for (const pugi::xml_attribute& one : node.attributes()) {
        const std::string_view whole = one.name();
        if (whole.substr(whole.find(':') + 1) == name) return one.value();
    }
    return {};
}

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
    for (const pugi::xml_node one : node.children())
        if (local_name(one) == name) return one;
    return {};
}

bool is_on(pugi::xml_node properties, std::string_view name) {
    const pugi::xml_node property = child(properties, name);
    if (!property) return false;
    const std::string_view value = attribute(property, "val");
    return value != "0" && value != "false" && value != "off";
}

std::string text_below(pugi::xml_node node) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) return node.value();
    std::string text;
    for (const pugi::xml_node one : node.children()) text += text_below(one);
    return text;
}

} // namespace statlint
