#include <algorithm>

#include <fmt/format.h>

#include "report/html.hpp"
#include "report/shown_place.hpp"
#include "report/xml_text.hpp"

namespace statlint {

namespace {

class TextWriter {
  public:
    TextWriter(const CheckedDraft& draft, const MarkedDraft& marked, const LineIndex& lines, std::string& out)
        : draft_(draft), document_(draft.analysis.document), lines_(lines), out_(out) {
        for (const MarkedStatistic& one : marked.statistics) order_.push_back(&one);
        std::ranges::stable_sort(order_, {}, [](const MarkedStatistic* one) { return one->statistic->quantity.span; });
        others_ = marked.others;
        std::ranges::stable_sort(others_, {}, [](const Finding* finding) { return finding->span.start; });
    }

    void write() {
        const std::vector<Block>& blocks = document_.blocks;
        for (std::size_t i = 0; i < blocks.size();) {
            std::size_t end = i + 1;
            // A table stays whole: its cells are read together.
            if (blocks[i].kind == BlockKind::table_cell)
                while (end < blocks.size() && blocks[end].kind == BlockKind::table_cell &&
                       blocks[end].table == blocks[i].table)
                    ++end;
            write_row(i, end);
            i = end;
        }
        rest();
    }

  private:
    void write_row(std::size_t begin, std::size_t end) {
        cards_.clear();
        out_ += "<div class=\"row\">\n<div class=\"said-here\">";
        if (document_.blocks[begin].kind == BlockKind::table_cell)
            write_table(begin, end);
        else
            write_block(document_.blocks[begin]);
        out_ += "</div>\n";
        while (next_other_ < others_.size() && others_[next_other_]->span.start < document_.blocks[end - 1].text.end)
            add_other(*others_[next_other_++]);
        if (!cards_.empty()) out_ += "<div class=\"cards\">\n" + cards_ + "</div>\n";
        out_ += "</div>\n";
    }

    /// Findings behind the last block.
    void rest() {
        cards_.clear();
        while (next_other_ < others_.size()) add_other(*others_[next_other_++]);
        if (!cards_.empty())
            out_ +=
                "<div class=\"row\"><div class=\"said-here\"></div><div class=\"cards\">\n" + cards_ + "</div></div>\n";
    }

    void add_other(const Finding& finding) {
        const FindingPlace place = place_of(draft_, lines_, finding);
        write_card(draft_, finding, place.location.empty() ? fmt::format("line {}", place.start.line) : place.location,
                   cards_);
    }

    void write_block(const Block& block) {
        switch (block.kind) {
        case BlockKind::heading:
            return wrap(block, fmt::format("h{}", std::clamp(block.level + 2, 3, 6)), "");
        case BlockKind::list_item:
            out_ += fmt::format("<ul class=\"depth{}\">", std::clamp<int>(block.level, 1, 4));
            wrap(block, "li", "");
            out_ += "</ul>";
            return;
        case BlockKind::quote:
            return wrap(block, "blockquote", "");
        case BlockKind::caption:
            return wrap(block, "p", "caption");
        case BlockKind::footnote:
            return wrap(block, "p", "footnote");
        case BlockKind::alt_text:
            return wrap(block, "p", "alt");
        default:
            return wrap(block, "p", "");
        }
    }

    void wrap(const Block& block, std::string_view element, std::string_view kind) {
        out_ += kind.empty() ? fmt::format("<{}>", element) : fmt::format("<{} class=\"{}\">", element, kind);
        if (block.kind == BlockKind::footnote && !block.label.empty())
            out_ += fmt::format("<span class=\"label\">{}</span> ", xml_text(block.label));
        write_words(block.text);
        out_ += fmt::format("</{}>", element);
    }

    void write_table(std::size_t begin, std::size_t end) {
        out_ += "<div class=\"wide\"><table>";
        for (std::size_t i = begin; i < end;) {
            const std::uint32_t row = document_.blocks[i].row;
            out_ += "<tr>";
            std::uint32_t column = 0;
            for (; i < end && document_.blocks[i].row == row; ++i) {
                const Block& cell = document_.blocks[i];
                for (; column < cell.column && column < 100; ++column) out_ += "<td></td>"; // empty cells are no blocks
                wrap(cell, cell.header ? "th" : "td", "");
                column = cell.column + 1;
            }
            out_ += "</tr>\n";
        }
        out_ += "</table></div>";
    }

    /// The words of a block with its statistics marked; their cards are kept for the row's end.
    void write_words(TextSpan span) {
        std::uint32_t at = span.start;
        for (; next_ < order_.size() && order_[next_]->statistic->quantity.span.start < span.end; ++next_) {
            const MarkedStatistic& one = *order_[next_];
            TextSpan number = one.statistic->quantity.span;
            if (number.start < at) continue;
            out_ += xml_text(document_.view(TextSpan{at, number.start}));
            at = std::min(number.end, span.end);
            const std::string words = xml_text(document_.view(TextSpan{number.start, at}));
            if (one.card.empty()) {
                out_ += fmt::format("<span class=\"mark unjudged\" id=\"{}\">{}</span>", one.anchor, words);
            } else {
                // The shape stays with the first word at the end of a line.
                const std::size_t first = std::min(words.find(' '), words.size());
                out_ += fmt::format("<a class=\"mark {}\" id=\"{}\" href=\"#{}\"><span class=\"whole\">{}{}</span>{}"
                                    "<span class=\"unseen\"> ({})</span></a>",
                                    css_class(one.mark), one.anchor, one.card, icon(one.mark), words.substr(0, first),
                                    words.substr(first), label(one.mark));
                write_card(draft_, one, cards_);
            }
        }
        out_ += xml_text(document_.view(TextSpan{at, span.end}));
    }

    const CheckedDraft& draft_;
    const Document& document_;
    const LineIndex& lines_;
    std::string& out_;
    std::string cards_;
    std::vector<const MarkedStatistic*> order_;
    std::vector<const Finding*> others_;
    std::size_t next_ = 0, next_other_ = 0;
};

} // namespace

void write_text(const CheckedDraft& draft, const MarkedDraft& marked, const LineIndex& lines, std::string& out) {
    TextWriter(draft, marked, lines, out).write();
}

} // namespace statlint
