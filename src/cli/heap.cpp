#include "cli/heap.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace statlint {

#if defined(__GLIBC__) && defined(MADV_POPULATE_WRITE)

void prepare_heap() {
    constexpr std::size_t short_run = std::size_t{1200} * 1024; // bytes: what the check of a draft of 10 KB takes
    constexpr int most_from_heap = 32 * 1024 * 1024;
    // Larger blocks come from the heap too, which is not given back before the end.
    mallopt(M_MMAP_THRESHOLD, most_from_heap);
    mallopt(M_TRIM_THRESHOLD, 2 * most_from_heap);
    mallopt(M_TOP_PAD, static_cast<int>(short_run));
    void* block = std::malloc(short_run);
    if (block == nullptr) return;
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    const std::size_t before = (page - reinterpret_cast<std::uintptr_t>(block) % page) % page;
    const std::size_t whole = (short_run - before) / page * page;
    madvise(static_cast<char*>(block) + before, whole, MADV_POPULATE_WRITE); // before Linux 5.14 it fails
    std::free(block);
}

#else

void prepare_heap() {}

#endif

} // namespace statlint
