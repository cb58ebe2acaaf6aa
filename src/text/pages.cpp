#include "text/pages.hpp"

#include <cstdint>

#ifdef __linux__
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace statlint {

#if defined(__linux__) && defined(MADV_POPULATE_READ) && defined(MADV_HUGEPAGE)

namespace {

std::uintptr_t page_size() {
    return static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
}

/// Failing is fine: the pages come one by one then.
void advise(std::uintptr_t from, std::uintptr_t to, int advice) {
    if (from < to) madvise(reinterpret_cast<void*>(from), to - from, advice); // NOLINT(performance-no-int-to-ptr)
}

} // namespace

void fetch_pages(std::string_view bytes) {
    const auto start = reinterpret_cast<std::uintptr_t>(bytes.data());
    advise(start / page_size() * page_size(), start + bytes.size(), MADV_POPULATE_READ);
}

void make_huge_page(void* start, std::size_t size) {
    const auto from = reinterpret_cast<std::uintptr_t>(start);
    advise(from, from + size, MADV_HUGEPAGE);
}

#else

void fetch_pages(std::string_view) {}
void make_huge_page(void*, std::size_t) {}

#endif

} // namespace statlint
