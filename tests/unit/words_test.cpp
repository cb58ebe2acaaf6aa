// The first look at a word, by how it starts, must never hide a stem that the table holds.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <thread>

#include <doctest/doctest.h>

#include "lexicon/precompiled.hpp"
#include "text/later.hpp"
#include "text/plain_rows.hpp"
#include "text/words.hpp"

using namespace statlint;
namespace fs = std::filesystem;

namespace {

/// Distinct words of the drafts that come with the tests.
std::set<std::string> words_of_drafts() {
    std::set<std::string> found;
    const StemTable empty;
    WordReader reader(empty);
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(STATLINT_TESTS_DIR) / "accuracy")) {
        if (entry.path().extension() != ".md") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        std::vector<Word> words;
        reader.read(text, 0, words);
        for (const Word& word : words) found.insert(text.substr(word.span.start, word.span.end - word.span.start));
    }
    return found;
}

std::uint32_t stem_read(const StemTable& table, std::string_view word) {
    WordReader reader(table);
    std::vector<Word> words;
    reader.read(word, 0, words);
    return words.size() == 1 ? words.front().stem : 0;
}

bool only_letters(std::string_view word) {
    return std::ranges::all_of(word, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

} // namespace

TEST_CASE("a word is found by its stem wherever the table holds it") {
    const auto [lexicon, stems] = unpack_lexicon(precompiled_lexicon());
    std::size_t known = 0;
    for (const std::string& word : words_of_drafts()) {
        constexpr std::size_t longest = 60;
        if (!only_letters(word) || word.size() > longest || word.size() < 4) continue;
        if (std::ranges::any_of(word, [](char c) { return c < 'a'; })) continue; // "US" is kept apart
        CAPTURE(word);
        CHECK(stem_read(stems, word) == stems.find(stem_of(word)));
        known += stem_read(stems, word) != 0;
    }
    CHECK(known > 500);
}

TEST_CASE("words of one family have one stem, whatever its endings") {
    StemTable table;
    for (const char* word : {"ability", "exploitation", "responsibly", "carries", "victimisation", "rational"})
        table.add(word);
    CHECK(stem_read(table, "Abilities") == table.find("abil"));
    CHECK(stem_read(table, "exploiting") == stem_read(table, "EXPLOITED"));
    CHECK(stem_read(table, "exploiting") != 0);
    CHECK(stem_read(table, "responsible") == stem_read(table, "responsibly"));
    CHECK(stem_read(table, "responsible") != 0);
    CHECK(stem_read(table, "carrying") == stem_read(table, "carried"));
    CHECK(stem_read(table, "carrying") != 0);
    CHECK(stem_read(table, "exploded") == 0);
    CHECK(stem_read(table, "exp\xC2\xADloiting") != 0); // with a soft hyphen inside
}

TEST_CASE("rows of plain values read back as they came") {
    const PlainRows<int> rows({{1, 2}, {}, {3}});
    REQUIRE(rows.size() == 3);
    CHECK(std::ranges::equal(rows[0], std::vector{1, 2}));
    CHECK(rows[1].empty());
    CHECK(std::ranges::equal(rows[2], std::vector{3}));
    PlainRows<int> more = rows;
    more.push_back(std::vector{4, 5});
    CHECK(std::ranges::equal(more[3], std::vector{4, 5}));
    CHECK(rows.size() == 3);
}

TEST_CASE("what is made later is made once, by whichever thread asks first") {
    int made = 0;
    const Later<std::string> later(std::function([&made] {
        ++made;
        return std::string("made");
    }));
    CHECK(made == 0);
    {
        std::jthread one([&] { CHECK(*later == "made"); }), other([&] { CHECK(later->size() == 4); });
    }
    std::vector<Later<std::string>> copies{later};
    copies.push_back(copies.front());
    CHECK(*copies.back() == "made");
    CHECK(made == 1);
    CHECK(*Later<std::string>(std::string("here")) == "here");
    CHECK((*Later<std::string>()).empty());
}
