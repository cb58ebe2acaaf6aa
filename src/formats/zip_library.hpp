#pragma once
#include <zip.h>

namespace statlint {

/// The functions of libzip that are used, under their names without "zip_".
struct ZipLibrary {
#define STATLINT_ZIP_FUNCTIONS(X)                                                                                      \
    X(close)                                                                                                           \
    X(discard)                                                                                                         \
    X(error_fini)                                                                                                      \
    X(error_init)                                                                                                      \
    X(fclose)                                                                                                          \
    X(file_add)                                                                                                        \
    X(file_set_mtime)                                                                                                  \
    X(fopen)                                                                                                           \
    X(fread)                                                                                                           \
    X(get_name)                                                                                                        \
    X(get_num_entries)                                                                                                 \
    X(name_locate)                                                                                                     \
    X(open_from_source)                                                                                                \
    X(source_buffer)                                                                                                   \
    X(source_buffer_create)                                                                                            \
    X(source_close)                                                                                                    \
    X(source_free)                                                                                                     \
    X(source_keep)                                                                                                     \
    X(source_open)                                                                                                     \
    X(source_read)                                                                                                     \
    X(source_stat)                                                                                                     \
    X(stat)                                                                                                            \
    X(stat_index)                                                                                                      \
    X(strerror)
#define STATLINT_ZIP_MEMBER(name) decltype(&zip_##name) name;
    STATLINT_ZIP_FUNCTIONS(STATLINT_ZIP_MEMBER)
#undef STATLINT_ZIP_MEMBER
};

/// Loads libzip when it is first asked for: most runs read no zip file, and libzip brings libcrypto with it, which
/// takes longer to load than a draft to check. Null where it is not installed.
[[nodiscard]] const ZipLibrary* zip_library();

} // namespace statlint
