// A whole check of a Markdown draft: every statistic and finding must lie inside the text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "formats/format.hpp"
#include "rules/analysis.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const statlint::KnowledgePtr knowledge = std::move(*statlint::load_knowledge({}, true));
    auto document = statlint::read_markdown(std::string(reinterpret_cast<const char*>(data), size));
    if (!document) return 0;
    const statlint::Analysis analysis = statlint::analyse(std::move(*document), *knowledge, {});
    for (const statlint::Statistic& statistic : analysis.statistics)
        if (statistic.quantity.span.end > analysis.document.text.size()) std::abort();
    for (const statlint::Finding& finding : analysis.findings)
        if (finding.span.end > analysis.document.text.size() || finding.span.end < finding.span.start) std::abort();
    return 0;
}
