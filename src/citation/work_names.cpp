#include "citation/work_names.hpp"

#include <algorithm>
#include <map>

#include "citation/links.hpp"

namespace statlint {
namespace {

/// The part of a title that writers use: up to the colon, if that is long enough to tell.
std::string_view short_title(std::string_view title) {
    const std::size_t colon = title.find(':');
    return colon != std::string_view::npos && colon > 12 ? title.substr(0, colon) : title;
}

std::vector<std::string_view> words_of(std::string_view phrase) {
    std::vector<std::string_view> words;
    std::size_t start = std::string_view::npos;
    for (std::size_t i = 0; i <= phrase.size(); ++i) {
        const char c = i < phrase.size() ? phrase[i] : ' ';
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                            static_cast<unsigned char>(c) >= 0xC3;
        const bool inner = static_cast<unsigned char>(c) >= 0x80 && start != std::string_view::npos &&
                           static_cast<unsigned char>(c) < 0xC3;
        if (letter && start == std::string_view::npos && static_cast<unsigned char>(c) != 0xE2)
            start = i;
        else if (start != std::string_view::npos && ((!letter && !inner) || static_cast<unsigned char>(c) == 0xE2)) {
            words.push_back(phrase.substr(start, i - start));
            start = std::string_view::npos;
        }
    }
    // "Australia's" is one word without its s, as in the prose.
    std::erase_if(words, [](std::string_view word) { return word == "s"; });
    return words;
}

} // namespace

void WorkNames::add(std::string_view phrase, NameKind kind, WorkIndex work, StemTable& stems) {
    Name name{{}, kind, {work}};
    for (const std::string_view word : words_of(phrase)) name.stems.push_back(stems.add(word));
    if (name.stems.empty()) return;
    const std::uint32_t start = name.stems.front();
    if (by_stem_.size() <= start) by_stem_.resize(start + 1);
    for (const std::uint32_t other : by_stem_[start]) {
        if (names_[other].stems == name.stems && names_[other].kind == kind) {
            if (std::ranges::find(names_[other].works, work) == names_[other].works.end())
                names_[other].works.push_back(work);
            return;
        }
    }
    by_stem_[start].push_back(static_cast<std::uint32_t>(names_.size()));
    names_.push_back(std::move(name));
}

WorkNames::WorkNames(const Corpus& corpus, StemTable& stems) : corpus_(&corpus) {
    for (WorkIndex index = 0; index < corpus.works.size(); ++index) {
        const Work& work = corpus.works[index];
        for (const std::string& link : {work.doi, work.url})
            if (const std::string normal = normal_link(link); !normal.empty()) by_link_[normal].push_back(index);
        for (const std::string& alias : work.aliases) add(alias, NameKind::alias, index, stems);
        if (!work.title.empty()) {
            add(work.title, NameKind::title, index, stems);
            add(short_title(work.title), NameKind::title, index, stems);
        }
        for (const std::string& issuer : work.issuers) add(issuer, NameKind::issuer, index, stems);
        for (const std::string& topic : work.topics) add(topic, NameKind::topic, index, stems);
        bool first = true;
        for (const Author& author : work.authors) {
            if (author.organisation) {
                if (author.family != "et al.") add(author.family, NameKind::issuer, index, stems);
            } else if (first) {
                add(author.family, NameKind::author, index, stems);
            }
            first = false;
        }
        if (!work.container.empty() && !work.number.empty()) {
            // "Trends & issues No 671", "Research Report 28".
            const std::vector<std::string_view> series = words_of(work.container);
            if (series.size() >= 2) {
                const std::string start = std::string(series[0]) + " " + std::string(series[1]) + " ";
                add(start + work.number, NameKind::alias, index, stems);
                add(start + "No " + work.number, NameKind::alias, index, stems);
            }
        }
        if (work.type == "report" && !work.publisher.empty()) add(work.publisher, NameKind::issuer, index, stems);
    }
}

void WorkNames::find(std::span<const Word> words, std::vector<NameHit>& out) const {
    const std::size_t start = out.size();
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        const std::uint32_t stem = words[i].stem;
        if (stem == 0 || stem >= by_stem_.size()) continue;
        for (const std::uint32_t number : by_stem_[stem]) {
            const Name& name = names_[number];
            if (i + name.stems.size() > words.size()) continue;
            const bool meets = std::ranges::equal(name.stems, words.subspan(i, name.stems.size()), {}, {}, &Word::stem);
            if (!meets) continue;
            if (name.kind == NameKind::author && !words[i].capital) continue;
            out.push_back({i, i + static_cast<std::uint32_t>(name.stems.size()), name.kind, &name.works});
        }
    }
    const std::vector<NameHit> all(out.begin() + static_cast<std::ptrdiff_t>(start), out.end());
    const auto inside = [&](const NameHit& hit) {
        return hit.kind != NameKind::topic && std::ranges::any_of(all, [&](const NameHit& other) {
                   return other.kind != NameKind::topic && other.first <= hit.first && other.last >= hit.last &&
                          other.last - other.first > hit.last - hit.first;
               });
    };
    out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(start), out.end(), inside), out.end());
}

std::vector<WorkIndex> WorkNames::by_link(std::string_view url) const {
    const auto found = by_link_.find(normal_link(url));
    return found == by_link_.end() ? std::vector<WorkIndex>{} : found->second;
}

std::vector<WorkIndex> WorkNames::resolve(std::string_view text, std::span<const NameHit> hits, int year) const {
    std::map<WorkIndex, double> scores;
    for (const std::string_view link : links_in(text))
        for (const WorkIndex work : by_link(link)) scores[work] += 3.0;
    for (const NameHit& hit : hits) {
        if (hit.kind == NameKind::topic) continue;
        for (const WorkIndex work : *hit.works) {
            double& score = scores[work];
            const double worth = hit.kind == NameKind::title ? 2.5 : hit.kind == NameKind::alias ? 2.0 : 1.0;
            score = std::max(score, worth);
        }
    }
    for (const NameHit& hit : hits) {
        if (hit.kind != NameKind::topic) continue;
        for (const WorkIndex work : *hit.works)
            if (const auto known = scores.find(work); known != scores.end() && known->second < 2.5)
                known->second += 0.5;
    }
    if (year != 0) {
        // A title or a DOI stands, whatever the year; a name alone does not.
        std::erase_if(scores, [&](const auto& entry) {
            const int own = corpus_->works[entry.first].year;
            return entry.second < 2.0 && own != 0 && own != year;
        });
    }
    double best = 0;
    for (const auto& [work, score] : scores) best = std::max(best, score);
    std::vector<WorkIndex> found;
    for (const auto& [work, score] : scores)
        if (score >= best - 0.01) found.push_back(work);
    return found;
}

} // namespace statlint
