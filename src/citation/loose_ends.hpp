#pragma once
#include <set>
#include <string>
#include <vector>

#include "citation/find_citations.hpp"
#include "citation/references.hpp"

namespace statlint {

/// Collects the pointers of a draft that lead nowhere, and the entries of its lists that nothing points to.
class LooseEnds {
  public:
    explicit LooseEnds(const References& references) : references_(references) {}

    void note(const Reference& marker, bool known);
    void number(int number, TextSpan span, std::uint32_t block, bool known);
    /// `unnamed`: the draft names no bibliography. Then a key is loose only where the corpus defines another one.
    void key(const std::string& key, TextSpan span, std::uint32_t block, bool known, bool unnamed);

    [[nodiscard]] std::vector<LooseEnd> finish(const Document& document) &&;

  private:
    const References& references_;
    std::vector<LooseEnd> found_;
    std::set<std::string, std::less<>> cited_notes_;
    std::set<int> cited_numbers_;
    bool knows_keys_ = false;
};

} // namespace statlint
