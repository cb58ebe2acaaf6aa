#include "match/figure_finder.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace statlint {
namespace {

/// Words of a measure that say nothing by themselves.
bool is_filler(std::string_view word) {
    constexpr std::string_view filler[] = {"of",    "the",  "a",   "an",   "and", "or",   "in",    "on",
                                           "to",    "for",  "by",  "with", "at",  "one",  "more",  "who",
                                           "that",  "were", "was", "have", "has", "had",  "been",  "be",
                                           "their", "from", "as",  "is",   "are", "than", "least", "per"};
    return std::ranges::find(filler, word) != std::end(filler);
}

class Compiler {
  public:
    Compiler(const Corpus& corpus, Lexicon& lexicon, StemTable& stems)
        : corpus_(corpus), lexicon_(lexicon), stems_(stems) {}

    FigureNeeds compile(const Figure& figure) {
        FigureNeeds compiled;
        for (const std::vector<std::string>& group : figure.needs) {
            std::vector<Alternative> alternatives;
            for (const std::string& name : group) alternatives.push_back(alternative(name));
            compiled.needs.push_back(std::move(alternatives));
        }
        if (compiled.needs.empty()) derive(figure, compiled);
        for (const std::string& name : figure.helps) compiled.helps.push_back(alternative(name));
        compiled.without = concepts(figure.without);
        compiled.who = concepts(figure.who);
        compiled.where = concepts(figure.where);
        compiled.base = concepts(figure.base);
        compiled.when = concepts(figure.when);
        return compiled;
    }

  private:
    ConceptId concept_of(std::string_view name) {
        const ConceptId known = lexicon_.find(name);
        return known != none ? known : lexicon_.add_words(name, stems_);
    }

    std::vector<ConceptId> concepts(const std::vector<std::string>& names) {
        std::vector<ConceptId> found;
        for (const std::string& name : names)
            if (!name.starts_with('@')) found.push_back(concept_of(name));
        return found;
    }

    Alternative alternative(std::string_view name) {
        Alternative made;
        for (; !name.empty(); name.remove_prefix(1)) {
            if (name.front() == '~')
                made.worth = 0.6;
            else if (name.front() == '#')
                made.counted = true;
            else
                break;
        }
        if (name.starts_with('@'))
            made.work = corpus_.work_by_id(name.substr(1));
        else
            made.concept_id = concept_of(name);
        return made;
    }

    /// A figure of a user's corpus that says no needs: the words of its measure and population are its needs.
    void derive(const Figure& figure, FigureNeeds& compiled) {
        for (const std::string* text : {&figure.measure, &figure.population}) {
            std::string word;
            for (std::size_t i = 0; i <= text->size(); ++i) {
                const char c = i < text->size() ? (*text)[i] : ' ';
                const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                                    static_cast<unsigned char>(c) >= 0x80;
                if (letter) {
                    word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
                } else {
                    if (word.size() > 1 && !is_filler(word))
                        compiled.needs.push_back({{lexicon_.add_words(word, stems_), none, 1, false}});
                    word.clear();
                }
            }
        }
    }

    const Corpus& corpus_;
    Lexicon& lexicon_;
    StemTable& stems_;
};

} // namespace

FigureFinder::FigureFinder(const Corpus& corpus, Lexicon& lexicon, StemTable& stems) {
    Compiler compiler(corpus, lexicon, stems);
    // A draft's year is told from a figure's only if both are known.
    for (int year = 1990; year < 2040; ++year) (void)lexicon.add_words(std::to_string(year), stems);
    figures_.reserve(corpus.figures.size());
    std::map<std::vector<Alternative>, std::uint32_t> numbers;
    std::vector<std::vector<FigureIndex>> by_need;
    for (const Figure& figure : corpus.figures) {
        figures_.push_back(compiler.compile(figure));
        for (const auto& group : figures_.back().needs) {
            const std::uint32_t need = numbers.emplace(group, numbers.size()).first->second;
            figures_.back().shared.push_back(need);
            if (by_need.size() <= need) by_need.emplace_back();
            by_need[need].push_back(static_cast<FigureIndex>(figures_.size() - 1));
        }
    }
    by_need_ = PlainRows(by_need);
    // A concept that many figures need is a poor way in: each figure is filed under its rarest need.
    std::vector<std::uint32_t> wanted(lexicon.size(), 0);
    for (const FigureNeeds& needs : figures_)
        for (const auto& group : needs.needs)
            for (const Alternative& one : group)
                if (one.concept_id != none) ++wanted[one.concept_id];
    std::vector<std::vector<Entry>> by_concept(lexicon.size()), by_work(corpus.works.size());
    const auto cost_of = [&](const std::vector<Alternative>& group) {
        std::uint64_t cost = 0;
        for (const Alternative& one : group) cost += one.concept_id != none ? wanted[one.concept_id] : 20;
        return cost;
    };
    for (std::uint32_t i = 0; i < figures_.size(); ++i) {
        const auto& needs = figures_[i].needs;
        const auto rarest = std::ranges::min_element(needs, {}, cost_of);
        if (rarest == needs.end()) continue;
        // Figures that share their rarest need are told apart by the next ones.
        Entry entry{i, {none, none}};
        std::array<std::uint64_t, 2> fewest{~std::uint64_t{0}, ~std::uint64_t{0}};
        for (auto group = needs.begin(); group != needs.end(); ++group) {
            if (group == rarest || group->size() != 1 || group->front().concept_id == none) continue;
            const std::uint64_t cost = cost_of(*group);
            if (cost >= fewest[1]) continue;
            const std::size_t at = cost < fewest[0] ? 0 : 1;
            if (at == 0) {
                fewest[1] = fewest[0];
                entry.also[1] = entry.also[0];
            }
            fewest[at] = cost;
            entry.also[at] = group->front().concept_id;
        }
        for (const Alternative& one : *rarest) {
            if (one.concept_id != none) {
                by_concept[one.concept_id].push_back(entry);
                std::ranges::replace(by_concept[one.concept_id].back().also, none, one.concept_id);
            } else if (one.work != none) {
                by_work[one.work].push_back(entry);
            }
        }
    }
    by_concept_ = PlainRows(by_concept);
    by_work_ = PlainRows(by_work);
    file_values(corpus);
}

void FigureFinder::file_values(const Corpus& corpus) {
    std::vector<std::vector<Value>> values(corpus.works.size() + 1);
    for (FigureIndex index = 0; index < corpus.figures.size(); ++index) {
        const Figure& figure = corpus.figures[index];
        const auto file = [&](WorkIndex work) {
            if (work == none) return;
            for (const Statement& statement : figure.statements)
                values[work].push_back({statement.quantity.low, index});
        };
        file(figure.work);
        for (const WorkIndex work : figure.also) file(work);
        for (const Statement& statement : figure.statements) {
            values.back().push_back({statement.quantity.low, index});
            if (statement.quantity.is_pair()) values.back().push_back({statement.quantity.high, index});
        }
    }
    for (std::vector<Value>& row : values) std::ranges::sort(row);
    values_ = PlainRows(values);
}

void FigureFinder::by_value(WorkIndex work, double value, std::vector<FigureIndex>& out, double share) const {
    const std::span<const Value> values = values_[work != none ? work : values_.size() - 1];
    const double reach = std::abs(value) * share;
    auto at = std::ranges::lower_bound(values, value - reach, {}, &Value::value);
    for (; at != values.end() && at->value <= value + reach; ++at) out.push_back(at->figure);
}

std::span<const FigureFinder::Entry> FigureFinder::by_work(WorkIndex work) const {
    return work < by_work_.size() ? by_work_[work] : std::span<const Entry>();
}

} // namespace statlint
