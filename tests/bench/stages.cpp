#include <cstdlib>
#include <fstream>
#include <iterator>

#include <benchmark/benchmark.h>

#include "cli/quantities.hpp"
#include "formats/format.hpp"
#include "rules/analysis.hpp"
#include "text/line_index.hpp"

namespace {

using namespace statlint;

constexpr std::size_t wanted_size = 4'000'000; // beyond the caches

/// The text to measure, repeated to a few megabytes.
const std::string& prose() {
    static const std::string text = [] {
        const char* path = std::getenv("STATLINT_BENCH_TEXT");
        std::ifstream file(path != nullptr ? path : STATLINT_TESTS_DIR "/samples/media-release.md", std::ios::binary);
        const std::string once{std::istreambuf_iterator<char>(file), {}};
        std::string repeated;
        while (!once.empty() && repeated.size() < wanted_size) (repeated += once) += '\n';
        return repeated;
    }();
    return text;
}

const Knowledge& knowledge() {
    static const auto loaded = load_knowledge({}, true);
    return **loaded; // the built-in corpus loads, or its own tests fail
}

Document document_of(const std::string& text) {
    return *read_markdown(text);
}

void report(benchmark::State& state, std::size_t bytes) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes));
}

void parse(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(document_of(prose()));
    report(state, prose().size());
}

void lines(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(LineIndex(prose()));
    report(state, prose().size());
}

void extract(benchmark::State& state) {
    const Document document = document_of(prose());
    for (auto _ : state) benchmark::DoNotOptimize(quantities_of(document, number_words_of(knowledge())));
    report(state, prose().size());
}

void check(benchmark::State& state) {
    const Document document = document_of(prose());
    for (auto _ : state) benchmark::DoNotOptimize(analyse(document, knowledge(), {}));
    report(state, prose().size());
}

/// What every start of the program pays before the first draft.
void load(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(load_knowledge({}, true));
}

/// A draft on save: one page, everything but the loading.
void one_page(benchmark::State& state) {
    const std::string page = prose().substr(0, 3000);
    for (auto _ : state) benchmark::DoNotOptimize(analyse(document_of(page), knowledge(), {}));
    report(state, page.size());
}

BENCHMARK(lines);
BENCHMARK(parse);
BENCHMARK(extract);
BENCHMARK(check)->Unit(benchmark::kMillisecond);
BENCHMARK(load)->Unit(benchmark::kMillisecond);
BENCHMARK(one_page)->Unit(benchmark::kMicrosecond);

} // namespace

BENCHMARK_MAIN();
