// Reads the lexicon's files: word classes and concepts.
#include <array>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "lexicon/lexicon.hpp"

namespace statlint {
namespace {

constexpr std::array<std::pair<std::string_view, ConceptKind>, 8> kinds{{
    {"topic", ConceptKind::topic},
    {"who", ConceptKind::who},
    {"where", ConceptKind::where},
    {"own", ConceptKind::own},
    {"elsewhere", ConceptKind::elsewhere},
    {"pointer", ConceptKind::pointer},
    {"carry", ConceptKind::carry},
    {"manner", ConceptKind::manner},
}};

} // namespace

struct Lexicon::Loader {
    explicit Loader(StemTable& table) : stems(table) {}
    Lexicon lexicon;
    StemTable& stems;
    std::vector<Error> errors;
    std::map<std::string, std::vector<std::string>> classes;
    std::string path;

    void error(const toml::node& node, std::string message) {
        errors.push_back({std::move(message), path, static_cast<int>(node.source().begin.line),
                          static_cast<int>(node.source().begin.column)});
    }

    std::vector<std::string> strings(const toml::node& node, std::string_view what) {
        std::vector<std::string> found;
        const toml::array* list = node.as_array();
        if (list == nullptr) {
            error(node, fmt::format("{} must be a list of strings", what));
            return found;
        }
        for (const toml::node& item : *list) {
            if (const auto text = item.value<std::string>())
                found.push_back(*text);
            else
                error(item, fmt::format("{} must be a list of strings", what));
        }
        return found;
    }

    void read_classes(const toml::table& root) {
        const toml::node* node = root.get("class");
        if (node == nullptr) return;
        const toml::table* table = node->as_table();
        if (table == nullptr) return error(*node, "class must be a table");
        for (const auto& [name, words] : *table) {
            if (classes.contains(std::string(name.str())))
                error(words, fmt::format("the word class {} is defined twice", name.str()));
            classes[std::string(name.str())] = strings(words, name.str());
        }
    }

    /// Makes the concepts first and their wordings later, so that they can imply each other in any order.
    void declare(const toml::table& table) {
        Concept made;
        for (const auto& [key, value] : table) {
            if (key == "id")
                made.id = value.value_or(std::string());
            else if (key == "group")
                made.group = value.value_or(std::string());
            else if (key == "always")
                made.always = value.value_or(false);
            else if (key == "part-of")
                made.part_of = value.value_or(std::string());
            else if (key == "holds-numbers")
                made.holds_numbers = value.value_or(false);
            else if (key == "kind") {
                const auto kind = std::ranges::find(kinds, value.value_or(std::string_view()),
                                                    &std::pair<std::string_view, ConceptKind>::first);
                if (kind == kinds.end())
                    error(value, "no kind of concept that is known");
                else
                    made.kind = kind->second;
            } else if (key != "says" && key != "implies" && key != "yes" && key != "no") {
                error(value, fmt::format("unknown key \"{}\" in a concept", key.str()));
            }
        }
        if (made.id.empty()) return error(table, "a concept without an id");
        if (lexicon.find(made.id) != none) return error(table, fmt::format("the concept {} is defined twice", made.id));
        lexicon.ids_.add(made.id);
        lexicon.concepts_.push_back(std::move(made));
    }

    /// Puts the links of each row side by side: a text is then read without jumping through all of them.
    void gather_links() {
        PlainRow<Link> gathered;
        const auto gather = [&](Row& row) {
            const auto first = static_cast<std::uint32_t>(gathered.size());
            for (std::uint32_t link = row.first; link != none; link = lexicon.links_[link].next) {
                gathered.push_back(lexicon.links_[link]);
                gathered.change().back().next = static_cast<std::uint32_t>(gathered.size());
            }
            if (row.first == none) return;
            gathered.change().back().next = none;
            row = {first, static_cast<std::uint32_t>(gathered.size()) - 1};
        };
        for (Start& start : lexicon.starts_.change()) gather(start.alone);
        for (Pair& pair : lexicon.pairs_.change()) gather(pair.row);
        lexicon.links_ = std::move(gathered);
    }

    void fill(const toml::table& table) {
        const ConceptId id = lexicon.find(table["id"].value_or(std::string_view()));
        if (id == none) return;
        if (const toml::node* says = table.get("says")) {
            for (const std::string& wording : strings(*says, "says")) {
                std::string trouble;
                lexicon.compile(id, wording, classes, stems, trouble);
                if (!trouble.empty()) error(*says, fmt::format("\"{}\": {}", wording, trouble));
            }
        }
        if (const toml::node* implies = table.get("implies")) {
            for (const std::string& name : strings(*implies, "implies")) {
                const ConceptId implied = lexicon.find(name);
                if (implied == none)
                    error(*implies, fmt::format("there is no concept {}", name));
                else
                    lexicon.concepts_[id].implies.push_back(implied);
            }
        }
    }
};

tl::expected<Lexicon, std::vector<Error>> Lexicon::load(const std::vector<CorpusFile>& files, StemTable& stems) {
    Loader loader(stems);
    std::vector<std::pair<std::string, toml::table>> roots;
    for (const CorpusFile& file : files) {
        try {
            roots.emplace_back(file.path, toml::parse(file.text, file.path));
        } catch (const toml::parse_error& error) {
            loader.errors.push_back({std::string(error.description()), file.path,
                                     static_cast<int>(error.source().begin.line),
                                     static_cast<int>(error.source().begin.column)});
        }
    }
    const auto each_concept = [&](auto&& visit) {
        for (const auto& [path, root] : roots) {
            loader.path = path;
            const toml::array* list = root["concept"].as_array();
            if (list == nullptr) continue;
            for (const toml::node& node : *list)
                if (const toml::table* table = node.as_table()) visit(*table);
        }
    };
    for (const auto& [path, root] : roots) {
        loader.path = path;
        loader.read_classes(root);
        for (const auto& [key, value] : root)
            if (key != "class" && key != "concept") loader.error(value, fmt::format("unknown key \"{}\"", key.str()));
    }
    each_concept([&](const toml::table& table) { loader.declare(table); });
    each_concept([&](const toml::table& table) { loader.fill(table); });
    if (!loader.errors.empty()) return tl::unexpected(std::move(loader.errors));
    loader.gather_links();
    for (const Concept& made : loader.lexicon.concepts_)
        loader.lexicon.traits_.push_back({made.always, !made.implies.empty()});
    return std::move(loader.lexicon);
}

} // namespace statlint
