#pragma once
#include <zip.h>

namespace statlint {

/// The functions of libzip that are used, under their names without "zip_".
struct ZipLibrary {
    decltype(&zip_close) close = nullptr;
    decltype(&zip_discard) discard = nullptr;
    decltype(&zip_error_fini) error_fini = nullptr;
    decltype(&zip_error_init) error_init = nullptr;
    decltype(&zip_fclose) fclose = nullptr;
    decltype(&zip_file_add) file_add = nullptr;
    decltype(&zip_file_set_mtime) file_set_mtime = nullptr;
    decltype(&zip_fopen) fopen = nullptr;
    decltype(&zip_fread) fread = nullptr;
    decltype(&zip_get_name) get_name = nullptr;
    decltype(&zip_get_num_entries) get_num_entries = nullptr;
    decltype(&zip_name_locate) name_locate = nullptr;
    decltype(&zip_open_from_source) open_from_source = nullptr;
    decltype(&zip_source_buffer) source_buffer = nullptr;
    decltype(&zip_source_buffer_create) source_buffer_create = nullptr;
    decltype(&zip_source_close) source_close = nullptr;
    decltype(&zip_source_free) source_free = nullptr;
    decltype(&zip_source_keep) source_keep = nullptr;
    decltype(&zip_source_open) source_open = nullptr;
    decltype(&zip_source_read) source_read = nullptr;
    decltype(&zip_source_stat) source_stat = nullptr;
    decltype(&zip_stat) stat = nullptr;
    decltype(&zip_stat_index) stat_index = nullptr;
    decltype(&zip_strerror) strerror = nullptr;
};

/// Loads libzip when it is first asked for: most runs read no zip file, and libzip brings libcrypto with it, which
/// takes longer to load than a draft to check. Null where it is not installed.
[[nodiscard]] const ZipLibrary* zip_library();

} // namespace statlint
