#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/abbreviations.hpp"
#include "text/span.hpp"

namespace statlint {

/// Splits `text` (one block of prose) into sentences by Unicode's rules, then joins what an abbreviation, an initial or
/// a list number had split ("p. 3", "et al. (2023)", "Dr. Who", "J. Smith", "Stop It Now! campaign"). The spans tile
/// the text: each ends where the next starts, white space belongs to the sentence before it. Offsets are `base` + byte
/// offset in `text`.
class SentenceSplitter {
  public:
    /// `abbreviations` must outlive the splitter.
    explicit SentenceSplitter(const Abbreviations& abbreviations) : abbreviations_(&abbreviations) {}
    void split(std::string_view text, std::uint32_t base, std::vector<TextSpan>& out) const;

  private:
    const Abbreviations* abbreviations_;
};

} // namespace statlint
