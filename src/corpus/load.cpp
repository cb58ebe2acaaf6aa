#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "corpus/closest_name.hpp"
#include "corpus/contradiction.hpp"
#include "corpus/corpus.hpp"
#include "corpus/figures_reader.hpp"
#include "corpus/works_reader.hpp"
#include "text/sha256.hpp"

namespace statlint {

namespace {

/// A hint looks at all ids, and a comparison at all statements before: a broken corpus must not make that quadratic.
constexpr std::size_t most_hints = 50;
constexpr std::size_t most_compared = 50;

/// Puts what the files hold together: numbers works and figures, and finds what is named by its id.
class Linker {
  public:
    Linker(std::vector<ReadWork> works, ReadFigures read)
        : works_(std::move(works)), figures_(std::move(read.figures)), findings_(std::move(read.findings)) {}

    Corpus link(std::vector<Error>& errors) {
        errors_ = &errors;
        number(works_, corpus_.work_ids, [](ReadWork& read) -> std::string& { return read.work.id; });
        number(figures_, corpus_.figure_ids, [](ReadFigure& read) -> std::string& { return read.figure.id; });
        NumberedStrings finding_ids;
        number(findings_, finding_ids, [](ReadFinding& read) -> std::string& { return read.finding.id; });
        link_works();
        std::vector<FigureExamples> examples;
        examples.reserve(figures_.size());
        for (ReadFigure& read : figures_) {
            link_figure(read);
            examples.push_back(std::move(read.examples));
        }
        corpus_.examples = Later(std::move(examples));
        for (ReadFinding& read : findings_) {
            read.finding.work = work(read.work);
            corpus_.findings.push_back(std::move(read.finding));
        }
        return std::move(corpus_);
    }

  private:
    /// The second of two items with one id is an error, and is left out.
    template <class Item, class IdOf> void number(std::vector<Item>& items, NumberedStrings& ids, IdOf id_of) {
        std::vector<Item> kept;
        kept.reserve(items.size());
        for (Item& item : items) {
            const std::string& id = id_of(item);
            const std::uint32_t number = ids.add(id);
            if (number == kept.size()) {
                kept.push_back(std::move(item));
            } else {
                const Place& first = kept[number].place;
                fail(item.place, fmt::format("duplicate id \"{}\": the first is at {}", id, first.to_string()));
            }
        }
        items.swap(kept);
    }

    void fail(const Place& place, std::string message) { errors_->push_back(place.error(std::move(message))); }

    std::string hint(std::string_view id, const NumberedStrings& ids) {
        if (++hints_ > most_hints) return {};
        std::vector<std::string_view> names;
        names.reserve(ids.size());
        for (std::uint32_t number = 0; number < ids.size(); ++number) names.push_back(ids[number]);
        return did_you_mean(id, names);
    }

    WorkIndex work(const std::optional<PlacedId>& wanted) { return wanted ? work(*wanted) : none; }

    WorkIndex work(const PlacedId& wanted) {
        const WorkIndex found = corpus_.work_by_id(wanted.id);
        if (found == none) {
            fail(wanted.place, fmt::format("unknown work \"{}\"{}", wanted.id, hint(wanted.id, corpus_.work_ids)));
        }
        return found;
    }

    std::vector<WorkIndex> works(const std::vector<PlacedId>& wanted) {
        std::vector<WorkIndex> found;
        for (const PlacedId& one : wanted) {
            if (const WorkIndex index = work(one); index != none) found.push_back(index);
        }
        return found;
    }

    void link_works() {
        corpus_.works.reserve(works_.size());
        for (ReadWork& read : works_) corpus_.works.push_back(std::move(read.work));
        for (WorkIndex index = 0; index < works_.size(); ++index) {
            for (const WorkIndex other : works(works_[index].counts_as)) {
                add_once(corpus_.works[index].counts_as, other);
                add_once(corpus_.works[other].counts_as, index);
            }
        }
    }

    static void add_once(std::vector<WorkIndex>& list, WorkIndex work) {
        if (std::ranges::count(list, work) == 0) list.push_back(work);
    }

    void link_figure(ReadFigure& read) {
        Figure& figure = read.figure;
        figure.work = work(read.work);
        figure.also = works(read.also);
        figure.via = works(read.via);
        for (ReadStatement& statement : read.statements) {
            statement.statement.work = work(statement.work);
            figure.disputed |= statement.statement.disputed;
        }
        check_agreement(read.statements);
        for (ReadStatement& statement : read.statements) figure.statements.push_back(std::move(statement.statement));
        if (read.superseded_by) supersede(figure, *read.superseded_by);
        corpus_.figures.push_back(std::move(figure));
    }

    void supersede(Figure& figure, const PlacedId& by) {
        figure.superseded_by = by.id;
        if (by.id == figure.id) {
            fail(by.place, "a figure can't be superseded by itself");
        } else if (corpus_.figure_by_id(by.id) == none) {
            fail(by.place, fmt::format("unknown figure \"{}\"{}", by.id, hint(by.id, corpus_.figure_ids)));
        }
    }

    /// Each statement is compared with those before it; the first quarrel is enough.
    void check_agreement(const std::vector<ReadStatement>& statements) {
        for (std::size_t i = 1; i < statements.size(); ++i) {
            const Statement& later = statements[i].statement;
            const auto quarrels = [&](const ReadStatement& read) {
                const Statement& earlier = read.statement;
                if (earlier.value.empty() || later.value.empty() || earlier.disputed || later.disputed) return false;
                return contradict(earlier.quantity, later.quantity);
            };
            const auto end = statements.begin() + static_cast<std::ptrdiff_t>(std::min(i, most_compared));
            const auto found = std::find_if(statements.begin(), end, quarrels);
            if (found == end) continue;
            fail(statements[i].value,
                 fmt::format("\"{}\" contradicts \"{}\" at {}: mend one, or mark this one with disputed = true",
                             later.value, found->statement.value, found->value.to_string()));
        }
    }

    std::vector<ReadWork> works_;
    std::vector<ReadFigure> figures_;
    std::vector<ReadFinding> findings_;
    Corpus corpus_;
    std::size_t hints_ = 0;
    std::vector<Error>* errors_ = nullptr;
};

std::string hash_of(const std::vector<CorpusFile>& files) {
    std::vector<std::string> hashes;
    for (const CorpusFile& file : files) hashes.push_back(hex(sha256(file.text)));
    std::ranges::sort(hashes);
    return hex(sha256(fmt::format("{}", fmt::join(hashes, "\n"))));
}

} // namespace

tl::expected<Corpus, std::vector<Error>> load_corpus(const std::vector<CorpusFile>& files, const NumberWords& words) {
    std::vector<Error> errors;
    std::vector<ReadWork> works;
    ReadFigures figures;
    for (const CorpusFile& file : files) {
        if (file.path.ends_with(".json")) {
            read_works(file, works, errors);
        } else if (file.path.ends_with(".toml")) {
            read_figures(file, words, figures, errors);
        } else {
            errors.push_back({"not a corpus file: works are in .json files, figures in .toml files", file.path, 0, 0});
        }
    }
    const std::string edition = fmt::format("{}", fmt::join(figures.editions, " + "));
    Corpus corpus = Linker(std::move(works), std::move(figures)).link(errors);
    corpus.edition = edition;
    corpus.hash = hash_of(files);
    if (errors.empty()) return corpus;
    // Readers and linker each pass over all files: put the errors back into the order of the files.
    const auto file_of = [&](const Error& error) {
        return std::ranges::find(files, error.path, &CorpusFile::path) - files.begin();
    };
    std::ranges::stable_sort(errors, [&](const Error& a, const Error& b) {
        return std::tuple(file_of(a), a.line, a.column) < std::tuple(file_of(b), b.line, b.column);
    });
    return tl::unexpected(std::move(errors));
}

} // namespace statlint
