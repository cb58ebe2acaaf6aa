#pragma once
#include <memory>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "formats/zip_archive.hpp"

namespace statlint {

/// Parses one XML part. Refuses broken XML, document types (and with them entities of its own), and elements that nest
/// so deeply that no writer made them; so readers may recurse.
[[nodiscard]] Result<std::unique_ptr<pugi::xml_document>> parse_xml(std::string_view bytes, std::string_view part);
[[nodiscard]] Result<std::unique_ptr<pugi::xml_document>> read_xml(ZipArchive& archive, const std::string& part);

/// The name of an element without its prefix: writers are free to choose the prefixes of namespaces.
[[nodiscard]] std::string_view local_name(pugi::xml_node node);
/// The value of an attribute by its name without prefix; empty where it is not there.
[[nodiscard]] std::string_view attribute(pugi::xml_node node, std::string_view name);
/// The first child of that local name, or a null node.
[[nodiscard]] pugi::xml_node child(pugi::xml_node node, std::string_view name);
/// An on/off property: there, and not "0", "false" or "off".
[[nodiscard]] bool is_on(pugi::xml_node properties, std::string_view name);
/// All text below a node.
[[nodiscard]] std::string text_below(pugi::xml_node node);

} // namespace statlint
