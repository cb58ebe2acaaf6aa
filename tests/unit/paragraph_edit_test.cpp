#include <random>

#include <doctest/doctest.h>

#include "document/dump.hpp"
#include "document/split_blocks.hpp"
#include "formats/paragraph_edit.hpp"

using namespace statlint;

namespace {

const std::string draft = R"(---
title: A draft
---
# Prevalence

In the study one in six men said so, and nobody
was surprised by it: not the readers, not we.

Another paragraph with a number, 28.5 per cent, a [link](https://example.org) and a note.[^1]

- an item
- another, of two

  paragraphs

Words before a table

| who | share |
|---|---|
| girls | 37.3% |

Words behind a table, one in three.

> A quotation in its own words

<div>
words in a page
</div>

    code that nobody reads

<!-- a remark

over several lines

of words -->

[^1]: The note, which is read behind.

Last words
)";

Document whole(const std::string& source, const Format& format) {
    Result<Document> read = format.read(source);
    REQUIRE(read.has_value());
    split_long_blocks(*read);
    return std::move(*read);
}

void check_same(const Document& edited, const Document& read) {
    REQUIRE(edited.source == read.source);
    REQUIRE(dump(edited) == dump(read));
    REQUIRE(edited.text == read.text);
    REQUIRE(edited.pieces.size() == read.pieces.size());
    for (std::size_t i = 0; i < read.pieces.size(); ++i) {
        REQUIRE(edited.pieces[i].text == read.pieces[i].text);
        REQUIRE(edited.pieces[i].source == read.pieces[i].source);
    }
    REQUIRE(edited.references.size() == read.references.size());
    for (std::size_t i = 0; i < read.references.size(); ++i) {
        REQUIRE(edited.references[i].at == read.references[i].at);
        REQUIRE(edited.references[i].source == read.references[i].source);
        REQUIRE(edited.references[i].block == read.references[i].block);
    }
    REQUIRE(edited.comments.size() == read.comments.size());
    for (std::size_t i = 0; i < read.comments.size(); ++i) REQUIRE(edited.comments[i].span == read.comments[i].span);
    REQUIRE(edited.title == read.title);
}

} // namespace

TEST_CASE("a paragraph that is edited gives what reading the whole draft again gives") {
    const Format& format = *format_by_name("markdown");
    const std::string alphabet = "abc ABC  12.,:-'\n\n#>|*_[]()<`~&=!\xC3\xA9";
    std::mt19937 random(7);
    const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    std::string source = draft;
    std::string length = "Very long words";
    while (length.size() < 40000) length += ", and more of them. Then more";
    source.append("\n").append(length).append("\n");
    const std::string whole_draft = source;
    int in_part = 0;
    constexpr int edits = 3000;
    for (int i = 0; i < edits; ++i) {
        if (i % 100 == 0) source = whole_draft;
        const Document before = whole(source, format);
        std::string after = source;
        const std::size_t at = below(i % 3 == 0 ? source.size() : draft.size());
        if (below(3) == 0) after.erase(at, below(4));
        if (below(3) != 0) {
            const char c = alphabet[below(alphabet.size())];
            after.insert(at, c == '\xC3' || c == '\xA9' ? "\xC3\xA9" : std::string(1, c));
        }
        if (!format.read(after)) continue; // a character was cut
        std::string given = after;
        const std::optional<Document> edited = edit_paragraph(before, given, format);
        CAPTURE(after);
        if (edited) {
            ++in_part;
            check_same(*edited, whole(after, format));
        } else {
            REQUIRE(given == after);
        }
        source = after;
    }
    CHECK(in_part > edits / 40);
}

TEST_CASE("only what can't reach further is read in part") {
    const Format& format = *format_by_name("markdown");
    const Document before = whole(draft, format);
    const auto edit = [&](std::string_view from, std::string_view to) {
        std::string source = draft;
        source.replace(source.find(from), from.size(), to);
        return edit_paragraph(before, source, format).has_value();
    };
    CHECK(edit("one in six", "one in five"));
    CHECK(edit("surprised by it", "surprised"));
    CHECK(edit("Last words", "The last words"));
    CHECK_FALSE(edit("one in six", "one\n\nin six"));
    CHECK_FALSE(edit("one in six", "*one* in six"));
    CHECK_FALSE(edit("Another paragraph", "A paragraph"));        // it holds a link
    CHECK_FALSE(edit("Words before", "Table words before"));      // may be its caption
    CHECK_FALSE(edit("Words behind a table", "Source: a table")); // this, too
    CHECK_FALSE(edit("an item", "one item"));
    CHECK_FALSE(edit("words in a page", "more words in a page"));
    CHECK_FALSE(edit("over several lines", "over lines"));
    std::string text = draft;
    text.replace(text.find("one in six"), 10, "one in ten");
    CHECK_FALSE(edit_paragraph(whole(draft, *format_by_name("text")), text, *format_by_name("text")).has_value());
}
