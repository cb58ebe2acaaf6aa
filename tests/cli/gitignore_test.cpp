#include <doctest/doctest.h>

#include "cli/gitignore.hpp"

using statlint::IgnoreRules;

namespace {

struct Row {
    const char* lines;
    const char* path;
    bool folder;
    bool ignored;
};

constexpr Row table[] = {
    // Without a slash the last part decides, at any depth.
    {"draft.md", "draft.md", false, true},
    {"draft.md", "a/b/draft.md", false, true},
    {"draft.md", "draft.md.txt", false, false},
    {"*.md", "a/x.md", false, true},
    {"*.md", "a/x.mdx", false, false},
    {"build", "build", true, true},
    // A slash anywhere but at the end anchors.
    {"/draft.md", "draft.md", false, true},
    {"/draft.md", "a/draft.md", false, false},
    {"a/x.md", "a/x.md", false, true},
    {"a/x.md", "b/a/x.md", false, false},
    {"a/*.md", "a/b/x.md", false, false},
    // A slash at the end: folders only.
    {"build/", "build", true, true},
    {"build/", "build", false, false},
    {"build/", "a/build", true, true},
    // Two stars.
    {"**/x.md", "x.md", false, true},
    {"**/x.md", "a/b/x.md", false, true},
    {"a/**/x.md", "a/x.md", false, true},
    {"a/**/x.md", "a/b/c/x.md", false, true},
    {"a/**/x.md", "b/x.md", false, false},
    {"a/**", "a/b", false, true},
    {"a/**", "a", true, false},
    {"a**b.md", "axxb.md", false, true},
    // One character, classes, escapes.
    {"?.md", "x.md", false, true},
    {"?.md", "xy.md", false, false},
    {"[a-c].md", "b.md", false, true},
    {"[a-c].md", "d.md", false, false},
    {"[!a-c].md", "d.md", false, true},
    {"[^a-c].md", "b.md", false, false},
    {"[]x].md", "].md", false, true},
    {"[[:digit:]]*.md", "7-draft.md", false, true},
    {"[[:digit:]]*.md", "draft.md", false, false},
    {"[a", "[a", false, true},
    {"\\*.md", "*.md", false, true},
    {"\\*.md", "x.md", false, false},
    {"\\#x", "#x", false, true},
    {"\\!x", "!x", false, true},
    // Comments, blank lines, spaces at the end, CRLF, a byte order mark.
    {"# x", "# x", false, false},
    {"\n  \nx.md   ", "x.md", false, true},
    {"x\\ ", "x ", false, true},
    {"x.md\r\n", "x.md", false, true},
    {"\xEF\xBB\xBFx.md", "x.md", false, true},
    // The last pattern that matches decides.
    {"*.md\n!keep.md", "keep.md", false, false},
    {"*.md\n!keep.md\nkeep.md", "keep.md", false, true},
    {"!keep.md", "keep.md", false, false},
};

} // namespace

TEST_CASE("patterns mean what they mean to git") {
    for (const Row& row : table) {
        CAPTURE(row.lines);
        CAPTURE(row.path);
        IgnoreRules rules;
        rules.add_file(row.lines);
        CHECK((rules.ask(row.path, row.folder) == IgnoreRules::Answer::ignored) == row.ignored);
    }
}

TEST_CASE("a file in an ignored folder is covered") {
    IgnoreRules rules;
    rules.add_file("archive/\n!archive/keep.md");
    CHECK(rules.covers("archive/2023/x.md"));
    CHECK(rules.covers("archive/keep.md")); // git: a file can't come back when its folder is out
    CHECK_FALSE(rules.covers("drafts/x.md"));
}

TEST_CASE("a pattern of many stars stays cheap") {
    std::string pattern, path(4000, 'a');
    for (int i = 0; i < 200; ++i) pattern += "a*";
    IgnoreRules rules;
    rules.add_line(pattern + "b");
    CHECK(rules.ask(path, false) == IgnoreRules::Answer::silent);
}
