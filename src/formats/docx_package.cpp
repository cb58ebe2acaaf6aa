#include "formats/docx_package.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "text/ascii.hpp"

namespace statlint {

namespace {

int number(std::string_view text, int otherwise) {
    int value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// "../media/a.png" from "word/document.xml" is "media/a.png"; what leads out of the package names no part.
std::string resolve(std::string_view from, std::string_view target) {
    std::vector<std::string_view> path;
    const auto add = [&](std::string_view names) {
        while (!names.empty()) {
            const std::size_t slash = std::min(names.find('/'), names.size());
            const std::string_view name = names.substr(0, slash);
            if (name == "..") {
                if (path.empty()) return false;
                path.pop_back();
            } else if (!name.empty() && name != ".") {
                path.push_back(name);
            }
            names.remove_prefix(std::min(slash + 1, names.size()));
        }
        return true;
    };
    if (!target.starts_with('/')) add(from.substr(0, from.rfind('/') + 1));
    return add(target) ? fmt::format("{}", fmt::join(path, "/")) : std::string();
}

std::string relationships_of(const std::string& part) {
    const std::size_t slash = part.rfind('/') + 1;
    return part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels";
}

Result<void> read_relationships(ZipArchive& archive, XmlPart& part) {
    const std::string name = relationships_of(part.name);
    if (!archive.has(name)) return {};
    const auto xml = read_xml(archive, name);
    if (!xml) return tl::unexpected(xml.error());
    for (const pugi::xml_node one : (*xml)->document_element().children()) {
        const std::string_view target = attribute(one, "Target");
        const bool outside = attribute(one, "TargetMode") == "External";
        const std::string_view type = attribute(one, "Type");
        const std::string id(attribute(one, "Id"));
        part.targets[id] = outside ? std::string(target) : resolve(part.name, target);
        part.types[id] = std::string(type.substr(type.rfind('/') + 1));
    }
    return {};
}

/// A style takes what it doesn't say from the one it is based on.
void read_styles(const pugi::xml_node styles, std::map<std::string, DocxStyle, std::less<>>& out) {
    std::map<std::string, std::string, std::less<>> based_on;
    for (const pugi::xml_node one : styles.children()) {
        if (local_name(one) != "style") continue;
        DocxStyle style;
        style.name = lower_case(attribute(child(one, "name"), "val"));
        const pugi::xml_node properties = child(one, "pPr");
        style.outline = number(attribute(child(properties, "outlineLvl"), "val"), -1);
        const pugi::xml_node list = child(properties, "numPr");
        style.list = attribute(child(list, "numId"), "val");
        style.list_level = number(attribute(child(list, "ilvl"), "val"), 0);
        const std::string id(attribute(one, "styleId"));
        based_on[id] = attribute(child(one, "basedOn"), "val");
        out[id] = std::move(style);
    }
    for (auto& [id, style] : out) {
        std::string above = based_on[id];
        for (int steps = 0; steps < 20 && !above.empty(); ++steps) {
            const auto base = out.find(above);
            if (base == out.end()) break;
            if (style.outline < 0 && base->second.name.starts_with("heading")) style.outline = base->second.outline;
            if (style.list.empty()) style.list = base->second.list;
            above = based_on[above];
        }
    }
}

Result<XmlPart> optional_part(ZipArchive& archive, const XmlPart& document, std::string_view type) {
    for (const auto& [id, kind] : document.types)
        if (kind == type && archive.has(document.targets.at(id))) return read_part(archive, document.targets.at(id));
    return XmlPart{};
}

Result<std::vector<XmlPart>> all_parts(ZipArchive& archive, const XmlPart& document, std::string_view type) {
    std::vector<XmlPart> parts;
    for (const auto& [id, kind] : document.types) {
        if (kind != type || !archive.has(document.targets.at(id))) continue;
        auto part = read_part(archive, document.targets.at(id));
        if (!part) return tl::unexpected(part.error());
        parts.push_back(std::move(*part));
    }
    std::ranges::sort(parts, {}, &XmlPart::name);
    return parts;
}

} // namespace

Result<XmlPart> read_part(ZipArchive& archive, const std::string& name) {
    XmlPart part;
    part.name = name;
    auto xml = read_xml(archive, name);
    if (!xml) return tl::unexpected(xml.error());
    part.xml = std::move(*xml);
    if (auto read = read_relationships(archive, part); !read) return tl::unexpected(read.error());
    return part;
}

Result<std::string> main_part(ZipArchive& archive, std::string_view wanted_type) {
    const auto fail = [](std::string message) {
        return tl::unexpected(Error{.message = std::move(message), .path = {}});
    };
    XmlPart package;
    if (auto read = read_relationships(archive, package); !read) return tl::unexpected(read.error());
    std::string main;
    for (const auto& [id, type] : package.types)
        if (type == "officeDocument") main = package.targets.at(id);
    const std::string_view folder = std::string_view(main).substr(0, main.find('/'));
    constexpr std::pair<std::string_view, std::string_view> kinds[] = {
        {"word", "a Word file (docx)"}, {"ppt", "a PowerPoint file (pptx)"}, {"xl", "an Excel file"}};
    for (const auto& [type, words] : kinds)
        if (folder == type && type != wanted_type) return fail(fmt::format("is {}, whatever its name says", words));
    if (archive.has("mimetype") && archive.has("content.xml"))
        return fail("is an OpenDocument file (odt, odp), whatever its name says");
    if (main.empty() || !archive.has(main))
        return fail(
            fmt::format("is a zip file without the document that a .{} has", wanted_type == "word" ? "docx" : "pptx"));
    return main;
}

Result<DocxPackage> DocxPackage::open(ZipArchive& archive) {
    DocxPackage package;
    const Result<std::string> main = main_part(archive, "word");
    if (!main) return tl::unexpected(main.error());
    auto document = read_part(archive, *main);
    if (!document) return tl::unexpected(document.error());
    package.document = std::move(*document);
    for (const auto& [type, part] : {std::pair{"footnotes", &package.footnotes},
                                     {"endnotes", &package.endnotes},
                                     {"comments", &package.comments}}) {
        auto read = optional_part(archive, package.document, type);
        if (!read) return tl::unexpected(read.error());
        *part = std::move(*read);
    }
    for (const auto& [type, parts] : {std::pair{"header", &package.headers}, {"footer", &package.footers}}) {
        auto read = all_parts(archive, package.document, type);
        if (!read) return tl::unexpected(read.error());
        *parts = std::move(*read);
    }
    const auto styles = optional_part(archive, package.document, "styles");
    if (!styles) return tl::unexpected(styles.error());
    if (*styles) read_styles(styles->root(), package.styles);
    if (archive.has("docProps/core.xml")) {
        const auto core = read_xml(archive, "docProps/core.xml");
        if (core) package.title = text_below(child((*core)->document_element(), "title"));
    }
    return package;
}

} // namespace statlint
