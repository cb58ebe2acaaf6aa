// SPDX-License-Identifier: GPL-2.0-or-later
// statlint-pdf: the words of a PDF and where they stand. A program of its own: poppler is under the GPL, and a PDF may
// be hostile. It reads standard input, writes standard output, and opens, fetches and starts nothing else.
//
// Usage: statlint-pdf PAGES MEMORY_MIB CPU_SECONDS OUTPUT_MIB < FILE
//
// What it writes is a line a record; lengths are in hundredths of a point, from the upper left corner of the page:
//   statlint-pdf 1             the first line
//   pages COUNT
//   page NUMBER WIDTH HEIGHT LABEL
//   X Y WIDTH HEIGHT FLAGS WORD    flags: 1 a blank follows, 2/4/6 turned by 90/180/270 degrees
//   end                        the last line; or else "error REASON …"
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <fmt/compile.h>
#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-page.h>
#include <sys/resource.h>
#include <unistd.h>

namespace {

constexpr std::size_t mib = std::size_t{1} << 20;
constexpr std::size_t chunk = 1 << 16;

struct Limits {
    std::uint32_t pages = 0, memory = 0, seconds = 0, output = 0; ///< memory and output in MiB
};

/// Why a file cannot be read, as a word that statlint knows.
struct Trouble {
    std::string reason;
};

/// Collects lines and writes them in large pieces, up to a limit.
class Output {
  public:
    explicit Output(std::size_t limit) : limit_(limit) {}

    /// `form` is for FMT_COMPILE: there is a line for each word.
    template <class Form, class... Values> void write(const Form& form, const Values&... values) {
        fmt::format_to(std::back_inserter(text_), form, values...);
        if (text_.size() < chunk) return;
        written_ += text_.size();
        flush();
        if (written_ > limit_) throw Trouble{"output"};
    }
    void flush() {
        for (std::size_t at = 0; at < text_.size();) {
            const ssize_t done = ::write(STDOUT_FILENO, text_.data() + at, text_.size() - at);
            if (done <= 0) std::_Exit(3); // nobody listens any more
            at += static_cast<std::size_t>(done);
        }
        text_.clear();
    }

  private:
    fmt::memory_buffer text_;
    std::size_t limit_, written_ = 0;
};

void limit(decltype(RLIMIT_CPU) what, rlim_t most) {
    const rlimit both{most, most};
    if (setrlimit(what, &both) != 0) throw Trouble{"limits"};
}

/// Before the first byte of the file is looked at.
void set_limits(const Limits& limits) {
    limit(RLIMIT_AS, static_cast<rlim_t>(limits.memory) * mib);
    limit(RLIMIT_CPU, limits.seconds);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, 8); // standard streams, and poppler's tables of Asian characters
    limit(RLIMIT_CORE, 0);
}

std::string read_input() {
    std::string bytes;
    while (true) {
        const std::size_t size = bytes.size();
        bytes.resize(size + (size < mib ? chunk : size));
        const ssize_t got = read(STDIN_FILENO, bytes.data() + size, bytes.size() - size);
        bytes.resize(size + (got > 0 ? static_cast<std::size_t>(got) : 0));
        if (got < 0) throw Trouble{"input"};
        if (got == 0) return bytes;
    }
}

void append_code_point(std::string& out, std::uint32_t c) {
    const auto byte = [&](std::uint32_t value) { out.push_back(static_cast<char>(value)); };
    if (c < 0x80) return byte(c);
    if (c < 0x800) {
        byte(0xC0 | (c >> 6));
    } else {
        if (c < 0x10000) {
            byte(0xE0 | (c >> 12));
        } else {
            byte(0xF0 | (c >> 18));
            byte(0x80 | ((c >> 12) & 0x3F));
        }
        byte(0x80 | ((c >> 6) & 0x3F));
    }
    byte(0x80 | (c & 0x3F));
}

/// UTF-8 without control characters, blanks at its ends and what is no character. (Poppler's own way takes much
/// longer.)
void to_utf8(const poppler::ustring& text, std::string& out) {
    out.clear();
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::uint32_t c = text[i];
        if (c >= 0xD800 && c < 0xDC00 && i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000)
            c = 0x10000 + ((c - 0xD800) << 10) + (text[++i] - 0xDC00U);
        else if (c >= 0xD800 && c < 0xE000)
            c = 0xFFFD;
        if (c >= 0x20 && (c < 0x7F || c > 0x9F) && c != 0xFEFF && (c > 0x20 || !out.empty())) append_code_point(out, c);
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
}

int hundredths(double points) {
    if (!(std::abs(points) < 20000)) return 0; // NaN, too; a page is not larger than 14,400 points
    return static_cast<int>(std::lround(points * 100));
}

void write_page(const poppler::page& page, int number, Output& out) {
    std::string text;
    to_utf8(page.label(), text);
    const poppler::rectf sheet = page.page_rect();
    out.write(FMT_COMPILE("page {} {} {} {}\n"), number, hundredths(sheet.width()), hundredths(sheet.height()), text);
    for (const poppler::text_box& word : page.text_list()) {
        to_utf8(word.text(), text);
        if (text.empty()) continue;
        const poppler::rectf box = word.bbox();
        const int flags = (word.has_space_after() ? 1 : 0) | ((word.rotation() & 3) << 1);
        out.write(FMT_COMPILE("{} {} {} {} {} {}\n"), hundredths(box.x()), hundredths(box.y()), hundredths(box.width()),
                  hundredths(box.height()), flags, text);
    }
}

void write_document(const std::string& bytes, const Limits& limits, Output& out) {
    const std::string_view file = bytes;
    if (file.substr(0, 1024).find("%PDF-") == std::string_view::npos) throw Trouble{"no-pdf"};
    if (file.size() > INT32_MAX) throw Trouble{"memory"};
    const std::size_t tail = file.size() < 4096 ? 0 : file.size() - 4096;
    const bool whole = file.substr(tail).find("%%EOF") != std::string_view::npos;
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    // Poppler mends what is cut off, as viewers do: but then text is missing that nobody would miss.
    if (!whole) throw Trouble{"cut-off"};
    if (!document) throw Trouble{"damaged"};
    if (document->is_locked()) throw Trouble{"encrypted"};
    const int pages = document->pages();
    if (pages <= 0) throw Trouble{"damaged"};
    if (static_cast<std::uint32_t>(pages) > limits.pages) throw Trouble{fmt::format("pages {}", pages)};
    out.write(FMT_COMPILE("pages {}\n"), pages);
    for (int i = 0; i < pages; ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        if (!page) throw Trouble{fmt::format("page {}", i + 1)};
        write_page(*page, i + 1, out);
    }
}

std::optional<Limits> read_limits(int count, char** words) {
    Limits limits;
    std::uint32_t* const values[] = {&limits.pages, &limits.memory, &limits.seconds, &limits.output};
    if (count != 1 + static_cast<int>(std::size(values))) return std::nullopt;
    for (std::size_t i = 0; i < std::size(values); ++i) {
        const std::string_view word = words[i + 1];
        const auto read = std::from_chars(word.data(), word.data() + word.size(), *values[i]);
        if (read.ec != std::errc() || read.ptr != word.data() + word.size() || *values[i] == 0) return std::nullopt;
    }
    return limits;
}

} // namespace

int main(int argc, char** argv) {
    const std::optional<Limits> limits = read_limits(argc, argv);
    if (!limits) {
        fmt::print(stderr, "usage: statlint-pdf PAGES MEMORY_MIB CPU_SECONDS OUTPUT_MIB < FILE\n");
        return 2;
    }
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    Output out(limits->output * mib);
    out.write(FMT_COMPILE("statlint-pdf 1\n"));
    std::string trouble;
    try {
        set_limits(*limits);
        write_document(read_input(), *limits, out);
    } catch (const Trouble& found) {
        trouble = found.reason;
    } catch (const std::bad_alloc&) {
        trouble = "memory";
    } catch (const std::exception&) {
        trouble = "damaged";
    }
    if (trouble.empty())
        out.write(FMT_COMPILE("end\n"));
    else
        out.write(FMT_COMPILE("error {}\n"), trouble);
    out.flush();
    // What poppler holds is the system's to clear up: freeing it piece by piece takes time and may fail.
    std::_Exit(trouble.empty() ? 0 : 1);
}
