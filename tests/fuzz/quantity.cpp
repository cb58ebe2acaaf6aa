// The grammar of quantities on any bytes: it must end, stay inside, and give sound spans.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "corpus/embedded_files.hpp"
#include "quantity/number_words.hpp"
#include "quantity_soundness.hpp"

namespace {

std::string_view rules(std::string_view path) {
    for (const statlint::EmbeddedFile& file : statlint::embedded_files())
        if (file.path == path) return file.text;
    std::abort();
}

const statlint::NumberWords& number_words() {
    static const auto words = statlint::NumberWords::load(rules("rules/en/numbers.toml"), rules("rules/en/units.toml"),
                                                          rules("rules/en/hedges.toml"));
    if (!words) std::abort();
    return *words;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    std::vector<statlint::Quantity> found;
    statlint::find_quantities(text, 0, number_words(), found);
    if (!statlint::test::sound(text, found)) std::abort();
    return 0;
}
