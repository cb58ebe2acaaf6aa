#pragma once
#include <cstddef>
#include <string>

#include "formats/format.hpp"
#include "rules/apply_fixes.hpp"

namespace statlint {

/// A draft with its fixes made.
struct FixedDraft {
    std::string text;
    std::size_t made = 0; ///< fixes
    std::size_t left = 0; ///< findings that have a fix, but none that was wanted
};

/// Checks and mends a draft until nothing that is wanted is left to mend: checked again, it needs no further fix. An
/// Error where the draft can't be read, where its source is no text that could be changed (a container), or where the
/// fixes never come to an end.
[[nodiscard]] Result<FixedDraft> fix_draft(std::string source, const Format& format, const Knowledge& knowledge,
                                           const Policy& policy, const FixChoice& choice);

} // namespace statlint
