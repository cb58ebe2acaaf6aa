#include "formats/pdf_pages.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "text/utf8.hpp"

namespace statlint {

namespace {

constexpr int farthest = 2'000'000; ///< hundredths of a point, as statlint-pdf bounds them: products don't overflow

/// Takes the next number and the blank behind it; false where there is none.
bool take(std::string_view& line, int& value) {
    const auto [end, code] = std::from_chars(line.data(), line.data() + line.size(), value);
    if (code != std::errc() || value < -farthest || value > farthest) return false;
    line.remove_prefix(static_cast<std::size_t>(end - line.data()));
    if (!line.starts_with(' ')) return false;
    line.remove_prefix(1);
    return true;
}

/// A page that is turned, so that words which ran upwards, say, run to the right.
PdfBox turned(const PdfBox& box, int turns, int width, int height) {
    switch (turns) {
    case 1:
        return {box.y0, width - box.x1, box.y1, width - box.x0};
    case 2:
        return {width - box.x1, height - box.y1, width - box.x0, height - box.y0};
    case 3:
        return {height - box.y1, box.x0, height - box.y0, box.x1};
    default:
        return box;
    }
}

class PagesReader {
  public:
    Result<std::vector<PdfPage>> read(std::string_view output) {
        const bool text = first_invalid_utf8(output) == std::string_view::npos;
        if (!text || !output.starts_with("statlint-pdf 1\n") || !output.ends_with("\nend\n")) return broken();
        output.remove_prefix(output.find('\n') + 1);
        output.remove_suffix(std::string_view("end\n").size());
        while (!output.empty()) {
            const std::size_t end = output.find('\n');
            if (!read_line(output.substr(0, end))) return broken();
            output.remove_prefix(end + 1);
        }
        finish_page();
        return std::move(pages_);
    }

  private:
    static tl::unexpected<Error> broken() {
        return tl::unexpected(Error{.message = "cannot be read: statlint-pdf answers in a form that is not known; "
                                               "is it of another version?",
                                    .path = {}});
    }

    bool read_line(std::string_view line) {
        if (line.starts_with("pages ")) return true;
        if (line.starts_with("page ")) return read_page(line.substr(5));
        PdfBox box;
        int width = 0, height = 0, flags = 0;
        if (pages_.empty() || !take(line, box.x0) || !take(line, box.y0) || !take(line, width) || !take(line, height) ||
            !take(line, flags) || line.empty() || flags < 0 || flags > 7)
            return false;
        box.x1 = box.x0 + width;
        box.y1 = box.y0 + height;
        const int turns = flags >> 1;
        sheets_[static_cast<std::size_t>(turns)].words.push_back(
            {turned(box, turns, width_, height_), line, (flags & 1) != 0});
        return true;
    }

    bool read_page(std::string_view line) {
        finish_page();
        PdfPage page;
        if (!take(line, page.number) || !take(line, width_) || !take(line, height_)) return false;
        page.label = line;
        pages_.push_back(std::move(page));
        return true;
    }

    void finish_page() {
        if (pages_.empty()) return;
        for (std::size_t turns = 0; turns < sheets_.size(); ++turns) {
            PdfSheet& sheet = sheets_[turns];
            sheet.width = turns % 2 == 0 ? width_ : height_;
            sheet.height = turns % 2 == 0 ? height_ : width_;
            if (!sheet.words.empty()) pages_.back().sheets.push_back(std::move(sheet));
            sheet = {};
        }
        std::ranges::stable_sort(pages_.back().sheets, std::greater(),
                                 [](const PdfSheet& sheet) { return sheet.words.size(); });
    }

    std::vector<PdfPage> pages_;
    int width_ = 0, height_ = 0;
    std::array<PdfSheet, 4> sheets_; ///< of the page that is being read, by its turns of 90 degrees
};

} // namespace

void PdfBox::cover(const PdfBox& other) {
    x0 = std::min(x0, other.x0);
    y0 = std::min(y0, other.y0);
    x1 = std::max(x1, other.x1);
    y1 = std::max(y1, other.y1);
}

std::string PdfPage::name() const {
    const std::string plain = std::to_string(number);
    return label.empty() || label == plain ? "page " + plain : fmt::format("page {} ({})", label, plain);
}

Result<std::vector<PdfPage>> read_pdf_pages(std::string_view output) {
    return PagesReader().read(output);
}

} // namespace statlint
