#pragma once
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quantity/number_words.hpp"
#include "quantity/quantity.hpp"
#include "text/error.hpp"
#include "text/later.hpp"
#include "text/numbered_strings.hpp"

namespace statlint {

using WorkIndex = std::uint32_t;
using FigureIndex = std::uint32_t;
inline constexpr std::uint32_t none = 0xffffffff;

struct Author {
    std::string family; ///< or the name of an organisation
    std::string given;
    bool organisation = false;
};

/// A bibliographic item, from works.json (CSL-JSON). What CSL has no field for stands in its "custom" object:
/// "aliases", "issuers", "topics", "counts-as", "overview", "short-name", "more-authors", "other-years", "remark" (for
/// people).
struct Work {
    std::string id;
    std::string type; ///< CSL type
    std::string title;
    std::string short_name; ///< for messages, without the year: "IWF"; empty where the authors' names serve
    std::string container;  ///< journal or series
    std::string publisher;
    std::string doi, url, isbn;
    std::string volume, issue, number, page;
    int year = 0;                 ///< 0 where unknown
    std::vector<int> other_years; ///< under which it is cited too: online in 2023, in the issue of 2024
    std::vector<Author> authors;
    bool more_authors = false;        ///< authors that are not listed: "et al."
    std::vector<std::string> aliases; ///< names that mean this work alone ("ACMS", "Scale of Harm")
    std::vector<std::string> issuers; ///< names of who issued it, which may have issued others too ("AIC", "eSafety")
    std::vector<std::string> topics;  ///< words that tell it from other works of the same issuer or author
    std::vector<WorkIndex> counts_as; ///< citing it counts as citing these, and the other way round
    /// False where a citation with this year means another work.
    [[nodiscard]] bool may_be_dated(int cited) const {
        return year == 0 || cited == year || std::ranges::find(other_years, cited) != other_years.end();
    }

    bool overview = false; ///< passes on figures of all works; citing it is enough
};

/// One printed form of a figure.
struct Statement {
    std::string value; ///< as printed: "almost 1 in 5"
    Quantity quantity; ///< read from `value` by the grammar of drafts; its spans are in `value`
    WorkIndex work = none;
    std::string page;    ///< "xi"; empty where unknown
    std::string section; ///< heading under which it is printed
    bool disputed = false;
};

/// A canonical value: what was measured, of whom, where, when.
struct Figure {
    std::string id;
    std::string measure, population, place, period; ///< in the project's words, for people
    WorkIndex work = none;                          ///< the study that it comes from
    std::vector<WorkIndex> also;                    ///< further works that it comes from
    std::vector<WorkIndex> via;                     ///< works that only pass it on (secondary-citation)
    std::vector<Statement> statements;              ///< at least one
    bool disputed = false;                          ///< its statements differ, and that is known

    // What a sentence must say to be about it: names of lexicon concepts. Each entry of `needs` is a list of
    // alternatives "a | b"; a name with "@" is a work or its issuer. Of the built-in corpus the build has made a
    // FigureFinder of them, and they are empty.
    std::vector<std::vector<std::string>> needs;
    std::vector<std::string> helps;   ///< make it likelier
    std::vector<std::string> without; ///< make it another figure, or none
    std::vector<std::string> who;     ///< populations that are its own; another one is a scope-mismatch
    std::vector<std::string> where;   ///< places that are its own
    std::vector<std::string> when;    ///< periods that are its own
    std::vector<std::string> base;    ///< of a part of a population: concepts that say so ("abused-children")

    std::string direction; ///< "more" or "less" (likely, common): the other one is a direction-mismatch
    std::string superseded_by;
    std::string valid_until; ///< ISO date
    std::string note;        ///< for people
    std::string path;        ///< the file that defines it
    int line = 0;            ///< 1-based

    template <class Archive> void archive(Archive& archive) {
        archive(id, measure, population, place, period, work, also, via, statements, disputed, direction, superseded_by,
                valid_until, note, path, line);
    }
};

/// Sentences for `corpus test`.
struct FigureExamples {
    std::vector<std::string> accept; ///< must verify as the figure
    std::vector<std::string> reject; ///< must not
};

/// A page-referenced result without a number.
struct FindingStatement {
    std::string id;
    WorkIndex work = none;
    std::string page;
    std::string says; ///< in the project's words
    bool quotation = false;
    std::vector<std::vector<std::string>> needs;
    std::string path;
    int line = 0;
};

/// A file of a corpus, in memory.
struct CorpusFile {
    std::string path;
    std::string_view text;
};

class Corpus {
  public:
    std::vector<Work> works;
    std::vector<Figure> figures;
    std::vector<FindingStatement> findings;
    Later<std::vector<FigureExamples>> examples; ///< by figure
    std::string edition; ///< "NAME VERSION" of what was loaded, joined by " + "; empty where no file says it
    std::string hash;    ///< SHA-256 of all its files, whatever they are called and in which order they come

    [[nodiscard]] WorkIndex work_by_id(std::string_view id) const;     ///< or `none`
    [[nodiscard]] FigureIndex figure_by_id(std::string_view id) const; ///< or `none`
    /// True where a citation of `cited` is one of `wanted`: the same work, or one that counts as it.
    [[nodiscard]] bool counts_as(WorkIndex cited, WorkIndex wanted) const;

    NumberedStrings work_ids, figure_ids; ///< numbered as `works` and `figures` are
};

/// Reads works (`*.json`, CSL-JSON) and figures (`*.toml`). All errors are returned, not just the first, each with
/// file, line and column: unknown key, unreadable value, missing work, duplicate id, no statement, a statement that
/// contradicts another and is not marked as disputed.
[[nodiscard]] tl::expected<Corpus, std::vector<Error>> load_corpus(const std::vector<CorpusFile>& files,
                                                                   const NumberWords& words);

/// The corpus ("corpus/acms.toml") and the rules that are built into the program.
[[nodiscard]] const std::vector<CorpusFile>& embedded_corpus();
[[nodiscard]] std::string_view embedded_rules(std::string_view path); ///< "en/numbers.toml"; empty where there is none

} // namespace statlint
