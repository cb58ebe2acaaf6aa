#include "formats/docx_reader.hpp"
#include "formats/format.hpp"

namespace statlint {

Result<Document> read_docx(std::string bytes) {
    auto archive = ZipArchive::open(bytes);
    if (!archive) return tl::unexpected(archive.error());
    const auto package = DocxPackage::open(*archive);
    if (!package) return tl::unexpected(package.error());
    return DocxReader(*package).read();
}

} // namespace statlint
