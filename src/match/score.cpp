#include "match/score.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace statlint {
namespace {

// Shares of the score. Words come first: without them no value makes a match.
constexpr double share_of_needs = 0.70;
constexpr double share_of_value = 0.18;
constexpr double share_of_work = 0.12;
constexpr double least_credit = 0.27;     ///< a need that is met less than this is not met
constexpr double anchoring = 0.86;        ///< a work cited in the same paragraph, list or table
constexpr double same_sentence = 0.95;    ///< or in the same sentence
constexpr double rescued_credit = 0.45;   ///< what a need counts for that only a telling value stands in for
constexpr double alien_noun = 0.62;       ///< factor: what the number counts has nothing to do with the figure
constexpr double loose_words = 0.65;      ///< with its needs met less than this, a wrong value tells against a figure
constexpr double loose_and_wrong = 0.14;  ///< by so much
constexpr double anybodys_count = 0.14;   ///< taken off a wrong count without its work: every survey counts its sample
constexpr double far_off = 12;            ///< a count or sum that is wrong by more is another thing
constexpr double out_of_sight = 200;      ///< and by more than this no neighbour's either
constexpr double help_worth = 0.02;       ///< each helpful concept near by, up to three
constexpr double rival_here = 0.35;       ///< factor: the clause says what makes it another figure
constexpr double rival_near = 0.93;       ///< factor: another number's clause says so
constexpr double other_population = 0.10; ///< taken off for a scope that does not fit
constexpr double own_sentence = 0.18;     ///< taken off where the writer speaks of their own
constexpr double in_place = 0.75;         ///< least credit of the needs of a figure that changed places
constexpr double carried_place = 0.6;     ///< weight from which a place holds for the sentences behind it
constexpr double people_before = 0.5;     ///< weight from which people named before are those meant by "the"
constexpr double in_full = 0.85;          ///< needs met so well leave no doubt, whatever is cited
constexpr int digits_of_slip = 6;         ///< significant digits of a number in which a slip shows
constexpr double uncounted = 0.35;        ///< factor: the number counts some other noun

/// Which unmet need a right value may stand in for.
enum class Rescue : std::uint8_t {
    nothing,
    one_of_several, ///< one, where words say another
    any_one,
    all,
};

/// What came of a figure's needs.
struct NeedsMet {
    double sum = 0;
    double least = 1;
    int unmet = 0;
    const std::vector<Alternative>* missing = nullptr; ///< one that is not met
    bool here = true;                                  ///< all words of it stand in the number's own sentence
    bool said = false;                                 ///< one is met by words, not by the name of a work
    bool own_words = false; ///< one is met, maybe among others, by words of its sentence or row
    bool said_here = false; ///< and these stand in the number's own sentence
    bool carried = false;   ///< one is met by what a figure near by has met

    [[nodiscard]] bool enough(Rescue rescue) const {
        if (unmet == 0 || rescue == Rescue::all) return true;
        return unmet == 1 && (rescue == Rescue::any_one || (rescue == Rescue::one_of_several && said));
    }
};

double weight_of(std::span<const CarriedNeed> carried, std::uint32_t need) {
    const auto found = std::ranges::find(carried, need, &CarriedNeed::need);
    return found != carried.end() ? found->weight : 0;
}

class Scorer {
  public:
    Scorer(const ClaimFacts& facts, const Corpus& corpus, const FigureNeeds& needs, const Lexicon& lexicon)
        : facts_(facts), corpus_(corpus), needs_(needs), lexicon_(lexicon) {}

    /// How far an alternative is met, 0-1.
    [[nodiscard]] double credit(const Alternative& one) const {
        if (one.work != none) return facts_.works[one.work] * one.worth;
        const Told* told = facts_.context->find(one.concept_id);
        if (told == nullptr) return 0;
        const bool other_noun =
            one.counted && facts_.quantity->kind == QuantityKind::cardinal && !counts(one.concept_id);
        return told->weight * one.worth * (other_noun ? uncounted : 1);
    }

    /// "LGBTQ+ young people … . A third of [the teens]": the sentences before said which.
    [[nodiscard]] bool people_told() const {
        return std::ranges::any_of(needs_.who, [&](ConceptId id) {
            const Told* told = facts_.context->find(id);
            return told != nullptr && !told->same_sentence && told->weight >= people_before;
        });
    }

    /// Where a credit came from, for `explain`.
    [[nodiscard]] Evidence evidence(const Alternative& one, double weight) const {
        if (one.work != none) return {"@" + corpus_.works[one.work].id, "citation", weight, {}};
        const Told& told = *facts_.context->find(one.concept_id);
        return {lexicon_[one.concept_id].id, std::string(told.layer), weight, told.span};
    }

    /// A cardinal counts the noun behind it; where no noun stands there ("8,503 were asked", "Images: 20,254") any may
    /// do.
    [[nodiscard]] bool counts(ConceptId id) const {
        const BasePhrase& noun = facts_.counted;
        if (noun.empty()) return true;
        return std::ranges::any_of(sentence_hits(), [&](const Hit& hit) {
            const bool said = hit.concept_id == id || lexicon_[hit.concept_id].kind == ConceptKind::pointer;
            return said && hit.first < noun.last && hit.last > noun.first;
        });
    }

    /// "96% of [calls]": a noun that neither the figure nor any population knows.
    [[nodiscard]] bool counts_something_else() const {
        const BasePhrase& noun = facts_.counted;
        if (noun.empty() || noun.head_last <= noun.first) return false;
        if (!is_share(facts_.quantity->kind) && facts_.quantity->kind != QuantityKind::cardinal) return false;
        return std::ranges::none_of(sentence_hits(), [&](const Hit& hit) {
            if (hit.first >= noun.last || hit.last <= noun.first) return false;
            const ConceptKind kind = lexicon_[hit.concept_id].kind;
            if (kind == ConceptKind::who || kind == ConceptKind::pointer || kind == ConceptKind::where) return true;
            // "500,000 [children, trafficked]": the noun begins what the sentence is about.
            if (kind == ConceptKind::topic && hit.first >= noun.first && hit.last > noun.last) return true;
            const auto is = [&](const Alternative& one) { return one.concept_id == hit.concept_id; };
            return std::ranges::any_of(needs_.needs,
                                       [&](const auto& group) { return std::ranges::any_of(group, is); }) ||
                   std::ranges::any_of(needs_.helps, is);
        });
    }

    /// Factor for concepts that make it another figure.
    [[nodiscard]] double rivals(std::string& why) const {
        double factor = 1;
        for (const ConceptId id : needs_.without) {
            const Told* told = facts_.context->find(id);
            if (told == nullptr || !told->same_sentence) continue;
            // "1 in 100 Filipino children …, by adults they knew": the base phrase has said of whom.
            const bool here =
                (told->owned || facts_.one_claim) && !(lexicon_[id].kind == ConceptKind::who && base_fits());
            const double one = here ? rival_here : rival_near;
            if (one < factor && here) why = fmt::format("the sentence says \"{}\"", lexicon_[id].id);
            factor = std::min(factor, one);
        }
        return factor;
    }

    /// How far each need is met, by words or by what was carried on; with `evidence` also by what.
    [[nodiscard]] NeedsMet meet_needs(std::vector<Evidence>* evidence_of) const {
        const NeedsMet met = meet_needs(facts_.carried, evidence_of);
        if (!met.carried || met.said_here) return met;
        // What was carried on only says what the sentence's own words are about.
        if (evidence_of != nullptr) evidence_of->clear();
        return meet_needs({}, evidence_of);
    }

    /// A need in words, for `explain`.
    [[nodiscard]] std::string wording(const std::vector<Alternative>& group) const {
        std::string text;
        for (const Alternative& one : group)
            text += fmt::format("{}{}", text.empty() ? "" : " or ",
                                one.work != none ? "@" + corpus_.works[one.work].id : lexicon_[one.concept_id].id);
        return text;
    }

  private:
    [[nodiscard]] NeedsMet meet_needs(std::span<const CarriedNeed> carried_on,
                                      std::vector<Evidence>* evidence_of) const {
        NeedsMet met;
        for (std::size_t i = 0; i < needs_.needs.size(); ++i) {
            const auto& group = needs_.needs[i];
            double best = 0;
            const Alternative* by = nullptr;
            for (const Alternative& one : group) {
                const double credit = this->credit(one);
                if (credit <= best) continue;
                best = credit;
                by = &one;
            }
            if (const double carried = weight_of(carried_on, needs_.shared[i]);
                carried > best && carried >= least_credit) {
                best = carried;
                met.carried = true;
                met.here = false;
                if (evidence_of != nullptr) evidence_of->push_back({wording(group), "figure before", best, {}});
            } else if (by == nullptr || best < least_credit) {
                ++met.unmet;
                met.missing = &group;
                best = rescued_credit;
                if (evidence_of != nullptr) evidence_of->push_back({"", "value", best, {}});
            } else {
                // Where a work meets it better, words may still say it, too.
                const auto says = [&](const Alternative& one) {
                    return one.work == none && credit(one) >= least_credit;
                };
                met.said = met.said || std::ranges::any_of(group, says);
                const auto says_here = [&](const Alternative& one) {
                    if (!says(one)) return false;
                    const Told& told = *facts_.context->find(one.concept_id);
                    return told.same_sentence || told.layer == "row";
                };
                met.own_words = met.own_words || std::ranges::any_of(group, says_here);
                met.said_here =
                    met.said_here || (by->work == none && facts_.context->find(by->concept_id)->same_sentence);
                met.here = met.here && (by->work != none || stands_here(*facts_.context->find(by->concept_id)));
                if (evidence_of != nullptr) evidence_of->push_back(evidence(*by, best));
            }
            met.sum += best;
            met.least = std::min(met.least, best);
        }
        return met;
    }

    /// In a table the cells of its row and the head of its column are as near as a sentence.
    [[nodiscard]] static bool stands_here(const Told& told) {
        return told.same_sentence || told.layer == "row" || told.layer == "column";
    }

    [[nodiscard]] std::span<const Hit> sentence_hits() const {
        return facts_.prose->hits_of(facts_.prose->sentences[facts_.claim->sentence]);
    }

    [[nodiscard]] bool base_fits() const {
        return std::ranges::any_of(facts_.scope.who, [&](const Hit& hit) {
            return std::ranges::find(needs_.who, hit.concept_id) != needs_.who.end();
        });
    }

    const ClaimFacts& facts_;
    const Corpus& corpus_;
    const FigureNeeds& needs_;
    const Lexicon& lexicon_;
};

double value_support(const Comparison& comparison) {
    if (agrees(comparison.agreement)) return 1;
    switch (comparison.agreement) {
    case Agreement::hedge_wrong:
        return 0.95;
    case Agreement::unit_wrong:
    case Agreement::direction_wrong:
        return 0.9;
    default:
        return comparison.slip ? 0.45 : 0;
    }
}

/// Significant digits of a whole number or, for shares, of its percentage.
int digits_of(double value, double step) {
    int count = 0;
    double rest = std::round(std::abs(value) / step);
    while (rest >= 1 && std::fmod(rest, 10.0) < 1e-9) rest /= 10;
    for (; rest >= 1; rest /= 10) ++count;
    return count;
}

/// How near the figure's own work is cited, or one that prints it; the overview prints all and says little. A work
/// whose other figures stand in the same sentence is as near.
double own_work_near(const ClaimFacts& facts, const Corpus& corpus, const Figure& figure) {
    double near = std::ranges::find(facts.told_of, figure.work) != facts.told_of.end() ? anchoring : 0;
    const auto look = [&](WorkIndex work) {
        if (work != none && !corpus.works[work].overview) near = std::max(near, facts.works[work]);
    };
    look(figure.work);
    for (const WorkIndex work : figure.also) look(work);
    return near;
}

/// The claim's surroundings name other works of the corpus, but neither the figure's own nor the overview.
bool names_another(const ClaimFacts& facts, const Corpus& corpus, const Figure& figure) {
    if (facts.cites_overview) return false;
    bool another = false;
    for (const WorkIndex work : facts.named) {
        if (facts.works[work] < works_named) continue;
        const auto own = [&](WorkIndex one) { return one != none && (one == work || corpus.counts_as(work, one)); };
        if (own(figure.work) || std::ranges::any_of(figure.also, own) || std::ranges::any_of(figure.via, own))
            return false;
        another = true;
    }
    return another;
}

/// Whole numbers of the same length that differ in one digit.
bool one_digit_off(const Quantity& draft, const Figure& figure) {
    if (digits_of(draft.low, 1) < digits_of_slip) return false;
    return std::ranges::any_of(figure.statements, [&](const Statement& statement) {
        const Quantity& printed = statement.quantity;
        if (draft.is_pair() || printed.is_pair() || draft.kind != printed.kind) return false;
        const std::string a = fmt::format("{:.0f}", draft.low);
        const std::string b = fmt::format("{:.0f}", printed.low);
        if (a.size() != b.size()) return false;
        std::size_t other = 0;
        for (std::size_t i = 0; i < a.size(); ++i) other += a[i] != b[i] ? 1 : 0;
        return other == 1;
    });
}

/// "Almost", "more than" and the like: a hedge that says on which side of the number.
bool is_bounded(const Quantity& draft) {
    return draft.hedge != Hedge::none && draft.hedge != Hedge::approximately;
}

/// What a value may stand in for: one that nobody hits by chance (four digits) for any need; a right one whose own work
/// is cited beside it for a need that the lexicon has no words for.
Rescue rescuable(const ClaimFacts& facts, const Corpus& corpus, const Figure& figure, Agreement agreement) {
    const Quantity& draft = *facts.quantity;
    if (agreement == Agreement::exact && tells_by_itself(draft))
        return own_work_near(facts, corpus, figure) >= anchoring ? Rescue::all : Rescue::any_one;
    // "3,118,793" for 3,188,793, beside its work: a digit of the very number is wrong.
    if (agreement == Agreement::value_wrong && tells_by_itself(draft) && one_digit_off(draft, figure))
        return own_work_near(facts, corpus, figure) >= anchoring ? Rescue::any_one : Rescue::nothing;
    if (agreement != Agreement::exact && agreement != Agreement::rounded) return Rescue::nothing;
    const double near = own_work_near(facts, corpus, figure);
    if (near < anchoring) {
        // "More than one in three girls": with the very hedge of a study that the draft names somewhere.
        return agreement == Agreement::exact && (facts.cites_overview || (is_bounded(draft) && near > 0))
                   ? Rescue::one_of_several
                   : Rescue::nothing;
    }
    const QuantityKind kind = draft.is_pair() ? draft.of : draft.kind;
    const bool percent = kind == QuantityKind::percent && draft.step > 0;
    if (percent && draft.step < 0.009 && agreement == Agreement::exact && near >= same_sentence) return Rescue::all;
    const bool fine = percent && (draft.step < 0.009 || digits_of(draft.low, draft.step) >= 3);
    return fine || draft.is_pair() ? Rescue::any_one : Rescue::one_of_several;
}

bool is_far_off(const Quantity& draft, const Figure& figure, const Comparison& comparison, double by) {
    const bool counted = draft.kind == QuantityKind::cardinal || draft.kind == QuantityKind::money || draft.is_pair();
    if (!counted || comparison.agreement != Agreement::value_wrong || comparison.slip) return false;
    return std::ranges::all_of(figure.statements, [&](const Statement& statement) {
        const double low = statement.quantity.low;
        const double high = std::max(statement.quantity.high, low);
        return draft.low > high * by || draft.high * by < low;
    });
}

/// "27,217 in 2018, 606 in 2020": two figures of a work that changed places.
std::vector<FigureIndex> neighbours_with_value(const Quantity& draft, const Figure& figure,
                                               const FigureFinder& figures) {
    std::vector<FigureIndex> near;
    if (figure.work != none) figures.by_value(figure.work, draft.low, near, 0);
    return near;
}

/// "A sixth have the feelings. … Put together, one man in five": the value of another figure of the work, of which the
/// sentence's own words hold no less; the rest was carried on.
bool is_as_well_a_neighbour(const ClaimFacts& facts, const Figure& figure, const FigureNeeds& needs,
                            const FigureFinder& figures) {
    const std::vector<FigureIndex> near = neighbours_with_value(*facts.quantity, figure, figures);
    return std::ranges::any_of(near, [&](FigureIndex other) {
        const std::vector<std::uint32_t>& theirs = figures.needs(other).shared;
        return std::ranges::all_of(needs.shared, [&](std::uint32_t need) {
            return weight_of(facts.carried, need) > 0 || std::ranges::find(theirs, need) != theirs.end();
        });
    });
}

/// "Less likely" where the figure says "more"; a fall told as a rise.
bool is_turned(const ClaimFacts& facts, const Figure& figure, const Lexicon& lexicon) {
    const auto told = [&](std::string_view id) {
        const Told* found = facts.context->find(lexicon.find(id));
        return found != nullptr && found->same_sentence && (found->owned || facts.one_claim) ? found : nullptr;
    };
    if (!figure.direction.empty()) {
        const std::string_view other = figure.direction == "more" ? "less" : "more";
        return told(other) != nullptr && told(figure.direction) == nullptr;
    }
    const Quantity& printed = figure.statements.front().quantity;
    if (printed.kind != QuantityKind::change || facts.quantity->kind != QuantityKind::change) return false;
    const bool falls = printed.low > printed.high;
    return told(falls ? "rise" : "fall") != nullptr && told(falls ? "fall" : "rise") == nullptr;
}

/// "Incomes below $150,000" where the figure has "more likely above": the other side of its bound.
bool is_bound_turned(const Quantity& draft, const Figure& figure, const Comparison& comparison) {
    const auto above = [](Hedge hedge) { return hedge == Hedge::over || hedge == Hedge::at_least; };
    const auto below = [](Hedge hedge) { return hedge == Hedge::under || hedge == Hedge::up_to; };
    if (comparison.agreement != Agreement::hedge_wrong) return false;
    const Hedge printed = figure.statements.front().quantity.hedge;
    return (above(printed) && below(draft.hedge)) || (below(printed) && above(draft.hedge));
}

/// The sentence names other places only; where it names none, what was said before it holds: "In the Netherlands … .
/// One in three girls …".
bool told_elsewhere(const ClaimFacts& facts, const FigureNeeds& needs, const Lexicon& lexicon) {
    const auto ours = [&](ConceptId id) { return std::ranges::find(needs.where, id) != needs.where.end(); };
    if (!facts.scope.anywhere.empty()) return std::ranges::none_of(facts.scope.anywhere, ours);
    const Told* other = facts.context->find(lexicon.find("elsewhere"));
    if (other == nullptr || other->same_sentence || other->weight < carried_place) return false;
    return std::ranges::none_of(needs.where, [&](ConceptId id) {
        const Told* told = facts.context->find(id);
        return told != nullptr && told->weight >= other->weight;
    });
}

int newest_year(const Corpus& corpus, const Figure& figure) {
    int year = figure.work != none ? corpus.works[figure.work].year : 0;
    for (const Statement& statement : figure.statements)
        if (statement.work != none) year = std::max(year, corpus.works[statement.work].year);
    return year == 0 ? 9999 : year;
}

double work_support(const ClaimFacts& facts, const Corpus& corpus, const Figure& figure, bool& named) {
    double best = facts.cites_overview ? 0.8 : 0;
    const auto look = [&](WorkIndex work) {
        if (work == none) return;
        best = std::max(best, facts.works[work]);
        for (const WorkIndex other : corpus.works[work].counts_as) best = std::max(best, facts.works[other]);
    };
    look(figure.work);
    for (const WorkIndex work : figure.also) look(work);
    for (const WorkIndex work : figure.via) look(work);
    named = best >= works_named;
    return best;
}

} // namespace

bool tells_by_itself(const Quantity& draft) {
    const QuantityKind kind = draft.is_pair() ? draft.of : draft.kind;
    if (kind != QuantityKind::cardinal && kind != QuantityKind::money) return false;
    return draft.is_pair() ? digits_of(draft.low, 1) + digits_of(draft.high, 1) >= 3 : digits_of(draft.low, 1) >= 4;
}

bool may_rescue(const ClaimFacts& facts, const std::vector<WorkIndex>& named) {
    const double enough = is_bounded(*facts.quantity) ? 0.01 : anchoring;
    return facts.cites_overview || !facts.carried.empty() || !facts.told_of.empty() ||
           std::ranges::any_of(named, [&](WorkIndex work) { return facts.works[work] >= enough; });
}

bool may_be_about(const ClaimFacts& facts, const Corpus& corpus, const FigureFinder& figures, FigureIndex index,
                  const Lexicon& lexicon) {
    const FigureNeeds& needs = figures.needs(index);
    if (needs.needs.empty()) return false;
    // Nothing rescues more than a value that is exactly right.
    const NeedsMet met = Scorer(facts, corpus, needs, lexicon).meet_needs(nullptr);
    return met.unmet == 0 || met.enough(rescuable(facts, corpus, corpus.figures[index], Agreement::exact));
}

std::optional<Candidate> score_figure(const ClaimFacts& facts, const Corpus& corpus, const FigureFinder& figures,
                                      FigureIndex index, const Lexicon& lexicon, bool explain) {
    const Figure& figure = corpus.figures[index];
    const FigureNeeds& needs = figures.needs(index);
    if (facts.scope.own || needs.needs.empty()) return std::nullopt;
    Candidate candidate;
    candidate.figure = index;
    candidate.comparison = compare(*facts.quantity, figure);
    if (candidate.comparison.agreement == Agreement::incomparable) return std::nullopt;
    const bool far = is_far_off(*facts.quantity, figure, candidate.comparison, far_off);
    if (far && is_far_off(*facts.quantity, figure, candidate.comparison, out_of_sight)) return std::nullopt;
    if (far && neighbours_with_value(*facts.quantity, figure, figures).empty()) return std::nullopt;

    const Scorer scorer(facts, corpus, needs, lexicon);
    const NeedsMet needs_met = scorer.meet_needs(explain ? &candidate.evidence : nullptr);
    if (!needs_met.enough(rescuable(facts, corpus, figure, candidate.comparison.agreement))) {
        if (!explain || !needs_met.said) return std::nullopt;
        candidate.lost = fmt::format("nothing in reach says {}", scorer.wording(*needs_met.missing));
        candidate.met =
            needs_met.sum / static_cast<double>(needs.needs.size() + static_cast<std::size_t>(needs_met.unmet));
        return candidate;
    }
    const bool value_wrong = candidate.comparison.agreement == Agreement::value_wrong;
    if (needs_met.carried && value_wrong && is_as_well_a_neighbour(facts, figure, needs, figures)) return std::nullopt;
    const double least = needs_met.least;
    candidate.rescued = needs_met.unmet > 0;
    candidate.here = needs_met.own_words;
    // The report that is cited gives many counts: a wrong one has the figure's own words beside it, or is a slip of it.
    const bool loose = value_wrong && !candidate.comparison.slip && !needs_met.here;
    const bool neighbours = loose && !neighbours_with_value(*facts.quantity, figure, figures).empty();
    if (loose && !is_share(facts.quantity->kind) && !facts.quantity->is_pair() && !neighbours) return std::nullopt;
    // "CSA: contact 23.7%": what only the words around it are about, with the value of another figure of the work.
    if (neighbours && !needs_met.said_here) return std::nullopt;
    // "Physical abuse alone stood at 32.0%": nothing in its sentence speaks of what the sentence before was about.
    if (value_wrong && !needs_met.own_words && !facts.points_back) return std::nullopt;
    // A count that is wrong by far is another thing, unless two figures of a sentence changed their places.
    if (far && (candidate.rescued || !needs_met.here || needs_met.least < in_place)) return std::nullopt;
    const double met = 0.55 * needs_met.sum / static_cast<double>(needs.needs.size()) + 0.45 * least;

    // "Salter et al.: the father is the producer in 57%": a wrong value is hardly of a work that nobody names there.
    if (value_wrong && !(needs_met.here && met >= in_full) && names_another(facts, corpus, figure)) return std::nullopt;

    double helped = 0;
    for (const Alternative& one : needs.helps) {
        const double credit = scorer.credit(one);
        if (credit < 0.3) continue;
        helped += help_worth * credit;
        if (explain) candidate.evidence.push_back(scorer.evidence(one, credit));
    }
    bool named = false;
    const double work = work_support(facts, corpus, figure, named);
    const double value = value_support(candidate.comparison);
    double score = share_of_needs * met + share_of_value * value +
                   share_of_work * (named                 ? work
                                    : facts.nothing_cited ? 0.45
                                                          : 0.1) +
                   std::min(helped, 3 * help_worth);
    if (value == 0 && least < loose_words && !(facts.label && named && needs_met.said_here)) score -= loose_and_wrong;
    if (value == 0 && !named && facts.quantity->kind == QuantityKind::cardinal) score -= anybodys_count;
    const double rivals = scorer.rivals(candidate.lost);
    // Nobody hits "20,254" by chance, whatever else the sentence speaks of: see Candidate::unrivalled.
    if (rivals < rival_near && candidate.comparison.agreement == Agreement::exact && tells_by_itself(*facts.quantity))
        candidate.unrivalled = rival_near / rivals;
    score *= rivals;
    if (scorer.counts_something_else()) {
        score *= alien_noun;
        if (candidate.lost.empty()) candidate.lost = "what it counts is something else";
    }

    const int work_year = newest_year(corpus, figure);
    candidate.scope = check_scope(facts.scope, *facts.prose, figure, needs, lexicon, work_year);
    if (candidate.scope.kind == ScopeIssue::Kind::nothing && facts.prose_below != nullptr)
        candidate.scope = check_scope(facts.scope_below, *facts.prose_below, figure, needs, lexicon, work_year);
    if (candidate.scope.kind == ScopeIssue::Kind::who && facts.scope.definite && scorer.people_told())
        candidate.scope = {};
    const bool sure = agrees(candidate.comparison.agreement) && met > 0.75;
    // "Our foundation employs 14 staff", whatever is cited beside it.
    const bool cardinal = facts.quantity->kind == QuantityKind::cardinal;
    if ((facts.own || facts.own_before) && value == 0 && cardinal) return std::nullopt;
    // "Our alert threshold of $1,000", behind what offenders pay.
    if (facts.own && value_wrong && (facts.own_noun || !needs_met.here)) return std::nullopt;
    if (!named && (facts.own || (facts.own_before && (cardinal || !needs_met.here)))) score -= own_sentence;
    const bool abroad =
        needs.where.empty() ? facts.scope.names_place("elsewhere", lexicon) : told_elsewhere(facts, needs, lexicon);
    const bool elsewhere = candidate.scope.kind == ScopeIssue::Kind::where || abroad;
    if (elsewhere && !named && !sure) return std::nullopt;
    // "Ray et al. (2014) arrived at 21%", wherever in the paragraph a work of the corpus is cited.
    if ((facts.cites_other || facts.source_elsewhere) && !(named && !facts.cites_other_here) && !sure)
        return std::nullopt;
    if (facts.cites_other_next && value == 0) return std::nullopt;
    // "27,217" is the figure, whatever year is given for it.
    const bool unmistakable = candidate.comparison.agreement == Agreement::exact && tells_by_itself(*facts.quantity);
    if (candidate.scope.kind != ScopeIssue::Kind::nothing && !unmistakable)
        score -= other_population * (value > 0.5 ? 0.5 : 2.0);
    // "Childhood abuse … 1 in 9 men": other people, and a value that only rounds to stand in for the words.
    const bool rounded = candidate.comparison.agreement == Agreement::rounded;
    if (candidate.scope.kind == ScopeIssue::Kind::who && candidate.rescued && rounded) return std::nullopt;
    // Other people, or another place, and another number: another statistic.
    if ((candidate.scope.kind == ScopeIssue::Kind::who || elsewhere) && value == 0) return std::nullopt;
    candidate.turned = is_turned(facts, figure, lexicon) ||
                       (!figure.direction.empty() && is_bound_turned(*facts.quantity, figure, candidate.comparison));
    candidate.met = met;
    candidate.score = std::clamp(score, 0.0, 1.0);
    return candidate;
}

} // namespace statlint
