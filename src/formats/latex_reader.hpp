#pragma once
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/builder.hpp"
#include "formats/latex_commands.hpp"
#include "formats/latex_groups.hpp"
#include "formats/latex_tokens.hpp"

namespace statlint {

/// What one \cite command, or one member of \cites, points to.
struct LatexCite {
    std::vector<SourceSpan> notes; ///< in brackets: at most two, the last behind the citation
    std::vector<SourceSpan> keys;
};

/// Reads a LaTeX file. A command's arguments are read as they come: `{` opens a frame, and what is to be done at its
/// end stands in the frame, so nesting costs no recursion. \input is not followed: the file it names is a draft of its
/// own.
class LatexReader {
  public:
    explicit LatexReader(std::string bytes);
    [[nodiscard]] Document read() &&;

  private:
    /// What holds for the text at one place; an environment or argument changes it for what is in it.
    struct Context {
        BlockKind kind = BlockKind::paragraph;
        bool preamble = false;
        bool in_item = false;
        bool described = false; ///< the list is one of terms
        std::uint8_t level = 0; ///< of a heading
        std::uint8_t depth = 0; ///< of lists
        std::uint32_t list = no_block;
        std::uint32_t lead_in = no_block;
        std::uint32_t item_first = 0;            ///< the blocks there were when the item began
        std::uint32_t table = no_block;          ///< of a caption
        std::uint32_t floating_table = no_block; ///< in a table float: the number that its table will have
        std::string label;
    };
    struct Frame {
        enum class Closes : std::uint8_t { group, block, note, link, words, table, environment } closes = Closes::group;
        std::string_view name;  ///< of an environment
        std::string_view words; ///< that stand behind the group
        bool drop_next = false; ///< the group behind it is no prose
        Context around;
    };
    struct Table {
        std::uint32_t number = 0, row = 0, column = 0;
        std::uint32_t row_first = 0; ///< the blocks there were when the row began
        std::uint32_t first = 0;     ///< and when the table began
        std::uint32_t extra = 0;     ///< columns that the cell covers beyond its own
        bool header = true;          ///< no line has ended the header so far
        bool header_alone = true;    ///< no row came after the header
    };
    /// What \newcommand defines, where it is plain words around at most one argument.
    struct Macro {
        std::string before, after;
        bool argument = false;
    };

    // The whole
    void find_bibliography_items();
    [[nodiscard]] bool has_preamble() const;
    void run();
    void run_part(SourceSpan part);

    // Tokens
    void token(const LatexToken& token);
    void command(const LatexToken& token);
    void prose_command(const LatexCommand& command, const LatexToken& token);
    void inline_command(const LatexCommand& command, const LatexToken& token);
    void comment(SourceSpan span);
    void open();
    void close(const LatexToken& token);
    void dollars(const LatexToken& token);
    void formula(std::string_view close, bool displayed);
    void quote(const LatexToken& token);
    void words(std::string_view text, SourceSpan span) {
        if (shows()) builder_.append(text, span);
    }
    [[nodiscard]] bool shows() const { return !context_.preamble; }

    // Arguments
    void skip_white();
    [[nodiscard]] SourceSpan optional_argument();
    void skip_overlay();
    [[nodiscard]] const SourceSpan* next_group();
    [[nodiscard]] SourceSpan take_group();
    void skip_arguments(unsigned groups);
    [[nodiscard]] std::size_t find_from(const std::string& needle);

    // Blocks
    [[nodiscard]] Block block() const;
    void boundary(SourceSpan at);
    /// Opens a frame for the group that comes next; false where none comes.
    bool open_argument(Frame::Closes closes, std::string_view words = {});
    void open_block_argument(Context inside);
    void heading(std::uint8_t level);
    void caption(const LatexCommand& command);
    void begin(const LatexToken& token);
    void end(const LatexToken& token);
    void begin_block(const LatexEnvironment& environment, Frame& frame);
    [[nodiscard]] bool hide(std::string_view name);
    void item(const LatexToken& token);
    void begin_table();
    void end_table();
    void next_cell();
    void row_end(const LatexToken& token);
    void end_row();
    void table_rule();
    void repeated_head();
    void columns();
    void bibliography_item();
    void leave(const Frame& frame, SourceSpan at);

    // Inlines
    void define();
    void use_macro(const Macro& macro, const LatexToken& token);
    void accent(const LatexCommand& command, const LatexToken& token);
    void footnote(const LatexToken& token);
    void footnote_mark(const LatexToken& token);
    void footnote_text();
    void count_footnotes(std::string_view command);
    [[nodiscard]] std::string footnote_label(SourceSpan number) const;
    void link();
    void url(const LatexToken& token);
    void raw_words(SourceSpan span);
    void image(const LatexToken& token);
    void verbatim(const LatexCommand& command, const LatexToken& token);
    void superscript();
    void fraction();
    void number(const LatexCommand& command);
    void cite(const LatexCommand& command, const LatexToken& token);
    void cite_keys(const LatexCommand& command, const LatexToken& token);
    void cite_one(SourceSpan command, const LatexCite& cited);
    void name_bibliographies(bool bare_names);

    static constexpr std::size_t deepest_frames = 500; ///< open groups and environments; deeper ones are transparent

    DocumentBuilder builder_;
    std::string_view source_;
    LatexGroups groups_;
    LatexTokenizer tokens_;
    Context context_;
    std::vector<Frame> frames_;
    std::size_t unseen_groups_ = 0; ///< groups that are nested too deeply to have a frame
    std::size_t base_frames_ = 0;   ///< those that were open when the part that is read began
    std::vector<Table> tables_;
    bool ended_ = false;
    int parts_ = 0; ///< that are read inside each other
    std::uint8_t section_level_ = 0;
    std::uint32_t term_ = no_block;
    unsigned footnotes_ = 0;
    std::vector<std::string> bibliographies_;
    std::unordered_map<std::string_view, unsigned> items_; ///< \bibitem: key → number
    std::deque<Macro> macro_store_; ///< where what a frame shows stays, even if a name is defined anew
    std::unordered_map<std::string_view, const Macro*> macros_;
    std::unordered_map<std::string, std::size_t> found_; ///< what find_from() came upon last
};

} // namespace statlint
