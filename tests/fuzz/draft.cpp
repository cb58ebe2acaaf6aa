// A whole check of a draft: every statistic and finding must lie inside the text. The first byte chooses the format.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "formats/format.hpp"
#include "rules/analysis.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const statlint::KnowledgePtr knowledge = std::move(*statlint::load_knowledge({}, true));
    if (size == 0) return 0;
    constexpr std::array names{"markdown", "html", "latex", "rst", "asciidoc", "org"};
    const statlint::Format* format = statlint::format_by_name(names[data[0] % names.size()]);
    auto document = format->read(std::string(reinterpret_cast<const char*>(data + 1), size - 1));
    if (!document) return 0;
    const statlint::Analysis analysis = statlint::analyse(std::move(*document), *knowledge, {});
    for (const statlint::Statistic& statistic : analysis.statistics)
        if (statistic.quantity.span.end > analysis.document.text.size()) std::abort();
    for (const statlint::Finding& finding : analysis.findings)
        if (finding.span.end > analysis.document.text.size() || finding.span.end < finding.span.start) std::abort();
    return 0;
}
