#include "cli/heap.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include <malloc.h>
#include <sys/mman.h>

namespace statlint {

namespace {

constexpr std::size_t page = 4096;
constexpr std::size_t short_run = 1200 * 1024; ///< bytes: what the check of a draft of 10 KB takes
constexpr int most_from_heap = 32 * 1024 * 1024;

} // namespace

void prepare_heap() {
#if defined(__GLIBC__) && defined(MADV_POPULATE_WRITE)
    // Larger blocks come from the heap too, which is not given back before the end.
    mallopt(M_MMAP_THRESHOLD, most_from_heap);
    mallopt(M_TRIM_THRESHOLD, 2 * most_from_heap);
    mallopt(M_TOP_PAD, static_cast<int>(short_run));
    void* block = std::malloc(short_run);
    if (block == nullptr) return;
    const std::uintptr_t start = (reinterpret_cast<std::uintptr_t>(block) + page - 1) / page * page;
    const std::uintptr_t end = (reinterpret_cast<std::uintptr_t>(block) + short_run) / page * page;
    madvise(reinterpret_cast<void*>(start), end - start, MADV_POPULATE_WRITE); // before Linux 5.14 it fails
    std::free(block);
#endif
}

} // namespace statlint
