#include "labels.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <nlohmann/json.hpp>

namespace {

using statlint::Error;

std::string read_all(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

Label read_label(const nlohmann::json& line) {
    Label label;
    label.text = line.at("text");
    label.nth = line.value("nth", std::size_t{1});
    if (!line.at("figure").is_null()) label.figure = line.at("figure");
    label.verdict = line.at("verdict");
    label.rules = line.at("rules").get<std::vector<std::string>>();
    return label;
}

/// The draft that a line is about: a file of its own, or, of a snippet, the line's own "text" beside its "labels".
LabelledDraft& draft_of(const nlohmann::json& json, const std::string& docs,
                        std::map<std::string, LabelledDraft>& drafts) {
    const bool snippet = json.contains("labels");
    const std::string name = json.at(snippet ? "id" : "doc");
    LabelledDraft& draft = drafts[name];
    if (!draft.path.empty()) return draft;
    draft.path = docs + name + (snippet ? ".md" : "");
    draft.source = snippet ? json.at("text").get<std::string>() : read_all(draft.path);
    return draft;
}

bool locate(const std::string& source, Label& label) {
    std::size_t at = std::string::npos;
    for (std::size_t i = 0; i < label.nth; ++i) {
        at = source.find(label.text, at + 1);
        if (at == std::string::npos) return false;
    }
    label.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + label.text.size())};
    return true;
}

} // namespace

statlint::Result<std::map<std::string, LabelledDraft>> read_labelled(const std::string& folder) {
    const std::string path = folder + "/labels.jsonl";
    const std::string docs = std::filesystem::is_directory(folder + "/docs") ? folder + "/docs/" : folder + "/";
    std::ifstream file(path);
    if (!file) return tl::unexpected(Error{"there is no such file", path, 0, 0});
    std::map<std::string, LabelledDraft> drafts;
    std::string text;
    for (int line = 1; std::getline(file, text); ++line) {
        if (text.empty()) continue;
        try {
            const auto json = nlohmann::json::parse(text);
            LabelledDraft& draft = draft_of(json, docs, drafts);
            const auto labels = json.contains("labels") ? json["labels"] : nlohmann::json::array({json});
            for (const auto& one : labels) {
                Label label = read_label(one);
                if (!locate(draft.source, label))
                    return tl::unexpected(
                        Error{draft.path + " does not hold \"" + label.text + "\" that often", path, line, 0});
                draft.labels.push_back(std::move(label));
            }
        } catch (const nlohmann::json::exception& error) {
            return tl::unexpected(Error{error.what(), path, line, 0});
        }
    }
    return drafts;
}
