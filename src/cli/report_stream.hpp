#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "report/report.hpp"

namespace statlint {

/// Puts one report together: head, drafts with separators between them, tail. Where a front comes before the drafts,
/// which is known only at the end, the drafts are held back.
class ReportStream {
  public:
    using Write = std::function<void(std::string_view)>;
    using Part = std::function<void(const RunSummary&, std::string& out)>;

    ReportStream(std::string_view head, std::string_view separator, bool hold_back, Write write);
    /// What a draft gave; nothing is written where that is empty.
    void add(std::string_view output);
    void finish(const Part& front, const Part& tail, const RunSummary& summary);

  private:
    std::string_view separator_;
    Write write_;
    bool hold_back_;
    bool any_ = false;
    std::string held_;
};

} // namespace statlint
