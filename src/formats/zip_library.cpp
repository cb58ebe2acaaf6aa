#include "formats/zip_library.hpp"

#include <optional>

#include <dlfcn.h>

namespace statlint {

namespace {

class Loader {
  public:
    Loader() : library_(dlopen(STATLINT_LIBZIP, RTLD_NOW | RTLD_LOCAL)) {} // stays for the life of the program

    template <class Function> void find(const char* name, Function& function) {
        if (library_ != nullptr) function = reinterpret_cast<Function>(dlsym(library_, name));
        whole_ = whole_ && function != nullptr;
    }
    [[nodiscard]] bool whole() const { return whole_; }

  private:
    void* library_;
    bool whole_ = true;
};

std::optional<ZipLibrary> load() {
    Loader loader;
    ZipLibrary made;
    loader.find("zip_close", made.close);
    loader.find("zip_discard", made.discard);
    loader.find("zip_error_fini", made.error_fini);
    loader.find("zip_error_init", made.error_init);
    loader.find("zip_fclose", made.fclose);
    loader.find("zip_file_add", made.file_add);
    loader.find("zip_file_set_mtime", made.file_set_mtime);
    loader.find("zip_fopen", made.fopen);
    loader.find("zip_fread", made.fread);
    loader.find("zip_get_name", made.get_name);
    loader.find("zip_get_num_entries", made.get_num_entries);
    loader.find("zip_name_locate", made.name_locate);
    loader.find("zip_open_from_source", made.open_from_source);
    loader.find("zip_source_buffer", made.source_buffer);
    loader.find("zip_source_buffer_create", made.source_buffer_create);
    loader.find("zip_source_close", made.source_close);
    loader.find("zip_source_free", made.source_free);
    loader.find("zip_source_keep", made.source_keep);
    loader.find("zip_source_open", made.source_open);
    loader.find("zip_source_read", made.source_read);
    loader.find("zip_source_stat", made.source_stat);
    loader.find("zip_stat", made.stat);
    loader.find("zip_stat_index", made.stat_index);
    loader.find("zip_strerror", made.strerror);
    if (!loader.whole()) return std::nullopt;
    return made;
}

} // namespace

const ZipLibrary* zip_library() {
    static const std::optional<ZipLibrary> loaded = load();
    return loaded ? &*loaded : nullptr;
}

} // namespace statlint
