#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "formats/block_context.hpp"
#include "formats/org_inlines.hpp"
#include "formats/source_lines.hpp"

namespace statlint {

/// Reads an Org file line by line; the lists that are open stand on a stack.
class OrgReader {
  public:
    explicit OrgReader(std::string bytes);
    [[nodiscard]] Document read() &&;

  private:
    struct List {
        std::uint32_t indent = 0;
        char mark = '-';   ///< or '1'
        BlockContext item; ///< of its latest item
    };

    // Lines are counted from 0; what reads one gives the next one to read.
    std::size_t element(std::size_t line);
    std::size_t heading(std::size_t line);
    std::size_t keyword(std::size_t line);
    std::size_t block(std::size_t line, std::string_view name);
    std::size_t drawer(std::size_t line);
    std::size_t table(std::size_t line);
    std::size_t item(std::size_t line, std::uint32_t size);
    std::size_t note(std::size_t line, std::string_view label);
    std::size_t paragraph(std::size_t line, SourceSpan text);
    void caption(std::size_t line, SourceSpan text);
    void comments_in(SourceSpan html);

    [[nodiscard]] std::size_t find_end(std::size_t line, std::string_view end);
    [[nodiscard]] bool starts_block(std::size_t line) const;
    [[nodiscard]] std::string_view view(std::size_t line) const { return builder_.slice(lines_[line].text); }
    [[nodiscard]] bool blank(std::size_t line) const { return line >= lines_.size() || lines_[line].text.empty(); }
    [[nodiscard]] const BlockContext& context() const { return lists_.empty() ? context_ : lists_.back().item; }
    void put(const BlockContext& context, SourceSpan region);

    DocumentBuilder builder_;
    std::vector<SourceLine> lines_;
    OrgInlines inlines_;
    BlockContext context_; ///< outside of lists
    std::vector<List> lists_;
    bool table_before_ = false; ///< a table ended directly before
    unsigned blank_lines_ = 0;  ///< directly before
    std::vector<std::string> bibliographies_;
    std::map<std::string, std::size_t> ends_; ///< what find_end() came upon last
};

} // namespace statlint
