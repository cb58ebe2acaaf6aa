#pragma once
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/prose.hpp"
#include "match/derivations.hpp"
#include "match/statistic.hpp"

namespace statlint {

/// What announces a computed number: concepts of rules/LANG/lexicon.
struct ArithmeticWords {
    explicit ArithmeticWords(const Lexicon& lexicon);
    ConceptId rise, fall, more, less, in_all, each, contrasts, joins, pointer, respectively;
    ConceptId that_is;       ///< "that is", "this was": takes up the numbers before
    ConceptId multiplied;    ///< "doubled", "halved": a verb that is a change by itself
    ConceptId rest;          ///< "the remaining", "the rest"
    ConceptId change_column; ///< the header of a column that compares the two before it
    ConceptId total_row;     ///< the label of a row that sums the rows above
    ConceptId countable;     ///< people and things that come in whole numbers
    ConceptId weighted;      ///< percentages that no head count explains
    ConceptId before, after;
    ConceptId later; ///< before the later of two values: "now", "three months later"
};

/// The statistics of one sentence with its words: what the checks of arithmetic look at.
class SentenceNumbers {
  public:
    SentenceNumbers(Prose& prose, const std::vector<Statistic>& statistics, const ArithmeticWords& words,
                    const JoiningWords& joining, std::size_t first, std::size_t last, std::vector<Derivation>& found);

    [[nodiscard]] const Quantity& operator[](std::size_t i) const { return statistics_[i].quantity; }
    [[nodiscard]] const Statistic& statistic(std::size_t i) const { return statistics_[i]; }
    [[nodiscard]] std::size_t first() const { return first_; }
    [[nodiscard]] std::size_t last() const { return last_; }
    /// The first statistic of the sentence right before, in the same block; first() where that has none.
    [[nodiscard]] std::size_t first_before() const { return first_before(first_, sentence_->text.start); }
    /// The same before any sentence whose first statistic and start are given.
    [[nodiscard]] std::size_t first_before(std::size_t first, std::uint32_t start) const;
    [[nodiscard]] const Sentence& sentence() const { return *sentence_; }
    [[nodiscard]] const BlockProse& block() const { return *block_; }
    [[nodiscard]] const ArithmeticWords& words() const { return words_; }
    [[nodiscard]] const JoiningWords& joining() const { return joining_; }
    [[nodiscard]] const Lexicon& lexicon() const { return prose_.lexicon(); }

    [[nodiscard]] std::string_view text(std::uint32_t from, std::uint32_t to) const;
    /// From the end of one number to the start of a later one, its hedge left out.
    [[nodiscard]] std::string_view between(std::size_t i, std::size_t j) const;
    /// What stands right before a number and its hedge in the sentence, at most `reach` bytes.
    [[nodiscard]] std::string_view in_front(std::size_t i, std::uint32_t reach) const;
    /// What stands behind a number in the sentence.
    [[nodiscard]] std::string_view behind(std::size_t i) const;
    /// Where a number starts, its hedge included.
    [[nodiscard]] std::uint32_t start_of(std::size_t i) const;
    /// Whether a concept stands within a few words of a statistic, behind `from`.
    [[nodiscard]] bool near(std::size_t i, std::initializer_list<ConceptId> wanted, std::uint32_t from = 0) const;
    /// Whether a concept is said in a stretch of the text, which ends in the sentence and may begin in one before.
    [[nodiscard]] bool says(std::initializer_list<ConceptId> wanted, std::uint32_t from, std::uint32_t to) const;
    [[nodiscard]] bool says(std::initializer_list<ConceptId> wanted) const;
    /// Whether one of the next `reach` words behind an offset counts people or things.
    [[nodiscard]] bool counts_whole(std::uint32_t from, std::uint32_t reach) const;
    /// What a study found, as the corpus knows it: nothing that this draft computed.
    [[nodiscard]] bool known(std::size_t i) const;
    [[nodiscard]] bool done(std::size_t i) const;
    void add(std::size_t i, bool right, Computation computation, bool computed = true);

  private:
    Prose& prose_;
    const std::vector<Statistic>& statistics_;
    const ArithmeticWords& words_;
    const JoiningWords& joining_;
    std::size_t first_, last_;
    std::vector<Derivation>& found_;
    std::size_t found_before_; ///< what was found in sentences before
    const BlockProse* block_;
    const Sentence* sentence_;
};

/// A number as a message shows it: "27,217" is 27217, 0.1667 is 0.167.
[[nodiscard]] std::string shown(double value);
/// As a percentage: 0.285 is "28.5 %".
[[nodiscard]] std::string shown_percent(double share);
/// Whether the hedge of a quantity makes it true of a value that it does not equal: "more than doubled" for 2.3.
[[nodiscard]] bool hedge_allows(const Quantity& quantity, double truth);

void derive_changes(SentenceNumbers& numbers);
void derive_shares(SentenceNumbers& numbers);
void derive_sums(SentenceNumbers& numbers);
void derive_means(SentenceNumbers& numbers);
void derive_wholes(SentenceNumbers& numbers);
void check_sample_sizes(SentenceNumbers& numbers);
void check_intervals(SentenceNumbers& numbers);
void check_over_whole(SentenceNumbers& numbers);
/// Columns that a table calls the change between the two years before them.
void derive_table_changes(Prose& prose, const std::vector<Statistic>& statistics, const ArithmeticWords& words,
                          IndexRange range, std::vector<Derivation>& found);
/// Shares in cells beside their counts, against the column that the other rows take for the whole.
void derive_table_shares(const Document& document, const std::vector<Statistic>& statistics, IndexRange range,
                         std::vector<Derivation>& found);
/// Rows that a table calls its total.
void derive_table_totals(Prose& prose, const std::vector<Statistic>& statistics, const ArithmeticWords& words,
                         IndexRange range, std::vector<Derivation>& found);

} // namespace statlint
