// Comments in a Word file: marks around the words in the body, the comments in a part of their own, and what registers
// that part. Nothing is written anew: all is put between the bytes that are there.
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "formats/annotation.hpp"
#include "formats/docx_reader.hpp"
#include "formats/traced_words.hpp"
#include "formats/xml_bytes.hpp"

namespace statlint {

namespace {

/// "w:" of "w:document"; empty where the namespace has no prefix.
std::string prefix_of(pugi::xml_node node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    return std::string(name.substr(0, colon == std::string_view::npos ? 0 : colon + 1));
}

/// The nearest element of that name around a node, or a null node.
pugi::xml_node around(pugi::xml_node node, std::string_view name) {
    while (node && local_name(node) != name) node = node.parent();
    return node;
}

/// The outermost run or formula around a node: that of a picture with a text box, rather than one inside the box.
pugi::xml_node outermost_run(pugi::xml_node node) {
    pugi::xml_node found;
    for (; node; node = node.parent())
        if (local_name(node) == "r" || local_name(node) == "oMath") found = node;
    return found;
}

/// Puts one child at the end of the root element.
std::string with_child(std::string bytes, std::string_view child) {
    const XmlBytes xml(std::move(bytes));
    Insertions insertions;
    const std::size_t end = xml.root_end().value_or(xml.bytes().size());
    insertions.add(end, std::string(child));
    return insertions.apply(xml.bytes());
}

class DocxAnnotator {
  public:
    DocxAnnotator(ZipArchive& archive, const DocxPackage& package, std::string body)
        : archive_(archive), package_(package), body_(std::move(body)), prefix_(prefix_of(package.document.root())) {}

    Result<AnnotatedCopy> annotate(const std::vector<Annotation>& annotations) {
        std::vector<TracedText> trace;
        if (const auto read = DocxReader(package_, &trace).read(); !read) return tl::unexpected(read.error());
        find_notes(package_.document.root());
        int id = next_id();
        AnnotatedCopy copy;
        std::string comments;
        for (const Annotation& annotation : annotations) {
            if (!place(find_traced(trace, annotation.span), id)) {
                ++copy.outside;
                continue;
            }
            comments += comment(id++, annotation.text);
            ++copy.placed;
        }
        std::map<std::string, std::string> parts;
        if (copy.placed > 0) {
            parts[package_.document.name] = insertions_.apply(body_.bytes());
            if (auto added = add_comments(comments, parts); !added) return tl::unexpected(added.error());
        }
        auto bytes = archive_.with_parts(parts);
        if (!bytes) return tl::unexpected(bytes.error());
        copy.bytes = std::move(*bytes);
        return copy;
    }

  private:
    [[nodiscard]] bool in_body(pugi::xml_node node) const { return node.root() == *package_.document.xml; }

    void find_notes(pugi::xml_node node) {
        for (const pugi::xml_node one : node.children()) {
            const std::string_view name = local_name(one);
            if (name == "footnoteReference" || name == "endnoteReference")
                notes_.emplace(std::pair(name == "endnoteReference", std::string(attribute(one, "id"))), one);
            find_notes(one);
        }
    }

    [[nodiscard]] int next_id() const {
        int next = 0;
        if (!package_.comments) return next;
        for (const pugi::xml_node one : package_.comments.root().children()) {
            const std::string_view text = attribute(one, "id");
            int value = -1;
            std::from_chars(text.data(), text.data() + text.size(), value);
            if (value >= 0 && value < 1'000'000'000) next = std::max(next, value + 1);
        }
        return next;
    }

    bool place(const TracedWords& words, int id) {
        if (words.first == nullptr) return false;
        const pugi::xml_node first = words.first->node;
        const pugi::xml_node last = words.last->node;
        const std::string start = fmt::format("<{0}commentRangeStart {0}id=\"{1}\"/>", prefix_, id);
        const std::string end =
            fmt::format("<{0}commentRangeEnd {0}id=\"{1}\"/><{0}r><{0}commentReference {0}id=\"{1}\"/>"
                        "</{0}r>",
                        prefix_, id);
        if (in_body(first) && in_body(last)) {
            const auto from = run_text(first, words.start);
            const auto to = run_text(last, words.end);
            if (from && to) {
                put(*from, words.start == 0 ? Side::before : Side::inside, start);
                put(*to, words.end == std::string_view(last.value()).size() ? Side::behind : Side::inside, end);
                return true;
            }
        }
        const pugi::xml_node run = anchor(first);
        if (!run) return false;
        const std::size_t run_start = XmlBytes::start_of(run);
        insertions_.add(run_start, start);
        insertions_.add(body_.end_of(run_start), end);
        return true;
    }

    /// The run of the body that stands for words which can't have a comment themselves: the mark of their note, the
    /// picture with their text box.
    [[nodiscard]] pugi::xml_node anchor(pugi::xml_node words) const {
        if (in_body(words)) return outermost_run(words);
        for (const bool endnote : {false, true}) {
            const pugi::xml_node note = around(words, endnote ? "endnote" : "footnote");
            const auto mark = notes_.find(std::pair(endnote, std::string(attribute(note, "id"))));
            if (note && mark != notes_.end()) return outermost_run(mark->second);
        }
        return {};
    }

    /// A place in the text of a run that stands in a paragraph of the body itself.
    struct RunText {
        pugi::xml_node run, words;
        std::size_t place = 0;
    };
    [[nodiscard]] std::optional<RunText> run_text(pugi::xml_node text, std::size_t offset) const {
        const pugi::xml_node words = text.parent();
        const pugi::xml_node run = words.parent();
        if (local_name(run) != "r" || local_name(words) != "t") return std::nullopt;
        if (around(run, "txbxContent") || around(run, "oMath")) return std::nullopt;
        const auto place = body_.place_in(text, offset);
        return place ? std::optional(RunText{run, words, *place}) : std::nullopt;
    }

    enum class Side : std::uint8_t { before, inside, behind };

    /// Puts a mark between two runs. In the midst of one it is cut in two: what stands behind the mark goes on in a run
    /// with the same properties.
    void put(const RunText& at, Side side, const std::string& mark) {
        const std::size_t run_start = XmlBytes::start_of(at.run);
        const pugi::xml_node properties = child(at.run, "rPr");
        if (side == Side::before && at.words.previous_sibling() == properties) return insertions_.add(run_start, mark);
        if (side == Side::behind && !at.words.next_sibling()) return insertions_.add(body_.end_of(run_start), mark);
        const std::size_t words_start = XmlBytes::start_of(at.words);
        const std::string_view bytes = body_.bytes();
        const auto slice = [&](std::size_t from, std::size_t to) { return bytes.substr(from, to - from); };
        std::string again(slice(run_start, body_.tag_end(run_start)));
        if (properties) {
            const std::size_t from = XmlBytes::start_of(properties);
            again += slice(from, body_.end_of(from));
        }
        insertions_.add(at.place, fmt::format("</{0}></{1}>{2}{3}<{0} xml:space=\"preserve\">", at.words.name(),
                                              at.run.name(), mark, again));
        // A blank at the end of what stands before would be lost.
        if (!at.words.attribute("xml:space") && kept_.insert(words_start).second)
            insertions_.add(body_.tag_end(words_start) - 1, " xml:space=\"preserve\"");
    }

    [[nodiscard]] std::string comment(int id, std::string_view text) const {
        const std::string w = package_.comments ? prefix_of(package_.comments.root()) : prefix_;
        std::string out =
            fmt::format("<{0}comment {0}id=\"{1}\" {0}author=\"{2}\" {0}initials=\"st\">", w, id, annotation_author);
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            out += fmt::format("<{0}p><{0}r><{0}t xml:space=\"preserve\">{1}</{0}t></{0}r></{0}p>", w,
                               escape_xml(text.substr(0, end)));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return out + fmt::format("</{}comment>", w);
    }

    Result<void> add_comments(const std::string& comments, std::map<std::string, std::string>& parts) {
        if (package_.comments) {
            auto bytes = archive_.read(package_.comments.name);
            if (!bytes) return tl::unexpected(bytes.error());
            const std::string root = package_.comments.root().name();
            if (XmlBytes(*bytes).root_end())
                parts[package_.comments.name] = with_child(std::move(*bytes), comments);
            else // "<w:comments …/>"
                parts[package_.comments.name] =
                    bytes->substr(0, bytes->rfind("/>")) + ">" + comments + "</" + root + ">";
            return {};
        }
        const std::string declared = prefix_.empty() ? "xmlns" : "xmlns:" + prefix_.substr(0, prefix_.size() - 1);
        const std::string_view space = package_.document.root().attribute(declared.c_str()).value();
        const std::string& document = package_.document.name;
        const std::string folder = document.substr(0, document.rfind('/') + 1);
        std::string name = folder + "comments.xml";
        for (int i = 2; archive_.has(name); ++i) name = fmt::format("{}comments{}.xml", folder, i);
        parts[name] =
            fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<{0}comments {1}=\"{2}\">{3}"
                        "</{0}comments>",
                        prefix_, declared, escape_xml(space), comments);
        if (auto done = register_type(name, parts); !done) return done;
        return register_relationship(folder + "_rels/" + document.substr(folder.size()) + ".rels",
                                     name.substr(folder.size()), space, parts);
    }

    Result<void> register_type(const std::string& part, std::map<std::string, std::string>& parts) {
        const std::string name = "[Content_Types].xml";
        auto bytes = archive_.read(name);
        if (!bytes) return tl::unexpected(bytes.error());
        const auto xml = parse_xml(*bytes, name);
        if (!xml) return tl::unexpected(xml.error());
        parts[name] = with_child(
            std::move(*bytes),
            fmt::format("<{}Override PartName=\"/{}\" ContentType=\"application/vnd.openxmlformats-officedocument."
                        "wordprocessingml.comments+xml\"/>",
                        prefix_of((*xml)->document_element()), escape_xml(part)));
        return {};
    }

    Result<void> register_relationship(const std::string& name, const std::string& target, std::string_view space,
                                       std::map<std::string, std::string>& parts) {
        // The strict form of the format has namespaces of its own.
        const std::string_view types = space.find("purl.oclc.org") != std::string_view::npos
                                           ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                                           : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        constexpr std::string_view empty =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
        auto bytes = archive_.has(name) ? archive_.read(name) : Result<std::string>(std::string(empty));
        if (!bytes) return tl::unexpected(bytes.error());
        if (!XmlBytes(*bytes).root_end()) bytes = std::string(empty); // "<Relationships …/>"
        const auto xml = parse_xml(*bytes, name);
        if (!xml) return tl::unexpected(xml.error());
        std::string id = "statlintComments";
        while (package_.document.targets.contains(id)) id += "_";
        parts[name] = with_child(std::move(*bytes),
                                 fmt::format("<{}Relationship Id=\"{}\" Type=\"{}/comments\" Target=\"{}\"/>",
                                             prefix_of((*xml)->document_element()), id, types, escape_xml(target)));
        return {};
    }

    ZipArchive& archive_;
    const DocxPackage& package_;
    XmlBytes body_;
    std::string prefix_;                                           ///< with its colon
    std::map<std::pair<bool, std::string>, pugi::xml_node> notes_; ///< by endnote and id, the first mark
    std::set<std::size_t> kept_;                                   ///< the texts that keep their blanks now
    Insertions insertions_;
};

} // namespace

Result<AnnotatedCopy> annotate_docx(std::string_view bytes, const std::vector<Annotation>& annotations) {
    auto archive = ZipArchive::open(bytes);
    if (!archive) return tl::unexpected(archive.error());
    const auto package = DocxPackage::open(*archive);
    if (!package) return tl::unexpected(package.error());
    auto body = archive->read(package->document.name);
    if (!body) return tl::unexpected(body.error());
    return DocxAnnotator(*archive, *package, std::move(*body)).annotate(annotations);
}

} // namespace statlint
