#pragma once
#include <cstdint>
#include <string_view>

namespace statlint {

/// What a command does to the text around it.
enum class LatexAction : std::uint8_t {
    transparent, ///< its arguments are text: \emph, and what is not known
    skip,        ///< `count` arguments are no prose
    text,        ///< stands for `text`
    space,
    paragraph,
    title,    ///< of level `count`
    abstract, ///< as a command
    heading,  ///< of level `count`
    footnote,
    footnote_mark,
    footnote_text,
    item,
    caption,        ///< behind `count` arguments that are no prose
    cite,           ///< "(Salter, 2023)"
    narrative_cite, ///< "Salter (2023)", in running text
    foot_cite,
    link,
    url,
    image,
    verbatim, ///< \verb|…|
    code,     ///< \texttt
    superscript,
    quoted,
    accent, ///< `text` is the combining character
    define,
    bibliography, ///< with `count` the names lack their ending
    bibliography_item,
    begin,
    end,
    row_end,
    rule, ///< a line across a table, with `count` arguments
    columns,
    repeated_head, ///< \endfirsthead: until \endhead the header is there again
    head_end,
    number,   ///< of siunitx, with `count` numbers
    quantity, ///< the same with a unit
    fraction,
    alternatives, ///< \texorpdfstring: only the first argument is text
    count_notes,  ///< changes a counter
    inline_math,
    math_argument,
    display_math,
};

struct LatexCommand {
    std::string_view name;
    LatexAction action = LatexAction::transparent;
    std::uint8_t count = 0;
    std::string_view text = {};
};

/// By name, with its star where it has a meaning of its own; an unknown one is transparent.
[[nodiscard]] const LatexCommand& latex_command(std::string_view name);

/// What an environment does to the text in it.
enum class LatexBlock : std::uint8_t {
    transparent,
    hidden, ///< code, formulas, drawings: read as they stand, up to their end
    document,
    list,
    description,
    quotation,
    table,
    floating, ///< a figure or table with its caption
    references,
    frame, ///< a slide, with its title behind it
};

struct LatexEnvironment {
    std::string_view name;
    LatexBlock block = LatexBlock::transparent;
    std::uint8_t arguments = 0; ///< in braces, which are no prose
};

[[nodiscard]] const LatexEnvironment& latex_environment(std::string_view name);

} // namespace statlint
