#pragma once
#include <string>
#include <utility>
#include <vector>

#include "formats/block_context.hpp"
#include "formats/rst_inlines.hpp"
#include "formats/source_lines.hpp"

namespace statlint {

/// Reads a reStructuredText file line by line. What holds its text further in is a level on a stack; a marker ("- ") is
/// taken off its line, which is then read again one level deeper, so nesting costs no recursion.
class RstReader {
  public:
    explicit RstReader(std::string bytes);
    [[nodiscard]] Document read() &&;

  private:
    struct Level {
        std::uint32_t indent = 0;
        bool flexible = false; ///< its first line says how far it is indented
        BlockContext context;
        std::string list_marker; ///< of the list that its last element belongs to; empty where that is no item
        BlockContext list;
    };

    // Lines are counted from 0; what reads one gives the next one to read.
    std::size_t element(std::size_t line);
    std::size_t paragraph(std::size_t line);
    std::size_t section(std::size_t line);
    std::size_t item(std::size_t line, std::string_view marker, std::uint32_t size);
    std::size_t field(std::size_t line);
    std::size_t line_block(std::size_t line);
    std::size_t explicit_markup(std::size_t line);
    std::size_t note(std::size_t line, std::string_view label, std::uint32_t size);
    std::size_t comment(std::size_t line);
    std::size_t definition(std::size_t line);
    [[nodiscard]] std::size_t behind_block(std::size_t line) const;
    std::size_t skip_literal(std::size_t line, std::uint32_t indent);

    // Directives
    std::size_t directive(std::size_t line, std::string_view name, SourceSpan argument);
    std::size_t prose_directive(std::size_t line, SourceSpan argument);
    std::size_t figure(std::size_t line);
    std::size_t raw(std::size_t line);
    [[nodiscard]] SourceSpan option(std::size_t line, std::string_view name) const;
    std::size_t drop_options(std::size_t line);

    // Tables
    std::size_t grid_table(std::size_t line);
    std::size_t simple_table(std::size_t line);
    std::size_t list_table(std::size_t line);
    std::size_t csv_table(std::size_t line);
    void csv_row(SourceSpan line);
    void begin_table();
    void end_table();
    void cell(std::uint32_t column, const std::vector<SourceSpan>& lines);
    void end_row();

    // Blocks
    [[nodiscard]] std::string_view view(std::size_t line) const { return builder_.slice(lines_[line].text); }
    [[nodiscard]] bool blank(std::size_t line) const { return line >= lines_.size() || lines_[line].text.empty(); }
    [[nodiscard]] BlockContext& context() { return levels_.back().context; }
    void block(Block block, SourceSpan region);
    bool push(std::uint32_t indent, bool flexible, BlockContext context);
    void define(std::size_t line);

    DocumentBuilder builder_;
    std::vector<SourceLine> lines_;
    RstDefinitions definitions_;
    RstInlines inlines_;
    std::vector<Level> levels_;
    std::vector<std::pair<char, bool>> adornments_; ///< character, and whether it stands above too; in order of levels
    std::vector<std::string> bibliographies_;
    unsigned auto_notes_ = 0, symbol_notes_ = 0;
    std::uint32_t table_ = 0, row_ = 0, row_first_ = 0, table_first_ = 0;
    std::uint32_t header_rows_ = no_block; ///< of the table; no_block until a line below them is seen
};

} // namespace statlint
