#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace statlint::tests {

inline std::string pdf_stream(std::string_view content) {
    return fmt::format("<< /Length {} >>\nstream\n{}\nendstream", content.size(), content);
}

/// A PDF of these objects, numbered from 1; the first is the catalogue.
inline std::string pdf_of(const std::vector<std::string>& objects) {
    std::string file = "%PDF-1.7\n", table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += fmt::format("{:010} 00000 n \n", file.size());
        file += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    const std::size_t start = file.size();
    return file +
           fmt::format("xref\n0 {0}\n0000000000 65535 f \n{1}trailer\n<< /Size {0} /Root 1 0 R >>\nstartxref\n{2}\n"
                       "%%EOF\n",
                       objects.size() + 1, table, start);
}

/// A line of type in Helvetica; lengths in points, `y` from below.
struct PdfType {
    double x, y, size;
    const char* words;
};

/// A PDF with these pages; `catalog` is added to its catalogue (page labels, scripts).
inline std::string pdf_file(const std::vector<std::vector<PdfType>>& pages, std::string_view catalog = {}) {
    std::vector<std::string> objects(3);
    std::string kids;
    for (const std::vector<PdfType>& page : pages) {
        std::string content;
        for (const PdfType& line : page)
            content += fmt::format("BT /F1 {} Tf {} {} Td ({}) Tj ET\n", line.size, line.x, line.y, line.words);
        kids += fmt::format("{} 0 R ", objects.size() + 1);
        objects.push_back(fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {} 0 R "
                                      "/Resources << /Font << /F1 3 0 R >> >> >>",
                                      objects.size() + 2));
        objects.push_back(pdf_stream(content));
    }
    objects[0] = fmt::format("<< /Type /Catalog /Pages 2 0 R {} >>", catalog);
    objects[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages.size());
    objects[2] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
    return pdf_of(objects);
}

} // namespace statlint::tests
