#include "match/scope.hpp"

#include <algorithm>
#include <charconv>

namespace statlint {
namespace {

constexpr double near_place = 1.3; ///< in the units of WordDistances: the same clause, or over one comma

bool among(const std::vector<ConceptId>& list, ConceptId id) {
    return std::ranges::find(list, id) != list.end();
}

/// "words:2020" → 2020; 0 where the concept is no year.
int year_of(const Concept& said) {
    const std::string_view id = said.id;
    if (said.group != "year" || !id.starts_with("words:")) return 0;
    int year = 0;
    std::from_chars(id.data() + 6, id.data() + id.size(), year);
    return year;
}

ScopeIssue issue(ScopeIssue::Kind kind, const BlockProse& prose, const Hit& hit, std::string expected) {
    return {kind, prose.span_of(hit.first, hit.last), std::move(expected)};
}

/// "Google's own detection fell from 90% to 75%": another of a closed group (platforms, channels) than the figure's.
ScopeIssue check_groups(const ClaimScope& scope, const BlockProse& prose, const Figure& figure,
                        const FigureNeeds& needs, const Lexicon& lexicon) {
    for (const ConceptId own : needs.who) {
        const std::string& group = lexicon[own].group;
        if (group.empty() || lexicon[own].kind == ConceptKind::who) continue;
        if (among(scope.said, own)) continue;
        for (const Hit& hit : scope.near)
            if (lexicon[hit.concept_id].group == group && !among(needs.who, hit.concept_id))
                return issue(ScopeIssue::Kind::who, prose, hit, figure.population);
    }
    return {};
}

ScopeIssue check_who(const ClaimScope& scope, const BlockProse& prose, const Figure& figure, const FigureNeeds& needs,
                     const Lexicon& lexicon) {
    const auto population = [&](ConceptId id) { return lexicon[id].kind == ConceptKind::who; };
    if (scope.who.empty() || std::ranges::none_of(needs.who, population)) return {};
    // "… of those caregivers": the words before said which.
    if (scope.points_back) return {};
    // "Half of the respondents whose child was exposed": the clause behind the noun says which respondents.
    if (!needs.base.empty() &&
        std::ranges::any_of(scope.narrowing, [&](const Hit& hit) { return among(needs.base, hit.concept_id); }))
        return {};
    // "Half of respondents to the survey … whose child was exposed": further behind, but in the same clause.
    if (!needs.base.empty() &&
        std::ranges::any_of(scope.near, [&](const Hit& hit) { return among(needs.base, hit.concept_id); }))
        return {};
    // "6.7% of the men who have themselves offended": a part of the population, where the figure holds for all of it.
    if (needs.base.empty()) {
        for (const Hit& hit : scope.narrowing)
            if (hit.first < scope.base.head_last && hit.last > scope.base.head_last && hit.last <= scope.base.last &&
                !among(needs.who, hit.concept_id))
                return issue(ScopeIssue::Kind::who, prose, hit, figure.population);
    }
    // The head noun decides: of "LGBTQ+ adults" that is the adults.
    std::uint32_t end = 0;
    for (const Hit& hit : scope.who) end = std::max(end, std::min(hit.last, scope.base.head_last));
    const Hit* wrong = nullptr;
    for (const Hit& hit : scope.who) {
        if (among(needs.who, hit.concept_id) && (hit.last >= end || hit.first + 1 >= end)) return {};
        if (hit.last >= end) wrong = &hit;
    }
    if (wrong == nullptr) return {};
    // "… adults … a quarter of a million people in total": whoever is counted, they are people.
    if (scope.counts && lexicon[wrong->concept_id].id == "people") return {};
    // "Offended: 9.4%": words that say what was measured are not of whom.
    const auto measures = [&](const Hit& hit) {
        return hit.first == wrong->first && hit.last == wrong->last && hit.concept_id != wrong->concept_id &&
               std::ranges::any_of(needs.needs, [&](const std::vector<Alternative>& group) {
                   return std::ranges::find(group, hit.concept_id, &Alternative::concept_id) != group.end();
               });
    };
    if (std::ranges::any_of(prose.hits, measures)) return {};
    return issue(ScopeIssue::Kind::who, prose, *wrong, figure.population);
}

ScopeIssue check_where(const ClaimScope& scope, const BlockProse& prose, const Figure& figure, const FigureNeeds& needs,
                       const Lexicon& lexicon) {
    if (needs.where.empty()) {
        // A figure of no stated place is still not one of the whole world.
        for (const Hit& hit : scope.where)
            if (lexicon[hit.concept_id].id == "world" && !scope.foreign)
                return issue(ScopeIssue::Kind::where, prose, hit, figure.population);
        return {};
    }
    for (const Hit& hit : scope.where)
        if (among(needs.where, hit.concept_id)) return {};
    for (const Hit& hit : scope.where) {
        const auto rival = [&](ConceptId id) { return lexicon[id].group == lexicon[hit.concept_id].group; };
        if (std::ranges::none_of(needs.where, rival)) continue;
        // Of all the world only what is said of the counted things themselves is a part: "74 Australian initiatives".
        const bool all = std::ranges::any_of(needs.where, [&](ConceptId id) { return lexicon[id].id == "world"; });
        if (all && scope.foreign) continue;
        return issue(ScopeIssue::Kind::where, prose, hit, figure.place);
    }
    return {};
}

ScopeIssue check_when(const ClaimScope& scope, const BlockProse& prose, const Figure& figure, const FigureNeeds& needs,
                      const Lexicon& lexicon, int work_year) {
    const std::vector<ConceptId>& own = needs.when;
    if (own.empty()) return {};
    const auto said = [&](ConceptId id) {
        return std::ranges::any_of(scope.when, [&](const Hit& hit) { return hit.concept_id == id; });
    };
    for (const ConceptId id : own) {
        // A part of a year that is given for the whole year.
        const std::string& whole = lexicon[id].part_of;
        if (whole.empty() || said(id)) continue;
        for (const Hit& hit : scope.when) {
            const int year = year_of(lexicon[hit.concept_id]);
            if (year == std::atoi(whole.c_str())) return issue(ScopeIssue::Kind::when, prose, hit, figure.period);
        }
        // "The first half of 2021".
        const auto whole_said = [&](const Hit& hit) { return lexicon[hit.concept_id].part_of == whole; };
        for (const Hit& hit : scope.when) {
            const int year = year_of(lexicon[hit.concept_id]);
            if (own.size() == 1 && year != 0 && year < work_year && hit.first > scope.base.first &&
                std::ranges::none_of(scope.when, whole_said))
                return issue(ScopeIssue::Kind::when, prose, hit, figure.period);
        }
    }
    for (const Hit& hit : scope.when) {
        const Concept& period = lexicon[hit.concept_id];
        const int year = year_of(period);
        if (among(own, hit.concept_id) || (year != 0 && year >= work_year)) continue;
        const auto rival = [&](ConceptId id) { return lexicon[id].group == period.group && !period.group.empty(); };
        if (!std::ranges::any_of(own, rival)) continue;
        if (std::ranges::any_of(own, [&](ConceptId id) { return rival(id) && said(id); })) continue;
        return issue(ScopeIssue::Kind::when, prose, hit, figure.period);
    }
    return {};
}

} // namespace

bool ClaimScope::names_place(std::string_view id, const Lexicon& lexicon) const {
    return std::ranges::any_of(where, [&](const Hit& hit) { return lexicon[hit.concept_id].id == id; });
}

ClaimScope read_scope(const BlockProse& prose, const std::vector<Claim>& claims, std::size_t which,
                      const WordDistances& distances, const Lexicon& lexicon, const std::vector<TextSpan>& masked,
                      bool multiplier) {
    const Claim& claim = claims[which];
    ClaimScope scope;
    scope.base = find_base(prose, claim, lexicon, multiplier);
    const ConceptId the = lexicon.find("definite");
    scope.definite = !scope.base.empty() && scope.base.head_last - scope.base.first == 2 &&
                     lexicon.says_at(the, prose.words, scope.base.first);
    // "Of 3,775 women, 11.5% …": those of the sample that the words before, or these, are of.
    if (!scope.base.empty() && prose.words[scope.base.first].number && scope.base.last <= claim.first_word)
        scope.points_back = true;
    std::vector<Hit> places;
    const ConceptId language = lexicon.find("language");
    const ConceptId own_people = lexicon.find("own-people");
    for (const Hit& hit : prose.hits_of(prose.sentences[claim.sentence])) {
        const TextSpan span = prose.span_of(hit.first, hit.last);
        if (std::ranges::any_of(masked, [&](TextSpan name) { return name.contains(span); })) continue;
        if (hit.first >= claim.first_word && hit.last <= claim.last_word && claim.last_word - claim.first_word < 4)
            continue; // "US" of "US$100"
        const Concept& said = lexicon[hit.concept_id];
        if (said.kind == ConceptKind::where && hit.first >= 2) {
            // "the Institute of Criminology [in] Canberra": where the source is, not where the number holds.
            const TextSpan before = prose.words[hit.first - 2].span;
            if (std::ranges::any_of(masked, [&](TextSpan name) { return name.contains(before); })) continue;
        }
        // "English speakers"
        if (said.kind == ConceptKind::where && hit.last < prose.words.size() &&
            lexicon.says_at(language, prose.words, hit.last))
            continue;
        scope.said.push_back(hit.concept_id);
        const bool in_base = scope.base.holds(hit);
        const double distance = distances.between(claim, hit);
        const bool nearest = distances.nearest(claims, which, hit, distance);
        if (said.kind == ConceptKind::who && in_base && hit.first < scope.base.head_last) scope.who.push_back(hit);
        if (nearest && distance < near_place) scope.near.push_back(hit);
        if (said.kind == ConceptKind::who && (in_base || (nearest && hit.last <= claim.first_word)))
            scope.narrowing.push_back(hit);
        if (said.kind == ConceptKind::pointer && in_base) scope.points_back = true;
        const bool ours = said.kind == ConceptKind::own;
        if (ours && in_base && (hit.first < scope.base.head_last || hit.concept_id == own_people)) scope.own = true;
        if (said.kind == ConceptKind::where) {
            scope.anywhere.push_back(hit.concept_id);
            if (in_base)
                scope.where.push_back(hit);
            else if (nearest && distance < near_place)
                places.push_back(hit);
        }
        if ((said.group == "year" || said.group == "period-length" || !said.part_of.empty()) && nearest)
            scope.when.push_back(hit);
    }
    if (scope.where.empty()) {
        scope.where = std::move(places);
        scope.foreign = !scope.where.empty();
    }
    return scope;
}

ScopeIssue check_scope(const ClaimScope& scope, const BlockProse& prose, const Figure& figure, const FigureNeeds& needs,
                       const Lexicon& lexicon, int work_year) {
    if (ScopeIssue found = check_who(scope, prose, figure, needs, lexicon); found.kind != ScopeIssue::Kind::nothing)
        return found;
    if (ScopeIssue found = check_groups(scope, prose, figure, needs, lexicon); found.kind != ScopeIssue::Kind::nothing)
        return found;
    if (ScopeIssue found = check_where(scope, prose, figure, needs, lexicon); found.kind != ScopeIssue::Kind::nothing)
        return found;
    return check_when(scope, prose, figure, needs, lexicon, work_year);
}

} // namespace statlint
