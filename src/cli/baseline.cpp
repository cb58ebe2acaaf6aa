#include "cli/baseline.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/new_file.hpp"
#include "cli/read_file.hpp"
#include "cli/whole_path.hpp"
#include "report/json_writer.hpp"
#include "rules/fingerprint.hpp"

namespace statlint {

namespace fs = std::filesystem;

namespace {

std::string text_of(const nlohmann::json& entry, const char* key) {
    const auto found = entry.find(key);
    return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace

Result<Baseline> Baseline::load(const std::string& path) {
    const auto text = read_file(path);
    if (!text) return tl::unexpected(text.error());
    const nlohmann::json root = nlohmann::json::parse(*text, nullptr, false);
    const auto fail = [&](const char* why) { return tl::unexpected(Error{.message = why, .path = path}); };
    if (!root.is_object()) return fail("is no baseline: not a JSON object");
    if (root.value("version", nlohmann::json()) != 1) return fail("is no baseline of version 1");
    const auto findings = root.find("findings");
    if (findings == root.end() || !findings->is_array()) return fail("is no baseline: it has no list of findings");
    Baseline made(path);
    for (const nlohmann::json& item : *findings) {
        if (!item.is_object()) return fail("is no baseline: a finding is not an object");
        Entry entry{.path = text_of(item, "path"),
                    .rule = text_of(item, "rule"),
                    .figure = text_of(item, "figure"),
                    .fingerprint = text_of(item, "fingerprint"),
                    .text = text_of(item, "text")};
        if (entry.path.empty() || entry.fingerprint.empty())
            return fail("is no baseline: a finding has no path or no fingerprint");
        if (made.is_there(entry.path))
            ++made.counts_[entry.path][entry.fingerprint];
        else
            made.moved_.insert(entry.fingerprint);
        made.entries_.push_back(std::move(entry));
    }
    return made;
}

std::string Baseline::name_of(const std::string& draft) const {
    return whole_path(draft).lexically_relative(whole_path(path_).parent_path()).generic_string();
}

bool Baseline::is_there(const std::string& name) const {
    std::error_code code;
    return fs::exists(whole_path(path_).parent_path() / name, code);
}

std::size_t Baseline::filter(Analysis& analysis, const Corpus& corpus, const std::string& draft) const {
    if (analysis.findings.empty() || entries_.empty()) return 0;
    const auto known = counts_.find(name_of(draft));
    std::map<std::string, int> left = known == counts_.end() ? std::map<std::string, int>() : known->second;
    const std::size_t before = analysis.findings.size();
    // Asked in order: where a sentence is there once more than it was, the last one is new.
    std::vector<bool> drop;
    for (const Finding& finding : analysis.findings) {
        const std::string print = fingerprint(analysis, corpus, finding);
        const auto at = left.find(print);
        const bool listed = at != left.end() && at->second > 0;
        if (listed) --at->second;
        drop.push_back(listed || moved_.contains(print));
    }
    std::size_t index = 0;
    std::erase_if(analysis.findings, [&](const Finding&) { return drop[index++]; });
    return before - analysis.findings.size();
}

void Baseline::note(const Analysis& analysis, const Corpus& corpus, const std::string& draft, Severity from) {
    const std::string name = name_of(draft);
    std::vector<Entry> found;
    for (const Finding& finding : analysis.findings) {
        if (finding.severity < from) continue;
        found.push_back({.path = name,
                         .rule = finding.rule,
                         .figure = finding.figure < corpus.figures.size() ? corpus.figures[finding.figure].id : "",
                         .fingerprint = fingerprint(analysis, corpus, finding),
                         .text = std::string(analysis.document.view(source_of(analysis.document, finding)))});
    }
    const std::scoped_lock lock(*mutex_);
    noted_.insert(noted_.end(), found.begin(), found.end());
    looked_at_.insert(name);
}

Result<std::size_t> Baseline::write() const {
    std::vector<Entry> all = noted_;
    for (const Entry& entry : entries_)
        if (!looked_at_.contains(entry.path) && is_there(entry.path)) all.push_back(entry);
    std::ranges::sort(all);
    std::string out = "{\"version\":1,\"findings\":[";
    bool first = true;
    for (const Entry& entry : all) {
        // A line each, so that a change of the baseline can be read in a diff.
        out += first ? "\n" : ",\n";
        first = false;
        JsonWriter json(out);
        json.begin_object().member("path", entry.path).member("rule", entry.rule).member("figure", entry.figure);
        json.member("text", entry.text).member("fingerprint", entry.fingerprint).end_object();
    }
    out += "\n]}\n";
    auto file = NewFile::create(path_);
    if (!file) return tl::unexpected(file.error());
    file->write(out);
    if (const auto kept = file->keep(); !kept) return tl::unexpected(kept.error());
    return all.size();
}

} // namespace statlint
