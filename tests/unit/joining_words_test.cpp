#include <doctest/doctest.h>

#include "corpus/embedded_files.hpp"
#include "match/joining_words.hpp"

using namespace statlint;

namespace {

std::string embedded_joining() {
    for (const EmbeddedFile& file : embedded_files())
        if (file.path == "rules/en/joining.toml") return std::string(file.text);
    return {};
}

std::string error_of(const std::string& text) {
    const auto words = read_joining_words(text);
    return words ? std::string() : words.error().to_string();
}

} // namespace

TEST_CASE("wordings meet whole words, whatever case and spaces") {
    const WordingList list({"of", "of the", ", or", "n ="});
    CHECK(list.is(" of the "));
    CHECK(list.is("Of"));
    CHECK(list.is(", or "));
    CHECK_FALSE(list.is(" of these "));
    CHECK_FALSE(list.is(""));
    CHECK(list.begins(" of the 480 "));
    CHECK_FALSE(list.begins(" often "));
    CHECK(list.ends(" women, or "));
    CHECK_FALSE(list.ends(" the roof "));
    CHECK(list.within("half of them"));
    CHECK_FALSE(list.within("a profoundly softer"));
    CHECK(list.size_at_end(" women, or ") == 4);
    std::string_view text = "  of the rest";
    CHECK(list.take(text));
    CHECK(text == " rest");
    CHECK_FALSE(list.take(text));
}

TEST_CASE("mistakes in the joining words are told with their place") {
    const std::string right = embedded_joining();
    REQUIRE_FALSE(right.empty());
    CHECK(error_of(right) == "");
    CHECK(error_of(right + "\nbetwixt = [\"betwixt\"]\n").find("unknown key: betwixt") != std::string::npos);
    CHECK(error_of("of = \"of\"").find("of must be a list of wordings") != std::string::npos);
    CHECK(error_of("of = [1]").find("of must hold wordings") != std::string::npos);
    CHECK(error_of("of = [\" \"]").find("of must hold wordings") != std::string::npos);
    CHECK(error_of("of = [\"of\"]").find("missing key") != std::string::npos);
    CHECK(error_of("of = [").find("1:") != std::string::npos);
}
