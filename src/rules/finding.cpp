#include "rules/finding.hpp"

namespace statlint {

SourceSpan source_of(const Document& document, const Finding& finding) {
    return finding.source.empty() ? document.to_source(finding.span) : finding.source;
}

} // namespace statlint
