#include "formats/zip_archive.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "formats/zip_library.hpp"

namespace statlint {

namespace {

constexpr std::uint64_t largest_part = std::uint64_t{32} << 20; // the XML of some 5,000 pages
constexpr std::uint64_t largest_total = std::uint64_t{96} << 20;
constexpr std::uint64_t highest_ratio = 250; // XML is packed to a fifth, very repetitive tables to a fiftieth
constexpr std::uint64_t ratio_counts_from = std::uint64_t{4} << 20;
constexpr zip_int64_t most_parts = 20'000;
constexpr time_t earliest_time = 315'532'800; // 1980, when the times of zip files begin

tl::unexpected<Error> fail(std::string message) {
    return tl::unexpected(Error{.message = std::move(message), .path = {}});
}

/// "../evil", "/etc/passwd", "C:\x": nothing is written, but whoever made such a file means no good.
bool leads_out(std::string_view name) {
    if (name.starts_with('/') || name.starts_with('\\') || name.find(':') != std::string_view::npos) return true;
    for (std::size_t at = 0; at <= name.size();) {
        const std::size_t end = std::min(name.find_first_of("/\\", at), name.size());
        if (name.substr(at, end - at) == "..") return true;
        at = end + 1;
    }
    return false;
}

/// What `bytes` are instead of a zip file.
std::string no_zip(std::string_view bytes) {
    if (bytes.empty()) return "is empty";
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        return "is encrypted, or in an old Office format (.doc, .ppt): save it in the new format without a password";
    if (bytes.starts_with("%PDF-")) return "is a PDF, whatever its name says; --format-in=pdf reads it";
    if (bytes.starts_with("PK")) return "is not a complete zip file: it is truncated or damaged";
    return "is not a zip file, as documents of this kind are";
}

/// To be called only where an archive is open, or about to be.
const ZipLibrary& libzip() {
    return *zip_library();
}

zip_t* open_source(std::string_view bytes, int flags) {
    zip_error_t error;
    libzip().error_init(&error);
    zip_source_t* source = libzip().source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source == nullptr ? nullptr : libzip().open_from_source(source, flags, &error);
    if (archive == nullptr && source != nullptr) libzip().source_free(source);
    libzip().error_fini(&error);
    return archive;
}

} // namespace

void ZipArchive::Close::operator()(zip* archive) const {
    libzip().discard(archive);
}

Result<ZipArchive> ZipArchive::open(std::string_view bytes) {
    ZipArchive opened;
    opened.bytes_ = bytes;
    if (bytes.empty()) return fail(no_zip(bytes)); // libzip takes it for an archive without parts
    if (zip_library() == nullptr) return fail("is read with libzip, which is not installed");
    opened.archive_.reset(open_source(bytes, ZIP_RDONLY));
    if (opened.archive_ == nullptr) return fail(no_zip(bytes));
    const zip_int64_t count = libzip().get_num_entries(opened.archive_.get(), 0);
    if (count > most_parts) return fail(fmt::format("has {} parts; documents have fewer than {}", count, most_parts));
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t info;
        if (libzip().stat_index(opened.archive_.get(), static_cast<zip_uint64_t>(i), 0, &info) != 0 ||
            (info.valid & ZIP_STAT_NAME) == 0)
            return fail("has a damaged list of parts");
        if (leads_out(info.name)) return fail(fmt::format("has a part \"{}\", which leads out of the file", info.name));
        if ((info.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && info.encryption_method != ZIP_EM_NONE)
            return fail("is encrypted: save it without a password");
    }
    return opened;
}

bool ZipArchive::has(const std::string& name) const {
    return libzip().name_locate(archive_.get(), name.c_str(), 0) >= 0;
}

std::vector<std::string> ZipArchive::names() const {
    std::vector<std::string> names;
    const zip_int64_t count = libzip().get_num_entries(archive_.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const char* name = libzip().get_name(archive_.get(), static_cast<zip_uint64_t>(i), 0);
        if (name != nullptr) names.emplace_back(name);
    }
    return names;
}

Result<std::string> ZipArchive::read(const std::string& name) {
    zip_stat_t info;
    if (libzip().stat(archive_.get(), name.c_str(), 0, &info) != 0)
        return fail(fmt::format("has no part \"{}\"", name));
    const std::uint64_t size = info.size;
    if (size > largest_part || unpacked_ + size > largest_total)
        return fail(fmt::format("unpacks to more than {} MiB (\"{}\"): refused", largest_part >> 20, name));
    if (size > ratio_counts_from && size / std::max<std::uint64_t>(info.comp_size, 1) > highest_ratio)
        return fail(fmt::format("has a part \"{}\" that is packed more than {}-fold, as only a trap is: refused", name,
                                highest_ratio));
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(libzip().fopen(archive_.get(), name.c_str(), 0),
                                                                 libzip().fclose);
    const auto damaged = [&] { return fail(fmt::format("has a damaged part \"{}\"", name)); };
    if (file == nullptr) return damaged();
    // One byte more than it claims: a part that goes on is no honest one, and its checksum is only tested at its end.
    std::string bytes(size + 1, '\0');
    std::size_t used = 0;
    while (used < bytes.size()) {
        const zip_int64_t got = libzip().fread(file.get(), bytes.data() + used, bytes.size() - used);
        if (got < 0) return damaged();
        if (got == 0) break;
        used += static_cast<std::size_t>(got);
    }
    if (used != size) return damaged();
    bytes.resize(used);
    unpacked_ += size;
    return bytes;
}

Result<std::string> ZipArchive::with_parts(const std::map<std::string, std::string>& parts) const {
    zip_error_t error;
    libzip().error_init(&error);
    zip_source_t* source = libzip().source_buffer_create(bytes_.data(), bytes_.size(), 0, &error);
    zip_t* archive = source == nullptr ? nullptr : libzip().open_from_source(source, 0, &error);
    if (archive == nullptr) {
        if (source != nullptr) libzip().source_free(source);
        return fail(no_zip(bytes_));
    }
    libzip().source_keep(source); // the new file is written into it
    const auto broken = [&](const char* what) {
        const std::string why = libzip().strerror(archive);
        libzip().discard(archive);
        libzip().source_free(source);
        return fail(fmt::format("{}: {}", what, why));
    };
    for (const auto& [name, bytes] : parts) {
        zip_source_t* part = libzip().source_buffer(archive, bytes.data(), bytes.size(), 0);
        zip_stat_t before;
        const bool replaced =
            libzip().stat(archive, name.c_str(), 0, &before) == 0 && (before.valid & ZIP_STAT_MTIME) != 0;
        const zip_int64_t index =
            part == nullptr ? -1 : libzip().file_add(archive, name.c_str(), part, ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            if (part != nullptr) libzip().source_free(part);
            return broken("the copy could not be made");
        }
        // Not the time of day: the same changes make the same file.
        libzip().file_set_mtime(archive, static_cast<zip_uint64_t>(index), replaced ? before.mtime : earliest_time, 0);
    }
    if (libzip().close(archive) != 0) return broken("the copy could not be made");
    std::string out;
    zip_stat_t info;
    if (libzip().source_stat(source, &info) == 0 && libzip().source_open(source) == 0) {
        out.resize(info.size);
        const zip_int64_t got = libzip().source_read(source, out.data(), out.size());
        libzip().source_close(source);
        if (got != static_cast<zip_int64_t>(out.size())) out.clear();
    }
    libzip().source_free(source);
    if (out.empty()) return fail("the copy could not be made");
    return out;
}

} // namespace statlint
