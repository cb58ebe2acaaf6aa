#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.hpp"

namespace statlint {

/// Puts a Document together while a format reads its source from front to back. A block begins with the first text
/// after a boundary, so that markup without words leaves no block, and it looks like the `next` block that the format
/// has set. White space is given by `space` and reaches the text only between words.
class DocumentBuilder {
  public:
    explicit DocumentBuilder(std::string source);

    [[nodiscard]] std::string_view source() const { return document_.source; }
    [[nodiscard]] std::string_view slice(SourceSpan span) const { return document_.view(span); }
    /// Where a slice of the source stands.
    [[nodiscard]] SourceSpan span_of(std::string_view slice) const {
        const auto start = static_cast<std::uint32_t>(slice.data() - document_.source.data());
        return {start, start + static_cast<std::uint32_t>(slice.size())};
    }

    // Blocks
    void set_next(Block block) { next_ = std::move(block); }
    /// Ends the block that is open, if one is.
    void boundary();
    /// Something that is no prose stands between two blocks (code, a rule): a list after it has no lead-in.
    void interrupt() { lead_in_candidate_ = no_block; }
    /// The index of the block that is open, or else of the one that was closed last.
    [[nodiscard]] std::uint32_t latest_block() const;
    [[nodiscard]] std::uint32_t block_count() const { return static_cast<std::uint32_t>(document_.blocks.size()); }
    [[nodiscard]] bool in_block() const { return open_ != no_block; }

    /// A new list: its number, and the block that leads in to it, the paragraph directly before it.
    struct NewList {
        std::uint32_t number = 0;
        std::uint32_t lead_in = no_block;
    };
    NewList begin_list();
    /// The same where lists may stand in list items: in an item its own words lead in to the list; an item without
    /// words passes on what led in to it. `item_first` is the block count from when the item began.
    NewList begin_list(bool in_item, std::uint32_t item_first, std::uint32_t lead_in);
    std::uint32_t begin_table();
    /// The number that the next table will have.
    [[nodiscard]] std::uint32_t next_table() const { return tables_; }
    void end_table();
    /// Ends a table row whose cells are the blocks from `first` on: it is a header row only if all of them say so, and
    /// if `may_be_header`.
    void end_row(std::uint32_t first, bool may_be_header = true);

    // Text
    /// Bytes of the source as they are; `newlines` says that the run may hold single line ends, which become spaces.
    void append(SourceSpan span, bool newlines = false);
    /// Text that stands for a stretch of the source: an entity, an escape.
    void append(std::string_view text, SourceSpan span);
    /// White space, or what takes its place (a line end, code that was left out).
    void space(SourceSpan span);

    // A block that stands inside another in the source (an image's words, an inline note) and follows it in the text.
    void begin_aside(Block block);
    void end_aside();
    [[nodiscard]] bool in_aside() const { return stream_ == &aside_.stream; }

    // Around the text
    /// A marker that is not in the text; opens the block, since a cell may hold nothing else.
    void add_note_reference(std::string target, SourceSpan marker);
    void begin_link(std::string target, Reference::Kind kind = Reference::Kind::link);
    void end_link();
    void add_comment(SourceSpan span, std::string_view text);
    void set_title(std::string title) { document_.title = std::move(title); }
    void set_bibliographies(std::vector<std::string> files) { document_.bibliographies = std::move(files); }

    /// What follows stands apart (a footer, a comment): the headings so far don't head it.
    void leave_headings() { headings_.fill(no_block); }
    /// Where in the text the next words will stand, white space not counted that is still to be written.
    [[nodiscard]] std::uint32_t text_size() const { return static_cast<std::uint32_t>(stream_->text.size()); }

    [[nodiscard]] Document finish() &&;
    /// The same for containers, whose source is the text that was extracted from them.
    [[nodiscard]] Document finish_extracted() &&;

  private:
    /// Text and its pieces, of the document or of an aside.
    struct Stream {
        std::string text;
        std::vector<Piece> pieces;
        std::uint32_t block_start = 0; ///< where the open block starts in `text`
        bool gap_pending = false;
        SourceSpan gap; ///< white space that has been seen and not yet written
    };
    struct Aside {
        Block block;
        Stream stream;
        std::vector<Reference> references;
    };

    void open_block();
    void trim_block(Block& block);
    [[nodiscard]] bool after_space() const;
    void flush_gap(std::uint32_t source_start);
    void add_piece(TextSpan text, SourceSpan span);
    void write_aside(Aside& aside);
    std::uint32_t start_block(Block block);
    void mark_caption(std::uint32_t index);
    std::vector<Reference>& references();

    Document document_;
    Stream main_;
    Aside aside_;
    Stream* stream_ = &main_;
    std::vector<Aside> waiting_; ///< asides of the open block

    Block next_;
    std::uint32_t open_ = no_block;
    std::array<std::uint32_t, 7> headings_{}; ///< by level, the heading that the text stands under
    std::uint32_t lead_in_candidate_ = no_block;
    std::uint32_t lists_ = 0;
    std::uint32_t tables_ = 0;
    std::uint32_t table_before_ = no_block; ///< the table that ended directly before the block that is open
    std::optional<Reference> link_;         ///< the link that is open, its end not yet known
    bool link_in_aside_ = false;
    int aside_depth_ = 0;
};

} // namespace statlint
