#pragma once
#include <string>
#include <string_view>

namespace statlint {

/// What a field of Word is there for, as far as its result is concerned.
enum class FieldKind {
    text,     ///< its result is text like any other
    citation, ///< of Word, Zotero, Mendeley or EndNote: its result is the citation as readers see it
    link,     ///< HYPERLINK
    omitted,  ///< contents, page numbers: no prose
};

/// A field that has been begun and not yet ended.
struct OpenField {
    std::string code;       ///< "HYPERLINK \"https://…\"", collected until the result begins
    bool in_result = false; ///< between "separate" and "end"
    FieldKind kind = FieldKind::text;
};

[[nodiscard]] FieldKind field_kind(std::string_view code);
/// The address of a HYPERLINK field; "#name" where it leads to a bookmark.
[[nodiscard]] std::string field_link(std::string_view code);

} // namespace statlint
