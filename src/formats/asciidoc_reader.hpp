#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "formats/asciidoc_inlines.hpp"
#include "formats/block_context.hpp"
#include "formats/source_lines.hpp"

namespace statlint {

/// Reads an AsciiDoc file line by line. Lists and delimited blocks that are open stand on stacks.
class AsciidocReader {
  public:
    explicit AsciidocReader(std::string bytes);
    [[nodiscard]] Document read() &&;

  private:
    struct List {
        std::string marker;
        BlockContext item; ///< of its latest item
    };
    /// A block between two equal lines ("____") whose content is read as text.
    struct Delimited {
        std::string_view mark;
        BlockContext around;
        std::vector<List> lists;
    };

    // Lines are counted from 0; what reads one gives the next one to read.
    std::size_t element(std::size_t line);
    std::size_t paragraph(std::size_t line, SourceSpan start);
    std::size_t heading(std::size_t line, std::uint32_t level, SourceSpan text);
    std::size_t document_header(std::size_t line);
    std::size_t delimiter(std::size_t line);
    std::size_t comment_block(std::size_t line, std::size_t end);
    std::size_t item(std::size_t line, std::string_view marker, std::uint32_t size);
    std::size_t description(std::size_t line, SourceSpan term, std::string_view mark, SourceSpan words);
    std::size_t table(std::size_t line);
    void attributes(std::size_t line);
    void attribute_entry(std::size_t line);
    void title(std::size_t line);
    void picture(std::size_t line);
    void find_references();

    [[nodiscard]] std::size_t closing(std::size_t line);
    [[nodiscard]] bool starts_block(std::size_t line) const;
    [[nodiscard]] std::string_view view(std::size_t line) const { return builder_.slice(lines_[line].text); }
    [[nodiscard]] bool blank(std::size_t line) const { return line >= lines_.size() || lines_[line].text.empty(); }
    [[nodiscard]] BlockContext context() const { return lists_.empty() ? context_ : lists_.back().item; }
    void begin_list(std::string_view marker);
    void put(const BlockContext& context, SourceSpan region);

    DocumentBuilder builder_;
    std::vector<SourceLine> lines_;
    AsciidocInlines inlines_;
    BlockContext context_; ///< outside of lists
    std::vector<List> lists_;
    std::vector<Delimited> open_;
    std::string_view style_; ///< "[quote, …]" above the next block, without its brackets
    bool after_blank_ = true;
    bool keeps_blank_ = false; ///< the line was none of the text
    bool continued_ = false;   ///< "+": what follows belongs to the item
    std::vector<std::string> bibliographies_;
    std::unordered_map<std::string_view, std::size_t> closings_; ///< what closing() found last
};

} // namespace statlint
