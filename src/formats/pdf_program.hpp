#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "text/error.hpp"

namespace statlint {

/// What statlint-pdf may take before it is stopped.
struct PdfLimits {
    std::uint32_t pages = 10000;
    std::uint32_t memory = 1024; ///< MiB of address space
    std::uint32_t seconds = 60;  ///< of processor time, and twice that by the clock
    std::uint32_t output = 128;  ///< MiB
};

/// Runs statlint-pdf over a file's bytes and gives what it wrote: the form that src/pdf/main.cpp describes. Error where
/// the program is not there, the file can't be read, or a limit was reached. May be called from several threads.
[[nodiscard]] Result<std::string> run_pdf_program(std::string_view bytes, const PdfLimits& limits = {});

} // namespace statlint
