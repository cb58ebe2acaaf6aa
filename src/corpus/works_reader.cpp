#include "corpus/works_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "corpus/closest_name.hpp"
#include "corpus/json_tree.hpp"
#include "text/line_index.hpp"

namespace statlint {

namespace {

using Kind = JsonNode::Kind;

/// Names of CSL-JSON: what is read, and what looks so much like it that it could be taken for a slip.
constexpr std::array<std::string_view, 17> read_fields = {
    "id",     "type",   "title", "container-title", "collection-title", "publisher", "DOI",   "URL", "ISBN", "issue",
    "volume", "number", "page",  "issued",          "author",           "custom",    "editor"};
constexpr std::array<std::string_view, 3> lookalikes = {"ISSN", "edition", "authority"};
constexpr std::array<std::string_view, 9> custom_fields = {
    "aliases", "issuers", "topics", "counts-as", "overview", "short-name", "more-authors", "other-years", "remark"};

std::string_view kind_name(Kind kind) {
    constexpr std::array<std::string_view, 6> names = {"null",   "true or false", "a number",
                                                       "a text", "an array",      "an object"};
    return names[static_cast<std::size_t>(kind)];
}

class WorksReader {
  public:
    WorksReader(const CorpusFile& file, std::vector<Error>& errors)
        : path_(file.path), lines_(file.text), errors_(errors) {}

    void read(const JsonNode& root, std::vector<ReadWork>& works) {
        if (root.kind != Kind::array) {
            fail(root.offset, fmt::format("a CSL-JSON file is an array of works, not {}", kind_name(root.kind)));
            return;
        }
        for (const JsonNode& item : root.items) {
            if (item.kind != Kind::object) {
                fail(item.offset, fmt::format("a work is an object, not {}", kind_name(item.kind)));
            } else if (std::optional<ReadWork> work = read_work(item)) {
                works.push_back(std::move(*work));
            }
        }
    }

    void fail(std::uint32_t offset, std::string message) { errors_.push_back(place(offset).error(std::move(message))); }

  private:
    [[nodiscard]] Place place(std::uint32_t offset) const {
        const Position at = lines_.locate(offset);
        return {path_, static_cast<int>(at.line), static_cast<int>(at.column)};
    }

    std::optional<ReadWork> read_work(const JsonNode& item) {
        check_fields(item);
        ReadWork read;
        Work& work = read.work;
        work.id = text(item, "id");
        const JsonNode* id = item.find("id");
        read.place = place(id != nullptr ? id->offset : item.offset);
        work.type = text(item, "type");
        work.title = text(item, "title");
        work.container = text(item, "container-title");
        if (work.container.empty()) work.container = text(item, "collection-title");
        work.publisher = text(item, "publisher");
        work.doi = text(item, "DOI");
        work.url = text(item, "URL");
        work.isbn = text(item, "ISBN");
        work.volume = text(item, "volume");
        work.issue = text(item, "issue");
        work.number = text(item, "number");
        work.page = text(item, "page");
        work.year = year(item);
        read_authors(item, work);
        if (const JsonNode* custom = item.find("custom")) read_custom(*custom, read);
        if (!work.id.empty()) return read;
        if (id == nullptr) fail(item.offset, "a work without an \"id\"");
        if (id != nullptr && id->kind == Kind::string) fail(id->offset, "an empty \"id\"");
        return std::nullopt;
    }

    /// CSL has many fields and programs add their own, so only a name that looks like a slip is an error.
    void check_fields(const JsonNode& item) {
        for (std::size_t i = 0; i < item.members.size(); ++i) {
            const std::string_view name = item.members[i].first;
            if (std::ranges::count(read_fields, name) > 0 || std::ranges::count(lookalikes, name) > 0) continue;
            const std::string hint = did_you_mean(name, read_fields);
            if (!hint.empty()) fail(item.keys[i], fmt::format("unknown field \"{}\"{}", name, hint));
        }
    }

    /// A text, or a number as text: programs write volumes in both ways.
    std::string text(const JsonNode& object, std::string_view name) {
        const JsonNode* node = object.find(name);
        if (node == nullptr || node->kind == Kind::null) return {};
        if (node->kind == Kind::string || node->kind == Kind::number) return node->text;
        fail(node->offset, fmt::format("\"{}\" is a text, not {}", name, kind_name(node->kind)));
        return {};
    }

    bool truth(const JsonNode& object, std::string_view name) {
        const JsonNode* node = object.find(name);
        if (node == nullptr) return false;
        if (node->kind != Kind::boolean) {
            fail(node->offset, fmt::format("\"{}\" is true or false, not {}", name, kind_name(node->kind)));
        }
        return node->truth;
    }

    std::vector<PlacedId> texts(const JsonNode& object, std::string_view name) {
        std::vector<PlacedId> found;
        const JsonNode* node = object.find(name);
        if (node == nullptr) return found;
        if (node->kind != Kind::array) {
            fail(node->offset, fmt::format("\"{}\" is an array of texts, not {}", name, kind_name(node->kind)));
        }
        for (const JsonNode& item : node->items) {
            if (item.kind == Kind::string && !item.text.empty()) {
                found.push_back({item.text, place(item.offset)});
            } else {
                fail(item.offset, fmt::format("\"{}\" holds texts that are not empty", name));
            }
        }
        return found;
    }

    /// {"date-parts": [[2023, 4, 3]]}, where the year may be a text, or {"raw": "2023-04-03"}.
    int year(const JsonNode& item) {
        const JsonNode* issued = item.find("issued");
        if (issued == nullptr) return 0;
        const JsonNode* parts = issued->find("date-parts");
        for (const std::string_view name : {"raw", "literal"}) {
            if (parts == nullptr) parts = issued->find(name);
        }
        while (parts != nullptr && parts->kind == Kind::array && !parts->items.empty()) parts = &parts->items.front();
        const std::string_view digits = parts != nullptr ? std::string_view(parts->text) : std::string_view();
        if (const std::optional<int> found = first_year(digits)) return *found;
        fail(issued->offset, "\"issued\" is a date with a year: {\"date-parts\": [[2023, 4, 3]]}");
        return 0;
    }

    static std::optional<int> first_year(std::string_view text) {
        const auto digit = [](char c) { return c >= '0' && c <= '9'; };
        std::size_t run = 0;
        int value = 0;
        for (std::size_t i = 0; i <= text.size(); ++i) {
            if (i < text.size() && digit(text[i])) {
                value = run < 4 ? value * 10 + (text[i] - '0') : value;
                ++run;
                continue;
            }
            if (run == 4) return value;
            run = 0;
            value = 0;
        }
        return std::nullopt;
    }

    void read_authors(const JsonNode& item, Work& work) {
        // A collection without authors is cited by its editors.
        const JsonNode* authors = item.find("author");
        if (authors == nullptr) authors = item.find("editor");
        if (authors == nullptr) return;
        if (authors->kind != Kind::array) {
            fail(authors->offset, fmt::format("\"author\" is an array of names, not {}", kind_name(authors->kind)));
        }
        for (const JsonNode& name : authors->items) read_author(name, work);
    }

    void read_author(const JsonNode& name, Work& work) {
        const std::string literal = text(name, "literal");
        if (literal == "et al." || literal == "et al" || literal == "others") {
            work.more_authors = true;
        } else if (!literal.empty()) {
            work.authors.push_back({literal, "", true});
        } else {
            Author author{text(name, "family"), text(name, "given"), false};
            for (const std::string_view particle : {"non-dropping-particle", "dropping-particle"}) {
                if (const std::string word = text(name, particle); !word.empty()) author.family.insert(0, word + " ");
            }
            if (author.family.empty()) {
                fail(name.offset, "a name has a \"family\", or a \"literal\" if it is an organisation's");
                return;
            }
            work.authors.push_back(std::move(author));
        }
    }

    void read_custom(const JsonNode& custom, ReadWork& read) {
        if (custom.kind != Kind::object) {
            fail(custom.offset, fmt::format("\"custom\" is an object, not {}", kind_name(custom.kind)));
            return;
        }
        for (std::size_t i = 0; i < custom.members.size(); ++i) {
            const std::string_view name = custom.members[i].first;
            if (std::ranges::count(custom_fields, name) > 0) continue;
            fail(custom.keys[i], fmt::format("unknown key \"{}\"{}", name, did_you_mean(name, custom_fields)));
        }
        const auto names = [&](std::string_view key, std::vector<std::string>& out) {
            for (PlacedId& name : texts(custom, key)) out.push_back(std::move(name.id));
        };
        names("aliases", read.work.aliases);
        names("issuers", read.work.issuers);
        names("topics", read.work.topics);
        for (const PlacedId& other : texts(custom, "other-years"))
            if (const std::optional<int> found = first_year(other.id)) read.work.other_years.push_back(*found);
        read.counts_as = texts(custom, "counts-as");
        read.work.overview = truth(custom, "overview");
        read.work.more_authors |= truth(custom, "more-authors");
        read.work.short_name = text(custom, "short-name");
    }

    std::string path_;
    LineIndex lines_;
    std::vector<Error>& errors_;
};

} // namespace

void read_works(const CorpusFile& file, std::vector<ReadWork>& works, std::vector<Error>& errors) {
    WorksReader reader(file, errors);
    const tl::expected<JsonNode, JsonError> root = read_json(file.text);
    if (!root) {
        reader.fail(root.error().offset, root.error().message);
        return;
    }
    reader.read(*root, works);
}

} // namespace statlint
