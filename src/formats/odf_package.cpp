#include <fmt/format.h>

#include "formats/odf_reader.hpp"

namespace statlint {

Result<OdfPackage> OdfPackage::open(ZipArchive& archive, std::string_view wanted) {
    const auto fail = [](std::string message) {
        return tl::unexpected(Error{.message = std::move(message), .path = {}});
    };
    if (!archive.has("content.xml")) {
        if (archive.has("[Content_Types].xml")) return fail("is a Microsoft Office file, whatever its name says");
        return fail("is a zip file without the content.xml that an OpenDocument file has");
    }
    if (archive.has("META-INF/manifest.xml")) {
        const auto manifest = archive.read("META-INF/manifest.xml");
        if (!manifest) return tl::unexpected(manifest.error());
        if (manifest->find("encryption-data") != std::string::npos)
            return fail("is encrypted: save it without a password");
    }
    OdfPackage package;
    auto content = read_xml(archive, "content.xml");
    if (!content) return tl::unexpected(content.error());
    package.content = std::move(*content);
    const pugi::xml_node body = child(package.content->document_element(), "body");
    if (!child(body, wanted)) {
        const std::string_view kind = local_name(body.first_child());
        return fail(fmt::format("is an OpenDocument file of another kind ({}), whatever its name says", kind));
    }
    for (const auto& [name, part] : {std::pair{"styles.xml", &package.styles}, {"meta.xml", &package.meta}}) {
        if (!archive.has(name)) continue;
        auto read = read_xml(archive, name);
        if (!read) return tl::unexpected(read.error());
        *part = std::move(*read);
    }
    return package;
}

} // namespace statlint
