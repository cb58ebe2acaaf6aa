#pragma once
#include <string_view>
#include <vector>

#include "document/document_change.hpp"
#include "lexicon/prose.hpp"
#include "match/match.hpp"
#include "rules/analysis.hpp"
#include "rules/knowledge.hpp"
#include "rules/moves.hpp"

namespace statlint {

/// Reads words and sentences. Holds caches that pay off over many drafts.
struct Readers {
    explicit Readers(const Knowledge& knowledge) : words(knowledge.stems), sentences(knowledge.abbreviations) {}
    WordReader words;
    SentenceSplitter sentences;
};

/// The whole way from a document to its findings; and, when the document changes, again for what the change concerns.
/// Keeps references: what it is made with must outlive it.
class Pipeline {
  public:
    /// With `candidates` the statistics keep their candidates.
    Pipeline(Document document, const Knowledge& knowledge, const Policy& policy, Readers& readers,
             bool candidates = false);
    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;

    /// The document is now another one, which came out of the one before by `change`. False where the change concerns
    /// all of the draft (its references, say): then a new Pipeline must be made of take_document().
    [[nodiscard]] bool follow(Document now, const DocumentChange& change);

    [[nodiscard]] const Analysis& analysis() const { return analysis_; }
    [[nodiscard]] Analysis take() { return std::move(analysis_); }
    [[nodiscard]] Document take_document() { return std::move(analysis_.document); }

  private:
    /// What of a block decides how far its neighbours look.
    struct Shape {
        BlockKind kind;
        std::uint8_t level;
        bool no_list, no_table, same_list, same_table, same_heading; ///< as the block before
        bool operator==(const Shape&) const = default;
    };
    /// What must be known of blocks before they give way.
    struct Old {
        IndexRange citations, pointers, statistics, stated_findings;
        std::vector<Shape> shape;
        std::uint8_t heading = 0;
        bool names_source = false;
        bool numbers_in_brackets = false;
    };
    /// What follows from the citations of the changed blocks.
    enum class Cited : std::uint8_t { as_before, otherwise, in_other_style, all_over };

    void run();
    [[nodiscard]] BlockQuantities read_quantities(IndexRange blocks) const;
    [[nodiscard]] MatchOptions match_options() const;

    [[nodiscard]] Old look_back(IndexRange blocks) const;
    [[nodiscard]] std::uint8_t highest_heading(IndexRange blocks) const;
    [[nodiscard]] std::vector<Shape> shape_of(IndexRange blocks) const;
    [[nodiscard]] bool names_source(IndexRange blocks) const;
    [[nodiscard]] std::string_view text_of(IndexRange blocks) const;
    [[nodiscard]] bool concerns_references(IndexRange blocks);
    [[nodiscard]] bool any_quantities() const;
    [[nodiscard]] bool take_over(Document now, const DocumentChange& change, bool numbers_in_brackets);
    void pass(CarriedWorks& carried, IndexRange blocks) const;
    void move_all(const DocumentChange& change, const Old& old);
    [[nodiscard]] Cited cite_again(const DocumentChange& change, const Old& old, CarriedWorks& carried,
                                   CarriedWorks& carried_before);
    [[nodiscard]] bool names_other_works(const std::vector<Citation>& before, const std::vector<Citation>& now,
                                         IndexRange there) const;
    [[nodiscard]] std::uint32_t end_of_carrying(std::uint32_t from, std::size_t statistic, bool& faded) const;
    [[nodiscard]] IndexRange match_again(IndexRange blocks, const Old& old);
    void drop_findings(IndexRange blocks);
    void find_again(IndexRange blocks);

    const Knowledge& knowledge_;
    const Policy& policy_;
    bool candidates_;
    Analysis analysis_;
    Prose prose_;
    std::vector<std::uint32_t> counts_; ///< of quantities, by block
    References references_;
    std::vector<EntryPointer> pointers_;
    std::vector<std::uint32_t> document_wide_;
};

} // namespace statlint
