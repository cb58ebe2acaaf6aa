#include "formats/zip_library.hpp"

#include <optional>

#include <dlfcn.h>

namespace statlint {

namespace {

std::optional<ZipLibrary> load() {
    void* const library = dlopen(STATLINT_LIBZIP, RTLD_NOW | RTLD_LOCAL); // stays for the life of the program
    if (library == nullptr) return std::nullopt;
    ZipLibrary made;
#define STATLINT_ZIP_LOAD(name)                                                                                        \
    made.name = reinterpret_cast<decltype(made.name)>(dlsym(library, "zip_" #name));                                   \
    if (made.name == nullptr) return std::nullopt;
    STATLINT_ZIP_FUNCTIONS(STATLINT_ZIP_LOAD)
#undef STATLINT_ZIP_LOAD
    return made;
}

} // namespace

const ZipLibrary* zip_library() {
    static const std::optional<ZipLibrary> loaded = load();
    return loaded ? &*loaded : nullptr;
}

} // namespace statlint
