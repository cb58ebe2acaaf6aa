#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "text/error.hpp"
#include "text/span.hpp"

namespace statlint {

/// A remark on some words of the extracted text.
struct Annotation {
    TextSpan span;
    std::string text; ///< a line a paragraph
};

struct AnnotatedCopy {
    std::string bytes;
    std::size_t placed = 0;  ///< annotations that became comments
    std::size_t outside = 0; ///< those on words that can't have one: headers, other comments
};

/// Who writes the comments. What he writes is no part of the draft when the copy is read again.
inline constexpr std::string_view annotation_author = "statlint";

/// A copy of a Word file or an OpenDocument text with the annotations as comments on their words. All parts but the
/// text, the comments and what registers them are the same bytes; in the text nothing is changed but what is put into
/// it. Words in notes and text boxes get their comment at the place in the body that they belong to. Annotations must
/// be ascending and must not overlap.
[[nodiscard]] Result<AnnotatedCopy> annotate_docx(std::string_view bytes, const std::vector<Annotation>& annotations);
[[nodiscard]] Result<AnnotatedCopy> annotate_odt(std::string_view bytes, const std::vector<Annotation>& annotations);

} // namespace statlint
