#pragma once
#include "quantity/tables.hpp"

namespace statlint {

/// The first stage: runs over the text and stops only where a number might begin. Text without numbers costs a table
/// look-up a word.
class CandidateScanner {
  public:
    CandidateScanner(const char* begin, const char* end, const NumberWords::Tables& tables)
        : begin_(begin), end_(end), tables_(tables) {}

    /// The next place at or behind `at` where a number might begin: a digit, a decimal point before one, a vulgar
    /// fraction, or a word that starts numbers. `at` must not be inside a word. The end where there is none.
    [[nodiscard]] const char* next(const char* at) const;

  private:
    const char *begin_, *end_;
    const NumberWords::Tables& tables_;
};

/// Whether the run of non-space bytes around `at` is an address, a path or a file name. Each run is read once.
class TokenJudge {
  public:
    TokenJudge(const char* begin, const char* end, const NumberWords::Tables& tables)
        : begin_(begin), end_(end), tables_(tables) {}

    /// `at` never goes back from one call to the next.
    [[nodiscard]] bool is_name(const char* at);
    [[nodiscard]] const char* token_end() const { return token_end_; }

  private:
    const char *begin_, *end_;
    const NumberWords::Tables& tables_;
    const char* token_end_ = nullptr;
    bool name_ = false;
};

} // namespace statlint
