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

} // namespace statlint
