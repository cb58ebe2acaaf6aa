#pragma once
#include "quantity/tables.hpp"

namespace statlint {

/// The first stage: stops only where a number might begin. It looks at 64 bytes at a time and sees the words that may
/// start a number by their first two letters and their length, so that text without numbers costs next to nothing.
class CandidateScanner {
  public:
    CandidateScanner(const char* begin, const char* end, const NumberWords::Tables& tables)
        : begin_(begin), end_(end), tables_(tables) {}

    /// The next place at or behind `at` where a number might begin: a digit, a decimal point before one, a vulgar
    /// fraction, or a word that starts numbers. The end where there is none. `at` never goes back between two calls.
    [[nodiscard]] const char* next(const char* at);

  private:
    void load(const char* block);
    [[nodiscard]] const char* candidate(const char* at) const;

    const char *begin_, *end_;
    const NumberWords::Tables& tables_;
    const char* block_ = nullptr; ///< the 64 bytes that the masks are about
    std::uint64_t starts_ = 0;    ///< a bit for each byte that begins a word or a run of digits, or is no ASCII
    std::uint64_t letters_ = 0;
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
