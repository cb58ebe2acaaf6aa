// PDF: the words that statlint-pdf finds, put together to lines, columns, paragraphs and notes.
#include "formats/pdf.hpp"

#include <algorithm>
#include <map>

#include "formats/format.hpp"
#include "formats/pdf_blocks.hpp"
#include "formats/pdf_program.hpp"

namespace statlint {

Result<Document> read_pdf(std::string bytes);

namespace {

constexpr int step = 50; ///< hundredths of a point that sizes are told apart by

using Sizes = std::map<int, std::size_t>; ///< letters by size of type

Sizes sizes_of(const std::vector<PdfPageLines>& pages) {
    Sizes sizes;
    for (const PdfPageLines& page : pages)
        for (const PdfLine& line : page.lines) sizes[line.size / step * step] += line.text.size();
    return sizes;
}

int most_used(const Sizes& sizes) {
    const auto most = std::ranges::max_element(sizes, {}, [](const auto& size) { return size.second; });
    return most == sizes.end() ? 0 : most->first + step / 2;
}

/// Sizes that are larger than the text's, but for the few letters that no heading consists of.
std::vector<int> heading_sizes(const Sizes& sizes, int body) {
    std::vector<int> found;
    for (auto size = sizes.rbegin(); size != sizes.rend() && size->first * 100 > body * 108; ++size)
        if (found.empty() || found.back() - size->first > step) found.push_back(size->first);
    return found;
}

} // namespace

Document document_of(std::vector<PdfPage> pages) {
    std::vector<PdfPageLines> lines;
    for (const PdfPage& page : pages) {
        PdfPageLines& made = lines.emplace_back();
        if (page.sheets.empty()) continue;
        made.lines = find_pdf_lines(page.sheets.front(), lines.size() - 1);
        made.height = page.sheets.front().height;
    }
    const std::vector<PdfMargin> margins = take_margins(lines);
    PdfType type;
    const Sizes sizes = sizes_of(lines);
    type.body = most_used(sizes);
    type.headings = heading_sizes(sizes, type.body);
    type.leading = find_leading(lines);
    std::vector<std::vector<PdfFlow>> flows;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        flows.push_back(lay_out(std::move(lines[page].lines), type.leading));
        // Words that run in another direction stand beside the text.
        for (std::size_t other = 1; other < pages[page].sheets.size(); ++other)
            for (PdfFlow& flow : lay_out(find_pdf_lines(pages[page].sheets[other], page), type.leading))
                flows.back().push_back(std::move(flow));
    }
    const PdfNotes notes(flows, type.body);
    join_tables(flows);
    PdfBlocks blocks(pages, notes, type);
    for (std::size_t page = 0; page < pages.size(); ++page) blocks.page(page, flows[page]);
    blocks.margins(margins);
    return std::move(blocks).finish();
}

Result<Document> read_pdf(std::string bytes) {
    const Result<std::string> output = run_pdf_program(bytes);
    bytes = {}; // the words are enough from here on
    if (!output) return tl::unexpected(output.error());
    auto pages = read_pdf_pages(*output);
    if (!pages) return tl::unexpected(pages.error());
    Document document = document_of(std::move(*pages));
    if (document.blocks.empty())
        return tl::unexpected(Error{
            .message = "holds no text, only pictures: is it a scan? Read the text from it first (OCR)", .path = {}});
    return document;
}

} // namespace statlint
