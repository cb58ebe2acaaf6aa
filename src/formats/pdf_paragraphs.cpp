#include "formats/pdf_paragraphs.hpp"

#include <algorithm>
#include <cstdlib>

namespace statlint {

namespace {

/// The label that a line starts with and a blank, or nothing.
std::string_view label_of(std::string_view text) {
    const std::string_view word = text.substr(0, text.find(' '));
    return word.size() < text.size() && word.find(raised_begin) == std::string_view::npos && is_list_label(word)
               ? word
               : std::string_view{};
}

bool ends_sentence(std::string_view text) {
    while (!text.empty()) {
        if (text.back() == raised_end) {
            text = text.substr(0, text.rfind(raised_begin));
        } else if (text.ends_with("”") || text.ends_with("’")) {
            text.remove_suffix(3);
        } else if (text.back() == ')' || text.back() == '"' || text.back() == ' ') {
            text.remove_suffix(1);
        } else {
            break;
        }
    }
    return text.empty() || text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':');
}

bool is_lower(std::string_view text) {
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z';
}

class ParagraphSplitter {
  public:
    ParagraphSplitter(std::span<const PdfLine> lines, int leading) : lines_(lines), leading_(leading) {}

    std::vector<PdfParagraph> split() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (i == 0 || stands_apart(i)) begin_group(i);
            if (i == group_ || breaks(i)) {
                const PdfLine& line = lines_[i];
                paragraphs_.push_back({i, i, line.size, line.box.x0, label_of(line.text), false});
            }
            paragraphs_.back().last = i + 1;
        }
        if (!paragraphs_.empty()) paragraphs_.back().open = !ends_sentence(lines_.back().text);
        return std::move(paragraphs_);
    }

  private:
    /// By space, by the size of the type, or in another place: what no look at the words is needed for.
    [[nodiscard]] bool stands_apart(std::size_t i) const {
        const PdfLine& above = lines_[i - 1];
        const PdfLine& line = lines_[i];
        const int size = std::max(above.size, line.size);
        if (std::abs(above.size - line.size) * 100 > size * 9) return true;
        const int gap = line.base - above.base;
        if (gap > size * leading_ / 100 * 125 / 100) return true;
        if (gap < size / 3) return true; // beside it
        return line.box.x0 > above.box.x1 || line.box.x1 < above.box.x0;
    }

    void begin_group(std::size_t i) {
        group_ = i;
        right_ = lines_[i].box.x1;
        for (std::size_t k = i + 1; k < lines_.size() && !stands_apart(k); ++k)
            right_ = std::max(right_, lines_[k].box.x1);
    }

    [[nodiscard]] bool breaks(std::size_t i) const {
        const PdfLine& above = lines_[i - 1];
        const PdfLine& line = lines_[i];
        const bool ended = ends_sentence(above.text);
        const std::string_view label = label_of(line.text);
        // "1990." or "a)" may just have come to stand at the start of a line; a list's labels stand left of its words.
        if (!label.empty() && (ended || label != "-" || line.box.x0 < above.box.x0)) {
            const bool bullet = static_cast<unsigned char>(label.front()) >= 0x80;
            const bool in_list = !paragraphs_.back().label.empty() && !hangs(i);
            if (bullet || ended || in_list) return true;
        }
        if (above.text.ends_with('-') || above.text.ends_with("‐") || above.text.ends_with("\u00AD")) return false;
        // Its first word would have had room on the line above.
        if (above.box.x1 + line.size / 4 + line.first_word + line.size / 2 < right_) return true;
        return ended && std::abs(line.box.x0 - above.box.x0) > line.size / 2 && !hangs(i);
    }

    /// True where the line stands under the words of a list item rather than under its label.
    [[nodiscard]] bool hangs(std::size_t i) const {
        return !paragraphs_.back().label.empty() && lines_[i].box.x0 > paragraphs_.back().indent + lines_[i].size / 2;
    }

    std::span<const PdfLine> lines_;
    int leading_;
    std::size_t group_ = 0; ///< where the lines that stand together begin
    int right_ = 0;         ///< how far they reach
    std::vector<PdfParagraph> paragraphs_;
};

} // namespace

std::vector<PdfParagraph> find_paragraphs(std::span<const PdfLine> lines, int leading) {
    return ParagraphSplitter(lines, leading).split();
}

bool goes_on(const PdfParagraph& before, const PdfParagraph& next, std::string_view words) {
    if (!next.label.empty() || std::abs(before.size - next.size) * 100 > before.size * 9) return false;
    return before.open || is_lower(words);
}

} // namespace statlint
