#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "text/abbreviations.hpp"
#include "text/span.hpp"

namespace statlint {

/// Splits `text` (one block of prose) into sentences by ICU's rules, then joins what an abbreviation, an initial or a
/// list number had split ("p. 3", "et al. (2023)", "Dr. Who", "J. Smith", "Stop It Now! campaign"). The spans tile the
/// text: each ends where the next starts, white space belongs to the sentence before it. Offsets are `base` + byte
/// offset in `text`. Not for two threads at once.
class SentenceSplitter {
  public:
    /// `abbreviations` must outlive the splitter.
    explicit SentenceSplitter(const Abbreviations& abbreviations);
    ~SentenceSplitter();
    SentenceSplitter(SentenceSplitter&&) noexcept;
    SentenceSplitter& operator=(SentenceSplitter&&) noexcept;
    void split(std::string_view text, std::uint32_t base, std::vector<TextSpan>& out);

  private:
    struct Iterator;
    const Abbreviations* abbreviations_;
    std::unique_ptr<Iterator> iterator_; ///< created when first needed, because ICU takes milliseconds for it
};

} // namespace statlint
