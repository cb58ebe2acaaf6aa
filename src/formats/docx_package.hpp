#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "formats/xml_part.hpp"

namespace statlint {

/// What a paragraph style means for the flow of text.
struct DocxStyle {
    std::string name; ///< lower case, as Word calls it in every language: "heading 1"
    int outline = -1; ///< 0-8 for headings
    std::string list; ///< numId of its list; empty where it has none
    int list_level = 0;
};

/// The relationships of a part: what its ids point to.
using Relationships = std::map<std::string, std::string, std::less<>>;

/// One XML part of a package, with its relationships.
struct XmlPart {
    std::string name; ///< "word/document.xml"
    std::unique_ptr<pugi::xml_document> xml;
    Relationships targets; ///< by id: part name, or URL
    Relationships types;   ///< by id: last word of the type, "footnotes"

    [[nodiscard]] explicit operator bool() const { return xml != nullptr; }
    /// The root element.
    [[nodiscard]] pugi::xml_node root() const { return xml->document_element(); }
};

/// Reads a part of an OOXML package; targets are resolved to part names.
[[nodiscard]] Result<XmlPart> read_part(ZipArchive& archive, const std::string& name);
/// The part that the package is about ("word/document.xml"), or an error that says what else it is.
[[nodiscard]] Result<std::string> main_part(ZipArchive& archive, std::string_view wanted_type);

/// The parts of a Word file that have text.
struct DocxPackage {
    XmlPart document, footnotes, endnotes, comments;
    std::vector<XmlPart> headers, footers;
    std::map<std::string, DocxStyle, std::less<>> styles; ///< by id
    std::string title;

    [[nodiscard]] static Result<DocxPackage> open(ZipArchive& archive);
};

} // namespace statlint
