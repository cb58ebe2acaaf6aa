#include "formats/docx_fields.hpp"

#include <algorithm>
#include <array>

namespace statlint {

namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    return start == std::string_view::npos ? std::string_view{} : text.substr(start);
}

std::string first_word(std::string_view code) {
    code = trimmed(code);
    std::string word(code.substr(0, code.find_first_of(" \t\r\n")));
    for (char& c : word)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return word;
}

} // namespace

FieldKind field_kind(std::string_view code) {
    constexpr std::array<std::string_view, 10> omitted{"TOC",      "INDEX",        "TOA",     "PAGE",        "PAGEREF",
                                                       "NUMPAGES", "SECTIONPAGES", "SECTION", "MACROBUTTON", "TC"};
    const std::string word = first_word(code);
    if (std::ranges::find(omitted, word) != omitted.end()) return FieldKind::omitted;
    if (word == "HYPERLINK") return FieldKind::link;
    if (word == "CITATION") return FieldKind::citation;
    if (word != "ADDIN") return FieldKind::text;
    // "ADDIN ZOTERO_ITEM CSL_CITATION {…}", "ADDIN CSL_CITATION {…}" (Mendeley), "ADDIN EN.CITE …" (EndNote)
    const std::string program = first_word(trimmed(code).substr(word.size()));
    const bool cites = program.starts_with("ZOTERO_ITEM") || program.starts_with("CSL_CITATION") ||
                       program.starts_with("MENDELEY CITATION") || program.starts_with("EN.CITE");
    return cites ? FieldKind::citation : FieldKind::text;
}

std::string field_link(std::string_view code) {
    const std::size_t open = code.find('"');
    if (open == std::string_view::npos) return {};
    const std::size_t close = code.find('"', open + 1);
    const std::string_view target = code.substr(open + 1, close == std::string_view::npos ? close : close - open - 1);
    const bool bookmark = code.substr(0, open).find("\\l") != std::string_view::npos;
    return (bookmark ? "#" : "") + std::string(target);
}

} // namespace statlint
