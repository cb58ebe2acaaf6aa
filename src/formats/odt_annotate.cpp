// Comments in an OpenDocument text: they stand in the text itself, so that two marks are put between its bytes.
#include <map>

#include <fmt/format.h>

#include "formats/annotation.hpp"
#include "formats/odf_reader.hpp"
#include "formats/traced_words.hpp"
#include "formats/xml_bytes.hpp"

namespace statlint {

namespace {

constexpr std::string_view namespaces = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                                        "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                                        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

std::string comment(int number, std::string_view text, bool range) {
    std::string out = fmt::format("<office:annotation {}", namespaces);
    if (range) out += fmt::format(" office:name=\"statlint{}\"", number);
    out += fmt::format("><dc:creator>{}</dc:creator>", annotation_author);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        out += fmt::format("<text:p>{}</text:p>", escape_xml(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out + "</office:annotation>";
}

/// The outermost element around the words that can't have a comment inside: a note, a frame, a drawing; null where all
/// is well. A comment in a comment has none.
pugi::xml_node closed_element(pugi::xml_node words) {
    pugi::xml_node found;
    for (pugi::xml_node node = words; node; node = node.parent()) {
        const std::string_view name = local_name(node);
        if (name == "note" || name == "frame" || name == "custom-shape" || name == "rect" || name == "g" ||
            name == "annotation")
            found = node;
    }
    return found;
}

bool is_in_paragraph(pugi::xml_node node) {
    for (node = node.parent(); node; node = node.parent())
        if (local_name(node) == "p" || local_name(node) == "h") return true;
    return false;
}

bool place(const XmlBytes& xml, const TracedWords& words, int number, std::string_view text, Insertions& insertions) {
    if (words.first == nullptr) return false;
    if (const pugi::xml_node closed = closed_element(words.first->node)) {
        if (local_name(closed) == "annotation" || !is_in_paragraph(closed)) return false;
        insertions.add(XmlBytes::start_of(closed), comment(number, text, false));
        return true;
    }
    const auto start = xml.place_in(words.first->node, words.start);
    const auto end = xml.place_in(words.last->node, words.end);
    if (!start || !end) return false;
    const bool range = !closed_element(words.last->node);
    insertions.add(*start, comment(number, text, range));
    if (range)
        insertions.add(*end, fmt::format("<office:annotation-end {} office:name=\"statlint{}\"/>",
                                         namespaces.substr(0, namespaces.find(' ')), number));
    return true;
}

} // namespace

Result<AnnotatedCopy> annotate_odt(std::string_view bytes, const std::vector<Annotation>& annotations) {
    auto archive = ZipArchive::open(bytes);
    if (!archive) return tl::unexpected(archive.error());
    const auto package = OdfPackage::open(*archive, "text");
    if (!package) return tl::unexpected(package.error());
    auto content = archive->read("content.xml");
    if (!content) return tl::unexpected(content.error());
    const XmlBytes xml(std::move(*content));
    std::vector<TracedText> trace;
    if (const auto read = OdfReader(*package, &trace).read(); !read) return tl::unexpected(read.error());
    // Names that are there already: an earlier copy that was annotated again.
    int number = 1;
    while (xml.bytes().find(fmt::format("\"statlint{}\"", number)) != std::string_view::npos) ++number;
    Insertions insertions;
    AnnotatedCopy copy;
    for (const Annotation& annotation : annotations)
        ++(place(xml, find_traced(trace, annotation.span), number++, annotation.text, insertions) ? copy.placed
                                                                                                  : copy.outside);
    std::map<std::string, std::string> parts;
    if (!insertions.empty()) parts["content.xml"] = insertions.apply(xml.bytes());
    auto whole = archive->with_parts(parts);
    if (!whole) return tl::unexpected(whole.error());
    copy.bytes = std::move(*whole);
    return copy;
}

} // namespace statlint
