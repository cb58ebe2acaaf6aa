#include "formats/format.hpp"
#include "formats/odf_reader.hpp"

namespace statlint {

namespace {

Result<Document> read_odf(const std::string& bytes, std::string_view wanted) {
    auto archive = ZipArchive::open(bytes);
    if (!archive) return tl::unexpected(archive.error());
    const auto package = OdfPackage::open(*archive, wanted);
    if (!package) return tl::unexpected(package.error());
    return OdfReader(*package).read();
}

} // namespace

Result<Document> read_odt(std::string bytes) {
    return read_odf(bytes, "text");
}

Result<Document> read_odp(std::string bytes) {
    return read_odf(bytes, "presentation");
}

} // namespace statlint
