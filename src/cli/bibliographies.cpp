#include "cli/bibliographies.hpp"

#include <filesystem>

#include "cli/read_file.hpp"

namespace statlint {

const BibliographyFiles::Read& BibliographyFiles::read(const std::string& path) {
    const std::scoped_lock lock(mutex_);
    std::unique_ptr<Read>& known = files_[path];
    if (known) return *known;
    known = std::make_unique<Read>();
    // A draft may name anything; a device or a pipe would never end.
    std::error_code ignored;
    known->missing = !std::filesystem::exists(path, ignored);
    if (!known->missing && !std::filesystem::is_regular_file(path, ignored)) {
        known->bibliography.path = path;
        known->bibliography.complete = false;
        known->errors.push_back({.message = "is no file", .path = path});
    } else if (const auto text = read_file(path)) {
        known->bibliography = read_bibliography(*text, path, known->errors);
    } else {
        known->bibliography.path = path;
        known->bibliography.complete = false;
        known->errors.push_back(text.error());
    }
    return *known;
}

std::vector<BibliographyFiles::Named> BibliographyFiles::find(const Config& config,
                                                              const std::vector<std::string>& names,
                                                              const std::filesystem::path& folder) {
    std::vector<Named> found;
    for (const ConfigWord& named : config.bibliographies) found.push_back({&read(named.text), false});
    for (const std::string& name : names) found.push_back({&read((folder / name).string()), true});
    return found;
}

std::vector<std::string> BibliographyFiles::paths() const {
    const std::scoped_lock lock(mutex_);
    std::vector<std::string> known;
    for (const auto& [path, read] : files_) known.push_back(path);
    return known;
}

} // namespace statlint
