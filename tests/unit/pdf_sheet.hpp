#pragma once
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace statlint {

/// What statlint-pdf writes for pages that a test lays out: every letter is half as wide as its type is large.
class PdfSheetWriter {
  public:
    explicit PdfSheetWriter(const std::string& label = "1") { page(label); }

    void page(const std::string& label) { text_ += fmt::format("page {} 60000 80000 {}\n", ++pages_, label); }

    /// Words from `x` on whose letters stand on `base`; all in points.
    void put(double x, double base, double size, std::string_view words) {
        while (!words.empty()) {
            const std::string_view word = words.substr(0, words.find(' '));
            const bool last = word.size() == words.size();
            std::size_t letters = 0;
            for (const char c : word) letters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
            const double width = static_cast<double>(letters) * size / 2;
            const double height = size * 1.2;
            text_ += fmt::format("{:.0f} {:.0f} {:.0f} {:.0f} {} {}\n", x * 100, (base - height * 0.78) * 100,
                                 width * 100, height * 100, last ? 0 : 1, word);
            x += width + size / 4;
            words.remove_prefix(std::min(word.size() + 1, words.size()));
        }
    }
    /// Lines below each other, 14 points apart, in type of 12 points.
    void lines(double x, double base, std::initializer_list<std::string_view> all) {
        for (const std::string_view line : all) {
            put(x, base, 12, line);
            base += 14;
        }
    }

    [[nodiscard]] std::string text() const { return fmt::format("statlint-pdf 1\npages {}\n{}end\n", pages_, text_); }

  private:
    int pages_ = 0;
    std::string text_;
};

} // namespace statlint
