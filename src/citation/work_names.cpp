#include "citation/work_names.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <iterator>
#include <map>

#include "citation/key_words.hpp"
#include "citation/links.hpp"
#include "corpus/closest_name.hpp"

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

/// "You Feel Like You Did Something So Wrong": lower-case words without marks and accents, to compare titles.
std::string plain_title(std::string_view title) {
    // U+00C0 to U+00FF without their accents.
    constexpr std::string_view plain = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";
    std::string out;
    for (std::size_t i = 0; i < title.size(); ++i) {
        auto c = static_cast<unsigned char>(title[i]);
        if (c == 0xC3 && i + 1 < title.size()) {
            const auto next = static_cast<unsigned char>(title[++i]);
            c = next >= 0x80 && next < 0xC0 ? static_cast<unsigned char>(plain[next - 0x80U]) : ' ';
        } else if (c >= 'A' && c <= 'Z') {
            c = static_cast<unsigned char>(c + 32);
        }
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out += static_cast<char>(c);
        else if (c != '\'' && !out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

/// "Investigations into financial transactions", of a title that goes on "used in …": how writers shorten a long one.
/// Up to a word that is none to end with, of those that a phrase begins with.
std::vector<std::string_view> title_starts(std::string_view title) {
    constexpr std::size_t least_words = 4;
    constexpr std::array<std::string_view, 14> joints{"used", "in", "of", "on",   "for",     "and",   "among",
                                                      "with", "to", "by", "from", "between", "about", "being"};
    const auto joins = [&](std::string_view word) { return std::ranges::find(joints, word) != joints.end(); };
    const std::vector<std::string_view> words = words_of(title);
    std::vector<std::string_view> starts;
    for (std::size_t i = least_words; i < words.size(); ++i)
        if (joins(words[i]) && !joins(words[i - 1]))
            starts.push_back(
                title.substr(0, static_cast<std::size_t>(words[i - 1].data() - title.data()) + words[i - 1].size()));
    return starts;
}

std::string digits_of(std::string_view isbn) {
    std::string digits;
    for (const char c : isbn)
        if ((c >= '0' && c <= '9') || c == 'X') digits += c;
    return digits;
}

constexpr int near_years = 3;         ///< a year further off is no slip: the author wrote something else
constexpr std::size_t short_name = 6; ///< a family name of fewer letters may have one slip, not two

} // namespace

/// The names while they are read from a corpus.
struct WorkNames::Builder {
    struct Read {
        Name name;
        std::vector<WorkIndex> works;
    };

    void add(std::string_view phrase, NameKind kind, WorkIndex work);
    void add_all(WorkIndex index);

    const Corpus& corpus;
    StemTable& stems;
    std::vector<Read> names{};
    StemTree tree{};
    std::vector<std::vector<std::uint32_t>> by_end{};
    NamedWorks::Lists by_title{}, by_isbn{}, by_family{}, by_short{}, by_link{};
    std::vector<std::vector<WorkIndex>> by_house{};
};

void WorkNames::Builder::add(std::string_view phrase, NameKind kind, WorkIndex work) {
    const std::vector<Author>& authors = corpus.works[work].authors;
    const bool person = !authors.empty() && !authors.front().organisation &&
                        phrase.find(authors.front().family) != std::string_view::npos && kind != NameKind::title;
    const std::vector<std::string_view> words = words_of(phrase);
    std::vector<std::uint32_t> row;
    for (const std::string_view word : words) row.push_back(stems.add(word));
    if (row.empty()) return;
    if (words.size() == 1 && kind != NameKind::topic && kind != NameKind::title) {
        std::vector<WorkIndex>& same = by_short[plain_title(phrase)];
        if (std::ranges::find(same, work) == same.end()) same.push_back(work);
    }
    if (kind == NameKind::issuer && words.size() > 1) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (by_house.size() <= row[i]) by_house.resize(row[i] + 1);
            std::vector<WorkIndex>& same = by_house[row[i]];
            if (std::ranges::find(same, work) == same.end()) same.push_back(work);
        }
    }
    const std::uint32_t end = tree.add(row);
    if (by_end.size() <= end) by_end.resize(end + 1);
    for (const std::uint32_t other : by_end[end]) {
        Read& read = names[other];
        if (read.name.kind != kind) continue;
        if (std::ranges::find(read.works, work) == read.works.end()) read.works.push_back(work);
        return;
    }
    by_end[end].push_back(static_cast<std::uint32_t>(names.size()));
    const auto last_size = static_cast<std::uint8_t>(std::min<std::size_t>(words.back().size(), 255));
    names.push_back({{kind, person, last_size}, {work}});
}

void WorkNames::Builder::add_all(WorkIndex index) {
    const Work& work = corpus.works[index];
    for (const std::string& link : {work.doi, work.url})
        if (const std::string normal = normal_link(link); !normal.empty()) by_link[normal].push_back(index);
    if (!work.isbn.empty()) by_isbn[digits_of(work.isbn)].push_back(index);
    if (!work.authors.empty() && !work.authors.front().organisation)
        by_family[plain_title(work.authors.front().family)].push_back(index);
    for (const std::string_view title : {std::string_view(work.title), short_title(work.title)}) {
        std::vector<WorkIndex>& same = by_title[plain_title(title)];
        if (same.empty() || same.back() != index) same.push_back(index);
    }
    for (const std::string& alias : work.aliases) add(alias, NameKind::alias, index);
    if (!work.title.empty()) {
        add(work.title, NameKind::title, index);
        add(short_title(work.title), NameKind::title, index);
        for (const std::string_view start : title_starts(short_title(work.title))) add(start, NameKind::start, index);
    }
    for (const std::string& issuer : work.issuers) add(issuer, NameKind::issuer, index);
    for (const std::string& topic : work.topics) add(topic, NameKind::topic, index);
    bool first = true;
    for (const Author& author : work.authors) {
        if (author.organisation) {
            if (author.family != "et al.") add(author.family, NameKind::issuer, index);
        } else if (first) {
            add(author.family, NameKind::author, index);
        }
        first = false;
    }
    if (!work.container.empty() && !work.number.empty()) {
        // "Trends & issues No 671", "Research Report 28".
        const std::vector<std::string_view> series = words_of(work.container);
        if (series.size() >= 2) {
            const std::string start = std::string(series[0]) + " " + std::string(series[1]) + " ";
            add(start + work.number, NameKind::alias, index);
            add(start + "No " + work.number, NameKind::alias, index);
            // "T&I 671", "RR 28"
            const bool joined = work.container.find('&') == std::string::npos;
            const std::string initials = std::string(series[0].substr(0, 1)) + (joined ? "" : " ") +
                                         static_cast<char>(std::toupper(static_cast<unsigned char>(series[1][0])));
            add(initials + " " + work.number, NameKind::alias, index);
        }
    }
    if (work.type == "report" && !work.publisher.empty()) add(work.publisher, NameKind::issuer, index);
}

WorkNames::WorkNames(const Corpus& corpus, StemTable& stems) : corpus_(&corpus) {
    Builder read{corpus, stems};
    for (WorkIndex index = 0; index < corpus.works.size(); ++index) read.add_all(index);
    for (const Builder::Read& one : read.names) {
        names_.push_back(one.name);
        works_.push_back(one.works);
    }
    read.by_end.resize(read.tree.size());
    by_end_ = PlainRows(read.by_end);
    tree_ = std::move(read.tree);
    by_title_ = NamedWorks(read.by_title);
    by_isbn_ = NamedWorks(read.by_isbn);
    by_family_ = NamedWorks(read.by_family);
    by_short_ = NamedWorks(read.by_short);
    by_link_ = NamedWorks(read.by_link);
    by_house_ = PlainRows(read.by_house);
}

void WorkNames::find(std::span<const Word> words, std::vector<NameHit>& out) const {
    const std::size_t start = out.size();
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        std::uint32_t node = StemTree::root;
        for (std::uint32_t last = i; last < words.size(); ++last) {
            node = tree_.step(node, words[last].stem);
            if (node == StemTree::none) break;
            for (const std::uint32_t number : by_end_[node]) {
                const Name& name = names_[number];
                if (name.kind == NameKind::author && !words[i].capital) continue;
                out.push_back({i, last + 1, name.kind, name.person, name.last_size, works_[number]});
            }
        }
    }
    if (out.size() == start) return;
    const std::vector<NameHit> all(out.begin() + static_cast<std::ptrdiff_t>(start), out.end());
    const auto inside = [&](const NameHit& hit) {
        return hit.kind != NameKind::topic && std::ranges::any_of(all, [&](const NameHit& other) {
                   return other.kind != NameKind::topic && other.first <= hit.first && other.last >= hit.last &&
                          other.last - other.first > hit.last - hit.first;
               });
    };
    out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(start), out.end(), inside), out.end());
}

WorkNames::Dated WorkNames::resolve_dated(std::string_view text, std::span<const NameHit> hits, int year) const {
    Dated found{resolve(text, hits, std::max(year, 0)), false};
    if (year <= 0) return found;
    const auto near = [&](WorkIndex index) {
        const int own = corpus_->works[index].year;
        return own != 0 && std::abs(own - year) <= near_years;
    };
    if (found.works.empty()) {
        std::vector<NameHit> persons;
        std::ranges::copy_if(hits, std::back_inserter(persons), [](const NameHit& hit) { return hit.person; });
        found.works = resolve({}, persons, 0);
        std::erase_if(found.works, [&](WorkIndex index) { return !near(index); });
        found.other_year = !found.works.empty();
        return found;
    }
    const bool dated =
        std::ranges::any_of(hits, [](const NameHit& hit) { return hit.person || hit.kind == NameKind::title; });
    const auto fits = [&](WorkIndex index) { return corpus_->works[index].may_be_dated(year); };
    found.other_year = dated && std::ranges::none_of(found.works, fits);
    return found;
}

std::vector<WorkIndex> WorkNames::misspelt(std::string_view author, int year) const {
    const std::string typed = plain_title(author);
    std::vector<WorkIndex> found;
    if (typed.empty() || year <= 0 || !by_family_.find(typed).empty()) return found;
    std::size_t best = typed.size() < short_name ? 1 : 2;
    for (std::uint32_t number = 0; number < by_family_.size(); ++number) {
        const std::string_view family = by_family_.name(number);
        if (family.empty() || family.front() != typed.front()) continue;
        const std::size_t slips = edit_distance(typed, family);
        if (slips > best) continue;
        if (slips < best) found.clear();
        for (const WorkIndex work : by_family_.works(number))
            if (corpus_->works[work].may_be_dated(year)) found.push_back(work);
        if (!found.empty()) best = slips;
    }
    return found;
}

std::vector<WorkIndex> WorkNames::by_item(const BibliographyItem& item) const {
    for (const std::string& link : {item.doi, item.url})
        if (!link.empty())
            if (std::vector<WorkIndex> works = by_link(link); !works.empty()) return works;
    if (const auto known = by_isbn_.find(digits_of(item.isbn)); !item.isbn.empty() && !known.empty())
        return {known.begin(), known.end()};
    const std::string_view main = short_title(item.title);
    for (const std::string_view title : {std::string_view(item.title), main}) {
        const std::span<const WorkIndex> known = by_title_.find(plain_title(title));
        if (title.empty()) continue;
        std::vector<WorkIndex> works(known.begin(), known.end());
        std::erase_if(works, [&](WorkIndex index) {
            const Work& work = corpus_->works[index];
            const bool author = item.authors.empty() || work.authors.empty() ||
                                std::ranges::any_of(work.authors, [&](const Author& own) {
                                    return plain_title(own.family) == plain_title(item.authors.front());
                                });
            return !author || (item.year != 0 && !work.may_be_dated(item.year));
        });
        if (!works.empty()) return works;
    }
    return {};
}

std::vector<WorkIndex> WorkNames::by_key(std::string_view key) const {
    const KeyWords spelt = read_key(key);
    if (spelt.words.empty()) return {};
    const std::span<const WorkIndex> known = by_short_.find(spelt.words.front());
    std::vector<WorkIndex> works(known.begin(), known.end());
    if (spelt.year != 0)
        std::erase_if(works, [&](WorkIndex index) { return !corpus_->works[index].may_be_dated(spelt.year); });
    // Further words are of the title: those that have the most of them are meant.
    const auto shared = [&](WorkIndex index) {
        const Work& work = corpus_->works[index];
        const std::string told = plain_title(work.title) + " " + plain_title(work.id);
        return std::ranges::count_if(spelt.words,
                                     [&](const std::string& word) { return told.find(word) != std::string::npos; });
    };
    std::ptrdiff_t most = 0;
    for (const WorkIndex index : works) most = std::max(most, shared(index));
    std::erase_if(works, [&](WorkIndex index) { return shared(index) < most; });
    return works;
}

std::span<const WorkIndex> WorkNames::of_house(std::uint32_t stem) const {
    return stem < by_house_.size() ? by_house_[stem] : std::span<const WorkIndex>();
}

bool WorkNames::is_author(std::string_view word, std::span<const WorkIndex> works) const {
    return std::ranges::any_of(works, [&](WorkIndex work) {
        return std::ranges::any_of(corpus_->works[work].authors,
                                   [&](const Author& author) { return !author.organisation && author.family == word; });
    });
}

std::vector<WorkIndex> WorkNames::by_link(std::string_view url) const {
    const std::span<const WorkIndex> found = by_link_.find(normal_link(url));
    return {found.begin(), found.end()};
}

std::vector<WorkIndex> WorkNames::resolve(std::string_view text, std::span<const NameHit> hits, int year) const {
    std::map<WorkIndex, double> scores;
    for (const std::string_view link : links_in(text))
        for (const WorkIndex work : by_link(link)) scores[work] += 3.0;
    for (const NameHit& hit : hits) {
        if (hit.kind == NameKind::topic) continue;
        for (const WorkIndex work : hit.works) {
            double& score = scores[work];
            const double worth = hit.kind == NameKind::title   ? 2.5
                                 : hit.kind == NameKind::alias ? 2.0
                                 : hit.kind == NameKind::start ? 1.8
                                                               : 1.0;
            score = std::max(score, worth);
        }
    }
    for (const NameHit& hit : hits) {
        if (hit.kind != NameKind::topic) continue;
        for (const WorkIndex work : hit.works)
            if (const auto known = scores.find(work); known != scores.end() && known->second < 2.5)
                known->second += 0.5;
    }
    if (year != 0) {
        // A title or a DOI stands, whatever the year; a name alone does not.
        std::erase_if(scores, [&](const auto& entry) {
            return entry.second < 2.0 && !corpus_->works[entry.first].may_be_dated(year);
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
