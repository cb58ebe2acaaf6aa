#pragma once
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace statlint {

/// Splits `text` (one block of prose) into sentences by ICU's rules, then joins what an abbreviation, an initial or a
/// decimal had split ("p. 3", "et al. found", "Dr. Who", "No. 5", "J. Smith"). The spans tile the text: each ends where
/// the next starts, white space belongs to the sentence before it. Offsets are `base` + byte offset in `text`.
class SentenceSplitter {
  public:
    SentenceSplitter();
    ~SentenceSplitter();
    SentenceSplitter(SentenceSplitter&&) noexcept;
    SentenceSplitter& operator=(SentenceSplitter&&) noexcept;
    void split(std::string_view text, std::uint32_t base, std::vector<TextSpan>& out);

  private:
    struct Impl;
    Impl* impl_; ///< owned; created on the first split, because ICU needs milliseconds for it
};

} // namespace statlint
